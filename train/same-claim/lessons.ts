import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { entriesOf, findQuote, isAsserting, loadStory, STORIES } from '../../evals/stories/gold.ts';
import { findAppearances, type Appearance } from '../../src/ledger/appearances.ts';
import { isDenialLike } from '../../src/ledger/origins.ts';
import { compareAppearances } from '../../src/ledger/same-claim/order.ts';
import type { Range } from '../../src/language/spans.ts';
import type { Reading } from '../../src/reading/reading.ts';

/** An appearance, and what the gold says of it. */
export interface Item {
  readonly one: Appearance;
  readonly file: string;
  readonly claims: readonly string[];
  /** The claims that its report tells somewhere, marked once each; of an event's report none: there all places are marked. */
  readonly own: readonly string[];
  /** The gold leaves it open. */
  readonly open: boolean;
}

export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly x: readonly number[];
  readonly label: 0 | 1 | null;
  readonly weight: number;
}

export interface Lesson {
  readonly name: string;
  /** Whether only some places of each report are marked (a story) or all (an event). */
  readonly isStory: boolean;
  readonly items: readonly Item[];
  readonly pairs: readonly Pair[];
}

interface Marked {
  readonly event: string;
  readonly claim: string;
  readonly report: string;
  readonly part: string;
  readonly ranges: readonly Range[];
}

/** Reports of the events of `events.tsv`, event by event. */
export function listEvents(): ReadonlyMap<string, ReadonlySet<string>> {
  const events = new Map<string, Set<string>>();
  for (const { event, report } of readMarked()) events.set(event, (events.get(event) ?? new Set()).add(report));
  return events;
}

/** The stories and events of which a folder holds readings, as `read.ts` leaves them, each pair described by `describe`. */
export function loadLessons(
  dataDir: string,
  folder: string,
  describe: (a: Appearance, b: Appearance) => readonly number[] | null,
): readonly Lesson[] {
  const marked = readMarked();
  const items = [
    ...STORIES.map((name) => ({ name, isStory: true, items: itemsOfStory(dataDir, folder, name) })),
    ...[...new Set(marked.map(({ event }) => event))].map((name) => ({ name, isStory: false, items: itemsOfEvent(folder, name, marked) })), // prettier-ignore
  ];
  return items.map((lesson) => ({ ...lesson, pairs: pairUp(lesson.name, lesson.items, describe) }));
}

function itemsOfStory(dataDir: string, folder: string, name: (typeof STORIES)[number]): readonly Item[] {
  const entries = entriesOf(loadStory(dataDir, name)).filter(isAsserting);
  return readReadings(folder, name).flatMap((reading) => {
    const file = basename(reading.input);
    const told = entries.filter((one) => one.file === file);
    const places = told.map(({ claim, quote }) => ({ claim, part: 'text', ranges: [findQuote(reading.report.text, quote)].flatMap((place) => place ?? []) })); // prettier-ignore
    return itemsOf(reading, file, places, 0).map((item) => ({ ...item, own: told.map(({ claim }) => claim) }));
  }).sort((a, b) => compareAppearances(a.one, b.one)); // prettier-ignore
}

/** Share of a marked place that an appearance must cover, of both: elsewhere the reader cut since another statement. */
const COVERS = 0.3;

function itemsOfEvent(folder: string, event: string, marked: readonly Marked[]): readonly Item[] {
  return readReadings(folder, event).flatMap((reading) => {
    const places = marked.filter((one) => one.event === event && one.report === reading.input);
    return itemsOf(reading, reading.input, places, COVERS);
  }).sort((a, b) => compareAppearances(a.one, b.one)); // prettier-ignore
}

/** The appearances of a reading, each with the claims of the marked places that it fits best. */
function itemsOf(
  reading: Reading,
  file: string,
  places: readonly { readonly claim: string; readonly part: string; readonly ranges: readonly Range[] }[],
  least: number,
): readonly Item[] {
  const appearances = findAppearances(reading).filter((one) => !isDenialLike(one));
  const claims = new Map<Appearance, string[]>();
  for (const { claim, part, ranges } of places) {
    const best = appearances.filter((one) => one.in === part).map((one) => ({ one, fit: fitOf(one.content, ranges) })).sort((a, b) => b.fit - a.fit)[0]; // prettier-ignore
    if (best && best.fit > least) claims.set(best.one, [...(claims.get(best.one) ?? []), claim]);
  }
  return appearances.map((one) => {
    const all = claims.get(one) ?? [];
    const known = all.filter((claim) => claim !== OPEN);
    return { one, file, claims: known, own: [], open: all.length > 0 && known.length === 0 };
  });
}

/** Intersection over union of characters. */
function fitOf(content: readonly Range[], place: readonly Range[]): number {
  const size = (ranges: readonly Range[]): number => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  const both = content.reduce((sum, { start, end }) => sum + place.reduce((more, one) => more + Math.max(0, Math.min(end, one.end) - Math.max(start, one.start)), 0), 0); // prettier-ignore
  return both / (size(content) + size(place) - both);
}

/** What counts a pair of which one side is not marked. */
const UNSURE = 0.5;

function pairUp(
  name: string,
  items: readonly Item[],
  describe: (a: Appearance, b: Appearance) => readonly number[] | null,
): readonly Pair[] {
  const pairs: Pair[] = [];
  items.forEach((right, b) => {
    items.slice(0, b).forEach((left, a) => {
      const x = describe(left.one, right.one);
      if (x === null) throw new RangeError(`a reading of ${name} does not tell what is meant: read it again`);
      const sure = left.own.length + right.own.length === 0 || (left.claims.length > 0 && right.claims.length > 0);
      pairs.push({ a, b, x, label: labelOf(left, right), weight: sure ? 1 : UNSURE });
    });
  });
  return pairs;
}

/** Whether two are one claim; null: nobody says. A story's report is marked once a claim, and what else it says may repeat it. */
function labelOf(left: Item, right: Item): Pair['label'] {
  if (left.open || right.open || (left.own.length > 0 && left.claims.length + right.claims.length === 0)) return null;
  if (left.claims.some((id) => right.claims.includes(id))) return left.file === right.file ? null : 1;
  if (left.file === right.file) return left.own.length > 0 ? null : 0;
  const repeats = (marked: Item, other: Item): boolean => other.claims.length === 0 && marked.claims.some((id) => other.own.includes(id));
  return repeats(left, right) || repeats(right, left) ? null : 0;
}

const OPEN = '?';

function readMarked(): readonly Marked[] {
  const lines = readFileSync(new URL('events.tsv', import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
    const [event = '', claim = '', report = '', place = ''] = line.split('\t');
    const [part = '', spans = ''] = place.split(':');
    const ranges = spans.split(',').map((span) => { const [start = 0, end = 0] = span.split('-').map(Number); return { start, end }; });
    return { event, claim, report, part, ranges };
  }); // prettier-ignore
}

function readReadings(folder: string, name: string): readonly Reading[] {
  return readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading);
}
