import { createServer, type Server } from 'node:http';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingSchema, type Reading } from '../src/reading/reading.ts';
import { ROOT, runCli, runProcess } from './run-cli.ts';

const PAGE = join(ROOT, 'examples/saltmere-ferry.html');
const TEXT = join(ROOT, 'examples/lindow-lake.txt');
let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  const built = await runProcess(process.execPath, [
    join(ROOT, 'node_modules/typescript/bin/tsc'),
    '-p',
    'tsconfig.build.json',
  ]);
  expect(built.stdout).toBe('');
  folder = await mkdtemp(join(tmpdir(), 'hearsay-cli-'));
  await mkdir(at('nothing'));
  await writeFile(at('empty.txt'), '');
  await writeFile(at('binary.html'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2, 3]));
  await writeFile(at('long.txt'), 'a'.repeat(50_000_000));
  await writeFile(at('deep.html'), `${'<div>'.repeat(100_000)}The mayor said no.`);
  await writeFile(
    at('front.html'),
    '<html><head><title>News</title></head><body><a href="/a">A</a> <a href="/b">B</a></body></html>',
  );
  await writeFile(
    at('evil.txt'),
    'The mayor said \u001B[31mthat\u0007 the \u202Ebridge\u202C was safe.\n\nNobody asked.\n',
  );
  await writeFile(
    at('rows.jsonl'),
    '{"id":"1","text":"Mira Tolland said the quay was old.","mood":"grim"}\nno json\n{"id":"3","text":"A \u2028 B"}\n',
  );
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** stderr as its lines, each of which must be a what/why/fix line. */
function problems(stderr: string): string[] {
  const lines = stderr.split('\n').filter(Boolean);
  for (const line of lines) expect(line).toMatch(/^hearsay: .+: .+; .+ \[[a-z.-]+\]$/u);
  return lines.map((line) => /\[([a-z.-]+)\]$/u.exec(line)?.[1] ?? line);
}

