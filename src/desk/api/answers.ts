import { z } from 'zod';
import { claimSchema, listedSourceSchema } from '../../ledger/ledger.ts';

/** Answers that no other schema has; the others are those of the library. */
const report = z.strictObject({
  key: z.string(),
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  versions: z.int(),
  added: z.string(),
});

const next = z.string().nullable();

export const reportsAnswer = z.strictObject({ items: z.array(report), next });

export const reportAnswer = report.extend({
  texts: z.array(
    z.strictObject({
      number: z.int(),
      sha256: z.string(),
      reading: z.string(),
      captured: z.string().nullable(),
      modified: z.string().nullable(),
    }),
  ),
  captures: z.array(
    z.strictObject({
      sha256: z.string(),
      bytes: z.int(),
      kind: z.string(),
      captured: z.string().nullable(),
      added: z.string(),
      by: z.string(),
      from: z.string(),
    }),
  ),
});

export const claimsAnswer = z.strictObject({ items: z.array(claimSchema), next });

export const outletsAnswer = z.strictObject({
  items: z.array(z.strictObject({ outlet: z.string(), reports: z.int(), from: z.string().nullable(), to: z.string().nullable() })), // prettier-ignore
  next,
});

export const sourcesAnswer = z.strictObject({ items: z.array(listedSourceSchema), next });

const { expected, basis } = claimSchema.shape;

export const calendarAnswer = z.strictObject({
  items: z.array(
    expected.unwrap().extend({ claim: z.string(), text: z.string(), origins: z.array(z.string()), basis }),
  ),
  next,
});

const problem = z.strictObject({ what: z.string(), why: z.string(), fix: z.string() }).nullable();

export const additionAnswer = z.strictObject({
  id: z.string(),
  started: z.string(),
  what: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  lines: z.array(
    z.strictObject({
      input: z.string(),
      outcome: z.enum(['new', 'version', 'held', 'forgotten', 'failed']),
      report: z.string().nullable(),
      title: z.string().nullable(),
      problem,
    }),
  ),
  problem,
});

export const decisionAnswer = z.strictObject({ id: z.string() });

/** RFC 9457, with what helps. */
export const problemAnswer = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  fix: z.string(),
});
