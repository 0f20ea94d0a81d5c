import { readLexicon } from '../../base/lexicon.ts';
import { headKind, type HeadKind } from '../../language/heads.ts';
import { singularOf } from './phrases.ts';

const KINDS: Readonly<Record<string, HeadKind>> = {
  person: 'role',
  organization: 'organization',
  government: 'government',
  document: 'document',
};

let held: ReadonlyMap<string, HeadKind> | null = null;

/**
 * The kind of source that a lower-case noun makes: by our own list, else by WordNet's first sense; null where neither
 * knows the noun. Persons in the plural are people.
 */
export function nounKind(noun: string): HeadKind | null {
  const listed = headKind(noun);
  if (listed) return listed;
  // "the 18-year-old"
  const aged = /-olds?$/u.exec(noun)?.[0];
  if (aged !== undefined) return aged === '-olds' ? 'people' : 'role';
  const plain = noun.replace(/^(?:ex|co|vice|then|anti|pro|non)-/u, '').replace(/-(?:elects?|designates?)$/u, '');
  const tail = plain.slice(plain.lastIndexOf('-') + 1);
  for (const word of new Set([noun, plain, tail])) {
    const single = singularOf(word);
    const kind = headKind(word) ?? headKind(single) ?? nouns().get(single) ?? nouns().get(word) ?? null;
    if (kind) return single !== word && /^(?:role|unnamed)$/u.test(kind) ? 'people' : kind;
  }
  return null;
}

/** Whether a lower-case noun means several people, or somebody without a name: "dockers", "an official". */
export function isPeopleNoun(noun: string): boolean {
  return /^(?:people|unnamed)$/u.test(nounKind(noun) ?? '');
}

/** Whether a word (by case) means members of a party or the people of a place: "Democratic", "Israeli", "Tories". */
export function isPartyOrPeople(word: string): boolean {
  return /^(?:Republican|Democrat|Democratic|Tory|Torie|Labour|Conservative|Liberal|Green)s?$/u.test(word) || namesPeople(word) || namesPeople(`${word}s`); // prettier-ignore
}

let peoples: ReadonlySet<string> | null = null;

/** Whether a word (by case) speaks of the people of a place: "Coloradans", "Israelis". */
export function namesPeople(word: string): boolean {
  peoples ??= new Set(readLexicon('demonyms').flatMap(([, words = '']) => words.split(';').map((one) => `${one}s`)));
  return peoples.has(word);
}

function nouns(): ReadonlyMap<string, HeadKind> {
  held ??= new Map(
    readLexicon('wordnet').flatMap(([noun = '', name = '']) => {
      const kind = KINDS[name];
      return kind ? [[noun, kind]] : [];
    }),
  );
  return held;
}
