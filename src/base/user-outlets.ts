import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { HearsayError } from './error.ts';

/** A user's own outlets: rows as in `lexicons/outlets.tsv`. */
export interface UserOutlets {
  readonly rows: readonly (readonly string[])[];
  /** Of the file's bytes; '' where there is none: what is read and derived with other outlets is made anew. */
  readonly hash: string;
}

let held: UserOutlets | null = null;

/**
 * What the file has that the environment names in `HEARSAY_OUTLETS`; nothing where it names none. From the environment, so that
 * every thread and process that reads has the same.
 * @throws HearsayError `usage.bad-option`
 */
export function readUserOutlets(): UserOutlets {
  held ??= readOutletFile(process.env.HEARSAY_OUTLETS ?? '');
  return held;
}

export function readOutletFile(file: string): UserOutlets {
  if (file === '') return { rows: [], hash: '' };
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw refuse(file, error instanceof Error ? error.message : 'it cannot be opened');
  }
  const lines = bytes.toString('utf8').split(/\r?\n/u);
  const rows = lines.flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const row = line.split('\t');
    if (!row[0] || (row[1] !== 'outlet' && row[1] !== 'wire')) throw refuse(file, `line ${String(i + 1)} has no name, or neither “outlet” nor “wire” behind it`); // prettier-ignore
    return [row];
  });
  return { rows, hash: createHash('sha256').update(bytes).digest('hex') };
}

function refuse(file: string, why: string): HearsayError {
  return new HearsayError('usage.bad-option', `The outlets of HEARSAY_OUTLETS cannot be read from ${file}`, why, 'give a file of lines “name TAB outlet or wire TAB short forms (;) TAB web domains (;)”, or unset HEARSAY_OUTLETS'); // prettier-ignore
}
