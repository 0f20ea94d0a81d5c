import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { makeHarmless } from '../format/harmless.ts';
import type { Desk, Page } from './desk.ts';
import { Layout, type Section } from './parts/layout.tsx';

export interface PageParts {
  readonly title: string;
  /** The entry of the navigation that the page stands under. */
  readonly section: Section | null;
  readonly body: Child;
  readonly status?: ContentfulStatusCode;
  /** Feeds of the page: type → address. */
  readonly feeds?: Readonly<Record<string, string>>;
  /** Without script: seconds until the page is loaded anew. */
  readonly refresh?: number;
}

/**
 * A page of the desk. JSX escapes what markup would obey; what a browser would obey besides (control and bidirectional
 * characters of a report) is made visible here, once for every page: none of our own words holds any.
 */
export async function respond(c: Page, desk: Desk, parts: PageParts): Promise<Response> {
  const notice = c.req.query('done');
  const html = await Promise.resolve(
    (
      <Layout desk={desk} parts={parts} path={c.req.path} query={c.req.query('q') ?? ''} done={notice ?? null} />
    ).toString(),
  );
  return c.html(`<!doctype html>${makeHarmless(html)}`, parts.status ?? 200);
}
