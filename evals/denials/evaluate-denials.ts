import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlaps } from '../../src/base/span.ts';
import { findClaims } from '../../src/ledger/claims.ts';
import type { Claim, ClaimAppearance } from '../../src/ledger/claim.ts';
import type { Range } from '../../src/language/spans.ts';
import type { Article } from '../../src/page/article.ts';
import type { Reading } from '../../src/reading/reading.ts';
import type { EvalRow } from '../row.ts';
import { wrapText } from '../triples/wrap.ts';
import { readGold, type GoldDenial } from './gold.ts';

/** Each report of the gold read by itself, and which statement of it each marked denial is linked to. */
export async function evaluateDenials(
  dataDir: string,
  read: (article: Article) => Promise<Reading>,
): Promise<EvalRow[]> {
  const gold = readGold();
  const readings = new Map<string, Reading>();
  for (const { part, document } of gold) {
    if (readings.has(document)) continue;
    const text = readFileSync(join(dataDir, 'polnear', part, 'text', `${document}.txt`), 'utf8');
    readings.set(document, await read(wrapText(document, text)));
  }
  return scoreDenials(gold, readings);
}

/** How a denial was linked: rightly, to something else, or to nothing. */
export type Verdict = 'right' | 'wrong' | 'none';

export function scoreDenials(gold: readonly GoldDenial[], readings: ReadonlyMap<string, Reading>): EvalRow[] {
  const judged = judgeDenials(gold, readings);
  const right = judged.filter(({ verdict }) => verdict === 'right').length;
  const linked = judged.filter(({ verdict }) => verdict !== 'none').length;
  const wanted = gold.filter(({ answers }) => answers.length > 0).length;
  const [precision, recall] = [linked === 0 ? 0 : right / linked, right / wanted];
  const row = (metric: string, value: number): EvalRow => ({
    task: 'denials, PolNeAR',
    metric,
    value,
    size: gold.length,
  });
  return [
    row('links: F1', precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)),
    row('links: precision', precision),
    row('links: recall', recall),
  ];
}

export function judgeDenials(
  gold: readonly GoldDenial[],
  readings: ReadonlyMap<string, Reading>,
): readonly { readonly row: GoldDenial; readonly verdict: Verdict; readonly claims: readonly Claim[] }[] {
  const claimsOf = new Map([...readings].map(([document, reading]) => [document, findClaims([reading])]));
  return gold.map((row) => {
    const holding = (claimsOf.get(row.document) ?? []).filter(({ denials, appearances }) => denials.some((one) => isDenied(one.strength) && stands(one.appearance, row.denial)) && appearances.some(({ polarity }) => polarity === 'affirmed' || polarity === 'negated')); // prettier-ignore
    const isRight = holding.some(({ appearances }) => appearances.some((one) => row.answers.some((place) => stands(one, place)))); // prettier-ignore
    return { row, verdict: holding.length === 0 ? 'none' : isRight ? 'right' : 'wrong', claims: holding };
  });
}

function isDenied(strength: Claim['denials'][number]['strength']): boolean {
  return strength === 'denied' || strength === 'disputed';
}

/** Whether an appearance is at a place: the words of its telling count as its own. */
function stands({ in: part, content }: ClaimAppearance, place: Range): boolean {
  const near = { start: place.start - NEAR, end: place.end + NEAR };
  return part === 'text' && content.some((span) => overlaps(span, near));
}

/** Characters between the words of a denial and what it denies. */
const NEAR = 30;
