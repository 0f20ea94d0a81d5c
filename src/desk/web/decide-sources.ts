import { HearsayError } from '../../base/error.ts';
import { sourceDecisionSchema } from './decision-form.ts';
import { leadBack, readForm } from './decide.ts';
import type { App, Desk } from './desk.ts';
import { keepDecision } from './keep-decision.ts';

/** `POST /decide/sources`: a person says that two sources are one, or are two. It is taken back as any decision is. */
export function defineDecideSources(app: App, desk: Desk): void {
  app.post('/decide/sources', async (c) => {
    const form = await readForm(c);
    const parsed = sourceDecisionSchema.safeParse(form);
    if (!parsed.success) throw new HearsayError('usage.bad-option', 'This cannot be kept', 'a field of the form is missing or wrong', 'go back to the review, and choose again'); // prettier-ignore
    return leadBack(c, form.back, await keepDecision(desk, parsed.data, c.var.viewer.name));
  });
}
