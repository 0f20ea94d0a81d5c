import { chromium } from 'playwright-core';
import { findChromium } from '../scripts/chromium.ts';

/** First contentful paint and bytes over the wire of each page, with an empty cache; a line for each. */
export async function firstPaint(address: string, pages: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const executablePath = findChromium();
  if (executablePath === null) return ['first contentful paint: not measured, there is no Chromium on this machine'];
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const { origin } = new URL(address);
    const lines: string[] = [];
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    const page = await context.newPage();
    await page.goto(address);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    for (const [name, path] of pages) {
      if (path.startsWith('/api/v1')) continue;
      bytes = 0;
      await page.goto(origin + path, { waitUntil: 'load' });
      // It is told a moment after the page is loaded.
      const paint = Number(await page.evaluate(`new Promise((resolve) => new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach(({ startTime }) => resolve(startTime))).observe({ type: 'paint', buffered: true }))`)); // prettier-ignore
      lines.push(`${name.padEnd(20)} first paint ${String(Math.round(paint)).padStart(6)} ms, ${String(Math.round(bytes / 1024)).padStart(4)} KB over the wire`); // prettier-ignore
    }
    return lines;
  } finally {
    await browser.close();
  }
}
