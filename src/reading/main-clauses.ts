import type { Range } from '../language/spans.ts';
import type { TaggedWord } from '../language/parts-of-speech.ts';
import { cutAsides } from './asides.ts';
import { findVerb, hasClause, isFiniteAt } from './finite.ts';

export interface MainClause {
  readonly ranges: readonly Range[];
  /** Its first finite verb. */
  readonly verb: Range | null;
}

/**
 * The main clauses of one sentence, each as the ranges that are left when concessions, relative clauses and framing are
 * cut: "Although it rained, Jo, who was late, left, and Bo stayed." → "Jo … left" and "Bo stayed". Clauses are parted
 * at a semicolon, and at "and", "but", "or", "so", "yet" between two stretches that each have a subject and a finite
 * verb. Stretches without a finite verb (headings, captions) and without a subject (imperatives) give none.
 */
export function findMainClauses(words: readonly TaggedWord[]): readonly MainClause[] {
  return splitClauses(cutDateline(words))
    .map((clause) => cutAsides(trimWords(clause)))
    .map(trimWords)
    .filter(hasClause)
    .map((clause) => ({ ranges: rangesOf(clause), verb: clause[findVerb(clause)] ?? null }));
}

/** "Saltmere (Reuters) - The ferry sank" and "SALTMERE — The ferry sank": the place and the agency say nothing. */
function cutDateline(words: readonly TaggedWord[]): readonly TaggedWord[] {
  const dash = words.slice(0, 10).findIndex(({ text }) => /^(?:[-–—]|--)$/u.test(text));
  const front = words.slice(0, Math.max(0, dash));
  const named = front.every(({ text }) => /^(?:\p{Lu}[\p{L}.]*|[(),.]|\d+)$/u.test(text));
  const agency = front.at(-1)?.text === ')' || front.every(({ text }) => text === text.toUpperCase());
  return front.length > 0 && named && agency ? words.slice(dash + 1) : words;
}

function splitClauses(words: readonly TaggedWord[]): readonly (readonly TaggedWord[])[] {
  const clauses: (readonly TaggedWord[])[] = [];
  let from = 0;
  words.forEach((_, i) => {
    const left = words.slice(from, i);
    if (!isBoundary(words, i) || opensSubordinate(left) || !hasClause(cutAsides(trimWords(left)))) return;
    clauses.push(left);
    from = i;
  });
  return [...clauses, words.slice(from)];
}

/** A semicolon, or a conjunction with a subject and a finite verb behind it. */
function isBoundary(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at];
  if (!word || at === 0) return false;
  if (word.text === ';') return true;
  if (!/^(?:and|but|or|so|yet|nor)$/u.test(word.text)) return false;
  return startsClause(words, at + 1, words[at - 1]?.text === ',');
}

const NOMINATIVE = /^(?:I|he|she|it|they|we|you|there)$/iu;
const IN_SUBJECT = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART', 'ADV', 'PRON', 'ADP', 'SYM']);

/**
 * Without a comma only a pronoun is surely a subject ("and he left"): "the mayor and aides paid by him" is no clause.
 */
function startsClause(words: readonly TaggedWord[], from: number, comma: boolean): boolean {
  let subject = false;
  for (let i = from; i < Math.min(words.length, from + 14); i++) {
    const word = words[i];
    if (!word) return false;
    if (isFiniteAt(words, i)) return subject && (comma || NOMINATIVE.test(words[from]?.text ?? ''));
    if (!IN_SUBJECT.has(word.pos) || /^(?:who|which|that|whose|to)$/iu.test(word.text)) return false;
    if (['NOUN', 'PROPN', 'PRON', 'DET'].includes(word.pos)) subject = true;
  }
  return false;
}

/** "because Bo left, and Jo stayed": the second clause hangs on the "because" too. So does one behind "that". */
function opensSubordinate(left: readonly TaggedWord[]): boolean {
  const opener = left.findLastIndex((word) => /^(?:that|because|if|when|whether|unless|until|since|although|though|while|why|how|what)$/iu.test(word.text)); // prettier-ignore
  if (opener < 0) return false;
  const opened = left[opener];
  if (opened?.text.toLowerCase() === 'that' && opened.pos === 'DET') return false;
  if (opener === 0) return !left.slice(1).some((word) => word.text === ',');
  return hasFinite(left.slice(opener));
}

function hasFinite(words: readonly TaggedWord[]): boolean {
  return words.some((_, i) => isFiniteAt(words, i));
}

/** Without conjunctions and marks at the edges. */
function trimWords(words: readonly TaggedWord[]): readonly TaggedWord[] {
  let from = 0;
  let to = words.length;
  while (from < to && isEdge(words[from], true)) from++;
  while (to > from && isEdge(words[to - 1], false)) to--;
  return words.slice(from, to);
}

function isEdge(word: TaggedWord | undefined, leading: boolean): boolean {
  if (!word) return false;
  if (/^[)\]%”"’']+$/u.test(word.text) && !leading) return false;
  return (word.pos === 'PUNCT' && !/^[“‘"'([$£€]/u.test(word.text)) || (leading && /^(?:and|but|or|so|yet|nor)$/iu.test(word.text)); // prettier-ignore
}

/** Words that stand side by side make one range; a cut aside parts two. */
function rangesOf(words: readonly TaggedWord[]): readonly Range[] {
  const ranges: { start: number; end: number; last: number }[] = [];
  for (const word of words) {
    const open = ranges.at(-1);
    if (open && word.start - open.end <= 1) open.end = word.end;
    else ranges.push({ start: word.start, end: word.end, last: word.end });
  }
  return ranges.map(({ start, end }) => ({ start, end }));
}
