import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HearsayError } from './error.ts';

/**
 * A JSON file of `models/`, made by a script in `train/`; `open` throws where it has not the shape that it looks for. Checked by
 * hand: to load a library of schemas costs each start more than all these files do.
 * Throws `model.missing`, `model.damaged`.
 */
export function readModel<Model>(file: URL, open: (json: unknown) => Model): Model {
  const text = readText(file);
  try {
    return open(JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : '';
    throw new HearsayError('model.damaged', 'A file of weights is damaged', `${fileURLToPath(file)} is none that this version reads: ${why}`, FIX, { cause }); // prettier-ignore
  }
}

const FIX = 'install Hearsay again: the file is part of the package';

function readText(file: URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new HearsayError('model.missing', 'A file of weights is not there', `${fileURLToPath(file)} cannot be read`, FIX, { cause }); // prettier-ignore
  }
}

/** An object with these members and no others. */
export function openObject<Name extends string>(
  json: unknown,
  names: readonly Name[],
): Readonly<Record<Name, unknown>> {
  const object = openRecord(json);
  const found = Object.keys(object);
  if (found.length !== names.length || !names.every((name) => found.includes(name)))
    throw new TypeError(`it has ${found.slice(0, 9).join(', ')} where ${names.join(', ')} should be`);
  return object;
}

/** An object of any members. */
export function openRecord(json: unknown): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new TypeError('no object where one should be');
  return json as Readonly<Record<string, unknown>>;
}

/** Numbers by name, as weights of features are kept. */
export function openTable(json: unknown): ReadonlyMap<string, number> {
  return new Map(Object.entries(openRecord(json)).map(([name, value]) => [name, openNumber(value)]));
}

/** `length` numbers. */
export function openNumbers(json: unknown, length: number): readonly number[] {
  if (!Array.isArray(json) || json.length !== length)
    throw new TypeError(`no ${String(length)} numbers where they should be`);
  return json.map(openNumber);
}

export function openNumber(json: unknown): number {
  if (typeof json !== 'number' || !Number.isFinite(json)) throw new TypeError('no number where one should be');
  return json;
}
