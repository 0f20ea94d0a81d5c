import { z } from 'zod';
import { isWithin, overlaps } from '../base/span.ts';
import { countAudit } from '../reading/audit.ts';
import { publisherLinks } from '../reading/chains/publisher.ts';
import { describeMarked, type MarkedSpans } from '../reading/marked-spans.ts';
import type { Attribution, Reading } from '../reading/reading.ts';
import { OVERLAP, shareOf, type Offsets } from './carried-spans.ts';
import { changeAttribution, changeSchema } from './corrected-attribution.ts';
import type { Said } from './corrections.ts';

const offsets = z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()]));
const { teller, polarity } = changeSchema.shape;

/** An attribution that a person found: its spans, and what they say of it that its words do not. */
export const addedSchema = z.strictObject({ source: offsets, cue: offsets, content: offsets, teller, polarity });
export type AddedAttribution = z.infer<typeof addedSchema>;

/** A correction that adds an attribution, as it is kept. */
export const addedCorrection = z.object({
  in: z.enum(['text', 'title']),
  sha256: z.string(),
  added: addedSchema,
});

/** Ids of attributions that a person's word alone holds begin so; the reader's with `a`. */
export function nameOwn(correction: string): string {
  return `p${correction.replace(/^sha256:/u, '').slice(0, 10)}`;
}

/**
 * The reading with an attribution that a person added. It takes the place of the reader's own of the same telling (its
 * source or cue and half of its content are the same), and of what the report said in its own voice there; it stands in
 * the innermost attribution whose content holds it, and holds those that stand in its own.
 */
export function addAttribution(
  reading: Reading,
  part: 'text' | 'title',
  added: AddedAttribution,
  id: string,
  addedBy: Said,
): Reading {
  const marked: MarkedSpans = { source: toRanges(added.source), cue: toRanges(added.cue), content: toRanges(added.content) }; // prettier-ignore
  const list = part === 'text' ? reading.attributions : reading.headline;
  const gone = list.filter((one) => isReplaced(one, marked));
  const kept = list.filter((one) => !gone.includes(one));
  const parent = findParent(kept, marked);
  const bare: Reading = part === 'text' ? { ...reading, attributions: kept } : { ...reading, headline: kept };
  const read = describeMarked(bare, part, marked, id, parent);
  const base = parent?.chain ?? publisherLinks(reading.report);
  const change = {
    ...(added.teller === undefined ? {} : { teller: added.teller }),
    ...(added.polarity === undefined ? {} : { polarity: added.polarity }),
  };
  const own = { ...changeAttribution(bare, part, read, change, base.length), addedBy: { by: addedBy.by, at: addedBy.at, why: addedBy.why } }; // prettier-ignore
  const lost = new Set(gone.map((one) => one.id));
  const adopt = (one: Attribution): Attribution => {
    const above = one.parent !== null && lost.has(one.parent) ? own.parent : one.parent;
    return above === own.parent && isInside(one, own.content) ? { ...one, parent: id } : { ...one, parent: above };
  };
  const placed = [...kept.map(adopt), own].sort((a, b) => startOf(a) - startOf(b));
  if (part === 'title') return { ...bare, headline: placed };
  return { ...bare, attributions: placed, audit: recount(reading, gone, own) };
}

function toRanges(spans: Offsets): MarkedSpans['content'] {
  return spans.map(([start, end]) => ({ start, end }));
}

/** The same act of telling; of the report's own voice what is told by someone now. */
function isReplaced(one: Attribution, marked: MarkedSpans): boolean {
  if (one.voice === 'own') return coverOf(one.content, [...marked.source, ...marked.cue, ...marked.content]) >= OVERLAP;
  const touch = (own: MarkedSpans['cue'], other: MarkedSpans['cue']): boolean => own.some((a) => other.some((b) => overlaps(a, b))); // prettier-ignore
  const isTold = marked.cue.length + marked.source.length > 0;
  const isSameTelling = !isTold || touch(one.cue, marked.cue) || touch(one.source, marked.source);
  return isSameTelling && shareOf(one.content, marked.content) >= OVERLAP;
}

/** Which part of the spans is covered. */
function coverOf(spans: MarkedSpans['content'], by: MarkedSpans['content']): number {
  const size = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const shared = spans.flatMap((one) => by.map((other) => Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)))); // prettier-ignore
  return size === 0 ? 0 : shared.reduce((sum, n) => sum + n, 0) / size;
}

/** The innermost whose content holds all of it. */
function findParent(list: readonly Attribution[], { source, cue, content }: MarkedSpans): Attribution | null {
  const all = [...source, ...cue, ...content];
  const size = ({ content: spans }: Attribution): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const holding = list.filter((one) => one.voice === 'attributed' && all.every((span) => isWithin(span, one.content)));
  return holding.sort((a, b) => size(a) - size(b))[0] ?? null;
}

function isInside({ source, cue, content, voice }: Attribution, outer: MarkedSpans['content']): boolean {
  return voice === 'attributed' && [...source, ...cue, ...content].every((span) => isWithin(span, outer));
}

/** Women and men stay: they are counted by words of the text that a reading does not keep. */
function recount({ audit, report }: Reading, gone: readonly Attribution[], own: Attribution): Reading['audit'] {
  const [less, more] = [countAudit(report.text, gone), countAudit(report.text, [own])];
  const change = (count: keyof Reading['audit']): number => audit[count] - less[count] + more[count];
  return {
    ...audit,
    ...{ attributions: change('attributions'), named: change('named'), unnamed: change('unnamed') },
    ...{ official: change('official'), document: change('document') },
  };
}

function startOf({ source, cue, content }: Attribution): number {
  return Math.min(...[...source, ...cue, ...content].map(({ start }) => start));
}
