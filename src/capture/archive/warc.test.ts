import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isCaptureFailure, type Capture, type CaptureResult } from '../capture.ts';
import { isSkipped, type Skipped } from '../skipped.ts';
import { pageRecord, writeAnswer, writePage, writeRecord, writeWarcGz, type InventedRecord } from './invented-warc.ts';
import { captureWarc } from './warc.ts';

async function* chop(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
}

async function read(bytes: Buffer, size = 1000, maxBytes = 1 << 20): Promise<(CaptureResult | Skipped)[]> {
  const found: (CaptureResult | Skipped)[] = [];
  for await (const result of captureWarc('c.warc', chop(bytes, size), { maxBytes, pages: null })) found.push(result);
  return found;
}

/** `<id> <body>`, `<id> (<why it was passed over>)`, `<id> !<code>`. */
function tell(results: readonly (CaptureResult | Skipped)[]): string[] {
  const id = (name: string): string => name.replace(/^c\.warc#(?:urn:uuid:)?/u, '');
  return results.map((result) =>
    isSkipped(result)
      ? `${id(result.what)} (${result.skipped})`
      : isCaptureFailure(result)
        ? `${id(result.input)} !${result.error.code}`
        : `${id(result.input)} ${/<p>(.*?)<\/p>/u.exec(Buffer.from(result.bytes).toString())?.[1] ?? Buffer.from(result.bytes).toString()}`,
  );
}

async function readOne(record: Partial<InventedRecord>): Promise<string> {
  return tell(await read(writeRecord({ id: 'a', block: writeAnswer(writePage('It fell.')), ...record }))).join();
}

const three = [pageRecord('a'), pageRecord('b'), pageRecord('c')] as const;
const wholeThree = ['a The crane a fell.', 'b The crane b fell.', 'c The crane c fell.'];
const plainThree = Buffer.concat(three.map(writeRecord));

describe('the pages of a WARC file', () => {
  it.each([
    ['plain', plainThree],
    ['each record compressed', writeWarcGz(three)],
    ['compressed as a whole', gzipSync(plainThree)],
    [
      'with lines that end in \\n alone',
      Buffer.from(
        plainThree
          .toString()
          .replaceAll('\r\n', '\n')
          .replaceAll(/Content-Length: (\d+)/gu, (_, n: string) => `Content-Length: ${String(Number(n) - 3)}`),
      ),
    ],
  ])('%s are read', async (_, bytes) => {
    expect(tell(await read(bytes))).toEqual(wholeThree);
  });

  it('tell their address, their time and their charset', async () => {
    const [page] = await read(
      writeRecord({
        id: 'a',
        target: '<https://harbour.example/x>',
        block: writeAnswer(writePage('It fell.'), ['content-TYPE: text/html;charset="windows-1252"']),
      }),
    );
    expect(page).toMatchObject({
      input: 'c.warc#urn:uuid:a',
      kind: 'html',
      charset: 'windows-1252',
      given: { url: 'https://harbour.example/x', captured: '2023-09-05T14:03:12Z' },
    });
  });

  it.each([
    ['gzip', ['Content-Encoding: gzip'], gzipSync(writePage('It fell.'))],
    ['Brotli', ['Content-Encoding: br'], brotliCompressSync(writePage('It fell.'))],
    ['pieces', ['Transfer-Encoding: chunked'], `5\r\n<!DOC\r\n1F;x=y\r\nTYPE html><html><p>It fell.</p>\r\n0\r\n\r\n`],
    [
      'gzip in pieces',
      ['Transfer-Encoding: chunked', 'Content-Encoding: gzip'],
      chunk(gzipSync(writePage('It fell.'))),
    ],
    ['gzip that was undone and is still declared', ['Content-Encoding: gzip'], writePage('It fell.')],
    ['Brotli that was undone and is still declared', ['Content-Encoding: br'], writePage('It fell.')],
    ['pieces that were joined and are still declared', ['Transfer-Encoding: chunked'], writePage('It fell.')],
  ])('are read when they were sent as %s', async (_, headers, body) => {
    expect(await readOne({ block: writeAnswer(body, ['Content-Type: text/html', ...headers]) })).toBe('a It fell.');
  });

  it('are read from resources and conversions too, but not twice', async () => {
    const results = await read(
      writeWarcGz([
        pageRecord('a', 'It fell.'),
        {
          id: 'b',
          type: 'conversion',
          headers: ['Content-Type: text/plain', 'WARC-Refers-To: <urn:uuid:a>'],
          block: 'It fell.',
        },
        {
          id: 'c',
          type: 'conversion',
          headers: ['Content-Type: text/plain', 'WARC-Refers-To: <urn:uuid:z>'],
          block: 'It rose.',
        },
        { id: 'd', type: 'resource', headers: ['Content-Type: text/html'], block: writePage('It stands.') },
      ]),
    );
    expect(tell(results)).toEqual(['a It fell.', 'c It rose.', 'd It stands.']);
  });
});

function chunk(body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]);
}

