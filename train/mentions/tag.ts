/** Tags GUM, outside its test documents, with the network: npx tsx train/mentions/tag.ts DATA_DIR OUT.json */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readGumMentions } from '../../evals/mentions/gum-mentions.ts';
import type { TaggedSpan } from '../../src/language/spans.ts';
import { openEncoder } from '../../src/language/encoder.ts';
import { findParagraphs } from '../../src/language/paragraphs.ts';
import { findRoles, scoreBlocks } from '../../src/language/tagger.ts';

/** GUM's own test documents (splits.md). */
export function readTestIds(dataDir: string): ReadonlySet<string> {
  const part = readFileSync(join(dataDir, 'gum/splits.md'), 'utf8').split('## test\n')[1]?.split('## ')[0] ?? '';
  return new Set(part.match(/GUM_\w+/gu));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [dataDir = '', out = ''] = process.argv.slice(2);
  const test = readTestIds(dataDir);
  const encoder = await openEncoder({ runtime: 'auto' });
  const tagged: Record<string, readonly TaggedSpan[]> = {};
  for (const file of readdirSync(join(dataDir, 'gum/dep'))) {
    const id = file.replace('.conllu', '');
    if (test.has(id)) continue;
    const { text } = readGumMentions(dataDir, id);
    tagged[id] = findRoles(await scoreBlocks(encoder, text, findParagraphs(text)), encoder);
  }
  writeFileSync(out, JSON.stringify(tagged));
}
