import { toInstant } from '../../ledger/instants.ts';
import type { ExportedReport } from '../../ledger/exported-reports.ts';
import type { Attribution, Reading } from '../../reading/reading.ts';
import { escapeJson } from '../format/harmless.ts';
import { openCodePoints } from './code-points.ts';
import type { Material } from './material.ts';
import { cutAfter, cutBefore } from './web-annotation.ts';

/** Characters of context on each side, as in GDELT's own files. */
const CONTEXT = 100;

/**
 * GDELT's Global Quotation Graph: a line of JSON for each report with words in quotation marks (`date url title lang
 * quotes[pre quote post]`); of each quotation besides who is credited, where it stands (code points) and in what chain.
 * https://blog.gdeltproject.org/announcing-the-global-quotation-graph/
 */
export async function* writeQuotationGraph(material: Material): AsyncGenerator<string> {
  for (const held of material.reports) {
    const reading = await material.reading(held);
    const quotes = findQuotations(reading);
    if (quotes.length > 0) yield `${escapeJson(JSON.stringify({ ...describeReport(held), quotes }))}\n`;
  }
}

function describeReport({ key, url, outlet, title, published, language, text, capture }: ExportedReport): object {
  return {
    date: dateOf(published, capture.captured),
    url: url ?? `urn:sha256:${text}`,
    title: title ?? '',
    lang: nameLanguage(language),
    ...{ report: key, outlet, published, text_sha256: text, capture_sha256: capture.sha256 },
  };
}

/** An instant in UTC, as GDELT has it. Where the day alone is known, its time of saving; else the day's beginning. */
function dateOf(published: string | null, captured: string | null): string | null {
  const exact = published !== null && /T\d/u.test(published) ? published : (captured ?? published);
  const instant = toInstant(exact);
  return Number.isFinite(instant) ? new Date(instant).toISOString().replace(/\.\d+Z$/u, 'Z') : null;
}

/** “ENGLISH”; empty where it is not known. */
function nameLanguage(tag: string | null): string {
  if (tag === null) return '';
  const [language = tag] = tag.split('-');
  return (new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? tag).toUpperCase();
}

interface Quotation {
  readonly start: number;
  readonly end: number;
  readonly by: Attribution;
}

/** Of each quotation without its marks, the attribution nearest to it, in text order. */
function findQuotations({ report: { text }, attributions }: Reading): object[] {
  const nearest = new Map<number, Quotation>();
  const lengthOf = ({ content }: Attribution): number => content.reduce((sum, { start, end }) => sum + end - start, 0);
  for (const by of attributions)
    for (const { start, end } of by.quote === 'direct' || by.quote === 'mixed' ? by.content : [])
      for (const place of findMarked(text, start, end)) {
        const known = nearest.get(place.start);
        if (known === undefined || lengthOf(by) < lengthOf(known.by)) nearest.set(place.start, { ...place, by });
      }
  const count = openCodePoints(text);
  return [...nearest.values()].sort((a, b) => a.start - b.start).map(({ start, end, by }) => ({
    pre: cutBefore(text, start, CONTEXT),
    quote: text.slice(start, end),
    post: cutAfter(text, end, CONTEXT),
    ...{ start: count(start), end: count(end), attribution: by.id },
    ...{ speaker: by.chain.at(-1)?.name ?? null, speaker_kind: by.chain.at(-1)?.kind ?? null },
    ...{ chain: by.chain.map(({ name }) => name), act: by.act, polarity: by.polarity },
  })); // prettier-ignore
}

/** What stands in quotation marks within a stretch; a quotation that the stretch breaks off ends with it. */
function findMarked(text: string, from: number, to: number): { readonly start: number; readonly end: number }[] {
  return [...text.slice(from, to).matchAll(/[“«„"]([^“”«»„"]+)/gu)].map(({ index, 1: words = '' }) => {
    const start = from + index + 1;
    return { start, end: start + words.trimEnd().length };
  });
}
