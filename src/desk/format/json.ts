import type { Reading } from '../../reading/reading.ts';
import { escapeJson } from './harmless.ts';
import { withoutSense } from './without-sense.ts';

/** One reading as indented JSON: an element of the array that `--format json` prints. */
export function formatJson(reading: Reading): string {
  return escapeJson(JSON.stringify(withoutSense(reading), null, 2));
}
