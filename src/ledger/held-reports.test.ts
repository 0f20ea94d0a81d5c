import { afterAll, beforeAll, expect, it } from 'vitest';
import { inventDeskReports } from '../../test/invented-desk.ts';
import { inventNews } from '../../test/invented-news.ts';
import { describeOnBoth } from '../../test/on-both-stores.ts';
import { openLedger, type Ledger } from './ledger.ts';

describeOnBoth('reports that are held', (newPlace) => {
  let ledger: Ledger;
  let minute = 0;
  beforeAll(async () => {
    const now = (): Date => new Date(Date.UTC(2031, 5, 1, 12, minute++));
    ledger = await openLedger(await newPlace(), { by: 'tester', now });
    const other = inventNews({
      ...{ url: 'https://tidewater.example/a?b=1', outlet: 'Tidewater Post', published: '2031-05-04', captured: '2031-05-04T09:00:00Z' }, // prettier-ignore
      sentences: [
        { content: 'the Saltmere ferry will move to the new quay in Norring', by: 'Aldous Venn' },
        { content: 'the old quay stays', by: 'Aldous Venn' },
      ],
    });
    for (const { reading, capture } of [other, ...inventDeskReports()]) await ledger.add(reading, capture);
  }, 300_000);
  afterAll(() => ledger.close());

  it('are listed with the latest first, by outlet, by key and by any form of their address', async () => {
    const dates = (await ledger.reports()).map(({ published }) => published?.slice(0, 10));
    expect(dates).toEqual(['2031-05-06', '2031-05-05', '2031-05-04', '2031-05-03']);
    const [found] = await ledger.reports({ outlet: 'Tidewater Post' });
    expect(found).toMatchObject({ key: 'tidewater.example/a?b=1', versions: 2, added: '2031-06-01T12:00:00.000Z' });
    expect(await ledger.reports({ keys: ['tidewater.example/a?b=1'] })).toEqual([found]);
    expect(await ledger.reports({ addresses: ['http://www.tidewater.example/a?b=1&utm_source=x'] })).toEqual([found]);
    expect(await ledger.reports({ keys: [] })).toEqual([]);
    expect(await ledger.reports({ limit: 1 })).toHaveLength(1);
  });

  it('are found by key, address and the id of what appears in them, with their texts and copies', async () => {
    const report = await ledger.report('https://tidewater.example/a?b=1');
    expect(report?.texts.map(({ number }) => number)).toEqual([1, 2]);
    expect(report?.captures).toHaveLength(2);
    expect(report?.captures[0]).toMatchObject({ kind: 'html', by: 'tester' });
    expect(report?.captures[0]?.bytes).toBeGreaterThan(10);
    const [claim] = await ledger.claimsOf('tidewater.example/a?b=1');
    const appearance = claim?.appearances.find((one) => one.report.outlet === 'Tidewater Post');
    expect(await ledger.report(appearance?.id ?? '')).toEqual(report);
    expect(await ledger.report('nowhere.example')).toBeNull();
  });

  it('lead to the claims in which they stand, and to no other', async () => {
    const texts = (await ledger.claimsOf('saltmere-courier.example/ferry')).map(({ text }) => text);
    expect(texts).toEqual(['the Saltmere ferry will move to the new quay in Norring', 'The quay in Norring is sixty years old']); // prettier-ignore
    expect(await ledger.claimsOf('nowhere.example')).toEqual([]);
  });

  it('are counted by outlet', async () => {
    const outlets = (await ledger.outlets()).map(({ outlet, reports }) => [outlet.slice(0, 8), reports]);
    expect(outlets).toHaveLength(4);
    expect(outlets).toContainEqual(['Tidewate', 1]);
  });

  it('make stories by the claims that they share, the largest first', async () => {
    const stories = await ledger.stories();
    expect(stories.map(({ reports }) => reports.length)).toEqual([3, 1]);
    expect(stories[0]?.claims[0]?.basis.reports).toBe(3);
    const [first] = await ledger.stories({ claims: 1, stories: 1 });
    expect([first?.claims.length, (first?.more ?? 0) + 1]).toEqual([1, stories[0]?.claims.length]);
    expect((await ledger.stories({ reports: 1 })).map(({ reports }) => reports.length)).toEqual([1]);
  });

  it('have a stamp that is another one after each change, and the same while there is none', async () => {
    const before = await ledger.stamp();
    await ledger.reports();
    expect(await ledger.stamp()).toBe(before);
    const [claim] = (await ledger.claims()).items;
    await ledger.decide({ kind: 'accept', appearance: claim?.id ?? '', why: '' });
    expect(await ledger.stamp()).not.toBe(before);
  });
});
