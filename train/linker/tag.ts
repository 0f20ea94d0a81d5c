/**
 * Tags a part of PolNeAR with the network and keeps the documents, so that the linker can be trained and compared
 * without running the network again: npx tsx train/linker/tag.ts ../shared/data/polnear/train OUT.jsonl [MODULO REST]
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { readPolnear } from '../../evals/triples/polnear.ts';
import { openEncoder } from '../../src/language/encoder.ts';
import { findParagraphs } from '../../src/language/paragraphs.ts';
import { tagBlocks } from '../../src/language/tagger.ts';

const [folder = '', out = ''] = process.argv.slice(2);
const encoder = await openEncoder({ runtime: 'auto', threads: 1 });
writeFileSync(out, '');
for (const article of readPolnear(folder)) {
  const tagged = await tagBlocks(encoder, article.text, findParagraphs(article.text));
  appendFileSync(out, JSON.stringify({ ...article, tagged }) + '\n');
}
