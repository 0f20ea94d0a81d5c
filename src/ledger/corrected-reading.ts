import { z } from 'zod';
import type { Attribution, Reading } from '../reading/reading.ts';
import { addAttribution, addedCorrection, nameOwn, type AddedAttribution } from './added-attribution.ts';
import { carrySpans, findShift, isSameText, OVERLAP, shareOf, textOf, type ReadNow } from './carried-spans.ts';
import { attributionSchema, changeAttribution, changeSchema, shiftAttribution, type AttributionChange } from './corrected-attribution.ts'; // prettier-ignore
import { changeReport, countPublishers, reportChangeSchema } from './corrected-report.ts';
import type { KeptCorrection } from './corrections.ts';

/** What became of a correction on the text as it is read now. */
export interface Bound {
  /** `holds`: on the text that the person saw; `carried`: on another one, by its words; `waits`: it cannot be bound. */
  readonly state: 'holds' | 'carried' | 'waits';
  /** The attribution that it is of. */
  readonly attribution: string | null;
  readonly in: 'text' | 'title';
}

export interface CorrectedReading {
  readonly reading: Reading;
  /** By the correction's id: those that are about an attribution. */
  readonly bound: ReadonlyMap<string, Bound>;
}

const offsets = z.array(z.tuple([z.int(), z.int()]));

/** A correction of an attribution: where it stood, what is changed, and what it is like then. */
export const attributionCorrection = z.object({
  in: z.enum(['text', 'title']),
  sha256: z.string(),
  /** The attribution's content as the person found it. */
  target: offsets,
  change: changeSchema,
  attribution: attributionSchema,
});
type AttributionCorrection = z.infer<typeof attributionCorrection>;

/**
 * A reading as people have it: what they said of its report and of its attributions, one after the other as they said it
 * (contract §2.9). An attribution is the one whose content overlaps most with what the person saw; where there is none, the
 * person's own stands. On another text a correction is carried by its words, with a note. A pure function.
 */
export function correctReading(
  read: Reading,
  standing: readonly KeptCorrection[],
  texts: ReadNow['texts'],
): CorrectedReading {
  const bound = new Map<string, Bound>();
  let reading = read;
  for (const correction of standing) {
    const { kind, body, id } = correction;
    if (kind === 'correct-report') {
      const change = reportChangeSchema.safeParse(body).data;
      if (change !== undefined) reading = changeReport(reading, change);
      continue;
    }
    const found = applySaid({ reading, texts }, correction);
    if (found === null) continue;
    reading = found.reading;
    bound.set(id, found.bound);
    const note = noteOf(correction, found.bound, found.isAlone);
    if (note !== null)
      reading = { ...reading, notes: [...reading.notes, { code: note.code, what: note.what, span: null }] };
  }
  return { reading, bound };
}

interface Applied {
  readonly reading: Reading;
  readonly bound: Bound;
  /** The person's own attribution stands: the reader finds none there. */
  readonly isAlone: boolean;
}

/** Null: it is about no attribution. */
function applySaid(now: ReadNow, correction: KeptCorrection): Applied | null {
  const { body, id } = correction;
  const adding = addedCorrection.safeParse(body).data;
  if (adding !== undefined) return applyAdded(now, adding, correction);
  const said = attributionCorrection.safeParse(body).data;
  return said === undefined ? null : applyOne(now, said, id);
}

/** An attribution that a person found, where its words stand now. */
function applyAdded(now: ReadNow, said: z.infer<typeof addedCorrection>, correction: KeptCorrection): Applied {
  const { source, cue, content, ...rest } = said.added;
  const shift = findShift(said, [...source, ...cue, ...content], now);
  const { reading } = now;
  if (shift === null) return { reading, bound: { state: 'waits', attribution: null, in: said.in }, isAlone: false };
  const move = (spans: AddedAttribution['source']): [number, number][] => spans.map(([start, end]) => [start + shift, end + shift]); // prettier-ignore
  const added = { ...rest, source: move(source), cue: move(cue), content: move(content) };
  const own = nameOwn(correction.id);
  return {
    reading: addAttribution(reading, said.in, added, own, correction),
    bound: { state: isSameText(said, now) ? 'holds' : 'carried', attribution: own, in: said.in },
    isAlone: false,
  };
}

