import { createHash } from 'node:crypto';
import type { Note } from '../base/note.ts';
import type { Encoder } from '../language/encoder.ts';
import { findParagraphs } from '../language/paragraphs.ts';
import type { Article } from '../page/article.ts';
import type { Linker } from './assemble/linker.ts';
import { countAudit } from './audit.ts';
import { readVoices } from './voices.ts';
import type { Reading } from './reading.ts';

export interface ReadingContext {
  /** The input as given; one of many: `reports.jsonl:17`. */
  readonly input: string;
  readonly by: Reading['by'];
  readonly encoder: Encoder;
  readonly linker: Linker;
}

/** The reading stage: who said what in one article, and in its title. A pure function of (article, network, rules). */
export async function readArticle(article: Article, context: ReadingContext): Promise<Reading> {
  const english = article.language === null || article.language === 'en';
  const body = english ? findParagraphs(article.text, article.noStory) : [];
  const title = english && article.title ? findParagraphs(article.title) : [];
  const voices = await readVoices(article, article.text, body, context);
  const headline = await readVoices(article, article.title ?? '', title, context);
  return {
    schema: 'hearsay/reading/1',
    input: context.input,
    by: context.by,
    report: reportOf(article),
    attributions: voices.attributions,
    headline: headline.attributions,
    entities: [],
    times: [],
    places: [],
    audit: countAudit(voices.attributions),
    notes: [...article.notes, ...(english ? [] : [notEnglish(article)]), ...voices.notes],
  };
}

function reportOf(article: Article): Reading['report'] {
  const { id, url, outlet, wire, title, section, kind, published, publishedFrom, modified, captured, language, text } =
    article;
  return {
    ...{ id, url, outlet, wire, title, section, kind, published, publishedFrom, modified, captured, language, text },
    authors: [...article.authors],
    sha256: createHash('sha256').update(article.text).digest('hex'),
    links: article.links.map(({ start, end, text, href }) => ({ start, end, text, href })),
    extra: { ...article.extra },
  };
}

function notEnglish(article: Article): Note {
  return {
    code: 'reading.not-english',
    what: `The text is in another language (${article.language ?? 'unknown'}): attributions are read in English only.`,
    span: null,
  };
}
