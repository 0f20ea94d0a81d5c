import { describeError } from '../../../base/error.ts';
import { openLedger } from '../../../ledger/ledger.ts';
import { readInputs } from '../../../pipeline.ts';
import { identifyReader } from '../../../reader.ts';
import type { JobLine, Order, Told } from './order.ts';

// A process of its own reads what people add, so that the desk answers meanwhile and its memory stays small.
const tell = (told: Told): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined) resolve();
    else process.send(told, () => { resolve(); }); // prettier-ignore
  });

process.once('message', (order: Order) => {
  void run(order)
    .then(() => tell({ end: null }))
    .catch((error: unknown) => tell({ end: describeProblem(error) }))
    .finally(() => process.disconnect());
});

async function run({ ledger: place, by, inputs, names, given }: Order): Promise<void> {
  const ledger = await openLedger(place, { by, now: () => new Date() });
  const reader = identifyReader();
  const name = (input: string): string => {
    const file = Object.keys(names).find((known) => input.startsWith(known));
    return file === undefined ? input : `${names[file] ?? ''}${input.slice(file.length)}`;
  };
  // Where the desk put a file is nobody's business: people know it by its own name.
  const nameFiles = ({ what, why, fix }: NonNullable<JobLine['problem']>): NonNullable<JobLine['problem']> => {
    const say = (words: string): string => Object.entries(names).reduce((said, [path, label]) => said.replaceAll(path, label), words); // prettier-ignore
    return { what: say(what), why: say(why), fix: say(fix) };
  };
  try {
    const skip = async (capture: Parameters<typeof ledger.holds>[0]): Promise<boolean> => {
      const held = await ledger.holds(capture, reader);
      if (held) await tell({ line: { input: name(capture.input), outcome: 'held', report: null, title: null, problem: null } }); // prettier-ignore
      return held;
    };
    for await (const result of readInputs(inputs, { given, skip, now: () => new Date() })) {
      if ('error' in result) {
        await tell({ line: { input: name(result.input), outcome: 'failed', report: null, title: null, problem: nameFiles(describeProblem(result.error)) } }); // prettier-ignore
        continue;
      }
      const { report, outcome } = await ledger.add(
        { ...result.reading, input: name(result.reading.input) },
        result.capture,
      );
      await tell({ line: { input: name(result.reading.input), outcome, report, title: result.reading.report.title, problem: null } }); // prettier-ignore
    }
  } finally {
    await ledger.close();
  }
}

function describeProblem(error: unknown): NonNullable<JobLine['problem']> {
  const { what, why, fix } = describeError(error, 'The addition');
  return { what, why, fix };
}
