import type { HearsayError } from '../base/error.ts';
import type { Note } from '../base/note.ts';
import type { CaptureResult } from './capture.ts';

/** Something in an input of many that is no report, and why. */
export interface Skipped {
  /** What was passed over: a file's name, a record's id. */
  readonly what: string;
  /** `it is a PNG image`. */
  readonly skipped: string;
}

export function isSkipped(result: CaptureResult | Skipped): result is Skipped {
  return 'skipped' in result;
}

/** How what was passed over is told. */
export interface SkippedWords {
  readonly note: (skipped: readonly Skipped[]) => readonly Note[];
  /** For an input in which there was nothing else. */
  readonly nothing: (skipped: readonly Skipped[]) => HearsayError;
}

/**
 * The reports alone. What is passed over is told in notes of the report before it (of the first one, where it comes
 * first), so each report is held until what follows it is known.
 * @throws HearsayError where there is no report at all; what `results` throws, after the report that is held
 */
export async function* holdSkipped(
  results: AsyncIterable<CaptureResult | Skipped>,
  words: SkippedWords,
): AsyncGenerator<CaptureResult> {
  let held: CaptureResult | null = null;
  let skipped: Skipped[] = [];
  let failure: { readonly error: unknown } | null = null;
  try {
    for await (const result of results) {
      if (isSkipped(result)) skipped.push(result);
      else if (held === null) held = result;
      else {
        yield addNotes(held, words.note(skipped));
        held = result;
        skipped = [];
      }
    }
  } catch (error) {
    failure = { error };
  }
  if (held !== null) yield addNotes(held, words.note(skipped));
  if (failure !== null) throw failure.error;
  if (held === null) throw words.nothing(skipped);
}

function addNotes(result: CaptureResult, notes: readonly Note[]): CaptureResult {
  return notes.length === 0 ? result : { ...result, notes: [...(result.notes ?? []), ...notes] };
}

/** `9 image/jpeg, 2 status 404`: how often each reason, the most frequent first. */
export function countReasons(skipped: readonly Skipped[]): string {
  const counts = new Map<string, number>();
  for (const { skipped: why } of skipped) counts.set(why, (counts.get(why) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const told = sorted.slice(0, MAX_REASONS).map(([why, count]) => `${String(count)} ${why}`);
  return [...told, ...(sorted.length > MAX_REASONS ? ['others'] : [])].join(', ');
}

const MAX_REASONS = 8;
