import { readLexicon } from '../base/lexicon.ts';

/** Kinds of `lexicons/heads.tsv` that a head noun can have. */
export type HeadKind =
  | 'unnamed'
  | 'role'
  | 'people'
  | 'government'
  | 'organization'
  | 'outlet'
  | 'document'
  | 'observation'
  | 'poll'
  | 'social'
  | 'pronoun';

const KINDS: readonly HeadKind[] = [
  ...(['unnamed', 'role', 'people', 'government', 'organization', 'outlet'] as const),
  ...(['document', 'observation', 'poll', 'social', 'pronoun'] as const),
];

interface Heads {
  readonly kinds: ReadonlyMap<string, HeadKind>;
  readonly countries: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly generic: ReadonlySet<string>;
}

let held: Heads | null = null;

/** The kind of source that a lower-case head noun makes, or null for a noun that is not listed. */
export function headKind(noun: string): HeadKind | null {
  return loadHeads().kinds.get(noun) ?? null;
}

/** Whether a name (by case, without "the") is a state, a capital or a seat of power: "Moscow", "White House". */
export function isSeatOfPower(name: string): boolean {
  return loadHeads().countries.has(name);
}

/** Whether a word (by case) is one that stands before a person's name: "Mr", "Senator". */
export function isTitle(word: string): boolean {
  return loadHeads().titles.has(word);
}

/** Whether a lower-case noun speaks of people at large rather than of some who spoke: "critics", "voters". */
export function isGenericNoun(noun: string): boolean {
  return loadHeads().generic.has(noun);
}

/** The first kind listed for a noun holds: "official" leaves a source unnamed before it names an office. */
function loadHeads(): Heads {
  if (held) return held;
  const kinds = new Map<string, HeadKind>();
  const countries = new Set<string>();
  const titles = new Set<string>();
  const generic = new Set<string>();
  for (const [head = '', name] of readLexicon('heads')) {
    const kind = KINDS.find((one) => one === name);
    if (kind && !kinds.has(head)) kinds.set(head, kind);
    else if (name === 'country') countries.add(head);
    else if (name === 'title') titles.add(head);
    else if (name === 'generic') generic.add(head);
  }
  held = { kinds, countries, titles, generic };
  return held;
}
