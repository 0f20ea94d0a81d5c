/**
 * Fits the ranker: npx tsx train/mentions/train.ts DATA_DIR TAGGED.json
 * Writes models/mentions.json (everything but GUM's test documents) and evals/mentions/weights.json (one set for each fold of
 * the news documents, from everything but the fold and the test documents). TAGGED.json: tag.ts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolds } from '../../evals/mentions/evaluate-mentions.ts';
import { readGumMentions } from '../../evals/mentions/gum-mentions.ts';
import type { TaggedSpan } from '../../src/language/spans.ts';
import { listExamples } from './examples.ts';
import { fitRanker, layFlat, type Table } from './fit.ts';
import { readTestIds } from './tag.ts';

const RIDGE = 8;
/** News is what it will read, and the smaller part. */
const NEWS = 1;

const [dataDir = '', taggedFile = ''] = process.argv.slice(2);
const tagged = JSON.parse(readFileSync(taggedFile, 'utf8')) as Record<string, TaggedSpan[]>;
const test = readTestIds(dataDir);
const folds = new Map(readFolds().map(({ id, fold }) => [id, fold]));
const examples = readdirSync(join(dataDir, 'gum/dep'))
  .map((file) => file.replace('.conllu', ''))
  .filter((id) => !test.has(id))
  .sort()
  .flatMap((id) => {
    const found = listExamples(readGumMentions(dataDir, id), tagged[id] ?? []);
    return found.map((example) => ({ example, fold: folds.get(id), weight: folds.has(id) ? NEWS : 1 }));
  });
console.log(`${String(examples.length)} choices`);
const choices = layFlat(examples.map((one) => one.example));
const fit = (without: string | null): Table => fitRanker(choices, Float64Array.from(examples, (one) => (one.fold === without ? 0 : one.weight)), RIDGE); // prettier-ignore
write('../../models/mentions.json', fit(null));
const weights = Object.fromEntries(['1', '2', '3', '4', '5'].map((fold) => [fold, fit(fold)]));
write('../../evals/mentions/weights.json', weights);

function write(path: string, value: unknown): void {
  writeFileSync(new URL(path, import.meta.url), JSON.stringify(value, null, 0).replaceAll('},"', '},\n"') + '\n');
}
