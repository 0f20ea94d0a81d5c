import { overlaps } from '../base/span.ts';
import type { Range } from './spans.ts';

/**
 * The paragraphs of a text, without the stretches that are no story. A line end closes a paragraph: news text has one
 * line a paragraph far more often than hard-wrapped lines; lines that run on (no end mark, the next begins in lower case)
 * are kept together.
 */
export function findParagraphs(text: string, noStory: readonly Range[] = []): Range[] {
  const paragraphs: Range[] = [];
  let open: Range | null = null;
  for (const line of linesOf(text)) {
    const blank = line.start === line.end;
    const skipped = noStory.some((span) => overlaps(span, line));
    if (blank || skipped) {
      if (open) paragraphs.push(open);
      open = null;
    } else if (open && runsOn(text, open, line)) {
      open = { start: open.start, end: line.end };
    } else {
      if (open) paragraphs.push(open);
      open = line;
    }
  }
  if (open) paragraphs.push(open);
  return paragraphs;
}

/** Lines without their outer white space; an empty range for a blank one. */
function* linesOf(text: string): Generator<Range> {
  for (const match of text.matchAll(/[^\n\r]+|\r?\n\s*\n/gu)) {
    const lead = match[0].length - match[0].trimStart().length;
    const start = match.index + lead;
    yield { start, end: start + match[0].trim().length };
  }
}

function runsOn(text: string, open: Range, line: Range): boolean {
  return (
    !/[.!?:;"'”’)\]]$/u.test(text.slice(open.start, open.end)) && /^\p{Ll}/u.test(text.slice(line.start, line.end))
  );
}
