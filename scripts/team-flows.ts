import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import type { Ledger } from '../src/ledger/ledger.ts';
import type { Role } from '../src/ledger/team/role.ts';
import { inventNews } from '../test/invented-news.ts';

/** Who uses the desk of `verify-team.ts`. */
export const PEOPLE = {
  'Ada Venn': { role: 'admin', password: 'lantern gravel otter nine' },
  'Edda Moor': { role: 'editor', password: 'marble kettle thrush ten' },
  'Rea Lund': { role: 'reader', password: 'copper window heron two' },
} as const satisfies Readonly<Record<string, { role: Role; password: string }>>;

interface Hook {
  readonly address: string;
  readonly messages: readonly { readonly headers: Readonly<Record<string, unknown>>; readonly body: string }[];
}

export interface TeamFlow {
  readonly name: string;
  /** False: in a browser that runs no script. */
  readonly script?: boolean;
  readonly run: (page: Page, origin: string, ledger: Ledger, hook: Hook) => Promise<void>;
}

export async function signIn(page: Page, origin: string, who: keyof typeof PEOPLE): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('Name').fill(who);
  await page.getByLabel('Password').fill(PEOPLE[who].password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${origin}/`);
}

const FERRY = 'the Saltmere ferry will move to the new quay in Norring';

export const TEAM_FLOWS: readonly TeamFlow[] = [
  {
    name: 'sign in where one wanted to go, wrong at first, and sign out',
    script: false,
    async run(page, origin) {
      await page.goto(`${origin}/calendar`);
      await page.waitForURL(/\/sign-in\?to=/u);
      await page.getByLabel('Name').fill('edda moor');
      await page.getByLabel('Password').fill('not this one at all');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('Name or password is wrong.').waitFor();
      assert.equal(await page.getByLabel('Name').inputValue(), 'edda moor');
      await page.getByLabel('Password').fill(PEOPLE['Edda Moor'].password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(`${origin}/calendar`);
      const [cookie] = await page.context().cookies();
      assert.deepEqual([cookie?.name, cookie?.httpOnly, cookie?.sameSite], ['hearsay-session', true, 'Lax']);
      await page.getByRole('link', { name: 'Edda Moor' }).click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(`${origin}/sign-in`);
      await page.goto(origin);
      await page.waitForURL(`${origin}/sign-in`);
    },
  },
  {
    name: 'an admin adds a person, who signs in, and is made an editor',
    async run(page, origin) {
      await signIn(page, origin, 'Ada Venn');
      await page.goto(`${origin}/people`);
      await page.getByLabel('Name, as it will stand').fill('Nils Ånder');
      await page.locator('form[action="/people"] select').selectOption('reader');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      const password = await page.locator('#secret').innerText();
      const other = await page.context().browser()?.newContext();
      const theirs = await other?.newPage();
      assert.ok(theirs !== undefined && other !== undefined);
      await theirs.goto(`${origin}/sign-in`);
      await theirs.getByLabel('Name').fill('Nils Ånder');
      await theirs.getByLabel('Password').fill(password);
      await theirs.getByRole('button', { name: 'Sign in' }).click();
      await theirs.waitForURL(`${origin}/`);
      assert.equal(await theirs.getByRole('link', { name: 'Review' }).count(), 0);
      const row = page.locator('.people li', { hasText: 'Nils Ånder' });
      await row.locator('summary').click();
      await row.locator('select').selectOption('editor');
      await row.getByLabel('Why the role').fill('two weeks in');
      await row.getByRole('button', { name: 'Set the role' }).click();
      await page.getByText('is an editor from now on').waitFor();
      await theirs.reload();
      assert.equal(await theirs.getByRole('link', { name: 'Review' }).count(), 1);
      await other.close();
      await page.goto(`${origin}/audit`);
      await page.getByText('Nils Ånder: reader → editor').waitFor();
      await page.getByText('two weeks in').waitFor();
    },
  },
  {
    name: 'make a key, use it, revoke it',
    async run(page, origin) {
      await signIn(page, origin, 'Edda Moor');
      await page.goto(`${origin}/account`);
      await page.getByLabel('What it is for').fill('Nightly export');
      await page.getByLabel('It opens').selectOption('editor');
      await page.getByRole('button', { name: 'Make a key' }).click();
      const key = await page.locator('#secret').innerText();
      const ask = async (): Promise<number> => (await fetch(`${origin}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } })).status; // prettier-ignore
      assert.equal(await ask(), 200);
      await page.goto(`${origin}/account`);
      assert.ok(!(await page.content()).includes(key));
      await page.getByRole('button', { name: 'Revoke Nightly export' }).click();
      await page.getByText('opens nothing any more.').waitFor();
      assert.equal(await ask(), 401);
      await page.getByLabel('What it is for').fill('My feed reader');
      await page.getByLabel('It opens').selectOption('feeds');
      await page.getByRole('button', { name: 'Make a key' }).click();
      const feed = await page.locator('#secret-0').innerText();
      assert.match(await (await fetch(feed)).text(), /<feed xmlns/u);
    },
  },
  {
    name: 'follow a claim, have an address told; a denial and a new origin come to the desk and, signed, to the address',
    async run(page, origin, ledger, hook) {
      await signIn(page, origin, 'Ada Venn');
      await page.goto(`${origin}/following/hooks`);
      await page.getByLabel('Address').fill(hook.address);
      await page.getByRole('button', { name: 'Add the webhook' }).click();
      const secret = await page.locator('#secret').innerText();
      const [claim] = (await ledger.claims({ words: 'ferry quay' })).items;
      await page.goto(`${origin}/claims/${claim?.id ?? ''}`);
      await page.getByRole('button', { name: 'Follow', exact: true }).click();
      await page.getByRole('button', { name: 'Following · leave' }).waitFor();
      await page.goto(`${origin}/search?q=ferry`);
      await page.getByRole('button', { name: 'Follow this search' }).click();
      await page.getByRole('button', { name: 'Following · leave' }).waitFor();
      const later = inventNews({
        ...{ url: 'https://harbour-gazette.example/7', outlet: 'Harbour Gazette', published: '2031-05-07' },
        sentences: [
          { content: FERRY, by: 'Rosa Quill' },
          { content: `that ${FERRY}`, by: 'Ines Marl', cue: 'denied', parts: { act: 'deny', polarity: 'denied' } },
        ],
      });
      await ledger.add(later.reading, later.capture);
      for (let i = 0; i < 60 && hook.messages.length < 2; i++) await page.waitForTimeout(500);
      await page.goto(`${origin}/following`);
      await page.getByText('Also traced to Rosa Quill, by Harbour Gazette').first().waitFor();
      await page.getByText('Ines Marl denies it').first().waitFor();
      assert.match(await page.getByRole('navigation', { name: 'Desk' }).innerText(), /Following\s*2/u);
      const webhook = new Webhook(secret);
      const ids = hook.messages.map(({ headers, body }) => {
        webhook.verify(body, headers as Record<string, string>);
        return String(headers['webhook-id']);
      });
      // Followed twice, told once.
      assert.equal(new Set(ids).size, 2);
      // The first one failed; it comes again under its own id.
      for (let i = 0; i < 60 && hook.messages.length < 3; i++) await page.waitForTimeout(500);
      assert.equal(hook.messages.at(-1)?.headers['webhook-id'], ids[0]);
      await page.getByRole('button', { name: 'All seen' }).click();
      assert.doesNotMatch(await page.getByRole('navigation', { name: 'Desk' }).innerText(), /Following\s*\d/u);
      await page.goto(`${origin}/following/hooks`);
      await page.getByText('2 tries').waitFor();
      await page.getByRole('button', { name: /^Send again msg_/u }).first().click(); // prettier-ignore
      for (let i = 0; i < 20 && hook.messages.length < 4; i++) await page.waitForTimeout(500);
      assert.ok(ids.includes(String(hook.messages.at(-1)?.headers['webhook-id'])));
    },
  },
  {
    name: 'a reader can look, follow and take along, and sees nothing that they may not do',
    async run(page, origin, ledger) {
      await signIn(page, origin, 'Rea Lund');
      assert.equal(await page.getByRole('link', { name: 'Add', exact: true }).count(), 0);
      const [claim] = (await ledger.claims({ words: 'ferry quay' })).items;
      await page.goto(`${origin}/claims/${claim?.id ?? ''}`);
      assert.equal(await page.locator('form[action^="/decide"]').count(), 0);
      await page.goto(`${origin}/add`);
      await page.getByText('You may not do this').or(page.getByText('This page is not for you')).waitFor();
    },
  },
  {
    name: 'a feed is paused and resumed',
    async run(page, origin) {
      await signIn(page, origin, 'Edda Moor');
      await page.goto(`${origin}/feeds`);
      await page.getByLabel('Address of a feed or sitemap').fill('https://vane-observer.example/feed.xml');
      await page.getByRole('button', { name: 'Watch it' }).click();
      await page.getByRole('button', { name: /^Pause/u }).click();
      await page.getByText('paused: not visited until it is resumed').waitFor();
      await page.getByRole('button', { name: /^Resume/u }).click();
      await page.getByRole('button', { name: /^Pause/u }).waitFor();
    },
  },
];
