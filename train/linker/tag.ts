/**
 * Tags a part of PolNeAR with the network and keeps the documents, so that the linker can be trained and compared
 * without running the network again: npx tsx train/linker/tag.ts ../shared/data/polnear/train OUT.jsonl [EVERY]
 * EVERY: take each n-th article only.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { readPolnear } from '../../evals/triples/polnear.ts';
import { openEncoder } from '../../src/language/encoder.ts';
import { findParagraphs } from '../../src/language/paragraphs.ts';
import { findRoles, scoreBlocks } from '../../src/language/tagger.ts';

const [folder = '', out = '', every = '1'] = process.argv.slice(2);
const encoder = await openEncoder({ runtime: 'auto' });
writeFileSync(out, '');
for (const article of readPolnear(folder).filter((_, i) => i % Number(every) === 0)) {
  const tagged = findRoles(await scoreBlocks(encoder, article.text, findParagraphs(article.text)), encoder);
  appendFileSync(out, JSON.stringify({ ...article, tagged }) + '\n');
}
