import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { openJobs } from '../src/desk/web/jobs/jobs.ts';
import { openDesk } from '../src/desk/web/serve.ts';
import { openLedger, type Ledger } from '../src/ledger/ledger.ts';
import { readInputs } from '../src/pipeline.ts';
import { demandChromium } from './demand.ts';

/** `npm run docs:pictures`: the pictures of docs/desk.md, of the invented story alone, by a Chromium on this machine. */
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const OUT = join(ROOT, 'docs', 'pictures');
/** A day on which some of the story is overdue and some still ahead. */
const NOW = '2025-10-20T09:00:00Z';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: true;
  /** What to do before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

async function addStory(ledger: Ledger): Promise<void> {
  const story = join(ROOT, 'examples', 'story');
  const names = (await readdir(story)).filter((name) => name.endsWith('.html')).sort();
  for await (const result of readInputs(names.map((name) => join(story, name)))) {
    if ('error' in result) throw result.error;
    await ledger.add(result.reading, result.capture);
  }
}

async function listPictures(ledger: Ledger): Promise<readonly Picture[]> {
  const [claim] = (await ledger.claims({ limit: 1 })).items;
  const place = claim?.appearances.find((one) => one.in === 'text' && one.chain.length > 1);
  if (claim === undefined || place === undefined) throw new Error('the story is not in the ledger');
  const path = `/claims/${claim.id}`;
  const show =
    (selector: string) =>
    async (page: Page): Promise<void> => {
      await page.evaluate(`document.querySelector('${selector}').scrollIntoView()`);
    };
  return [
    { name: 'today', path: '/' },
    { name: 'claim', path },
    { name: 'chains', path, act: show('#chains'), height: 720 },
    { name: 'timeline', path, act: show('#time'), height: 620 },
    { name: 'check', path: `${path}/check?n=2`, height: 760 },
    { name: 'report', path: `/report?at=${place.id}` },
    { name: 'add-attribution', path: `/report?at=${place.id}&add=yes`, height: 820 },
    { name: 'source', path: '/source?name=Aldwire' },
    { name: 'calendar', path: '/calendar', height: 720 },
    { name: 'search', path: '/search?q=the+minister+will+sign+the+sale+of+the+shipyard', height: 820 },
    { name: 'claim-phone', path, width: 390, height: 844, dark: true },
  ];
}

const executablePath = demandChromium('no picture was made');
const folder = await mkdtemp(join(tmpdir(), 'hearsay-tour-'));
const file = join(folder, 'ledger.db');
const now = (): Date => new Date(NOW);
const ledger = await openLedger(file, { by: 'Ines', now });
await addStory(ledger);
const jobs = openJobs({ ledger: file, now });
const desk = await openDesk({
  ledger,
  jobs,
  by: 'Ines',
  users: null,
  allowPrivate: false,
  place: 'the invented example',
  file,
  host: '127.0.0.1',
  port: 0,
  now,
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  await mkdir(OUT, { recursive: true });
  for (const { name, path, width = 1280, height = 900, dark, act } of await listPictures(ledger)) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
    const page = await context.newPage();
    await page.goto(desk.address);
    await page.goto(new URL(desk.address).origin + path);
    await act?.(page);
    await page.screenshot({ path: join(OUT, `${name}.png`) });
    console.log(`wrote docs/pictures/${name}.png`);
    await context.close();
  }
} finally {
  await browser.close();
  await desk.close();
  jobs.close();
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
}
