import { createHash } from 'node:crypto';

/** Whether a gold document lies in the half that was kept from those who wrote the rules: only its totals are looked at. */
export function isUnseen(document: string): boolean {
  return (createHash('sha256').update(document).digest()[0] ?? 0) >= 128;
}
