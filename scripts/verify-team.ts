import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { openJobs } from '../src/desk/web/jobs/jobs.ts';
import { openDesk } from '../src/desk/web/serve.ts';
import { openLedger, type Ledger } from '../src/ledger/ledger.ts';
import { Team } from '../src/ledger/team/team.ts';
import { inventDeskReports } from '../test/invented-desk.ts';
import { inventSourceReports } from '../test/invented-sources.ts';
import { checkPage, tell } from './check-page.ts';
import { demandChromium } from './demand.ts';
import { attackDesk } from './hostile-clients.ts';
import { PEOPLE, TEAM_FLOWS, signIn } from './team-flows.ts';

/**
 * `npm run verify`: a desk with users in a real browser: its pages at desktop and phone width, in light and dark, by axe; the
 * flows of signing in, people, keys, following and webhooks; and clients that are slow, many or large. `tsx
 * scripts/verify-team.ts DIR` leaves the pictures in DIR.
 */
const WIDTHS = [1440, 390] as const;
const SCHEMES = ['light', 'dark'] as const;

/** Each page, and who looks at it. */
async function listPages(ledger: Ledger): Promise<readonly (readonly [name: string, who: keyof typeof PEOPLE | null, path: string])[]> {
  const [claim] = (await ledger.claims({ words: 'ferry' })).items;
  return [
    ['sign-in', null, '/sign-in'],
    ['today', 'Ada Venn', '/'],
    ['account', 'Ada Venn', '/account'],
    ['people', 'Ada Venn', '/people'],
    ['audit', 'Ada Venn', '/audit'],
    ['following', 'Ada Venn', '/following'],
    ['hooks', 'Ada Venn', '/following/hooks'],
    ['following-nothing', 'Rea Lund', '/following'],
    ['claim-reader', 'Rea Lund', `/claims/${claim?.id ?? ''}`],
    ['account-reader', 'Rea Lund', '/account'],
    ['feeds-reader', 'Rea Lund', '/feeds'],
    ['feeds', 'Ada Venn', '/feeds'],
    ['search', 'Ada Venn', '/search?q=ferry'],
    ['api', 'Ada Venn', '/api'],
  ];
} // prettier-ignore

async function checkPages(browser: Browser, origin: string, ledger: Ledger, folder: string | undefined): Promise<number> {
  const pages = await listPages(ledger);
  let failed = 0;
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES)
      for (const who of new Set(pages.map(([, one]) => one))) {
        const context = await open(browser, width, colorScheme);
        const page = await context.newPage();
        if (who !== null) await signIn(page, origin, who);
        for (const [name, one, path] of pages) {
          if (one !== who) continue;
          failed += tell(`${name} at ${String(width)} px, ${colorScheme}`, await checkPage(context, page, origin, path));
          if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}-${String(width)}-${colorScheme}.png`), fullPage: true }); // prettier-ignore
        }
        await context.close();
      }
  return failed;
} // prettier-ignore

function open(browser: Browser, width: number, colorScheme: 'light' | 'dark'): Promise<BrowserContext> {
  return browser.newContext({ colorScheme, viewport: { width, height: width < 600 ? 844 : 1000 } });
}

async function checkFlows(browser: Browser, origin: string, ledger: Ledger, hook: Heard): Promise<number> {
  let failed = 0;
  for (const { name, script = true, run } of TEAM_FLOWS) {
    const context = await browser.newContext({ javaScriptEnabled: script, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const problems: string[] = [];
    await run(page, origin, ledger, hook).catch((error: unknown) => problems.push(error instanceof Error ? error.message : String(error))); // prettier-ignore
    failed += tell(`flow: ${name}`, problems);
    await context.close();
  }
  return failed;
}

/** A program that is told what is new: it fails the first time. */
interface Heard {
  readonly address: string;
  readonly messages: { readonly headers: Readonly<Record<string, unknown>>; readonly body: string }[];
  close(): void;
}

async function openHook(): Promise<Heard> {
  const messages: Heard['messages'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      messages.push({ headers: request.headers, body });
      response.writeHead(messages.length === 1 ? 503 : 204).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${String(port)}/in`, messages, close: () => server.close() };
}

const path = demandChromium('the pages for a team were not looked at');
const [folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const only = process.argv.find((word) => word.startsWith('--only='))?.slice(7);
if (folder !== undefined) await mkdir(folder, { recursive: true });
const own = await mkdtemp(join(tmpdir(), 'hearsay-verify-team-'));
const file = join(own, 'ledger.db');
const now = (): Date => new Date();
const ledger = await openLedger(file, { by: 'verify', now });
for (const { reading, capture } of [...inventDeskReports(), ...inventSourceReports()]) await ledger.add(reading, capture); // prettier-ignore
const team = new Team(ledger.store, now);
for (const [name, { role, password }] of Object.entries(PEOPLE)) await team.addUser(name, role, password, 'verify');
const jobs = openJobs({ ledger: file, now });
const users = { publicUrl: null, proxyUser: null, isProxy: () => false, requests: 100_000 };
const desk = await openDesk({ ledger, jobs, by: 'verify', users, allowPrivate: true, place: 'ledger.db', file, host: '127.0.0.1', port: 0, now }); // prettier-ignore
const { origin } = new URL(desk.address);
const hook = await openHook();
let failed = 0;
try {
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  if (only !== 'pages') failed += await checkFlows(browser, origin, ledger, hook);
  if (only !== 'flows') failed += await checkPages(browser, origin, ledger, folder);
  await browser.close();
  if (only === undefined) failed += await attackDesk(origin, team);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  hook.close();
  await desk.close();
  jobs.close();
  await ledger.close();
  await rm(own, { recursive: true, force: true });
}
