import { startOf, type Appearance } from '../appearances.ts';

/**
 * The one order of appearances: published, report key, then sha256, place and start (contract §2.5). The undated come
 * last; a day alone stands before its hours. Never by arrival.
 */
export function compareAppearances(a: Appearance, b: Appearance): number {
  return (
    compareWords(a.published ?? '~', b.published ?? '~') ||
    compareWords(a.report, b.report) ||
    compareWords(a.sha256, b.sha256) ||
    compareWords(a.in === 'title' ? '0' : '1', b.in === 'title' ? '0' : '1') ||
    startOf(a) - startOf(b) ||
    compareWords(a.id, b.id)
  );
}

export function compareWords(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
