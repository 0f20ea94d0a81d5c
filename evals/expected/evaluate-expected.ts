import type { Encoder } from '../../src/language/encoder.ts';
import { actOf } from '../../src/reading/acts.ts';
import { findExpectedEvent } from '../../src/reading/expected.ts';
import type { EvalRow } from '../row.ts';
import { readExpectedGold, type JudgedContent } from './gold.ts';
import { readSenseCells } from './sense-cells.ts';

/** One content with what was said of it, for reading by eye. */
export type Report = (half: JudgedContent['half'], line: string) => void;

/**
 * Whether a content is still ahead, against a reader: 75 that are and 75 that are not. `dev` was developed on, `unseen`
 * was not. Times of the content are not handed in here: the wording alone is judged.
 */
export async function evaluateExpected(dataDir: string, encoder: Encoder, report: Report = () => undefined): Promise<EvalRow[]> {
  const rows: EvalRow[] = [];
  for (const file of ['gold.tsv', 'fresh.tsv'] as const) rows.push(...(await evaluateSet(dataDir, encoder, file, report)));
  return rows;
}

async function evaluateSet(dataDir: string, encoder: Encoder, file: 'gold.tsv' | 'fresh.tsv', report: Report): Promise<EvalRow[]> { // prettier-ignore
  const name = file === 'gold.tsv' ? 'PolNeAR by reading' : 'second set';
  const golds = readExpectedGold(dataDir, file);
  const cells = await readSenseCells(encoder, golds.map(({ text }) => text)); // prettier-ignore
  const judged = golds.map((gold) => ({ gold, kind: judge(gold, cells.get(gold.text) ?? null) }));
  for (const { gold, kind } of judged) {
    const content = gold.content.map(({ start, end }) => gold.text.slice(start, end)).join(' … ');
    const cue = gold.cue.map(({ start, end }) => gold.text.slice(start, end)).join(' … ');
    if (gold.ahead !== (kind !== null)) report(gold.half, `${gold.ahead ? `missed ${gold.kind}` : `wrongly ${String(kind)}`} {${cue}} ${content}`); // prettier-ignore
  }
  return (['dev', 'unseen', 'all'] as const).flatMap((half) => {
    const part = judged.filter(({ gold }) => half === 'all' || gold.half === half);
    const said = part.filter(({ kind }) => kind !== null);
    const right = said.filter(({ gold }) => gold.ahead);
    const ahead = part.filter(({ gold }) => gold.ahead);
    const task = `expected events, ${name}, ${half}`;
    return [
      { task, metric: 'precision', value: right.length / Math.max(1, said.length), size: said.length },
      { task, metric: 'recall', value: right.length / ahead.length, size: ahead.length },
      { task, metric: 'kind right', value: right.filter(({ gold, kind }) => gold.kind === kind).length / Math.max(1, right.length), size: right.length }, // prettier-ignore
    ];
  });
}

function judge({ text, cue, content }: JudgedContent, sense: Int8Array | null): string | null {
  const act = actOf(cue.map(({ start, end }) => text.slice(start, end)).join(' '));
  const event = findExpectedEvent({ text, cue, content, act, published: null, when: [], where: [], entities: [], sense });
  return event?.kind ?? null;
}
