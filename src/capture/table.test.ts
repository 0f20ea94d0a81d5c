import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCaptureFailure, type Capture, type CaptureResult } from './capture.ts';
import { peekBytes } from './peeked-bytes.ts';
import { checkColumns } from './row.ts';
import { captureTable } from './table.ts';

async function* chop(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
}

async function readTable(
  table: string | Buffer,
  columns: Record<string, string> = {},
  size = 1 << 16,
  limit = 1 << 20,
): Promise<CaptureResult[]> {
  const results: CaptureResult[] = [];
  const bytes = await peekBytes(chop(typeof table === 'string' ? Buffer.from(table) : table, size));
  for await (const result of captureTable('t.jsonl', bytes, columns, limit)) results.push(result);
  return results;
}

async function readRow(row: unknown, columns: Record<string, string> = {}): Promise<Capture> {
  const [result] = await readTable(`${JSON.stringify(row)}\n`, columns);
  if (result === undefined || isCaptureFailure(result)) throw result?.error ?? new Error('no row');
  return result;
}

function readText(result: CaptureResult): string {
  return isCaptureFailure(result) ? result.error.code : Buffer.from(result.bytes).toString();
}

describe('a row', () => {
  it('gives its text unchanged, its facts, and its other columns as extra', async () => {
    const row = {
      id: 7,
      url: 'https://harbour.example/a',
      outlet: 'The Harbour',
      title: ' Crane falls ',
      published: '2023-09-05',
      modified: null,
      section: '',
      authors: ['Ada Quay', { name: 'Bo Pier' }],
      language: 'en',
      text: '  The crane fell.\u2028Nobody was hurt.\n',
      desk: 'port',
      seen: null,
    };
    const capture = await readRow(row);
    expect(capture).toMatchObject({ input: 't.jsonl:1', kind: 'text', charset: 'utf-8' });
    expect(readText(capture)).toBe(row.text);
    expect(capture.given).toEqual({
      id: '7',
      url: 'https://harbour.example/a',
      outlet: 'The Harbour',
      title: 'Crane falls',
      published: '2023-09-05',
      authors: ['Ada Quay', 'Bo Pier'],
      language: 'en',
      extra: { desk: 'port', seen: null },
    });
    expect(capture.notes).toBeUndefined();
  });

  it('with html is a page', async () => {
    expect(await readRow({ html: '<p>The crane fell.</p>', text: '' })).toMatchObject({ kind: 'html' });
  });

  it('takes "date" for published, but not where there is both', async () => {
    expect((await readRow({ text: 'x', date: '2023-09-05' })).given).toEqual({ published: '2023-09-05' });
    expect((await readRow({ text: 'x', published: '2023-09-04', date: 'y' })).given).toEqual({
      published: '2023-09-04',
      extra: { date: 'y' },
    });
  });

  it('can be renamed, and the column that lost its place is an extra', async () => {
    const capture = await readRow(
      { body: 'The crane fell.', text: 'teaser', day: '2023-09-05' },
      { text: 'body', published: 'day' },
    );
    expect(readText(capture)).toBe('The crane fell.');
    expect(capture.given).toEqual({ published: '2023-09-05', extra: { text: 'teaser' } });
  });

  it.each([
    ['Ada Quay', ['Ada Quay']],
    ['Ada Quay, Bo Pier and Cy Dock', ['Ada Quay', 'Bo Pier', 'Cy Dock']],
    ['Ada Quay & Bo Pier', ['Ada Quay', 'Bo Pier']],
    ['Quay, Ada; Pier, Bo', ['Quay, Ada', 'Pier, Bo']],
    ['Ada Quay, Jr.', ['Ada Quay, Jr.']],
    ['Fernando Andrade', ['Fernando Andrade']],
  ])('tells the authors apart: %s', async (authors, expected) => {
    expect((await readRow({ text: 'x', authors })).given.authors).toEqual(expected);
  });

  it.each([
    [
      'a column of a wrong type stays among the others',
      { text: 'x', title: ['a'] },
      'capture.bad-column',
      { extra: { title: ['a'] } },
    ],
    ['text is read before html', { text: 'x', html: '<p>y</p>' }, 'capture.html-unused', {}],
    ['halves of characters become U+FFFD', { text: 'x\ud83d' }, 'capture.lone-surrogates', {}],
  ])('says in a note that %s', async (_, row, code, given) => {
    const capture = await readRow(row);
    expect(capture.notes?.map((note) => note.code)).toEqual([code]);
    expect(capture.given).toEqual(given);
  });

  it('cannot reach prototypes', async () => {
    const [result] = await readTable('{"text":"x","__proto__":{"polluted":true},"constructor":1}');
    expect(result === undefined || isCaptureFailure(result) ? null : result.given.extra).toEqual({ constructor: 1 });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('a bad row', () => {
  it.each([
    ['no JSON', '{"text":', /no JSON/u],
    ['no object', '["text"]', /no object/u],
    ['no text', '{"title":"Crane","body":"x"}', /neither text nor html; its columns are title, body/u],
    ['an empty text', '{"text":"  "}', /column "text" holds no text/u],
    ['nested without end', `{"text":"x","a":${'['.repeat(5000)}${']'.repeat(5000)}}`, /nested/u],
  ])('(%s) fails under its line, and the rest are read', async (_, bad, why) => {
    const results = await readTable(`{"text":"one"}\n${bad}\n\n{"text":"four"}`);
    expect(results.map(({ input }) => input)).toEqual(['t.jsonl:1', 't.jsonl:2', 't.jsonl:4']);
    const failure = results[1];
    expect(failure !== undefined && isCaptureFailure(failure) ? failure.error.code : null).toBe('input.bad-row');
    expect(failure !== undefined && isCaptureFailure(failure) ? failure.error.why : '').toMatch(why);
  });

  it('over the limit is not held in memory', async () => {
    const results = await readTable(`{"text":"${'a'.repeat(5000)}"}\n{"text":"two"}`, {}, 100, 1000);
    expect(results.map(readText)).toEqual(['input.bad-row', 'two']);
  });

  it('that never ends is given up', async () => {
    let pulled = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        pulled++;
        yield Promise.resolve(Buffer.alloc(1000, 'a'));
      }
    }
    const results: CaptureResult[] = [];
    for await (const result of captureTable('t.jsonl', await peekBytes(endless()), {}, 10_000)) results.push(result);
    expect(results.map(readText)).toEqual(['input.bad-row']);
    expect(pulled).toBeLessThan(1000);
  });

  it('in bytes that are no UTF-8 is read, and a note says so', async () => {
    const [result] = await readTable(Buffer.from('{"text":"caf\xe9"}', 'latin1'));
    expect(result === undefined ? '' : readText(result)).toBe('caf\uFFFD');
    expect(result?.notes?.map(({ code }) => code)).toEqual(['capture.invalid-utf8']);
  });
});

it('a table in UTF-16 is read', async () => {
  const results = await readTable(Buffer.from('\uFEFF{"text":"café"}\r\n{"text":"two"}\r\n', 'utf16le'), {}, 3);
  expect(results.map(readText)).toEqual(['café', 'two']);
});

it('rows come back in order and unchanged, however the bytes are cut', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((words) => `a${words}\u2028\u0085`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      async (texts, size) => {
        const table = texts.map((words) => JSON.stringify({ text: words })).join('\n');
        const results = await readTable(table, {}, size);
        expect(results.map(readText)).toEqual(texts);
        expect(results.map(({ input }) => input)).toEqual(texts.map((_, i) => `t.jsonl:${String(i + 1)}`));
      },
    ),
    { numRuns: 50 },
  );
});

it('a column that Hearsay does not have cannot be renamed to', () => {
  expect(() => {
    checkColumns({ body: 'text' });
  }).toThrow(/No column "body"/u);
});
