import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Marked } from './score.ts';

/** A MEANTIME document up to its last annotated sentence; the date line, which gives `published`, is kept out of `gold`. */
export interface MeantimeDocument {
  readonly id: string;
  readonly half: 'dev' | 'unseen';
  readonly text: string;
  readonly published: string | null;
  readonly gold: readonly Marked[];
  /** Where the date line stands: nothing there is scored. */
  readonly dateLine: { readonly start: number; readonly end: number };
}

interface Token {
  readonly id: string;
  readonly sentence: number;
  readonly word: string;
}

export function readMeantime(dataDir: string): MeantimeDocument[] {
  const list = readFileSync(fileURLToPath(new URL('halves.tsv', import.meta.url)), 'utf8');
  return list
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [topic = '', id = '', half] = line.split('\t');
      const folder = join(dataDir, 'meantime/intra-doc_annotation', `corpus_${topic}`);
      const file = readdirSync(folder).find((name) => name.startsWith(`${id}_`));
      if (file === undefined) throw new Error(`no document ${id} in ${folder}`);
      return readDocument(id, half === 'dev' ? 'dev' : 'unseen', readFileSync(join(folder, file), 'utf8'));
    });
}

function readDocument(id: string, half: 'dev' | 'unseen', xml: string): MeantimeDocument {
  const all: Token[] = [...xml.matchAll(/<token number="\d+" sentence="(\d+)" t_id="(\d+)">([^<]*)<\/token>/gu)].map(
    ([, sentence = '0', token = '', word = '']) => ({ id: token, sentence: Number(sentence), word: unescape(word) }),
  );
  const sentenceOf = new Map(all.map((token) => [token.id, token.sentence]));
  const markables = /<Markables>[\s\S]*<\/Markables>/u.exec(xml)?.[0] ?? '';
  const last = Math.max(
    ...[...markables.matchAll(/<token_anchor t_id="(\d+)"/gu)].map((match) => sentenceOf.get(match[1] ?? '') ?? 0),
  );
  const tokens = all.filter((token) => token.sentence <= last);
  const { text, places } = joinTokens(tokens);
  const gold: Marked[] = [];
  let published: string | null = null;
  let dateLine = { start: 0, end: 0 };
  for (const [, attributes = '', inside = ''] of markables.matchAll(/<TIMEX3 ([^>]*?)>([\s\S]*?)<\/TIMEX3>/gu)) {
    const anchors = [...inside.matchAll(/t_id="(\d+)"/gu)].map((match) => places.get(match[1] ?? ''));
    const [first, end] = [anchors[0], anchors.at(-1)];
    const value = /\bvalue="([^"]*)"/u.exec(attributes)?.[1] ?? '';
    if (!first || !end) continue;
    if (attributes.includes('CREATION_TIME')) {
      published = value.replace(/^(\d\d)-(\d\d)-(\d{4})$/u, '$3-$2-$1');
      dateLine = { start: first.start, end: end.end };
    } else gold.push({ start: first.start, end: end.end, value });
  }
  return { id, half, text, published, gold: gold.sort((a, b) => a.start - b.start), dateLine };
}

/** Title and date line are paragraphs of their own; the rest is one. Words are spaced as print spaces them. */
function joinTokens(tokens: readonly Token[]): { text: string; places: Map<string, { start: number; end: number }> } {
  const places = new Map<string, { start: number; end: number }>();
  let text = '';
  let before: Token | null = null;
  for (const token of tokens) {
    const word = token.word.replace(/^``$/u, '“').replace(/^''$/u, '”');
    if (before && before.sentence !== token.sentence && token.sentence <= 2) text += '\n\n';
    else if (
      before &&
      !/^(?:[,.;:!?)%”]|'s?|n't|'(?:re|ve|ll|d|m))$/u.test(word) &&
      !/^(?:[(“]|\$)$/u.test(before.word.replace(/^``$/u, '“'))
    )
      text += ' ';
    places.set(token.id, { start: text.length, end: text.length + word.length });
    text += word;
    before = token;
  }
  return { text, places };
}

function unescape(text: string): string {
  return text
    .replace(/&apos;/gu, "'")
    .replace(/&quot;/gu, '"')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&');
}
