import type { Desk, Page } from './desk.ts';
import { renderHtml } from './render.ts';
import { Layout, type PageParts } from './parts/layout.tsx';

/** A page of the desk. */
export async function respond(c: Page, desk: Desk, parts: PageParts): Promise<Response> {
  const { done = null, q = '' } = c.req.query();
  const back = new URL(c.req.url);
  back.searchParams.delete('done');
  const page = await renderHtml(
    <Layout desk={desk} parts={parts} path={c.req.path} back={back.pathname + back.search} query={q} done={done} />,
  );
  return c.html(`<!doctype html>${page}`, parts.status ?? 200);
}
