import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openEncoder, type Encoder } from '../src/language/encoder.ts';
import type { EvalRow } from './row.ts';
import type { Article } from '../src/page/article.ts';
import { findParagraphs } from '../src/language/paragraphs.ts';
import { findNames, findRoles, scoreBlocks } from '../src/language/tagger.ts';
import { readDocument } from '../src/language/read-document.ts';
import { scanTimes } from '../src/language/times/scan.ts';
import { loadLinker } from '../src/reading/assemble/linker.ts';
import { readArticle } from '../src/reading/read-article.ts';
import type { Attribution, Reading } from '../src/reading/reading.ts';
import { readVoices } from '../src/reading/voices.ts';
import { evaluateChains } from './chains/evaluate-chains.ts';
import { evaluateContradictions } from './contradictions/evaluate-contradictions.ts';
import { evaluateCertainty } from './certainty/evaluate-certainty.ts';
import { evaluateCrossDocument } from './cross-document/evaluate-cross-document.ts';
import { evaluateDenials } from './denials/evaluate-denials.ts';
import { evaluateExpected } from './expected/evaluate-expected.ts';
import { evaluateMentions } from './mentions/evaluate-mentions.ts';
import { evaluateNames } from './names/evaluate-names.ts';
import { openFolds } from './names/heads.ts';
import { evaluateNesting } from './nesting/evaluate-nesting.ts';
import { evaluateNewsEvents } from './news-events/evaluate-news-events.ts';
import { evaluateOwnVoice } from './own-voice/evaluate-own-voice.ts';
import { evaluatePage } from './page/evaluate-page.ts';
import { evaluatePlaces } from './places/evaluate-places.ts';
import { evaluateSources } from './sources/evaluate-sources.ts';
import { evaluateSpans } from './spans/evaluate-spans.ts';
import { evaluateStories } from './stories/evaluate-stories.ts';
import { evaluateTimes } from './times/evaluate-times.ts';
import { evaluateTriples } from './triples/evaluate-triples.ts';
import { wrapText } from './triples/wrap.ts';
import { evaluateUnnamed } from './unnamed/evaluate-unnamed.ts';

/** `npm run eval [-- --data DIR] [--only WORD]`: one table; exit code 1 where a figure fell below its floor. */
interface Task {
  readonly name: string;
  /** Folders of the data directory that it reads. */
  readonly data: readonly string[];
  run(dataDir: string, encoder: Encoder): Promise<EvalRow[]>;
}

const openFold = openFolds();

const TASKS: readonly Task[] = [
  { name: 'spans', data: ['polnear/dev'], run: evaluateSpans },
  { name: 'triples', data: ['polnear/dev'], run: evaluateTriples },
  { name: 'nesting', data: ['gum/rst', 'gum/dep'], run: runNesting },
  { name: 'own-voice', data: ['news/reports.jsonl.gz'], run: runOwnVoice },
  {
    name: 'chains',
    data: ['polnear/dev', 'polnear/train', 'polnear/metadata.tsv', 'gum/rst', 'gum/dep', 'news'],
    run: (dir, net) => evaluateChains(dir, readWith(net)),
  },
  { name: 'unnamed', data: ['news'], run: (dir, net) => evaluateUnnamed(dir, readWith(net)) },
  {
    name: 'certainty',
    data: ['meantime/intra-doc_annotation'],
    run: (dataDir) => Promise.resolve(evaluateCertainty(dataDir)),
  },
  {
    name: 'expected',
    data: ['polnear/dev', 'polnear/train'],
    run: (dataDir, encoder) => evaluateExpected(dataDir, encoder),
  },
  { name: 'places', data: ['geo'], run: evaluatePlaces },
  {
    name: 'names',
    data: ['crossner/politics', 'gum/dep'],
    run: (dir, net) =>
      evaluateNames(dir, async (text, fold) => findNames(await score(fold ? await openFold(fold) : net, text))),
  },
  {
    name: 'mentions',
    data: ['gum/dep'],
    run: (dir, net) =>
      evaluateMentions(dir, async (text, fold) => {
        const scored = await score(await openFold(fold), text);
        return { tagged: findRoles(scored, net), names: findNames(scored) };
      }),
  },
  { name: 'stories', data: ['stories'], run: (dir, net) => evaluateStories(dir, readWhole(net)) },
  {
    name: 'cross-document',
    data: ['meantime/intra_cross-doc_annotation'],
    run: (dir, net) => evaluateCrossDocument(dir, readWhole(net)),
  },
  {
    name: 'news-events',
    data: ['news/reports.jsonl.gz'],
    run: (dir, net) => evaluateNewsEvents(dir, readWhole(net)),
  },
  { name: 'sources', data: ['news/reports.jsonl.gz'], run: (dir, net) => evaluateSources(dir, readWhole(net)) },
  {
    name: 'denials',
    data: ['polnear/dev', 'polnear/train'],
    run: (dir, net) => evaluateDenials(dir, readWhole(net)),
  },
  {
    name: 'contradictions',
    data: ['news/reports.jsonl.gz'],
    run: (dir, net) => evaluateContradictions(dir, readWhole(net)),
  },
  { name: 'page', data: ['pages/fundus'], run: evaluatePage },
  { name: 'times', data: ['meantime', 'gum/dep'], run: evaluateTimes },
];

