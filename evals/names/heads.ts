import { readFileSync } from 'node:fs';
import { openEncoder, type Encoder } from '../../src/language/encoder.ts';
import { openRuntime } from '../../src/language/runtime.ts';

/** The head of names in `models/tagger.onnx` (train/head/graph.py): its arrays, in the order of `heads.bin`. */
const ARRAYS = [
  ['names.head.weight', 1920 * 11],
  ['names.head.bias', 11],
] as const;
const VALUES = ARRAYS.reduce((sum, [, size]) => sum + size, 0);
const FOLDS = ['1', '2', '3', '4', '5'];

/**
 * The network with the head that was learned without a fold of GUM's news documents (`evals/mentions/folds.tsv`), as
 * train/head/fit.py wrote it: what the shipped head has seen says nothing of what it can do. Opened once a fold.
 */
export function openFolds(): (fold: string) => Promise<Encoder> {
  const open = new Map<string, Promise<Encoder>>();
  return (fold) => {
    const known = open.get(fold) ?? openEncoder({ runtime: 'auto' }, (model, options) => openRuntime(putHead(model, readHead(fold)), options)); // prettier-ignore
    open.set(fold, known);
    return known;
  };
}

/** Of each fold a scale (float32), then the values (int16); little-endian. */
function readHead(fold: string): Float32Array {
  const bytes = readFileSync(new URL('heads.bin', import.meta.url));
  const at = FOLDS.indexOf(fold) * (4 + 2 * VALUES);
  if (at < 0) throw new RangeError(`heads.bin has no fold ${fold}`);
  const scale = bytes.readFloatLE(at);
  return Float32Array.from({ length: VALUES }, (_, i) => bytes.readInt16LE(at + 4 + 2 * i) * scale);
}

/** A copy of the ONNX file with other values in the arrays of the head. Throws where the file does not hold them. */
export function putHead(model: Uint8Array, values: Float32Array): Uint8Array {
  const copy = Buffer.from(model);
  let from = 0;
  for (const [name, size] of ARRAYS) {
    // A TensorProto: its name (field 8), then its raw data (field 9): tag, length as a varint, bytes.
    const tag = copy.indexOf(Buffer.concat([Buffer.from(name), Buffer.of(0x4a)]));
    if (tag < 0) throw new RangeError(`the network holds no ${name}`);
    let at = tag + name.length + 1;
    let [length, shift] = [0, 0];
    for (let more = true; more; shift += 7) {
      const byte = copy[at++] ?? 0;
      length += (byte & 127) * 2 ** shift;
      more = byte > 127;
    }
    if (length !== 4 * size) throw new RangeError(`${name} has ${String(length)} bytes, not ${String(4 * size)}`);
    for (let i = 0; i < size; i++) copy.writeFloatLE(values[from + i] ?? 0, at + 4 * i);
    from += size;
  }
  return copy;
}
