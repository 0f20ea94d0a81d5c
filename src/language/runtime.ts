import type * as Ort from 'onnxruntime-common';
import { HearsayError } from '../base/error.ts';

/** Which library runs the network: the prebuilt native one, or WebAssembly where that one is not to be had. */
export type RuntimeName = 'native' | 'wasm';

export interface Runtime {
  readonly name: RuntimeName;
  /** What the heads give of one window. */
  run(ids: Int32Array, shapes: Int32Array): Promise<Scores>;
}

/** Row-major: log probabilities of roles [rows × 7] and of names [rows × 11]; what is meant [rows × 128]. */
export interface Scores {
  readonly roles: Float32Array;
  readonly names: Float32Array;
  /** The mean over a passage's rows says what it means (train/README.md). */
  readonly sense: Float32Array;
}

/** Numbers of `sense` a row. */
export const SENSE = 128;

export interface RuntimeOptions {
  /** `auto` takes the native library where it loads, and WebAssembly otherwise. */
  readonly runtime: RuntimeName | 'auto';
}

/** The one place where the network's library is imported. `model`: the bytes of an ONNX file. Throws `network.runtime`. */
export async function openRuntime(model: Uint8Array, options: RuntimeOptions): Promise<Runtime> {
  const order: RuntimeName[] = options.runtime === 'auto' ? ['native', 'wasm'] : [options.runtime];
  let cause: unknown;
  for (const name of order) {
    try {
      const ort = await importRuntime(name);
      if (name === 'wasm') ort.env.wasm.numThreads = 1;
      return await openSession(ort, name, model);
    } catch (error) {
      cause ??= error;
    }
  }
  throw new HearsayError(
    'network.runtime',
    'The network cannot be run',
    cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'no runtime loaded',
    'install again with `npm ci`; `hearsay doctor` says which runtime loads',
    { cause },
  );
}

/**
 * To be called before the native library is loaded, and on the main thread, for a worker's environment is a copy that native code
 * does not see. As it is loaded, the library (1.30) keeps an id of the machine in the user's cache and sends Microsoft which
 * process made which session; nothing may leave this machine but what the user asks for. It has no other switch in Node.
 */
export function silenceRuntime(): void {
  process.env.ORT_DISABLE_TELEMETRY = '1';
}

async function importRuntime(name: RuntimeName): Promise<typeof Ort> {
  if (name === 'native') {
    silenceRuntime();
    return import('onnxruntime-node');
  }
  return import('onnxruntime-web/wasm');
}

async function openSession(ort: typeof Ort, name: RuntimeName, model: Uint8Array): Promise<Runtime> {
  const session = await ort.InferenceSession.create(model, {
    // A second thread saves a tenth of the time and costs four tenths of a processor: a pool of readers uses two better.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  });
  return {
    name,
    async run(ids, shapes) {
      const tensor = (values: Int32Array): Ort.Tensor => new ort.Tensor('int32', values, [1, values.length]);
      const found = await session.run({ ids: tensor(ids), shape: tensor(shapes) });
      return { roles: dataOf(found, 'roles'), names: dataOf(found, 'names'), sense: dataOf(found, 'sense') };
    },
  };
}

function dataOf(found: Readonly<Record<string, Ort.Tensor>>, output: keyof Scores): Float32Array {
  const data = found[output]?.data;
  if (!(data instanceof Float32Array)) throw new TypeError(`the network gave no ${output}`);
  return data;
}
