import type { TaggedWord } from '../../language/parts-of-speech.ts';
import { rangesOf, type Part } from './split.ts';

/** What can be told, before what it tells: "the idea | that she left", "Holm's claims | that the yard is sold". */
const MATTER = /^(?:allegations?|accusations?|arguments?|assertions?|charges?|claims?|contentions?|ideas?|notions?|reports?|rumou?rs?|stor(?:y|ies)|suggestions?|speculation)$/iu; // prettier-ignore
/** "… is simply not true", "… are unfounded", behind what it tells. */
const VERDICT = /[\s,"“”‘’']*\b(?:is|are|was|were)\b(?:n[’']t|\s+not)?[\s"“”‘’']*(?:(?:simply|just|completely|totally|entirely|absolutely|utterly|patently)\s+)?(?:(?:not\s+)?(?:true|correct|accurate)|untrue|false|wrong|baseless|unfounded|groundless|fabricated|inaccurate)[\s.,!"“”‘’']*$/iu; // prettier-ignore

/** Words within which a denial names what it denies. */
const FRONT = 8;
/** A clause has a subject and a verb, at least. */
const CLAUSE = 3;

/**
 * What a denial says is not so: of "Holm's claim that the yard is sold is not true" the yard's sale. A denial that names no
 * such matter is its own proposition.
 */
export function partDenied(part: Part): Part {
  const at = part.words.findIndex(({ text }, i) => i < FRONT && MATTER.test(text) && /^that$/iu.test(part.words[i + 1]?.text ?? '')); // prettier-ignore
  if (at < 0) return part;
  const words = withoutVerdict(part.words.slice(at + 2));
  return words.length < CLAUSE ? part : { ...part, words, shared: [], ranges: rangesOf(words) };
}

function withoutVerdict(words: readonly TaggedWord[]): readonly TaggedWord[] {
  const plain = words.map(({ text }) => text).join(' ').replaceAll(/ (?=n[’']t\b)/gu, ''); // prettier-ignore
  const left = plain.length - (VERDICT.exec(plain)?.[0].length ?? 0);
  let size = 0;
  return words.filter(({ text }, i) => {
    size += text.length + (i === 0 || /^n[’']t$/u.test(text) ? 0 : 1);
    return size <= left;
  });
}
