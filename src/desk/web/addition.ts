import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from './desk.ts';
import type { Job } from './jobs/jobs.ts';
import type { AddFields } from './parts/add-form.tsx';
import { plural } from './parts/words.tsx';

/** Begins to read what was given: addresses, or one text, and files. Empty fields are not known. `by`: who adds it. */
export async function startAddition(
  desk: Desk,
  fields: AddFields,
  files: readonly File[],
  addresses: readonly string[] | null,
  by: string,
): Promise<Job> {
  const { text, outlet, published, url } = fields;
  const isText = text.trim() !== '' && addresses === null;
  const needsFolder = isText || files.length > 0;
  // Names of our own: what a file is called where it came from is for people only.
  const folder = needsFolder ? await mkdtemp(join(tmpdir(), 'hearsay-desk-')) : null;
  const names: Record<string, string> = {};
  const inputs: string[] = [...(addresses ?? [])];
  const keep = async (name: string, label: string, bytes: Uint8Array | string): Promise<void> => {
    const path = join(folder ?? '', name);
    await writeFile(path, bytes, { mode: 0o600 });
    names[path] = label;
    inputs.push(path);
  };
  if (isText) await keep('pasted.txt', 'pasted text', text.replaceAll('\r\n', '\n'));
  for (const [i, file] of files.entries()) await keep(`${String(i + 1).padStart(4, '0')}${endingOf(file.name)}`, file.name, new Uint8Array(await file.arrayBuffer())); // prettier-ignore
  const what = [
    addresses === null ? null : plural(addresses.length, 'address', 'addresses'),
    isText ? 'a pasted text' : null,
    files.length === 0 ? null : files.length === 1 ? (files[0]?.name ?? 'a file') : plural(files.length, 'file'),
  ];
  const given = {
    ...(outlet === '' ? {} : { outlet }),
    ...(published === '' ? {} : { published }),
    ...(url === '' ? {} : { url }),
  };
  const told = what.filter((part) => part !== null).join(', ');
  await desk.team.keepAct({ kind: 'added', about: told }, by);
  return desk.jobs.start({
    what: told,
    by,
    order: { inputs, names, given },
    folder,
  });
}

/** The ending breaks a tie between kinds; nothing else of the name is used. */
function endingOf(name: string): string {
  return /\.[a-z0-9]{1,8}(?:\.gz)?$/iu.exec(name)?.[0].toLowerCase() ?? '';
}
