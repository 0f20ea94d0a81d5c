import { todayOf, type Desk, type Page } from './desk.ts';
import { renderHtml } from './render.ts';
import { Viewing, type View } from './viewer.ts';
import { Layout, type PageParts } from './parts/layout.tsx';

/** A page of the desk. */
export async function respond(c: Page, desk: Desk, parts: PageParts): Promise<Response> {
  const { done = null, q = '' } = c.req.query();
  const viewer = c.var.viewer as typeof c.var.viewer | undefined;
  const view: View = { role: viewer?.role ?? 'reader', hasUsers: desk.hasUsers, today: todayOf(desk) };
  const page = await renderHtml(
    <Viewing.Provider value={view}>
      <Layout desk={desk} parts={parts} path={c.req.path} back={pathBack(c)} query={q} done={done} />
    </Viewing.Provider>,
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
