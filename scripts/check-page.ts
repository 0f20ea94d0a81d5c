import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

/** Bytes over the wire for a page's first load, style and script included (issue 6). */
const MOST_BYTES = 150 * 1024;

/** What is wrong with a page in a real browser: axe, console, other hosts, width, weight. */
export async function checkPage(context: BrowserContext, page: Page, origin: string, path: string): Promise<string[]> {
  const problems: string[] = [];
  const hear = (message: string): number => problems.push(message);
  page.removeAllListeners();
  page.on('pageerror', (error) => hear(`script: ${error.message}`));
  // That an address has no page is said by the browser too.
  page.on('console', (message) => message.type() === 'error' && !message.text().includes('404') && hear(`console: ${message.text()}`)); // prettier-ignore
  page.on('request', (request) => !request.url().startsWith(origin) && hear(`loads ${request.url()}`));
  const session = await context.newCDPSession(page);
  let bytes = 0;
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(origin + path, { waitUntil: 'load' });
  const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (Number(wider) > 0) hear(`${String(wider)} px wider than the window`);
  if (bytes > MOST_BYTES) hear(`${String(Math.round(bytes / 1024))} KB over the wire`);
  // Over the protocol: the page's own policy lets no foreign script in, and shall not.
  const expression = `${axe.source};axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target)))`; // prettier-ignore
  const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  const violations = result.value as string[] | undefined;
  problems.push(...(violations ?? ['axe did not run']).map((rule) => `axe: ${rule}`));
  await session.detach();
  return problems;
}

/** @returns how many problems there are */
export function tell(label: string, problems: readonly string[]): number {
  console.log(problems.length === 0 ? `good  ${label}` : `bad   ${label}\n      ${problems.join('\n      ')}`);
  return problems.length;
}
