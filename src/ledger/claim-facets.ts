import type { Claim } from './claim.ts';
import { splitWords } from './words.ts';

export type FacetKind = 'source' | 'outlet' | 'place' | 'day' | 'expected';

/** What a claim can be looked for by. */
export interface Facet {
  readonly kind: FacetKind;
  /** A name by its folded words (`foldName`); a day as ISO 8601 has it, or the year or month where that is all there is; `event` of what is expected. */
  readonly name: string;
}

/**
 * Whom a claim is from (every link of its chains behind the report's own outlet, its origins and their parties, who speaks
 * against it), which outlets carry it, the places in it, and the days on which it was published.
 */
export function facetsOf(claim: Claim): readonly Facet[] {
  const all = appearancesIn(claim);
  const sources = [
    ...all.flatMap(({ chain, report }) => chain.map(({ name }) => name).slice(1).filter((name) => name !== report.outlet)), // prettier-ignore
    ...[...claim.origins, ...claim.denials].flatMap(({ party }) => party ?? []),
    ...claim.origins.map(({ name }) => name),
    ...claim.denials.map(({ by }) => by),
  ];
  const outlets = all.flatMap(({ report, chain }) => report.outlet ?? chain[0]?.name ?? []);
  const places = [...all.flatMap(({ places: names }) => names), ...(claim.expected?.where ?? [])];
  const days = all.flatMap(({ report }) => (report.published === null ? [] : [report.published.slice(0, 10)]));
  return [
    ...named('source', sources.map(foldName)),
    ...named('outlet', outlets.map(foldName)),
    ...named('place', places.map(foldName)),
    ...named('day', days),
    ...named('expected', claim.expected === null ? [] : ['event']),
  ];
}

/** The words by which a claim is found. */
export function wordsOfClaim(claim: Claim): readonly string[] {
  const told = appearancesIn(claim).map(({ content }) => content.map(({ text }) => text).join(' '));
  return splitWords([claim.text, ...new Set(told)].join('\n'));
}

/** A name without case, accents, endings and its article: “The Harbour Couriers” → `harbour courier`. */
export function foldName(name: string): string {
  return splitWords(name).join(' ').replace(/^the (?=.)/u, ''); // prettier-ignore
}

function appearancesIn({ appearances, denials }: Claim): Claim['appearances'] {
  return [...appearances, ...denials.map(({ appearance }) => appearance)];
}

function named(kind: FacetKind, names: readonly string[]): readonly Facet[] {
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ kind, name }));
}
