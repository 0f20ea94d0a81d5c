import { readHeaderLine } from './header-line.ts';
import { decodeHead } from './text-head.ts';

/** What an input holds: reports of one kind, or what is taken apart into them, or what Hearsay cannot read. */
export type ContentKind =
  | 'html'
  | 'mhtml'
  | 'text'
  | 'markdown'
  | 'table'
  | 'csv'
  | 'addresses'
  | 'feed'
  | 'json-feed'
  | 'sitemap'
  | 'warc'
  | 'json'
  | 'xml';

export interface KindHints {
  /** The file's name without `.gz`, or null. It only breaks a tie. */
  readonly name: string | null;
  /** What a server said, lower case, or null. It only breaks a tie. */
  readonly type: string | null;
  /** How the columns of a report's text and page are called in its table: `text` and `html` where nothing is said. */
  readonly bodies?: readonly string[];
}

/** Tells what the bytes hold by how they begin. `whole`: nothing follows after `head`. */
export function tellKind(head: Uint8Array, whole: boolean, hints: KindHints): ContentKind {
  const start = decodeHead(head).trimStart();
  if (/^WARC\/[01]\.\d/u.test(start)) return 'warc';
  if (isMhtml(start)) return 'mhtml';
  const markup = skipProlog(start);
  if (/^<(?:urlset|sitemapindex)[\s>]/u.test(markup)) return 'sitemap';
  if (/^<(?:rss|feed|rdf:RDF)[\s>]/u.test(markup)) return 'feed';
  if (JSON_FEED.test(start)) return 'json-feed';
  const lines = start.split('\n');
  if (!whole && lines.length > 1) lines.pop(); // it may be cut off
  if (isTable(lines, whole, hints)) return 'table';
  if (isJson(start)) return 'json';
  if (isHtml(start, markup, hints)) return 'html';
  if (start.startsWith('<?xml') || markup.startsWith('<svg')) return 'xml';
  if (isAddressList(lines)) return 'addresses';
  if (isCsv(lines, hints)) return 'csv';
  return isMarkdown(start, hints) ? 'markdown' : 'text';
}

