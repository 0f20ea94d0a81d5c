import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventDeskReports } from '../../../test/invented-desk.ts';
import { inventNews } from '../../../test/invented-news.ts';
import { ORIGIN, CSRF, openTestDesk, type TestDesk } from '../../../test/open-test-desk.ts';
import { runProgram } from '../cli/program.ts';

/** What a report may hold so that a page, a feed, a file or a terminal obeys it; each with what must not come out of it. */
const TRICKS: readonly (readonly [trick: string, obeyed: RegExp])[] = [
  ['<script>alert(1)</script>', /<script>alert/iu],
  ['<img src=x onerror=alert(1)>', /<img src=x/iu],
  ['<svg><animate onbegin=alert(1) attributeName=x></svg>', /<animate/iu],
  ['<svg><foreignObject><iframe srcdoc="x"></iframe></foreignObject></svg>', /<foreignObject|<iframe/iu],
  ['<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">', /<math>|<mglyph/iu], // prettier-ignore
  ['</textarea></title></style></noscript>{{7*7}}${7*7}', /<\/title><\/style>/iu],
  ['"><a href="javascript:alert(1)">x</a>', /href="javascript:/iu],
  [']]><!ENTITY x SYSTEM "file:///etc/passwd">&x;', /<!ENTITY/u],
  ['\u001B]8;;https://x.example\u0007link\u001B]8;;\u0007\u001B[2J\u001B[31m', /[\u001B\u0007]/u],
  ['\u202Edlrow\u202C \u2066x\u2069 \u200F', /[\u202A-\u202E\u2066-\u2069\u200F]/u],
  ['=HYPERLINK("http://x.example","y")', /(?:^|,)"?=HYPERLINK/mu],
];
const LONG = 'Donaudampfschiff'.repeat(625);

let desk: TestDesk;
const RIDDEN = 'https://ridden.example/tricks';

beforeAll(async () => {
  const content = (trick: string): string => `the cargo of ${trick} was lost off Norring`;
  desk = await openTestDesk([
    ...inventDeskReports(),
    inventNews({
      ...{ url: RIDDEN, outlet: `Ridden ${TRICKS.map(([trick]) => trick).join(' ')}`, published: '2031-05-06' },
      sentences: [...TRICKS.map(([trick]) => trick), LONG].map((trick) => ({ content: content(trick), by: `Jonas ${trick}` })), // prettier-ignore
    }),
    inventNews({
      ...{ url: 'https://ridden.example/long', outlet: 'Tarn Post', published: '2031-05-07' },
      sentences: [{ content: `a bridge called ${LONG} will be built at Tarn`, by: 'Hanna Brook' }],
    }),
  ]);
}, 60_000);
afterAll(() => desk.close());

async function readAll(path: string): Promise<string> {
  const answer = await desk.ask(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

/** Tricks that the text would have obeyed. */
function obey(text: string): readonly string[] {
  return TRICKS.filter(([, obeyed]) => obeyed.test(text)).map(([trick]) => trick);
}

async function findClaim(): Promise<string> {
  const { items } = await desk.ledger.claims({ words: 'cargo lost off Norring', limit: 50 });
  return items.find(({ text }) => text.includes('script'))?.id ?? items[0]?.id ?? '';
}

describe('a report that means harm', () => {
  it('is shown as text on every page', async () => {
    const id = await findClaim();
    const key = encodeURIComponent(RIDDEN);
    const paths = ['/', '/search?q=cargo', `/claims/${id}`, `/claims/${id}/check`, `/claims/${id}/answers`, `/report?key=${key}`, `/report?key=${key}&add=yes`, '/calendar', '/sources', '/review', '/review?kind=claims', '/review?kind=sources', `/search?q=${encodeURIComponent(TRICKS.map(([trick]) => trick).join(' '))}`]; // prettier-ignore
    for (const path of paths) expect([path, obey(await readAll(path))]).toEqual([path, []]);
    const report = await readAll(`/report?key=${key}`);
    expect(report).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(report).toContain('‹U+202E›');
    expect(report).toContain(LONG);
  });

  it('with a word of 10,000 letters leaves room for the rest: headings are cut, and say so', async () => {
    const { items } = await desk.ledger.claims({ all: true, limit: 100 });
    const id = items.find(({ text }) => text.includes(LONG))?.id ?? '';
    for (const path of ['/', '/search?q=bridge', `/claims/${id}`, '/export/html?q=bridge']) {
      const headings = [...(await readAll(path)).matchAll(/<h([123])[^>]*>(.*?)<\/h\1>/gsu)].map(([, , words = '']) => words); // prettier-ignore
      expect([path, headings.filter((words) => words.includes(LONG))]).toEqual([path, []]);
    }
    expect(await readAll(`/claims/${id}`)).toMatch(/<h1 dir="auto">[^<]* … \([\d]+ more characters\)<\/h1>/u);
  });

  it('is data in feeds, and in every format of an export', async () => {
    for (const feed of ['atom', 'json']) expect([feed, obey(await readAll(`/search.${feed}?q=cargo`)).filter((trick) => feed === 'atom' || /[\u001B\u202E]/u.test(trick))]).toEqual([feed, []]); // prettier-ignore
    expect(obey(await readAll('/export/html?q=cargo'))).toEqual([]);
    // In JSON and CSV, markup is data: what a terminal or a spreadsheet would obey is not let through.
    for (const format of ['jsonl', 'csv', 'claimreview', 'webannotation', 'ics', 'gqg'])
      expect([format, obey(await readAll(`/export/${format}?q=cargo`)).filter((trick) => /[\u001B\u0007\u202E]/u.test(trick) || (format === 'csv' && trick.startsWith('=')))]).toEqual([format, []]); // prettier-ignore
  });

  it.each([['claims'], ['claims', '--format', 'json'], ['sources'], ['calendar']])(
    'moves no terminal: %s %s %s',
    async (...words) => {
      const [stdout, stderr] = [new PassThrough(), new PassThrough()];
      const pieces: Buffer[] = [];
      stdout.on('data', (piece: Buffer) => pieces.push(piece));
      const code = await runProgram([...words, '--ledger', desk.file], { stdin: new PassThrough(), stdout, stderr, environment: { NO_COLOR: '1' }, columns: 100, live: false, watchInterrupt: () => new AbortController().signal }); // prettier-ignore
      expect(code).toBe(0);
      const text = Buffer.concat(pieces).toString();
      expect(text.length).toBeGreaterThan(0);
      expect(text).not.toMatch(/[\u001B\u0007\u202A-\u202E\u2066-\u2069]/u);
    },
  );
});

describe('an upload', () => {
  const upload = async (
    name: string,
    bytes: string | Uint8Array<ArrayBuffer>,
    fields: Readonly<Record<string, string>> = {},
  ) => {
    const form = new FormData();
    for (const [field, value] of Object.entries({ csrf: CSRF, ...fields })) form.set(field, value);
    form.set('files', new Blob([bytes]), name);
    return desk.ask('/add', { method: 'POST', headers: { origin: ORIGIN }, body: form });
  };

  it.each([
    '../../../etc/cron.d/x.html',
    '..\\..\\x.html',
    '/etc/passwd',
    'a\u0000b.html',
    '.',
    `${'x'.repeat(5000)}.html`,
  ])('called %j is kept under a name of our own', async (name) => {
    const answer = await upload(name, '<p>Words.</p>', { outlet: 'x', published: '2031-05-06' });
    expect(answer.status).toBe(303);
    const job = desk.jobs.list()[0];
    expect(job?.what).not.toBe('');
    const shown = await (await desk.ask(answer.headers.get('location') ?? '')).text();
    expect(shown).not.toContain('\u0000');
  });

  it.each([
    ['nothing at all', {}, 422],
    ['an address that runs', { text: 'javascript:alert(1)', outlet: 'x', published: '2031-05-06', url: 'javascript:alert(1)' }, 422], // prettier-ignore
    ['a day that is none', { text: 'Words.', outlet: 'x', published: 'soon' }, 422],
  ])('of %s is asked again for what is missing', async (_, fields, status) => {
    expect((await desk.send('/add', fields)).status).toBe(status);
  });
});

describe('a ledger that cannot be written', () => {
  it('because the disk is full: the page says so, nothing is kept, pages go on, and it is kept when there is room', async () => {
    const full = await openTestDesk(inventDeskReports());
    try {
      const { store } = full.ledger;
      const claim = (await full.ledger.claims()).items[0]?.id ?? '';
      const [{ page_count: pages } = { page_count: 0 }] = await store.all<{ page_count: number }>('PRAGMA page_count');
      const allow = (most: number) => store.write((queries) => queries.all(`PRAGMA max_page_count = ${String(most)}`));
      await allow(pages);
      const grade = { kind: 'grade', claim, reliability: 'B', credibility: '2', back: '/' };
      let answer = await full.send('/decide', { ...grade, why: 'x'.repeat(400) });
      for (let i = 0; i < 200 && answer.status === 303; i++) answer = await full.send('/decide', { ...grade, why: `${String(i)} ${'x'.repeat(400)}` }); // prettier-ignore
      expect(answer.status).toBe(507);
      expect(await answer.text()).toContain('The disk is full');
      const kept = (await full.ledger.corrections()).length;
      expect((await full.ask('/')).status).toBe(200);
      await allow(1_073_741_823);
      expect((await full.send('/decide', { ...grade, why: 'there is room' })).status).toBe(303);
      expect(await full.ledger.corrections()).toHaveLength(kept + 1);
      expect((await full.ledger.check()).problems).toEqual([]);
    } finally {
      await full.close();
    }
  }, 60_000);

  it('because another program is writing: pages go on', async () => {
    const { openLedger } = await import('../../ledger/ledger.ts');
    const other = await openLedger(desk.file, { by: 'another', now: () => new Date(0) });
    let release: () => void = () => undefined;
    const held = other.store.write(() => new Promise<void>((resolve) => { release = resolve; })); // prettier-ignore
    try {
      for (const path of ['/', '/search?q=ferry', '/sources']) expect([path, (await desk.ask(path)).status]).toEqual([path, 200]); // prettier-ignore
    } finally {
      release();
      await held;
      await other.close();
    }
  });
});
