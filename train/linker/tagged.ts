import { readFileSync } from 'node:fs';
import type { Marked, MarkedArticle } from '../../evals/triples/polnear.ts';
import { ROLES, type Document, type TaggedSpan } from '../../src/language/document.ts';
import { findParagraphs } from '../../src/language/paragraphs.ts';
import { findSentences } from '../../src/language/sentences.ts';
import { wrapText } from '../../evals/triples/wrap.ts';

/** A PolNeAR article with the network's spans, as tag.ts writes it. */
export interface TaggedArticle extends MarkedArticle {
  readonly tagged: readonly TaggedSpan[];
}

export function readTagged(file: string): TaggedArticle[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TaggedArticle);
}

/** The document with the network's spans, or with those that a reader marked. */
export function makeDocument(article: TaggedArticle, marked?: readonly Marked[]): Document {
  const paragraphs = findParagraphs(article.text);
  return {
    article: wrapText(article.id, article.text),
    text: article.text,
    paragraphs,
    sentences: findSentences(article.text, paragraphs),
    tagged: marked ? flatten(marked) : article.tagged,
  };
}

function flatten(marked: readonly Marked[]): TaggedSpan[] {
  const spans = new Map<string, TaggedSpan>();
  for (const one of marked)
    for (const role of ROLES)
      for (const range of one[role]) spans.set(`${role} ${range.start} ${range.end}`, { ...range, role, score: 1 });
  return [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
