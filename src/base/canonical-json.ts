import { createHash } from 'node:crypto';

/** JSON that is the same for equal values: keys in code-unit order, no white space (as RFC 8785 has it for what we hold). */
export function writeCanonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** sha256 in hex of bytes, or of a text's UTF-8. */
export function hashBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function hashValue(value: unknown): string {
  return hashBytes(writeCanonical(value));
}
