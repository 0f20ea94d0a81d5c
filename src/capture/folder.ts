import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dirent } from 'node:fs';
import { HearsayError } from '../base/error.ts';
import type { Note } from '../base/note.ts';
import type { CaptureResult } from './capture.ts';
import { captureFile, describeFileError } from './file.ts';
import type { CaptureOptions } from './options.ts';
import { holdSkipped, type Skipped } from './skipped.ts';

/** A file of a folder: to be read, or passed over and why. */
interface FoundFile {
  readonly input: string;
  readonly path: string;
  readonly skipped: string | null;
}

/** Errors that say "this is no report": a named input fails with them, a file that only lies in the folder does not. */
const NO_REPORT = new Set(['input.binary', 'input.unsupported']);

/**
 * The reports in a folder and the folders in it, files in the order of their names. What is passed over is a note of
 * the report before it (of the first one, where it comes first).
 * @throws HearsayError `input.empty-folder` where nothing in it could be a report
 */
export async function* captureFolder(
  input: string,
  path: string,
  options: CaptureOptions,
): AsyncGenerator<CaptureResult> {
  yield* holdSkipped(captureFiles(input, path, options), {
    note: (skipped) => skipped.map(noteFile),
    nothing: (skipped) => describeEmptyFolder(input, skipped),
  });
}

async function* captureFiles(
  input: string,
  path: string,
  options: CaptureOptions,
): AsyncGenerator<CaptureResult | Skipped> {
  for await (const file of walkFolder(input, path)) {
    if (file.skipped !== null) {
      yield { what: file.input, skipped: file.skipped };
      continue;
    }
    try {
      yield* captureFile(file.input, file.path, options);
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error;
      yield NO_REPORT.has(error.code) ? { what: file.input, skipped: error.why } : { input: file.input, error };
    }
  }
}

/** All files below a folder, each folder's entries by name. Links to folders are not followed: they may lead back. */
async function* walkFolder(input: string, path: string): AsyncGenerator<FoundFile> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    throw describeFileError(input, error);
  });
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const found = { input: `${input.replace(/\/+$/u, '')}/${entry.name}`, path: join(path, entry.name) };
    const isFolder = entry.isDirectory();
    const skipped = tellSkipped(entry, names) ?? (entry.isSymbolicLink() ? await tellLink(found.path) : null);
    if (skipped === null && isFolder) yield* walkFolder(found.input, found.path);
    else yield { ...found, skipped };
  }
}

/** Text of programs, not of reports. A file that is named as an input itself is told by its content alone. */
const NO_REPORT_NAME = /\.(?:css|m?js|map|svg|ts|py|sh|ya?ml|toml|ini|lock|log)(?:\.gz)?$/iu;
const SYSTEM_FILES = new Set(['thumbs.db', 'desktop.ini', '__macosx', 'node_modules']);

function tellSkipped(entry: Dirent, siblings: ReadonlySet<string>): string | null {
  const { name } = entry;
  if (name.startsWith('.')) return 'its name is hidden';
  if (SYSTEM_FILES.has(name.toLowerCase())) return 'it belongs to the system';
  if (entry.isDirectory()) {
    const page = /^(.+)_files$/u.exec(name)?.[1];
    const isOfPage = page !== undefined && ['.html', '.htm', '.xhtml'].some((end) => siblings.has(page + end));
    return isOfPage ? 'it holds the images and scripts of a saved page' : null;
  }
  if (!entry.isFile() && !entry.isSymbolicLink()) return 'it is not a file';
  return NO_REPORT_NAME.test(name) ? 'its name says that it is no report' : null;
}

async function tellLink(path: string): Promise<string | null> {
  const target = await stat(path).catch(() => null);
  if (target === null) return 'it is a link that leads nowhere';
  return target.isFile() ? null : 'it is a link to a folder';
}

function noteFile({ what, skipped }: Skipped): Note {
  return { code: 'capture.file-skipped', what: `${what} was not read: ${skipped}.`, span: null };
}

function describeEmptyFolder(input: string, skipped: readonly Skipped[]): HearsayError {
  const first = skipped[0];
  return new HearsayError(
    'input.empty-folder',
    `No report in the folder ${input}`,
    first === undefined
      ? 'there is no file in it'
      : `none of its ${String(skipped.length)} files can be one (${noteFile(first).what.replace(/\.$/u, '')})`,
    'give a folder with pages or texts',
  );
}
