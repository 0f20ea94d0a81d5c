import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import { formatHtml } from '../src/desk/format/html.ts';
import { inventReading } from '../test/invented-reading.ts';
import { findChromium, openChromium, type Browser, type View } from './chromium.ts';

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

async function checkView(browser: Browser, html: string, view: View): Promise<string[]> {
  await browser.show(html, view);
  const problems = browser.complaints().map((complaint) => `the browser complains: ${complaint}`);
  if ((await browser.evaluate(WIDER)) === true) problems.push('the page is wider than the window');
  if ((await browser.evaluate('document.scripts.length')) !== 0) problems.push('the page has a script');
  if ((await browser.evaluate("getComputedStyle(document.querySelector('.source')).borderTopWidth")) !== '1px')
    problems.push('the style sheet does not apply: is its hash in the policy?');
  for (const rule of (await browser.evaluate(VIOLATIONS)) as string[]) problems.push(`axe: ${rule}`);
  return problems;
}

const path = findChromium();
if (path === null) {
  // Said, and no failure: what needs a browser cannot be shown without one.
  console.log('verify: no Chromium on this machine, so the HTML output was not looked at');
  process.exit(0);
}
const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(4);
const reading = inventReading();
const pages: readonly (readonly [string, string])[] = [
  ['report', formatHtml(reading)],
  ['long-words', formatHtml(inventReading({ report: { title: long, outlet: long, text: long, url: `https://a.example/${long}` }, attributions: [], headline: [] }))], // prettier-ignore
];
const [folder] = process.argv.slice(2);
const browser = await openChromium(path);
let failed = 0;
for (const [name, html] of pages)
  for (const view of VIEWS) {
    // A page without a single mark still has the legend's.
    const problems = await checkView(browser, html, view);
    failed += problems.length;
    const label = `${name} at ${view.width} px, ${view.scheme}`;
    console.log(problems.length === 0 ? `good  ${label}` : `bad   ${label}\n      ${problems.join('\n      ')}`);
    if (folder !== undefined) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${name}-${view.width}-${view.scheme}.png`), await browser.draw(view));
    }
  }
await browser.close();
process.exitCode = failed > 0 ? 1 : 0;
