import { afterEach, beforeEach, expect, it } from 'vitest';
import { inventNews } from '../../../test/invented-news.ts';
import { describeOnBoth } from '../../../test/on-both-stores.ts';
import { openLedger, type Ledger } from '../ledger.ts';
import { Follows, type Follow } from './follows.ts';
import { Outbox, RETRIES, type Delivery } from './outbox.ts';

const FERRY = 'the Saltmere ferry will move to the new quay in Norring';
const first = inventNews({
  ...{ url: 'https://saltmere-courier.example/ferry', outlet: 'The Saltmere Courier', published: '2031-05-03T08:00:00+02:00' }, // prettier-ignore
  sentences: [{ content: FERRY, by: 'Aldous Venn' }],
});
const second = inventNews({
  ...{ url: 'https://tidewater.example/a', outlet: 'Tidewater Post', published: '2031-05-04' },
  sentences: [{ content: FERRY, by: 'Rosa Quill' }],
});
const denial = inventNews({
  ...{ url: 'https://norring-herald.example/no', outlet: 'Norring Herald', published: '2031-05-05T10:00:00+02:00' },
  sentences: [{ content: `that ${FERRY}`, by: 'Mira Tolland', cue: 'denied', parts: { act: 'deny', polarity: 'denied' } }], // prettier-ignore
});

