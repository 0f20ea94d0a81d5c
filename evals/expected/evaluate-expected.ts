import { actOf } from '../../src/reading/acts.ts';
import { findExpectedEvent } from '../../src/reading/expected.ts';
import type { EvalRow } from '../row.ts';
import { readExpectedGold, type JudgedContent } from './gold.ts';

/** One content with what was said of it, for reading by eye. */
export type Report = (half: JudgedContent['half'], line: string) => void;

/**
 * Whether a content is still ahead, against a reader: 75 that are and 75 that are not. `dev` was developed on, `unseen`
 * was not. Times of the content are not handed in here: the wording alone is judged.
 */
export function evaluateExpected(dataDir: string, report: Report = () => undefined): EvalRow[] {
  return (['gold.tsv', 'fresh.tsv'] as const).flatMap((file) => evaluateSet(dataDir, file, report));
}

function evaluateSet(dataDir: string, file: 'gold.tsv' | 'fresh.tsv', report: Report): EvalRow[] {
  const name = file === 'gold.tsv' ? 'PolNeAR by reading' : 'second set';
  const judged = readExpectedGold(dataDir, file).map((gold) => ({ gold, kind: judge(gold) }));
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

function judge({ text, cue, content }: JudgedContent): string | null {
  const act = actOf(cue.map(({ start, end }) => text.slice(start, end)).join(' '));
  const event = findExpectedEvent({ text, cue, content, act, published: null, when: [], where: [], entities: [] });
  return event?.kind ?? null;
}
