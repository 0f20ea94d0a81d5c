import { z } from 'zod';
import { OUTCOMES } from '../../ledger/hand.ts';
import type { Decision } from '../../ledger/ledger.ts';
import { keyAddress } from '../../ledger/report-key.ts';

const id = z.string().regex(/^[\w:-]{6,100}$/u);
const why = z.string().trim().max(500).default('');

/** What a person decides, as a form or a program sends it. */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['accept', 'reject']), appearance: id, why }),
  z.object({ kind: z.enum(['merge', 'split']), appearance: id, other: id, why }),
  z.object({
    kind: z.literal('outcome'),
    claim: id,
    outcome: z.enum(OUTCOMES),
    evidence: z.string().trim().transform((url) => (url === '' ? null : url)).nullable().default(null).refine((url) => url === null || keyAddress(url) !== null), // prettier-ignore
    why,
  }),
  z.object({ kind: z.literal('undo'), correction: id, why }),
]);

/** The same as the ledger takes it. */
export function makeDecision(told: z.infer<typeof decisionSchema>): Decision {
  switch (told.kind) {
    case 'accept':
    case 'reject':
      return { kind: told.kind, appearance: told.appearance, why: told.why };
    case 'merge':
    case 'split':
      return { kind: told.kind, appearances: [told.appearance, told.other], why: told.why };
    case 'outcome':
      return { kind: 'outcome', claim: told.claim, outcome: told.outcome, evidence: told.evidence, why: told.why };
    case 'undo':
      return { kind: 'undo', correction: told.correction, why: told.why };
  }
}
