import type { MiddlewareHandler } from 'hono';
import { escapeHtml } from '../format/html.ts';
import type { Desk } from './desk.ts';

/** Fills in what is the viewer's own. */
export function fillMarks(desk: Desk): MiddlewareHandler {
  const { csrf, name, news } = desk.marks;
  return async (c, next) => {
    await next();
    // A page; not a dossier to keep, which is streamed and has no marks.
    if (c.res.headers.has('content-disposition')) return;
    if (c.res.headers.get('content-type')?.startsWith('text/html') !== true) return;
    const viewer = c.var.viewer as typeof c.var.viewer | undefined;
    const page = await c.res.text();
    const count = viewer !== undefined && page.includes(news) ? await desk.follows.countNew(viewer.user) : 0;
    const filled = page
      .replaceAll(csrf, viewer?.csrf ?? '')
      .replaceAll(name, escapeHtml(viewer?.name ?? ''))
      .replaceAll(news, count === 0 ? '' : ` <span class="count" title="not seen yet">${count > 99 ? '99+' : String(count)}</span>`); // prettier-ignore
    c.res = new Response(filled, c.res);
  };
}
