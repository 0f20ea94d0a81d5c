import { hashBytes } from '../base/canonical-json.ts';
import { readArchiveAddress } from '../capture/web-archive.ts';
import { isTracking } from './tracking.ts';

/** Under this, a report keeps the key that it was added with, whatever a person corrects; it is in no JSON. */
const KEPT_KEY = Symbol('key');

/** What tells one report from another (contract §1). */
export interface KeyedReport {
  readonly url: string | null;
  readonly outlet: string | null;
  readonly text: string;
  readonly [KEPT_KEY]?: string;
}

/** The same report, under the key that it was added with. */
export function keepKey<Report extends KeyedReport>(report: Report, key: string): Report {
  return { ...report, [KEPT_KEY]: key };
}

/**
 * `host/path?query` of the address without what does not tell one report from another; without an address
 * `text:outlet:sha256` of the text. Equal for every way in which one page is linked: `http://www.a.example/b/?utm_source=x#c`
 * and `https://a.example/b` are one report.
 */
export function keyReport({ url, outlet, text, [KEPT_KEY]: kept }: KeyedReport): string {
  if (kept !== undefined) return kept;
  const address = url === null ? null : keyAddress(url);
  if (address !== null) return address;
  const name = (outlet ?? '').normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim().replace(/^the /u, '');
  return `text:${encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD'))}:${hashBytes(text)}`;
}

/** The key of an http(s) address; null for what is none. */
export function keyAddress(typed: string): string | null {
  const url = parseAddress(readArchiveAddress(typed)?.url ?? typed);
  if (url === null) return null;
  const inner = readAmpCache(url);
  if (inner !== null) return keyAddress(inner);
  const host = url.host.replace(/\.(?=:|$)/u, '').replace(/^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)/u, '');
  const hashbang = url.hash.startsWith('#!') ? url.hash : '';
  return host + keyPath(url.pathname) + keyQuery(url.search) + hashbang;
}

function parseAddress(typed: string): URL | null {
  if (!URL.canParse(typed)) return null;
  const url = new URL(typed);
  return /^https?:$/u.test(url.protocol) ? url : null;
}

/** `www.google.com/amp/s/a.example/b` and `a-example.cdn.ampproject.org/c/s/a.example/b` are copies of `a.example/b`. */
function readAmpCache(url: URL): string | null {
  const isCache = url.hostname.endsWith('.cdn.ampproject.org');
  const isGoogle = /^(?:www\.)?google\.[a-z.]+$/u.test(url.hostname) && url.pathname.startsWith('/amp/');
  if (!isCache && !isGoogle) return null;
  const rest = /^\/(?:amp|[acv])\/(?:s\/)?(.+)$/u.exec(url.pathname)?.[1];
  return rest === undefined ? null : `https://${rest}${url.search}`;
}

function keyPath(path: string): string {
  const plain = encodeEvenly(path)
    .replace(/\/{2,}/gu, '/')
    .replace(/\/index\.html?$/iu, '/')
    .replace(/\/amp(?:\.html)?\/?$/iu, '/')
    .replace(/^\/amp\//iu, '/')
    .replace(/\.amp(\.html?)?$/iu, '$1');
  return plain.replace(/\/$/u, '');
}

function keyQuery(search: string): string {
  const kept = search
    .replace(/^\?/u, '')
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair))
    .map(encodeEvenly)
    .sort();
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

/** `%7e` → `~`, `%c3%a9` → `%C3%A9`: what need not be encoded is not, the rest in capitals (RFC 3986 §6.2.2). */
function encodeEvenly(part: string): string {
  return part.replace(/%[0-9a-f]{2}/giu, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/u.test(character) ? character : code.toUpperCase();
  });
}
