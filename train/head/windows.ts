/**
 * The gold of names as the product reads its texts: npx tsx train/head/windows.ts DATA_DIR OUT.json
 * GUM (all but its test documents; of news, with the fold) and CrossNER politics train and dev, sentence by sentence and
 * joined to passages. Tokens, their windows, and spans of tokens with kinds; `unsure`: capitalised adjectives, of which GUM
 * marks none.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFolds } from '../../evals/mentions/evaluate-mentions.ts';
import { readGumMentions } from '../../evals/mentions/gum-mentions.ts';
import { readCrossner } from '../../evals/names/crossner.ts';
import { overlaps } from '../../src/base/span.ts';
import { WINDOW } from '../../src/language/encoder.ts';
import { findParagraphs } from '../../src/language/paragraphs.ts';
import { loadPieces } from '../../src/language/pieces.ts';
import type { Name, Range } from '../../src/language/spans.ts';
import { tokenize } from '../../src/language/tokens.ts';
import { cutWindows } from '../../src/language/windows.ts';
import { readTestIds } from '../mentions/tag.ts';

/** Sentences of CrossNER are joined up to so many characters. */
const PASSAGE = 800;

const [dataDir = '', out = ''] = process.argv.slice(2);
const pieces = loadPieces(new URL('../../models/', import.meta.url));
const folds = new Map(readFolds().map(({ id, fold }) => [id, fold]));
const test = readTestIds(dataDir);
const documents = [...listGum(), ...(['train', 'dev'] as const).flatMap(listCrossner)];
writeFileSync(out, JSON.stringify(documents));
console.log(`${String(documents.length)} texts in ${fileURLToPath(new URL(`file://${out}`))}`);

function listGum(): object[] {
  const ids = readdirSync(join(dataDir, 'gum/dep')).map((file) => file.replace('.conllu', '')).sort(); // prettier-ignore
  return ids.filter((id) => !test.has(id)).map((id) => {
    const { text, tokens, allNames } = readGumMentions(dataDir, id);
    const unsure = tokens.filter(({ columns }) => columns[3] === 'ADJ' && /^\p{Lu}/u.test(columns[1] ?? ''));
    return describe(folds.get(id) ?? (id.includes('_news_') ? 'none' : 'gum'), text, allNames, unsure);
  }); // prettier-ignore
}

function listCrossner(part: string): object[] {
  const found: object[] = [];
  let [text, names]: [string, Name[]] = ['', []];
  for (const sentence of readCrossner(dataDir, part)) {
    found.push(describe('crossner', sentence.text, sentence.names, []));
    const at = text === '' ? 0 : text.length + 1;
    text = text === '' ? sentence.text : `${text} ${sentence.text}`;
    names.push(...sentence.names.map((name) => ({ ...name, start: name.start + at, end: name.end + at })));
    if (text.length <= PASSAGE) continue;
    found.push(describe('crossner', text, names, []));
    [text, names] = ['', []];
  }
  return found;
}

function describe(set: string, text: string, names: readonly Name[], unsure: readonly Range[]): object {
  const tokens = findParagraphs(text).flatMap((paragraph) => tokenize(text, paragraph));
  const covered = (range: Range): number[] => tokens.flatMap((token, i) => (overlaps(token, range) ? [i] : []));
  return {
    set,
    shapes: tokens.map(({ shape }) => shape),
    names: names.flatMap((name) => {
      const at = covered(name);
      return at.length === 0 ? [] : [{ first: at[0], next: (at.at(-1) ?? 0) + 1, kind: name.kind }];
    }),
    unsure: unsure.flatMap(covered),
    windows: cutWindows(tokens, pieces, WINDOW).map(({ from, to, ids, shapes, first }) => ({ from, to, first, ids: [...ids], shapes: [...shapes] })), // prettier-ignore
  };
}
