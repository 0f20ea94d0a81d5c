import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openLedger } from '../src/ledger/ledger.ts';
import { firstPaint } from './first-paint.ts';

/**
 * `npm run bench:desk -- --ledger PLACE [--seconds 60] [--people 20] [--pause 0] [--add INPUT]`: the desk under people who click
 * on, without pausing or after so many milliseconds: each page's first answer, then its 50th and 95th percentile at so many people, bytes of a first load, memory of
 * the server, first contentful paint where there is a Chromium. With `--add` the same again while INPUT is read into the
 * ledger. Printed, never asserted.
 */
const { values } = parseArgs({
  options: {
    ledger: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    people: { type: 'string', default: '20' },
    pause: { type: 'string', default: '0' }, // milliseconds on a page, half to one and a half of it
    add: { type: 'string' },
  },
});
const MAIN = fileURLToPath(new URL('../dist/desk/cli/main.js', import.meta.url));
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
const [seconds, people, pause] = [Number(values.seconds), Number(values.people), Number(values.pause)];
/** How many claims and sources the people go through. */
const [CLAIMS, SOURCES] = [300, 40];
const place = values.ledger ?? '';
if (place === '') throw new Error('name a ledger: npm run bench:desk -- --ledger FILE');

interface Answer {
  readonly status: number;
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Addresses by the name of a page: of claims and what is asked about them hundreds, so that most are made for who asks. */
async function listPages(): Promise<ReadonlyMap<string, readonly string[]>> {
  const ledger = await openLedger(place, { by: 'bench', now: () => new Date() });
  try {
    const { reports } = await ledger.check();
    console.log(`${String(reports)} reports in ${place}`);
    const { items } = await ledger.claims({ limit: CLAIMS });
    if (items.length === 0) throw new Error('the ledger is empty');
    const sources = await ledger.sources(SOURCES);
    const outlets = (await ledger.outlets()).slice(0, SOURCES).map(({ outlet }) => encodeURIComponent(outlet));
    const ids = items.map(({ id }) => id);
    const at = items.map(({ appearances }) => appearances[0]?.id ?? '');
    const words = items.map(({ text }) => encodeURIComponent(text.split(' ').slice(0, 3).join(' ')));
    return new Map([
      ['today', ['/']],
      ['search, all', ['/search']],
      ['search, words', words.map((some) => `/search?q=${some}`)],
      ['search, a sentence', items.map(({ text }) => `/search?q=${encodeURIComponent(text)}`)],
      ['search, a facet', outlets.map((outlet) => `/search?outlet=${outlet}`)],
      ['claim', ids.map((id) => `/claims/${id}`)],
      ['check', ids.map((id) => `/claims/${id}/check?n=1`)],
      ['answers', ids.map((id) => `/claims/${id}/answers`)],
      ['report', at.map((id) => `/report?at=${id}`)],
      ['correct', at.map((id) => `/report?at=${id}&correct=yes`)],
      ['calendar', ['/calendar']],
      ['sources', ['/sources']],
      ['source', sources.map(({ id }) => `/source?id=${encodeURIComponent(id)}`)],
      ['outlet', outlets.map((outlet) => `/source?name=${outlet}`)],
      ['review', ['/review']],
      ['review, claims', ['/review?kind=claims']],
      ['add', ['/add']],
      ['feeds', ['/feeds']],
      ['words', ['/words']],
      ['programs', ['/api']],
      ['api, claims', ['/api/v1/claims?limit=20']],
    ]);
  } finally {
    await ledger.close();
  }
}

/** The desk as a user starts it. @returns its process, origin and token */
function startDesk(): Promise<{ readonly child: ChildProcess; readonly origin: string; readonly token: string }> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--ledger', place], { stdio: ['ignore', 'pipe', 'inherit'] }); // prettier-ignore
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the desk ended with ${String(code)}`)));
    child.stdout.once('data', (line: Buffer) => {
      const url = new URL(line.toString().trim());
      resolve({ child, origin: url.origin, token: url.searchParams.get('token') ?? '' });
    });
  });
}

function ask(url: string, token: string): Promise<Answer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip, br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (piece: Buffer) => (bytes += piece.length));
      answer.once('error', reject);
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, milliseconds: performance.now() - began, bytes })); // prettier-ignore
    }).once('error', reject);
  });
}

/** One page after the other, each person at another place of the list; each time another claim, source, question. */
async function load(
  origin: string,
  token: string,
  pages: ReadonlyMap<string, readonly string[]>,
  pid: number,
): Promise<ReadonlyMap<string, number[]>> {
  const before = readProcessor(pid);
  const taken = new Map([...pages.keys()].map((name): [string, number[]] => [name, []]));
  const list = [...pages];
  const end = performance.now() + seconds * 1000;
  const errors = new Map<string, number>();
  let asked = 0;
  const click = async (person: number): Promise<void> => {
    for (let i = person; performance.now() < end; i++) {
      const [name, paths] = list[i % list.length] ?? ['', []];
      const answer = await ask(origin + (paths[asked % paths.length] ?? ''), token).catch(
        (error: NodeJS.ErrnoException) => error.code ?? error.message,
      );
      asked++;
      if (pause > 0) await setTimeout(pause * (0.5 + Math.random()));
      if (typeof answer !== 'string' && answer.status === 200) taken.get(name)?.push(answer.milliseconds);
      else {
        const kind = `${name}: ${typeof answer === 'string' ? answer : String(answer.status)}`;
        errors.set(kind, (errors.get(kind) ?? 0) + 1);
      }
    }
  };
  await Promise.all(Array.from({ length: people }, (_, person) => click(person)));
  console.log(`${String(asked)} answers in ${String(seconds)} s; errors: ${errors.size === 0 ? 'none' : [...errors].map(([kind, count]) => `${kind} (${String(count)})`).join(', ')}`); // prettier-ignore
  console.log(`the server: ${(((readProcessor(pid) - before) * 1000) / asked).toFixed(1)} ms of processor time an answer`); // prettier-ignore
  return taken;
}

function print(taken: ReadonlyMap<string, number[]>): void {
  const all: number[] = [];
  for (const [name, times] of taken) {
    const sorted = [...times].sort((a, b) => a - b);
    all.push(...sorted);
    const at = (share: number): string => String(Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)).padStart(6); // prettier-ignore
    console.log(`${name.padEnd(20)} ${String(sorted.length).padStart(6)} times; p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`); // prettier-ignore
  }
  all.sort((a, b) => a - b);
  console.log(`all pages: p95 ${String(Math.round(all[Math.floor(all.length * 0.95)] ?? 0))} ms`);
}

/** Processor time of a process so far, in seconds; Linux alone tells it. A tick is a hundredth of a second. */
function readProcessor(pid: number): number {
  try {
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

/** Resident memory of a process now and at most, in MB; Linux alone tells it. */
function readMemory(pid: number): string {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const of = (name: string): string => String(Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`, 'u').exec(status)?.[1] ?? 0) / 1000)); // prettier-ignore
    return `${of('VmRSS')} MB now, ${of('VmHWM')} MB at most`;
  } catch {
    return 'not known on this system';
  }
}

