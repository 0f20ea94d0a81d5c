import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { startAddition } from '../addition.ts';
import { checkForm } from '../decide.ts';
import type { App, Desk } from '../desk.ts';
import { AddForm, type AddFields } from '../parts/add-form.tsx';
import { findProblems, MOST_BYTES, readAddresses } from '../find-problems.ts';
import { respond } from '../respond.tsx';
import { refuse } from '../problem-page.tsx';

/** `/add`: addresses, text or files; what is read shows on a page of its own while it is read. */
export function defineAdd(app: App, desk: Desk): void {
  app.get('/add', (c) => {
    const { outlet = '', text = '' } = c.req.query();
    return showForm(c, desk, { text: text.slice(0, 2000), outlet: outlet.slice(0, 200), published: '', url: '' }, []);
  });
  const limit = bodyLimit({
    maxSize: MOST_BYTES,
    onError: (c) => refuse(c, 413, 'This is too large for the page', `an upload may have ${String(MOST_BYTES / 2 ** 20)} MB`, 'read large files in the terminal with `hearsay add FILE`'), // prettier-ignore
  });
  app.post('/add', limit, async (c) => {
    const body = await c.req.parseBody({ all: true });
    const words = Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))); // prettier-ignore
    checkForm(c, words);
    const files = [body.files ?? []]
      .flat()
      .filter((value): value is File => typeof value !== 'string' && value.size > 0);
    const fields: AddFields = { text: words.text ?? '', outlet: words.outlet?.trim() ?? '', published: words.published?.trim() ?? '', url: words.url?.trim() ?? '' }; // prettier-ignore
    const addresses = readAddresses(fields.text);
    const problems = findProblems(fields, files, addresses, words.unknown !== undefined);
    if (problems.length > 0) return showForm(c, desk, fields, problems, 422);
    const job = await startAddition(desk, fields, files, addresses, c.var.viewer.name);
    return c.redirect(`/add/${job.id}`, 303);
  });
}

function showForm(c: Context, desk: Desk, fields: AddFields, problems: readonly string[], status: 200 | 422 = 200) {
  return respond(c, desk, {
    ...{ title: 'Add reports', section: 'add', status },
    body: <AddForm desk={desk} fields={fields} problems={problems} jobs={desk.jobs.list()} />,
  });
}
