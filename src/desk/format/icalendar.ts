import type { ExpectedEvent } from '../../ledger/ledger.ts';

/** RFC 5545: lines of at most 75 octets, each ended by CR LF. */
const LONGEST = 75;

const STATUS: Readonly<Record<string, string>> = { confirmed: 'CONFIRMED', happened: 'CONFIRMED', 'did-not': 'CANCELLED', cancelled: 'CANCELLED' }; // prettier-ignore

/** The events that have a window of days, as iCalendar (RFC 5545). `stamp`: when it is written, ISO 8601 in UTC. */
export function writeCalendar(events: readonly ExpectedEvent[], stamp: string): string {
  const dated = events.flatMap((event) => {
    const days = daysOf(event.window);
    return days === null ? [] : [describeEvent(event, days, stamp)];
  });
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Hearsay//Calendar//EN', ...dated.flat(), 'END:VCALENDAR'];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

interface Days {
  readonly first: string;
  /** The day after the last, as DTEND has it. */
  readonly end: string;
}

function describeEvent(event: ExpectedEvent, { first, end }: Days, stamp: string): readonly string[] {
  const { claim, text, status, where, origins, basis, evidence } = event;
  const compact = (day: string): string => day.replaceAll('-', '');
  const told = `${status}. In ${String(basis.reports)} ${basis.reports === 1 ? 'report' : 'reports'}.${origins.length > 0 ? ` Traced to ${origins.join('; ')}.` : ''}`; // prettier-ignore
  const url = evidence.flatMap(({ report }) => report.url ?? [])[0];
  return [
    'BEGIN:VEVENT',
    `UID:${claim.replace(/[^\w-]/gu, '-')}@hearsay`,
    `DTSTAMP:${stamp.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`,
    `DTSTART;VALUE=DATE:${compact(first)}`,
    `DTEND;VALUE=DATE:${compact(end)}`,
    `SUMMARY:${escapeText(text)}`,
    `STATUS:${STATUS[status] ?? 'TENTATIVE'}`,
    `DESCRIPTION:${escapeText(told)}`,
    ...(where.length > 0 ? [`LOCATION:${escapeText(where.join(', '))}`] : []),
    ...(url === undefined || /[^\x21-\x7E]/u.test(url) ? [] : [`URL:${url}`]),
    'END:VEVENT',
  ];
}

/** The days of an EDTF window; null where it has no beginning or end in days, months or years. */
export function daysOf(window: string | null): Days | null {
  const [from = '', to = from] = (window ?? '').replace(/[~?%]/gu, '').split('/');
  const [first, last] = [rangeOf(from), rangeOf(to)];
  return first === null || last === null || last.end <= first.first ? null : { first: first.first, end: last.end };
}

function rangeOf(date: string): Days | null {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/u.exec(date);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const start = new Date(Date.UTC(year, month - 1, day));
  const end =
    parts[3] !== undefined
      ? Date.UTC(year, month - 1, day + 1)
      : parts[2] !== undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year + 1, 0, 1);
  return { first: start.toISOString().slice(0, 10), end: new Date(end).toISOString().slice(0, 10) };
}

/** Control characters have no place in a TEXT value; line feeds are written out. */
function escapeText(text: string): string {
  return text
    .replace(/\\/gu, '\\\\')
    .replace(/[;,]/gu, (sign) => `\\${sign}`)
    .replace(/\r?\n/gu, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** Never inside a character: what follows begins with a space. */
function foldLine(line: string): string {
  const lines: string[] = [];
  let now = '';
  for (const character of line) {
    if (Buffer.byteLength(now + character) > LONGEST) {
      lines.push(now);
      now = ' ';
    }
    now += character;
  }
  return [...lines, now].join('\r\n');
}
