import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { InventedNews } from '../../test/invented-news.ts';
import { BUY, FERRY, HERALD, idOf, OLD_QUAY, TIMES } from '../../test/invented-quarrel.ts';
import { drawDerived } from '../../test/ledger-picture.ts';
import { describeOnBoth } from '../../test/on-both-stores.ts';
import { openInvented } from '../../test/open-invented.ts';
import { keepCorrection } from './corrections.ts';
import { deriveReports } from './derive.ts';
import type { Decision, Ledger } from './ledger.ts';

describeOnBoth('what people say', (newPlace) => {
  const open: Ledger[] = [];
  const opened = async (...news: readonly InventedNews[]): Promise<Ledger> => {
    const ledger = await openInvented(await newPlace(), news);
    open.push(ledger);
    return ledger;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((ledger) => ledger.close()));
  });

  it('comes out the same in whatever order it came in, and undone leaves nothing', { timeout: 180_000 }, async () => {
    const reports = [FERRY, HERALD, TIMES];
    const plain = await opened(...reports);
    const ids = [await idOf(plain, BUY, 'Saltmere Courier'), await idOf(plain, BUY, 'Quay Herald'), await idOf(plain, OLD_QUAY, 'Saltmere Courier'), await idOf(plain, 'nine oaks', 'Harbour Times')]; // prettier-ignore
    const denial = await idOf(plain, 'anything had been signed', 'Harbour Times');
    const before = await drawDerived(plain);
    const id = fc.constantFrom(...ids);
    const report = fc.constantFrom(...reports.map(({ url }) => url));
    const decision = fc.oneof<fc.Arbitrary<Decision>[]>(
      id.map((appearance) => ({ kind: 'accept', appearance, why: '' })),
      id.map((appearance) => ({ kind: 'reject', appearance, why: '' })),
      id.map((appearance) => ({ kind: 'set-aside', appearance, why: '' })),
      fc.tuple(id, fc.nat(9)).map(([appearance, start]) => ({ kind: 'edit', appearance, content: [[start, start + 40]], why: '' })), // prettier-ignore
      fc.tuple(id, fc.constantFrom('Rosa Quill', 'Odo Marsh')).map(([appearance, name]) => ({ kind: 'set-source', appearance, name, as: 'person', why: '' })), // prettier-ignore
      fc.tuple(id, id).map((appearances) => ({ kind: 'merge', appearances, why: '' })),
      fc.tuple(id, id).map((appearances) => ({ kind: 'split', appearances, why: '' })),
      fc.tuple(id, fc.constantFrom('link-denial', 'unlink-denial')).map(([claim, kind]) => ({ kind, denial, claim, why: '' })), // prettier-ignore
      id.map((claim) => ({ kind: 'grade', claim, reliability: 'C', credibility: null, why: '' })),
      report.map((key) => ({ kind: 'set-aside', report: key, why: '' })),
      fc.tuple(report, fc.constantFrom('2031-03-01', '2031-03-09')).map(([key, value]) => ({ kind: 'correct-report', report: key, field: 'published', value, why: '' })), // prettier-ignore
      fc.tuple(report, fc.constantFrom('The Lindow Post', null)).map(([key, value]) => ({ kind: 'correct-report', report: key, field: 'outlet', value, why: '' })), // prettier-ignore
    );
    const law = fc.asyncProperty(
      fc.array(decision, { minLength: 2, maxLength: 5 }),
      fc.nat(),
      async (decisions, seed) => {
        const ledger = await opened(...reports);
        // What was decided first may have taken an id away.
        for (const one of decisions) await ledger.decide(one).catch((error: unknown) => { expect(error).toMatchObject({ code: 'ledger.unknown-claim' }); }); // prettier-ignore
        const after = await drawDerived(ledger);
        await ledger.rebuild();
        expect(await drawDerived(ledger)).toBe(after);
        const said = await ledger.corrections();
        const other = await opened(...reports);
        const shuffled = said.map((one, i) => ({ one, rank: (i * 7919 + seed) % 101 })).sort((a, b) => a.rank - b.rank);
        for (const { one } of shuffled)
          await other.store.write(async (queries) => {
            await keepCorrection(queries, one, one.by, one.at);
            await deriveReports(queries, one.report === null ? [] : [one.report]);
          });
        expect(await drawDerived(other)).toBe(after);
        for (const { one } of shuffled) await other.decide({ kind: 'undo', correction: one.id, why: '' });
        expect(await drawDerived(other)).toBe(before);
      },
    );
    // The law is of the derivation, which is one for both; a server takes ten times as long.
    await fc.assert(law, { numRuns: (await newPlace()).includes('://') ? 1 : 8 });
  });
});
