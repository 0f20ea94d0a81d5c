import { listElements, type PageElement, readRaw } from './tree.ts';

export type LdThing = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|Report|Posting|NewsItem|Review)$/u;
const DEEPEST = 6;

/** Every thing that the page's JSON-LD describes, `@graph` and `mainEntity` opened, in the page's order. */
export function readJsonLd(root: PageElement): LdThing[] {
  const things: LdThing[] = [];
  for (const element of listElements(root)) {
    if (element.tag !== 'script' || !/ld\+json/iu.test(element.attributes.get('type') ?? '')) continue;
    collectThings(parseJson(readRaw(element)), things, 0);
  }
  return things;
}

/** The article among them: a news article before any other, the one with the most said of it first. */
export function pickArticle(things: readonly LdThing[]): LdThing | null {
  const articles = things.filter((thing) => readTypes(thing).some((type) => ARTICLE.test(type)));
  const rank = (thing: LdThing): number =>
    (readString(thing.datePublished) === null ? 0 : 4) + (readString(thing.headline) === null ? 0 : 2) + (thing.author === undefined ? 0 : 1); // prettier-ignore
  return articles.reduce<LdThing | null>(
    (best, thing) => (best === null || rank(thing) > rank(best) ? thing : best),
    null,
  );
}

export function readTypes(thing: LdThing): string[] {
  const type = thing['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === 'string');
}

export function readString(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length > 0 ? readString(value[0]) : null;
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export function isThing(value: unknown): value is LdThing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collectThings(value: unknown, things: LdThing[], depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const item of value) collectThings(item, things, depth + 1);
  } else if (isThing(value)) {
    if (value['@type'] !== undefined) things.push(value);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'hasPart']) {
      collectThings(value[key], things, depth + 1);
    }
  }
}

/** JSON as pages write it: line breaks inside strings, comments around it, a semicolon after it. */
function parseJson(source: string): unknown {
  const text = source
    .replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)/u, '')
    .replace(/(?:-->|\/\/\]\]>|\]\]>)\s*;?\s*$/u, '');
  for (const attempt of [
    text,
    text
      .replace(/[\u0000-\u001f]+/gu, ' ')
      .replace(/,(\s*[}\]])/gu, '$1')
      .replace(/;\s*$/u, ''),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or nothing: a page's broken metadata is no error of the reader's.
    }
  }
  return null;
}
