import { parentPort, workerData } from 'node:worker_threads';
import { describeError } from './base/error.ts';
import type { Capture } from './capture/capture.ts';
import type { RuntimeOptions } from './language/runtime.ts';
import type { Answer } from './pool.ts';
import { openReader } from './reader.ts';

// One seat of the pool: reads what it is sent, one report at a time.
const reader = openReader(workerData as RuntimeOptions);
parentPort?.on('message', (capture: Capture) => {
  void answer(capture).then((found) => parentPort?.postMessage(found));
});

async function answer(capture: Capture): Promise<Answer> {
  try {
    return { reading: await (await reader).read(capture) };
  } catch (error) {
    const { code, what, why, fix } = describeError(error, capture.input);
    return { error: { code, what, why, fix } };
  }
}
