import { decodeMarkup } from './dom.ts';
import type { ReportKind } from './article.ts';
import { findAgency } from './agencies.ts';
import { isThing, type LdThing, readString, readTypes } from './json-ld.ts';
import { fold } from './lines.ts';
import { firstTag } from './meta-tags.ts';
import { listElements, type PageElement, readText, tidyText } from './tree.ts';

type Tags = ReadonlyMap<string, readonly string[]>;

/** The headline: what JSON-LD and og:title say, checked against the page's own h1; the `<title>` without its site at last. */
export function findTitle(ld: LdThing | null, tags: Tags, root: PageElement): string | null {
  const elements = [...listElements(root)];
  const headings = elements
    .filter(({ tag }) => tag === 'h1')
    .map(readText)
    .filter((text) => text.length >= 8);
  const stated = [readString(ld?.headline), firstTag(tags, ['og:title', 'twitter:title']), readString(ld?.name)]
    .flatMap((text) => (text === null ? [] : [tidyText(decodeMarkup(text))]))
    .filter((text) => text !== '');
  const titleTag = elements.find(({ tag }) => tag === 'title');
  const inHead = titleTag === undefined ? '' : readText(titleTag);
  const heading = headings.find(
    (text) => stated.some((title) => isSameTitle(text, title)) || isSameTitle(text, inHead),
  );
  if (heading !== undefined) return heading;
  const title = stated[0] ?? headings[0] ?? inHead;
  return title === '' ? null : stripSite(title);
}

/** Whether one is the other, or begins or ends with it: sites add their name, or shorten. */
function isSameTitle(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  return x !== '' && y !== '' && (x === y || x.startsWith(y) || y.startsWith(x) || x.endsWith(y));
}

function stripSite(title: string): string {
  const cut = /^(.{20,}?)\s+[|–—-]\s+[^|–—]{2,40}$/u.exec(title)?.[1];
  return cut ?? title;
}

/** The outlet: the publisher that JSON-LD or the page names; an agency only where nothing else is named. */
export function findOutlet(ld: LdThing | null, things: readonly LdThing[], tags: Tags): string | null {
  const publisher = readName(ld?.publisher) ?? readName(ld?.provider) ?? readName(ld?.sourceOrganization);
  const site = firstTag(tags, [
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'dc.publisher',
    'twitter:app:name:iphone',
  ]);
  const organization = things.find((thing) =>
    readTypes(thing).some((type) => /NewsMediaOrganization|^WebSite$/u.test(type)),
  );
  const names = [publisher, site, readString(organization?.name)].flatMap((name) =>
    name === null ? [] : [tidyText(decodeMarkup(name))],
  );
  const usable = names.filter((name) => name !== '' && name.length <= 80 && !/^(?:https?:|@)/u.test(name));
  return usable.find((name) => findAgency(name) === null) ?? usable[0] ?? null;
}

function readName(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return isThing(one) ? readString(one.name) : readString(one);
}

export function findSection(ld: LdThing | null, tags: Tags): string | null {
  const section =
    readString(ld?.articleSection) ??
    firstTag(tags, ['article:section', 'og:article:section', 'section', 'parsely-section', 'sailthru.section']);
  const text = section === null ? '' : tidyText(decodeMarkup(section));
  return text === '' || text.length > 80 || /^https?:/u.test(text) ? null : text;
}

const KINDS: readonly (readonly [ReportKind, RegExp])[] = [
  ['live', /^live(?: updates?| blog)?\b[:\s|]|\blive ?(?:blog|ticker|updates)\b|\/live(?:blog|ticker)?\//iu],
  ['transcript', /\btranscript\b|\/transcripts?\//iu],
  [
    'statement',
    /^(?:joint )?(?:press )?statement (?:by|from|of|on)\b|^press release\b|\/press-?releases?\/|prnewswire|businesswire/iu,
  ],
  [
    'opinion',
    /^(?:opinion|comment|analysis and opinion|editorial|kommentar|meinung|tribune|opinión)\b\s*[:|-]|\/(?:opinions?|comment(?:isfree)?|editorials?|op-?eds?|kommentare?|meinung|debat(?:te|t)?|columns?|views?|opinie|opinión|columnas?)\//iu,
  ],
];
const OPINION_SECTION =
  /^(?:opinions?|comment|commentary|editorials?|op-?eds?|columns?|columnists?|views?|voices|kommentare?|meinung|debatte?|opinión|opinie|tribunes?)$/iu;

/** What kind of report it is, by its JSON-LD type, section, address and title; `unknown` where none of them says. */
export function findKind(
  ld: LdThing | null,
  section: string | null,
  url: string | null,
  title: string | null,
  ogType: string | null,
): ReportKind {
  const types = ld === null ? [] : readTypes(ld);
  if (types.some((type) => type.includes('LiveBlogPosting'))) return 'live';
  if (types.some((type) => type.includes('OpinionNewsArticle'))) return 'opinion';
  if (section !== null && OPINION_SECTION.test(section)) return 'opinion';
  for (const [kind, pattern] of KINDS) {
    if (pattern.test(title ?? '') || (url !== null && pattern.test(url))) return kind;
  }
  return types.length > 0 || ogType === 'article' ? 'news' : 'unknown';
}