describe('what is no page is told', () => {
  it.each<[string, Partial<InventedRecord>, string]>([
    ['an image', { block: writeAnswer('\x89PNG', ['Content-Type: image/png']) }, 'a (image/png)'],
    [
      'an image that calls itself a page',
      { block: writeAnswer(Buffer.from('\x89PNG\r\n', 'latin1')) },
      'a (with a PNG image)',
    ],
    [
      'a missing page',
      { block: writeAnswer(writePage('x'), ['Content-Type: text/html'], '404 Not Found') },
      'a (status 404)',
    ],
    ['a redirect', { block: writeAnswer('', ['Location: /b'], '301 Moved') }, 'a (status 301)'],
    ['an empty page', { block: writeAnswer(' \n') }, 'a (empty)'],
    [
      'robots.txt',
      {
        target: 'https://harbour.example/robots.txt',
        block: writeAnswer('User-agent: *', ['Content-Type: text/plain']),
      },
      'a (files for programs (robots.txt and its like))',
    ],
    ['a feed', { block: writeAnswer('<rss><channel>') }, 'a (of kind feed)'],
    ['a revisit', { type: 'revisit' }, 'a (revisits that hold no page of their own)'],
    ['no HTTP', { block: 'GOPHER' }, 'a (answers that are no HTTP)'],
    ['a request', { type: 'request' }, ''],
    ['what the crawler says', { type: 'warcinfo' }, ''],
    ['an answer to a name', { target: 'dns:harbour.example' }, ''],
  ])('%s', async (_, record, told) => {
    expect(await readOne(record)).toBe(told);
  });

  it('and a page cut off by the crawler says so', async () => {
    const [page] = await read(writeRecord({ ...pageRecord('a'), headers: ['WARC-Truncated: length'] }));
    expect((page as Capture).notes?.map(({ code }) => code)).toEqual(['capture.truncated']);
  });
});

