import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job, Jobs } from '../src/desk/web/jobs/jobs.ts';
import { openDesk } from '../src/desk/web/serve.ts';
import { openLedger } from '../src/ledger/ledger.ts';
import { inventDeskReports } from '../test/invented-desk.ts';
import { inventSourceReports } from '../test/invented-sources.ts';
import { demandPython } from './demand.ts';

/**
 * `npm run verify`: the HTTP API against its own OpenAPI, by Schemathesis, in an environment of Python that this makes.
 * Nothing it sends may be answered with 5xx or otherwise than the document says. `tsx scripts/verify-api.ts N` sends N
 * examples an operation.
 */
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const VENV = join(ROOT, '.venv', 'verify-api');
const LIBRARY = 'schemathesis==4.32.5';
const EXAMPLES = 20;
/** The same examples each time, so that what fails fails again. */
const SEED = 20261127;

function run(command: string, words: readonly string[]): void {
  const { status, error } = spawnSync(command, words, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${String(status ?? error?.message)}`);
}

function makeSchemathesis(): string {
  const folder = join(VENV, process.platform === 'win32' ? 'Scripts' : 'bin');
  const [python, program] = [join(folder, 'python'), join(folder, 'schemathesis')];
  if (!existsSync(python)) run('python3', ['-m', 'venv', VENV]);
  if (!existsSync(program)) run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', LIBRARY]);
  return program;
}

/** Additions that read nothing: what is sent at random must reach no network. */
function makeIdleJobs(): Jobs {
  const jobs = new Map<string, Job>();
  return {
    start({ what }) {
      const job: Job = { id: `job-${String(jobs.size)}`, started: '2031-06-01T12:00:00.000Z', what, state: 'done', lines: [], problem: null }; // prettier-ignore
      jobs.set(job.id, job);
      return job;
    },
    get: (id) => jobs.get(id) ?? null,
    list: () => [...jobs.values()].toReversed(),
    watch: () => () => undefined,
    close: () => undefined,
  };
}

function runBeside(command: string, words: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { stdio: 'inherit', cwd: tmpdir() });
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

demandPython('the API was not tried');
const program = makeSchemathesis();
const folder = await mkdtemp(join(tmpdir(), 'hearsay-verify-api-'));
const file = join(folder, 'ledger.db');
const now = (): Date => new Date('2031-06-01T12:00:00Z');
const ledger = await openLedger(file, { by: 'verify', now: () => new Date() });
for (const { reading, capture } of [...inventDeskReports(), ...inventSourceReports()]) await ledger.add(reading, capture); // prettier-ignore
const desk = await openDesk({ ledger, jobs: makeIdleJobs(), by: 'verify', users: null, allowPrivate: false, place: file, file, host: '127.0.0.1', port: 0, now, token: 'a-token-for-verify' }); // prettier-ignore
try {
  const { origin } = new URL(desk.address);
  const [examples = String(EXAMPLES)] = process.argv.slice(2);
  process.exitCode = await runBeside(program, [
    ...['run', `${origin}/openapi.json`, '--header', 'Authorization: Bearer a-token-for-verify'],
    ...['--max-examples', examples, '--seed', String(SEED), '--generation-database', 'none'],
    // What JSON Schema cannot say is refused though it fits: a day that is none, a key used twice, neither addresses nor text.
    ...['--exclude-checks', 'positive_data_acceptance', '--warnings', 'off'],
    ...['--phases', 'examples,coverage,fuzzing', '--continue-on-failure', '--request-timeout', '20'],
  ]);
} finally {
  await desk.close();
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
}
