import type { Article } from '../../src/page/article.ts';
import type { Attribution } from '../../src/reading/reading.ts';
import type { EvalRow } from '../row.ts';
import { isUnseen } from '../unseen.ts';
import { readGold, type GoldChain } from './gold.ts';
import { readReport } from './reports.ts';
import { ATTRIBUTES, judgeRow, type Judgement } from './score.ts';

export type ReadAttributions = (article: Article) => Promise<readonly Attribution[]>;

/** Who told whom, against chains read by hand; the half that the rules were written on and the unseen half apart. */
export async function evaluateChains(dataDir: string, read: ReadAttributions): Promise<EvalRow[]> {
  const judged = await judgeChains(dataDir, read, () => true);
  return [false, true].flatMap(
    (unseen) =>
    countRows(judged.filter(({ row }) => isUnseen(row.document) === unseen), unseen ? 'unseen half' : 'rules’ half'), // prettier-ignore
  );
}

/** Every gold row of the documents that pass `isWanted`, judged. Reads each document once. */
export async function judgeChains(
  dataDir: string,
  read: ReadAttributions,
  isWanted: (document: string) => boolean,
): Promise<Judgement[]> {
  const byDocument = new Map<string, GoldChain[]>();
  for (const row of readGold(new URL('gold.tsv', import.meta.url))) {
    if (isWanted(row.document)) byDocument.set(row.document, [...(byDocument.get(row.document) ?? []), row]);
  }
  const judged: Judgement[] = [];
  for (const rows of byDocument.values()) {
    const [first] = rows;
    if (!first) continue;
    const attributions = await read(readReport(dataDir, first));
    judged.push(...rows.map((row) => judgeRow(row, attributions)));
  }
  return judged;
}

function countRows(judged: readonly Judgement[], half: string): EvalRow[] {
  const task = `chains, ${half}`;
  const found = judged.filter((one) => one.found !== null);
  const share = (metric: string, of: readonly boolean[]): EvalRow => ({
    ...{ task, metric, size: of.length },
    value: of.filter(Boolean).length / Math.max(1, of.length),
  });
  return [
    share('gold attributions that read finds', judged.map((one) => one.found !== null)),
    share('whole chain right', found.map((one) => one.chain)),
    share('speaker (last link) right', found.map((one) => one.speaker)),
    share('kind of last link right', found.map((one) => one.kind)),
    ...ATTRIBUTES.map((name) => share(`unnamed: ${name} right`, found.flatMap((one) => one.attributes.get(name) ?? []))), // prettier-ignore
  ]; // prettier-ignore
}
