import type { Article } from '../../src/page/article.ts';

/** A bare text as an article of which nothing else is known. */
export function wrapText(id: string, text: string): Article {
  return {
    id,
    url: null,
    outlet: null,
    wire: null,
    title: null,
    authors: [],
    section: null,
    kind: 'unknown',
    published: null,
    publishedFrom: null,
    modified: null,
    captured: null,
    language: 'en',
    text,
    links: [],
    extra: {},
    noStory: [],
    notes: [],
  };
}
