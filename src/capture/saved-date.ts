const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Tue, 5 Sep 2023 14:03:12 +0200`: RFC 5322, as in MHTML. */
const MAIL_DATE = /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([+-]\d{4}|gmt|utc?|z)?/iu;
/** `Tue Sep 05 2023 14:03:12 GMT+0200 (Central European Summer Time)`: what JavaScript prints, as in SingleFile. */
const SCRIPT_DATE = /([a-z]{3})\s+(\d{1,2})\s+(\d{4})\s+(\d\d):(\d\d):(\d\d)\s+(?:gmt|utc)?([+-]\d{4})?/iu;
const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/u;

/**
 * The moment that a saved page records, as ISO 8601 in the offset that it was written in (`2023-09-05T14:03:12+02:00`),
 * or null. A time without a zone is not completed: it gives null.
 */
export function readSavedDate(text: string): string | null {
  const trimmed = text.trim();
  if (ISO_DATE.test(trimmed)) return Number.isNaN(Date.parse(trimmed)) ? null : trimmed;
  const mail = MAIL_DATE.exec(trimmed);
  if (mail !== null) {
    const [, day, month, year, hour, minute, second, zone] = mail;
    return zone === undefined ? null : writeIso(year, month, day, hour, minute, second, zone);
  }
  const script = SCRIPT_DATE.exec(trimmed);
  if (script === null) return null;
  const [, month, day, year, hour, minute, second, zone] = script;
  return writeIso(year, month, day, hour, minute, second, zone ?? 'GMT');
}

function writeIso(
  year = '',
  month = '',
  day = '',
  hour = '',
  minute = '',
  second: string | undefined,
  zone: string,
): string | null {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (number === 0) return null;
  const offset = /^[+-]\d{4}$/u.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : 'Z';
  const two = (part: string) => part.padStart(2, '0');
  const iso = `${year}-${two(String(number))}-${two(day)}T${two(hour)}:${minute}:${second ?? '00'}${offset === '+00:00' ? 'Z' : offset}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}
