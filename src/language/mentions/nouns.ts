import { readLexicon } from '../../base/lexicon.ts';
import { headKind } from '../heads.ts';

export type Gender = 'woman' | 'man';
/** What a noun can speak of again: "the curator" a person, "the firm" an organization. */
export type NounKind = 'person' | 'organization' | 'government' | 'outlet' | 'place';

export interface Noun {
  readonly kind: NounKind;
  readonly plural: boolean;
  /** Only where the noun itself says so: "spokeswoman". */
  readonly gender: Gender | null;
}

interface Nouns {
  readonly nouns: ReadonlyMap<string, Noun | null>;
  /** Nouns that the lists above do not have, and what each noun is a kind of. */
  readonly more: ReadonlyMap<string, Noun>;
  readonly broader: ReadonlyMap<string, readonly string[]>;
  readonly firstNames: ReadonlyMap<string, Gender>;
}

const PLURAL: Readonly<Record<string, NounKind>> = {
  people: 'person',
  organizations: 'organization',
  governments: 'government',
  outlets: 'outlet',
  places: 'place',
};
const SINGULAR = new Set<string>(['person', 'organization', 'government', 'outlet', 'place']);

let held: Nouns | null = null;

/** What a lower-case noun can mean; null where it speaks of no person, organization or place. */
export function readNoun(noun: string): Noun | null {
  const { nouns, more } = loadNouns();
  const listed = nouns.get(noun);
  if (listed !== undefined) return listed;
  const [read, other] = [readUnlisted(noun), more.get(noun) ?? null];
  // "The crowd" is nobody's "she".
  const isOne = read?.kind === 'person' && !read.plural;
  return isOne && other && (other.plural || other.kind !== 'person') ? other : (read ?? other);
}

/** Whether one noun is a kind of the other, or another word for it: "the firm", "the company". */
export function isAkin(noun: string, other: string): boolean {
  const { broader } = loadNouns();
  return (broader.get(noun)?.includes(other) ?? false) || (broader.get(other)?.includes(noun) ?? false);
}

/** Whether nearly all who bear a first name are women, or men. A hint: no text says so. */
export function firstNameGender(name: string): Gender | null {
  return loadNouns().firstNames.get(name) ?? null;
}

/** Heads of sources (heads.tsv), then nouns of people by their endings: "an ex-minister", "the beekeeper". */
function readUnlisted(noun: string): Noun | null {
  const base = noun.replace(/^(?:ex|co|vice|then|ex-vice)-/u, '');
  if (base !== noun) return readNoun(base);
  const last = /-([a-z]+)$/u.exec(noun)?.[1];
  if (last !== undefined) return /^olds?$/u.test(last) ? person(last === 'olds') : readNoun(last);
  switch (headKind(noun)) {
    case 'unnamed':
    case 'people':
      return person(/(?:[^s]s|men|people)$/u.test(noun));
    case 'role':
      return person(false);
    case 'government':
    case 'organization':
    case 'outlet':
    case 'document':
    case 'poll':
    case 'social':
    case 'observation':
    case 'pronoun':
      return null;
    case null:
      break;
  }
  if (noun.length > 6 && /(?:ologist|keeper|maker|worker|holder|woman|ician|goer)$/u.test(noun)) return person(false);
  return null;
}

function person(plural: boolean): Noun {
  return { kind: 'person', plural, gender: null };
}

function loadNouns(): Nouns {
  if (held) return held;
  const nouns = new Map<string, Noun | null>();
  for (const [noun = '', kind = '', gender] of readLexicon('nominals')) {
    const one = SINGULAR.has(kind) ? (kind as NounKind) : PLURAL[kind];
    const said = gender === 'woman' || gender === 'man' ? gender : null;
    if (!nouns.has(noun)) nouns.set(noun, one ? { kind: one, plural: !SINGULAR.has(kind), gender: said } : null);
  }
  const firstNames = new Map<string, Gender>();
  for (const [name = '', gender] of readLexicon('first-names'))
    firstNames.set(name.toLowerCase(), gender === 'woman' ? 'woman' : 'man');
  const more = new Map<string, Noun>();
  const broader = new Map<string, readonly string[]>();
  for (const [noun = '', , kind = '', words = ''] of readLexicon('wordnet')) {
    const one = SINGULAR.has(kind) ? (kind as NounKind) : PLURAL[kind];
    if (one) more.set(noun, { kind: one, plural: !SINGULAR.has(kind), gender: null });
    if (words !== '') broader.set(noun, words.split(';'));
  }
  held = { nouns, more, broader, firstNames };
  return held;
}
