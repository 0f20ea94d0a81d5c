import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STORIES } from '../../evals/stories/gold.ts';
import { wrapText } from '../../evals/triples/wrap.ts';
import { openEncoder } from '../../src/language/encoder.ts';
import { loadLinker } from '../../src/reading/assemble/linker.ts';
import { readArticle } from '../../src/reading/read-article.ts';

/** `npx tsx train/same-claim/read.ts DATA OUT`: the stories as a ledger keeps them, what is meant included, as OUT/STORY.jsonl. */
const [dataDir = '', out = ''] = process.argv.slice(2);
const encoder = await openEncoder({ runtime: 'auto' });
const linker = loadLinker();
const by = { hearsay: '', network: encoder.hash, rules: '' };
mkdirSync(out, { recursive: true });
for (const name of STORIES) {
  const folder = join(dataDir, 'stories', name);
  const lines: string[] = [];
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.txt')).sort()) {
    const reading = await readArticle(wrapText(file, readFileSync(join(folder, file), 'utf8')), { input: file, by, encoder, linker });
    lines.push(`${JSON.stringify(reading)}\n`);
  }
  writeFileSync(join(out, `${name}.jsonl`), lines.join(''));
}
