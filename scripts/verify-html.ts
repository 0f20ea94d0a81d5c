import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Text whose contrast with what lies behind it is under WCAG 2.2 AA, as “element: ratio”. Runs in the page. */
const FAINT = `(() => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  const parse = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = (node) => { for (let at = node; at; at = at.parentElement) { const color = parse(getComputedStyle(at).backgroundColor); if (color[3] > 0) return color; } return [255, 255, 255]; };
  return [...document.querySelectorAll('body *')].filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())).map((node) => {
    const [a, b] = [light(parse(getComputedStyle(node).color)), light(behind(node))].sort((x, y) => y - x);
    return [node.tagName + '.' + node.className, (a + .05) / (b + .05)];
  }).filter(([, ratio]) => ratio < 4.5).map(([name, ratio]) => name + ': ' + ratio.toFixed(2));
})()`;

const WIDER = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

async function checkView(browser: Browser, html: string, view: View): Promise<string[]> {
  await browser.show(html, view);
  const problems = browser.complaints().map((complaint) => `the browser complains: ${complaint}`);
  if ((await browser.evaluate(WIDER)) === true) problems.push('the page is wider than the window');
  if ((await browser.evaluate('document.scripts.length')) !== 0) problems.push('the page has a script');
  if ((await browser.evaluate("getComputedStyle(document.querySelector('.source')).borderTopWidth")) !== '1px')
    problems.push('the style sheet does not apply: is its hash in the policy?');
  for (const faint of (await browser.evaluate(FAINT)) as string[]) problems.push(`too faint: ${faint}`);
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