const floorsSchema = z.record(z.string(), z.strictObject({ floor: z.number(), margin: z.number(), data: z.string() }));

const { values } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } });
const dataDir = values.data ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const floors = floorsSchema.parse(JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8')));
const encoder = await openEncoder({ runtime: 'auto' });
let failed = 0;

console.log(`network ${encoder.hash.slice(0, 19)}…, ${encoder.runtime}\n`);
console.log(line('task', 'metric', 'value', 'floor', 'size', 'data'));
for (const task of TASKS.filter((one) => !values.only || one.name.includes(values.only))) {
  const missing = task.data.filter((folder) => !existsSync(join(dataDir, folder)));
  if (missing.length > 0) {
    console.log(`${task.name}: not measured: ${missing.join(', ')} is missing from ${dataDir}; pass --data DIR`);
    continue;
  }
  const hash = hashData(task.data.map((folder) => join(dataDir, folder)));
  for (const row of await task.run(dataDir, encoder)) {
    const floor = floors[`${row.task}: ${row.metric}`];
    const below = floor !== undefined && row.value < floor.floor - floor.margin;
    const changed = floor !== undefined && floor.data !== hash;
    if (below) failed++;
    const mark = below ? ' BELOW ITS FLOOR' : changed ? ' (other data than the floor was set on)' : '';
    console.log(
      line(row.task, row.metric, show(row.value), floor ? show(floor.floor) : '', String(row.size), hash) + mark,
    );
  }
}
if (failed > 0) {
  console.error(`\n${String(failed)} figures fell below their floor (evals/floors.json; a floor may only rise)`);
  process.exitCode = 1;
}

function score(encoder: Encoder, text: string): ReturnType<typeof scoreBlocks> {
  return scoreBlocks(encoder, text, findParagraphs(text));
}

function runNesting(dataDir: string, encoder: Encoder): Promise<EvalRow[]> {
  const read = readWith(encoder);
  return evaluateNesting(dataDir, (text) => read(wrapText('gum', text)));
}

function readWith(encoder: Encoder): (article: Article) => Promise<readonly Attribution[]> {
  const linker = loadLinker();
  return async (article) => {
    const paragraphs = findParagraphs(article.text);
    const document = await readDocument(encoder, article, scanTimes(article.text, paragraphs), paragraphs);
    return (await readVoices(document, { encoder, linker })).attributions;
  };
}

function readWhole(encoder: Encoder): (article: Article) => Promise<Reading> {
  const linker = loadLinker();
  const by = { hearsay: '', network: encoder.hash, rules: '' };
  return (article) => readArticle(article, { input: article.id ?? '', by, encoder, linker });
}

function runOwnVoice(dataDir: string, encoder: Encoder): Promise<EvalRow[]> {
  const read = readWith(encoder);
  return evaluateOwnVoice(dataDir, async (text) =>
    (await read(wrapText('own-voice', text))).filter(({ voice }) => voice === 'own'),
  );
}

function show(value: number): string {
  return value <= 1 ? value.toFixed(3) : value.toFixed(1);
}

function line(...cells: [string, string, string, string, string, string]): string {
  const widths = [34, 44, 7, 7, 6, 8];
  return cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' ');
}

/** Eight hex digits over the names and sizes of the files: enough to see that a figure is from other data. */
function hashData(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const files = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort() : [''];
    for (const file of files) hash.update(`${file}:${String(statSync(join(path, file)).size)}\n`);
  }
  return hash.digest('hex').slice(0, 8);
}
