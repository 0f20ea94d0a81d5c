import { tagWords } from '../../language/parts-of-speech.ts';
import { splitName } from './actors.ts';
import { describePart, type Proposition } from './proposition.ts';
import { stemOf } from './stem.ts';

/** Words before a sentence, after which a capital is a name's: “that Karrow will sign”. */
const OPENING = 'that ';

/** What a sentence without a report states: “Karrow will sign the sale in Quellin”. */
export function describeSentence(sentence: string): Proposition {
  const text = OPENING + sentence.replace(/["“”]/gu, ' ').trim();
  const ranges = [{ start: OPENING.length, end: text.length }];
  const bare = { entities: [], report: { text } };
  return describePart(
    bare,
    text,
    { when: [], polarity: 'affirmed' },
    { ranges, words: tagWords(text.slice(OPENING.length), OPENING.length), shared: [], price: false },
  );
}

/** The sentence with the names that it has in common with `other`, also where it has them in small letters. */
export function nameActors(sentence: Proposition, other: Proposition): Proposition {
  const known = splitName(sentence.text).filter((word) => other.actors.includes(word) && !sentence.actors.includes(word)); // prettier-ignore
  if (known.length === 0) return sentence;
  const isKnown = (word: string): boolean => known.some((name) => stemOf(name) === stemOf(word));
  return {
    ...sentence,
    actors: [...new Set([...sentence.actors, ...known])].sort(),
    terms: sentence.terms.filter((word) => !isKnown(word)),
    core: sentence.core.filter((word) => !isKnown(word)),
  };
}