describe('damage is told in its place, and the rest is read', () => {
  const gz = three.map((record) => gzipSync(writeRecord(record)));
  const [a, b, c] = gz as [Buffer, Buffer, Buffer];
  const flip = (bytes: Buffer, at: number): Buffer =>
    Buffer.from(bytes.map((byte, i) => (i === at ? byte ^ 0xff : byte)));
  const bomb = gzipSync(writeRecord({ id: 'z', block: writeAnswer(Buffer.alloc(100 * 2 ** 20)) }), { level: 9 });

  it.each<[string, Buffer, string[]]>([
    [
      'a member whose data is damaged',
      Buffer.concat([a, flip(b, 60), c]),
      ['a The crane a fell.', 'byte-N !input.unreadable', 'c The crane c fell.'],
    ],
    [
      'a member whose head is damaged',
      Buffer.concat([a, flip(b, 0), c]),
      ['a The crane a fell.', 'byte-N !input.unreadable', 'c The crane c fell.'],
    ],
    [
      'a member whose checksum does not fit',
      Buffer.concat([a, flip(b, b.length - 8), c]),
      ['a The crane a fell.', 'b !input.unreadable', 'c The crane c fell.'],
    ],
    [
      'a member that lost its middle',
      Buffer.concat([a, b.subarray(0, 80), b.subarray(140), c]),
      ['a The crane a fell.', 'byte-N !input.unreadable', 'c The crane c fell.'],
    ],
    [
      'the first member',
      Buffer.concat([flip(a, 60), b, c]),
      ['byte-N !input.unreadable', 'b The crane b fell.', 'c The crane c fell.'],
    ],
    [
      'a file cut in the middle of a member',
      Buffer.concat([a, b, c.subarray(0, 100)]),
      ['a The crane a fell.', 'b The crane b fell.', 'byte-N !input.unreadable'],
    ],
    [
      'a file cut in a member’s head',
      Buffer.concat([a, b, c.subarray(0, 5)]),
      ['a The crane a fell.', 'b The crane b fell.', 'byte-N !input.unreadable'],
    ],
    ['a gzip bomb', Buffer.concat([a, bomb, c]), ['a The crane a fell.', 'z !input.unreadable', 'c The crane c fell.']],
    [
      'a plain file cut in the middle',
      plainThree.subarray(0, plainThree.length - 20),
      ['a The crane a fell.', 'b The crane b fell.', 'c !input.unreadable'],
    ],
    [
      'a plain record without its length',
      Buffer.from(plainThree.toString().replace(/Content-Length: \d+/u, 'Content-Length: x')),
      ['byte-N !input.unreadable', 'b The crane b fell.', 'c The crane c fell.'],
    ],
    [
      'noise between plain records',
      Buffer.concat([writeRecord(three[0]), Buffer.from('noise\nnoise\r\n'), writeRecord(three[1])]),
      ['a The crane a fell.', 'byte-N !input.unreadable', 'b The crane b fell.'],
    ],
    [
      'a head that does not end',
      Buffer.concat([Buffer.from(`WARC/1.0\r\n${'X: y\r\n'.repeat(20_000)}`), writeRecord(three[1])]),
      ['byte-N !input.unreadable', 'b The crane b fell.'],
    ],
  ])('%s', async (_, bytes, told) => {
    expect(tell(await read(bytes)).map((line) => line.replace(/^byte-\d+/u, 'byte-N'))).toEqual(told);
  });

  it.each<[string, Partial<InventedRecord>, string]>([
    ['a page too large', { block: writeAnswer(Buffer.alloc(2 ** 21, 'a')) }, 'a !input.too-large'],
    [
      'a page that unpacks to too much',
      {
        block: writeAnswer(gzipSync(Buffer.alloc(2 ** 22, 'a')), ['Content-Type: text/html', 'Content-Encoding: gzip']),
      },
      'a !input.too-large',
    ],
    [
      'a page whose compression is cut',
      {
        block: writeAnswer(gzipSync(writePage('x')).subarray(0, 30), [
          'Content-Type: text/html',
          'Content-Encoding: gzip',
        ]),
      },
      'a !input.unreadable',
    ],
    [
      'a page in an unknown compression',
      { block: writeAnswer('x', ['Content-Type: text/html', 'Content-Encoding: zpaq']) },
      'a !input.unreadable',
    ],
  ])('%s', async (_, record, told) => {
    expect(await readOne(record)).toBe(told);
  });

  it('whatever the damage: no page is invented, and none is lost but those it touches', async () => {
    // Words that hardly compress, so that members are long and the damage falls into them.
    const pages = Array.from({ length: 6 }, (_, i) =>
      pageRecord(String(i), createHash('sha512').update(String(i)).digest('base64')),
    );
    const members = pages.map((record) => gzipSync(writeRecord(record)));
    const starts = members.map((_, i) => members.slice(0, i).reduce((sum, { length }) => sum + length, 0));
    const whole = Buffer.concat(members);
    const expected = tell(await read(whole));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 255 }),
        fc.integer({ min: 1, max: 5000 }),
        async (at, length, mask, size) => {
          const bytes = Buffer.from(whole.map((byte, i) => (i >= at && i < at + length ? byte ^ mask : byte)));
          const found = tell(await read(bytes, size)).filter((line) => !line.includes('!'));
          const touched = starts.map((start, i) => start < at + length && at < start + (members[i]?.length ?? 0));
          const safe = expected.filter((_, i) => touched[i] === false);
          expect(found.filter((line) => safe.includes(line))).toEqual(safe);
          expect(found.filter((line) => !expected.includes(line))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('a large record that is no page is passed over without being held', async () => {
  async function* film(): AsyncGenerator<Uint8Array> {
    const head = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n');
    const length = head.length + 300 * 2 ** 20;
    yield Promise.resolve(
      Buffer.from(
        `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <x>\r\nWARC-Target-URI: https://harbour.example/f\r\nContent-Length: ${String(length)}\r\n\r\n`,
      ),
    );
    yield head;
    for (let i = 0; i < 300; i++) yield Buffer.alloc(2 ** 20);
    yield Buffer.concat([Buffer.from('\r\n\r\n'), writeRecord(pageRecord('a'))]);
  }
  const before = process.memoryUsage().rss;
  const found: (CaptureResult | Skipped)[] = [];
  for await (const result of captureWarc('c.warc', film(), { maxBytes: 1 << 20, pages: null })) found.push(result);
  expect(tell(found)).toEqual(['c.warc#x (video/mp4)'.replace('c.warc#', ''), 'a The crane a fell.']);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
});
