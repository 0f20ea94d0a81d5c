import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  captureInputs,
  isCaptureFailure,
  type Capture,
  type CaptureOptions,
  type CaptureResult,
} from './capture-inputs.ts';

const page = '<!DOCTYPE html><html><body><p>The crane fell.</p></body></html>';
let folder = '';
let base = '';
const server = http.createServer((request, response) => {
  if (request.url === '/story') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  else if (request.url === '/short') response.writeHead(301, { location: '/story' }).end();
  else if (request.url === '/list') response.writeHead(200).end('http://127.0.0.1:1/\nhttp://127.0.0.1:2/\n');
  else if (request.url === '/forged') response.end(`<!-- saved from url=(0023)https://quay.example/a -->${page}`);
  else if (request.url?.startsWith('/web/') === true) {
    response.writeHead(200, { 'memento-datetime': 'Tue, 05 Sep 2023 14:03:12 GMT' }).end(page);
  } else response.writeHead(404).end();
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-capture-'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function capture(inputs: readonly string[], options: CaptureOptions = {}): Promise<CaptureResult[]> {
  const results: CaptureResult[] = [];
  for await (const result of captureInputs(inputs, { cwd: folder, allowPrivate: true, ...options }))
    results.push(result);
  return results;
}

async function write(name: string, content: string | Uint8Array): Promise<string> {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), content);
  return name;
}

function tell(results: readonly CaptureResult[]): string[] {
  return results.map((result) => `${result.input} ${isCaptureFailure(result) ? result.error.code : result.kind}`);
}

function expectOne(results: readonly CaptureResult[]): Capture {
  const [first] = results;
  if (results.length === 1 && first !== undefined && !isCaptureFailure(first)) return first;
  throw new Error(`not one capture: ${tell(results).join(', ')}`);
}

describe('a file', () => {
  it.each<[string, string, string]>([
    ['page.html', page, 'html'],
    ['text.txt', 'The crane fell.', 'text'],
    ['text.md', '# The crane fell', 'markdown'],
  ])('%s is captured with its bytes unchanged and no time', async (name, content, kind) => {
    const result = expectOne(await capture([await write(name, content)]));
    expect(Buffer.from(result.bytes).toString()).toBe(content);
    expect(result).toMatchObject({ input: name, kind, charset: null, given: {} });
  });

  it('compressed is the file inside', async () => {
    const result = expectOne(await capture([await write('page.html.gz', gzipSync(page))]));
    expect(Buffer.from(result.bytes).toString()).toBe(page);
  });

  it('of rows gives one report a row, under its line', async () => {
    const rows = '{"text":"one"}\n{"body":1}\n{"text":"three","url":"https://harbour.example/3"}\n';
    const results = await capture([await write('rows.jsonl.gz', gzipSync(rows))]);
    expect(tell(results)).toEqual(['rows.jsonl.gz:1 text', 'rows.jsonl.gz:2 input.bad-row', 'rows.jsonl.gz:3 text']);
  });

  it('cut off in its compression gives the rows before, then the error', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ text: `crane ${String(Math.sin(i))}` })).join(
      '\n',
    );
    const cut = gzipSync(rows).subarray(0, 25_000);
    const results = await capture([await write('cut.jsonl.gz', cut)]);
    expect(results.length).toBeGreaterThan(100);
    expect(tell(results).at(-1)).toBe('cut.jsonl.gz input.unreadable');
  });

  it('saved from an archive’s page is the original at the archive’s time', async () => {
    const url = 'https://web.archive.org/web/20230905140312/https://harbour.example/a';
    const result = expectOne(
      await capture([await write('saved.html', `<!-- saved from url=(0070)${url} -->\n${page}`)]),
    );
    expect(result.given).toEqual({ url: 'https://harbour.example/a', captured: '2023-09-05T14:03:12Z' });
    expect(result.notes?.map(({ code }) => code)).toEqual(['capture.web-archive']);
  });

  it('saved as MHTML is its page', async () => {
    const mhtml = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/a\r\nDate: Tue, 5 Sep 2023 14:03:12 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${page}\r\n--b--\r\n`;
    const result = expectOne(await capture([await write('saved.mhtml', mhtml)]));
    expect(Buffer.from(result.bytes).toString()).toBe(page);
    expect(result.given).toEqual({ url: 'https://harbour.example/a', captured: '2023-09-05T14:03:12-00:00' });
  });
});

describe('the standard input', () => {
  async function* feed(...chunks: string[]): AsyncGenerator<string> {
    for (const chunk of chunks) yield Promise.resolve(chunk);
  }
  it('is told by content like a file', async () => {
    expect(tell(await capture(['-'], { stdin: feed('<!DOC', 'TYPE html><p>x') }))).toEqual(['- html']);
    expect(tell(await capture(['-'], { stdin: feed('{"text":"one"}\n{"te', 'xt":"two"}') }))).toEqual([
      '-:1 text',
      '-:2 text',
    ]);
  });
  it('that holds nothing is an error', async () => {
    expect(tell(await capture(['-']))).toEqual(['- input.empty']);
  });
});

describe('an address', () => {
  it('is its page, at the address where it ends and the time of the clock', async () => {
    const result = expectOne(await capture([`${base}/short`], { now: () => new Date('2023-09-05T12:00:00Z') }));
    expect(result).toMatchObject({ kind: 'html', charset: 'utf-8' });
    expect(result.given).toEqual({ url: `${base}/story`, captured: '2023-09-05T12:00:00Z' });
    expect(result.notes?.map(({ code }) => code)).toEqual(['capture.redirected']);
  });

  it('cannot pass its page off as another’s, nor send Hearsay elsewhere', async () => {
    expect(expectOne(await capture([`${base}/forged`])).given.url).toBe(`${base}/forged`);
    expect(expectOne(await capture([`${base}/list`])).kind).toBe('text');
  });

  it('of an archive is the original, at the time that the archive says', async () => {
    const result = expectOne(
      await capture([`${base.replace('127.0.0.1', 'web.archive.org')}/web/2023/https://harbour.example/a`], {
        resolve: () => Promise.resolve(['127.0.0.1']),
        now: () => new Date(),
      }),
    );
    expect(result.given).toEqual({ url: 'https://harbour.example/a', captured: '2023-09-05T14:03:12Z' });
  });

  it('in a list is one report a line; one that fails does not stop the others', async () => {
    const list = await write('list.txt', `# to read\n${base}/gone\n\n${base}/story\n`);
    expect(tell(await capture([list]))).toEqual(['list.txt:2 fetch.status', 'list.txt:4 html']);
  });
});

