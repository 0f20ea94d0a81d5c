import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A relation of GUM's discourse trees: who tells (satellite) and what is told (nucleus), as elementary units. */
export interface Relation {
  readonly satellite: readonly number[];
  readonly nucleus: readonly number[];
}

/** One document: its text rebuilt from the tokens, and places in it. Elementary units (EDUs) are numbered from 1. */
export interface GumDocument {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Range[];
  readonly edus: ReadonlyMap<number, Range>;
  readonly relations: readonly Relation[];
}

/** Reads `gum/dep/ID.conllu` and `gum/rst/ID.rs4`. Throws where the two do not hold the same tokens. */
export function readGum(dataDir: string, id: string): GumDocument {
  const { text, tokens, sentences } = readTokens(readFileSync(join(dataDir, 'gum/dep', `${id}.conllu`), 'utf8'));
  const tree = readTree(readFileSync(join(dataDir, 'gum/rst', `${id}.rs4`), 'utf8'));
  const edus = new Map<number, Range>();
  let at = 0;
  for (const [edu, size] of tree.sizes) {
    const first = tokens[at];
    const last = tokens[at + size - 1];
    if (!first || !last) throw new RangeError(`${id}: EDU ${String(edu)} runs behind the last token`);
    edus.set(edu, { start: first.start, end: last.end });
    at += size;
  }
  if (at !== tokens.length)
    throw new RangeError(`${id}: ${String(at)} tokens in EDUs, ${String(tokens.length)} in all`);
  return { id, text, sentences, edus, relations: tree.relations };
}

/** A word of the corpus in the rebuilt text, with its ten columns. */
export interface GumToken extends Range {
  readonly columns: readonly string[];
}

/** Paragraphs are parted by a blank line; inside them the spacing is the corpus's own. */
export function readTokens(conllu: string): { text: string; tokens: GumToken[]; sentences: Range[] } {
  let text = '';
  const tokens: GumToken[] = [];
  const sentences: { start: number; end: number }[] = [];
  let inWord = 0;
  let spaced = true;
  let gap = '';
  for (const line of conllu.split('\n')) {
    if (line === '# newpar' || line.startsWith('# newpar ')) gap = text === '' ? '' : '\n\n';
    if (line.startsWith('# sent_id')) {
      if (gap === '' && text !== '') gap = ' ';
      sentences.push({ start: -1, end: -1 });
    }
    const columns = line.split('\t');
    const [id = '', form = '', , , , , , , , misc = ''] = columns;
    if (line.startsWith('#') || form === '' || id.includes('.')) continue;
    const [from, to] = id.split('-').map(Number);
    if (to !== undefined) {
      inWord = to - (from ?? to) + 1;
      spaced = !misc.includes('SpaceAfter=No');
      continue;
    }
    text += gap;
    tokens.push({ start: text.length, end: text.length + form.length, columns });
    const sentence = sentences.at(-1);
    if (sentence && sentence.start < 0) sentence.start = text.length;
    text += form;
    if (sentence) sentence.end = text.length;
    if (inWord > 0) inWord--;
    else spaced = !misc.includes('SpaceAfter=No');
    gap = spaced && inWord === 0 ? ' ' : '';
  }
  return { text, tokens, sentences };
}

interface Node {
  readonly parent: string | null;
  readonly relation: string;
}

function readTree(rs4: string): { sizes: Map<number, number>; relations: Relation[] } {
  const nodes = new Map<string, Node>();
  const sizes = new Map<number, number>();
  for (const [, attributes = '', words] of rs4.matchAll(/<(?:segment|group)\b([^>]*?)\/?>(?:([^<]*)<\/segment>)?/gu)) {
    const get = (name: string): string | null => new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? null;
    const id = get('id') ?? '';
    nodes.set(id, { parent: get('parent'), relation: get('relname') ?? '' });
    if (words !== undefined) sizes.set(Number(id), words.trim().split(/\s+/u).length);
  }
  const children = new Map<string, string[]>();
  for (const [id, { parent }] of nodes) if (parent) children.set(parent, [...(children.get(parent) ?? []), id]);
  const yieldOf = (id: string): number[] => [
    ...(sizes.has(Number(id)) ? [Number(id)] : []),
    ...(children.get(id) ?? []).flatMap(yieldOf),
  ];
  const relations: Relation[] = [];
  for (const [id, { parent, relation }] of nodes) {
    if (!relation.startsWith('attribution-') || !parent) continue;
    // What else hangs on the nucleus as a satellite is not part of it; what it is made of is.
    const own = (children.get(parent) ?? []).filter((child) => isConstituent(nodes.get(child)?.relation ?? ''));
    const nucleus = [...(sizes.has(Number(parent)) ? [Number(parent)] : []), ...own.flatMap(yieldOf)];
    relations.push({ satellite: yieldOf(id).sort(byNumber), nucleus: nucleus.sort(byNumber) });
  }
  return { sizes, relations };
}

/** `span` and the relations among equals (multinuclear) make up their parent; every other child is a satellite. */
function isConstituent(relation: string): boolean {
  return /^(?:span|same-unit|joint-.*|adversative-contrast|restatement-repetition)$/u.test(relation);
}

function byNumber(a: number, b: number): number {
  return a - b;
}
