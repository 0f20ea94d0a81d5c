import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { checkValue } from '../../../base/config.ts';
import { HearsayError } from '../../../base/error.ts';
import { startAddition } from '../addition.ts';
import { checkForm } from '../decide.ts';
import type { App, Desk } from '../desk.ts';
import { AddForm, type AddFields } from '../parts/add-form.tsx';
import { respond } from '../respond.tsx';
import { refuse } from '../problem-page.tsx';

/** Bytes of one upload, all files together. */
const MOST_BYTES = 64 * 2 ** 20;
const MOST_FILES = 500;

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
    checkForm(words, desk);
    const files = [body.files ?? []]
      .flat()
      .filter((value): value is File => typeof value !== 'string' && value.size > 0);
    const fields: AddFields = { text: words.text ?? '', outlet: words.outlet?.trim() ?? '', published: words.published?.trim() ?? '', url: words.url?.trim() ?? '' }; // prettier-ignore
    const addresses = readAddresses(fields.text);
    const problems = findProblems(fields, files, addresses, words.unknown !== undefined);
    if (problems.length > 0) return showForm(c, desk, fields, problems, 422);
    const job = await startAddition(desk, fields, files, addresses);
    return c.redirect(`/add/${job.id}`, 303);
  });
}

function showForm(c: Context, desk: Desk, fields: AddFields, problems: readonly string[], status: 200 | 422 = 200) {
  return respond(c, desk, {
    ...{ title: 'Add reports', section: 'add', status },
    body: <AddForm desk={desk} fields={fields} problems={problems} jobs={desk.jobs.list()} />,
  });
}

/** The addresses, where a text is nothing but addresses, one a line; null: it is a text. */
export function readAddresses(text: string): readonly string[] | null {
  const lines = text.split(/\s+/u).filter((line) => line !== '');
  return lines.length > 0 && lines.every((line) => /^https?:\/\/\S+$/iu.test(line) && URL.canParse(line)) ? [...new Set(lines)] : null; // prettier-ignore
}

function findProblems(
  { text, outlet, published, url }: AddFields,
  files: readonly File[],
  addresses: readonly string[] | null,
  unknown: boolean,
): readonly string[] {
  const problems: string[] = [];
  const isText = text.trim() !== '' && addresses === null;
  if (text.trim() === '' && files.length === 0) problems.push('Paste addresses or a text, or choose files.');
  if (files.length > MOST_FILES) problems.push(`At most ${String(MOST_FILES)} files at once.`);
  if (isText && !unknown && outlet === '') problems.push('Say who published the text.');
  if (isText && !unknown && published === '')
    problems.push('Say when the text was published: without it, “Monday” stays open.');
  const check = (value: string, type: 'day' | 'address', label: string): void => {
    if (value === '') return;
    try {
      checkValue({ name: label, type }, value, label);
    } catch (error) {
      problems.push(
        error instanceof HearsayError ? `${error.what}: ${error.why}; ${error.fix}.` : `${label} is wrong.`,
      );
    }
  };
  check(published, 'day', 'The day of publication');
  check(url, 'address', 'The address');
  if (url !== '' && files.length + (isText ? 1 : (addresses?.length ?? 0)) > 1) problems.push('Two reports do not stand at one address: give the address with one report alone.'); // prettier-ignore
  return problems;
}
