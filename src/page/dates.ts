// Dates as pages write them, to ISO 8601 as far as they go: nothing is filled in, no clock is read (contract §2.7).

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** `Z`, `+02:00`, or nothing where the page does not say. */
  readonly offset?: string;
}

// prettier-ignore
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'januar', 'jänner', 'janvier', 'janv', 'enero', 'ene', 'gennaio', 'gen', 'janeiro', 'januari', 'stycznia', 'ledna', 'января', 'січня', 'ocak', 'sausio', 'leden'],
  ['feb', 'february', 'februar', 'feber', 'février', 'févr', 'febrero', 'febbraio', 'fevereiro', 'fev', 'februari', 'lutego', 'února', 'февраля', 'лютого', 'şubat'],
  ['mar', 'march', 'märz', 'mrz', 'mars', 'marzo', 'março', 'maart', 'marca', 'března', 'марта', 'березня', 'mart', 'maerz'],
  ['apr', 'april', 'avril', 'avr', 'abril', 'abr', 'aprile', 'kwietnia', 'dubna', 'апреля', 'квітня', 'nisan'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'maio', 'mei', 'maj', 'maja', 'května', 'мая', 'травня', 'mayıs'],
  ['jun', 'june', 'juni', 'juin', 'junio', 'giugno', 'giu', 'junho', 'czerwca', 'června', 'июня', 'червня', 'haziran'],
  ['jul', 'july', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug', 'julho', 'lipca', 'července', 'июля', 'липня', 'temmuz'],
  ['aug', 'august', 'août', 'aout', 'agosto', 'ago', 'augustus', 'augusti', 'sierpnia', 'srpna', 'августа', 'серпня', 'ağustos'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre', 'settembre', 'set', 'setembro', 'września', 'září', 'сентября', 'вересня', 'eylül'],
  ['oct', 'october', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'ott', 'outubro', 'out', 'października', 'října', 'октября', 'жовтня', 'ekim'],
  ['nov', 'november', 'novembre', 'noviembre', 'novembro', 'listopada', 'listopadu', 'ноября', 'листопада', 'kasım'],
  ['dec', 'december', 'dezember', 'dez', 'décembre', 'déc', 'diciembre', 'dic', 'dicembre', 'dezembro', 'desember', 'grudnia', 'prosince', 'декабря', 'грудня', 'aralık'],
];
const MONTH_OF = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));

// RFC 2822's own zones, and those of the papers most read; a summer zone is told apart by its name alone.
const ZONES: Readonly<Record<string, string>> = {
  utc: 'Z', gmt: 'Z', z: 'Z', bst: '+01:00', cet: '+01:00', cest: '+02:00', mez: '+01:00', mesz: '+02:00', eet: '+02:00', eest: '+03:00',
  msk: '+03:00', est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00', mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00',
  jst: '+09:00', kst: '+09:00', aest: '+10:00', aedt: '+11:00',
}; // prettier-ignore

const TIME = String.raw`(?:(?:[,\s|·•–—-]|at|um|à|kl\.?|a las|ore)*(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\b\.?)?(?:\s*(?:Uhr|uhr|Hrs|hrs))?\s*(\(?[A-Z]{1,4}T?\)?(?![A-Za-z])|[+-]\d{2}:?\d{2})?)?`;

interface DateForm {
  readonly pattern: RegExp;
  readonly read: (match: readonly (string | undefined)[]) => DateParts | null;
}

const number = (text: string | undefined): number => Number(text ?? NaN);

