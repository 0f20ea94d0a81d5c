import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventNews } from '../../../test/invented-news.ts';
import { Follows } from '../../ledger/following/follows.ts';
import { Outbox } from '../../ledger/following/outbox.ts';
import { openLedger } from '../../ledger/ledger.ts';
import { openLookout } from './lookout.ts';

const FERRY = 'the Saltmere ferry will move to the new quay in Norring';
const tell = (outlet: string, by: string) => inventNews({ url: `https://${outlet}.example/ferry`, outlet, published: '2031-05-03', sentences: [{ content: FERRY, by }] }); // prettier-ignore

describe('a desk that looks out', () => {
  let folder: string;
  let server: Server;
  const heard: { readonly id: unknown; readonly body: string }[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearsay-lookout-'));
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        heard.push({ id: request.headers['webhook-id'], body });
        if (request.url !== '/silent' || heard.length > 1) response.writeHead(204).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('tells once what another process added, two of them at a time, and what came while none was open', async () => {
    const file = join(folder, 'ledger.db');
    const now = (): Date => new Date();
    const [ledger, other] = [await openLedger(file, { by: 'a', now }), await openLedger(file, { by: 'b', now })];
    const first = tell('courier', 'Aldous Venn');
    await ledger.add(first.reading, first.capture);
    const [follows, outbox] = [new Follows(ledger.store, now), new Outbox(ledger.store, now)];
    await outbox.addHook('ada', `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
    const claim = (await ledger.claims()).items[0]?.id ?? '';
    const follow = await follows.add('ada', { kind: 'claim', target: claim, name: FERRY });
    await follows.look(follow, [], String);
    const open = (one: typeof ledger) => openLookout({ follows: new Follows(one.store, now), outbox: new Outbox(one.store, now), stamp: () => one.stamp(), find: () => Promise.resolve([]), link: (id) => `desk:${id}`, allowPrivate: true, now, pace: 20 }); // prettier-ignore
    const untilHeard = async (count: number): Promise<void> => {
      while (heard.length < count) await wait(20);
      // Long enough for a second one to come, were there one.
      await wait(300);
    };
    const both = [open(ledger), open(other)];
    const second = tell('tidewater', 'Rosa Quill');
    await other.add(second.reading, second.capture);
    await untilHeard(1);
    await Promise.all(both.map((lookout) => lookout.close()));
    const third = tell('herald', 'Mira Tolland');
    await other.add(third.reading, third.capture);
    const again = open(ledger);
    await untilHeard(2);
    await again.close();
    expect(heard.map(({ body }) => (JSON.parse(body) as { data: { what: string } }).data.what)).toEqual(['Also traced to Rosa Quill, by tidewater', 'Also traced to Mira Tolland, by herald']); // prettier-ignore
    expect(new Set(heard.map(({ id }) => id)).size).toBe(2);
    expect((await outbox.deliveries('ada')).items.map(({ state, tries }) => [state, tries.length])).toEqual([['delivered', 1], ['delivered', 1]]); // prettier-ignore
    await Promise.all([ledger.close(), other.close()]);
  });

  it('that ends while it sends leaves the message to the next one, under the same id', async () => {
    heard.length = 0;
    let later = 0;
    const now = (): Date => new Date(Date.now() + later);
    const ledger = await openLedger(join(folder, 'other.db'), { by: 'a', now });
    const [follows, outbox] = [new Follows(ledger.store, now), new Outbox(ledger.store, now)];
    const { hook } = await outbox.addHook('ada', `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/silent`); // prettier-ignore
    const open = () => openLookout({ follows, outbox, stamp: () => ledger.stamp(), find: () => Promise.resolve([]), link: String, allowPrivate: true, now, pace: 20 }); // prettier-ignore
    const id = await outbox.test('ada', hook.id);
    const first = open();
    while (heard.length < 1) await wait(20);
    await first.close();
    expect((await outbox.deliveries('ada')).items).toMatchObject([{ id, state: 'waiting', tries: [] }]);
    later = 3 * 60_000;
    const second = open();
    while (heard.length < 2) await wait(20);
    while ((await outbox.deliveries('ada')).items[0]?.state !== 'delivered') await wait(20);
    await second.close();
    expect(heard.map((one) => one.id)).toEqual([id, id]);
    await ledger.close();
  });
});
