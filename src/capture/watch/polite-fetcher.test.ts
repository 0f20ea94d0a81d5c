import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../base/clock.ts';
import { exchangeAddress } from '../fetch.ts';
import { readRetryAfter } from './host-state.ts';
import { PoliteFetcher, type Outcome, type PoliteOptions } from './polite-fetcher.ts';

const START = Date.parse('2023-09-05T12:00:00Z');
let time = START;
/** A clock whose time passes where someone sleeps, and nowhere else. */
const clock: Clock = {
  now: () => time,
  sleep: (milliseconds, signal) => {
    signal?.throwIfAborted();
    time += milliseconds;
    return Promise.resolve();
  },
};

type Route = (request: http.IncomingMessage, response: http.ServerResponse) => void;
let routes: Record<string, Route> = {};
let asked: string[] = [];
let underWay = 0;
let mostAtOnce = 0;
const server = http.createServer((request, response) => {
  asked.push(`${request.url ?? ''} +${String((time - START) / 1000)}`);
  mostAtOnce = Math.max(mostAtOnce, ++underWay);
  response.on('close', () => underWay--);
  const route = routes[request.url ?? ''];
  if (route === undefined) response.writeHead(404).end();
  else route(request, response);
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [time, routes, asked, underWay, mostAtOnce] = [START, { '/a': answer(200, 'A') }, [], 0, 0];
});

function answer(status: number, body: string, headers: http.OutgoingHttpHeaders = {}): Route {
  return (_, response) => response.writeHead(status, headers).end(body);
}

function open(options: Partial<PoliteOptions> = {}): PoliteFetcher {
  return new PoliteFetcher({ exchange: exchangeAddress, clock, fetchOptions: { allowPrivate: true }, ...options });
}

function tell(outcome: Outcome): string {
  if (outcome.kind === 'later') return `later +${String((outcome.at - START) / 1000)}`;
  return 'error' in outcome ? `${outcome.kind} ${outcome.error.code}` : outcome.kind;
}

describe('robots.txt', () => {
  it.each<[string, Route, string, string]>([
    ['that forbids all', answer(200, 'User-agent: *\nDisallow: /'), '/a', 'refused fetch.robots'],
    ['that forbids another path', answer(200, 'User-agent: *\nDisallow: /b'), '/a', 'fetched'],
    ['that forbids others only', answer(200, 'User-agent: Other\nDisallow: /'), '/a', 'fetched'],
    [
      'that forbids Hearsay',
      answer(200, 'User-agent: hearsay\nDisallow: /\n\nUser-agent: *\nAllow: /'),
      '/a',
      'refused fetch.robots',
    ],
    ['that allows a part of what it forbids', answer(200, 'User-agent: *\nDisallow: /\nAllow: /a$'), '/a', 'fetched'],
    ['that is not there', answer(404, ''), '/a', 'fetched'],
    ['that is behind a log-in', answer(403, ''), '/a', 'fetched'],
    ['that is no robots.txt', answer(200, '<html>\0\0'), '/a', 'fetched'],
    ['that fails', answer(500, ''), '/a', 'later +60'],
    ['that fails with a time', answer(503, '', { 'retry-after': '120' }), '/a', 'later +120'],
  ])('%s', async (_, robots, path, told) => {
    routes['/robots.txt'] = robots;
    expect(tell(await open().visit(base + path))).toBe(told);
    expect(asked.some((line) => line.startsWith('/a '))).toBe(told === 'fetched');
  });

  it('is asked for once a day', async () => {
    const fetcher = open();
    await fetcher.visit(`${base}/a`);
    await fetcher.visit(`${base}/a`);
    time = START + 25 * 3_600_000;
    await fetcher.visit(`${base}/a`);
    expect(asked.filter((line) => line.startsWith('/robots.txt'))).toEqual(['/robots.txt +0', '/robots.txt +90000']);
  });

  it('is for programs: what a person typed is fetched', async () => {
    routes['/robots.txt'] = answer(200, 'User-agent: *\nDisallow: /');
    expect(tell(await open().visit(`${base}/a`, undefined, true))).toBe('fetched');
  });
});

