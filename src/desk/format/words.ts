import { describeWindow } from './moment.ts';
import type { Attribution, Reading } from '../../reading/reading.ts';

/** Newsroom words for what a reading holds (contract §5): the formats for people speak these, never the code's words. */

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** “12 attributions: 7 named, 4 unnamed, 1 not traced. Among the sources: 1 document, 3 official. 9 statements in the outlet’s own words.” */
export function summariseAudit(reading: Reading): string {
  const { attributions, document, official, women, men } = reading.audit;
  const own = reading.attributions.filter(({ voice }) => voice === 'own').length;
  const kinds = countSources(reading).flatMap(({ label, size }) => (size > 0 ? [`${size} ${label}`] : []));
  const sources = [
    document > 0 && count(document, 'document'),
    official > 0 && `${official} official`,
    women > 0 && count(women, 'woman', 'women'),
    men > 0 && count(men, 'man', 'men'),
  ].filter((part) => part !== false);
  const sentences = [count(attributions, 'attribution') + (kinds.length > 0 ? `: ${kinds.join(', ')}` : '')];
  if (sources.length > 0) sentences.push(`Among the sources: ${sources.join(', ')}`);
  if (own > 0) sentences.push(`${count(own, 'statement')} in the outlet’s own words`);
  return `${sentences.join('. ')}.`;
}

/** How the attributions fall by who speaks: they add up to all of them. For the sentence and the chart. */
export function countSources({ audit, attributions }: Reading): { readonly label: string; readonly size: number }[] {
  const { named, unnamed } = audit;
  const atLarge = attributions.filter(({ voice, chain }) => voice === 'attributed' && chain.at(-1)?.unnamed?.generic === true).length; // prettier-ignore
  return [
    { label: 'named', size: named },
    { label: 'unnamed', size: unnamed },
    // “critics”, “reportedly”: nobody who spoke to anyone in particular.
    { label: 'people at large', size: atLarge },
    // “he”, “the company”: a source that nothing names, and that does not mean to stay unnamed.
    { label: 'not traced', size: audit.attributions - named - unnamed - atLarge },
  ];
}

/** Newsroom words for what an attribution does to its content; null: it says it. */
export const POLARITY: Readonly<Record<Attribution['polarity'], string | null>> = {
  affirmed: null,
  negated: 'says it is not so',
  denied: 'against',
  disputed: 'against (disputed)',
  unconfirmed: 'not confirmed',
  declined: 'no comment',
};

/** What is unusual about an attribution, in newsroom words: “against”, “possible”, “expected 2031-05-04”. May be empty. */
export function describeTurns(attribution: Attribution): string[] {
  const turns: string[] = [];
  const polarity = POLARITY[attribution.polarity];
  if (polarity !== null) turns.push(polarity);
  const { level } = attribution.certainty;
  const { event } = attribution;
  if ((level === 'possible' || level === 'probable') && event?.kind !== level) turns.push(level);
  if (event !== null) turns.push(event.window === null ? event.kind : `${event.kind} ${describeWindow(event.window)}`);
  else if (attribution.expected) turns.push('still ahead');
  return turns;
}

/** Who told whom, from the reader backwards: ["Harbour Gazette", "Mira Tolland"]. Never empty. */
export function nameChain(attribution: Attribution): string[] {
  const names = attribution.chain.map(({ name }) => name);
  return names.length > 0 ? names : ['this report'];
}

/** The spans of one part as a reader would quote them: parts of a discontinuous one joined by an ellipsis. */
export function quoteSpans(spans: readonly { readonly text: string }[]): string {
  return spans.map(({ text }) => text.replace(/\s+/gu, ' ').trim()).join(' … ');
}

/** “Harbour Gazette · by Ines Marl · Reuters · 2031-05-03 (as the page says)”: only what is known. */
export function describeOrigin({ report }: Reading): string[] {
  const from = { given: 'as given', metadata: 'page metadata', page: 'as printed', inferred: 'inferred from the text' };
  return [
    report.outlet,
    report.authors.length > 0 ? `by ${report.authors.join(', ')}` : null,
    report.wire === null ? null : `wire: ${report.wire}`,
    report.published === null
      ? 'no publication date'
      : report.published + (report.publishedFrom === null ? '' : ` (${from[report.publishedFrom]})`),
    report.kind === 'news' || report.kind === 'unknown' ? null : report.kind,
  ].filter((part) => part !== null);
}
