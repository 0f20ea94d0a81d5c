import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { raw } from 'hono/html';
import { answerProblem, isForPrograms } from '../api/problem.ts';
import { renderHtml } from './render.ts';

/** Who is refused at the door may load no file either: the page brings its style with it, by hash in the policy. */
const STYLE = `:root{color-scheme:light dark}body{margin:0;font:1.05rem/1.6 system-ui,"DejaVu Sans",sans-serif;background:Canvas;color:CanvasText}main{max-width:34rem;margin:18vh auto 0;padding:0 1.5rem}h1{font:600 1.9rem/1.25 Georgia,"DejaVu Serif",serif;margin:0 0 1rem}p{margin:.4rem 0}code{font-size:.95em}`;
const HASH = createHash('sha256').update(STYLE).digest('base64');

/** A page that stands alone: what, why and what to do. */
export async function refuse(
  c: Context,
  status: ContentfulStatusCode,
  what: string,
  why: string,
  fix: string,
): Promise<Response> {
  if (isForPrograms(c)) return answerProblem(c, status, 'desk.refused', what, why, fix);
  c.header('content-security-policy', `default-src 'none'; style-src 'sha256-${HASH}'; frame-ancestors 'none'`);
  const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${what} – Hearsay`}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <main>
          <h1>{what}</h1>
          <p>{sentence(why)}</p>
          <p>{sentence(fix)}</p>
        </main>
      </body>
    </html>
  );
  return c.html(`<!doctype html>${await renderHtml(page)}`, status);
}
