import { HearsayError } from '../base/error.ts';
import type { Note } from '../base/note.ts';
import type { GivenFacts } from '../capture/capture.ts';
import { findAgency, findWireInText } from './agencies.ts';
import type { Article } from './article.ts';
import { findAuthors, splitWire } from './authors.ts';
import { type Block, listBlocks } from './block.ts';
import type { BodyHints } from './body-hints.ts';
import { findBody, isStory } from './body.ts';
import { decodeMarkup, parsePage, readWithReadability } from './dom.ts';
import { SILENT_TAGS } from './furniture.ts';
import { type LdThing, pickArticle, readJsonLd, readString } from './json-ld.ts';
import { detectLanguage, readLanguageTag, UNDETERMINED } from './language.ts';
import { judgeBlocks } from './lines.ts';
import { composeText, resolveAddress } from './links.ts';
import { firstTag, readMetaTags } from './meta-tags.ts';
import { findKind, findOutlet, findSection, findTitle } from './metadata.ts';
import { findPublished } from './published.ts';
import { listElements, type PageElement, readText, tidyText } from './tree.ts';
import { findWall, makeWallError } from './walls.ts';

type Tags = ReadonlyMap<string, readonly string[]>;

/** The article of an HTML page. Throws `page.no-story`, `page.too-deep` and the four walls. */
export function readPage(html: string, input: string, given: GivenFacts): Article {
  const root = parsePage(html);
  const things = readJsonLd(root);
  const ld = pickArticle(things);
  const tags = readMetaTags(root);
  const url = given.url ?? readOwnAddress(root, tags);
  const title = given.title ?? findTitle(ld, tags, root);
  const outlet = given.outlet ?? findOutlet(ld, things, tags);
  const bylines = given.authors === undefined ? findAuthors(ld, tags, root, outlet) : splitWire(given.authors, outlet);
  const description =
    readString(ld?.description) ?? firstTag(tags, ['og:description', 'description', 'twitter:description']);
  const hints = {
    title,
    description: description === null ? null : tidyText(decodeMarkup(description)),
    authors: bylines.authors,
  };
  const body = chooseBody(html, root, ld, hints);
  const { text, links } = composeText(body.blocks, url);
  refuseWalls(root, things, ld, tags, text, input);
  if (!isStory(body.blocks)) throw noStory(input, text);
  const section = given.section ?? findSection(ld, tags);
  const time = findPublished(given, ld, tags, root, url);
  const language = findLanguage(given, root, ld, tags, text);
  return {
    id: given.id ?? null,
    url,
    outlet,
    wire: findWire(bylines.wire, body.blocks, outlet),
    title,
    authors: bylines.authors,
    section,
    kind: findKind(ld, section, url, title, firstTag(tags, ['og:type'])),
    published: time.published,
    publishedFrom: time.publishedFrom,
    modified: time.modified,
    captured: given.captured ?? null,
    language: language.language,
    text,
    links,
    extra: given.extra ?? {},
    noStory: [],
    notes: [...body.notes, ...time.notes, ...language.notes],
  };
}

/** Our own reading of the page; where it finds no story, Readability's; where that finds none, what JSON-LD carries. */
function chooseBody(
  html: string,
  root: PageElement,
  ld: LdThing | null,
  hints: BodyHints,
): { blocks: readonly Block[]; notes: readonly Note[] } {
  const own = findBody(root, hints);
  const carried = readCarriedBody(ld);
  if (isStory(own.blocks)) {
    const length = own.blocks.reduce((sum, block) => sum + block.text.length, 0);
    if (carried === null || length * 2 > carried.length) return own;
  } else if (carried === null) {
    const other = readWithReadability(html);
    const blocks = other === null ? [] : listBlocks(other, (element) => !SILENT_TAGS.has(element.tag));
    const kept = judgeBlocks(blocks, hints, () => undefined);
    const what = 'Our own rules found no story here: this is what Mozilla Readability found.';
    return isStory(kept) ? { blocks: kept, notes: [{ code: 'page.readability', what, span: null }] } : own;
  }
  const what = 'The story is taken from the page’s metadata (articleBody): the page itself shows less of it.';
  const blocks = carried.split(/\n+/u).flatMap((paragraph) => carryBlock(paragraph, root));
  return { blocks, notes: [...own.notes, { code: 'page.body-from-metadata', what, span: null }] };
}

