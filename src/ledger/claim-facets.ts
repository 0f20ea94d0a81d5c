import type { Claim } from './claim.ts';
import { splitWords } from './words.ts';

export type FacetKind = 'source' | 'place';

/** What a claim can be looked for by, beside the outlets and days of its reports: a name by its folded words (`foldName`). */
export interface Facet {
  readonly kind: FacetKind;
  readonly name: string;
}

/**
 * Whom a claim is from (every link of its chains behind the report's own outlet, its origins and their parties, who speaks
 * against it), and the places in it.
 */
export function facetsOf(claim: Claim): readonly Facet[] {
  const all = appearancesIn(claim);
  const sources = [
    ...all.flatMap(({ chain, report }) => chain.map(({ name }) => name).slice(1).filter((name) => name !== report.outlet)), // prettier-ignore
    ...[...claim.origins, ...claim.denials].flatMap(({ party }) => party ?? []),
    ...claim.origins.map(({ name }) => name),
    ...claim.denials.map(({ by }) => by),
  ];
  const places = [...all.flatMap(({ places: names }) => names), ...(claim.expected?.where ?? [])];
  return [...named('source', sources.map(foldName)), ...named('place', places.map(foldName))];
}

/** The days on which it was published, ISO 8601 (or the year or month where that is all there is), the first and the last. */
export function daysOf(claim: Claim): { readonly first: string | null; readonly last: string | null } {
  const days = appearancesIn(claim).flatMap(({ report }) => dayOf(report.published) ?? []).sort(); // prettier-ignore
  return { first: days[0] ?? null, last: days.at(-1) ?? null };
}

export function dayOf(published: string | null): string | null {
  return published === null ? null : published.slice(0, 10);
}

/** The words by which a claim is found. */
export function wordsOfClaim(claim: Claim): readonly string[] {
  const told = appearancesIn(claim).map(({ content }) => content.map(({ text }) => text).join(' '));
  return splitWords([claim.text, ...new Set(told)].join('\n'));
}

/** A folded name from each of its words on: what is looked for stands at the beginning of one. */
export function endingsOf(name: string): readonly string[] {
  const words = name.split(' ');
  return words.slice(0, ENDINGS).map((_, i) => words.slice(i).join(' '));
}

/** Words of a name from which it is found. */
const ENDINGS = 16;

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