const pages = await listPages();
console.log(`node ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown processor'}`);
const { child, origin, token } = await startDesk();
try {
  for (const [name, [path = '']] of pages) {
    const { status, milliseconds, bytes } = await ask(origin + path, token);
    console.log(`${name.padEnd(20)} first: ${String(status)}, ${String(Math.round(milliseconds)).padStart(6)} ms, ${String(Math.round(bytes / 1024)).padStart(4)} KB`); // prettier-ignore
  }
  console.log(`memory: ${readMemory(child.pid ?? 0)}`);
  for (const line of await firstPaint(
    `${origin}/?token=${token}`,
    new Map([...pages].map(([name, [path = '']]) => [name, path])),
  ))
    console.log(line);
  print(await load(origin, token, pages, child.pid ?? 0));
  console.log(`memory: ${readMemory(child.pid ?? 0)}`);
  if (values.add !== undefined) {
    console.log(`while \`hearsay add ${values.add}\` runs:`);
    const adding = spawn(process.execPath, [MAIN, 'add', values.add, '--ledger', place, '--workers', '1', '--quiet'], { stdio: 'ignore' }); // prettier-ignore
    print(await load(origin, token, pages, child.pid ?? 0));
    console.log(`memory: ${readMemory(child.pid ?? 0)}; the addition ${adding.exitCode === null ? 'was still running' : 'was over'}`); // prettier-ignore
    adding.kill('SIGINT');
  }
} finally {
  child.removeAllListeners('exit');
  child.kill('SIGINT');
  agent.destroy();
}
