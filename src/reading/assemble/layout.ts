import type { TaggedText } from '../../language/document.ts';
import type { Range, Role, TaggedSpan } from '../../language/spans.ts';

/** A tagged span with its place among the others. */
export interface Placed {
  readonly span: TaggedSpan;
  /** Place in the layout's `placed`. */
  readonly index: number;
  readonly paragraph: number;
  readonly sentence: number;
  /** The words of the span, in lower case. */
  readonly words: readonly string[];
  readonly wording: string;
  /** Role and sign of the neighbour before and after: "K_", ".S"; `-` at the document's edge. */
  readonly before: string;
  readonly after: string;
  readonly opensQuote: boolean;
  readonly closesQuote: boolean;
}

/** The tagged spans of a document in text order, with what stands between neighbours. */
export interface Layout {
  readonly placed: readonly Placed[];
  /** `gaps[i]`: what stands between `placed[i]` and `placed[i + 1]`, as one sign (see `signOf`). */
  readonly gaps: readonly string[];
  /** The text there: "said Smith, `who`". */
  readonly between: readonly string[];
}

export const LETTER: Readonly<Record<Role, string>> = { source: 'S', cue: 'c', content: 'K' };

const OPENING = /^(?:["“‘«'`]|``)/u;
const CLOSING = /(?:["”’»']|'')[.,]?$/u;

export function layOut(document: TaggedText): Layout {
  const spans = [...document.tagged].sort((a, b) => a.start - b.start || a.end - b.end);
  const sites = spans.map((span) => ({
    span,
    paragraph: findPlace(document.paragraphs, span.start),
    sentence: findPlace(document.sentences, span.start),
  }));
  const between = spans.slice(1).map((next, i) => document.text.slice(spans[i]?.end, next.start));
  const gaps = between.map((gap, i) => signOf(gap, document, sites[i], sites[i + 1]));
  const letter = (index: number): string => LETTER[spans[index]?.role ?? 'content'];
  const placed = sites.map((site, index): Placed => {
    const text = document.text.slice(site.span.start, site.span.end);
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu) ?? [];
    return {
      ...site,
      index,
      words,
      wording: words.slice(0, 12).join(' '),
      before: index > 0 ? letter(index - 1) + (gaps[index - 1] ?? '') : '-',
      after: index + 1 < spans.length ? (gaps[index] ?? '') + letter(index + 1) : '-',
      opensQuote: OPENING.test(text),
      closesQuote: CLOSING.test(text),
    };
  });
  return { placed, gaps, between };
}

type Site = Pick<Placed, 'span' | 'paragraph' | 'sentence'>;

/** | another paragraph, . another sentence, q a quotation mark, : a colon, , a comma, _ nothing, ~ up to 3 words, = more. */
function signOf(gap: string, document: TaggedText, left: Site | undefined, right: Site | undefined): string {
  if (!left || !right) return '=';
  if (left.paragraph !== right.paragraph || gap.includes('\n')) return '|';
  // The end counts, not the start: a content may run over several sentences before its speaker is named.
  if (findPlace(document.sentences, left.span.end - 1) !== right.sentence) return '.';
  const words = gap.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const long = words > 3 ? '=' : words > 0 ? '~' : '';
  if (/["“”«»]/u.test(gap)) return `q${long}`;
  if (gap.includes(':')) return `:${long}`;
  if (/[,;()—–]/u.test(gap)) return `,${long}`;
  return long === '' ? '_' : long;
}

/** Index of the last range that starts at or before `offset`; 0 where there is none. */
function findPlace(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
