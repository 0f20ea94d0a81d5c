import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Ledger } from '../src/ledger/ledger.ts';

/** What people do at the desk, step by step, as they do it. */
export interface Flow {
  readonly name: string;
  /** False: in a browser that runs no script. */
  readonly script?: boolean;
  readonly run: (page: Page, origin: string, ledger: Ledger) => Promise<void>;
}

const TEXT = 'The lighthouse at Vane Point will close in March, Ines Marl, the harbour master, said on Monday.\n\n“Nobody asked us,” she said.'; // prettier-ignore

async function headline(page: Page): Promise<string> {
  return (await page.locator('h1').innerText()).trim();
}

async function firstClaim(ledger: Ledger): Promise<string> {
  return (await ledger.claims({ limit: 1 })).items[0]?.id ?? '';
}

export const FLOWS: readonly Flow[] = [
  {
    name: 'the token does not stay in the address',
    async run(page) {
      await page.waitForURL((url) => !url.search.includes('token'));
      assert.equal(await headline(page), 'Today');
    },
  },
  {
    name: 'search with /, go through what is found with j, open it with Enter',
    async run(page) {
      await page.keyboard.press('/');
      await page.keyboard.type('the minister will sign the sale of the shipyard');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?q=/u);
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/claims\//u);
      assert.ok((await page.locator('svg.chains .node').count()) > 1);
    },
  },
  {
    name: 'check a claim with one key each, and take one back',
    async run(page, origin, ledger) {
      const id = await firstClaim(ledger);
      const checked = async (): Promise<number> => (await ledger.claim(id))?.checked.appearances ?? -1;
      const before = await checked();
      await page.goto(`${origin}/claims/${id}`);
      await page.keyboard.press('c');
      await page.waitForURL(/\/check/u);
      await page.keyboard.press('a');
      await page.waitForURL(/done=/u);
      assert.equal(await checked(), before + 1);
      await page.keyboard.press('s');
      await page.waitForURL((url) => !url.search.includes('done='));
      await page.keyboard.press('a');
      await page.waitForURL(/done=/u);
      assert.equal(await checked(), before + 2);
      await page.keyboard.press('u');
      await page.waitForURL((url) => !url.search.includes('done='));
      assert.equal(await checked(), before + 1);
    },
  },
  {
    name: 'from a claim to the place in the report and to what changed between its versions',
    async run(page, origin, ledger) {
      await page.goto(`${origin}/claims/${await firstClaim(ledger)}`);
      await page.getByRole('link', { name: 'In its place' }).first().click();
      await page.waitForURL(/\/report\?at=/u);
      assert.ok(await page.locator('#here').isVisible());
      const held = (await ledger.reports()).find(({ versions }) => versions > 1);
      await page.goto(`${origin}/report?key=${encodeURIComponent(held?.key ?? '')}`);
      await page.getByText('Word by word').click();
      assert.ok((await page.locator('.difference ins').count()) > 0);
    },
  },
  {
    name: 'settle sources and claims that may be one, with one key each, and take one back',
    async run(page, origin, ledger) {
      const count = async (): Promise<number> => (await ledger.corrections()).length;
      await page.goto(`${origin}/review`);
      await page.getByRole('link', { name: 'Sources that may be one' }).click();
      await page.waitForURL(/kind=sources/u);
      const before = await count();
      await page.keyboard.press('x');
      await page.waitForURL(/done=/u);
      assert.equal((await ledger.corrections()).at(-1)?.kind, 'other-source');
      await page.keyboard.press('u');
      await page.waitForURL((url) => !url.search.includes('done='));
      assert.equal(await count(), before + 2);
      await page.getByRole('link', { name: 'Claims that may be one' }).click();
      await page.waitForURL(/kind=claims/u);
      await page.keyboard.press('x');
      await page.waitForURL(/done=/u);
      assert.equal((await ledger.corrections()).at(-1)?.kind, 'split');
      await page.keyboard.press('u');
      await page.waitForURL((url) => !url.search.includes('done='));
      await page.keyboard.press('s');
      await page.waitForURL(/skip=/u);
    },
  },
  {
    name: 'from the sources to one of them, to what it said, in its place',
    async run(page, origin) {
      await page.goto(`${origin}/sources`);
      await page.getByRole('link', { name: 'Ilse Karrow' }).first().click();
      await page.waitForURL(/\/source\?id=/u);
      assert.equal(await headline(page), 'Ilse Karrow');
      await page.locator('.said .quoted a').first().click();
      await page.waitForURL(/\/report\?at=/u);
      assert.ok(await page.locator('#here').isVisible());
    },
  },
  {
    name: 'have a feed watched, and no longer',
    async run(page, origin) {
      await page.goto(`${origin}/feeds`);
      await page.getByLabel('Address of a feed or sitemap').fill('https://vane-observer.example/feed.xml');
      await page.getByRole('button', { name: 'Watch it' }).click();
      const row = page.locator('.feeds li', { hasText: 'vane-observer.example' });
      await row.getByText('Not visited yet').waitFor();
      await row.getByRole('button', { name: /^Remove/u }).click();
      await row.waitFor({ state: 'detached' });
      await page.goto(origin);
      await page.getByText('the server answered 500').waitFor();
    },
  },
  {
    name: 'say what became of an expected event',
    async run(page, origin, ledger) {
      const event = (await ledger.calendar('2031-06-01')).find(({ status }) => status === 'overdue');
      await page.goto(`${origin}/claims/${event?.claim ?? ''}`);
      await page.getByText('Say what became of it').click();
      await page.getByLabel('It did not happen').check();
      await page.getByLabel('Why you say so').fill('nobody came');
      await page.getByRole('button', { name: 'Keep' }).click();
      await page.waitForURL(/done=/u);
      assert.equal((await ledger.claim(event?.claim ?? ''))?.expected?.status, 'did-not');
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await page.waitForURL((url) => !url.search.includes('done='));
    },
  },
  {
    name: 'paste a text: it asks for outlet and date, then reads it while one looks on',
    async run(page, origin, ledger) {
      await page.goto(`${origin}/add`);
      await page.getByLabel('Addresses, one a line').fill(TEXT);
      await page.getByRole('button', { name: 'Read and add' }).click();
      assert.match(await page.getByRole('alert').innerText(), /Say who published the text/u);
      await page.getByLabel('Outlet', { exact: true }).fill('Vane Observer');
      await page.getByLabel('Published on').fill('2031-05-05');
      await page.getByRole('button', { name: 'Read and add' }).click();
      await page.waitForURL(/\/add\/[\w-]+$/u);
      await page.getByText('Done: 1 report').waitFor({ timeout: 60_000 });
      assert.equal((await ledger.reports({ outlet: 'Vane Observer' })).length, 1);
      await page.locator('.job-lines a').first().click();
      await page.getByText('Ines Marl').first().waitFor();
    },
  },
  {
    name: 'without script: search, check, and add by the same forms',
    script: false,
    async run(page, origin, ledger) {
      const id = await firstClaim(ledger);
      await page.goto(`${origin}/claims/${id}/check`);
      const before = (await ledger.claim(id))?.checked.appearances ?? 0;
      await page.getByRole('button', { name: /Accept/u }).click();
      assert.equal((await ledger.claim(id))?.checked.appearances, before + 1);
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await page.goto(`${origin}/add`);
      await page.getByLabel('Or files').setInputFiles({ name: '../../odd name.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT.replace('March', 'April')) }); // prettier-ignore
      await page.getByLabel('Outlet', { exact: true }).fill('Vane Gazette');
      await page.getByLabel('Published on').fill('2031-05-06');
      await page.getByRole('button', { name: 'Read and add' }).click();
      await page.getByText('Done: 1 report').waitFor({ timeout: 60_000 });
    },
  },
  {
    name: 'the calendar and a search leave the desk in the formats of other programs',
    async run(page, origin) {
      await page.goto(`${origin}/calendar`);
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('For a calendar program').click()]); // prettier-ignore
      assert.equal(file.suggestedFilename(), 'hearsay.ics');
      await page.goto(`${origin}/search?q=shipyard`);
      const feed = await page.getByRole('link', { name: 'Atom' }).getAttribute('href');
      const answer = await page.request.get(origin + (feed ?? ''));
      assert.match(await answer.text(), /<feed xmlns="http:\/\/www.w3.org\/2005\/Atom">/u);
    },
  },
  {
    name: 'keys can be turned off',
    async run(page) {
      await page.keyboard.press('?');
      await page.getByLabel('Keys are on').uncheck();
      await page.getByRole('button', { name: 'Close' }).click();
      const before = page.url();
      await page.keyboard.press('g');
      await page.keyboard.press('s');
      await page.waitForTimeout(300);
      assert.equal(page.url(), before);
    },
  },
];
