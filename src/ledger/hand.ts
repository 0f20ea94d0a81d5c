import { z } from 'zod';
import { hashBytes } from '../base/canonical-json.ts';
import type { Range } from '../language/spans.ts';
import type { Reading } from '../reading/reading.ts';
import { findAppearances, type Appearance } from './appearances.ts';
import type { KeptCorrection } from './corrections.ts';
import { keyAddress } from './report-key.ts';
import type { Links } from './same-claim/cluster.ts';

/** Who said it, when and why. */
export type Said = Pick<KeptCorrection, 'by' | 'at' | 'why'>;

export const OUTCOMES = ['happened', 'did-not', 'cancelled', 'moved'] as const;

/** What became of an expected event, by a person's word. */
export interface SaidOutcome extends Said {
  readonly outcome: (typeof OUTCOMES)[number];
  /** The address of what shows it. */
  readonly evidence: string | null;
}

/** What people said of appearances, by the ids that these have now. It holds before all that is computed. */
export interface Hand extends Links {
  readonly accepted: ReadonlyMap<string, Said>;
  /** Set aside from the counts. */
  readonly rejected: ReadonlyMap<string, Said>;
  readonly outcomes: ReadonlyMap<string, SaidOutcome>;
}

export const NO_HAND: Hand = { must: [], cannot: [], accepted: new Map(), rejected: new Map(), outcomes: new Map() };

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

/** What people said and did not take back, in the order in which they said it. An `undo` may be undone too. */
export function listStanding(said: readonly KeptCorrection[]): readonly KeptCorrection[] {
  const undone = new Set<unknown>();
  for (const { id, kind, body } of said.toReversed())
    if (kind === 'undo' && !undone.has(id)) undone.add(body.correction);
  return said.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id));
}

/** The places that a correction is about; none where it is about something else. */
export function anchorsOf({ kind, report, body }: KeptCorrection): readonly Anchor[] {
  const found =
    kind === 'merge' || kind === 'split'
      ? pairSchema.safeParse(body).data?.appearances
      : anchorSchema.safeParse({ report, ...body }).data;
  return found === undefined ? [] : [found].flat();
}

/** A report whose appearances people spoke of, as it is read now. */
export interface Spoken {
  readonly reading: Reading;
  /** Texts of the report by sha256, older ones too. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Binds what people said to what the reports hold now (contract §2.9). What is bound to nothing waits: its report may be
 * read otherwise one day.
 */
export function bindHand(standing: readonly KeptCorrection[], spoken: ReadonlyMap<string, Spoken>): Hand {
  const known = new Map([...spoken].map(([key, { reading }]) => [key, findAppearances(reading)]));
  const bind = (anchor: Anchor): string | null =>
    bindAnchor(anchor, known.get(anchor.report) ?? [], spoken.get(anchor.report));
  const checks = new Map<string, { readonly kind: string; readonly said: Said }>();
  const links = new Map<string, { readonly kind: string; readonly pair: readonly [string, string] }>();
  const outcomes = new Map<string, SaidOutcome>();
  for (const correction of standing) {
    const { kind, by, at, why, body } = correction;
    const [one, other] = anchorsOf(correction).map(bind);
    if (!one) continue;
    if (kind === 'accept' || kind === 'edit' || kind === 'reject') checks.set(one, { kind, said: { by, at, why } });
    else if (kind === 'outcome') {
      const told = outcomeSchema.safeParse(body).data;
      if (told !== undefined) outcomes.set(one, { ...told, by, at, why });
    } else if (other && other !== one) links.set([one, other].sort().join(' '), { kind, pair: [one, other] });
  }
  const linked = (wanted: string): Links['must'] => [...links.values()].flatMap(({ kind, pair }) => (kind === wanted ? [pair] : [])); // prettier-ignore
  const checked = (isRejected: boolean): ReadonlyMap<string, Said> =>
    new Map([...checks].flatMap(([id, { kind, said }]) => ((kind === 'reject') === isRejected ? [[id, said]] : [])));
  return {
    must: linked('merge'),
    cannot: linked('split'),
    accepted: checked(false),
    rejected: checked(true),
    outcomes,
  };
}

/** Shared part of two places that are one (contract §2.9). */
const OVERLAP = 0.5;

/** The id of the appearance that an anchor means: the same one; the one that overlaps it most; on another text, where its words stand once. */
function bindAnchor(anchor: Anchor, appearances: readonly Appearance[], spoken: Spoken | undefined): string | null {
  if (appearances.some(({ id }) => id === anchor.appearance)) return anchor.appearance;
  if (spoken === undefined) return null;
  const ranges = placeNow(anchor, spoken);
  const near = appearances
    .filter((one) => one.in === anchor.in)
    .map(({ id, content }) => ({ id, shared: shareOf(content, ranges) }))
    .filter(({ shared }) => shared >= OVERLAP)
    .sort((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1));
  return near[0]?.id ?? null;
}

function placeNow({ in: part, sha256, spans }: Anchor, { reading, texts }: Spoken): readonly Range[] {
  const ranges = spans.map(([start, end]) => ({ start, end }));
  const now = part === 'text' ? reading.report.text : (reading.report.title ?? '');
  if (hashBytes(now) === sha256) return ranges;
  const [first, last, then] = [ranges[0], ranges.at(-1), part === 'text' ? texts.get(sha256) : undefined];
  if (!first || !last || then === undefined) return [];
  const words = then.slice(first.start, last.end);
  const at = now.indexOf(words);
  if (words === '' || at < 0 || now.includes(words, at + 1)) return [];
  return ranges.map(({ start, end }) => ({ start: start - first.start + at, end: end - first.start + at }));
}

/** Characters in both, over characters in either. */
function shareOf(a: readonly Range[], b: readonly Range[]): number {
  const size = (ranges: readonly Range[]): number => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  const both = a.flatMap((one) => b.map((other) => Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)))).reduce((sum, n) => sum + n, 0); // prettier-ignore
  const either = size(a) + size(b) - both;
  return either === 0 ? 0 : both / either;
}
