import { bodyLimit } from 'hono/body-limit';
import { HearsayError } from '../../base/error.ts';
import { escapeJson } from '../format/harmless.ts';
import { startAddition } from '../web/addition.ts';
import type { App, Desk } from '../web/desk.ts';
import { findProblems, MOST_BYTES } from '../web/find-problems.ts';
import { demandRole } from './demand-role.ts';
import { answerProblem } from './problem.ts';

const FIELDS = ['outlet', 'published', 'url'] as const;

/** `POST /api/v1/files`: files to be read into the ledger, as multipart/form-data: the same as the page Add. */
export function defineFiles(app: App, desk: Desk): void {
  const limit = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => answerProblem(c, 413, 'input.too-large', 'The files are too large', `they may have ${String(MOST_BYTES / 2 ** 20)} MB together`, 'send fewer at once, or add them in the terminal') }); // prettier-ignore
  app.post('/api/v1/files', limit, async (c) => {
    demandRole(c, 'editor');
    // A form of another page could send these: the door lets none in, and a key no browser sends unasked.
    if (!/^multipart\/form-data\b/iu.test(c.req.header('content-type') ?? '')) return answerProblem(c, 415, 'usage.bad-option', 'These are no files', 'the content type is not multipart/form-data', 'send a form with the field “files”'); // prettier-ignore
    const body = await c.req.parseBody({ all: true }).catch((error: unknown) => {
      throw new HearsayError('usage.bad-option', 'The form cannot be read', error instanceof Error ? error.message : 'its parts do not show', 'send multipart/form-data with its boundary, whole'); // prettier-ignore
    });
    const files = [body.files ?? []].flat().filter((value): value is File => typeof value !== 'string' && value.size > 0);
    const unknown = Object.keys(body).find((name) => name !== 'files' && !FIELDS.some((field) => field === name));
    if (unknown !== undefined) throw new HearsayError('usage.bad-option', 'This cannot be added', `“${unknown}” is no field`, `fields are files, ${FIELDS.join(', ')}`); // prettier-ignore
    const word = (name: (typeof FIELDS)[number]): string => (typeof body[name] === 'string' ? body[name].trim() : '');
    const fields = { text: '', outlet: word('outlet'), published: word('published'), url: word('url') };
    const [problem] = findProblems(fields, files, [], true);
    if (problem !== undefined) throw new HearsayError('usage.bad-option', 'This cannot be added', problem.replace(/\.$/u, ''), 'see /openapi.json'); // prettier-ignore
    const job = await startAddition(desk, fields, files, null, c.var.viewer.name);
    return c.body(escapeJson(JSON.stringify(job)), 202, { 'content-type': 'application/json; charset=utf-8' });
  });
} // prettier-ignore
