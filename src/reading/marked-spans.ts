import type { Entity } from '../language/mentions.ts';
import { findParagraphs } from '../language/paragraphs.ts';
import { findQuotations } from '../language/quotes.ts';
import { unpackSense } from '../language/sense.ts';
import { findSentences } from '../language/sentences.ts';
import type { Range } from '../language/spans.ts';
import { traceChains, type Placed } from './chains.ts';
import { publisherLinks } from './chains/publisher.ts';
import { endOf, startOf } from './chains/setting.ts';
import { describeVoice } from './description.ts';
import type { Attribution, Reading } from './reading.ts';

/** What a person marked of one telling: offsets in UTF-16 code units into the text, or the title. */
export interface MarkedSpans {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

/**
 * The attribution that these spans make, told in all else as the reader tells its own: act, chain, polarity, certainty,
 * times, places. `parent`: the attribution in whose content it stands. No network is asked: a pure function of the reading.
 */
export function describeMarked(
  reading: Reading,
  part: 'text' | 'title',
  marked: MarkedSpans,
  id: string,
  parent: Attribution | null,
): Attribution {
  const text = part === 'text' ? reading.report.text : (reading.report.title ?? '');
  const paragraphs = findParagraphs(text);
  const { quotations } = findQuotations(text, paragraphs);
  const isText = part === 'text';
  const document = {
    ...{ text, quotations, article: isText ? reading.report : { ...reading.report, links: [] } },
    entities: isText ? reading.entities.map((one): Entity => ({ ...one, gender: null })) : findNamed(reading, text),
    times: isText ? reading.times.map((time) => ({ ...time, rule: 'read' })) : [],
    places: isText ? reading.places : [],
    senseCells: reading.sense === undefined ? null : unpackSense(reading.sense[part]),
  };
  const own: Placed = { ...marked, voice: 'attributed', id, parent: parent?.id ?? null };
  const told = isText ? reading.attributions : reading.headline;
  const placed = sortPlaced([...told, own]);
  const ground = { ...document, sentences: findSentences(text, paragraphs), quotations: quotations.map(({ inner }) => inner) }; // prettier-ignore
  const chains = traceChains(ground, placed);
  const [traced = [], above] = [chains.get(id), parent === null ? undefined : chains.get(parent.id)];
  // What a person said of the one around it holds for this one too.
  const chain = parent === null ? traced : [...parent.chain, ...traced.slice(above?.length ?? publisherLinks(reading.report).length)]; // prettier-ignore
  return describeVoice(document, { telling: { ...marked, within: null, voice: 'attributed', confidence: 1 }, id, parent: own.parent }, chain); // prettier-ignore
}

/** In text order, each behind the one that it stands in. */
function sortPlaced(placed: readonly Placed[]): readonly Placed[] {
  const sorted = [...placed].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
  const children = new Map<string | null, Placed[]>();
  const ids = new Set(sorted.map(({ id }) => id));
  for (const one of sorted) {
    const parent = one.parent !== null && ids.has(one.parent) ? one.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), one]);
  }
  const walk = (parent: string | null): readonly Placed[] => (children.get(parent) ?? []).flatMap((one) => [one, ...walk(one.id)]); // prettier-ignore
  return walk(null);
}

/** Whom the story names, where the title has their name, or the last of a person's names. */
function findNamed({ entities }: Reading, title: string): readonly Entity[] {
  return entities.flatMap((one) => {
    const names = one.kind === 'person' ? [one.name, one.name.split(' ').at(-1) ?? one.name] : [one.name];
    const name = names.find((wording) => title.includes(wording));
    if (name === undefined) return [];
    const start = title.indexOf(name);
    return [{ ...one, gender: null, mentions: [{ start, end: start + name.length, why: 'name' }] }];
  });
}
