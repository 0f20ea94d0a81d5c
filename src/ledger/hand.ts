import { z } from 'zod';
import { findAppearances, type Appearance } from './appearances.ts';
import { carrySpans, OVERLAP, shareOf, type ReadNow } from './carried-spans.ts';
import type { Bound, CorrectedReading } from './corrected-reading.ts';
import type { KeptCorrection, Said } from './corrections.ts';
import { OUTCOMES } from './outcomes.ts';
import { keyAddress } from './report-key.ts';
import type { Links } from './same-claim/cluster.ts';

/** What became of an expected event, by a person's word. */
export interface SaidOutcome extends Said {
  readonly outcome: (typeof OUTCOMES)[number];
  /** The address of what shows it. */
  readonly evidence: string | null;
}

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** A grade of the Admiralty system: how reliable the source is (A–F), how credible what it says (1–6). A person's word alone. */
export interface Grade extends Said {
  readonly reliability: (typeof RELIABILITIES)[number] | null;
  readonly credibility: number | null;
}

/** What people said of appearances, by the ids that these have now. It holds before all that is computed. */
export interface Hand extends Links {
  readonly accepted: ReadonlyMap<string, Said>;
  /** Told by an attribution that a person added. */
  readonly added: ReadonlyMap<string, Said>;
  /** Set aside from the counts: misread, or not to be counted, alone or with its report. */
  readonly rejected: ReadonlyMap<string, Said>;
  readonly outcomes: ReadonlyMap<string, SaidOutcome>;
  readonly grades: ReadonlyMap<string, Grade>;
  /** Denials and an appearance of the claim that each answers, or does not. */
  readonly answers: readonly { readonly denial: string; readonly claim: string; readonly isAnswer: boolean }[];
}

export const NO_HAND: Hand = {
  ...{ must: [], cannot: [], answers: [] },
  ...{ accepted: new Map(), added: new Map(), rejected: new Map(), outcomes: new Map(), grades: new Map() },
};

/** The place of an appearance that a person meant: offsets in a text (or title) of which `sha256` is the hash. */
const anchorSchema = z.object({
  appearance: z.string(),
  report: z.string(),
  in: z.enum(['text', 'title']).default('text'),
  sha256: z.string().default(''),
  spans: z.array(z.tuple([z.int(), z.int()])).default([]),
});
export type Anchor = z.infer<typeof anchorSchema>;

const pairSchema = z.object({ appearances: z.tuple([anchorSchema, anchorSchema]) });
const outcomeSchema = z.object({
  outcome: z.enum(OUTCOMES),
  evidence: z
    .string()
    .nullable()
    .default(null)
    .refine((url) => url === null || keyAddress(url) !== null),
});

const gradeSchema = z.object({
  reliability: z.enum(RELIABILITIES).nullable(),
  credibility: z.int().min(1).max(6).nullable(),
});

/** Kinds that are about two appearances: their reports are read together. */
const OF_PAIRS: readonly string[] = ['merge', 'split', 'link-denial', 'unlink-denial'];
/** Kinds that say of an appearance that a person saw it in its place. */
const CHECKS: readonly string[] = ['accept', 'edit', 'set-source', 'reject', 'set-aside'];

/** Reports that a correction is about. */
export function reportsOf(correction: KeptCorrection): readonly string[] {
  const named = anchorsOf(correction).map(({ report }) => report);
  return named.length > 0 || correction.report === null ? named : [correction.report];
}

/** Reports that are to be read together because a person said something of both. */
export function tiedBy(correction: KeptCorrection): readonly string[] {
  return correction.kind === 'merge' || correction.kind === 'link-denial' ? reportsOf(correction) : [];
}

/** The places that a correction is about; none where it is about something else. */
export function anchorsOf({ kind, report, body }: KeptCorrection): readonly Anchor[] {
  const found = OF_PAIRS.includes(kind)
    ? pairSchema.safeParse(body).data?.appearances
    : anchorSchema.safeParse({ report, ...body }).data;
  return found === undefined ? [] : [found].flat();
}

/** A report that people spoke of, as it is read now with what they corrected in it. */
export interface Spoken extends ReadNow {
  /** What became of each correction of an attribution. */
  readonly bound: CorrectedReading['bound'];
}

/**
 * Binds what people said to what the reports hold now (contract §2.9). What is bound to nothing waits: its report may be
 * read otherwise one day. Of two things said of one appearance, one pair or one claim, the last holds.
 */
