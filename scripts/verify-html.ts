import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { formatHtml } from '../src/desk/format/html.ts';
import { writeDossier } from '../src/desk/export/dossier/dossier.ts';
import { gatherMaterial } from '../src/desk/export/material.ts';
import { inventExportLedger, MADE_AT, TODAY } from '../test/invented-export.ts';
import { inventReading } from '../test/invented-reading.ts';
import { openChromium, type Browser, type View } from './chromium.ts';
import { demandChromium } from './demand.ts';

/**
 * `npm run verify`: the HTML output in a real browser, at desktop and phone width, in light and dark.
 * `npm run verify -- DIR` leaves the pictures in DIR.
 */
const VIEWS: readonly View[] = [1440, 390].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, height: 1200, scheme })),
);

/** The rules of WCAG 2.2 AA and axe's own, as “rule: element”. Runs in the page. */
const VIOLATIONS = `${axe.source}; axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target)))`;

const WIDER = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

interface Page {
  readonly name: string;
  readonly html: string;
  /** An element, and the width of its upper border if the style sheet applies. */
  readonly styled: readonly [selector: string, width: string];
}

async function checkView(browser: Browser, { html, styled }: Page, view: View): Promise<string[]> {
  await browser.show(html, view);
  const problems = browser.complaints().map((complaint) => `the browser complains: ${complaint}`);
  if ((await browser.evaluate(WIDER)) === true) problems.push('the page is wider than the window');
  if ((await browser.evaluate('document.scripts.length')) !== 0) problems.push('the page has a script');
  if ((await browser.evaluate(`getComputedStyle(document.querySelector('${styled[0]}')).borderTopWidth`)) !== styled[1])
    problems.push('the style sheet does not apply: is its hash in the policy?');
  for (const rule of (await browser.evaluate(VIOLATIONS)) as string[]) problems.push(`axe: ${rule}`);
  return problems;
}

/** Of an invented ledger in which one statement is checked and one set aside. */
async function makeDossier(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-dossier-'));
  const ledger = await inventExportLedger(join(folder, 'ledger.db'));
  try {
    return await ledger.store.snapshot(async (queries) => {
      const pieces: string[] = [];
      for await (const piece of writeDossier(await gatherMaterial(queries, { query: { all: true }, today: TODAY, at: MADE_AT }))) pieces.push(piece); // prettier-ignore
      return pieces.join('');
    });
  } finally {
    await ledger.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const path = demandChromium('the HTML output was not looked at');
const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(4);
const reading = inventReading();
const MARKED = ['.source', '1px'] as const; // a page without a single mark still has the legend's
const pages: readonly Page[] = [
  { name: 'report', html: formatHtml(reading), styled: MARKED },
  { name: 'long-words', html: formatHtml(inventReading({ report: { title: long, outlet: long, text: long, url: `https://a.example/${long}` }, attributions: [], headline: [] })), styled: MARKED }, // prettier-ignore
  { name: 'dossier', html: await makeDossier(), styled: ['.cover', '4px'] },
];
const [folder] = process.argv.slice(2);
let failed = 0;
for (const page of pages) {
  // A document keeps the policy of the one before it: each page has a browser of its own.
  const browser = await openChromium(path);
  for (const view of VIEWS) {
    const problems = await checkView(browser, page, view);
    failed += problems.length;
    const label = `${page.name} at ${view.width} px, ${view.scheme}`;
    console.log(problems.length === 0 ? `good  ${label}` : `bad   ${label}\n      ${problems.join('\n      ')}`);
    if (folder !== undefined) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${page.name}-${view.width}-${view.scheme}.png`), await browser.draw(view));
    }
  }
  await browser.close();
}
process.exitCode = failed > 0 ? 1 : 0;
