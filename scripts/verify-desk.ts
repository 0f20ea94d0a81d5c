import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { HearsayError } from '../src/base/error.ts';
import { recordFeedVisit } from '../src/capture/watch/watch-state.ts';
import { openJobs } from '../src/desk/web/jobs/jobs.ts';
import { openDesk } from '../src/desk/web/serve.ts';
import { openLedger, type Ledger } from '../src/ledger/ledger.ts';
import { WatchPlan } from '../src/ledger/watched.ts';
import { readInputs } from '../src/pipeline.ts';
import { inventDeskReports } from '../test/invented-desk.ts';
import { inventSourceReports } from '../test/invented-sources.ts';
import { checkPage, tell } from './check-page.ts';
import { CORRECT_FLOWS } from './correct-flows.ts';
import { demandChromium } from './demand.ts';
import { FLOWS } from './desk-flows.ts';

/**
 * `npm run verify`: the desk on the example story in a real browser: every page at desktop and phone width, in light and
 * dark, by axe; and the main flows with mouse, keyboard and without script. `tsx scripts/verify-desk.ts DIR` leaves
 * the pictures in DIR; `--flows=WORDS` goes through the flows alone that are called so.
 */
const WIDTHS = [1440, 390] as const;
const SCHEMES = ['light', 'dark'] as const;

async function fillLedger(ledger: Ledger): Promise<void> {
  const story = fileURLToPath(new URL('../examples/story/', import.meta.url));
  const names = (await readdir(story)).filter((name) => name.endsWith('.html')).sort();
  const pages = names.map((name) => join(story, name));
  for await (const result of readInputs(pages)) {
    if ('error' in result) throw result.error;
    await ledger.add(result.reading, result.capture);
  }
  // And reports that mean harm, and such as leave a doubt of who speaks.
  for (const { reading, capture } of [...inventDeskReports(), ...inventSourceReports()]) await ledger.add(reading, capture); // prettier-ignore
  await watchTroubled(ledger);
}

/** A feed that has never been visited, and one in trouble. */
async function watchTroubled(ledger: Ledger): Promise<void> {
  const plan = new WatchPlan(ledger.store);
  const [now, address] = [Date.now(), 'https://aldwire.example/feed.xml'];
  await plan.addFeed('https://harbour-courant.example/sitemap.xml', now, '2025-10-01');
  await plan.addFeed(address, now, null);
  const error = new HearsayError('fetch.failed', 'The feed cannot be had', 'the server answered 500', 'try later');
  const visited = { kind: 'failed', error, isGone: false } as const;
  await plan.record({ kind: 'feed', address, dueAt: now }, (state) => recordFeedVisit(state, address, visited, [], now), {}); // prettier-ignore
}

async function listPages(ledger: Ledger): Promise<ReadonlyMap<string, string>> {
  const { items } = await ledger.claims({ limit: 3 });
  const [first] = items;
  const harm = (await ledger.claims({ words: 'cargo' })).items[0];
  const versions = (await ledger.reports()).find(({ versions: count }) => count > 1);
  if (first === undefined || harm === undefined || versions === undefined) throw new Error('the story is not in the ledger'); // prettier-ignore
  return new Map([
    ['today', '/'],
    ['search', '/search?q=shipyard&kind=answered'],
    ['nothing-found', '/search?q=elephants'],
    ['claim', `/claims/${first.id}`],
    ['check', `/claims/${first.id}/check?n=2`],
    ['report', `/report?at=${first.appearances[1]?.id ?? ''}`],
    ['correct', `/report?at=${first.appearances[1]?.id ?? ''}&correct=yes`],
    ['add-attribution', `/report?at=${first.appearances[1]?.id ?? ''}&add=yes`],
    ['answers', `/claims/${first.id}/answers`],
    ['versions', `/report?key=${encodeURIComponent(versions.key)}`],
    ['harm', `/claims/${harm.id}`],
    ['harmful-report', `/report?at=${harm.id}`],
    ['calendar', '/calendar'],
    ['calendar-part', '/calendar?part=undated'],
    ['sources', '/sources'],
    ['source', '/source?name=Vito+Calder'],
    ['outlet', '/source?name=Aldwire'],
    ['several-sources', '/source?name=Tessaro'],
    ['review', '/review'],
    ['review-claims', '/review?kind=claims'],
    ['review-sources', '/review?kind=sources'],
    ['add', '/add'],
    ['feeds', '/feeds'],
    ['words', '/words'],
    ['programs', '/api'],
    ['keys', '/account'],
    ['audit', '/audit'],
    ['following', '/following'],
    ['webhooks', '/following/hooks'],
    ['no-page', '/nowhere'],
  ]);
}

async function checkPages(
  browser: Browser,
  address: string,
  pages: ReadonlyMap<string, string>,
  folder: string | undefined,
): Promise<number> {
  const { origin } = new URL(address);
  let failed = 0;
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: width < 600 ? 844 : 1000 } });
      const page = await context.newPage();
      await page.goto(address);
      for (const [name, path] of pages) {
        const problems = await checkPage(context, page, origin, path);
        failed += tell(`${name} at ${String(width)} px, ${colorScheme}`, problems);
        if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}-${String(width)}-${colorScheme}.png`), fullPage: true }); // prettier-ignore
      }
      await context.close();
    }
  return failed;
}

async function checkFlows(browser: Browser, address: string, ledger: Ledger): Promise<number> {
  let failed = 0;
  const flows = [...FLOWS, ...CORRECT_FLOWS].filter(({ name }) => onlyFlows === undefined || name.includes(onlyFlows));
  for (const { name, script = true, run } of flows) {
    const context = await browser.newContext({ javaScriptEnabled: script, acceptDownloads: true, viewport: { width: 1280, height: 900 } }); // prettier-ignore
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(address).origin });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(address);
    const problems: string[] = [];
    await run(page, new URL(address).origin, ledger).catch((error: unknown) => problems.push(error instanceof Error ? error.message : String(error))); // prettier-ignore
    failed += tell(`flow: ${name}`, problems);
    await context.close();
  }
  return failed;
}

const path = demandChromium('the desk was not looked at');
const [folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const onlyFlows = process.argv.find((word) => word.startsWith('--flows'))?.replace(/^--flows=?/u, '');
if (folder !== undefined) await mkdir(folder, { recursive: true });
const own = await mkdtemp(join(tmpdir(), 'hearsay-verify-desk-'));
const file = join(own, 'ledger.db');
const now = (): Date => new Date();
const ledger = await openLedger(file, { by: 'verify', now });
await fillLedger(ledger);
const jobs = openJobs({ ledger: file, now });
const desk = await openDesk({
  ledger,
  jobs,
  by: 'verify',
  users: null,
  allowPrivate: true,
  place: file,
  file,
  host: '127.0.0.1',
  port: 0,
  now,
});
const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
try {
  const failed = (onlyFlows !== undefined ? 0 : await checkPages(browser, desk.address, await listPages(ledger), folder)) + (await checkFlows(browser, desk.address, ledger)); // prettier-ignore
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  await browser.close();
  await desk.close();
  jobs.close();
  await ledger.close();
  await rm(own, { recursive: true, force: true });
}
