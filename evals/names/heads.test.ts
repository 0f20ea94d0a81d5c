import { expect, it } from 'vitest';
import { putHead } from './heads.ts';

const VALUES = 1920 * 11 + 11;

/** As protobuf writes an array: its name, then tag 0x4a, the length as a varint, the bytes. */
function array(name: string, length: readonly number[], bytes: number): Buffer {
  return Buffer.concat([Buffer.from(name), Buffer.of(0x4a, ...length), Buffer.alloc(bytes)]);
}

it('puts values into the arrays of the head and nowhere else', () => {
  const weight = array('names.head.weight', [0x80, 0x94, 0x05], 4 * 1920 * 11);
  const model = Buffer.concat([Buffer.from('names.head.weight is read'), weight, array('names.head.bias', [44], 44), Buffer.from('end')]); // prettier-ignore
  const copy = Buffer.from(
    putHead(
      model,
      Float32Array.from({ length: VALUES }, (_, i) => i),
    ),
  );
  const at = model.length - 3;
  expect(copy.readFloatLE(at - 4)).toBe(VALUES - 1);
  expect(copy.readFloatLE(25 + weight.length - 4)).toBe(1920 * 11 - 1);
  expect(copy.subarray(at).toString()).toBe('end');
  expect(copy.subarray(0, 25)).toEqual(model.subarray(0, 25));
  expect(model.readFloatLE(at - 4)).toBe(0);
});

it('says where a network has no such head', () => {
  expect(() => putHead(Buffer.from('another network'), new Float32Array(VALUES))).toThrow('names.head.weight');
});
