import { z } from 'zod';
import { checkReportChange, type ReportChange } from '../../ledger/corrected-report.ts';
import { RELIABILITIES } from '../../ledger/hand.ts';
import { OUTCOMES } from '../../ledger/outcomes.ts';
import type { Decision } from '../../ledger/ledger.ts';
import { keyAddress } from '../../ledger/report-key.ts';
import { readingSchema } from '../../reading/reading.ts';
import { REPORT_FIELDS } from './report-fields.ts';

const id = z.string().regex(/^[\w:-]{6,100}$/u);
const why = z.string().trim().max(500).default('');
const name = z.string().trim().min(1).max(500);
/** A report's key or address. */
const report = z.string().min(1).max(4000);
/** Stretches of the text (or title): `[start, end]` in UTF-16 code units. */
const spans = z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()])).max(50);

/** That two sources are one, or are two: by their ids. */
export const sourceDecisionSchema = z.object({
  kind: z.enum(['same-source', 'other-source']),
  one: id,
  other: id,
  why,
});
/** Whether a decision is of sources, which the ledger keeps otherwise. */
export function isOfSources<Told extends { readonly kind: string }>(told: Told): told is Extract<Told, { readonly kind: 'same-source' | 'other-source' }> {
  return told.kind === 'same-source' || told.kind === 'other-source';
} // prettier-ignore

export type SourceDecision = z.infer<typeof sourceDecisionSchema>;

export const STRENGTHS = ['denied', 'disputed', 'unconfirmed', 'declined'] as const;
export const POLARITIES = readingSchema.shape.attributions.element.shape.polarity.options;
export const TELLERS = readingSchema.shape.attributions.element.shape.chain.element.shape.kind.options;

/** What a person decides, as a program sends it; a form's fields are made into the same (`read-decisions.ts`). */
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
  z.object({ kind: z.literal('edit'), appearance: id, source: spans.optional(), cue: spans.optional(), content: spans.optional(), why }), // prettier-ignore
  z.object({ kind: z.literal('set-source'), appearance: id, name, as: z.enum(TELLERS), via: name.optional(), why }),
  z.object({
    kind: z.literal('add-attribution'),
    report,
    in: z.enum(['text', 'title']).default('text'),
    source: spans.default([]),
    cue: spans.default([]),
    content: spans.min(1),
    /** Who tells it, where its words do not say. */
    name: name.optional(),
    as: z.enum(TELLERS).optional(),
    via: name.optional(),
    polarity: z.enum(POLARITIES).optional(),
    why,
  }),
  z.object({ kind: z.literal('link-denial'), denial: id, claim: id, strength: z.enum(STRENGTHS).optional(), why }),
  z.object({ kind: z.literal('unlink-denial'), denial: id, claim: id, why }),
  z.object({
    kind: z.literal('correct-report'),
    report,
    field: z.enum(REPORT_FIELDS),
    /** A list for the authors, null where there is none. */
    value: z.union([z.string().max(1000), z.array(name).max(100), z.null()]),
    why,
  }),
  z
    .object({ kind: z.literal('set-aside'), appearance: id.optional(), report: report.optional(), why })
    .refine((told) => (told.appearance === undefined) !== (told.report === undefined), 'name an appearance or a report'), // prettier-ignore
  z.object({
    kind: z.literal('grade'),
    claim: id,
    reliability: z.enum(RELIABILITIES).nullable(),
    credibility: z.int().min(1).max(6).nullable(),
    why,
  }),
  z.object({ kind: z.literal('undo'), correction: id, why }),
]);
type ToldDecision = z.infer<typeof decisionSchema>;

/** The same as the ledger takes it. */
export function makeDecision(told: ToldDecision): Decision {
  switch (told.kind) {
    case 'merge':
    case 'split':
      return { kind: told.kind, appearances: [told.appearance, told.other], why: told.why };
    case 'set-aside': {
      const { kind, appearance, report: key, why: reason } = told;
      return key === undefined ? { kind, appearance: appearance ?? '', why: reason } : { kind, report: key, why: reason }; // prettier-ignore
    }
    case 'edit': {
      const { source, cue, content, ...rest } = told;
      return {
        ...rest,
        ...(source === undefined ? {} : { source }),
        ...(cue === undefined ? {} : { cue }),
        ...(content === undefined ? {} : { content }),
      };
    }
    case 'set-source': {
      const { via, ...rest } = told;
      return via === undefined ? rest : { ...rest, via };
    }
    case 'add-attribution': {
      const { name: teller, as, via, polarity, ...rest } = told;
      return {
        ...rest,
        ...(teller === undefined ? {} : { name: teller }),
        ...(as === undefined ? {} : { as }),
        ...(via === undefined ? {} : { via }),
        ...(polarity === undefined ? {} : { polarity }),
      };
    }
    case 'link-denial': {
      const { strength, ...rest } = told;
      return strength === undefined ? rest : { ...rest, strength };
    }
    case 'correct-report':
      return { kind: told.kind, report: told.report, why: told.why, ...checkReportChange({ field: told.field, value: told.value } as ReportChange) }; // prettier-ignore
    case 'accept':
    case 'reject':
    case 'outcome':
    case 'unlink-denial':
    case 'grade':
    case 'undo':
      return told;
  }
}
