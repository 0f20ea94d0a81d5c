import { HearsayError } from '../../base/error.ts';
import type { App, Desk, Page } from './desk.ts';
import { equal } from './door/credentials.ts';
import { keepDecision } from './keep-decision.ts';
import { readDecisions } from './read-decisions.ts';

/** `POST /decide`: what a person says of a place or a claim; it leads back to where it was said. */
export function defineDecide(app: App, desk: Desk): void {
  app.post('/decide', async (c) => {
    const form = await readForm(c);
    const decisions = await readDecisions(desk, form);
    const done: string[] = [];
    for (const decision of decisions) done.push(await keepDecision(desk, decision, c.var.viewer.name));
    return leadBack(c, form.back, form.kind === 'undo' ? null : done.join(','));
  });
}

/** Back to the page that the form stood on. `done`: the id of what was kept, which that page offers to take back. */
export function leadBack(c: Page, path: string | undefined, done: string | null): Response {
  const back = new URL(safePath(path ?? '/'), 'http://desk.invalid');
  if (done === null) back.searchParams.delete('done');
  else back.searchParams.set('done', done);
  return c.redirect(back.pathname + back.search + back.hash, 303);
}

/**
 * The fields of a form that the desk itself made.
 * @throws HearsayError `usage.bad-option` where it does not bring back what every form of the desk does
 */
export async function readForm(c: Page): Promise<Readonly<Record<string, string>>> {
  const body = await c.req.parseBody();
  return checkForm(c, Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))); // prettier-ignore
}

export function checkForm(c: Page, fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { csrf } = c.var.viewer;
  // A program that sends its key on purpose was not lured here.
  if (csrf === null || equal(fields.csrf ?? '', csrf)) return fields;
  throw new HearsayError('usage.bad-option', 'This form is of no page of this desk', 'you signed in, or the desk was started anew, since the page was opened', 'load the page again, and do it once more'); // prettier-ignore
}

/** A path of the desk; anything else leads to Today. */
export function safePath(path: string): string {
  return /^\/(?![/\\])[\x21-\x7E]*$/u.test(path) ? path : '/';
}
