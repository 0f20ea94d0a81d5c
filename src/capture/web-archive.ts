/** What an address of a web archive is a capture of. */
export interface ArchivedAddress {
  /** The original address. */
  readonly url: string;
  /** When the archive took it: ISO 8601 in UTC, as fine as the address says (`2023`, `2023-09-05`, `2023-09-05T14:03:12Z`). */
  readonly captured: string;
}

/** Web archives that put the time and the original address into their own: `https://web.archive.org/web/20230905140312/https://…`. */
const ARCHIVE_HOSTS = new Set([
  'web.archive.org',
  'wayback.archive-it.org',
  'webarchive.nationalarchives.gov.uk',
  'webarchive.loc.gov',
  'arquivo.pt',
  'vefsafn.is',
  'archive.ph',
  'archive.today',
  'archive.is',
  'archive.li',
  'archive.md',
  'archive.vn',
  'archive.fo',
]);

/** `/web/20230905140312if_/https:/…`: digits for the time, two letters and `_` for how it is shown, the original. */
const ARCHIVED_PATH = /^\/(?:[\w-]+\/)*?(\d{4}(?:\d\d){0,5})(?:[a-z]{2}_)?\/((?:https?:|[^/\s]+\.[^/\s]+)\S*)$/iu;

/** What `address` is a capture of, or null where it is no archive's. */
export function readArchiveAddress(address: string): ArchivedAddress | null {
  if (!URL.canParse(address)) return null;
  const archive = new URL(address);
  if (!ARCHIVE_HOSTS.has(archive.hostname)) return null;
  const match = ARCHIVED_PATH.exec(archive.pathname + archive.search);
  const digits = match?.[1];
  const original = match?.[2];
  if (digits === undefined || original === undefined) return null;
  const captured = readStamp(digits);
  // Proxies and copies squeeze the two slashes into one; old links leave the scheme out.
  const url = /^https?:/iu.test(original) ? original.replace(/^(https?):\/*/iu, '$1://') : `http://${original}`;
  return captured !== null && URL.canParse(url) ? { url, captured } : null;
}

/** `20230905140312` as ISO 8601, cut where the digits end; null for what is no date. */
function readStamp(digits: string): string | null {
  const [year = '', month, day, hour, minute, second] = [
    digits.slice(0, 4),
    ...(digits.slice(4).match(/\d\d/gu) ?? []),
  ];
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  const iso = hour === undefined ? date : `${date}T${hour}:${minute ?? '00'}:${second ?? '00'}Z`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}
