import { NUMBER_WORD, readNumber } from '../words.ts';

/** How many: "five", "2.5", "two and a half", "half a", "several". One named group, `count`. */
export const COUNT = `(?<count>(?:half${'[\\s]+'}an?|an?${'[\\s]+'}half|an?[\\s]+(?:few|couple(?:[\\s]+of)?|hundred|dozen)|couple(?:[\\s]+of)?|(?:\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?(?:[\\s]+1/2|½)?|${NUMBER_WORD})(?:(?:[\\s]+|-)and(?:[\\s]+|-)a(?:[\\s]+|-)half|[\\s]+(?:hundred|thousand|million|billion))?|hundred|an?|several|few|many|some|dozens[\\s]+of|hundreds[\\s]+of|thousands[\\s]+of|countless))`;

const LETTERS: Readonly<Record<string, string>> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  weekday: 'D',
  week: 'W',
  weekend: 'WE',
  fortnight: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
  millennium: 'Y',
};
const SIZES: Readonly<Record<string, number>> = { fortnight: 2, decade: 10, century: 100, millennium: 1000 };
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9 };

/** TIMEX3 of a length of time: `P5D`, `PT5H`, `P2.5Y`, `PXM`. A decade is `P10Y`, a fortnight `P2W`. */
export function readCount(count: string, unit: string): string {
  const one = unit === 'centuries' ? 'century' : unit.replace(/s$/u, '');
  const letters = LETTERS[one] ?? 'D';
  const amount = readAmount(count.trim());
  const size = SIZES[one] ?? 1;
  const time = letters.startsWith('T');
  const letter = time ? letters.slice(1) : letters;
  const head = time ? 'PT' : 'P';
  if (Number.isNaN(amount)) return `${head}X${letter}`;
  if (amount === 0.5 && one === 'hour') return 'PT30M';
  if (amount === 0.5 && one === 'year') return 'P6M';
  if (amount === 0.5 && one === 'day') return 'PT12H';
  return `${head}${String(amount * size)}${letter}`;
}

/** NaN where the words leave it open ("several"). */
function readAmount(count: string): number {
  if (/1\/2$|½$/u.test(count)) return Number.parseFloat(count) + 0.5;
  if (/^half\s|\shalf$/u.test(count) && !count.includes('and')) return 0.5;
  if (/^an?$/u.test(count)) return 1;
  if (count.endsWith('dozen')) return 12;
  const scale = /(?:^|\s)(hundred|thousand|million|billion)$/u.exec(count)?.[1];
  const rest = count
    .replace(/[\s-]+and[\s-]+a[\s-]+half$/u, '')
    .replace(/\s*(?:hundred|thousand|million|billion)$/u, '');
  const whole = rest === '' || rest === 'a' ? 1 : readNumber(rest);
  return (
    whole * (scale === undefined ? 1 : (SCALES[scale] ?? 1)) + (rest === count ? 0 : count.endsWith('half') ? 0.5 : 0)
  );
}
