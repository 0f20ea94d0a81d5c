import { hashBytes } from '../../../base/canonical-json.ts';
import type { Attribution, Reading } from '../../../reading/reading.ts';
import { openCodePoints, type CountCodePoints } from '../code-points.ts';
import type { Material } from '../material.ts';
import { defineTable, END, PART, REPORT_KEY, START, type Cell } from './table.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const spans = defineTable(
  'spans',
  'One row a stretch of words: each part of each source, cue, content, hedge, mention, time, place and appearance.',
  {
    report: REPORT_KEY,
    part_sha256: ['text', 'sha256 (UTF-8) of the text or title that the offsets count in'],
    in: PART,
    of: ['text', 'attribution, entity, time, place or appearance'],
    id: ['text', 'the id of that; of times and places their number, from 1'],
    role: ['text', 'source, cue, content, hedge, when, where, mention, time, place or appearance'],
    piece: ['integer', 'of a discontinuous one, which piece, from 1'],
    start: START,
    end: END,
    value: ['text', 'of a time its TIMEX3 value, of a place its name, of a mention why it is one'],
    text: ['words', 'the words that stand there'],
  },
  async function* rows(material) {
    for (const held of material.reports) {
      const reading = await material.reading(held);
      yield* spansOfReading(held.key, reading);
    }
    yield* spansOfAppearances(material);
  },
);

type Row = Record<'report' | 'part_sha256' | 'in' | 'of' | 'id' | 'role' | 'piece' | 'start' | 'end' | 'value' | 'text', Cell>; // prettier-ignore

function* spansOfReading(report: string, reading: Reading): Generator<Row> {
  const { text, title } = reading.report;
  const inText = openPart(report, 'text', text);
  if (title !== null) yield* spansOfAttributions(reading.headline, openPart(report, 'title', title));
  yield* spansOfAttributions(reading.attributions, inText);
  for (const { id, mentions } of reading.entities)
    for (const [i, one] of mentions.entries()) yield inText('entity', id, 'mention', i, one, one.why);
  for (const [i, one] of reading.times.entries()) yield inText('time', String(i + 1), 'time', 0, one, one.value);
  for (const [i, one] of reading.places.entries()) yield inText('place', String(i + 1), 'place', 0, one, one.name);
}

type MakeRow = (of: string, id: string, role: string, piece: number, place: Place, value?: string) => Row;

function openPart(report: string, part: 'text' | 'title', whole: string): MakeRow {
  const count: CountCodePoints = openCodePoints(whole);
  const sha256 = hashBytes(whole);
  return (of, id, role, piece, { start, end, text }, value) => ({
    ...{ report, part_sha256: sha256, in: part, of, id, role, piece: piece + 1 },
    ...{ start: count(start), end: count(end), value: value ?? null, text },
  });
}

function* spansOfAttributions(attributions: readonly Attribution[], row: MakeRow): Generator<Row> {
  for (const { id, source, cue, content, certainty, when, where } of attributions) {
    const roles = { source, cue, content, hedge: certainty.hedges };
    for (const [role, list] of Object.entries(roles))
      for (const [i, one] of list.entries()) yield row('attribution', id, role, i, one);
    for (const [i, one] of when.entries()) yield row('attribution', id, 'when', i, one, one.value);
    for (const [i, one] of where.entries()) yield row('attribution', id, 'where', i, one, one.name);
  }
}

/** An appearance that stands in several claims, as a denial may, is written once. */
async function* spansOfAppearances(material: Material): AsyncGenerator<Row> {
  const seen = new Set<string>();
  for await (const { appearances, denials } of material.claims())
    for (const { id, report, in: part, content } of [...appearances, ...denials.map(({ appearance }) => appearance)]) {
      if (seen.has(id) || material.held(report.key) === undefined) continue;
      seen.add(id);
      const row = openPart(report.key, part, (await material.words(report.key))[part]);
      for (const [i, one] of content.entries()) yield row('appearance', id, 'appearance', i, one);
    }
}
