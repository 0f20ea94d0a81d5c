import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCaptureFailure } from '../capture.ts';
import { inventFiles, readNotes, tellResults, type InventedFiles } from '../invented-files.ts';
import { pageRecord, writeAnswer, writePage, writeWarcGz } from './invented-warc.ts';
import { writeZip } from './invented-zip.ts';

let files: InventedFiles;
beforeAll(async () => (files = await inventFiles()));
afterAll(() => files.remove());

const listed = (...ids: string[]): string =>
  [
    '{"format":"json-pages-1.0","id":"pages"}',
    ...ids.map((id) => JSON.stringify({ url: `https://harbour.example/${id}#top` })),
  ].join('\n');
const image = { id: 'i', block: writeAnswer('\x89PNG', ['Content-Type: image/png']) };
const missing = { id: 'm', block: writeAnswer(writePage('x'), ['Content-Type: text/html'], '404 Not Found') };

describe('an archive among the inputs', () => {
  it.each<[string, string, Buffer]>([
    ['WARC', 'crawl.warc', Buffer.from(writeWarcGz([pageRecord('a'), image, missing, pageRecord('b'), image]))],
    ['WARC named otherwise', 'crawl', writeWarcGz([pageRecord('a'), image, missing, pageRecord('b'), image])],
    [
      'WACZ',
      'crawl.wacz',
      writeZip({
        'datapackage.json': '{}',
        'archive/data.warc.gz': writeWarcGz([pageRecord('a'), image, missing, pageRecord('b'), image]),
      }),
    ],
    [
      'WACZ that is compressed itself, in two files',
      'two.wacz',
      writeZip(
        {
          'archive/2.warc.gz': writeWarcGz([pageRecord('b'), image]),
          'archive/1.warc.gz': writeWarcGz([pageRecord('a'), image, missing]),
        },
        true,
      ),
    ],
  ])('(%s) gives its pages under their records, and tells what it passed over', async (_, name, bytes) => {
    const results = await files.capture([await files.write(name, bytes)]);
    expect(tellResults(results)).toEqual([`${name}#urn:uuid:a html`, `${name}#urn:uuid:b html`]);
    expect(results.map((result) => (isCaptureFailure(result) ? null : result.given))).toEqual([
      { url: 'https://harbour.example/a', captured: '2023-09-05T14:03:12Z' },
      { url: 'https://harbour.example/b', captured: '2023-09-05T14:03:12Z' },
    ]);
    expect(readNotes(results)).toEqual([
      `capture.records-skipped: Records that are no pages were passed over: 1 image/png, 1 status 404 (from ${name}#urn:uuid:i).`,
      `capture.records-skipped: Records that are no pages were passed over: 1 image/png (from ${name}#urn:uuid:i).`,
    ]);
  });

  it('that lists its pages gives those, also where one leads elsewhere', async () => {
    const moved = { id: 'old', block: writeAnswer('', ['Location: /new'], '302 Found') };
    const bytes = writeZip({
      'archive/data.warc.gz': writeWarcGz([pageRecord('advert'), moved, pageRecord('new'), pageRecord('a')]),
      'pages/pages.jsonl': listed('a'),
      'pages/extraPages.jsonl': `damaged {\n${listed('old')}`,
    });
    const results = await files.capture([await files.write('listed.wacz', bytes)]);
    expect(tellResults(results)).toEqual(['listed.wacz#urn:uuid:new html', 'listed.wacz#urn:uuid:a html']);
    expect(readNotes(results).join()).toMatch(/1 parts of pages, which the archive does not list as pages/u);
  });

  it('from a pipe is held in memory', async () => {
    async function* pipe(): AsyncGenerator<Uint8Array> {
      yield Promise.resolve(writeZip({ 'archive/data.warc.gz': writeWarcGz([pageRecord('a')]) }));
    }
    expect(tellResults(await files.capture(['-'], { stdin: pipe() }))).toEqual(['-#urn:uuid:a html']);
  });
});

describe('a damaged archive', () => {
  const whole = writeZip({
    'archive/data.warc.gz': writeWarcGz([pageRecord('a'), pageRecord('b'), pageRecord('c')]),
    'pages/pages.jsonl': listed('a', 'b', 'c'),
  });
  const warc = writeWarcGz([pageRecord('a'), pageRecord('b')]);
  it.each<[string, string, Buffer, string[]]>([
    [
      'cut off in its last record',
      'cut.wacz',
      whole.subarray(0, whole.indexOf('pages/pages.jsonl') - 100),
      [
        'cut.wacz input.unreadable',
        'cut.wacz#urn:uuid:a html',
        'cut.wacz#urn:uuid:b html',
        'cut.wacz#byte-N input.unreadable',
      ],
    ],
    [
      'without its table of contents',
      'lost.wacz',
      whole.subarray(0, whole.indexOf('PK\x01\x02')),
      [
        'lost.wacz input.unreadable',
        'lost.wacz#urn:uuid:a html',
        'lost.wacz#urn:uuid:b html',
        'lost.wacz#urn:uuid:c html',
      ],
    ],
    [
      'with a bomb for a part',
      'bomb.wacz',
      writeZip({ 'archive/a.warc': Buffer.alloc(70 * 2 ** 20), 'archive/b.warc.gz': warc }, true),
      ['bomb.wacz#archive/a.warc input.unreadable', 'bomb.wacz#urn:uuid:a html', 'bomb.wacz#urn:uuid:b html'],
    ],
    ['that is no WACZ', 'other.zip', writeZip({ 'word/document.xml': '<w/>' }), ['other.zip input.binary']],
    [
      'that is another ZIP file, cut off',
      'other.docx',
      writeZip({ 'word/document.xml': '<w/>' }).subarray(0, 60),
      ['other.docx input.binary'],
    ],
    [
      'with nothing but images',
      'images.wacz',
      writeZip({ 'archive/a.warc.gz': writeWarcGz([image, image]) }),
      ['images.wacz input.no-report'],
    ],
    [
      'whose first byte is wrong',
      'first.warc.gz',
      Buffer.concat([Buffer.from([0]), warc.subarray(1)]),
      ['first.warc.gz#byte-N input.unreadable', 'first.warc.gz#urn:uuid:b html'],
    ],
    ['that is a page in truth', 'page.warc.gz', gzipSync(writePage('x')), ['page.warc.gz html']],
  ])('%s: what can be found is read', async (_, name, bytes, told) => {
    const results = await files.capture([await files.write(name, bytes)]);
    expect(tellResults(results).map((line) => line.replace(/byte-\d+/u, 'byte-N'))).toEqual(told);
  });
});