describe('wrong usage ends with 2 and one line, and reads nothing', () => {
  it.each([
    [['raed', PAGE]],
    [['read']],
    [['read', PAGE, '--colour']],
    [['read', PAGE, '--format', 'pdf']],
    [['read', PAGE, '--workers', '0']],
    [['read', PAGE, '--published', 'yesterday']],
    [['read', PAGE, '--columns', 'text']],
    [['read', PAGE, '--format']],
    [['read', PAGE, TEXT, '--url', 'https://a.example/']],
    [['doctor', '--format', 'html']],
    [['add']],
    [['add', PAGE, '--format', 'json']],
    [['export', 'pdf']],
    [['forget', 'https://a.example/']],
  ])('hearsay %j', async (words) => {
    const { code, stdout, stderr } = await runCli(words);
    expect(problems(stderr)).toEqual(['usage.bad-option']);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('shows the help where no command is given', async () => {
    const { code, stdout, stderr } = await runCli([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: hearsay');
  });

  it('also where a variable is wrong', async () => {
    const { code, stderr } = await runCli(['read', PAGE], { environment: { HEARSAY_FORMAT: 'pdf' } });
    expect(code).toBe(2);
    expect(stderr).toContain('HEARSAY_FORMAT cannot be “pdf”');
  });
});

describe('help and version', () => {
  it.each([[['--help']], [['read', '--help']], [['add', '--help']], [['forget', '--help']], [['doctor', '--help']]])(
    '%j goes to stdout and ends with 0',
    async (words) => {
      const { code, stdout, stderr } = await runCli(words);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain('Usage: hearsay');
    },
  );

  it('the version is the one of the package', async () => {
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});

describe('an input that cannot be read has its line, ends with 1, and the others are read', () => {
  it('names each of them and keeps the order', async () => {
    const bad = ['missing.txt', 'empty.txt', 'binary.html', 'nothing', 'long.txt', 'deep.html', 'front.html'];
    const words = ['read', TEXT, ...bad.map(at), PAGE, '--format', 'jsonl', '--quiet'];
    const { code, stdout, stderr } = await runCli(words);
    expect(code).toBe(1);
    expect(problems(stderr)).toEqual([
      'input.not-found',
      'input.empty',
      'input.binary',
      'input.empty-folder',
      'page.too-long',
      'page.too-deep',
      'page.no-story',
    ]);
    for (const name of bad) expect(stderr).toContain(name);
    const readings = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Reading);
    expect(readings.map(({ input }) => input)).toEqual([TEXT, PAGE]);
  });

  it.each([
    ['json', '[]\n'],
    ['jsonl', ''],
    ['text', ''],
  ])('leaves whole %s also where nothing was read', async (format, expected) => {
    const { code, stdout } = await runCli(['read', at('missing.txt'), '--format', format]);
    expect([code, stdout]).toEqual([1, expected]);
  });

  it('names the row of a table, keeps other columns, and splits at line feeds alone', async () => {
    const { code, stdout, stderr } = await runCli(['read', at('rows.jsonl'), '--format', 'jsonl', '--quiet']);
    expect(code).toBe(1);
    expect(problems(stderr)).toEqual(['input.bad-row']);
    expect(stderr).toContain('rows.jsonl:2');
    const [first, third, ...rest] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Reading);
    expect(first?.report.extra).toEqual({ mood: 'grim' });
    expect(third?.report.text).toBe('A \u2028 B');
    expect(rest).toEqual([]);
  });
});

describe('what is printed', () => {
  it('is an array that the schema accepts, whose spans are slices of the text', async () => {
    const { code, stdout, stderr } = await runCli(['read', PAGE, '--format', 'json']);
    expect([code, stderr]).toEqual([0, '']);
    const [reading, ...rest] = readingSchema.array().parse(JSON.parse(stdout));
    expect(rest).toEqual([]);
    const { text, outlet, title, published } = reading?.report ?? {};
    expect([outlet, published]).toEqual(['The Saltmere Courier', '2026-03-03T07:40:00+01:00']);
    expect(title).toBe('Saltmere ferry may move to Port Ansel in spring, officials say');
    expect(text).not.toMatch(/newsletter|Read more|Comments|Tobin Reck/u);
    const spans = (reading?.attributions ?? []).flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
    expect(spans.length).toBeGreaterThan(30);
    for (const span of spans) expect(text?.slice(span.start, span.end)).toBe(span.text);
  });

  it('takes what the user says of a report from standard input', async () => {
    const words = ['read', '-', '--outlet', 'Lindow Press', '--published', '2026-06-09', '--url', 'https://lindow.example/lake', '--format', 'jsonl']; // prettier-ignore
    const { stdout } = await runCli(words, { stdin: 'Selma Orrin said the lake was closed.\n' });
    const { report } = JSON.parse(stdout) as Reading;
    expect(report).toMatchObject({
      outlet: 'Lindow Press',
      published: '2026-06-09',
      publishedFrom: 'given',
      url: 'https://lindow.example/lake',
      text: 'Selma Orrin said the lake was closed.\n',
    });
  });

  it('is the same for one worker and for two, and tells how far it is from the second report on', async () => {
    const inputs = [TEXT, at('evil.txt'), TEXT, at('evil.txt')];
    const one = await runCli(['read', ...inputs, '--format', 'jsonl']);
    const two = await runCli(['read', ...inputs, '--format', 'jsonl', '--workers', '2']);
    expect(two.stdout).toBe(one.stdout);
    expect([one.stderr, two.stderr]).toEqual(['4 reports read\n', '4 reports read\n']);
  });

  it.each(['text', 'json', 'jsonl', 'html'])('holds no control code of a report, as %s', async (format) => {
    const { code, stdout } = await runCli(['read', at('evil.txt'), '--format', format]);
    expect(code).toBe(0);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
  });

  it('has colour only where it is asked for in a pipe, and never against NO_COLOR', async () => {
    const force = await runCli(['read', TEXT], { environment: { FORCE_COLOR: '1' } });
    const both = await runCli(['read', TEXT], { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(force.stdout).toContain('\u001B[');
    expect(both.stdout).not.toContain('\u001B');
    expect(both.stdout).toBe((await runCli(['read', TEXT])).stdout);
  });

  it('may be cut off by its reader without a word', async () => {
    const { stderr } = await runCli(['read', ...Array<string>(8).fill(PAGE), '--format', 'json', '--quiet'], {
      closeEarly: true,
    });
    expect(stderr).toBe('');
  });
});

describe('addresses', () => {
  let server: Server;
  let base: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/gone') response.writeHead(404).end('gone');
      else response.writeHead(302, { location: `/again?${String(Math.random())}` }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('on this machine are refused unless they are allowed', async () => {
    const refused = await runCli(['read', `${base}/gone`]);
    expect([refused.code, problems(refused.stderr)]).toEqual([1, ['fetch.private-address']]);
    const allowed = await runCli(['read', `${base}/gone`, `${base}/round`, '--allow-private', '--quiet']);
    expect([allowed.code, problems(allowed.stderr)]).toEqual([1, ['fetch.status', 'fetch.too-many-redirects']]);
  });
});

describe('watch', () => {
  let server: Server;
  let base: string;
  beforeAll(async () => {
    const story = await readFile(PAGE);
    server = createServer((request, response) => {
      const feed = `<rss version="2.0"><channel><item><link>${base}/ferry.html</link></item></channel></rss>`;
      if (request.url === '/feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed);
      else if (request.url === '/ferry.html') response.writeHead(200, { 'content-type': 'text/html' }).end(story);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('reads what is new in a feed, lists and removes it, and stops cleanly at Ctrl-C', async () => {
    const ledger = ['--ledger', at('watched.db')];
    expect((await runCli(['watch', 'add', `${base}/feed`, ...ledger])).stderr).toContain('is watched from now on');
    const once = await runCli(['watch', 'run', '--once', '--allow-private', ...ledger]);
    expect([once.code, once.stdout]).toEqual([0, '']);
    expect(once.stderr).toMatch(/^\S+Z \S+\/feed: 1 new\n\S+Z \S+\/ferry\.html: read\n$/u);
    const listed = await runCli(['watch', 'list', '--format', 'json', ...ledger]);
    expect(JSON.parse(listed.stdout)).toMatchObject({
      feeds: [{ address: `${base}/feed`, from: null, problem: null }],
      reports: { unread: 0, read: 1 },
    });
    const another = ['watch', 'run', `${base}/feed`, '--allow-private', '--ledger', at('stopped-watch.db')];
    const stopped = await runCli(another, { interruptOnce: at('stopped-watch.db') });
    expect([stopped.code, stopped.stderr.split('\n').at(-2)]).toEqual([130, 'hearsay: stopped; the same command goes on from here']); // prettier-ignore
    expect((await runCli(['watch', 'remove', `${base}/feed`, ...ledger])).code).toBe(0);
    expect((await runCli(['watch', 'remove', `${base}/feed`, ...ledger])).code).toBe(1);
    const refused = await runCli(['watch', 'add', 'harbour.example/feed', ...ledger]);
    expect([refused.code, problems(refused.stderr)]).toEqual([2, ['usage.bad-option']]);
  });
});

describe('doctor', () => {
  it('says that reports can be read here, and with which runtime', async () => {
    const { code, stdout } = await runCli(['doctor', '--ledger', at('none-yet.db')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/good {2}Node: \d+/u);
    expect(stdout).toContain('good  ledger: none yet');
    expect(stdout).toContain('good  network, WASM runtime');
  });

  it('says the same as JSON', async () => {
    const { stdout } = await runCli(['doctor', '--format', 'json'], {
      environment: { HEARSAY_LEDGER: at('none-yet.db') },
    });
    expect(JSON.parse(stdout)).toMatchObject({
      usable: true,
      findings: [{ check: 'Node', ok: true }, {}, { ok: true }, { check: 'gazetteer, word lists, weights', ok: true }, { check: 'ledger', ok: true }, { check: 'disk', ok: true }], // prettier-ignore
    });
  });
});

describe('the ledger', () => {
  const lines = (text: string): string[] => text.split('\n').filter(Boolean);

  it('is added to, resumed, exported, imported and forgotten from', async () => {
    const ledger = ['--ledger', at('a/ledger.db')];
    const first = await runCli(['add', TEXT, PAGE, at('missing.txt'), ...ledger]);
    expect([first.code, first.stdout]).toEqual([1, '']);
    expect(first.stderr).toContain('2 reports added, 1 failed\n');
    const again = await runCli(['add', PAGE, TEXT, ...ledger]);
    expect([again.code, again.stderr]).toEqual([0, '0 reports added, 2 held already\n']);
    const doctor = await runCli(['doctor', ...ledger]);
    expect(doctor.stdout).toContain('good  ledger: sound: 2 reports, 2 saved copies');

    const saved = await runCli(['export', 'ledger', ...ledger, '-o', at('saved.jsonl')]);
    expect([saved.code, saved.stdout, saved.stderr]).toEqual([0, '', '']);
    const copy = ['--ledger', at('copy.db')];
    // Two captures, their two texts, of which one is its capture too, two contents, and four rows.
    const loaded = await runCli(['import', at('saved.jsonl'), ...copy]);
    expect([loaded.code, loaded.stderr]).toEqual([0, '9 facts read, 9 of them new\n']);
    const printed = await runCli(['export', 'ledger', ...copy]);
    expect(printed.stdout).toBe(await readFile(at('saved.jsonl'), 'utf8'));

    const key = lines(printed.stdout)
      .map((line) => JSON.parse(line) as { fact?: string; report?: string })
      .find(({ fact, report }) => fact === 'reading' && report?.startsWith('saltmere'))?.report;
    const forgotten = await runCli(['forget', key ?? '', '--why', 'asked by the outlet', ...copy]);
    expect([forgotten.code, forgotten.stderr]).toEqual([0, `${String(key)} is forgotten: 1 saved copy, 1 text\n`]);
    const refused = await runCli(['add', PAGE, ...copy]);
    expect([refused.code, refused.stdout]).toEqual([0, '']);
    const unknown = await runCli(['forget', key ?? '', '--why', 'again', ...copy]);
    expect([unknown.code, problems(unknown.stderr)]).toEqual([1, ['ledger.unknown-report']]);
  });

  it.each([
    ['another file', () => TEXT, 'ledger.not-a-ledger'],
    ['a folder', () => at('nothing'), 'ledger.cannot-open'],
    ['no server', () => 'postgres://a:b@127.0.0.1:1/c', 'ledger.unreachable'],
  ])('that is %s ends with 3 and one line', async (_, place, code) => {
    const run = await runCli(['add', PAGE, '--ledger', place()]);
    expect([run.code, run.stdout, problems(run.stderr)]).toEqual([3, '', [code]]);
  });

  it('stops cleanly at Ctrl-C, and the same command goes on', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `{"id":"${String(i)}","text":"Mira Tolland said quay ${String(i)} was old."}`,
    );
    await writeFile(at('many.jsonl'), rows.join('\n'));
    const words = ['add', at('many.jsonl'), '--ledger', at('stopped.db')];
    const stopped = await runCli(words, { interruptOnce: at('stopped.db') });
    expect([stopped.code, lines(stopped.stderr).at(-1)]).toEqual([
      130,
      'hearsay: stopped; the same command goes on from here',
    ]);
    const whole = await runCli(words);
    expect(whole.code).toBe(0);
    const doctor = await runCli(['doctor', '--ledger', at('stopped.db')]);
    expect(doctor.stdout).toContain('sound: 12 reports');
  });

  it('is refused an export that is cut off, and a file that cannot be written', async () => {
    await writeFile(at('cut.jsonl'), '{"ledger":"hearsay/ledger/1"}\n');
    const cut = await runCli(['import', at('cut.jsonl'), '--ledger', at('cut.db')]);
    expect([cut.code, problems(cut.stderr)]).toEqual([1, ['import.bad-line']]);
    const nowhere = await runCli(['export', 'ledger', '-o', at('no/such/folder'), '--ledger', at('cut.db')]);
    expect([nowhere.code, problems(nowhere.stderr)]).toEqual([1, ['usage.bad-file']]);
    const missing = await runCli(['import', at('missing.jsonl'), '--ledger', at('cut.db')]);
    expect([missing.code, problems(missing.stderr)]).toEqual([1, ['usage.bad-file']]);
  });
});
