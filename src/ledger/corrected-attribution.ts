import { z } from 'zod';
import { isWithin, makeSpan, overlaps, type Span } from '../base/span.ts';
import type { Range } from '../language/spans.ts';
import { readingSchema, type Attribution, type ChainLink, type Reading } from '../reading/reading.ts';
import { textOf } from './carried-spans.ts';

const { chain } = readingSchema.shape.attributions.element.shape;
export const attributionSchema = readingSchema.shape.attributions.element;
const offsets = z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()]));

/** What a person changes of an attribution. Spans that are not named stay as they are. */
export const changeSchema = z.strictObject({
  source: offsets.optional(),
  cue: offsets.optional(),
  content: offsets.optional(),
  /** Who tells it, where it is not what the words of the source say; `via`: the outlet that it was told to. */
  teller: z
    .strictObject({ name: z.string().min(1), kind: chain.element.shape.kind, via: z.string().nullable() })
    .optional(),
  polarity: readingSchema.shape.attributions.element.shape.polarity.optional(),
});
export type AttributionChange = z.infer<typeof changeSchema>;

/** The attribution as a person has it. `publishers`: how many links at the beginning of its chain stand for the report itself. */
export function changeAttribution(
  reading: Reading,
  part: 'text' | 'title',
  one: Attribution,
  change: AttributionChange,
  publishers: number,
): Attribution {
  const text = textOf(reading, part);
  const spansOf = (ranges: AttributionChange['source'], old: readonly Span[]): Span[] =>
    ranges === undefined ? [...old] : ranges.map(([start, end]) => makeSpan(text, start, end));
  const spans = {
    source: spansOf(change.source, one.source),
    cue: spansOf(change.cue, one.cue),
    content: spansOf(change.content, one.content),
  };
  const isTold = spans.source.length > 0 || spans.cue.length > 0 || change.teller !== undefined;
  const changed: Attribution = {
    ...one,
    ...spans,
    voice: isTold ? 'attributed' : change.source === undefined ? one.voice : 'own',
    act: isTold ? (one.act ?? 'say') : one.act,
    polarity: change.polarity ?? one.polarity,
  };
  const told = change.source === undefined ? changed : { ...changed, chain: endChain(one.chain, publishers, tellerIn(reading, part, spans.source)) }; // prettier-ignore
  const named = change.teller === undefined ? told : { ...told, chain: nameTeller(reading, told, change.teller, publishers) }; // prettier-ignore
  return change.content === undefined ? named : fitContent(reading, part, one, named);
}

/** The chain with another last link; without any, it ends at the report itself or at the outlet before. */
function endChain(links: Attribution['chain'], publishers: number, end: ChainLink | null): ChainLink[] {
  const kept = links.length > publishers ? links.slice(0, -1) : links;
  return [...kept, ...(end === null ? [] : [end])];
}

/** Who is named where the source stands: the entity with a mention there, else its words. */
function tellerIn(reading: Reading, part: 'text' | 'title', words: readonly Span[]): ChainLink | null {
  const [first] = words;
  if (first === undefined) return null;
  const entity = part === 'title' ? undefined : reading.entities.find(({ mentions }) => mentions.some((one) => overlaps(one, first))); // prettier-ignore
  const kind = entity === undefined || entity.kind === 'place' ? 'unknown' : entity.kind;
  const name = entity?.name ?? words.map(({ text }) => text).join(' ');
  return { name, kind, how: 'named', entity: entity?.id ?? null, mention: first };
}

function nameTeller(
  reading: Reading,
  { chain: links, source: words }: Attribution,
  { name, kind, via }: NonNullable<AttributionChange['teller']>,
  publishers: number,
): ChainLink[] {
  const entity = reading.entities.find((known) => known.name === name)?.id ?? null;
  const end: ChainLink = {
    ...{ name, kind, how: 'named', entity, mention: words[0] ?? null },
    ...(kind === 'unnamed' ? { unnamed: { wording: name, number: 'unknown', position: null, affiliation: null, closeness: null, reason: null, generic: false } } : {}), // prettier-ignore
  };
  const outlet: ChainLink[] = via === null ? [] : [{ name: via, kind: 'outlet', how: 'named', entity: null, mention: null }]; // prettier-ignore
  return [...links.slice(0, publishers), ...outlet, end];
}

/** Times, places and hedges of a content that has other bounds. */
function fitContent(reading: Reading, part: 'text' | 'title', old: Attribution, now: Attribution): Attribution {
  const { content } = now;
  const kept = <T extends Range>(own: readonly T[], all: readonly T[]): T[] => {
    const inside = own.filter((one) => isWithin(one, content));
    const more = part === 'title' ? [] : all.filter((one) => isWithin(one, content) && !inside.some((known) => overlaps(known, one))); // prettier-ignore
    return [...inside, ...more].sort((a, b) => a.start - b.start);
  };
  const where = kept(old.where, reading.places.flatMap(({ use, ...place }) => (use === 'location' ? [place] : []))); // prettier-ignore
  const places = old.event?.where.flatMap((i) => where.findIndex((one) => one.start === old.where[i]?.start)) ?? [];
  return {
    ...now,
    when: kept(old.when, reading.times),
    where,
    certainty: {
      ...now.certainty,
      hedges: now.certainty.hedges.filter((one) => isWithin(one, content) || !isWithin(one, old.content)),
    },
    event: now.event === null ? null : { ...now.event, where: places.filter((i) => i >= 0) },
  };
}

/** The attribution with all its spans `shift` further; null where other words stand there. Ids of another reading are left out. */
export function shiftAttribution(text: string, one: Attribution, shift: number): Attribution | null {
  let fits = true;
  const move = <T extends Span>(span: T): T => {
    const moved = { ...span, start: span.start + shift, end: span.end + shift };
    if (text.slice(moved.start, moved.end) !== span.text) fits = false;
    return moved;
  };
  const shifted: Attribution = {
    ...one,
    parent: null,
    source: one.source.map(move),
    cue: one.cue.map(move),
    content: one.content.map(move),
    when: one.when.map(move),
    where: one.where.map(move),
    certainty: { ...one.certainty, hedges: one.certainty.hedges.map(move) },
    event: one.event === null ? null : { ...one.event, who: [] },
  };
  // Who tells it may be mentioned anywhere: a mention that has not moved along is left out, and its name stays.
  const links = one.chain.map((link) => {
    const at = link.mention === null ? null : { ...link.mention, start: link.mention.start + shift, end: link.mention.end + shift }; // prettier-ignore
    return { ...link, entity: null, mention: at !== null && text.slice(at.start, at.end) === at.text ? at : null };
  });
  return fits ? { ...shifted, chain: links } : null;
}
