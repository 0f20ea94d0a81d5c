import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventNews } from '../../../test/invented-news.ts';
import { openLedger, type Ledger } from '../ledger.ts';
import { tieReports } from './tie-reports.ts';

const NAMES = 'Saltmere Tidewater Lindow Quellin Hollin Karrow Kessmoor Velmark Tarnholt Aldwire'.split(' ');
/** Small, so that most reports lie in groups that were cut. */
const MOST = 3;

/**
 * Sixteen reports of names that overlap in part: some are tied firmly, some weakly, some not; the last four have the text
 * of the first, on other days or on none.
 */
const reports = Array.from({ length: 16 }, (_, i) => {
  const told = i < 12 ? i : 0;
  return inventNews({
    url: `https://a.example/${String(i)}`,
    outlet: `Outlet ${String(i)}`,
    published: i % 4 === 3 ? null : `2031-0${String(1 + (i % 3))}-02`,
    sentences: [{ content: NAMES.filter((_name, k) => (told * 7 + k * (1 + (told % 3))) % 10 < 6).join(' met ') }],
  });
});

describe('what an arrival touches', () => {
  let folder: string;
  let ledger: Ledger;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearsay-ties-'));
    ledger = await openLedger(join(folder, 'l.db'), { by: 'tester', now: () => new Date(0) });
    await ledger.addAll(reports);
  });
  afterAll(async () => {
    await ledger.close();
    await rm(folder, { recursive: true, force: true });
  });

  const keys = reports.map((_, i) => `a.example/${String(i)}`);
  /** Ties the batches one after the other; each report with the group that was told of it last. */
  const tie = async (batches: readonly (readonly string[])[]): Promise<ReadonlyMap<string, string>> => {
    const told = new Map<string, string>();
    await ledger.store.write(async (queries) => {
      for (const table of ['stories', 'story_keys', 'story_ties']) await queries.run(`DELETE FROM ${table}`);
      for (const batch of batches)
        for (const group of await tieReports(queries, batch, [], MOST))
          for (const report of group) told.set(report, group.join(' '));
    });
    return told;
  };

  it('is all whose group changes: in any order and batching, and when reports come again', async () => {
    const whole = await tie([keys]);
    expect(new Set(whole.values()).size).toBeGreaterThan(3);
    expect(Math.max(...[...whole.values()].map((group) => group.split(' ').length))).toBeGreaterThan(1);
    // Few come again: one that does tells all its neighbours' groups once more, and would hide what was left out before.
    const order = fc.tuple(fc.shuffledSubarray(keys, { maxLength: 3 }), fc.shuffledSubarray(keys, { minLength: keys.length })); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 5 }), async ([early, rest], size) => {
        const all = [...early, ...rest];
        const batches = Array.from({ length: Math.ceil(all.length / size) }, (_, i) => [
          ...new Set(all.slice(i * size, (i + 1) * size)),
        ]);
        expect(new Map([...(await tie(batches))].sort())).toEqual(new Map([...whole].sort()));
      }),
      { numRuns: 20 },
    );
  });

  it('is all whose group changes when reports go', async () => {
    const rows = await ledger.store.all<{ id: string; reading: string }>('SELECT id, reading FROM reports ORDER BY id');
    for (const { id } of rows) {
      await ledger.store.run('UPDATE reports SET reading = ? WHERE id = ?', ['gone', id]);
      const rest = keys.filter((key) => key !== id);
      const whole = await tie([rest]);
      await ledger.store.run('UPDATE reports SET reading = ? WHERE id = ?', [rows.find((row) => row.id === id)?.reading ?? '', id]); // prettier-ignore
      const told = new Map(await tie([keys]));
      await ledger.store.run('UPDATE reports SET reading = ? WHERE id = ?', ['gone', id]);
      await ledger.store.write(async (queries) => {
        for (const group of await tieReports(queries, [id], [], MOST))
          for (const report of group) told.set(report, group.join(' '));
      });
      await ledger.store.run('UPDATE reports SET reading = ? WHERE id = ?', [rows.find((row) => row.id === id)?.reading ?? '', id]); // prettier-ignore
      told.delete(id);
      expect(told).toEqual(new Map([...told].map(([report]) => [report, whole.get(report)])));
    }
  });
});
