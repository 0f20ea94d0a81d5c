import type { Note } from '../base/note.ts';
import { makeSpan } from '../base/span.ts';
import type { Range } from './spans.ts';
import { markQuotes, type Family, type Mark } from './quote-marks.ts';

/** A stretch in quotation marks, the marks included; it never leaves its paragraph. */
export interface Quotation extends Range {
  /** What stands between the marks. */
  readonly inner: Range;
  /** 0 for a quotation, 1 for a quotation inside one, and so on. */
  readonly depth: number;
  /** The next paragraph goes on with it: it has no closing mark of its own. */
  readonly goesOn: boolean;
  /** It goes on from the paragraph before. */
  readonly continued: boolean;
}

export interface Quotations {
  readonly quotations: readonly Quotation[];
  /** One `quotes.odd-mark` for each mark without a partner. */
  readonly notes: readonly Note[];
}

interface Pair {
  readonly open: Mark;
  readonly close: Mark;
}

/**
 * The quotations of `text`, matched inside each paragraph, in text order. A quotation that runs over several paragraphs
 * has an opening mark on each and a closing mark on the last only (“A. ¶ “B.”): it gives one quotation a paragraph. A
 * mark without a partner is left out with a note and costs nothing outside its paragraph.
 */
export function findQuotations(text: string, paragraphs: readonly Range[]): Quotations {
  const quotations: Quotation[] = [];
  const notes: Note[] = [];
  let running: Family | null = null;
  paragraphs.forEach((paragraph, i) => {
    const marks = markQuotes(text, paragraph);
    const next = paragraphs[i + 1];
    const { pairs, unpaired } = pairMarks(marks);
    const first = marks.find((mark) => text.slice(paragraph.start, mark.start).trim() === '');
    const goesOn = unpaired.findLast(
      (mark) => mark.side === 'open' && next !== undefined && startsWith(text, next, mark.family),
    );
    const from = running !== null && first?.family === running ? first.start : null;
    const depths = depthsOf(pairs);
    pairs.forEach(({ open, close }, k) => {
      quotations.push(quotationOf(open, close, depths[k] ?? 0, false, open.start === from));
    });
    for (const mark of unpaired) {
      if (mark === goesOn) {
        const end = paragraph.start + text.slice(paragraph.start, paragraph.end).trimEnd().length;
        const edge: Mark = { ...mark, start: end, end };
        quotations.push(quotationOf(mark, edge, 0, true, mark.start === from));
      } else notes.push(noteOf(text, mark));
    }
    running = goesOn?.family ?? null;
  });
  return { quotations: quotations.sort((a, b) => a.start - b.start || b.end - a.end), notes };
}

/** Linear in the marks: each is pushed and popped once, and a closing mark with no open partner is passed at once. */
function pairMarks(marks: readonly Mark[]): { pairs: readonly Pair[]; unpaired: readonly Mark[] } {
  const stack: Mark[] = [];
  const open: Record<Family, number> = { double: 0, single: 0, angle: 0 };
  const pairs: Pair[] = [];
  const unpaired: Mark[] = [];
  for (const mark of marks) {
    if (mark.side === 'open') {
      stack.push(mark);
      open[mark.family]++;
    } else if (open[mark.family] === 0) {
      unpaired.push(mark);
    } else {
      let last = stack.pop();
      while (last && last.family !== mark.family) {
        unpaired.push(last);
        open[last.family]--;
        last = stack.pop();
      }
      if (!last) continue;
      open[last.family]--;
      pairs.push({ open: last, close: mark });
    }
  }
  for (const left of stack) unpaired.push(left);
  return { pairs: pairs.sort((a, b) => a.open.start - b.open.start), unpaired };
}

/** How many of the pairs stand around each one; an opening mark that found no partner nests nothing. */
function depthsOf(pairs: readonly Pair[]): readonly number[] {
  const around: number[] = [];
  return pairs.map(({ open, close }) => {
    while ((around.at(-1) ?? Infinity) <= open.start) around.pop();
    around.push(close.end);
    return around.length - 1;
  });
}

function quotationOf(open: Mark, close: Mark, depth: number, goesOn: boolean, continued: boolean): Quotation {
  return { start: open.start, end: close.end, inner: { start: open.end, end: close.start }, depth, goesOn, continued };
}

function startsWith(text: string, paragraph: Range, family: Family): boolean {
  const first = markQuotes(text, paragraph).find((mark) => text.slice(paragraph.start, mark.start).trim() === '');
  return first?.side === 'open' && first.family === family;
}

function noteOf(text: string, mark: Mark): Note {
  return {
    code: 'quotes.odd-mark',
    what: `The ${mark.side === 'open' ? 'opening' : 'closing'} quotation mark has no partner in its paragraph.`,
    span: makeSpan(text, mark.start, mark.end),
  };
}
