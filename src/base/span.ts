/** A stretch of a text: UTF-16 offsets, half open, with the text that stands there (contract §2.1). */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The span `[start, end)` of `text`. */
export function makeSpan(text: string, start: number, end: number): Span {
  return { start, end, text: text.slice(start, end) };
}

export function overlaps(a: Pick<Span, 'start' | 'end'>, b: Pick<Span, 'start' | 'end'>): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether one of the `parts` holds the whole of `a`. */
export function isWithin(a: Pick<Span, 'start' | 'end'>, parts: readonly Pick<Span, 'start' | 'end'>[]): boolean {
  return parts.some((part) => part.start <= a.start && a.end <= part.end);
}
