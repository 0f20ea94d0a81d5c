import { mkdir, writeFile } from 'node:fs/promises';
import { makeDocuments } from './documents.ts';

/** `npm run docs`: writes the documents that are made from the source. `test/docs.test.ts` says when they are behind. */
const root = new URL('../', import.meta.url);
for (const [path, text] of await makeDocuments()) {
  const file = new URL(path, root);
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, text);
  console.log(`wrote ${path}`);
}
