import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { captureInputs, isCaptureFailure, type CaptureOptions, type CaptureResult } from './capture-inputs.ts';

/** A folder for the files that a test invents. */
export interface InventedFiles {
  write(name: string, content: string | Uint8Array): Promise<string>;
  capture(inputs: readonly string[], options?: CaptureOptions): Promise<CaptureResult[]>;
  remove(): Promise<void>;
}

export async function inventFiles(): Promise<InventedFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-capture-'));
  return {
    async write(name, content) {
      await mkdir(join(folder, name, '..'), { recursive: true });
      await writeFile(join(folder, name), content);
      return name;
    },
    async capture(inputs, options = {}) {
      const results: CaptureResult[] = [];
      for await (const result of captureInputs(inputs, { cwd: folder, allowPrivate: true, ...options }))
        results.push(result);
      return results;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** `INPUT KIND` or `INPUT CODE`, one a report. */
export function tellResults(results: readonly CaptureResult[]): string[] {
  return results.map((result) => `${result.input} ${isCaptureFailure(result) ? result.error.code : result.kind}`);
}

export function readNotes(results: readonly CaptureResult[]): string[] {
  return results.flatMap(({ notes = [] }) => notes.map(({ code, what }) => `${code}: ${what}`));
}
