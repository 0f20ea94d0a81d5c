import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../test/open-test-desk.ts';
import { HearsayError } from '../../base/error.ts';
import { recordFeedVisit } from '../../capture/watch/watch-state.ts';
import { WatchPlan } from '../../ledger/watched.ts';

const FEED = 'https://lindow-echo.example/feed.xml';
const NOW = Date.parse('2031-06-01T12:00:00Z');

let desk: TestDesk;
let plan: WatchPlan;
beforeAll(async () => {
  desk = await openTestDesk([]);
  plan = new WatchPlan(desk.ledger.store);
}, 60_000);
afterAll(() => desk.close());

async function read(path: string): Promise<string> {
  const html = await (await desk.ask(path)).text();
  return html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');
}

describe('the feeds', () => {
  it('are added by a form, and wait for `hearsay watch run`', async () => {
    expect(await read('/feeds')).toContain('No feed is watched');
    const answer = await desk.send('/feeds', { address: FEED, from: '2031-05-01' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/feeds']);
    expect((await plan.feeds()).map(({ address, from, nextAt }) => [address, from, nextAt])).toEqual([[FEED, '2031-05-01', NOW]]); // prettier-ignore
    const text = await read('/feeds');
    expect(text).toContain('Not visited yet · next 1 June 2031, 12:00 · nothing before 1 May 2031');
    expect(text).toMatch(/Nobody visits feeds now\. .* run hearsay watch run in a terminal/u);
    expect(await read('/')).not.toContain('Feeds in trouble');
  });

  it('in trouble are told on their page and on Today', async () => {
    const error = new HearsayError('fetch.failed', 'The feed cannot be had', 'the server answered 500', 'try later');
    const outcome = { kind: 'failed', error, isGone: false } as const;
    await plan.record({ kind: 'feed', address: FEED, dueAt: NOW }, (state) => recordFeedVisit(state, FEED, outcome, [], NOW), {}); // prettier-ignore
    const text = await read('/feeds');
    expect(text).toMatch(/1 feed, 1 in trouble/u);
    expect(text).toMatch(/Visited 1 June 2031, 12:00 · next 1 June 2031/u);
    expect(text).toContain('the server answered 500');
    expect(await read('/')).toMatch(/Feeds in trouble .*the server answered 500/u);
  });

  it('say who visits them', async () => {
    await plan.claim({ machine: 'desk-two', pid: 77, until: NOW + 60_000 }, NOW, () => true);
    expect(await read('/feeds')).toContain('(process 77 on desk-two)');
    await plan.release({ machine: 'desk-two', pid: 77 });
    expect(await read('/feeds')).toContain('Nobody visits feeds now.');
  });

  it('are watched no longer when they are removed', async () => {
    expect((await desk.send('/feeds/remove', { address: FEED })).status).toBe(303);
    expect(await plan.feeds()).toEqual([]);
    expect(await read('/')).not.toContain('Feeds in trouble');
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', '', 'feed'])('%j is no address to watch', async (address) => {
    expect((await desk.send('/feeds', { address })).status).toBe(400);
    expect(await plan.feeds()).toEqual([]);
  });

  it('take no form of another page', async () => {
    expect((await desk.send('/feeds', { address: FEED, csrf: 'wrong' })).status).toBe(400);
    expect((await desk.send('/feeds/remove', { address: FEED, csrf: 'wrong' })).status).toBe(400);
  });
});
