/** Days in ISO 8601, each included; null: open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** What is known of when a report was published, before it is fetched. */
export interface KnownDates {
  readonly address: string | null;
  readonly published: string | null;
  readonly modified: string | null;
}

/**
 * Whether a report can be told to lie outside the range without fetching it: by the day that is given or that its
 * address names, or since it last changed before the range begins. What is not known is no reason.
 */
export function isOutside(dates: KnownDates, range: DayRange): boolean {
  return isOutsideBy(readDay(dates.published) ?? readAddressDays(dates.address, IN_PAGE), dates.modified, range);
}

/** The same of a sitemap in an index: by the month or day in its address, or since it last changed before the range. */
export function isSitemapOutside(dates: Pick<KnownDates, 'address' | 'modified'>, range: DayRange): boolean {
  return isOutsideBy(readAddressDays(dates.address, IN_SITEMAP), dates.modified, range);
}

function isOutsideBy(published: string | null, modified: string | null, range: DayRange): boolean {
  if (published !== null) return isBefore(published, range.from) || isAfter(published, range.to);
  return isBefore(readDay(modified), range.from);
}

function isBefore(day: string | null, limit: string | null): boolean {
  return day !== null && limit !== null && day < limit.slice(0, day.length);
}

function isAfter(day: string | null, limit: string | null): boolean {
  // A limit that is a month or a year takes in all of it.
  return day !== null && limit !== null && day.slice(0, limit.length) > limit.slice(0, 10);
}

/** The day, else the month, that a date in ISO 8601 or as mail writes it stands for, in its own offset. */
function readDay(date: string | null): string | null {
  const iso = /^\s*(\d{4}-\d\d(?:-\d\d)?)(?!\d)/u.exec(date ?? '')?.[1];
  const mail = /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})/iu.exec(date ?? '');
  const month = MONTHS.indexOf(mail?.[2]?.toLowerCase() ?? '') + 1;
  return iso ?? (month === 0 ? null : `${mail?.[3] ?? ''}-${pad(month)}-${pad(Number(mail?.[1]))}`);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const pad = (number: number): string => String(number).padStart(2, '0');

/** `/2023/09/05/`, `/2023/sep/05/`, `/2023/09/`, `-20230905`, `2023-09-05`: what cannot but be a date. */
const IN_PAGE = /(?<!\d)(199\d|20\d\d)(?:([-_]?)(\d\d)\2(\d\d)|\/(\d\d|[a-z]{3})(?:\/(\d\d?))?(?=\/))(?!\d)/giu;
/** Sitemaps are named by their month too: `sitemap-2023-09.xml`, `?yyyy=2023&mm=09`. */
const IN_SITEMAP = /(?<!\d)(199\d|20\d\d)(?:([-_/]?)(\d\d)(?:\2(\d\d))?|&mm=(\d\d)(?:&dd=(\d\d))?)(?!\d)/giu;

function readAddressDays(address: string | null, pattern: RegExp): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { pathname, search } = new URL(address);
  for (const [, year = '', , digits, digitsDay, named, namedDay] of (pathname + search).matchAll(pattern)) {
    const month = readMonth(digits ?? named ?? '');
    const day = digitsDay ?? namedDay;
    if (month < 1 || month > 12 || (day !== undefined && (Number(day) < 1 || Number(day) > 31))) continue;
    return `${year}-${pad(month)}${day === undefined ? '' : `-${pad(Number(day))}`}`;
  }
  return null;
}

function readMonth(text: string): number {
  return /^\d/u.test(text) ? Number(text) : MONTHS.indexOf(text.toLowerCase()) + 1;
}
