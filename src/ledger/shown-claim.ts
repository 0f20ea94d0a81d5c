import { z } from 'zod';
import { readingSchema } from '../reading/reading.ts';
import type { Claim, ClaimAppearance, ReportLine } from './claim.ts';
import { RELIABILITIES } from './hand.ts';

/** The schema is the source: JSON Schema in `schema/`, the type and the tests come from it (contract §4). */
const { content, chain, polarity, certainty } = readingSchema.shape.attributions.element.shape;

const report = z.strictObject({
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  version: z.string(),
});

/** A person may name one that is not held. */
const evidenceReport = report.extend({ version: z.string().nullable() });

const appearance = z.strictObject({
  id: z.string(),
  report,
  attribution: z.string(),
  in: z.enum(['text', 'title']),
  content,
  chain,
  polarity,
  certainty,
  lineage: z.enum(['stated', 'completed', 'copied', 'unknown']),
  copiedFrom: z.string().nullable(),
  checked: z.boolean(),
  setAside: z.boolean(),
  addedBy: z.strictObject({ by: z.string(), at: z.string(), why: z.string() }).nullable(),
});

export const claimSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  firstAppearance: appearance,
  appearances: z.array(appearance),
  outlets: z.int(),
  origins: z.array(
    z.strictObject({
      name: z.string(),
      kind: chain.element.shape.kind,
      party: z.string().nullable(),
      via: z.string().nullable(),
      first: z.string().nullable(),
      appearances: z.array(z.int()),
    }),
  ),
  unknownLineage: z.int(),
  independent: z.strictObject({ atLeast: z.int(), atMost: z.int(), why: z.array(z.string()) }),
  basis: z.strictObject({
    reports: z.int(),
    outlets: z.int(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  checked: z.strictObject({
    appearances: z.int(),
    of: z.int(),
    by: z.array(z.string()),
    last: z.string().nullable(),
  }),
  unread: z.array(
    z.strictObject({
      outlet: z.string(),
      date: z.string().nullable(),
      href: z.string().nullable(),
      citedBy: z.array(z.int()),
    }),
  ),
  denials: z.array(
    z.strictObject({
      by: z.string(),
      strength: z.enum(['denied', 'disputed', 'unconfirmed', 'declined']),
      leaves: z.string().nullable(),
      appearance,
    }),
  ),
  expected: z
    .strictObject({
      window: z.string().nullable(),
      where: z.array(z.string()),
      who: z.array(z.string()),
      status: z.enum(['expected', 'confirmed', 'happened', 'did-not', 'moved', 'cancelled', 'overdue']),
      evidence: z.array(z.strictObject({ report: evidenceReport, attribution: z.string().nullable() })),
      setBy: z.strictObject({ by: z.string(), at: z.string(), why: z.string(), evidence: z.string().nullable() }).nullable(), // prettier-ignore
    })
    .nullable(),
  /** Typed by a person (Admiralty system): how reliable the source, how credible what it says. */
  grade: z
    .strictObject({
      reliability: z.enum(RELIABILITIES).nullable(),
      credibility: z.int().min(1).max(6).nullable(),
      ...{ by: z.string(), at: z.string(), why: z.string() },
    })
    .nullable(),
  alerts: z.array(
    z.strictObject({
      kind: z.enum(['circular', 'single-origin', 'hedge-dropped', 'number-drift', 'retracted', 'not-in-cited', 'quote-altered']), // prettier-ignore
      what: z.string(),
      reports: z.array(z.strictObject({ url: z.string().nullable(), version: z.string() })),
    }),
  ),
  /** Why a search found it; absent where nothing was searched for. */
  match: z.enum(['by meaning', 'by words']).optional(),
});

/** A claim as programs and people get it (contract §4). */
export type ShownClaim = z.infer<typeof claimSchema>;
export type ShownAppearance = ShownClaim['appearances'][number];

/** The claim in the contract's shape, with what people have checked of it. */
export function showClaim(claim: Claim, match?: ShownClaim['match']): ShownClaim {
  const counted = claim.appearances.filter(({ setAside }) => !setAside);
  const checked = counted.flatMap((one) => one.checked ?? []);
  const { id, text, outlets, origins, unknownLineage, independent, basis, unread } = claim;
  return {
    ...{
      id,
      text,
      firstAppearance: showAppearance(claim.firstAppearance),
      appearances: claim.appearances.map(showAppearance),
      outlets,
    },
    ...{ origins, unknownLineage, independent, basis },
    checked: {
      appearances: checked.length,
      of: counted.length,
      by: [...new Set(checked.map(({ by }) => by))].sort(),
      last: checked.map(({ at }) => at).sort().at(-1) ?? null, // prettier-ignore
    },
    unread,
    denials: claim.denials.map(({ by, strength, leaves, appearance: one }) => ({ by, strength, leaves, appearance: showAppearance(one) })), // prettier-ignore
    expected: claim.expected === null ? null : { ...claim.expected, evidence: claim.expected.evidence.map(({ report: line, attribution }) => ({ report: showReport(line), attribution })) }, // prettier-ignore
    grade: claim.grade,
    alerts: claim.alerts.map(({ kind, what, reports }) => ({ kind, what, reports: reports.map(({ url, version }) => ({ url, version })) })), // prettier-ignore
    ...(match === undefined ? {} : { match }),
  } as ShownClaim;
}

export function showAppearance(one: ClaimAppearance): ShownAppearance {
  const { id, attribution, in: place, content: spans, chain: links, lineage, copiedFrom } = one;
  return {
    ...{ id, report: showReport(one.report), attribution, in: place, content: [...spans], chain: [...links] },
    ...{ polarity: one.polarity, certainty: one.certainty, lineage, copiedFrom, checked: one.checked !== null },
    ...{ setAside: one.setAside, addedBy: one.addedBy ?? null },
  };
}

function showReport<Version>({
  url,
  outlet,
  title,
  published,
  version,
}: Omit<ReportLine, 'version'> & { readonly version: Version }): Omit<ShownAppearance['report'], 'version'> & {
  version: Version;
} {
  return { url, outlet, title, published, version };
}
