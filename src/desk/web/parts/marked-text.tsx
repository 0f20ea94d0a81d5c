import type { Child } from 'hono/jsx';
import type { Attribution } from '../../../reading/reading.ts';
import { collectMarks, numberAttributions, splitAtBoundaries, type Mark } from '../../format/marks.ts';

/** A stretch that is pointed at: the place to which a link leads. */
export interface Pointed {
  readonly start: number;
  readonly end: number;
}

interface MarkedProps {
  readonly text: string;
  readonly attributions: readonly Attribution[];
  /** The number of its first attribution. */
  readonly from?: number;
  readonly pointed?: readonly Pointed[];
  /** Stretches that a person set aside. */
  readonly struck?: readonly Pointed[];
  readonly links?: readonly { readonly start: number; readonly end: number; readonly href: string }[];
  /** Only the paragraphs that hold a pointed stretch, and one around. */
  readonly near?: boolean;
}

/** A text with who says what marked: each paragraph with its place in the text, each stretch with all that lies over it. */
export function MarkedText({
  text,
  attributions,
  from = 1,
  pointed = [],
  struck = [],
  links = [],
  near = false,
}: MarkedProps) {
  const marks = collectMarks(attributions, numberAttributions(attributions, from));
  const paragraphs = [...text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/gu)].map(({ index, 0: words }) => ({ start: index, words })); // prettier-ignore
  const holds = ({ start, words }: { start: number; words: string }): boolean => pointed.some((one) => one.start < start + words.length && one.end > start); // prettier-ignore
  const at = paragraphs.findIndex(holds);
  const last = paragraphs.findLastIndex(holds);
  const shown = near && at >= 0 ? paragraphs.slice(Math.max(0, at - 1), last + 2) : paragraphs;
  const numbered = new Set<number>();
  let isFirst = true;
  return (
    <>
      {shown.map(({ start, words }) => {
        const part = <Paragraph start={start} words={words} marks={marks} pointed={pointed} struck={struck} links={links} numbered={numbered} anchor={isFirst} />; // prettier-ignore
        if (holds({ start, words })) isFirst = false;
        return part;
      })}
    </>
  );
}

interface ParagraphProps extends Required<Pick<MarkedProps, 'pointed' | 'struck' | 'links'>> {
  readonly start: number;
  readonly words: string;
  readonly marks: readonly Mark[];
  readonly numbered: Set<number>;
  /** Whether the first pointed stretch here gets the id `here`. */
  readonly anchor: boolean;
}

function Paragraph({ start: from, words, marks, pointed, struck, links, numbered, anchor }: ParagraphProps) {
  const to = from + words.length;
  const inside = <Range extends Pointed>(all: readonly Range[]): Range[] =>
    all.filter(({ start, end }) => start < to && end > from).map((one) => ({ ...one, start: Math.max(one.start, from) - from, end: Math.min(one.end, to) - from })); // prettier-ignore
  const [own, here, aside, out] = [inside(marks), inside(pointed), inside(struck), inside(links)];
  const extra = [...here, ...aside, ...out].map(({ start, end }, i): Mark => ({ start, end, role: 'content', number: -1 - i, depth: 0 })); // prettier-ignore
  const children: Child[] = [];
  let anchored = !anchor;
  for (const { start, end, marks: over } of splitAtBoundaries(
    words.length,
    [...own, ...extra].sort((a, b) => a.start - b.start),
  )) {
    const isHere = here.some((one) => one.start <= start && one.end >= end);
    const link = out.find((one) => one.start <= start && one.end >= end);
    const all = over.filter(({ number }) => number > 0);
    // Two attributions may have one source: it is marked once.
    const told = all.filter(
      (mark, i) => mark.role === 'content' || all.findIndex(({ role }) => role === mark.role) === i,
    );
    const opening = all.filter((mark) => mark.start === start && mark.role === 'cue' && !numbered.has(mark.number));
    let piece: Child = breakLines(words.slice(start, end));
    if (link !== undefined && /^https?:\/\//iu.test(link.href)) piece = <a class="outside" href={link.href} rel="noopener noreferrer nofollow external" target="_blank">{piece}</a>; // prettier-ignore
    for (const mark of [...told].reverse()) piece = <mark class={nameClass(mark)} data-n={String(mark.number)}>{piece}</mark>; // prettier-ignore
    if (aside.some((one) => one.start <= start && one.end >= end)) piece = <s>{piece}</s>;
    if (isHere) {
      piece = <span class="here" id={anchored ? undefined : 'here'}>{piece}</span>; // prettier-ignore
      anchored = true;
    }
    children.push(piece);
    for (const { number } of opening) {
      numbered.add(number);
      children.push(<sup><a href={`#a${String(number)}`} id={`at-${String(number)}`}>{String(number)}</a></sup>); // prettier-ignore
    }
  }
  return (
    <p dir="auto" data-from={String(from)}>
      {children}
    </p>
  );
}

function nameClass({ role, depth }: Mark): string {
  return role === 'content' ? `content d${String(Math.min(depth, 4))}` : role;
}

function breakLines(text: string): Child {
  const lines = text.split('\n');
  return lines.length === 1 ? text : lines.map((line, i) => (i === 0 ? line : <><br />{line}</>)); // prettier-ignore
}
