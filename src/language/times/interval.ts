import type { TimeExpression } from './times.ts';

/**
 * "September 10 to 13", "between March and May", "2011–2013": two expressions with nothing but a word of range between
 * them, as one interval; null for any other two. Only an attribution's `when` joins them (contract §4).
 */
export function joinInterval(text: string, a: TimeExpression, b: TimeExpression): TimeExpression | null {
  if (a.type !== 'DATE' || b.type !== 'DATE' || a.end > b.start || b.start - a.end > 20) return null;
  const between = text.slice(a.end, b.start).toLowerCase();
  const opens =
    /\bbetween\s+(?:the\s+)?$/iu.test(text.slice(Math.max(0, a.start - 14), a.start)) ||
    /^between\b/iu.test(text.slice(a.start, a.end));
  const joined = opens
    ? /^\s+and\s+(?:the\s+)?$/u.test(between)
    : /^(?:\s*[-–—‑/]\s*|,?\s+(?:to|until|till|through|thru)\s+(?:the\s+)?)$/u.test(between);
  if (!joined || !/^[\dX]/u.test(a.value) || !/^[\dX]/u.test(b.value) || a.value.includes('/') || b.value.includes('/'))
    return null;
  const [first, last] = [a.edtf?.split('/')[0], b.edtf?.split('/').at(-1)];
  return {
    start: a.start,
    end: b.end,
    type: 'DATE',
    value: `${a.value}/${b.value}`,
    edtf: first !== undefined && last !== undefined ? `${first}/${last}` : null,
    rule: `interval of ${a.rule} and ${b.rule}`,
  };
}