export function bindHand(standing: readonly KeptCorrection[], spoken: ReadonlyMap<string, Spoken>): Hand {
  const known = new Map([...spoken].map(([key, { reading }]) => [key, findAppearances(reading)]));
  const checks = new Map<string, { readonly kind: string; readonly said: Said }>();
  const links = new Map<string, { readonly kind: string; readonly pair: readonly [string, string] }>();
  const asides = new Map<string, Said>();
  const added = new Map<string, Said>();
  const [outcomes, grades] = [new Map<string, SaidOutcome>(), new Map<string, Grade>()];
  for (const correction of standing) {
    const { kind, by, at, why, body, report } = correction;
    const said = { by, at, why };
    if (kind === 'set-aside' && anchorsOf(correction).length === 0 && report !== null) asides.set(report, said);
    // All that it tells was seen in its place by whoever added it.
    for (const id of kind === 'add-attribution' ? listTold(correction, known, spoken) : []) {
      added.set(id, said);
      checks.set(id, { kind, said });
    }
    const [one, other] = bindAnchors(correction, known, spoken);
    if (!one) continue;
    const [outcome, grade] = [outcomeSchema.safeParse(body).data, gradeSchema.safeParse(body).data];
    if (CHECKS.includes(kind)) checks.set(one, { kind, said });
    else if (kind === 'outcome' && outcome !== undefined) outcomes.set(one, { ...outcome, ...said });
    else if (kind === 'grade' && grade !== undefined) grades.set(one, { ...grade, ...said });
    else if (OF_PAIRS.includes(kind) && other && other !== one) {
      const isDenial = kind.endsWith('link-denial');
      links.set(isDenial ? `${one} answers ${other}` : [one, other].sort().join(' '), { kind, pair: [one, other] });
    }
  }
  const linked = (wanted: string): Links['must'] => [...links.values()].flatMap(({ kind, pair }) => (kind === wanted ? [pair] : [])); // prettier-ignore
  const checked = (isAside: boolean): ReadonlyMap<string, Said> =>
    new Map([...checks].flatMap(([id, { kind, said }]) => ((kind === 'reject' || kind === 'set-aside') === isAside ? [[id, said]] : []))); // prettier-ignore
  const ofReports = [...asides].flatMap(([report, said]) => (known.get(report) ?? []).map(({ id }) => [id, said] as const)); // prettier-ignore
  const answers = (kind: string) => linked(kind).map(([denial, claim]) => ({ denial, claim, isAnswer: kind === 'link-denial' })); // prettier-ignore
  return {
    must: linked('merge'),
    cannot: linked('split'),
    accepted: checked(false),
    added,
    rejected: new Map([...ofReports, ...checked(true)]),
    outcomes,
    grades,
    answers: [...answers('link-denial'), ...answers('unlink-denial')],
  };
}

/** The appearances that the attribution of a correction makes now. */
function listTold(
  { id, report }: KeptCorrection,
  known: ReadonlyMap<string, readonly Appearance[]>,
  spoken: ReadonlyMap<string, Spoken>,
): readonly string[] {
  const own = spoken.get(report ?? '')?.bound.get(id) ?? null;
  const all = known.get(report ?? '') ?? [];
  return all.flatMap((one) => (one.attribution === own?.attribution && one.in === own.in ? [one.id] : []));
}

/** The appearances that a correction is about now, in its order; null: it cannot be bound. */
export function bindAnchors(
  correction: KeptCorrection,
  known: ReadonlyMap<string, readonly Appearance[]>,
  spoken: ReadonlyMap<string, Spoken>,
): readonly (string | null)[] {
  return anchorsOf(correction).map((anchor, i) => {
    const now = spoken.get(anchor.report);
    // What is changed is the attribution of the first one.
    const changed = i === 0 ? now?.bound.get(correction.id) : undefined;
    return now === undefined ? null : bindAnchor(anchor, known.get(anchor.report) ?? [], now, changed);
  });
}

/**
 * The id of the appearance that an anchor means: the same one; of an attribution that a person corrected, the one there
 * that overlaps it most; else the one that overlaps it most; on another text, where its words stand once.
 */
function bindAnchor(
  anchor: Anchor,
  appearances: readonly Appearance[],
  now: Spoken,
  changed: Bound | undefined,
): string | null {
  if (appearances.some(({ id }) => id === anchor.appearance)) return anchor.appearance;
  const place = carrySpans(anchor, anchor.spans, now);
  const own = changed == null ? [] : appearances.filter((one) => one.attribution === changed.attribution && one.in === changed.in); // prettier-ignore
  const near = (own.length > 0 ? own : appearances.filter((one) => one.in === anchor.in))
    .map(({ id, content }) => ({ id, shared: shareOf(content, place) }))
    .filter(({ shared }) => own.length > 0 || shared >= OVERLAP)
    .sort((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1));
  return near[0]?.id ?? null;
}
