import { tagWords, type TaggedWord } from '../../language/parts-of-speech.ts';
import { findSentences } from '../../language/sentences.ts';
import type { Range } from '../../language/spans.ts';
import { isFiniteAt } from '../../reading/finite.ts';
import { findMainClauses } from '../../reading/main-clauses.ts';
import { cutPrice } from './price.ts';

/** One proposition of a content: where it stands, and what it takes from before: a subject, or the deal whose price it is. */
export interface Part {
  readonly ranges: readonly Range[];
  /** Its words, as they are tagged in their sentence. */
  readonly words: readonly TaggedWord[];
  /** Words outside `ranges`: "could be signed" → "The deal". */
  readonly shared: readonly TaggedWord[];
  readonly price: boolean;
}

function makePart(words: readonly TaggedWord[], shared: readonly TaggedWord[] = [], price = false): Part {
  return { ranges: rangesOf(words), words, shared, price };
}

/**
 * The propositions of a content, each with its own ranges (contract §1, appearance): its sentences, their main clauses,
 * what a second verb says of the same subject ("would be valued at $2 billion | and could be signed this week"), and the
 * price of a deal. A content without a clause ("the planned sale") is one.
 */
export function splitContent(text: string, content: readonly Range[]): readonly Part[] {
  const parts = content.flatMap((span) => findSentences(text, [span])).map((range) => trim(text, range));
  // A content in pieces ("The deal … to be worth $2 billion") is one sentence; only whole sentences are apart.
  const sentences = content.length > 1 && !parts.some(({ end }) => /[.!?]["”’]?$/u.test(text.slice(0, end).slice(-2))) ? [parts] : parts.map((part) => [part]); // prettier-ignore
  return sentences.flatMap((ranges) => splitSentence(text, ranges));
}

function splitSentence(text: string, ranges: readonly Range[]): readonly Part[] {
  const words = ranges.flatMap(({ start, end }) => tagWords(text.slice(start, end), start));
  const opened = /^that$/iu.test(words[0]?.text ?? '') && words.length > 3 ? words.slice(1) : words;
  const clauses = findMainClauses(opened).map((clause) => wordsIn(opened, clause.ranges));
  const found = clauses.length === 0 ? [trimMarks(opened)] : clauses;
  return found
    .filter((clause) => clause.some(({ pos }) => pos !== 'PUNCT'))
    .flatMap((clause) => splitVerbs(text, clause));
}

function splitVerbs(text: string, clause: readonly TaggedWord[]): readonly Part[] {
  const contrast = clause.findIndex((word, i) => i > 2 && /^but$/u.test(word.text) && opensContrast(clause, i + 1));
  if (contrast > 0) {
    const [first, second] = [clause.slice(0, contrast), trimMarks(clause.slice(contrast + 1))];
    const verb = first.findIndex((_, i) => isFiniteAt(first, i));
    const shared = second.length - second.findIndex((_, i) => isFiniteAt(second, i)) < 4 ? first.slice(Math.max(0, verb)) : []; // prettier-ignore
    return [...splitVerbs(text, first), makePart(second, shared)];
  }
  const at = clause.findIndex((word, i) => i > 3 && /^(?:and|but)$/u.test(word.text) && isSecondVerb(clause, i + 1));
  const first = at < 0 ? clause : clause.slice(0, at);
  const { main, price } = cutPrice(text, trimMarks(first));
  const parts = [makePart(main)];
  if (price.length > 0) parts.push(makePart(price, main, true));
  if (at < 0) return parts;
  const verb = clause.findIndex((_, i) => isFiniteAt(clause, i));
  const second = trimMarks(clause.slice(at + 1));
  return [...parts, makePart(second, clause.slice(0, Math.max(0, verb)))];
}

/** "but the service is not": a subject of its own, and its verb. */
function opensContrast(words: readonly TaggedWord[], at: number): boolean {
  const verb = words.slice(at, at + 7).findIndex((_, i) => isFiniteAt(words, at + i));
  return verb > 0 && words.slice(at, at + verb).some(({ pos }) => ['NOUN', 'PROPN', 'PRON'].includes(pos));
}

/** Only an auxiliary surely opens a second statement: "and could be signed"; "and services" or "and bought" may go on a list. */
function isSecondVerb(words: readonly TaggedWord[], at: number): boolean {
  const behind = words.slice(at, at + 3).find(({ text }) => !/^["“‘]$|ly$|^also$|^then$/u.test(text));
  const left = words.slice(0, at - 1).some((_, i, all) => isFiniteAt(all, i));
  return left && /^(?:will|would|can|could|may|might|should|must|is|are|was|were|has|have|had|wo|does|did)$/u.test(behind?.text ?? ''); // prettier-ignore
}

function wordsIn(words: readonly TaggedWord[], ranges: readonly Range[]): readonly TaggedWord[] {
  return words.filter(({ start, end }) => ranges.some((range) => range.start <= start && end <= range.end));
}

function trimMarks(words: readonly TaggedWord[]): readonly TaggedWord[] {
  const from = words.findIndex(({ pos }) => pos !== 'PUNCT' && pos !== 'CCONJ');
  const to = words.findLastIndex(({ text, pos }) => pos !== 'PUNCT' || /^[%”"’)]$/u.test(text));
  return from < 0
    ? []
    : words.slice(from > 0 && /^["“‘]$/u.test(words[from - 1]?.text ?? '') ? from - 1 : from, to + 1);
}

function trim(text: string, { start, end }: Range): Range {
  const inside = text.slice(start, end);
  return {
    start: start + inside.length - inside.trimStart().length,
    end: end - (inside.length - inside.trimEnd().length),
  };
}

/** Words that stand side by side, or a mark apart, make one range. */
export function rangesOf(words: readonly TaggedWord[]): readonly Range[] {
  const ranges: { start: number; end: number }[] = [];
  for (const word of words) {
    const open = ranges.at(-1);
    if (open && word.start - open.end <= 1) open.end = word.end;
    else ranges.push({ start: word.start, end: word.end });
  }
  return ranges;
}
