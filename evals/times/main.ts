import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { evaluateTimes, listGumPairs, scoreDocument } from './evaluate-times.ts';
import { readMeantime } from './meantime.ts';

/** `npx tsx evals/times/main.ts [--data DIR] [--errors]`: the figures; with --errors what was read wrong in the dev half. */
const { values } = parseArgs({ options: { data: { type: 'string' }, errors: { type: 'boolean' } } });
const dataDir = values.data ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
if (values.errors) listErrors();
for (const { task, metric, value, size } of await evaluateTimes(dataDir)) {
  console.log(`${task.padEnd(32)} ${metric.padEnd(28)} ${value.toFixed(3)} ${String(size)}`);
}

function listErrors(): void {
  for (const document of readMeantime(dataDir).filter(({ half }) => half === 'dev')) {
    for (const { gold, said } of scoreDocument(document)) {
      if (gold && gold.value === said?.value) continue;
      const [start, end] = [
        Math.min(gold?.start ?? Infinity, said?.start ?? Infinity),
        Math.max(gold?.end ?? 0, said?.end ?? 0),
      ];
      const show = (one: typeof gold): string =>
        one ? `${document.text.slice(one.start, one.end)} = ${one.value}` : '—';
      const around = `${document.text.slice(Math.max(0, start - 40), start)}[[${document.text.slice(start, end)}]]${document.text.slice(end, end + 30)}`;
      console.log(
        `${document.id} ${String(document.published)}  gold ${show(gold)} | said ${show(said)}\n      ${around.replace(/\n/gu, '⏎')}`,
      );
    }
  }
  for (const { id, words, gold, said, right } of listGumPairs(dataDir)) {
    if (!right)
      console.log(
        `${id} “${words}” gold ${String(gold.open ?? `${String(gold.from)}/${String(gold.to)}`)} said ${said?.value ?? '—'} ${said?.rule ?? ''}`,
      );
  }
}
