import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readUserOutlets } from './base/user-outlets.ts';
import { readVersion } from './base/version.ts';
import type { Capture } from './capture/capture.ts';
import { hashNetwork, openEncoder } from './language/encoder.ts';
import type { RuntimeName, RuntimeOptions } from './language/runtime.ts';
import { prepareGazetteer } from './language/places/gazetteer.ts';
import type { Article } from './page/article.ts';
import { extractText } from './page/extract-text.ts';
import { loadLinker } from './reading/assemble/linker.ts';
import { readArticle } from './reading/read-article.ts';
import type { Reading } from './reading/reading.ts';

/** The stages for one report, with the network open: capture → page → language → reading. */
export interface Reader {
  readonly runtime: RuntimeName;
  /** Throws HearsayError `page.*` where there is no story to read. */
  read(capture: Capture): Promise<Reading>;
}

const PACKAGE = new URL('../', import.meta.url);

export async function openReader(options: RuntimeOptions, open = openEncoder): Promise<Reader> {
  const [, encoder] = await Promise.all([prepareGazetteer(), open(options)]);
  const linker = loadLinker();
  const by = { hearsay: readVersion(), network: encoder.hash, rules: hashRules() };
  return {
    runtime: encoder.runtime,
    read: async (capture) => readArticle(await extract(capture), { input: capture.input, by, encoder, linker }),
  };
}

/** The libraries that read pages are loaded for the first page. */
async function extract(capture: Capture): Promise<Article> {
  if (capture.kind !== 'html') return extractText(capture);
  const { extractArticle } = await import('./page/extract-article.ts');
  return extractArticle(capture);
}

/** Who reads here, as in `by` of a reading; without opening the network. */
export function identifyReader(): Reading['by'] {
  return { hearsay: readVersion(), network: hashNetwork(), rules: hashRules() };
}

/** What the rules were: the version of the code, every shipped table, and a user's own outlets. */
function hashRules(): string {
  const hash = createHash('sha256').update(readVersion());
  for (const folder of ['lexicons/', 'models/']) {
    for (const name of readdirSync(new URL(folder, PACKAGE)).sort()) {
      if (/\.(tsv|json|bin)$/.test(name)) hash.update(name).update(readFileSync(new URL(folder + name, PACKAGE)));
    }
  }
  hash.update(readUserOutlets().hash);
  return `sha256:${hash.digest('hex')}`;
}
