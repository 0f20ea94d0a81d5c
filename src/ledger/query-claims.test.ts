import { afterAll, beforeAll, expect, it } from 'vitest';
import { inventStream } from '../../test/invented-stream.ts';
import { describeOnBoth } from '../../test/on-both-stores.ts';
import { claimSchema, openLedger, traceSchema, type ClaimQuery, type Ledger } from './ledger.ts';
import { numberOfId } from './numbers.ts';

describeOnBoth('claims that are asked for', (newPlace) => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openLedger(await newPlace(), { by: 'tester', now: () => new Date(0) });
    for (const { reading, capture } of inventStream(9)) await ledger.add(reading, capture);
  }, 300_000);
  afterAll(() => ledger.close());
  const idsOf = async (query: ClaimQuery): Promise<string[]> => (await ledger.claims(query)).items.map(({ id }) => id); // prettier-ignore

  it('come in pages that together are all, in one order, and in the published shape', async () => {
    for (const query of [{}, { all: true }, { words: 'ferry would move', all: true }]) {
      const whole = await ledger.claims({ ...query, limit: 1000 });
      for (const claim of whole.items) expect(claimSchema.parse(claim)).toEqual(claim);
      expect([whole.next, whole.items.length > 1]).toEqual([null, true]);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await ledger.claims({ ...query, limit: 2, ...(cursor === null ? {} : { cursor }) }); // prettier-ignore
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== null);
      expect(paged).toEqual(whole.items.map(({ id }) => id));
    }
    await expect(ledger.claims({ cursor: 'x' })).rejects.toMatchObject({ code: 'usage.bad-option' });
  });

  it('are those that most reports carry first, one that leads with it counting twice', async () => {
    const { items } = await ledger.claims({ all: true });
    const weights = items.map(({ basis, appearances }) => {
      const leading = appearances.filter((one) => one.in === 'title' || (one.content[0]?.start ?? 0) < 250);
      return basis.reports + new Set(leading.map(({ report }) => report.url)).size;
    });
    expect(new Set(weights).size).toBeGreaterThan(1);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });

  it('are found by a sentence, by words and by a “phrase”, each saying why', async () => {
    const nearest = async (words: string) => (await ledger.claims({ words })).items.map(({ match, text }) => [match, text])[0]; // prettier-ignore
    expect(await nearest('the ferry is to move in April')).toEqual(['by meaning', 'the ferry would move in April']);
    expect((await nearest('rumours'))?.[0]).toBe('by words');
    expect(await idsOf({ words: '"ferry would move"' })).toHaveLength(1);
    expect(await idsOf({ words: '"move would ferry"' })).toEqual([]);
    expect(await idsOf({ words: 'elephants' })).toEqual([]);
    expect(await idsOf({ words: '…' })).toEqual([]);
  });

  it.each<[ClaimQuery, boolean]>([
    [{ source: 'aldous VENN' }, true],
    [{ source: 'Venn Aldous' }, false],
    [{ source: 'Tidewater Post' }, true],
    [{ outlet: 'outlet 3' }, true],
    [{ outlet: 'Outlet 33' }, false],
    [{ place: 'Ulaanbaatar' }, false],
    [{ minOrigins: 0 }, true],
    [{ minOrigins: 99 }, false],
    [{ from: '1900', to: '2100' }, true],
    [{ from: '2100' }, false],
    [{ to: '1900-01' }, false],
  ])('are filtered by %j', async (query, some) => {
    expect((await idsOf(query)).length > 0).toBe(some);
  });

  it('are found by the id of any appearance that they hold or held, or its beginning', async () => {
    const { items } = await ledger.claims({ all: true });
    for (const { id, appearances } of items)
      for (const one of appearances) expect((await ledger.claim(one.id))?.id).toBe(id);
    const [first] = items;
    expect((await ledger.claim(first?.id.slice(0, 12) ?? ''))?.id).toBe(first?.id);
    for (const id of ['0'.repeat(64), 'abc', '%', 'nothing']) expect(await ledger.claim(id)).toBeNull();
    const former = await ledger.store.all<{ id: string }>('SELECT id FROM appearances WHERE latest = 0 ORDER BY id');
    const standing = await ledger.store.all<{ appearance: number }>('SELECT appearance FROM claim_appearances');
    const now = new Set(standing.map(({ appearance }) => Number(appearance)));
    const gone = former.filter(({ id }) => !now.has(numberOfId(id)));
    const held = await Promise.all(gone.map(({ id }) => ledger.claim(id)));
    expect(held.filter((claim) => claim !== null).length).toBeGreaterThan(0);
  });

  it('of what is ahead are a calendar in parts, that together are all, as the counts say', async () => {
    for (const today of ['2020-01-01', '2026-04-02', '2099-01-01']) {
      const [all, counts] = [await ledger.calendar(today), await ledger.countEvents(today)];
      const parts = await Promise.all(
        (['overdue', 'ahead', 'undated', 'over'] as const).map((part) => ledger.calendar(today, { part })),
      );
      expect(all.length).toBeGreaterThan(0);
      expect(parts.flat()).toEqual(all);
      expect(parts.map((part) => part.length)).toEqual([counts.overdue, counts.ahead, counts.undated, counts.over]);
      expect(await ledger.calendar(today, { limit: 1 })).toEqual(parts.flatMap((part) => part.slice(0, 1)));
      expect(await ledger.calendar(today, { limit: 5, offset: 1 })).toEqual(parts.flatMap((part) => part.slice(1, 6)));
      const [first] = all;
      expect((await ledger.calendar(today, { claims: [first?.claim ?? ''] })).map(({ claim }) => claim)).toEqual([first?.claim]); // prettier-ignore
    }
  });

  it('say what a person has checked and did not take back', async () => {
    const [claim] = (await ledger.claims()).items;
    const appearance = claim?.appearances[0]?.id ?? '';
    const accept = await ledger.decide({ kind: 'accept', appearance, why: 'seen' });
    const checked = await ledger.claim(appearance);
    expect(checked?.checked).toEqual({ appearances: 1, of: checked?.appearances.length, by: ['tester'], last: '1970-01-01T00:00:00.000Z' }); // prettier-ignore
    expect(checked?.appearances.filter((one) => one.checked).map(({ id }) => id)).toEqual([appearance]);
    await ledger.decide({ kind: 'undo', correction: accept, why: 'a slip' });
    expect((await ledger.claim(appearance))?.checked.appearances).toBe(0);
  });

  it('are traced to the reports that they name, with what to search for where none is held', async () => {
    const traced = await ledger.trace('the ferry would move in April');
    expect(traceSchema.parse(traced)).toEqual(traced);
    expect(traced.cited.map(({ outlet, state, carries }) => [outlet, state, carries])).toEqual([['The Tidewater Post', 'unread', null]]); // prettier-ignore
    expect(traced.cited[0]?.search).toContain('ferry');
    expect((await ledger.trace('https://outlet1.example/ferry')).claim.appearances.length).toBeGreaterThan(0);
    expect((await ledger.trace(traced.claim.id)).claim.id).toBe(traced.claim.id);
    await expect(ledger.trace('https://nowhere.example/')).rejects.toMatchObject({ code: 'ledger.unknown-claim' });
  });
});
