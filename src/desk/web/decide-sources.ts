import { z } from 'zod';
import { HearsayError } from '../../base/error.ts';
import { leadBack, readForm } from './decide.ts';
import { todayOf, type App, type Desk } from './desk.ts';

const id = z.string().regex(/^[\w:-]{6,100}$/u);

const schema = z.object({
  kind: z.enum(['same-source', 'other-source']),
  one: id,
  other: id,
  why: z.string().trim().max(500).default(''),
});

/** `POST /decide/sources`: a person says that two sources are one, or are two. It is taken back as any decision is. */
export function defineDecideSources(app: App, desk: Desk): void {
  app.post('/decide/sources', async (c) => {
    const form = await readForm(c, desk);
    const parsed = schema.safeParse(form);
    if (!parsed.success || parsed.data.one === parsed.data.other) throw new HearsayError('usage.bad-option', 'This cannot be kept', 'a field of the form is missing or wrong', 'go back to the review, and choose again'); // prettier-ignore
    const { kind, one, other, why } = parsed.data;
    for (const source of [one, other]) await checkSource(desk, source);
    const done = await desk.ledger.correct({ kind, report: null, text: null, body: { sources: [one, other] }, why });
    return leadBack(c, form.back, done);
  });
}

async function checkSource(desk: Desk, source: string): Promise<void> {
  if ((await desk.ledger.source(source, todayOf(desk))).length === 1) return;
  throw new HearsayError('ledger.unknown-source', 'This source is not in the ledger', 'the report that told of it was forgotten since', 'load the review again'); // prettier-ignore
}
