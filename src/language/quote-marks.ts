import type { Range } from './spans.ts';

/** Marks that may close one another: “ ” „ " `` '' are double, ‘ ’ ' single, « » angle. */
export type Family = 'double' | 'single' | 'angle';

export interface Mark extends Range {
  readonly family: Family;
  readonly side: 'open' | 'close';
}

const MARKS = /``|''|["“”„‟«»‘’‚']/gu;
const WORD = /[\p{L}\p{N}]/u;
/** Words that English writes with an apostrophe in front: ’em, ’til, ’90s. */
const ELISION = /^(?:\d0s|em|til|tis|twas|cause|bout|round|n|ll|ve|re|d|s|m|t|ere|kay)(?![\p{L}\p{N}])/iu;

/** The quotation marks of one paragraph in order; apostrophes are none. */
export function markQuotes(text: string, paragraph: Range): readonly Mark[] {
  const marks: Mark[] = [];
  let straight = 0;
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(MARKS)) {
    const start = paragraph.start + match.index;
    const end = start + match[0].length;
    const before = start > paragraph.start ? text.charAt(start - 1) : '';
    const after = end < paragraph.end ? text.charAt(end) : '';
    const side = sideOf(match[0], before, after, straight % 2 === 1, text.slice(end, end + 8));
    if (!side) continue;
    if (match[0] === '"') straight = side.side === 'open' ? 1 : 0;
    marks.push({ start, end, ...side });
  }
  return dropApostrophes(text, marks);
}

function sideOf(
  mark: string,
  before: string,
  after: string,
  isOpen: boolean,
  ahead: string,
): Pick<Mark, 'family' | 'side'> | null {
  switch (mark) {
    case '“':
      return { family: 'double', side: closesGerman(before, after) ? 'close' : 'open' };
    case '„':
    case '‟':
    case '``':
      return { family: 'double', side: 'open' };
    case '”':
      // Some desks close with ” and open with it too: ”We won,” he said.
      return { family: 'double', side: isOpeningPlace(before, after) ? 'open' : 'close' };
    case "''":
      return { family: 'double', side: isOpeningPlace(before, after) ? 'open' : 'close' };
    case '«':
      return { family: 'angle', side: 'open' };
    case '»':
      return { family: 'angle', side: 'close' };
    case '"':
      if (WORD.test(after) && /[\p{L}\p{N}]/u.test(before))
        return { family: 'double', side: isOpen ? 'close' : 'open' };
      if (isOpeningPlace(before, after)) return { family: 'double', side: 'open' };
      if (isClosingPlace(before, after)) return inches(before, isOpen) ? null : { family: 'double', side: 'close' };
      return { family: 'double', side: isOpen ? 'close' : 'open' };
    case '‚':
      return isOpeningPlace(before, after) ? { family: 'single', side: 'open' } : null;
    default:
      return sideOfSingle(mark, before, after, ahead);
  }
}

/** „Es reicht“: the mark that opens in English closes in German. */
function closesGerman(before: string, after: string): boolean {
  return /[\p{L}\p{N}.,!?…]/u.test(before) && !WORD.test(after);
}

/** 6'2" and a 12" record: a straight mark after a digit, with none open, is inches. */
function inches(before: string, isOpen: boolean): boolean {
  return /\d/u.test(before) && !isOpen;
}

function sideOfSingle(
  mark: string,
  before: string,
  after: string,
  ahead: string,
): Pick<Mark, 'family' | 'side'> | null {
  if (WORD.test(before) && WORD.test(after)) return null;
  if (mark !== '’' && isOpeningPlace(before, after))
    return ELISION.test(ahead) ? null : { family: 'single', side: 'open' };
  if (before !== '' && !/\s/u.test(before) && !WORD.test(after)) return { family: 'single', side: 'close' };
  return null;
}

function isOpeningPlace(before: string, after: string): boolean {
  return /^$|[\s([{—–\-/“‘"'«:]/u.test(before) && after !== '' && !/[\s.,;:!?)\]}]/u.test(after);
}

function isClosingPlace(before: string, after: string): boolean {
  return before !== '' && !/[\s([{]/u.test(before) && !WORD.test(after);
}

/**
 * A single closing mark without an opening one is an apostrophe ("the workers’ rights"), and so is a straight opening
 * one that nothing closes. Inside ‘…’, a mark after s before a small letter is a possessive where a later one can close.
 */
function dropApostrophes(text: string, marks: readonly Mark[]): readonly Mark[] {
  const dropped = new Set<Mark>();
  const closable = listClosable(text, marks);
  let open: Mark | null = null;
  marks.forEach((mark, i) => {
    if (mark.family !== 'single') return;
    if (mark.side === 'open') {
      if (open && text[open.start] === "'") dropped.add(open);
      open = mark;
    } else if (!open || (looksPossessive(text, mark) && closable[i + 1])) dropped.add(mark);
    else open = null;
  });
  const left = open as Mark | null;
  if (left && text[left.start] === "'") dropped.add(left);
  return marks.filter((mark) => !dropped.has(mark));
}

function looksPossessive(text: string, mark: Mark): boolean {
  return text[mark.start - 1]?.toLowerCase() === 's' && /^ \p{L}/u.test(text.slice(mark.end, mark.end + 2));
}

/** For each place, whether a single mark that can only be a closing one comes from there on before an opening one. */
function listClosable(text: string, marks: readonly Mark[]): readonly boolean[] {
  const closable = new Array<boolean>(marks.length + 1).fill(false);
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i];
    if (mark?.family !== 'single') closable[i] = closable[i + 1] ?? false;
    else if (mark.side === 'open') closable[i] = false;
    else closable[i] = !looksPossessive(text, mark) || (closable[i + 1] ?? false);
  }
  return closable;
}
