import type { Article } from '../../src/page/article.ts';
import type { Attribution } from '../../src/reading/reading.ts';
import type { EvalRow } from '../row.ts';
import { splitSet, type GoldPart, type GoldSet } from '../gold-sets.ts';
import { readGold, type GoldChain } from './gold.ts';
import { readReport } from './reports.ts';
import { ATTRIBUTES, judgeRow, type Judgement } from './score.ts';

export type ReadAttributions = (article: Article) => Promise<readonly Attribution[]>;

const FIRST: GoldSet = { file: 'gold.tsv', name: 'chains', read: 'half' };
const SETS: readonly GoldSet[] = [
  FIRST,
  { file: 'fresh.tsv', name: 'chains, second set', read: 'all' },
  { file: 'third.tsv', name: 'chains, third set', read: 'all' },
  { file: 'fourth.tsv', name: 'chains, fourth set', read: 'all' },
  { file: 'fifth.tsv', name: 'chains, fifth set', read: 'all' },
  { file: 'sixth.tsv', name: 'chains, sixth set', read: 'nothing' },
];

/** Who told whom, against chains read by hand; what the rules were written on and what was kept from them apart. */
export async function evaluateChains(dataDir: string, read: ReadAttributions): Promise<EvalRow[]> {
  const rows: EvalRow[] = [];
  for (const set of SETS) {
    const judged = await judgeChains(dataDir, read, readGold(new URL(set.file, import.meta.url)));
    rows.push(...splitSet(set, judged, ({ row }) => row.document).flatMap(countRows));
    if (set === FIRST) rows.push(...countLinks({ task: 'chains, both halves', rows: judged }));
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

function countRows({ task, rows }: GoldPart<Judgement>): EvalRow[] {
  const found = rows.filter((one) => one.found !== null);
  const attributes = ATTRIBUTES.map((name) =>
    countShare(
      task,
      `unnamed: ${name} right`,
      found.flatMap((one) => one.attributes.get(name) ?? []),
    ),
  );
  const finds = rows.map((one) => one.found !== null);
  return [countShare(task, 'gold attributions that read finds', finds), ...countLinks({ task, rows }), ...attributes];
}

/** Of the attributions that `read` finds: whole chain, speaker and kind. */
function countLinks({ task, rows }: GoldPart<Judgement>): EvalRow[] {
  const found = rows.filter((one) => one.found !== null);
  return [
    countShare(task, 'whole chain right', found.map((one) => one.chain)),
    countShare(task, 'speaker (last link) right', found.map((one) => one.speaker)),
    countShare(task, 'kind of last link right', found.map((one) => one.kind)),
  ]; // prettier-ignore
}

function countShare(task: string, metric: string, of: readonly boolean[]): EvalRow {
  return { task, metric, size: of.length, value: of.filter(Boolean).length / Math.max(1, of.length) };
}
