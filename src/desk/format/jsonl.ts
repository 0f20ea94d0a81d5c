import type { Reading } from '../../reading/reading.ts';
import { escapeJson } from './harmless.ts';
import { withoutSense } from './without-sense.ts';

/** One reading as one line, with its line feed. */
export function formatJsonl(reading: Reading): string {
  return `${escapeJson(JSON.stringify(withoutSense(reading)))}\n`;
}
