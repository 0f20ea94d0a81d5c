import { createHash } from 'node:crypto';

/** Hexadecimal digits of 52 bits, which both databases and JavaScript hold exactly. */
const DIGITS = 13;

/** The number of a report's key (its place), or of any other word. Two words of one number cost a look, no more. */
export function numberOfKey(key: string): number {
  return numberOfId(createHash('sha256').update(key).digest('hex'));
}

/** The number of a claim or an appearance: the beginning of its id, so that numbers stand in the order of ids. */
export function numberOfId(id: string): number {
  return Number.parseInt(id.slice(0, DIGITS), 16);
}

/** The numbers of all ids that begin so: from the first to the last. */
export function numbersOfBeginning(typed: string): readonly [number, number] {
  const begun = typed.slice(0, DIGITS);
  return [Number.parseInt(begun.padEnd(DIGITS, '0'), 16), Number.parseInt(begun.padEnd(DIGITS, 'f'), 16)];
}

/** Values of one statement. */
const MOST = 500;

/** Values, each once, in parts for one statement each. */
export function partValues<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  const once = [...new Set(values)];
  return Array.from({ length: Math.ceil(once.length / MOST) }, (_, i) => once.slice(i * MOST, (i + 1) * MOST));
}
