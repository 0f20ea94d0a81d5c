import type { Desk, Page } from './desk.ts';
import { renderHtml } from './render.ts';
import { Layout, type PageParts } from './parts/layout.tsx';

/** A page of the desk. */
export async function respond(c: Page, desk: Desk, parts: PageParts): Promise<Response> {
  const { done = null, q = '' } = c.req.query();
  const page = await renderHtml(
    <Layout desk={desk} parts={parts} path={c.req.path} back={pathBack(c)} query={q} done={done} />,
  );
  return c.html(`<!doctype html>${page}`, parts.status ?? 200);
}

/** The page's own address, without what was just done. */
function pathBack(c: Page): string {
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.delete('done');
  searchParams.delete('token');
  const query = searchParams.toString();
  return query === '' ? pathname : `${pathname}?${query}`;
}