describe('a host', () => {
  it('is asked one thing at a time, a second apart', async () => {
    const fetcher = open();
    await Promise.all(Array.from({ length: 4 }, () => fetcher.visit(`${base}/a`)));
    expect(asked).toEqual(['/robots.txt +0', '/a +1', '/a +2', '/a +3', '/a +4']);
    expect(mostAtOnce).toBe(1);
  });

  it('is asked as seldom as its robots.txt says', async () => {
    routes['/robots.txt'] = answer(200, 'User-agent: *\nCrawl-delay: 7');
    const fetcher = open();
    for (let i = 0; i < 3; i++) await fetcher.visit(`${base}/a`);
    expect(asked).toEqual(['/robots.txt +0', '/a +1', '/a +8', '/a +15']);
  });

  it('does not hold up another one', async () => {
    const fetcher = open();
    const other = base.replace('127.0.0.1', 'localhost');
    await Promise.all([fetcher.visit(`${base}/a`), fetcher.visit(`${other}/a`)]);
    expect(Object.keys(fetcher.hosts)).toEqual([new URL(base).host, new URL(other).host]);
  });

  it('that fails is left alone for longer and longer, and forgiven at the first answer', async () => {
    routes['/a'] = answer(500, '');
    const fetcher = open({ patience: 0 });
    const waits: number[] = [];
    for (let i = 0; i < 5; i++) {
      time = Object.values(fetcher.hosts)[0]?.nextAt ?? time;
      await fetcher.visit(`${base}/a`);
      if (i === 0) {
        time = Object.values(fetcher.hosts)[0]?.nextAt ?? time; // after robots.txt
        await fetcher.visit(`${base}/a`);
      }
      waits.push(((Object.values(fetcher.hosts)[0]?.nextAt ?? 0) - time) / 60_000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16]);
    expect(tell(await fetcher.visit(`${base}/a`))).toBe(
      `later +${String(((Object.values(fetcher.hosts)[0]?.nextAt ?? 0) - START) / 1000)}`,
    );
    routes['/a'] = answer(200, 'A');
    time += 86_400_000 / 2;
    expect(tell(await fetcher.visit(`${base}/a`))).toBe('fetched');
    expect(Object.values(fetcher.hosts)[0]?.failures).toBe(0);
  });

  it.each<[string, http.OutgoingHttpHeaders, number]>([
    ['seconds', { 'retry-after': '300' }, 300],
    ['a date', { 'retry-after': 'Tue, 05 Sep 2023 12:10:01 GMT' }, 601],
    ['nothing', {}, 61],
    ['nonsense', { 'retry-after': 'soon' }, 61],
  ])('that is busy says when to come back: %s', async (_, headers, seconds) => {
    routes['/a'] = answer(429, '', headers);
    const fetcher = open();
    const outcome = await fetcher.visit(`${base}/a`);
    expect(tell(outcome)).toBe(`later +${String(headers['retry-after'] === '300' ? seconds + 1 : seconds)}`);
  });

  it('is remembered from one time to the next', async () => {
    const first = open();
    await first.visit(`${base}/a`);
    await open({ hosts: first.hosts }).visit(`${base}/a`);
    expect(asked).toEqual(['/robots.txt +0', '/a +1', '/a +2']);
  });
});

describe('what is held is not sent again', () => {
  it.each<[string, http.OutgoingHttpHeaders, string]>([
    ['by its tag', { etag: '"7"' }, 'if-none-match'],
    ['by its time', { 'last-modified': 'Tue, 05 Sep 2023 12:00:00 GMT' }, 'if-modified-since'],
  ])('%s', async (_, headers, asks) => {
    const value = Object.values(headers)[0];
    routes['/feed'] = (request, response) =>
      request.headers[asks] === value
        ? response.writeHead(304).end()
        : response.writeHead(200, { ...headers, 'cache-control': 'max-age=600' }).end('F');
    const fetcher = open();
    const first = await fetcher.visit(`${base}/feed`);
    expect(first).toMatchObject({ kind: 'fetched', maxAge: 600 });
    expect(tell(await fetcher.visit(`${base}/feed`, first.kind === 'fetched' ? first.validators : undefined))).toBe(
      'unchanged',
    );
  });
});

it.each<[string, string, string]>([
  ['is gone', '/gone', 'failed fetch.status'],
  ['cannot be reached', 'http://127.0.0.1:1/', 'later +60'],
  ['is no address', 'nonsense', 'failed fetch.bad-address'],
  ['is inside', 'http://10.0.0.1/', 'failed fetch.private-address'],
])('a visit to what %s is an outcome and no error', async (_, address, told) => {
  const fetchOptions = address.includes('10.0.0.1') ? {} : { allowPrivate: true };
  expect(tell(await open({ fetchOptions }).visit(address.startsWith('/') ? base + address : address))).toBe(told);
});

it('a stop by the user stops the wait', async () => {
  const stop = new AbortController();
  const fetcher = open({ fetchOptions: { allowPrivate: true, signal: stop.signal } });
  await fetcher.visit(`${base}/a`);
  stop.abort(new Error('stopped'));
  await expect(fetcher.visit(`${base}/a`)).rejects.toThrow('stopped');
});

it('a time to come back that lies behind, or a year ahead, is bounded', () => {
  expect(readRetryAfter('Tue, 05 Sep 2023 11:00:00 GMT', START)).toBe(0);
  expect(readRetryAfter('99999999', START)).toBe(7 * 86_400_000);
});
