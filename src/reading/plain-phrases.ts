import type { Range } from '../language/spans.ts';
import type { TaggedWord } from '../language/parts-of-speech.ts';
import type { Plain } from './plain-verbs.ts';

/** Tellings whose cue is no verb with a clause behind it, the first form that stands at `at`. */
export function readPhrase(words: readonly TaggedWord[], at: number): Plain | null {
  return (
    readAccording(words, at) ??
    readWordsOf(words, at) ??
    readNoun(words, at) ??
    readPassive(words, at) ??
    readAside(words, at) ??
    readLike(words, at)
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
  return source && content && { source, cue: { start: cue.start, end: to.end }, content: [content], opener: 'bare' };
}

const LEADS = ['in the words of', 'attributed to', 'to quote', 'quoting'].map((lead) => lead.split(' '));

/** "In the words of the mayor, “it is a bridge to nowhere.”" */
function readWordsOf(words: readonly TaggedWord[], at: number): Plain | null {
  const lead = LEADS.find((one) => one.every((word, i) => words[at + i]?.text.toLowerCase() === word));
  if (!lead) return null;
  const from = at + lead.length;
  const quote = words.findIndex((word, i) => i > from && i < from + 14 && /^["“‘]$/u.test(word.text));
  const source = rangeOf(trimMarks(words.slice(from, quote)));
  const content = rangeOf(trimMarks(words.slice(quote + 1)));
  const cue = rangeOf(words.slice(at, from));
  return quote > 0 && source && cue && content ? { source, cue, content: [content], opener: 'quote' } : null;
}

const NOUN = /^(?:doubt|idea|hope|hopes|feeling|belief|suspicion|suspicions|view|impression|sense|fear|fears|concern|concerns|rumou?rs?|speculation|claims?|allegations?|evidence|signs?|reports?|indications?|suggestions?)$/u; // prettier-ignore

/** "I have no doubt that it will hold", "there were rumours that it would not". */
function readNoun(words: readonly TaggedWord[], at: number): Plain | null {
  const verb = words[at]?.text.toLowerCase() ?? '';
  const subject = words[at - 1];
  const there = subject?.text.toLowerCase() === 'there' && /^(?:is|are|was|were)$/u.test(verb);
  if (!there && !/^(?:have|has|had|['’]ve)$/u.test(verb)) return null;
  const noun = words.findIndex((word, i) => i > at && i < at + 5 && NOUN.test(word.text.toLowerCase()));
  const first = words[noun + 1];
  if (noun < 0 || !words.slice(at + 1, noun).every(({ pos }) => ['DET', 'ADJ', 'ADV', 'NOUN'].includes(pos))) return null; // prettier-ignore
  if (!first || !/^(?:that|whether|if|how|why|what|where|who|when|he|she|it|they|we|I|you)$/u.test(first.text)) return null; // prettier-ignore
  if (!subject || (!there && !['PRON', 'NOUN', 'PROPN'].includes(subject.pos))) return null;
  const cue = rangeOf(words.slice(there ? at - 1 : at, noun + 1));
  const content = rangeOf(trimMarks(words.slice(noun + 1)));
  return cue && content && { source: there ? null : rangeOf([subject]), cue, content: [content], opener: 'word' };
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
  return source && cue && content && { source, cue, content: [content], opener: 'word' };
}

/** "Moved I think by the mayor's words, they voted": what stands around it is what I think. */
function readAside(words: readonly TaggedWord[], at: number): Plain | null {
  const [subject, verb, after] = words.slice(at, at + 3);
  if (!/^(?:I|we)$/u.test(subject?.text ?? '') || !/^(?:think|believe|suppose|guess|imagine|suspect)$/u.test(verb?.text ?? '')) return null; // prettier-ignore
  const between = words[at - 1]?.text === ',' && after?.text === ',';
  if (at === 0 || !subject || !verb || (after?.pos !== 'ADP' && !between) || /^(?:of|about)$/u.test(after?.text ?? '')) return null; // prettier-ignore
  const parts = [words.slice(0, at), words.slice(at + 2)].flatMap((part) => rangeOf(trimMarks(part)) ?? []);
  return { source: rangeOf([subject]), cue: { start: verb.start, end: verb.end }, content: parts, opener: 'bare' };
}

/** "So I was like, let us go": the speech of interviews. */
function readLike(words: readonly TaggedWord[], at: number): Plain | null {
  const [subject, be, like, comma] = words.slice(at, at + 4);
  if (!/^(?:I|we|he|she|they|you)$/u.test(subject?.text ?? '') || !/^(?:was|were|am|is|are|['’](?:m|s|re))$/u.test(be?.text ?? '')) return null; // prettier-ignore
  if (like?.text !== 'like' || !/^[,:"“‘]$/u.test(comma?.text ?? '')) return null;
  const content = rangeOf(trimMarks(words.slice(at + 3)));
  const cue = rangeOf(words.slice(at + 1, at + 3));
  return cue && content && { source: rangeOf(words.slice(at, at + 1)), cue, content: [content], opener: 'quote' };
}

function nounEnd(words: readonly TaggedWord[], from: number): number {
  let end = from;
  while (end < words.length && words[end]?.pos !== 'PUNCT') end++;
  return end;
}

function trimMarks(words: readonly TaggedWord[]): readonly TaggedWord[] {
  const from = words.findIndex((word) => word.pos !== 'PUNCT');
  return from < 0 ? [] : words.slice(from, words.findLastIndex((word) => word.pos !== 'PUNCT') + 1);
}

function rangeOf(words: readonly TaggedWord[]): Range | null {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}
