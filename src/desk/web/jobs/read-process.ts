import { describeError } from '../../../base/error.ts';
import { readInputs, type ReadResult } from '../../../pipeline.ts';
import type { ApartOrder, ApartTold } from './read-apart.ts';

// A process of its own reads what programs ask for over MCP, so that the desk answers meanwhile and its memory stays small.
const tell = (told: ApartTold): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined) resolve();
    else process.send(told, () => { resolve(); }); // prettier-ignore
  });

process.once('message', (order: ApartOrder) => {
  void run(order)
    .then(() => tell({ end: null }))
    .catch((error: unknown) => tell({ end: describe(error) }))
    .finally(() => { process.disconnect(); }); // prettier-ignore
});

async function run({ inputs, text, given, runtime }: ApartOrder): Promise<void> {
  const stdin = text === null ? {} : { stdin: once(Buffer.from(text, 'utf8')) };
  const options = { given, allowPrivate: false, now: () => new Date(), ...stdin, ...(runtime === null ? {} : { runtime }) }; // prettier-ignore
  for await (const result of readInputs(inputs, options)) await tell({ result: pack(result) });
}

function pack(result: ReadResult): Extract<ApartTold, { result: unknown }>['result'] {
  return 'error' in result ? { input: result.input, failed: describe(result.error) } : result;
}

function describe(error: unknown): NonNullable<Extract<ApartTold, { end: unknown }>['end']> {
  const { code, what, why, fix } = describeError(error, 'The report');
  return { code, what, why, fix };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
