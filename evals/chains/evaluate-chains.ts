import type { Article } from '../../src/page/article.ts';
import type { Attribution } from '../../src/reading/reading.ts';
import type { EvalRow } from '../row.ts';
import { isUnseen } from '../unseen.ts';
import { readGold, type GoldChain } from './gold.ts';
import { readReport } from './reports.ts';
import { ATTRIBUTES, judgeRow, type Judgement } from './score.ts';

export type ReadAttributions = (article: Article) => Promise<readonly Attribution[]>;

const SETS = [
  { file: 'gold.tsv', name: 'chains' },
  { file: 'fresh.tsv', name: 'chains, second set' },
  { file: 'third.tsv', name: 'chains, third set' },
  { file: 'fourth.tsv', name: 'chains, fourth set' },
  { file: 'fifth.tsv', name: 'chains, fifth set' },
];

/** Who told whom, against chains read by hand; the half that the rules were written on and the unseen half apart. */
export async function evaluateChains(dataDir: string, read: ReadAttributions): Promise<EvalRow[]> {
  const rows: EvalRow[] = [];
  for (const { file, name } of SETS) {
    const judged = await judgeChains(dataDir, read, readGold(new URL(file, import.meta.url)));
    for (const unseen of [false, true]) {
      const half = judged.filter(({ row }) => isUnseen(row.document) === unseen);
      rows.push(...countRows(half, `${name}, ${unseen ? 'unseen half' : 'rules’ half'}`));
    }
  }
  return rows;
}

/** Every gold row judged. Reads each document once. */
export async function judgeChains(
  dataDir: string,
  read: ReadAttributions,
  gold: readonly GoldChain[],
): Promise<Judgement[]> {
  const byDocument = new Map<string, GoldChain[]>();
  for (const row of gold) byDocument.set(row.document, [...(byDocument.get(row.document) ?? []), row]);
  const judged: Judgement[] = [];
  for (const rows of byDocument.values()) {
    const [first] = rows;
    if (!first) continue;
    const attributions = await read(readReport(dataDir, first));
    judged.push(...rows.map((row) => judgeRow(row, attributions)));
  }
  return judged;
}

function countRows(judged: readonly Judgement[], task: string): EvalRow[] {
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
