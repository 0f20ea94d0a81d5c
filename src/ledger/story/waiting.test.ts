import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { inventReport } from '../../../test/invented-reports.ts';
import { inventStream } from '../../../test/invented-stream.ts';
import { drawLedger } from '../../../test/ledger-picture.ts';
import { describeOnBoth } from '../../../test/on-both-stores.ts';
import { openLedger, type Ledger } from '../ledger.ts';

/** One story of more reports than are read at once, and a few others. */
const STORY = Array.from({ length: 14 }, (_, i) =>
  inventReport({
    url: `https://outlet${String(i)}.example/ferry`,
    outlet: `Outlet ${String(i)}`,
    more: i % 3 === 0 ? ' The pier of Lindow stays.' : '',
  }),
);
const REPORTS = [...STORY, ...inventStream(3)];

describeOnBoth('claims that may wait', (newPlace) => {
  const open: Ledger[] = [];
  const opened = async (): Promise<Ledger> => {
    const ledger = await openLedger(await newPlace(), { by: 'tester', now: () => new Date(0) });
    open.push(ledger);
    return ledger;
  };
  const countWaiting = async ({ store }: Ledger): Promise<number> =>
    (await store.all('SELECT place FROM story_waiting')).length;
  afterEach(async () => {
    await Promise.all(open.splice(0).map((ledger) => ledger.close()));
  });

  it('come out as those that do not, in whatever order and batches', async () => {
    const straight = await opened();
    await straight.addAll(REPORTS);
    expect(await countWaiting(straight)).toBe(0);
    const picture = await drawLedger(straight);
    const order = fc.shuffledSubarray(REPORTS, { minLength: REPORTS.length });
    let waited = 0;
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 5 }), fc.boolean(), async (some, batch, isLastNow) => {
        const ledger = await opened();
        for (let from = 0; from < some.length; from += batch)
          await ledger.addAll(some.slice(from, from + batch), { later: !(isLastNow && from + batch >= some.length) });
        waited += await countWaiting(ledger);
        // What is added without waiting ends the waiting of all.
        if (!isLastNow) await ledger.settle();
        expect(await countWaiting(ledger)).toBe(0);
        expect(await drawLedger(ledger)).toBe(picture);
      }),
      // One at a time in order, the last two of the story wait.
      { numRuns: 6, examples: [[REPORTS, 1, false]] },
    );
    expect(waited).toBeGreaterThan(0);
  }, 300_000);

  it('are made soon in a story that is small, and when half of a large one is new', async () => {
    const ledger = await opened();
    const sizes: number[] = [];
    for (const { reading, capture } of STORY.slice(0, 10)) {
      await ledger.addAll([{ reading, capture }], { later: true });
      const [row] = await ledger.store.all<{ n: number }>('SELECT MAX(reports) AS n FROM claims');
      sizes.push(Number(row?.n));
    }
    expect(sizes).toEqual([1, 2, 3, 3, 3, 6, 6, 6, 6, 6]);
    await ledger.settle();
    expect(await ledger.store.all('SELECT MAX(reports) AS n FROM claims')).toEqual([{ n: 10 }]);
  });
});
