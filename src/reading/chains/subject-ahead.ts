import type { Entity, Mention } from '../../language/mentions.ts';
import type { Gender } from '../../language/mentions/nouns.ts';
import type { Range } from '../../language/spans.ts';
import { isNamed } from './referents.ts';
import { sentenceAround, type Setting } from './setting.ts';

/** What opens a sentence whose subject comes only behind a comma: "In what he called a rant, Holm …". */
const FRONTED = /^\W*(?:in what|as|when|while|after|before|although|though|since|despite what|in a nod to what|because|until|even as|just as)\s(?:\p{Ll}+\s){0,2}$/iu; // prettier-ignore
/** How far behind the pronoun the subject may stand, in UTF-16 units. */
const REACH = 220;

/**
 * Whom "he" or "she" in a sentence's opening clause means where the name comes only behind it: "In what she called a farce,
 * Holm left the talks." Null where the sentence before, or this one up to the pronoun, speaks of somebody whom it can mean.
 */
export function subjectAhead({ text, entities, sentences }: Setting, source: Range, asked: Gender): Entity | null {
  const sentence = sentenceAround(sentences, source);
  if (!FRONTED.test(text.slice(sentence.start, source.start))) return null;
  const before = sentences.findLast(({ end }) => end <= sentence.start);
  const persons = entities.filter(({ kind, gender }) => kind === 'person' && (gender === null || gender === asked));
  const from = before && !text.slice(before.end, sentence.start).includes('\n') ? before.start : sentence.start;
  const spokenOf = (mention: Mention): boolean => mention.start >= from && mention.start < source.start;
  if (persons.some((one) => one.mentions.some(spokenOf))) return null;
  const isSubject = ({ start, why }: Mention): boolean => start > source.end && start < Math.min(sentence.end, source.end + REACH) && /full name|last name|name/u.test(why) && /,["”’]? (?:\p{Lu}\p{L}*\.? ){0,3}$/u.test(text.slice(Math.max(0, start - 30), start)); // prettier-ignore
  return persons.find((one) => isNamed(one) && one.mentions.some(isSubject)) ?? null;
}
