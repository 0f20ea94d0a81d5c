import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { formatHtml } from '../src/desk/format/html.ts';
import { read } from '../src/index.ts';
import { openChromium } from './chromium.ts';
import { demandChromium } from './demand.ts';

/** `npm run picture`: draws the README's picture from the HTML output for the shipped example. */
const EXAMPLE = new URL('../examples/saltmere-ferry.html', import.meta.url);
const SIZE = { width: 1180, height: 900 };

const path = demandChromium('no picture was drawn');
const page = formatHtml(await read(fileURLToPath(EXAMPLE)));
const browser = await openChromium(path);
for (const scheme of ['light', 'dark'] as const) {
  const view = { ...SIZE, scheme };
  await browser.show(page, view);
  await writeFile(new URL(`../docs/reading-${scheme}.png`, import.meta.url), await browser.draw(view));
  console.log(`wrote docs/reading-${scheme}.png`);
}
await browser.close();
