import type { Range } from '../language/document.ts';
import type { TaggedWord } from '../language/parts-of-speech.ts';
import type { Plain } from './plain-verbs.ts';

/** Tellings whose cue is no verb with a clause behind it, the first form that stands at `at`. */
export function readPhrase(words: readonly TaggedWord[], at: number): Plain | null {
  return (
    readAccording(words, at) ?? readWordsOf(words, at) ?? readDoubt(words, at) ?? readPassive(words, at) ?? readAside(words, at) // prettier-ignore
  );
}

/** "According to Wilkins, the print was lost" and "the print was lost, according to Wilkins". */
function readAccording(words: readonly TaggedWord[], at: number): Plain | null {
  const cue = words[at];
  const to = words[at + 1];
  if (cue?.text.toLowerCase() !== 'according' || to?.text !== 'to') return null;
  const end = nounEnd(words, at + 2);
  const source = rangeOf(words.slice(at + 2, end));
  const front = words.slice(end + 1).filter((word) => word.pos !== 'PUNCT');
  const back = words.slice(0, at).filter((word) => word.pos !== 'PUNCT');
  const content = rangeOf(back.length > front.length ? back : front);
  return source && content && { source, cue: { start: cue.start, end: to.end }, content, opener: 'bare' };
}

/** "In the words of the mayor, “it is a bridge to nowhere.”" */
function readWordsOf(words: readonly TaggedWord[], at: number): Plain | null {
  if (!isSaid(words, at, ['in', 'the', 'words', 'of'])) return null;
  const quote = words.findIndex((word, i) => i > at + 4 && /^["“‘]$/u.test(word.text));
  const comma = nounEnd(words, at + 4);
  const from = quote > 0 ? quote + 1 : comma + 1;
  const source = rangeOf(trimMarks(words.slice(at + 4, quote > 0 ? quote : comma)));
  const content = rangeOf(trimMarks(words.slice(from)));
  const cue = rangeOf(words.slice(at, at + 4));
  return source && cue && content && { source, cue, content, opener: quote > 0 ? 'quote' : 'bare' };
}

/** "I have no doubt that it will hold", "They had the impression that it would." */
function readDoubt(words: readonly TaggedWord[], at: number): Plain | null {
  const head = words.slice(at, at + 3).map((word) => word.text.toLowerCase());
  if (!/^(?:have|has|had|['’]ve)$/u.test(head[0] ?? '') || !/^(?:no|little|a|an|the|any|some)$/u.test(head[1] ?? '')) return null; // prettier-ignore
  if (!/^(?:doubt|doubts|idea|hope|feeling|belief|suspicion|view|impression|sense|fear)$/u.test(head[2] ?? '')) return null; // prettier-ignore
  const first = words[at + 3];
  const subject = words[at - 1];
  if (!first || !/^(?:that|whether|if|how|why|what|where|who|when|he|she|it|they|we|I|you)$/u.test(first.text)) return null; // prettier-ignore
  if (!subject || !['PRON', 'NOUN', 'PROPN'].includes(subject.pos)) return null;
  const cue = rangeOf(words.slice(at, at + 3));
  const content = rangeOf(trimMarks(words.slice(at + 3)));
  return cue && content && { source: rangeOf([subject]), cue, content, opener: 'word' };
}

/** "It is asserted by the board that the bridge will hold": the board tells. */
function readPassive(words: readonly TaggedWord[], at: number): Plain | null {
  const by = words[at + 1];
  if (words[at]?.pos !== 'VERB' || by?.text.toLowerCase() !== 'by') return null;
  const it = words.slice(Math.max(0, at - 4), at).findLastIndex((word) => /^it$/iu.test(word.text));
  const that = words.findIndex((word, i) => i > at + 2 && i < at + 14 && word.text === 'that');
  if (it < 0 || that < 0) return null;
  const from = Math.max(0, at - 4) + it;
  const cue = rangeOf(words.slice(from, at + 2));
  const source = rangeOf(trimMarks(words.slice(at + 2, that)));
  const content = rangeOf(trimMarks(words.slice(that)));
  return source && cue && content && { source, cue, content, opener: 'word' };
}

/** "Moved I think by the mayor's words, they voted": the rest of the sentence is what I think. */
function readAside(words: readonly TaggedWord[], at: number): Plain | null {
  const verb = words[at + 1];
  const subject = words[at];
  if (!/^(?:I|we)$/u.test(subject?.text ?? '') || !/^(?:think|believe|suppose|guess|imagine|suspect)$/u.test(verb?.text ?? '')) return null; // prettier-ignore
  const after = words[at + 2];
  const between = words[at - 1]?.text === ',' && after?.text === ',';
  if (at === 0 || !subject || !verb || (after?.pos !== 'ADP' && !between) || /^(?:of|about)$/u.test(after?.text ?? '')) return null; // prettier-ignore
  const content = rangeOf(trimMarks(words.slice(at + 2)));
  return content && { source: rangeOf([subject]), cue: { start: verb.start, end: verb.end }, content, opener: 'bare' };
}

function nounEnd(words: readonly TaggedWord[], from: number): number {
  let end = from;
  while (end < words.length && words[end]?.pos !== 'PUNCT') end++;
  return end;
}

function isSaid(words: readonly TaggedWord[], at: number, said: readonly string[]): boolean {
  return said.every((one, i) => words[at + i]?.text.toLowerCase() === one);
}

function trimMarks(words: readonly TaggedWord[]): readonly TaggedWord[] {
  const from = words.findIndex((word) => word.pos !== 'PUNCT');
  return from < 0 ? [] : words.slice(from, words.findLastIndex((word) => word.pos !== 'PUNCT') + 1);
}

function rangeOf(words: readonly TaggedWord[]): Range | null {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}
