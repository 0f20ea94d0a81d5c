import { readFileSync } from 'node:fs';
import { makeDocument, spansOf } from '../../evals/triples/evaluate-triples.ts';
import type { Marked, MarkedArticle } from '../../evals/triples/polnear.ts';
import type { TaggedText } from '../../src/language/document.ts';
import type { TaggedSpan } from '../../src/language/spans.ts';

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
export function tagDocument(article: TaggedArticle, marked?: readonly Marked[]): TaggedText {
  return { ...makeDocument(article), tagged: marked ? spansOf(marked) : article.tagged };
}