describeOnBoth('what is followed', (newPlace) => {
  let ledger: Ledger;
  let follows: Follows;
  let outbox: Outbox;
  let time = 0;
  const now = (): Date => new Date(time);
  const link = (claim: string): string => `https://desk.example/claims/${claim.slice(0, 8)}`;
  beforeEach(async () => {
    time = Date.parse('2031-06-01T12:00:00Z');
    ledger = await openLedger(await newPlace(), { by: 'tester', now });
    [follows, outbox] = [new Follows(ledger.store, now), new Outbox(ledger.store, now)];
    await ledger.add(first.reading, first.capture);
  });
  afterEach(() => ledger.close());

  const search = async (): Promise<string[]> => (await ledger.claims({ words: 'ferry quay' })).items.map(({ id }) => id); // prettier-ignore
  const claimId = async (): Promise<string> => (await search())[0] ?? '';
  const look = async (one: Follow, found: readonly string[] = []): Promise<number> => {
    const [held] = (await follows.list(one.owner)).filter(({ id }) => id === one.id);
    return held === undefined ? 0 : follows.look(held, found, link);
  };
  const told = async (owner: string): Promise<string[]> => (await follows.news(owner)).items.map(({ kind, what }) => `${kind}: ${what}`); // prettier-ignore

  it('a claim: what is there already is no news; a new origin, a denial and an outcome are, once', async () => {
    const one = await follows.add('ada', { kind: 'claim', target: await claimId(), name: FERRY });
    expect(await follows.add('ada', { kind: 'claim', target: await claimId(), name: 'again' })).toEqual(one);
    expect([await look(one), await look(one)]).toEqual([0, 0]);
    time += 1000;
    await ledger.add(second.reading, second.capture);
    expect([await look(one), await look(one)]).toEqual([1, 0]);
    time += 1000;
    await ledger.add(denial.reading, denial.capture);
    expect([await look(one), await look(one)]).toEqual([1, 0]);
    time += 1000;
    await ledger.decide({ kind: 'outcome', claim: await claimId(), outcome: 'happened', evidence: null, why: '' });
    await look(one);
    expect(await told('ada')).toEqual([
      'outcome: It happened, says tester',
      `denial: Mira Tolland denies it, in Norring Herald: “${FERRY}”`,
      'origin: Also traced to Rosa Quill, by Tidewater Post',
    ]);
    expect([await follows.countNew('ada'), await follows.markSeen('ada'), await follows.countNew('ada')]).toEqual([3, 3, 0]); // prettier-ignore
    expect((await follows.news('bo')).items).toEqual([]);
    await follows.remove('ada', one.id);
    expect((await follows.news('ada')).items).toEqual([]);
    await expect(follows.remove('ada', one.id)).rejects.toMatchObject({ code: 'team.unknown-follow' });
  });

  it('a claim goes on being followed when an earlier report gives it another id, without false news', async () => {
    const before = await claimId();
    const one = await follows.add('ada', { kind: 'claim', target: before, name: FERRY });
    await look(one);
    const earlier = inventNews({ url: 'https://quay-notes.example/1', outlet: 'Quay Notes', published: '2031-05-01', sentences: [{ content: FERRY, by: 'Aldous Venn' }] }); // prettier-ignore
    await ledger.add(earlier.reading, earlier.capture);
    expect(await claimId()).not.toBe(before);
    expect(await look(one)).toBe(0);
  });

  it('a report that is changed where it tells the claim is a correction', async () => {
    const one = await follows.add('ada', { kind: 'claim', target: await claimId(), name: FERRY });
    await look(one);
    const again = inventNews({
      ...{ url: 'https://saltmere-courier.example/ferry', outlet: 'The Saltmere Courier', published: '2031-05-03T08:00:00+02:00', captured: '2031-05-09T08:00:00Z' }, // prettier-ignore
      sentences: [{ content: FERRY, by: 'Aldous Venn', parts: { certainty: { level: 'possible', score: 1, hedges: [] } } }, { content: 'Correction: an earlier version of this article said that it was certain' }], // prettier-ignore
    });
    // Invented readings all have one sha256.
    await ledger.add({ ...again.reading, report: { ...again.reading.report, sha256: 'ff' } }, again.capture);
    await look(one);
    expect(await told('ada')).toEqual(['correction: The Saltmere Courier changed how surely it tells it: before “unstated”, now “possible”']); // prettier-ignore
    expect(await look(one)).toBe(0);
  });

  it('a search: a claim that it did not find before is one piece of news', async () => {
    const one = await follows.add('ada', { kind: 'search', target: 'q=quay', name: 'quay' });
    await look(one, await search());
    const other = inventNews({ url: 'https://quay-notes.example/2', outlet: 'Quay Notes', published: '2031-05-06', sentences: [{ content: 'the ferry quay at Oxwick was sold to a bank', by: 'Ines Marl' }] }); // prettier-ignore
    await ledger.add(other.reading, other.capture);
    expect(await look(one, await search())).toBe(1);
    expect(await told('ada')).toEqual(['claim: Quay Notes carries what you look for']);
    expect(await look(one, await search())).toBe(0);
  });

  it('who follows a claim and a search that finds it hears of it once, and another person too', async () => {
    const target = await claimId();
    const [one, other] = [await follows.add('ada', { kind: 'claim', target, name: FERRY }), await follows.add('ada', { kind: 'search', target: 'q=ferry', name: 'ferry' })]; // prettier-ignore
    const theirs = await follows.add('bo', { kind: 'claim', target, name: FERRY });
    for (const follow of [one, other, theirs]) await look(follow, await search());
    await ledger.add(second.reading, second.capture);
    const found = await search();
    expect([await look(one, found), await look(other, found), await look(theirs, found)]).toEqual([1, 0, 1]);
    expect([(await told('ada')).length, (await told('bo')).length]).toEqual([1, 1]);
  });

  it('news and what is to be sent are kept together; a message has one id, is lent to one sender, and is tried again', async () => {
    const { hook, secret } = await outbox.addHook('ada', 'https://program.example/in');
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/u);
    const one = await follows.add('ada', { kind: 'claim', target: await claimId(), name: FERRY });
    await look(one);
    await ledger.add(second.reading, second.capture);
    // Two who look at the same time find the same, and it is kept once.
    expect((await Promise.all([look(one), look(one)])).sort()).toEqual([0, 1]);
    const [message, ...others] = await outbox.take(10);
    expect(others).toEqual([]);
    expect(message).toMatchObject({ hook: hook.id, secret, state: 'waiting' });
    expect(JSON.parse(message?.body ?? '')).toMatchObject({ type: 'news.origin', data: { what: 'Also traced to Rosa Quill, by Tidewater Post', claim: { url: expect.stringMatching(/^https:\/\/desk\.example\/claims\//u) as string } } }); // prettier-ignore
    expect(await outbox.take(10)).toEqual([]);
    // Whoever took it is killed: it is taken again, under the same id.
    time += 121_000;
    const [again] = await outbox.take(10);
    expect(again?.id).toBe(message?.id);
    const fail = (delivery: Delivery | undefined) => outbox.keepTry(delivery ?? ({} as Delivery), { at: now().toISOString(), status: 500, problem: 'it answered 500' }, false); // prettier-ignore
    await fail(again);
    for (const wait of RETRIES) {
      expect(await outbox.nextDue()).toBe(new Date(time + wait * 1000).toISOString());
      time += wait * 1000;
      const [next] = await outbox.take(10);
      expect(next?.id).toBe(message?.id);
      await fail(next);
    }
    expect((await outbox.deliveries('ada')).items).toMatchObject([{ state: 'failed', due: null, tries: [...RETRIES, 0].map(() => ({ status: 500 })) }]); // prettier-ignore
    await expect(outbox.redeliver('bo', message?.id ?? '')).rejects.toMatchObject({ code: 'team.unknown-hook' });
    await outbox.redeliver('ada', message?.id ?? '');
    const [last] = await outbox.take(10);
    await outbox.keepTry(last ?? ({} as Delivery), { at: now().toISOString(), status: 204, problem: null }, false);
    expect((await outbox.deliveries('ada')).items).toMatchObject([{ id: message?.id, state: 'delivered', due: null }]);
    expect(await outbox.nextDue()).toBe(null);
  });

  it('an address that is gone is told no more, until a test has it told again', async () => {
    const { hook } = await outbox.addHook('ada', 'https://program.example/in');
    await outbox.test('ada', hook.id);
    const [message] = await outbox.take(10);
    await outbox.keepTry(message ?? ({} as Delivery), { at: now().toISOString(), status: 410, problem: 'it answered 410' }, true); // prettier-ignore
    expect(await outbox.hooks('ada')).toMatchObject([{ trouble: 'it answered 410: it is gone' }]);
    await outbox.test('ada', hook.id);
    expect(await outbox.hooks('ada')).toMatchObject([{ trouble: null }]);
    expect(await outbox.take(10)).toHaveLength(1);
    expect(await outbox.removeHook('ada', hook.id)).toBe('https://program.example/in');
    expect((await outbox.deliveries('ada')).items).toEqual([]);
  });
});
