import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Ledger, ShownAppearance, ShownClaim } from '../src/ledger/ledger.ts';
import type { Flow } from './desk-flows.ts';

async function findFirst(ledger: Ledger): Promise<ShownClaim> {
  const [claim] = (await ledger.claims({ limit: 1 })).items;
  assert.ok(claim);
  return claim;
}

/** A place that someone is credited with, in the text of a report in one version. */
async function findCredited(ledger: Ledger): Promise<ShownAppearance> {
  const place = (await findFirst(ledger)).appearances.find((one) => one.in === 'text' && one.chain.length > 1);
  assert.ok(place);
  return place;
}

/** What is held of the place's report, and the bounds of its attribution. */
async function readPlace(ledger: Ledger, { id }: ShownAppearance) {
  const report = await ledger.report(id);
  const reading = await ledger.reading(report?.key ?? '');
  assert.ok(report && reading);
  return { report, reading };
}

/** Selects the first of these words in the text, as a mouse does. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate(`{
    const walker = document.createTreeWalker(document.querySelector('.story-text'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(${JSON.stringify(words)});
      if (at >= 0) {
        document.getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + ${String(words.length)});
        break;
      }
    }
  }`);
}

async function undo(page: Page): Promise<void> {
  await page.locator('.notice.done').getByRole('button', { name: 'Undo', exact: true }).click();
  await page.waitForURL((url) => !url.search.includes('done='));
}

/** How people correct what is read wrong. */
export const CORRECT_FLOWS: readonly Flow[] = [
  {
    name: 'select words in a report, say what they are, keep them, take them back',
    async run(page, origin, ledger) {
      const place = await findCredited(ledger);
      const { report, reading } = await readPlace(ledger, place);
      const last = reading.report.text.match(/\p{L}{4,}/gu)?.at(-1) ?? '';
      await page.goto(`${origin}/report?key=${encodeURIComponent(report.key)}`);
      await select(page, last);
      await page.getByRole('toolbar').getByRole('combobox').selectOption('the nearest one');
      await page.getByRole('toolbar').getByRole('button', { name: 'Cue' }).click();
      await page.waitForURL(/correct=\d+-\d+/u);
      await select(page, last);
      await page.getByRole('toolbar').getByRole('button', { name: 'Source' }).click();
      assert.match(await page.locator('.select-bar [role=status]').innerText(), /^Source is filled in/u);
      assert.equal(await page.locator('textarea[name=source]').inputValue(), last);
      await page.getByRole('toolbar').getByRole('button', { name: 'Keep' }).click();
      await page.waitForURL(/done=/u);
      const said = (await ledger.decisions(report.key)).at(-1);
      assert.equal(said?.kind, 'edit');
      const change = said.body.change as { readonly source?: readonly (readonly [number, number])[] };
      assert.deepEqual(
        change.source?.map(([start, end]) => reading.report.text.slice(start, end)),
        [last],
      );
      await undo(page);
      assert.equal((await ledger.decisions(report.key)).at(-1)?.state, 'undone');
    },
  },
  {
    name: 'add an attribution that was missed: select words, a key each, keep it, take it back',
    async run(page, origin, ledger) {
      const { report, reading } = await readPlace(ledger, await findCredited(ledger));
      const { text } = reading.report;
      // Words that stand once, so that selecting the first is selecting them.
      const once = [...new Set(text.match(/\p{L}{6,}/gu))].filter((word) => text.split(word).length === 2);
      const [source = '', cue = '', content = ''] = once;
      await page.goto(`${origin}/report?key=${encodeURIComponent(report.key)}`);
      await select(page, content);
      await page.getByRole('toolbar').getByRole('combobox').selectOption('one that was missed');
      await page.getByRole('toolbar').getByRole('button', { name: 'Content' }).click();
      await page.waitForURL(/add=\d+-\d+/u);
      for (const [part, key] of [
        [source, '1'],
        [cue, '2'],
      ] as const) {
        await select(page, part);
        await page.keyboard.press(key);
      }
      assert.equal(await page.locator('textarea[name=source]').inputValue(), source);
      await page.keyboard.press('4');
      await page.waitForURL(/done=/u);
      assert.ok(await page.locator('#here').isVisible());
      const said = (await ledger.decisions(report.key)).at(-1);
      assert.equal(said?.kind, 'add-attribution');
      const own = (await ledger.reading(report.key))?.attributions.find(({ addedBy }) => addedBy !== undefined);
      assert.deepEqual([own?.source[0]?.text, own?.cue[0]?.text, own?.content[0]?.text], [source, cue, content]); // prettier-ignore
      assert.match(await page.locator('.told').innerText(), /added by verify/u);
      await undo(page);
      assert.equal((await ledger.decisions(report.key)).at(-1)?.state, 'undone');
    },
  },
  {
    name: 'without script: add an attribution by typing its words, and say who it is',
    script: false,
    async run(page, origin, ledger) {
      const { report, reading } = await readPlace(ledger, await findCredited(ledger));
      await page.goto(`${origin}/report?key=${encodeURIComponent(report.key)}`);
      await page.getByRole('link', { name: /Add one that was missed/u }).click();
      const [words = ''] = /\p{Lu}\p{L}+(?: \p{L}+){4}/u.exec(reading.report.text) ?? [];
      await page.locator('textarea[name=content]').fill(words);
      await page.getByText('Say who the source is, if the words do not').click();
      await page.getByLabel('Name', { exact: true }).fill('Rosa Quill');
      await page.getByRole('button', { name: 'Keep this attribution' }).click();
      const own = (await ledger.reading(report.key))?.attributions.find(({ addedBy }) => addedBy !== undefined);
      assert.deepEqual([own?.content[0]?.text, own?.chain.at(-1)?.name], [words, 'Rosa Quill']);
      await undo(page);
    },
  },
  {
    name: 'without script: correct the words of a place, its source, and what is known of its report',
    script: false,
    async run(page, origin, ledger) {
      const place = await findCredited(ledger);
      const { report } = await readPlace(ledger, place);
      await page.goto(`${origin}/report?at=${place.id}&correct=yes`);
      const content = (await page.locator('textarea[name=content]').inputValue()).split('\n')[0] ?? '';
      await page.locator('textarea[name=content]').fill(content.split(' ').slice(0, -1).join(' '));
      await page.getByRole('button', { name: 'Keep these words' }).click();
      assert.equal((await ledger.decisions(report.key)).at(-1)?.kind, 'edit');
      await undo(page);
      await page.goto(`${origin}/report?at=${place.id}&correct=yes`);
      await page.getByText('Say who the source is').click();
      await page.getByLabel('Name', { exact: true }).fill('Rosa Quill');
      await page.getByRole('button', { name: 'Keep the source' }).click();
      assert.equal((await ledger.claim(place.id))?.appearances.find(({ id }) => id === place.id)?.chain.at(-1)?.name, 'Rosa Quill'); // prettier-ignore
      await undo(page);
      await page.goto(`${origin}/report?key=${encodeURIComponent(report.key)}`);
      await page.getByText('Correct what is known of this report').click();
      await page.getByLabel('Authors').fill('Ines Marl; Klara Neume');
      await page.getByRole('button', { name: 'Keep what I changed' }).click();
      assert.deepEqual((await ledger.reading(report.key))?.report.authors, ['Ines Marl', 'Klara Neume']);
      await undo(page);
    },
  },
  {
    name: 'set a place aside from the claim, and a whole report, and count them again',
    async run(page, origin, ledger) {
      const { id, checked, appearances } = await findFirst(ledger);
      await page.goto(`${origin}/claims/${id}`);
      await page.getByRole('button', { name: 'Set aside place 2', exact: true }).click();
      await page.waitForURL(/done=/u);
      assert.equal((await ledger.claim(id))?.checked.of, checked.of - 1);
      assert.equal(await page.locator('.appearance.aside').count(), appearances.filter(({ setAside }) => setAside).length + 1); // prettier-ignore
      await page.locator('.decisions').getByRole('button', { name: /^Undo/u }).first().click();
      await page.waitForURL((url) => !url.search.includes('done='));
      assert.equal((await ledger.claim(id))?.checked.of, checked.of);
      const { report } = await readPlace(ledger, await findCredited(ledger));
      await page.goto(`${origin}/report?key=${encodeURIComponent(report.key)}`);
      await page.locator('summary', { hasText: 'Set the whole report aside' }).click();
      await page.getByRole('button', { name: 'Set aside', exact: true }).click();
      await page.getByText('This report is set aside and in no count').waitFor();
      await page.getByRole('button', { name: 'Count it again' }).click();
      await page.locator('summary', { hasText: 'Set the whole report aside' }).waitFor();
    },
  },
  {
    name: 'grade a claim, and say who answers it and who does not',
    async run(page, origin, ledger) {
      const { id, denials } = await findFirst(ledger);
      await page.goto(`${origin}/claims/${id}`);
      await page.getByText('Grade it').click();
      await page.getByLabel('The source').selectOption('B');
      await page.getByLabel('What it says').selectOption('3');
      await page.getByRole('button', { name: 'Keep the grade' }).click();
      await page.getByText(/Graded B3 by verify/u).waitFor();
      await undo(page);
      await page
        .getByRole('button', { name: /^It does not answer this claim/u })
        .first()
        .click();
      await page.waitForURL(/done=/u);
      assert.equal((await ledger.claim(id))?.denials.length, denials.length - 1);
      await page.getByRole('link', { name: 'Add one that was missed' }).click();
      await page.getByRole('button', { name: 'It answers the claim' }).first().click();
      await page.waitForURL(/done=/u);
      assert.equal((await ledger.claim(id))?.denials.length, denials.length);
    },
  },
  {
    name: 'take a claim and a search along',
    async run(page, origin, ledger) {
      const { id } = await findFirst(ledger);
      const take = async (name: string): Promise<string> => {
        const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name, exact: true }).click()]); // prettier-ignore
        return file.suggestedFilename();
      };
      await page.goto(`${origin}/claims/${id}`);
      const stem = `hearsay-claim-${id.slice(0, 12)}`;
      assert.equal(await take('Dossier'), `${stem}.html`);
      assert.equal(await take('JSON-LD'), `${stem}.jsonld`);
      assert.equal(await take('Web Annotation'), `${stem}.annotations.jsonld`);
      await page.goto(`${origin}/search?q=shipyard`);
      await page.getByText('Take all that is found along').click();
      assert.equal(await take('CSV'), 'hearsay-claims.csv');
    },
  },
];