describe('a folder', () => {
  it('is its files and those of its folders by name, and says what it passed over', async () => {
    await write('stories/b.txt', 'B.');
    await write('stories/a/2.html', page);
    await write('stories/a/1.jsonl', '{"text":"one"}\n{"text":"two"}\n');
    await write('stories/.hidden', 'x');
    await write('stories/crane.html', page);
    await write('stories/crane_files/advert.html', page);
    await write('stories/photo', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'));
    await write('stories/z.txt', '');
    await symlink(join(folder, 'stories'), join(folder, 'stories/zz-loop'));
    const results = await capture(['stories/']);
    expect(tell(results)).toEqual([
      'stories/a/1.jsonl:1 text',
      'stories/a/1.jsonl:2 text',
      'stories/a/2.html html',
      'stories/b.txt text',
      'stories/crane.html html',
      'stories/z.txt input.empty',
    ]);
    expect(results.flatMap(({ notes = [] }) => notes.map(({ what }) => what))).toEqual([
      'stories/.hidden was not read: its name is hidden.',
      'stories/crane_files was not read: it holds the images and scripts of a saved page.',
      'stories/photo was not read: it is a PNG image, not a page or a text.',
      'stories/zz-loop was not read: it is a link to a folder.',
    ]);
  });

  it.each([
    ['with nothing in it', null, /there is no file in it/u],
    ['with an image only', 'empty/x/photo.png', /photo\.png was not read: it is a PNG image/u],
  ])('%s is an error', async (_, file, why) => {
    await mkdir(join(folder, 'empty'), { recursive: true });
    if (file !== null) await write(file, Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    const [result] = await capture(['empty']);
    expect(result !== undefined && isCaptureFailure(result) ? result.error.code : '').toBe('input.empty-folder');
    expect(result !== undefined && isCaptureFailure(result) ? result.error.why : '').toMatch(why);
  });
});

describe('bad input', () => {
  const cases: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['nothing', '', 'input.empty'],
    ['white space', ' \n\t\r\n', 'input.empty'],
    ['a byte order mark only', '\uFEFF', 'input.empty'],
    ['an image', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1'), 'input.binary'],
    ['zeros', new Uint8Array(5000), 'input.binary'],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7) % 251)), 'input.binary'],
    ['50 MB of one letter', Buffer.alloc(50_000_000, 'a'), 'page.too-long'],
    [
      '50 MB of one letter in a page',
      Buffer.concat([Buffer.from('<p>'), Buffer.alloc(50_000_000, 'a')]),
      'input.too-large',
    ],
    ['a gzip bomb', gzipSync(Buffer.alloc(200_000_000, 'a'), { level: 1 }), 'page.too-long'],
    ['gzip cut off', gzipSync(page).subarray(0, 30), 'input.unreadable'],
    ['gzip in gzip', gzipSync(gzipSync(page)), 'input.binary'],
    ['a JSON document', '[\n  {"text": "x"}\n]', 'input.unsupported'],
  ];
  it.each(cases)('%s has its error, and the input after it is read', async (_, content, code) => {
    const started = performance.now();
    const [name, good] = [await write('bad', content), await write('good.txt', 'The crane fell.')];
    expect(tell(await capture([name, good]))).toEqual([`bad ${code}`, 'good.txt text']);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('an empty, binary or missing file, an unknown scheme, a private address: each has its error in its place', async () => {
    const good = await write('good.txt', 'The crane fell.');
    const results = await capture(['missing.txt', good, 'gopher://x/', `${base}/story`, 'good.txt/x', ''], {
      allowPrivate: false,
    });
    expect(tell(results)).toEqual([
      'missing.txt input.not-found',
      'good.txt text',
      'gopher://x/ fetch.bad-address',
      `${base}/story fetch.private-address`,
      'good.txt/x input.not-found',
      ' input.not-found',
    ]);
  });

  it.each([
    ['right-to-left and emoji text', Buffer.from('המנוף נפל 🏗️, אמר הנמל.')],
    ['invalid UTF-8', Buffer.from('The crane \xff\xc3( fell.', 'latin1')],
    ['a text cut off in a character', Buffer.from('The crane fell at the café').subarray(0, -1)],
    ['100,000 nested elements', Buffer.from('<div>'.repeat(100_000))],
  ])('%s is captured as it is: the next stage judges', async (_, content) => {
    expect(Buffer.from(expectOne(await capture([await write('odd', content)])).bytes).equals(content)).toBe(true);
  });

  it('a wrong option stops everything at once', async () => {
    await expect(capture(['good.txt'], { columns: { body: 'text' } })).rejects.toThrow(/No column "body"/u);
  });

  it('a stop by the user stops everything', async () => {
    await expect(capture(['good.txt'], { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
  });
});
