/**
 * When something was, for ordering alone: ISO 8601 or EDTF to milliseconds. What is coarser than an instant counts from
 * its beginning, an interval from its first half, and what names no offset as UTC, whatever machine this is.
 * Unknown comes before all: `-Infinity`.
 */
export function toInstant(date: string | null): number {
  if (date === null) return -Infinity;
  const [first = ''] = date.replace(/[~?%]/gu, '').split('/', 1);
  const hasTime = /T\d/u.test(first);
  const hasOffset = /(?:Z|[+-]\d\d:?\d\d)$/iu.test(first.slice(10));
  const instant = Date.parse(hasTime && !hasOffset ? `${first}Z` : first);
  return Number.isNaN(instant) ? -Infinity : instant;
}
