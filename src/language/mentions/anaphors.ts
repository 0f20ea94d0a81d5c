import type { Range } from '../spans.ts';
import { countsNext, isCount, isQuantity } from './counting.ts';
import { readNoun, type Gender, type NounKind } from './nouns.ts';
import { isFunctionWord, looksVerb, PREPOSITION, takesObject, type Word } from './words.ts';

/** Words that are learned about together. */
export type AnaphorClass = 'he' | 'they' | 'it' | 'person' | 'people' | 'body' | 'bodies' | 'place';
export type Place = 'subject' | 'oblique' | 'possessive' | 'object';

/** A pronoun or a noun phrase that may speak of somebody named before (or right beside it). Word indices, half open. */
export interface Anaphor extends Range {
  readonly class: AnaphorClass;
  readonly pronoun: boolean;
  readonly first: number;
  readonly head: number;
  readonly plural: boolean;
  readonly gender: Gender | null;
  readonly place: Place;
  readonly reflexive: boolean;
  /** Of a noun phrase: its lower-case head, what it can mean, its other words, and how it begins. */
  readonly noun: string;
  readonly kind: NounKind | null;
  readonly modifiers: readonly string[];
  /** Those of its modifiers that are capitalized: "trump" of "the Trump campaign". */
  readonly proper: readonly string[];
  /** Modifiers and noun: "veteran politicians". */
  readonly phrase: string;
  readonly determiner: 'the' | 'this' | 'own' | 'a' | 'some' | 'bare';
}

interface Pronoun {
  readonly class: AnaphorClass | 'I' | 'we';
  readonly gender: Gender | null;
  readonly place: Place;
}

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map(
  (
    [
      ['he', 'he', 'man', 'subject'],
      ['him', 'he', 'man', 'object'],
      ['his', 'he', 'man', 'possessive'],
      ['himself', 'he', 'man', 'object'],
      ['she', 'he', 'woman', 'subject'],
      ['her', 'he', 'woman', 'object'],
      ['hers', 'he', 'woman', 'possessive'],
      ['herself', 'he', 'woman', 'object'],
      ['they', 'they', null, 'subject'],
      ['them', 'they', null, 'object'],
      ['their', 'they', null, 'possessive'],
      ['theirs', 'they', null, 'possessive'],
      ['themselves', 'they', null, 'object'],
      ['it', 'it', null, 'subject'],
      ['its', 'it', null, 'possessive'],
      ['itself', 'it', null, 'object'],
      ['we', 'we', null, 'subject'],
      ['us', 'we', null, 'object'],
      ['our', 'we', null, 'possessive'],
      ['ours', 'we', null, 'possessive'],
      ['ourselves', 'we', null, 'object'],
      ['i', 'I', null, 'subject'],
      ['me', 'I', null, 'object'],
      ['my', 'I', null, 'possessive'],
      ['mine', 'I', null, 'possessive'],
      ['myself', 'I', null, 'object'],
    ] as const
  ).map(([word, kind, gender, place]) => [word, { class: kind, gender, place }]),
);

const DETERMINER: Readonly<Record<string, Anaphor['determiner']>> = {
  ...{ the: 'the', this: 'this', these: 'this', those: 'this', a: 'a', an: 'a' },
  ...{ his: 'own', her: 'own', its: 'own', their: 'own', both: 'the' },
};

/** How many words a noun phrase may have up to its head. */
const WIDEST = 8;

/** "I" inside a quotation is its speaker, "we" the body that the speaker speaks for, "you" whom they address: no choice. */
export function firstPerson(word: Word): 'I' | 'we' | 'you' | null {
  if (/^(?:you|yours?|yoursel(?:f|ves))$/u.test(word.lower)) return 'you';
  const kind = PRONOUNS.get(word.lower)?.class;
  if (kind === 'I') return word.plain === 'i' ? null : 'I';
  // "US" is no "us".
  return kind === 'we' && !(word.lower === 'us' && word.shape === 3) ? 'we' : null;
}

/**
 * The pronouns and noun phrases of `words`, in the order of their heads. `nameAt`: for each word the name that it belongs
 * to, or -1; `personAt`: whether that name is a person's.
 */
