import { makeSpan, type Span } from '../base/span.ts';
import type { Link } from './article.ts';
import { resolveAddress } from './links.ts';

/** What a Markdown text's marks say; the text itself stays as it is. */
export interface Markdown {
  /** The first heading of the first level, without its mark. */
  readonly title: Span | null;
  /** Front matter, code, pictures, rules, the marks of headings, link definitions. In text order, apart from each other. */
  readonly noStory: readonly Span[];
  readonly links: readonly Link[];
  readonly facts: { readonly authors?: readonly string[]; readonly published?: string };
}

/** Understands headings, links, pictures, code and front matter as CommonMark has them. */
export function readMarkdown(text: string): Markdown {
  const front = /^---\r?\n[^]*?\r?\n---(?=\r?\n|$)/u.exec(text)?.[0] ?? '';
  const noStory: Span[] = front === '' ? [] : [makeSpan(text, 0, front.length)];
  for (const pattern of NO_STORY) {
    for (const match of text.matchAll(pattern)) {
      if (match[0].trim() !== '' && match.index >= front.length)
        noStory.push(makeSpan(text, match.index, match.index + match[0].length));
    }
  }
  const spans = mergeSpans(text, noStory);
  const isOutside = (at: number): boolean => !spans.some(({ start, end }) => at >= start && at < end);
  return {
    title: findTitle(text, isOutside),
    noStory: spans,
    links: findLinks(text, isOutside),
    facts: readFrontMatter(front),
  };
}

const NO_STORY: readonly RegExp[] = [
  /^(```|~~~)[^]*?^\1[^\n]*$/gmu,
  /^[ \t]*!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)[ \t]*$/gmu,
  /^[ \t]*(?:[-*_][ \t]*){3,}$/gmu,
  /^\[[^\]\n]{1,200}\]:[ \t]+\S+.*$/gmu,
  /^<!--[^]*?-->$/gmu,
];

function findTitle(text: string, isOutside: (at: number) => boolean): Span | null {
  for (const match of text.matchAll(/^#[ \t]+(.+?)[ \t]*#*[ \t]*$/gmu)) {
    const start = match.index + match[0].indexOf(match[1] ?? '', 1);
    if (isOutside(match.index)) return makeSpan(text, start, start + (match[1] ?? '').length);
  }
  return null;
}

/** `[words](address)`, `[words][name]` and `<address>`: the span is that of the words. */
function findLinks(text: string, isOutside: (at: number) => boolean): Link[] {
  const named = new Map<string, string>();
  for (const match of text.matchAll(/^\[([^\]\n]{1,200})\]:[ \t]+<?([^\s>]+)/gmu))
    named.set((match[1] ?? '').toLowerCase(), match[2] ?? '');
  const links: Link[] = [];
  for (const match of text.matchAll(
    /(?<!!)\[([^\][\n]{1,500})\](?:\(\s*<?([^\s)<>]{1,2000})>?[^)\n]{0,300}\)|\[([^\]\n]{0,200})\])|<(https?:\/\/[^\s<>]{1,2000})>/gu,
  )) {
    if (!isOutside(match.index)) continue;
    const words = match[1] ?? match[4] ?? '';
    const reference = named.get((match[3] === '' ? words : (match[3] ?? '')).toLowerCase());
    const href = resolveAddress(match[2] ?? match[4] ?? reference ?? '', null);
    if (href !== null) links.push({ ...makeSpan(text, match.index + 1, match.index + 1 + words.length), href });
  }
  return links;
}

function readFrontMatter(front: string): Markdown['facts'] {
  const field = (names: string): string | undefined =>
    new RegExp(String.raw`^(?:${names}):[ \t]*["']?([^\n"']+?)["']?[ \t]*$`, 'imu').exec(front)?.[1];
  const author = field('authors?|by');
  const published = field('date|published|publishDate');
  return {
    ...(author === undefined ? {} : { authors: author.replace(/^\[|\]$/gu, '').split(/\s*,\s*/u) }),
    ...(published === undefined ? {} : { published }),
  };
}

function mergeSpans(text: string, spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = makeSpan(text, last.start, span.end);
  }
  return merged;
}
