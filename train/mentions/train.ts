/**
 * Fits the ranker: npx tsx train/mentions/train.ts DATA_DIR TAGGED.json
 * Writes models/mentions.json (everything but GUM's test documents) and evals/mentions/weights.json (one set for each fold of
 * the news documents, from everything but the fold and the test documents). TAGGED.json: tag.ts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolds } from '../../evals/mentions/evaluate-mentions.ts';
import { readGumMentions } from '../../evals/mentions/gum-mentions.ts';
import { chooseBy } from '../../src/language/mentions.ts';
import { readRanker } from '../../src/language/mentions/ranker.ts';
import type { TaggedSpan } from '../../src/language/spans.ts';
import { listExamples, type Example } from './examples.ts';
import { fitRanker, layFlat, type Table } from './fit.ts';
import { readTestIds } from './tag.ts';

const RIDGE = 10;
/** How much the reader's own choices count, beside those with gold answers before them. */
const OWN = 0.3;
const PARTS = ['1', '2', '3', '4', '5'];

const [dataDir = '', taggedFile = ''] = process.argv.slice(2);
const tagged = JSON.parse(readFileSync(taggedFile, 'utf8')) as Record<string, TaggedSpan[]>;
const test = readTestIds(dataDir);
const folds = new Map(readFolds().map(({ id, fold }) => [id, fold]));
const documents = readdirSync(join(dataDir, 'gum/dep'))
  .map((file) => file.replace('.conllu', ''))
  .filter((id) => !test.has(id))
  .sort()
  .map((id, i) => {
    const [gum, spans] = [readGumMentions(dataDir, id), tagged[id] ?? []];
    const fold = folds.get(id) ?? null;
    return { gum, spans, fold, part: fold ?? PARTS[i % PARTS.length], examples: listExamples(gum, spans) };
  });
console.log(`${String(documents.reduce((sum, one) => sum + one.examples.length, 0))} choices`);
write('../../models/mentions.json', learn(null));
write('../../evals/mentions/weights.json', Object.fromEntries(PARTS.map((fold) => [fold, learn(fold)])));

/** From readings with gold answers and from the reader's own, by weights that have not seen the document. */
function learn(without: string | null): Table {
  const seen = documents.filter(({ fold }) => without === null || fold !== without);
  const examples = seen.flatMap((one) => one.examples.map((example) => ({ example, part: one.part })));
  const choices = layFlat(examples.map((one) => one.example));
  const own = PARTS.flatMap((part) => {
    const ranker = readRanker(fitRanker(choices, Float64Array.from(examples, (one) => (one.part === part ? 0 : 1)), RIDGE)); // prettier-ignore
    const held = seen.filter((one) => one.part === part);
    return held.flatMap(({ gum, spans }): Example[] => listExamples(gum, spans, chooseBy(ranker)));
  });
  const both = [...examples.map((one) => one.example), ...own];
  return fitRanker(layFlat(both), Float64Array.from(both, (_, i) => (i < examples.length ? 1 - OWN : OWN)), RIDGE);
}

function write(path: string, value: unknown): void {
  writeFileSync(new URL(path, import.meta.url), JSON.stringify(value, null, 0).replaceAll('},"', '},\n"') + '\n');
}