export function findAnaphors(
  words: readonly Word[],
  nameAt: Int32Array,
  isPerson: (name: number) => boolean,
): Anaphor[] {
  const found: Anaphor[] = [];
  const taken = new Uint8Array(words.length);
  words.forEach((word, i) => {
    if ((nameAt[i] ?? -1) >= 0) return;
    const pronoun = PRONOUNS.get(word.lower);
    if (pronoun && pronoun.class !== 'I' && pronoun.class !== 'we') found.push(pronounAt(words, i, pronoun)); // prettier-ignore
  });
  words.forEach((word, i) => {
    const determiner = DETERMINER[word.lower];
    const owned = word.lower === "'s";
    if (determiner === undefined && !owned) return;
    const head = findHead(words, i + 1, nameAt);
    if (head < 0 || taken[head] === 1) return;
    const owner = owned ? firstOfOwner(words, nameAt, i - 1) : i;
    taken[head] = 1;
    found.push(phraseOf(words, owner, i + 1, head, determiner ?? 'own'));
  });
  words.forEach((_, i) => {
    const head = bareBefore(words, nameAt, i, isPerson);
    if (head < 0 || taken[head] === 1) return;
    taken[head] = 1;
    const first = firstInside(words, head);
    found.push(phraseOf(words, first, first, head, 'bare'));
  });
  // "Police", "veteran politicians", "several towns", and "police" in "the police chief".
  words.forEach((word, head) => {
    if (
      taken[head] === 1 ||
      (nameAt[head] ?? -1) >= 0 ||
      word.shape > 3 ||
      readNoun(word.lower) === null ||
      countsNext(words, head)
    )
      return;
    const first = firstInside(words, head, (i) => taken[i] !== 1 && (nameAt[i] ?? -1) < 0);
    const before = words[first - 1];
    const counted = before?.sentence === word.sentence && isQuantity(before);
    const owner = DETERMINER[before?.lower ?? ''];
    const from = counted || (owner && before?.sentence === word.sentence) ? first - 1 : first;
    found.push(phraseOf(words, from, first, head, counted ? 'some' : (owner ?? 'bare')));
  });
  return found.sort((a, b) => a.head - b.head);
}

function pronounAt(words: readonly Word[], i: number, pronoun: Pronoun): Anaphor {
  const word = words[i];
  const her = word?.lower === 'her' && /^[\p{L}]/u.test(words[i + 1]?.plain ?? '') && !isFunctionWord(words[i + 1] ?? word); // prettier-ignore
  return {
    start: word?.start ?? 0,
    end: word?.end ?? 0,
    first: i,
    head: i,
    pronoun: true,
    class: pronoun.class === 'I' || pronoun.class === 'we' ? 'he' : pronoun.class,
    plural: pronoun.class === 'they',
    gender: pronoun.gender,
    place: her ? 'possessive' : pronoun.place === 'subject' ? placeOf(words, i, i + 1, 'subject') : pronoun.place,
    reflexive: /sel(?:f|ves)$/u.test(word?.lower ?? ''),
    noun: word?.lower ?? '',
    kind: null,
    modifiers: [],
    proper: [],
    phrase: word?.lower ?? '',
    determiner: 'bare',
  };
}

