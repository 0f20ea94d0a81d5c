import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { fetchAddress, type FetchOptions } from './fetch.ts';

const page = '<html><p>The crane fell.</p></html>';
const seen: http.IncomingHttpHeaders[] = [];

/** What the server does at each path; each is a site that exists somewhere. */
const routes: Record<string, (request: http.IncomingMessage, response: http.ServerResponse) => void> = {
  '/page': (_, response) => response.writeHead(200, { 'content-type': 'text/HTML; Charset="windows-1252"' }).end(page),
  '/gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(page)),
  '/br': (_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(page)),
  '/deflate': (_, response) => response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync(page)),
  '/deflate-raw': (_, response) => response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateRawSync(page)),
  '/twice': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'br, gzip' }).end(gzipSync(brotliCompressSync(page))),
  '/zstd': (_, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('x'),
  '/damaged': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip at all'),
  '/cut-gzip': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(page).subarray(0, 20)),
  '/bomb': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(30_000_000))),
  '/big': (_, response) => response.writeHead(200, { 'content-length': '99000000' }).end(),
  '/endless': (_, response) => {
    response.writeHead(200);
    const write = () => {
      while (!response.destroyed && response.write(Buffer.alloc(100_000, 'a')));
    };
    response.on('drain', write);
    write();
  },
  '/silent': () => undefined,
  '/stalls': (_, response) => response.writeHead(200).write(page),
  '/breaks': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write(page, () => response.destroy());
  },
  '/gone': (_, response) => response.writeHead(404).end(page),
  '/challenge': (_, response) => response.writeHead(403, { 'cf-mitigated': 'challenge' }).end(page),
  '/once': (_, response) => response.writeHead(302, { location: '/page#part' }).end(),
  '/forever': (_, response) => response.writeHead(302, { location: '/forever' }).end(),
  '/nowhere': (_, response) => response.writeHead(302).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-inside': (_, response) => response.writeHead(302, { location: `http://127.0.0.2:${String(port)}/page` }).end(),
};

const server = http.createServer((request, response) => {
  seen.push(request.headers);
  const step = /^\/step\/(\d)$/u.exec(request.url ?? '')?.[1];
  if (step === undefined) routes[request.url ?? '']?.(request, response);
  else response.writeHead(301, { location: step === '1' ? '/page' : `/step/${String(Number(step) - 1)}` }).end();
});
let port = 0;
let base = '';

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
  base = `http://127.0.0.1:${String(port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const local: FetchOptions = { allowPrivate: true, timeoutMs: 20_000 };

async function failWith(address: string, options: FetchOptions = local): Promise<HearsayError> {
  const error: unknown = await fetchAddress(address, options).catch((reason: unknown) => reason);
  if (error instanceof HearsayError) return error;
  throw new Error(`no HearsayError from ${address}`, { cause: error });
}

describe('an address is fetched', () => {
  it('with its bytes, type, charset and time', async () => {
    const fetched = await fetchAddress(`${base}/page#part`, {
      ...local,
      now: () => new Date('2023-09-05T12:03:12.345Z'),
    });
    expect(fetched).toMatchObject({
      url: `${base}/page`,
      redirects: 0,
      type: 'text/html',
      charset: 'windows-1252',
      fetchedAt: '2023-09-05T12:03:12Z',
    });
    expect(Buffer.from(fetched.bytes).toString()).toBe(page);
  });

  it.each(['/gzip', '/br', '/deflate', '/deflate-raw', '/twice'])('decompressed: %s', async (path) => {
    expect(Buffer.from((await fetchAddress(base + path, local)).bytes).toString()).toBe(page);
  });

  it('with a User-Agent that says who asks', async () => {
    await fetchAddress(`${base}/page`, local);
    expect(seen.at(-1)?.['user-agent']).toMatch(/^Hearsay\//u);
    await fetchAddress(`${base}/page`, { ...local, userAgent: 'Desk/1' });
    expect(seen.at(-1)?.['user-agent']).toBe('Desk/1');
  });

  it('after up to five redirects, at the address where they end', async () => {
    expect(await fetchAddress(`${base}/step/5`, local)).toMatchObject({ url: `${base}/page`, redirects: 5 });
    expect((await fetchAddress(`${base}/once`, local)).url).toBe(`${base}/page`);
  });

  it('without a clock gives no time', async () => {
    expect((await fetchAddress(`${base}/page`, local)).fetchedAt).toBeNull();
  });
});

