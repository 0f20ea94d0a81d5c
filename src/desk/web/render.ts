import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { makeHarmless } from '../format/harmless.ts';

/**
 * Markup of a part of a page. JSX escapes what markup would obey; what a browser would obey besides (control and
 * bidirectional characters of a report) is made visible here, once for every page: none of our own words holds any.
 */
export async function renderHtml(part: Child): Promise<string> {
  return makeHarmless(await html`${part}`);
}
