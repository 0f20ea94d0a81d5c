/** A number that a proposition gives: "more than $2 billion" is {value 2e9, unit "$", bound "least"}. */
export interface Quantity {
  readonly value: number;
  /** "$", "£", "€", "%", or the word that is counted, as it stands: "dead", "companies". */
  readonly unit: string;
  readonly bound: 'exact' | 'about' | 'least' | 'most';
}

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2, thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, mn: 1e6, billion: 1e9, b: 1e9, bn: 1e9, trillion: 1e12, tn: 1e12,
}; // prettier-ignore
const SMALL: Readonly<Record<string, number>> = {
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, dozen: 12,
}; // prettier-ignore

const LEAST = 'more than|over|at least|upwards? of|above|exceeding|north of|no fewer than|no less than';
const MOST = 'up to|at most|less than|under|fewer than|as many as|as much as|below|no more than|almost|nearly';
const ABOUT = 'about|around|roughly|approximately|some|an estimated|estimated|close to|circa';
const NUMBER = new RegExp(
  `(?:(?<least>${LEAST})|(?<most>${MOST})|(?<about>${ABOUT}))?\\s*(?:an?\\s+)?(?:whopping\\s+|reported\\s+|estimated\\s+|cool\\s+)?(?<money>(?:US|C|A|NZ|HK)?[$£€¥])?\\s?(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\b(?:${Object.keys(SMALL).join('|')})\\b)(?![\\d:/]|-(?:year|day|month|week|minute|hour)|st\\b|nd\\b|rd\\b|th\\b)[\\s-]?(?<scale>(?:hundred|thousand|million|billion|trillion|bn|mn|tn|[kmb])\\b)?(?<plus>\\s?\\+|-plus)?\\s*(?<unit>%|percent|per cent|dollars|euros|pounds|\\p{L}+)?`,
  'giu',
); // prettier-ignore

const UNITS: Readonly<Record<string, string>> = {
  percent: '%', 'per cent': '%', dollars: '$', euros: '€', pounds: '£', us$: '$', deaths: 'dead', killed: 'dead', fatalities: 'dead', died: 'dead',
}; // prettier-ignore

/** The quantities of a text, dates left out: `dates` are the stretches that are times. */
export function findQuantities(
  text: string,
  dates: readonly { readonly start: number; readonly end: number }[],
): Quantity[] {
  return [...namePart(text).matchAll(NUMBER)].flatMap((match) => {
    const { least, most, about, money, digits = '', scale, plus, unit } = match.groups ?? {};
    const at = match.index + match[0].indexOf(digits);
    if (dates.some(({ start, end }) => start <= at && at < end) || (money === undefined && isYear(digits, scale)))
      return [];
    const value =
      (SMALL[digits.toLowerCase()] ?? Number(digits.replaceAll(',', ''))) * (SCALES[scale?.toLowerCase() ?? ''] ?? 1);
    const named = (money ?? unit ?? '').toLowerCase();
    const bound = least !== undefined || plus !== undefined ? 'least' : most !== undefined ? 'most' : about === undefined ? 'exact' : 'about'; // prettier-ignore
    return [{ value, unit: UNITS[named] ?? named, bound }];
  });
}

const PART =
  /(\d[\d,.]*\d|\d) of (?:(?:the|its|their|about|some|more than)\s+)?(?:[\p{L}’'-]+\s+){0,2}\d[\d,.]*\s+(\p{L}+)/gu;

/** “140 of the yard’s 900 workers” counts 140 workers. Everything keeps its place. */
function namePart(text: string): string {
  return text.replace(PART, (whole, part: string, unit: string) => `${part} ${unit}`.padEnd(whole.length));
}

function isYear(digits: string, scale: string | undefined): boolean {
  return /^(?:1[6-9]|20)\d\d$/u.test(digits) && scale === undefined;
}

/** "agree" where they count the same thing and can both be so, "differ" where they cannot, "apart" where nothing is shared. */
export function compareQuantities(a: readonly Quantity[], b: readonly Quantity[]): 'agree' | 'differ' | 'apart' {
  const pairs = a.flatMap((left) => b.filter(({ unit }) => unit === left.unit && unit !== '').map((right) => canBoth(left, right))); // prettier-ignore
  return pairs.length === 0 ? 'apart' : pairs.some((can) => can) ? 'agree' : 'differ';
}

/** How far a bound reaches: "more than $2 billion" and "$2.5 billion" may be one price, "more than 2" and "4" are not. */
const REACH = 1.5;
const ROUNDING = 0.02;

function canBoth(a: Quantity, b: Quantity): boolean {
  const [low, high] = a.value <= b.value ? [a, b] : [b, a];
  if (high.value - low.value <= ROUNDING * high.value) return true;
  const near = high.value <= REACH * low.value;
  if (near && (low.bound === 'least' || high.bound === 'most')) return true;
  return (low.bound === 'about' || high.bound === 'about') && high.value <= 1.1 * low.value;
}