/** The last listed noun of the phrase that begins at `from`, or -1. Names may stand before it: "the Harbour despot". */
function findHead(words: readonly Word[], from: number, nameAt: Int32Array): number {
  let head = -1;
  const sentence = words[from]?.sentence;
  for (let i = from; i < from + WIDEST; i++) {
    const word = words[i];
    if (!word || word.sentence !== sentence) break;
    const named = (nameAt[i] ?? -1) >= 0;
    const joins = word.lower === '-' || (word.shape === 5 && /^["'&]$/u.test(word.plain));
    if (named || joins) {
      if (head >= 0) break;
      continue;
    }
    if (word.shape === 5 || isFunctionWord(word) || takesObject(word)) break;
    if (word.shape === 4 && i > from && !BEFORE_NUMBER.test(words[i - 1]?.lower ?? '')) break;

    if (readNoun(word.lower) && countsNext(words, i)) continue;
    // Behind a head only another noun goes on: "the chief financial officer", but not "the company planned a sale".
    if (readNoun(word.lower)) head = i;
    else if (head >= 0 && (i - head > 1 || looksVerb(word) || !readNoun(words[i + 1]?.lower ?? ''))) break;
  }
  return head;
}

/** A noun of people right before a person's name, or right behind it and a comma: "curator Jo Hale", "Jo Hale, curator of …". */
function bareBefore(
  words: readonly Word[],
  nameAt: Int32Array,
  i: number,
  isPerson: (name: number) => boolean,
): number {
  const name = nameAt[i] ?? -1;
  // A headline, or a label: "Harbour defector arrested", "Founder of the choir, Jo Hale".
  if (words[i - 1]?.sentence !== words[i]?.sentence) {
    const head = findHead(words, i, nameAt);
    if (head >= 0 && readNoun(words[head]?.lower ?? '')?.kind === 'person') return head;
  }
  if (name < 0 || !isPerson(name) || nameAt[i - 1] === name) {
    // Behind the name: the word before last closed it.
    const before = nameAt[i - 2] ?? -1;
    if ((name >= 0 && isPerson(name)) || before < 0 || !isPerson(before) || words[i - 1]?.plain !== ',') return -1;
    const head = findHead(words, i, nameAt);
    const next = words[head + 1];
    if (head < 0 || (next && !/^(?:of|for|at|in|with|and|to|,|\.|;|\))$/u.test(next.plain))) return -1;
    return readNoun(words[head]?.lower ?? '')?.kind === 'person' ? head : -1;
  }
  const before = words[i - 1];
  if (!before || before.sentence !== words[i]?.sentence || (nameAt[i - 1] ?? -1) >= 0 || isCount(before)) return -1;
  return readNoun(before.lower)?.kind === 'person' || (before.shape === 1 && CALLING.test(before.lower)) ? i - 1 : -1;
}

/** What stands right before a person's name and ends so is a calling: "coauthor Jo Hale", "pan-democrat Jo Hale". */
const CALLING = /^(?!(?:after|under|over|never|ever|other|another|former|later|earlier|either|neither|whether|however|rather|together|per|for|nor|or|than|then|when|even|since|between|given|seven|eleven|again|against|open|often)$)[a-z-]{2,}(?:er|or|ist|ian|man|woman|crat|ee|eur|ant)$/u; // prettier-ignore

/** Where the phrase that `head` closes begins, without what determines it. */
function firstInside(words: readonly Word[], head: number, isFree: (i: number) => boolean = () => true): number {
  let first = head;
  while (first > 0 && head - first < WIDEST && isInside(words, first - 1, head) && isFree(first - 1)) {
    const isNumber = words[first]?.shape === 4;
    if (isNumber && !BEFORE_NUMBER.test(words[first - 1]?.lower ?? '')) break;
    first--;
  }
  return first;
}

/** What belongs to a number behind it: "nearly 300 dockers", but not "tallying 300 donors". */
const BEFORE_NUMBER = /^(?:almost|nearly|roughly|approximately|first|last|next|past|another|other)$/u;

function isInside(words: readonly Word[], i: number, head: number): boolean {
  const [word, last] = [words[i], words[head]];
  return word !== undefined && word.sentence === last?.sentence && word.shape !== 5 && !isFunctionWord(word) && !looksVerb(word) && !takesObject(word); // prettier-ignore
}

function phraseOf(
  words: readonly Word[],
  first: number,
  from: number,
  head: number,
  determiner: Anaphor['determiner'],
): Anaphor {
  const noun = words[head]?.lower ?? '';
  const read = readNoun(noun);
  const kind = read?.kind ?? 'person';
  const plural = read?.plural ?? false;
  const modifiers = words.slice(from, head).map((word) => word.lower);
  return {
    start: words[first]?.start ?? 0,
    end: words[head]?.end ?? 0,
    first,
    head,
    pronoun: false,
    class: classOf(kind, plural),
    plural,
    gender: read?.gender ?? null,
    place: placeOf(words, first, head + 1, 'object'),
    reflexive: false,
    noun,
    kind,
    determiner,
    modifiers,
    proper: words.slice(from, head).filter((word, k) => (word.shape === 2 || word.shape === 3) && words[from + k - 1]?.sentence === word.sentence).map((word) => word.lower), // prettier-ignore
    phrase: [...modifiers, noun].join(' '),
  };
}

function classOf(kind: NounKind, plural: boolean): AnaphorClass {
  if (kind === 'person') return plural ? 'people' : 'person';
  if (kind === 'place') return 'place';
  return plural ? 'bodies' : 'body';
}

/** What words `[first, next)` are in their clause, as far as the words beside them tell. */
export function placeOf(words: readonly Word[], first: number, next: number, otherwise: Place): Place {
  const after = words[next];
  if (after?.lower === "'s" || after?.plain === "'") return 'possessive';
  const before = words[first - 1];
  if (before && PREPOSITION.has(before.lower)) return 'oblique';
  if (looksVerb(after)) return 'subject';
  return before?.sentence === words[first]?.sentence ? otherwise : 'subject';
}

/** Where the owner that ends at `i` begins: its name, or "the nation" of "the nation's governors". */
function firstOfOwner(words: readonly Word[], nameAt: Int32Array, i: number): number {
  const name = nameAt[i] ?? -1;
  if (name < 0) {
    const first = firstInside(words, i);
    return DETERMINER[words[first - 1]?.lower ?? ''] === undefined ? first : first - 1;
  }
  let first = i;
  while (first > 0 && nameAt[first - 1] === name) first--;
  return first;
}
