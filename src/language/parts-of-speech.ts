import { createRequire } from 'node:module';
import type { Range } from './spans.ts';

/** Universal part of speech of a word, as wink-nlp gives it: VERB, AUX, NOUN, PROPN, PRON, CCONJ, SCONJ, PUNCT, … */
export interface TaggedWord extends Range {
  readonly text: string;
  readonly pos: string;
}

/** What is used of wink-nlp; its own types make `its.pos` a method that must not be passed along, which it must. */
interface Tagger {
  readonly its: { readonly pos: unknown };
  readDoc(text: string): { tokens(): { out(what?: unknown): string[] } };
}

type WinkNlp = (model: unknown, pipe: readonly string[]) => Tagger;

let held: Tagger | null = null;

/** Longer stretches are no sentence; tagging them would cost memory for nothing. In UTF-16 units. */
const LONGEST = 20_000;

/**
 * The words of one sentence with their parts of speech; offsets into `text`, plus `offset`. Empty for a stretch too long
 * to be a sentence. The model (1 MB, in the package) loads on the first call, in about 0.2 s.
 */
export function tagWords(text: string, offset = 0): readonly TaggedWord[] {
  if (text.length > LONGEST) return [];
  const nlp = (held ??= loadTagger());
  const tokens = nlp.readDoc(text).tokens();
  const texts = tokens.out();
  const tags = tokens.out(nlp.its.pos);
  const words: TaggedWord[] = [];
  let at = 0;
  texts.forEach((word, i) => {
    const start = text.indexOf(word, at);
    if (start < 0) return;
    at = start + word.length;
    words.push({ start: offset + start, end: offset + at, text: word, pos: tags[i] ?? 'X' });
  });
  return words;
}

function loadTagger(): Tagger {
  const require = createRequire(import.meta.url);
  const winkNlp = require('wink-nlp') as WinkNlp;
  return winkNlp(require('wink-eng-lite-web-model'), ['sbd', 'pos']);
}
