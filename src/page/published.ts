import type { Note } from '../base/note.ts';
import type { GivenFacts } from '../capture/capture.ts';
import type { PublishedFrom } from './article.ts';
import { parseDate, toInstant } from './dates.ts';
import { type LdThing, readString } from './json-ld.ts';
import { listElements, type PageElement, readNames, readText } from './tree.ts';

export interface PublicationTime {
  readonly published: string | null;
  readonly publishedFrom: PublishedFrom | null;
  readonly modified: string | null;
  readonly notes: readonly Note[];
}

interface Candidate {
  readonly date: string;
  readonly from: PublishedFrom;
}

// prettier-ignore
const PUBLISHED_TAGS = [
  'article:published_time', 'article:published', 'article:published:time', 'og:article:published_time', 'og:published_time', 'datepublished', 'date.available', 'dc.date.issued',
  'dcterms.issued', 'dcterms.created', 'dcterms.date', 'dc.date', 'dc.date.created', 'date.created', 'pubdate', 'publishdate', 'publish-date', 'publication_date', 'publish_date',
  'published_time', 'parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'cxenseparse:publishtime', 'rnews:datepublished', 'article.published', 'article_date_original',
  'iso-8601-publish-date', 'bt:pubdate', 'timestamp', 'date', 'originalpublicationdate', 'displaydate', 'citation_publication_date', 'prism.publicationdate', 'article.created', 'dcsext.articlefirstpublished',
];
// prettier-ignore
const MODIFIED_TAGS = [
  'article:modified_time', 'article:modified', 'article:modified:time', 'og:article:modified_time', 'og:updated_time', 'datemodified', 'date.modified', 'dc.date.modified', 'dcterms.modified', 'last-modified', 'lastmod', 'date.updated',
];

/** When the report was published and changed, and how that is known: given, else metadata, else the page; never today. */
export function findPublished(
  given: GivenFacts,
  ld: LdThing | null,
  tags: ReadonlyMap<string, readonly string[]>,
  root: PageElement | null,
  url: string | null,
): PublicationTime {
  const notes: Note[] = [];
  const modified = given.modified ?? firstDate([readString(ld?.dateModified), ...listTags(tags, MODIFIED_TAGS)]);
  if (given.published !== undefined) {
    const published = parseDate(given.published) ?? given.published;
    return { published, publishedFrom: 'given', modified, notes: [...notes, ...orderNotes(published, modified)] };
  }
  const captured = given.captured === undefined ? null : toInstant(given.captured);
  for (const candidate of listCandidates(ld, tags, root, url, notes)) {
    if (captured !== null && toInstant(candidate.date) > captured + DAY) {
      const what = `The page says that it was published ${candidate.date}, after it was captured: not used.`;
      notes.push({ code: 'page.future-date', what, span: null });
      continue;
    }
    const { date: published, from: publishedFrom } = candidate;
    return { published, publishedFrom, modified, notes: [...notes, ...orderNotes(published, modified)] };
  }
  return { published: null, publishedFrom: null, modified, notes };
}

const DAY = 86_400_000;

function* listCandidates(
  ld: LdThing | null,
  tags: ReadonlyMap<string, readonly string[]>,
  root: PageElement | null,
  url: string | null,
  notes: Note[],
): Generator<Candidate> {
  const stated = [
    readString(ld?.datePublished),
    ...listTags(tags, PUBLISHED_TAGS),
    readString(ld?.dateCreated),
    readString(ld?.uploadDate),
  ];
  for (const text of stated) {
    if (text === null) continue;
    const date = parseDate(text);
    if (date !== null) yield { date, from: 'metadata' };
    else if (/\d/u.test(text)) {
      notes.push({ code: 'page.impossible-date', what: `“${text.slice(0, 60)}” is no date: not used.`, span: null });
    }
  }
  if (root !== null) for (const date of listPageDates(root)) yield { date, from: 'page' };
  const inUrl = /\/(20\d{2})[/-]?(\d{2})[/-]?(\d{2})(?:\/|[-_.]|$)/u.exec(url ?? '');
  const date = inUrl === null ? null : parseDate(`${inUrl[1] ?? ''}-${inUrl[2] ?? ''}-${inUrl[3] ?? ''}`);
  if (date !== null) yield { date, from: 'page' };
}

/** Dates that the page shows: marked ones first, then any in an element named for it, then any short line above the story. */
function listPageDates(root: PageElement): string[] {
  const marked: string[] = [];
  const named: string[] = [];
  const shown: string[] = [];
  for (const element of listElements(root)) {
    const { attributes, tag } = element;
    const isPublished =
      /datePublished|dateCreated/u.test(attributes.get('itemprop') ?? '') || attributes.has('pubdate');
    if (tag === 'time' || isPublished) {
      const date =
        parseDate(attributes.get('datetime') ?? attributes.get('content') ?? '') ?? parseDate(readText(element));
      if (date !== null) (isPublished ? marked : named).push(date);
    } else if (DATE_NAMES.test(readNames(element)) || SHORT_TAGS.has(tag)) {
      const text = readText(element);
      if (text.length > 120 || text.length < 6) continue;
      const date = parseDate(text);
      if (date !== null) (DATE_NAMES.test(readNames(element)) ? named : shown).push(date);
    }
  }
  return [...marked, ...named, ...shown];
}

const DATE_NAMES =
  /(?:^|[\s_-])(?:date|datum|fecha|data|time|timestamp|published|pubdate|posted|dateline|byline|meta)(?:$|[\s_-])/iu;
const SHORT_TAGS = new Set(['p', 'span', 'div', 'li', 'small']);

function listTags(tags: ReadonlyMap<string, readonly string[]>, names: readonly string[]): string[] {
  return names.flatMap((name) => tags.get(name)?.slice(0, 1) ?? []);
}

function firstDate(texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    const date = text === null ? null : parseDate(text);
    if (date !== null) return date;
  }
  return null;
}

function orderNotes(published: string, modified: string | null): Note[] {
  if (modified === null || !(toInstant(modified) < toInstant(published.slice(0, 10)) - DAY)) return [];
  const what = `The page says that it was changed (${modified}) before it was published (${published}).`;
  return [{ code: 'page.modified-before-published', what, span: null }];
}
