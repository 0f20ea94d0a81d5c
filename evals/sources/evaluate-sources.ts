import { overlaps } from '../../src/base/span.ts';
import { describeSources, type SourceRecord } from '../../src/ledger/sources/source-record.ts';
import { unifySources } from '../../src/ledger/sources/unify-sources.ts';
import type { Article } from '../../src/page/article.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { readNewsWhole } from '../news.ts';
import type { EvalRow } from '../row.ts';
import { scoreB3 } from '../stories/score.ts';
import { isUnseen } from '../unseen.ts';
import { readGold, type GoldName } from './gold.ts';

/** The reports of the gold read whole, their names made one over reports, B³ over the names that were read by hand. */
export async function evaluateSources(
  dataDir: string,
  read: (article: Article) => Promise<Reading>,
): Promise<EvalRow[]> {
  const gold = readGold();
  const readings = await readNewsWhole(dataDir, new Set(gold.map(({ report }) => report)), read);
  return scoreSources(gold, readings);
}

export function scoreSources(gold: readonly GoldName[], readings: ReadonlyMap<string, Reading>): EvalRow[] {
  const records = new Map([...readings].map(([id, reading]) => [id, describeSources(reading, true)]));
  const { sources } = unifySources([...records.values()].flat());
  const sourceOf = new Map(sources.flatMap(({ id, records: own }) => own.map((one) => [one.id, id] as const)));
  const found = gold.map((name) => {
    const record = recordOf(name, readings.get(name.report), records.get(name.report) ?? []);
    return { name, gold: [name.who], found: record === null ? null : (sourceOf.get(record.id) ?? null) };
  });
  return [false, true].flatMap((unseen) => {
    const half = found.filter(({ name }) => isUnseen(name.group) === unseen);
    const { precision, recall, f1 } = scoreB3(half);
    const row = (metric: string, value: number): EvalRow => ({
      task: `sources, ${unseen ? 'unseen' : 'dev'}`,
      metric,
      value,
      size: half.length,
    });
    return [row('B³ F1', f1), row('B³ precision', precision), row('B³ recall', recall)];
  });
}

/** The record of the entity whose name stands at the gold's place. */
function recordOf(
  { place }: GoldName,
  reading: Reading | undefined,
  records: readonly SourceRecord[],
): SourceRecord | null {
  const here = reading?.entities.flatMap(({ mentions }) => mentions.filter((one) => /name|acronym/u.test(one.why) && overlaps(one, place))) ?? []; // prettier-ignore
  const forms = here.map(({ text }) => text.replace(/^the /iu, ''));
  return records.find((one) => one.kind !== 'role' && one.forms.some((form) => forms.includes(form))) ?? null;
}
