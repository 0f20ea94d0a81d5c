import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNewsWhole } from '../../evals/news.ts';
import { STORIES } from '../../evals/stories/gold.ts';
import { wrapText } from '../../evals/triples/wrap.ts';
import { openEncoder } from '../../src/language/encoder.ts';
import type { Article } from '../../src/page/article.ts';
import { loadLinker } from '../../src/reading/assemble/linker.ts';
import { readArticle } from '../../src/reading/read-article.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { listEvents } from './lessons.ts';

/** `npx tsx train/same-claim/read.ts DATA OUT`: the stories and the events as a ledger keeps them, what is meant included, as OUT/NAME.jsonl. */
const [dataDir = '', out = ''] = process.argv.slice(2);
const encoder = await openEncoder({ runtime: 'auto' });
const linker = loadLinker();
const by = { hearsay: '', network: encoder.hash, rules: '' };
const read = (article: Article): Promise<Reading> => readArticle(article, { input: article.id ?? '', by, encoder, linker }); // prettier-ignore
const write = (name: string, readings: readonly Reading[]): void => {
  writeFileSync(join(out, `${name}.jsonl`), readings.map((reading) => `${JSON.stringify(reading)}\n`).join(''));
};
mkdirSync(out, { recursive: true });
for (const name of STORIES) {
  const folder = join(dataDir, 'stories', name);
  const files = readdirSync(folder).filter((one) => one.endsWith('.txt')).sort(); // prettier-ignore
  const readings: Reading[] = [];
  for (const file of files) readings.push(await read(wrapText(file, readFileSync(join(folder, file), 'utf8'))));
  write(name, readings);
}
for (const [event, reports] of listEvents()) write(event, [...(await readNewsWhole(dataDir, reports, read)).values()]);
