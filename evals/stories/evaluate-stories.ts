import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findClaims } from '../../src/ledger/claims.ts';
import type { Article } from '../../src/page/article.ts';
import type { Reading } from '../../src/reading/reading.ts';
import type { EvalRow } from '../row.ts';
import { wrapText } from '../triples/wrap.ts';
import { loadStory, STORIES } from './gold.ts';
import { findEntries, scoreStory } from './score.ts';

/** The stories end to end: each text read as it stands, undated and without an outlet, then the claims of all. */
export async function evaluateStories(
  dataDir: string,
  read: (article: Article) => Promise<Reading>,
): Promise<EvalRow[]> {
  const rows: EvalRow[] = [];
  for (const name of STORIES) {
    const readings = new Map<string, Reading>();
    for (const file of readdirSync(join(dataDir, 'stories', name))
      .filter((one) => one.endsWith('.txt'))
      .sort()) {
      readings.set(file, await read(wrapText(file, readFileSync(join(dataDir, 'stories', name, file), 'utf8'))));
    }
    const claims = findClaims([...readings.values()]);
    const story = loadStory(dataDir, name);
    const found = findEntries(story, readings, claims);
    const score = scoreStory(story, found, claims);
    const row = (metric: string, value: number, size: number): EvalRow => ({
      task: `stories, ${name}`,
      metric,
      value,
      size,
    });
    rows.push(
      row('merging: B³ F1', score.merging, found.length),
      row('origins: B³ F1', score.origins, found.length),
      row('1 / (1 + error of known origins)', 1 / (1 + score.originError), story.claims.length),
      row('gold claims among the first five', score.firstFive, story.claims.length),
      row('denials: F1', score.denialF1, found.filter(({ entry }) => entry.stance === 'denies').length),
    );
  }
  return rows;
}
