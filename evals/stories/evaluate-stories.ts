import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Capture } from '../../src/capture/capture.ts';
import type { Claim } from '../../src/ledger/claim.ts';
import { findClaims } from '../../src/ledger/claims.ts';
import { openLedger } from '../../src/ledger/ledger.ts';
import type { Article } from '../../src/page/article.ts';
import type { Reading } from '../../src/reading/reading.ts';
import type { EvalRow } from '../row.ts';
import { wrapText } from '../triples/wrap.ts';
import { isAsserting, loadStory, STORIES, type Story } from './gold.ts';
import { claimOf, findEntries, scoreStory, type Found } from './score.ts';

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
    const first = await countFirst(story, [...readings.values()], found, claims);
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
      row('gold claims first when asked for', first / story.claims.length, story.claims.length),
      row('denials: F1', score.denialF1, found.filter(({ entry }) => entry.stance === 'denies').length),
    );
  }
  return rows;
}

/** How many gold claims are the first that a ledger of the story shows who asks for them by their gold statement. */
async function countFirst(
  story: Story,
  readings: readonly Reading[],
  found: readonly Found[],
  claims: readonly Claim[],
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-eval-'));
  const ledger = await openLedger(join(folder, 'ledger.db'), { by: 'eval', now: () => new Date() });
  try {
    await ledger.addAll(readings.map((reading) => ({ reading, capture: captureOf(reading) })));
    const asserting = found.filter(({ entry }) => isAsserting(entry));
    let first = 0;
    for (const { id, statement } of story.claims) {
      const { items } = await ledger.claims({ words: statement, limit: 1 });
      if (items[0] !== undefined && items[0].id === claimOf(id, asserting, claims)?.id) first++;
    }
    return first;
  } finally {
    await ledger.close();
    rmSync(folder, { recursive: true });
  }
}

function captureOf({ input, report: { text } }: Reading): Capture {
  return { input, kind: 'text', bytes: Buffer.from(text), charset: 'utf-8', given: {} };
}