describe('an address is refused', () => {
  it.each([
    ['a status that is no success', '/gone', 'fetch.status'],
    ['a check for browsers', '/challenge', 'page.browser-check'],
    ['a sixth redirect', '/step/6', 'fetch.too-many-redirects'],
    ['redirects for ever', '/forever', 'fetch.too-many-redirects'],
    ['a redirect to nowhere', '/nowhere', 'fetch.failed'],
    ['a redirect to a file', '/to-file', 'fetch.bad-address'],
    ['a body that says it is too large', '/big', 'fetch.too-large'],
    ['a body that never ends', '/endless', 'fetch.too-large'],
    ['a body that unpacks to too much', '/bomb', 'fetch.too-large'],
    ['a body that breaks off', '/breaks', 'fetch.failed'],
    ['a damaged body', '/damaged', 'fetch.failed'],
    ['a compressed body cut off', '/cut-gzip', 'fetch.failed'],
    ['an unknown compression', '/zstd', 'fetch.failed'],
  ])('for %s', async (_, path, code) => {
    expect((await failWith(base + path)).code).toBe(code);
  });

  it.each(['/silent', '/stalls'])('when it is not there in time: %s', async (path) => {
    const started = performance.now();
    expect((await failWith(base + path, { ...local, timeoutMs: 300 })).code).toBe('fetch.timeout');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('when its name is never resolved', async () => {
    const resolve = () => new Promise<string[]>(() => undefined);
    expect((await failWith('http://harbour.example/', { timeoutMs: 300, resolve })).code).toBe('fetch.timeout');
  });

  it.each([
    ['http://user:secret@harbour.example/', /user name or password/u],
    ['ftp://harbour.example/', /starts with ftp:/u],
    ['http://[', /not an address/u],
  ])('when it is none to fetch: %s', async (address, why) => {
    const error = await failWith(address);
    expect(error.code).toBe('fetch.bad-address');
    expect(error.why).toMatch(why);
  });

  it('when nothing listens, or the name is unknown', async () => {
    expect((await failWith('http://127.0.0.1:1/')).why).toBe('nothing listens there');
    const resolve = () => Promise.reject(new Error('ENOTFOUND'));
    expect((await failWith('http://harbour.example/', { ...local, resolve })).why).toMatch(/no address is known/u);
  });

  it('when the user stops', async () => {
    const stop = new AbortController();
    setTimeout(() => {
      stop.abort(new Error('stopped'));
    }, 50);
    await expect(fetchAddress(`${base}/silent`, { ...local, signal: stop.signal })).rejects.toThrow('stopped');
  });
});

describe('an address that is not public is not reached', () => {
  it.each([
    'http://127.0.0.1',
    'http://2130706433',
    'http://0x7f.1',
    'http://[::ffff:127.0.0.1]',
    'http://[::1]',
    'http://0',
  ])('when it is written as %s', async (host) => {
    const before = seen.length;
    expect((await failWith(`${host}:${String(port)}/page`, {})).code).toBe('fetch.private-address');
    expect(seen.length).toBe(before);
  });

  it('when one of the addresses of its name is not public', async () => {
    const error = await failWith('http://harbour.example/', {
      resolve: () => Promise.resolve(['8.8.8.8', '10.0.0.1']),
    });
    expect(error.code).toBe('fetch.private-address');
    expect(error.why).toBe('harbour.example leads to 10.0.0.1, which is not a public address');
  });

  it('when a redirect leads there', async () => {
    const error = await failWith(`${base}/to-inside`, { isAllowed: (address) => address === '127.0.0.1' });
    expect(error.code).toBe('fetch.private-address');
    expect(error.what).toContain('127.0.0.2');
  });

  it('when the name server answers otherwise the second time: the checked address is the one connected to', async () => {
    const answers = [['127.0.0.1'], ['127.0.0.2']];
    const fetched = await fetchAddress(`http://harbour.example:${String(port)}/page`, {
      isAllowed: (address) => address === '127.0.0.1',
      resolve: () => Promise.resolve(answers.shift() ?? []),
    });
    expect(Buffer.from(fetched.bytes).toString()).toBe(page);
    expect(seen.at(-1)?.host).toBe(`harbour.example:${String(port)}`);
    expect(answers).toEqual([['127.0.0.2']]);
  });
});
