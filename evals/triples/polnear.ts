import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, type Range, type Role } from '../../src/language/spans.ts';

/** A reader's attribution: the spans of each role, UTF-16, in text order; empty where the role is empty. */
export type Marked = Readonly<Record<Role, readonly Range[]>>;

/** An article of PolNeAR with each annotator's attributions. */
export interface MarkedArticle {
  readonly id: string;
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly marked: readonly Marked[] }[];
}

/** Reads a part of PolNeAR (`polnear/dev`): brat files beside texts. Throws what the file system throws. */
export function readPolnear(folder: string): MarkedArticle[] {
  const articles = new Map<string, { id: string; text: string; files: { name: string; marked: Marked[] }[] }>();
  for (const file of readdirSync(join(folder, 'attributions')).sort()) {
    if (!file.endsWith('.ann')) continue;
    const name = file.slice(0, -'.ann'.length);
    const id = name.slice(0, name.lastIndexOf('_'));
    const article = articles.get(id) ?? {
      id,
      text: readFileSync(join(folder, 'text', `${id}.txt`), 'utf8'),
      files: [],
    };
    articles.set(id, article);
    article.files.push({
      name,
      marked: parseBrat(readFileSync(join(folder, 'attributions', file), 'utf8'), article.text),
    });
  }
  return [...articles.values()];
}

function parseBrat(brat: string, text: string): Marked[] {
  const toUnits = unitsOf(text);
  const spans = new Map<string, Range[]>();
  const marked: Marked[] = [];
  for (const line of brat.split('\n')) {
    const [key = '', value = ''] = line.split('\t');
    if (key.startsWith('T')) {
      const pairs = value.slice(value.indexOf(' ') + 1).split(';');
      spans.set(
        key,
        pairs.map((pair) => toUnits(pair.split(' ').map(Number))),
      );
    } else if (key.startsWith('E')) {
      const parts = value
        .trim()
        .split(' ')
        .map((part) => part.split(':'));
      const of = (role: Role): Range[] =>
        parts
          .filter(([name = '']) => name.replace(/\d+$/u, '').toLowerCase() === role)
          .flatMap(([, span = '']) => spans.get(span) ?? [])
          .sort((a, b) => a.start - b.start);
      const attribution = { source: of('source'), cue: of('cue'), content: of('content') };
      if (ROLES.some((role) => attribution[role].length > 0)) marked.push(attribution);
    }
  }
  return marked;
}

/** brat counts code points, we count UTF-16 units; they differ from the first emoji on. */
function unitsOf(text: string): (pair: readonly number[]) => Range {
  const at: number[] = [];
  let unit = 0;
  for (const character of text) {
    at.push(unit);
    unit += character.length;
  }
  at.push(unit);
  return ([start = 0, end = 0]) => ({ start: at[start] ?? unit, end: at[end] ?? unit });
}
