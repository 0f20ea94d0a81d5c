import type { Reading } from '../reading/reading.ts';
import { findAppearances, type Appearance } from './appearances.ts';
import { scorePair } from './same-claim/score.ts';

/** What one version says otherwise than the one before, claim by claim. Words are those of the versions. */
export interface Revision {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly Change[];
  /** Paragraphs that are new and say that something was put right. */
  readonly notices: readonly string[];
}

export interface Change {
  readonly kind: 're-hedged' | 're-attributed' | 'number' | 'polarity';
  readonly before: { readonly text: string; readonly value: string };
  readonly after: { readonly text: string; readonly value: string };
}

/** Compares two readings of one address, the older first. A pure function. */
export function compareVersions(before: Reading, after: Reading): Revision {
  const [old, now] = [findAppearances(before), findAppearances(after)];
  const pairs = alignAppearances(old, now);
  const kept = new Set(pairs.flat());
  const known = new Set(paragraphsOf(before));
  return {
    added: now.filter((one) => !kept.has(one)).map(wordsOf),
    removed: old.filter((one) => !kept.has(one)).map(wordsOf),
    changed: pairs.flatMap(([a, b]) => compareOne(a, b)),
    notices: paragraphsOf(after).filter((paragraph) => NOTICE.test(paragraph) && !known.has(paragraph)),
  };
}

/** “Correction: an earlier version of this article said …” */
const NOTICE = /^(?:\W*(?:corrections?|clarifications?|editor['’]s note|amended|updated?|corrected)\b[^.]{0,40}[:—–-])|\b(?:an earlier version of this|a previous version of this|this (?:article|story|report) (?:was|has been) (?:amended|corrected|updated))\b/iu; // prettier-ignore

function paragraphsOf({ report }: Reading): readonly string[] {
  return report.text.split(/\n{2,}/u).map((paragraph) => paragraph.trim());
}

/** Chance from which two appearances of one page are one claim told again: less than between pages, which say more apart. */
const SAME = 0.3;

/** One to one, the likest first; the same words before all. */
function alignAppearances(
  old: readonly Appearance[],
  now: readonly Appearance[],
): readonly (readonly [Appearance, Appearance])[] {
  const candidates = old.flatMap((a, i) =>
    now.flatMap((b, j) => {
      const score = a.in === b.in ? likenessOf(a, b) : 0;
      return score >= SAME ? [{ a, b, score, apart: Math.abs(i - j) }] : [];
    }),
  );
  const taken = new Set<Appearance>();
  const pairs: [Appearance, Appearance][] = [];
  for (const { a, b } of candidates.sort((x, y) => y.score - x.score || x.apart - y.apart)) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    pairs.push([a, b]);
  }
  return pairs.sort(([, a], [, b]) => now.indexOf(a) - now.indexOf(b));
}

/** A number that was put right keeps its claim: “240 jobs” and “140 jobs” are compared as if they were one number. */
function likenessOf(a: Appearance, b: Appearance): number {
  const [left, right] = [plainWords(a), plainWords(b)];
  if (wordsOf(a) === wordsOf(b)) return 2;
  if (left.join(' ') === right.join(' ')) return 1.5;
  const shared = left.filter((word) => right.includes(word)).length;
  const alike = (2 * shared) / Math.max(1, left.length + right.length);
  const levelled = { ...b.proposition, quantities: a.proposition.quantities };
  return Math.max(scorePair(a.proposition, levelled), alike >= 0.6 ? alike : 0);
}

function plainWords(one: Appearance): readonly string[] {
  return (
    wordsOf(one)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}

function wordsOf({ content }: Appearance): string {
  return content.map(({ text }) => text).join(' … ');
}

function compareOne(a: Appearance, b: Appearance): readonly Change[] {
  const sides: readonly (readonly [Change['kind'], (one: Appearance) => string])[] = [
    ['re-hedged', ({ certainty }) => [certainty.level, ...certainty.hedges.map(({ text }) => text)].join(': ')],
    ['re-attributed', ({ voice, chain }) => (voice === 'own' ? 'in its own words' : chain.slice(1).map(({ name }) => name).join(' ← '))], // prettier-ignore
    ['number', (one) => (wordsOf(one).match(/\d[\d.,]*\d|\d/gu) ?? []).join(', ')],
    ['polarity', ({ polarity }) => polarity],
  ];
  return sides.flatMap(([kind, valueOf]) => {
    const [before, after] = [valueOf(a), valueOf(b)];
    return before === after ? [] : [{ kind, before: { text: wordsOf(a), value: before }, after: { text: wordsOf(b), value: after } }]; // prettier-ignore
  });
}