function applyOne(now: ReadNow, said: AttributionCorrection, id: string): Applied {
  const { reading } = now;
  const state = isSameText(said, now) ? 'holds' : 'carried';
  const list = said.in === 'text' ? reading.attributions : reading.headline;
  const replace = (changed: readonly Attribution[]): Reading =>
    said.in === 'text' ? { ...reading, attributions: [...changed] } : { ...reading, headline: [...changed] };
  const found = findMeant(list, carrySpans(said, said.target, now));
  const change = found === null ? null : carryChange(said, now);
  if (found !== null && change !== null) {
    const changed = changeAttribution(reading, said.in, found, change, countPublishers(reading));
    return {
      reading: replace(list.map((one) => (one === found ? changed : one))),
      bound: { state, attribution: found.id, in: said.in },
      isAlone: false,
    };
  }
  // What was said of an attribution that a person added goes where that goes.
  const own = found === null && said.attribution.addedBy === undefined ? standAlone(said, now, id) : null;
  if (own === null) return { reading, bound: { state: 'waits', attribution: null, in: said.in }, isAlone: false };
  const placed = [...list, own].sort((a, b) => startOf(a) - startOf(b));
  return { reading: replace(placed), bound: { state, attribution: own.id, in: said.in }, isAlone: true };
}

/** The attribution whose content overlaps most with a place. */
function findMeant(list: readonly Attribution[], place: ReturnType<typeof carrySpans>): Attribution | null {
  const near = list
    .map((one) => ({ one, shared: shareOf(one.content, place) }))
    .filter(({ shared }) => shared >= OVERLAP)
    .sort((a, b) => b.shared - a.shared);
  return near[0]?.one ?? null;
}

/** The change with its spans where they stand now; null where that is not sure. */
function carryChange(said: AttributionCorrection, now: ReadNow): AttributionChange | null {
  const { source, cue, content, ...rest } = said.change;
  const all = [...(source ?? []), ...(cue ?? []), ...(content ?? [])];
  const shift = all.length === 0 ? 0 : findShift(said, all, now);
  if (shift === null) return null;
  const move = (spans: AttributionChange['source']) => spans?.map(([start, end]): [number, number] => [start + shift, end + shift]); // prettier-ignore
  const [movedSource, movedCue, movedContent] = [move(source), move(cue), move(content)];
  return {
    ...rest,
    ...(movedSource === undefined ? {} : { source: movedSource }),
    ...(movedCue === undefined ? {} : { cue: movedCue }),
    ...(movedContent === undefined ? {} : { content: movedContent }),
  };
}

function standAlone(said: AttributionCorrection, now: ReadNow, id: string): Attribution | null {
  const { source, cue, content } = said.attribution;
  const spans = [...source, ...cue, ...content].map(({ start, end }) => [start, end] as const);
  const shift = findShift(said, spans, now);
  if (shift === null) return null;
  const own = shiftAttribution(textOf(now.reading, said.in), said.attribution, shift);
  return own === null ? null : { ...own, id: nameOwn(id) };
}

function startOf({ source, cue, content }: Attribution): number {
  return Math.min(...[...source, ...cue, ...content].map(({ start }) => start));
}

function noteOf(
  { kind, by, at }: KeptCorrection,
  { state }: Bound,
  isAlone: boolean,
): { readonly code: string; readonly what: string } | null {
  const who = `What ${by} said on ${at.slice(0, 10)} (${kind})`;
  if (state === 'waits') return { code: 'reading.correction-waits', what: `${who} is not carried to this text: its words do not stand here, or more than once.` }; // prettier-ignore
  if (isAlone) return { code: 'reading.correction-alone', what: `${who} stands by itself: the reader finds no attribution there.` }; // prettier-ignore
  return state === 'carried' ? { code: 'reading.correction-carried', what: `${who} of another text is carried to this one by its words.` } : null; // prettier-ignore
}