/** Forms in the order in which they are tried; each is anchored at a word's edge and may stand inside a line. */
const FORMS: readonly DateForm[] = [
  {
    // 2024-04-28T13:00:00.123+02:00 · 2024-04-28 13:00 · 2024-04-28 · 2024/04/28
    pattern:
      /\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}(?!\d)|[+-]\d{2}(?!\d))?)?/u,
    read: ([, y, m, d, hh, mm, ss, zone]) =>
      withTime({ year: number(y), month: number(m), day: number(d) }, hh, mm, ss, undefined, zone),
  },
  {
    // 20240428T130000Z · 20240428
    pattern: /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2}):?(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/u,
    read: ([, y, m, d, hh, mm, ss, zone]) =>
      withTime({ year: number(y), month: number(m), day: number(d) }, hh, mm, ss, undefined, zone),
  },
  {
    // Fri Apr 28 19:20:36 CEST 2023
    pattern: /\b([A-Za-z]{3}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([A-Z]{1,4}T?|[+-]\d{4}) (\d{4})\b/u,
    read: ([, m, d, hh, mm, ss, zone, y]) =>
      withTime({ year: number(y), month: month(m), day: number(d) }, hh, mm, ss, undefined, zone),
  },
  {
    // 28 April 2024, 13:00 BST · 28. Apr. 2024 · 28 de abril de 2024 · Sun, 28 Apr 2024 13:00:00 +0000
    pattern: new RegExp(
      String.raw`\b(\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})\b(?:\s*(?:г\.|р\.))?${TIME}`,
      'u',
    ),
    read: ([, d, m, y, hh, mm, ss, half, zone]) =>
      withTime({ year: number(y), month: month(m), day: number(d) }, hh, mm, ss, half, zone),
  },
  {
    // April 28, 2024 1:00 PM EDT · Apr. 28th, 2024
    pattern: new RegExp(String.raw`\b(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b${TIME}`, 'u'),
    read: ([, m, d, y, hh, mm, ss, half, zone]) =>
      withTime({ year: number(y), month: month(m), day: number(d) }, hh, mm, ss, half, zone),
  },
  {
    // 28.04.2024, 13:00 Uhr: with points the day always stands first
    pattern: new RegExp(String.raw`\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b${TIME}`, 'u'),
    read: ([, d, m, y, hh, mm, ss, half, zone]) =>
      withTime({ year: number(y), month: number(m), day: number(d) }, hh, mm, ss, half, zone),
  },
  {
    // 28/04/2024: with strokes only where one of the two cannot be a month
    pattern: new RegExp(String.raw`\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b${TIME}`, 'u'),
    read: ([, a, b, y, hh, mm, ss, half, zone]) =>
      withTime(orderParts(number(a), number(b), number(y)), hh, mm, ss, half, zone),
  },
  {
    // 2024年4月28日 13時00分 · 2024년 4월 28일
    pattern: /(\d{4})\s?[年년.]\s?(\d{1,2})\s?[月월.]\s?(\d{1,2})\s?[日일.]?(?:[^\d]{0,8}(\d{1,2})[時시:](\d{2}))?/u,
    read: ([, y, m, d, hh, mm]) =>
      withTime({ year: number(y), month: number(m), day: number(d) }, hh, mm, undefined, undefined, undefined),
  },
];

/** A date or date-time in ISO 8601 as exactly as the text gives it; null where it holds none or an impossible one. */
export function parseDate(text: string): string | null {
  const trimmed = text.trim().slice(0, 300);
  const epoch = /^(1\d{9})(\d{3})?$/u.exec(trimmed);
  if (epoch !== null) return new Date(Number(epoch[1]) * 1_000).toISOString().replace('.000Z', 'Z');
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(trimmed);
    const parts = match === null ? null : read(match);
    if (parts !== null && isPossible(parts)) return formatDate(parts);
  }
  return null;
}

/** Milliseconds since 1970 of a date that `parseDate` gave, for comparing; a day counts from its first moment, in UTC. */
export function toInstant(date: string): number {
  const zoned = date.includes('T') && !/(?:Z|[+-]\d{2}:\d{2})$/u.test(date) ? `${date}Z` : date;
  return Date.parse(zoned);
}

function month(name: string | undefined): number {
  return MONTH_OF.get(name?.toLowerCase() ?? '') ?? NaN;
}

function orderParts(first: number, second: number, year: number): DateParts | null {
  if (first > 12) return { year, month: second, day: first };
  if (second > 12 || first === second) return { year, month: first, day: second };
  return null;
}

function withTime(
  date: DateParts | null,
  hh: string | undefined,
  mm: string | undefined,
  ss: string | undefined,
  half: string | undefined,
  zone: string | undefined,
): DateParts | null {
  if (date === null || hh === undefined || mm === undefined) return date;
  const late = half?.toLowerCase().startsWith('p') ?? false;
  const hour = half === undefined ? number(hh) : (number(hh) % 12) + (late ? 12 : 0);
  const offset = readOffset(zone);
  return {
    ...date,
    hour,
    minute: number(mm),
    second: ss === undefined ? 0 : number(ss),
    ...(offset === null ? {} : { offset }),
  };
}

function readOffset(zone: string | undefined): string | null {
  const name = zone?.replace(/[()]/gu, '').toLowerCase() ?? '';
  const digits = /^([+-]\d{2}):?(\d{2})?$/u.exec(name);
  return digits === null ? (ZONES[name] ?? null) : `${digits[1] ?? ''}:${digits[2] ?? '00'}`;
}

function isPossible({ year, month, day, hour = 0, minute = 0, second = 0 }: DateParts): boolean {
  if (!(year >= 1600 && year <= 2200 && month >= 1 && month <= 12 && hour <= 24 && minute < 60 && second <= 60))
    return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function formatDate({ year, month, day, hour, minute, second, offset }: DateParts): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  if (hour === undefined) return date;
  return `${date}T${two(hour)}:${two(minute ?? 0)}:${two(second ?? 0)}${offset ?? ''}`;
}