function readCarriedBody(ld: LdThing | null): string | null {
  const body = readString(ld?.articleBody);
  if (body === null) return null;
  const text = body
    .split(/\n|<\/p>|<br\s*\/?>/iu)
    .map((line) => tidyText(decodeMarkup(line)))
    .filter((line) => line !== '')
    .join('\n');
  return text.length >= 400 ? text : null;
}

function carryBlock(paragraph: string, element: PageElement): Block[] {
  const text = tidyText(paragraph);
  return text === '' ? [] : [{ text, links: [], heading: false, item: false, linkDensity: 0, element }];
}

function refuseWalls(
  root: PageElement,
  things: readonly LdThing[],
  ld: LdThing | null,
  tags: Tags,
  story: string,
  input: string,
): void {
  const titleTag = [...listElements(root)].find(({ tag }) => tag === 'title');
  const isArticle = (ld !== null && readString(ld.headline) !== null) || firstTag(tags, ['og:type']) === 'article';
  const wall = findWall({
    root,
    things,
    pageTitle: titleTag === undefined ? '' : readText(titleTag),
    story,
    isArticle,
  });
  if (wall !== null) throw makeWallError(wall, input);
}

function noStory(input: string, text: string): HearsayError {
  const words = text === '' ? 0 : text.split(/\s+/u).length;
  return new HearsayError(
    'page.no-story',
    `No story text in ${input}`,
    words === 0
      ? 'the page holds no paragraph of prose'
      : `the longest stretch of prose on the page has ${words} words`,
    'save the page after it has rendered (“web page, complete”, SingleFile or MHTML), or paste its text into a .txt file',
  );
}

function readOwnAddress(root: PageElement, tags: Tags): string | null {
  const canonical = [...listElements(root)].find(
    ({ tag, attributes }) => tag === 'link' && attributes.get('rel')?.toLowerCase() === 'canonical',
  );
  return (
    resolveAddress(canonical?.attributes.get('href') ?? '', null) ??
    resolveAddress(firstTag(tags, ['og:url']) ?? '', null)
  );
}

/** The agency in the byline or the story's own words, unless it is the outlet itself. */
function findWire(credited: string | null, blocks: readonly Block[], outlet: string | null): string | null {
  const wire = credited ?? findWireInText(blocks.map(({ text }) => text));
  return wire !== null && outlet !== null && findAgency(outlet) === wire ? null : wire;
}

function findLanguage(
  given: GivenFacts,
  root: PageElement,
  ld: LdThing | null,
  tags: Tags,
  text: string,
): { language: string | null; notes: readonly Note[] } {
  const htmlTag = root.attributes.get('lang') ?? root.attributes.get('xml:lang') ?? null;
  const stated =
    readLanguageTag(given.language ?? null) ??
    readLanguageTag(readString(ld?.inLanguage)) ??
    readLanguageTag(htmlTag) ??
    readLanguageTag(firstTag(tags, ['og:locale', 'language', 'content-language']));
  const detected = detectLanguage(text);
  if (detected === null || given.language !== undefined) return { language: stated ?? detected, notes: [] };
  if (stated === null || stated === detected) return { language: detected, notes: [] };
  if (detected === UNDETERMINED) {
    if (stated !== 'en') return { language: stated, notes: [] };
    const what = 'The page says that its language is “en”, but its words are not English.';
    return { language: UNDETERMINED, notes: [{ code: 'page.wrong-language', what, span: null }] };
  }
  // Neighbours such as Danish and Norwegian are better known by the page; English or not is better known by the words.
  if (stated !== 'en' && detected !== 'en') return { language: stated, notes: [] };
  const what = `The page says that its language is “${stated}”, but its words are “${detected}”.`;
  return { language: detected, notes: [{ code: 'page.wrong-language', what, span: null }] };
}
