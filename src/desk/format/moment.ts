const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore
/** EDTF's months 21 to 24. */
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

/** ISO 8601 or EDTF for people, by the clock that it is written in: “4 September 2023, 14:03”; what is no date stays as it is. */
export function describeMoment(written: string): string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?([?~%]?)/u.exec(written);
  const place = Number(found?.[2] ?? '1');
  const month = MONTHS[place - 1] ?? SEASONS[place - 21];
  if (found === null || month === undefined) return written;
  const [, year = '', monthNumber, day, time, doubt] = found;
  const date = [day === undefined ? [] : String(Number(day)), monthNumber === undefined ? [] : month, year].flat();
  return `${doubt === '' ? '' : 'about '}${date.join(' ')}${time === undefined ? '' : `, ${time}`}`;
}

/** A window of days for people; null where no day is told (TIMEX3’s `FUTURE_REF` is none). */
export function tellWindow(window: string | null): string | null {
  return window !== null && /\d{4}/u.test(window) ? describeWindow(window) : null;
}

/** An EDTF window: “13 October 2025 to 14 October 2025”; open ends are said. */
export function describeWindow(window: string): string {
  const [from = '', to] = window.split('/');
  if (to === undefined) return describeMoment(from);
  if (/^(?:\.\.)?$/u.test(from)) return `until ${describeMoment(to)}`;
  if (/^(?:\.\.)?$/u.test(to)) return `from ${describeMoment(from)}`;
  return `${describeMoment(from)} to ${describeMoment(to)}`;
}
