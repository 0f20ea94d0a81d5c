import { overlaps } from '../base/span.ts';
import type { Range } from '../language/spans.ts';
import { tagWords, type TaggedWord } from '../language/parts-of-speech.ts';
import type { Triple } from './assemble/triple.ts';
import { hasClause } from './finite.ts';

/** In PolNeAR train 21 of 33 of these outside contents are a reader's cue, 16 of them without a source. 2026-11. */
const CONFIDENCE = 0.6;

const HEARSAY = /^(?:reportedly|allegedly|purportedly)$/iu;

/**
 * "They reportedly left by train": the adverb is a cue without a source, its clause what is told. Only where no part of
 * `found` stands in that clause; inside somebody's content the adverb is his own hedge.
 */
export function findHearsay(text: string, sentences: readonly Range[], found: readonly Triple[]): Triple[] {
  const taken = found.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
  taken.sort((a, b) => a.start - b.start);
  let at = 0;
  return sentences.flatMap((sentence) => {
    if (!/\b(?:reportedly|allegedly|purportedly)\b/iu.test(text.slice(sentence.start, sentence.end))) return [];
    while (at < taken.length && (taken[at]?.end ?? 0) <= sentence.start) at++;
    const here = taken.slice(at).filter((range) => overlaps(range, sentence));
    const words = tagWords(text.slice(sentence.start, sentence.end), sentence.start);
    return words.flatMap((word, i) => {
      // "An allegedly stolen ferry" tells nothing.
      if (!HEARSAY.test(word.text) || ['DET', 'ADJ', 'ADP'].includes(words[i - 1]?.pos ?? '')) return [];
      const content = clauseAround(words, i);
      return content.length === 0 || content.some((part) => here.some((range) => overlaps(range, part)))
        ? []
        : [tripleOf(word, content)];
    });
  });
}

/** The clause of the adverb without it: up to a semicolon, a conjunction behind a comma, or a relative's edge. */
function clauseAround(words: readonly TaggedWord[], at: number): Range[] {
  const parts = (word: TaggedWord | undefined, i: number): boolean =>
    word?.text === ';' || (/^(?:and|but|while|although|though|because)$/u.test(word?.text ?? '') && words[i - 1]?.text === ','); // prettier-ignore
  let from = at;
  while (from > 0 && !parts(words[from - 1], from - 1) && !/^(?:who|which)$/u.test(words[from]?.text ?? '')) from--;
  const relative = /^(?:who|which)$/u.test(words[from]?.text ?? '');
  let to = at + 1;
  while (to < words.length && !parts(words[to], to) && !(relative && words[to]?.text === ',')) to++;
  const clause = words.slice(from, to);
  const whole = relative ? clause.length > 2 : hasClause(clause);
  return whole ? [rangeOf(words.slice(from, at)), rangeOf(words.slice(at + 1, to))].flatMap((one) => one ?? []) : [];
}

function rangeOf(words: readonly TaggedWord[]): Range | null {
  const from = words.findIndex(({ pos }) => pos !== 'PUNCT');
  const [first, last] = [words[from], words.findLast(({ pos }) => pos !== 'PUNCT')];
  return first && last ? { start: first.start, end: last.end } : null;
}

function tripleOf({ start, end }: Range, content: readonly Range[]): Triple {
  const facts = { score: CONFIDENCE, confidence: CONFIDENCE, features: ['rule'], within: null };
  return { source: [], cue: [{ start, end }], content, ...facts };
}
