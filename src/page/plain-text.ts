import type { Note } from '../base/note.ts';
import { makeSpan, type Span } from '../base/span.ts';
import type { GivenFacts } from '../capture/capture.ts';
import { findWireInText } from './agencies.ts';
import type { Article } from './article.ts';
import { splitWire } from './authors.ts';
import { detectLanguage, readLanguageTag } from './language.ts';
import { fold } from './lines.ts';
import { readMarkdown } from './markdown.ts';
import { findKind } from './metadata.ts';
import { parseDate } from './dates.ts';
import { findSignature, judgePlainLine, listLines, type NoStoryLine, type TextLine } from './plain-lines.ts';
import { HearsayError } from '../base/error.ts';
import { findPublished } from './published.ts';
import { findTextAuthors, findTextOutlet } from './text-facts.ts';

/**
 * The article of a plain or Markdown text: `text` is the input unchanged (contract §2.2), its lines that are no story
 * are listed in `noStory` with a note each. Throws `page.no-story` where there is no word in it.
 */
export function readPlainText(text: string, isMarkdown: boolean, input: string, given: GivenFacts): Article {
  const markdown = isMarkdown ? readMarkdown(text) : null;
  const lines = listLines(text).filter(
    ({ start }) => !(markdown?.noStory ?? []).some((span) => start >= span.start && start < span.end),
  );
  if (lines.length === 0) {
    throw new HearsayError(
      'page.no-story',
      `No story text in ${input}`,
      'it holds no word',
      'pass a file that holds the report’s text',
    );
  }
  const noStory = findNoStory(lines);
  const headline = markdown?.title ?? findHeadline(lines, noStory, given.title ?? null);
  const title = given.title ?? headline?.text ?? null;
  const spans = [
    ...(headline === null ? [] : [{ span: makeSpan(text, headline.start, headline.end), reason: 'title' }]),
    ...noStory.map(({ start, end, reason }) => ({ span: makeSpan(text, start, end), reason })),
    ...(markdown?.noStory ?? []).map((span) => ({ span, reason: 'markup' })),
  ].sort((a, b) => a.span.start - b.span.start);
  const outlet = given.outlet ?? findTextOutlet(noStory, lines);
  const bylines = splitWire(given.authors ?? markdown?.facts.authors ?? findTextAuthors(noStory), outlet);
  const story = lines.filter((line) => line !== headline && !noStory.some(({ start }) => start === line.start));
  const date = markdown?.facts.published;
  const tags = new Map(date === undefined ? [] : [['date', [date]]]);
  const time = findPublished(given, null, tags, null, given.url ?? null);
  const dateLine = given.published === undefined && time.published === null ? findDateLine(noStory) : null;
  return {
    id: given.id ?? null,
    url: given.url ?? null,
    outlet,
    wire: bylines.wire ?? findWireInText(story.map((line) => line.text)),
    title,
    authors: bylines.authors,
    section: given.section ?? null,
    // A signed text is a report; what an unsigned one is, its words alone do not say.
    kind: findKind(
      null,
      given.section ?? null,
      given.url ?? null,
      title,
      outlet !== null && bylines.authors.length > 0 ? 'article' : null,
    ),
    published: dateLine ?? time.published,
    publishedFrom: dateLine === null ? time.publishedFrom : 'page',
    modified: time.modified,
    captured: given.captured ?? null,
    language: readLanguageTag(given.language ?? null) ?? detectLanguage(story.map((line) => line.text).join('\n')),
    text,
    links: markdown?.links ?? [],
    extra: given.extra ?? {},
    noStory: spans.map(({ span }) => span),
    notes: [...spans.map(({ span, reason }) => makeNote(reason, span)), ...time.notes],
  };
}

function findNoStory(lines: readonly TextLine[]): NoStoryLine[] {
  const signed = findSignature(lines);
  const judged = lines.flatMap((line, i): NoStoryLine[] => {
    if (signed.some(({ start }) => start === line.start)) return [];
    const reason = judgePlainLine(line.text);
    if (reason !== null) return [{ ...line, reason }];
    // “Boats in the harbour.” above “Boats in the harbour. Credit: Ann Lee”: the picture's text, printed twice.
    const next = lines[i + 1];
    const isTwice =
      next !== undefined && line.text.length >= 12 && next.text !== line.text && next.text.startsWith(line.text);
    return isTwice && judgePlainLine(next.text) !== null ? [{ ...line, reason: 'caption' }] : [];
  });
  return [...signed, ...judged].sort((a, b) => a.start - b.start);
}

/** The first line that is story, where it looks like a headline and a longer text follows it. */
function findHeadline(
  lines: readonly TextLine[],
  noStory: readonly NoStoryLine[],
  given: string | null,
): TextLine | null {
  const first = lines.slice(0, 4).find((line) => !noStory.some(({ start }) => start === line.start));
  if (first === undefined) return null;
  if (given !== null) return fold(first.text) === fold(given) ? first : null;
  const rest = lines.filter(({ start }) => start > first.start).reduce((sum, line) => sum + line.text.length, 0);
  const looks = first.text.length <= 200 && /[\p{L}\p{N}?!'’"”)…]$/u.test(first.text) && rest > first.text.length;
  return looks ? first : null;
}

/** “Published 4 May 2031 at 09:10” in the text itself. */
function findDateLine(noStory: readonly NoStoryLine[]): string | null {
  for (const { reason, text } of noStory) {
    const date = reason === 'date-line' && /publi|posted|veröff/iu.test(text) ? parseDate(text) : null;
    if (date !== null) return date;
  }
  return null;
}

const WORDS: Readonly<Record<string, string>> = {
  title: 'the headline',
  markup: 'markup',
  caption: 'a caption',
  credit: 'a picture credit',
  byline: 'a byline',
  biography: 'about the author',
  newsletter: 'a line to the reader',
  comments: 'about comments',
  'read-more': 'a pointer to other stories',
  'date-line': 'a date line',
  advert: 'an advertisement',
};

function makeNote(reason: string, span: Span): Note {
  return { code: `page.no-story-${reason}`, what: `Not read as story: ${WORDS[reason] ?? reason}.`, span };
}
