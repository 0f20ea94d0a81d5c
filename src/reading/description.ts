import { isWithin, makeSpan, type Span } from '../base/span.ts';
import type { Document } from '../language/document.ts';
import type { Range } from '../language/spans.ts';
import type { Place } from '../language/places/place.ts';
import { joinInterval } from '../language/times/interval.ts';
import type { TimeExpression } from '../language/times/times.ts';
import { actOf } from './acts.ts';
import { certaintyOf } from './certainty.ts';
import { findExpectedEvent } from './expected.ts';
import type { Nested, Telling } from './nesting.ts';
import { cueWithLead, polarityOf } from './polarity.ts';
import { quoteForm } from './quote.ts';
import type { Attribution } from './reading.ts';

/** A telling, or a main clause of the report's own. */
export interface Voice extends Telling {
  readonly voice: Attribution['voice'];
  readonly confidence: number;
}

/** What of a document, or of a reading made of it, tells how, when and where. */
export interface Described extends Pick<Document, 'text' | 'quotations' | 'entities' | 'times' | 'places'> {
  readonly article: Pick<Document['article'], 'published'>;
  /** What the text means, place by place (`unpackSense`); null: not known. */
  readonly senseCells: Int8Array | null;
}

/** All that a reading says of one voice: how it is told, how surely, about when and where, and whether it is still ahead. */
export function describeVoice(
  document: Described,
  { telling, id, parent }: Nested<Voice>,
  chain: Attribution['chain'],
): Attribution {
  const { text } = document;
  const spans = (ranges: readonly Range[]): Span[] => ranges.map(({ start, end }) => makeSpan(text, start, end));
  const [source, cue, content] = [spans(telling.source), spans(telling.cue), spans(telling.content)];
  const words = (parts: readonly Span[]): string => parts.map((part) => part.text).join(' ');
  const act = telling.voice === 'own' ? null : actOf(words(cue));
  const when = joinTimes(
    text,
    document.times.filter((one) => isWithin(one, telling.content)),
  );
  const where = document.places
    .filter((one) => one.use === 'location' && isWithin(one, telling.content))
    .map((one) => writePlace(text, one));
  const { published } = document.article;
  const { entities, senseCells: sense } = document;
  const event = findExpectedEvent({ text, cue: telling.cue, content: telling.content, act, published, when, where, entities, sense }); // prettier-ignore
  return {
    id,
    parent,
    voice: telling.voice,
    source,
    cue,
    content,
    quote: quoteForm(content, document.quotations),
    act,
    chain,
    polarity: polarityOf(cueWithLead(text, cue), words(content)),
    certainty: certaintyOf(text, telling.content, telling.cue),
    when,
    where,
    expected: event !== null,
    event,
    confidence: telling.confidence,
  };
}

/** A place as the JSON has it, without its use. */
export function writePlace(
  text: string,
  { start, end, name, lat, lon, country, geonames }: Place,
): Attribution['where'][number] {
  return { ...makeSpan(text, start, end), name, lat, lon, country, geonames };
}

/** A time as the JSON has it. */
export function writeTime(
  text: string,
  { start, end, type, value, edtf }: TimeExpression,
): Attribution['when'][number] {
  return { ...makeSpan(text, start, end), type, value, edtf };
}

/** The times of a content; only here may two join into one interval: "September 10 to 13" (contract §4). */
export function joinTimes(text: string, times: readonly TimeExpression[]): Attribution['when'] {
  const joined: TimeExpression[] = [];
  for (const time of times) {
    const before = joined.at(-1);
    const interval = before ? joinInterval(text, before, time) : null;
    if (interval) joined.pop();
    joined.push(interval ?? time);
  }
  return joined.map((time) => writeTime(text, time));
}
