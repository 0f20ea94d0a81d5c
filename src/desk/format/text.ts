import type { Attribution, Reading } from '../../reading/reading.ts';
import { makeOneLine } from './harmless.ts';
import { collectMarks, countShared, numberAttributions, splitAtBoundaries, type Mark } from './marks.ts';
import { describeOrigin, describeTurns, nameChain, summariseAudit } from './words.ts';
import { wrapPieces, type Piece } from './wrap.ts';

export interface TextOptions {
  /** Columns to wrap to. */
  readonly width: number;
  /** Colour besides shape. The shapes stand alone: NO_COLOR and pipes lose nothing. */
  readonly color: boolean;
}

const STYLE = { source: '1;36', cue: '33', content: '4', number: '2', heading: '1', faint: '2' } as const;
type Style = keyof typeof STYLE;

/** The article with its attributions marked, who told whom, and the notes. Ends in a line feed. */
export function formatText(reading: Reading, options: TextOptions): string {
  const headline = numberAttributions(reading.headline);
  const numbers = numberAttributions(reading.attributions, headline.size + 1);
  const print = (pieces: readonly Piece[], indent = '', hanging = indent): string[] =>
    wrapPieces(pieces, options.width, indent, hanging);
  const style = (text: string, name: Style): Piece => ({ text, style: options.color ? STYLE[name] : '' });
  const { title, text, url } = reading.report;
  const lines: string[] = [];
  if (title !== null)
    lines.push(...print(markText(title, collectMarks(reading.headline, headline), options.color, '1')), '');
  lines.push(...print([style(describeOrigin(reading).map(makeOneLine).join(' · '), 'faint')]));
  if (url !== null) lines.push(...print([style(makeOneLine(url), 'faint')]));
  lines.push('', ...print(markText(text.trimEnd(), collectMarks(reading.attributions, numbers), options.color)), '');
  lines.push(...print([style(summariseAudit(reading), 'heading')]));
  if (numbers.size + headline.size > 0)
    lines.push(...print([style('⟦source⟧ ‹cue› ⌈content⌉, ⌈⌈content inside a content⌉⌉', 'faint')]));
  const chains = groupChains([
    [reading.headline, headline],
    [reading.attributions, numbers],
  ]);
  if (chains.length > 0) lines.push('', ...print([style('Who told whom', 'heading')]));
  for (const { chain, members } of chains)
    lines.push(...print([{ text: chain, style: '' }, style(`: ${members}`, 'faint')], '  ', '    '));
  if (reading.notes.length > 0) lines.push('', ...print([style('Notes', 'heading')]));
  for (const note of reading.notes) {
    const place = note.span === null ? '' : ` “${shorten(makeOneLine(note.span.text))}”`;
    lines.push(
      ...print([style(note.code, 'faint'), { text: ` ${makeOneLine(note.what)}${place}`, style: '' }], '  ', '    '),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Shapes: ⟦source⟧ ‹cue› and one ⌈ per depth around a content, each opening with the number of its attribution. */
function markText(text: string, marks: readonly Mark[], color: boolean, base = ''): Piece[] {
  const pieces: Piece[] = [];
  const push = (value: string, style: string): void => {
    if (value !== '') pieces.push({ text: value, style: color ? style : '' });
  };
  const faint = base === '' ? STYLE.number : `${base};${STYLE.number}`;
  let open: readonly Mark[] = [];
  const change = (next: readonly Mark[]): void => {
    const shared = countShared(open, next);
    for (const mark of open.slice(shared).toReversed()) {
      push(SHAPES[mark.role][1].repeat(mark.role === 'content' ? mark.depth : 1), faint);
    }
    for (const mark of next.slice(shared)) {
      push(SHAPES[mark.role][0].repeat(mark.role === 'content' ? mark.depth : 1) + raiseNumber(mark.number), faint);
    }
    open = next;
  };
  for (const { start, end, marks: next } of splitAtBoundaries(text.length, marks)) {
    change(next);
    push(text.slice(start, end), [base, ...new Set(next.map(({ role }) => STYLE[role]))].filter(Boolean).join(';'));
  }
  change([]);
  return pieces;
}

const SHAPES: Readonly<Record<Mark['role'], readonly [string, string]>> = {
  source: ['⟦', '⟧'],
  cue: ['‹', '›'],
  content: ['⌈', '⌉'],
};

function raiseNumber(number: number): string {
  return String(number).replace(/\d/gu, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit);
}

/** Attributions that came the same way stand in one line: “Harbour Gazette ← Mira Tolland: 1, 4 against, 7 possible”. */
function groupChains(
  parts: readonly (readonly [readonly Attribution[], ReadonlyMap<string, number>])[],
): { chain: string; members: string }[] {
  const groups = new Map<string, string[]>();
  for (const [attributions, numbers] of parts)
    for (const attribution of attributions) {
      const number = numbers.get(attribution.id);
      if (number === undefined) continue;
      const chain = nameChain(attribution).map(makeOneLine).join(' ← ');
      const member = [String(number), ...describeTurns(attribution).map(makeOneLine)].join(' ');
      groups.set(chain, [...(groups.get(chain) ?? []), member]);
    }
  return [...groups].map(([chain, members]) => ({ chain, members: members.join(', ') }));
}

function shorten(text: string, limit = 60): string {
  const parts = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, 400))];
  return parts.length <= limit
    ? text.slice(0, 400)
    : `${parts
        .slice(0, limit - 1)
        .map(({ segment }) => segment)
        .join('')
        .trimEnd()}…`;
}