const JSON_FEED = /^\{(?:[^]{0,4000}[\s{,])?"version"\s*:\s*"https:\\?\/\\?\/jsonfeed\.org\\?\/version\\?\/1/u;

/** Names of columns, one of them a report's text: what no sentence looks like. A name or a server's word makes it enough that there are columns. */
function isCsv(lines: readonly string[], hints: KindHints): boolean {
  const isMarked = /^sep=.\r?$/u.test(lines[0] ?? '');
  const header = (isMarked ? lines[1] : lines[0])?.trim() ?? '';
  const names = readHeaderLine(header);
  const holdsBody = names.some((name) => (hints.bodies ?? ['text', 'html']).includes(name));
  if (/\.[ct]sv$/iu.test(hints.name ?? '') || /^text\/(?:csv|tab-separated-values)$/u.test(hints.type ?? ''))
    return isMarked || holdsBody || names.length > 1;
  return lines.length > 1 && names.length > 1 && holdsBody && names.every((name) => /^[\w .-]{1,40}$/u.test(name));
}

/** A line of nothing but an address. */
export const ADDRESS_LINE = /^https?:\/\/[^\s<>"]+$/iu;

/** Lines of nothing but addresses; blank lines and `# remarks` may stand between. */
function isAddressList(lines: readonly string[]): boolean {
  const told = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return told.length > 0 && told.every((line) => ADDRESS_LINE.test(line));
}

/** A block of mail headers, one of which says that a page or several parts follow. */
function isMhtml(start: string): boolean {
  const block = /^(?:[\w-]+:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,}/u.exec(start.replaceAll('\r\n', '\n'))?.[0] ?? '';
  return /^mime-version:/imu.test(block) && /^content-type:\s*(?:multipart\/|text\/html)/imu.test(block);
}

const ROW_START = /^\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}$)/u;

/** Lines that are JSON objects. One damaged line makes no table a text, so most of them decide. */
function isTable(lines: readonly string[], whole: boolean, hints: KindHints): boolean {
  const told = lines.map((line) => line.trim()).filter((line) => line !== '');
  const rows = told.filter((line) => ROW_START.test(line));
  const named = /\.(?:jsonl|ndjson)$/iu.test(hints.name ?? '') || /jsonl|ndjson/u.test(hints.type ?? '');
  if (named) return rows.length > 0;
  // One document, printed over lines, whatever its lines hold.
  if (/^[{[]$/u.test(told[0] ?? '')) return false;
  const isFirstRowCut = !whole && told.length === 1;
  return rows.length > 0 && rows.length * 2 >= told.length && (isFirstRowCut || rows.some(isObject));
}

/** False for the first line of one object that is spread over several. */
function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

function isJson(start: string): boolean {
  return /^\[\s*(?:\{\s*"|\]\s*$)/u.test(start) || /^\{\s*"(?:[^"\\]|\\.)*"\s*:/u.test(start);
}

/** `text` without the XML declaration, comments, document types of XML and white space before the first element. */
function skipProlog(text: string): string {
  let at = 0;
  for (;;) {
    while (/\s/u.test(text[at] ?? '')) at++;
    const doctype = /<!doctype\s+(?!html\b)[^[>]*(?:\[[^\]]*\]\s*)?>/iuy;
    doctype.lastIndex = at;
    const declared = doctype.exec(text)?.[0];
    if (declared !== undefined) {
      at += declared.length;
      continue;
    }
    const [open, close] = text.startsWith('<?', at) ? ['<?', '>'] : ['<!--', '-->'];
    if (!text.startsWith(open, at)) return text.slice(at);
    const end = text.indexOf(close, at + open.length);
    if (end === -1) return text.slice(at);
    at = end + close.length;
  }
}

const PAGE_START = /^<(?:!doctype\s+html|html|head|body|frameset)[\s>/]/iu;
const FRAGMENT_START =
  /^<(?:article|aside|blockquote|center|div|figure|font|footer|form|h[1-6]|header|img|link|main|meta|nav|noscript|ol|p|script|section|span|style|table|title|ul|a|b|i|em|strong)(?:\s[^<>]*)?>/iu;
const PAGE_INSIDE = /(?:^|\n)[ \t]*<(?:!doctype\s+html|html|head|body)[\s>]/iu;
const CLOSING_TAG = /<\/(?:article|b|body|div|em|h[1-6]|html|i|p|section|span|strong|title|a|li|ul)\s*>/iu;

function isHtml(start: string, markup: string, hints: KindHints): boolean {
  if (PAGE_START.test(markup)) return true;
  const saysHtml = /\.x?html?$/iu.test(hints.name ?? '') || (hints.type ?? '').includes('html');
  const saysOther = /\.(?:md|markdown|txt)$/iu.test(hints.name ?? '') || /markdown|plain/u.test(hints.type ?? '');
  if (FRAGMENT_START.test(markup) || PAGE_INSIDE.test(start)) return saysHtml || !saysOther;
  return saysHtml && CLOSING_TAG.test(start);
}

const MARKDOWN_SIGNS: readonly RegExp[] = [
  /^#{1,6} \S/mu, // a heading
  /^---\n(?:[\w-]+:.*\n)+---$/mu, // front matter
  /\[[^[\]\n]{1,300}\]\([^\s()]+\)/u, // a link or image
  /^[^\n]*\S\n(?:===+|---+)$/mu, // an underlined heading
  /^```/mu,
  /(?:^|\s)\*\*\S[^*\n]*\*\*/mu,
];

function isMarkdown(start: string, hints: KindHints): boolean {
  if (/\.(?:md|markdown)$/iu.test(hints.name ?? '') || (hints.type ?? '').includes('markdown')) return true;
  const signs = MARKDOWN_SIGNS.filter((sign) => sign.test(start.replaceAll('\r\n', '\n'))).length;
  const saysText = /\.txt$/iu.test(hints.name ?? '') || hints.type === 'text/plain';
  return signs >= (saysText ? 2 : 1);
}
