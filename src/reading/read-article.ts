import { createHash } from 'node:crypto';
import type { Note } from '../base/note.ts';
import { makeSpan } from '../base/span.ts';
import type { Encoder } from '../language/encoder.ts';
import type { Entity } from '../language/mentions.ts';
import { findParagraphs } from '../language/paragraphs.ts';
import { readDocument } from '../language/read-document.ts';
import { scanTimes } from '../language/times/scan.ts';
import type { Article } from '../page/article.ts';
import type { Linker } from './assemble/linker.ts';
import { countAudit } from './audit.ts';
import { writePlace, writeTime } from './description.ts';
import { nameHeadline } from './headline.ts';
import { datePublication } from './publication.ts';
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
export async function readArticle(given: Article, context: ReadingContext): Promise<Reading> {
  const english = given.language === null || given.language === 'en';
  const body = english ? findParagraphs(given.text, given.noStory) : [];
  const scan = scanTimes(given.text, body);
  const { article, notes } = datePublication(given, scan);
  const titleText = article.title ?? '';
  const title = english ? findParagraphs(titleText) : [];
  const document = await readDocument(context.encoder, article, scan, body);
  const voices = await readVoices(document, context);
  const heading = await readDocument(context.encoder, article, scanTimes(titleText, title), title);
  const headline = await readVoices(heading, context);
  return {
    schema: 'hearsay/reading/1',
    input: context.input,
    by: context.by,
    report: reportOf(article),
    attributions: voices.attributions,
    headline: nameHeadline(headline.attributions, heading.entities, document.entities),
    entities: document.entities.map((one) => writeEntity(article.text, one)),
    times: document.times.map((one) => writeTime(article.text, one)),
    places: document.places.map((one) => ({ ...writePlace(article.text, one), use: one.use })),
    audit: countAudit(article.text, voices.attributions, document.entities),
    sense: { text: document.sense, title: heading.sense },
    notes: [...article.notes, ...doubtText(article, english), ...notes, ...document.notes, ...voices.notes],
  };
}

function writeEntity(text: string, { id, name, kind, mentions }: Entity): Reading['entities'][number] {
  return { id, name, kind, mentions: mentions.map(({ start, end, why }) => ({ ...makeSpan(text, start, end), why })) };
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

function doubtText({ text, language }: Article, english: boolean): Note[] {
  if (!english) {
    const which =
      language === null || language === 'und'
        ? 'The language of the text does not show'
        : `The text is in another language (${language})`;
    return [{ code: 'reading.not-english', what: `${which}: attributions are read in English only.`, span: null }];
  }
  if (/\p{Ll}/u.test(text) || !/\p{Lu}/u.test(text)) return [];
  const what = 'The text is all in capitals: who is a name does not show in its letters, and some are missed.';
  return [{ code: 'reading.capitals', what, span: null }];
}
