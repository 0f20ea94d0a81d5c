import { groupBy } from '../../base/group-by.ts';
import type { Reading } from '../../reading/reading.ts';
import type { KeptCorrection } from '../corrections.ts';
import { tiedBy } from '../hand.ts';
import { numberOfKey, partValues } from '../numbers.ts';
import { packAppearances, recallAppearances } from '../packed-appearances.ts';
import { getReading } from '../read-back.ts';
import { insertRows } from '../store/insert-rows.ts';
import type { Queries } from '../store/store.ts';
import { findGroup, MOST, type Group, type Tie } from './group.ts';
import { describeStory, keysOfStory, STRONGEST, tieOf, WEAKEST, type Profile } from './profile.ts';

/**
 * Ties reports afresh to all that tell the same story.
 * @returns the groups in which the touched reports stood or stand now, each report by its key: all whose claims may have changed
 */
export async function tieReports(
  queries: Queries,
  reports: readonly string[],
  standing: readonly KeptCorrection[],
  most = MOST,
): Promise<readonly (readonly string[])[]> {
  const own = new Map(reports.map((report) => [numberOfKey(report), report]));
  const touched = new Set(own.keys());
  const touch = ({ places }: Group): void => {
    for (const place of places) touched.add(place);
  };
  const before = groupsOf(queries, most);
  for (const place of own.keys()) {
    touch(await before.groupOf(place));
    for (const { other } of await before.tiesOf(place)) touch(await before.groupOf(other));
  }
  for (const place of own.keys()) await untie(queries, place, standing);
  const without = groupsOf(queries, most);
  for (const place of [...touched]) touch(await without.groupOf(place));
  const ties = new Map<string, readonly [number, number, number]>();
  const parted: (readonly [number, number])[] = [];
  for (const [place, report] of own) {
    const found = await findTies(queries, place, report, standing);
    for (const [a, b] of found.parted) {
      ties.delete(`${String(a)} ${String(b)}`);
      parted.push([a, b]);
      touch(await without.groupOf(a));
    }
    for (const { other, level } of found.ties) {
      for (const tie of bothWays(place, other, level)) ties.set(`${String(tie[0])} ${String(tie[1])}`, tie);
      if (own.has(other)) continue;
      // A tie that is weaker than what holds a group together leaves it as it is.
      const group = await without.groupOf(other);
      if (level >= group.level) touch(group);
    }
  }
  // Not before: what is asked of the groups is how they were without these reports.
  for (const pair of parted) await queries.run('DELETE FROM story_ties WHERE place = ? AND other = ?', pair);
  await insertRows(queries, 'story_ties', ['place', 'other', 'level'], [...ties.values()]);
  return listGroups(queries, [...touched].sort(compare), own, most);
}

/** Groups of the ties as they stand now: what was read of them is kept. */
function groupsOf(
  queries: Queries,
  most: number,
): {
  readonly tiesOf: (place: number) => Promise<readonly Tie[]>;
  readonly groupOf: (place: number) => Promise<Group>;
} {
  // prettier-ignore
  const known = new Map<number, readonly Tie[]>();
  const found = new Map<number, Group>();
  const tiesOf = async (place: number): Promise<readonly Tie[]> => {
    const held = known.get(place);
    if (held !== undefined) return held;
    // Those of all reports of its text, since they hang together: one question for a row of thousands.
    const rows = await queries.all<Tie & { readonly place: number }>(
      `SELECT place, other, level FROM story_ties
       WHERE place = ? OR place IN (SELECT place FROM stories WHERE twin = (SELECT twin FROM stories WHERE place = ?))`,
      [place, place],
    );
    for (const [one, ties] of groupBy(rows, (row) => Number(row.place))) known.set(one, ties);
    known.set(place, known.get(place) ?? []);
    return known.get(place) ?? [];
  };
  const groupOf = async (place: number): Promise<Group> => {
    const held = found.get(place);
    if (held !== undefined) return held;
    const group = await findGroup(place, tiesOf, most);
    for (const one of group.places) found.set(one, group);
    return group;
  };
  return { tiesOf, groupOf };
}

/** The groups in which these places lie now; `own`: names of reports that may be in none. */
export async function listGroups(
  queries: Queries,
  places: readonly number[],
  own: ReadonlyMap<number, string> = new Map(),
  most = MOST,
): Promise<readonly (readonly string[])[]> {
  const { groupOf } = groupsOf(queries, most);
  const groups = new Set<Group>();
  for (const place of places) groups.add(await groupOf(place));
  const names = new Map(own);
  for (const some of partValues([...groups].flatMap((group) => group.places.filter((place) => !own.has(place))))) {
    const rows = await queries.all<{ place: number; report: string }>(`SELECT place, report FROM stories WHERE place IN (${some.map(() => '?').join(', ')})`, some); // prettier-ignore
    for (const { place, report } of rows) names.set(Number(place), report);
  }
  const nameOf = (place: number): string => {
    const name = names.get(place);
    if (name === undefined) throw new RangeError(`no report has the place ${String(place)}`);
    return name;
  };
  return [...groups].map(({ places: all }) => all.map(nameOf).sort());
}

async function untie(queries: Queries, place: number, standing: readonly KeptCorrection[]): Promise<void> {
  const [row] = await queries.all<StoryRow>(`SELECT ${STORY_ROW} FROM stories WHERE place = ?`, [place]);
  if (row === undefined) return;
  const [before, behind] = await findTwins(queries, row);
  await queries.run('DELETE FROM stories WHERE place = ?', [place]);
  if (before === null && behind === null)
    for (const key of keysOfStory(JSON.parse(row.profile) as Profile))
      await queries.run('DELETE FROM story_keys WHERE key = ? AND twin = ?', [numberOfKey(key), row.twin]);
  const ties = await queries.all<Tie>('SELECT other, level FROM story_ties WHERE place = ?', [place]);
  for (const { other } of ties) await queries.run('DELETE FROM story_ties WHERE place = ? AND other = ?', [other, place]); // prettier-ignore
  await queries.run('DELETE FROM story_ties WHERE place = ?', [place]);
  if (before === null || behind === null || isMerged(before, behind, standing)) return;
  const level = tieOf(JSON.parse(before.profile) as Profile, JSON.parse(behind.profile) as Profile);
  await insertRows(queries, 'story_ties', ['place', 'other', 'level'], bothWays(before.place, behind.place, level));
}

/** A row of `stories`, as far as it is tied by it. */
interface StoryRow {
  readonly place: number;
  readonly report: string;
  readonly profile: string;
  readonly twin: number;
  readonly day: number;
}

const STORY_ROW = 'place, report, profile, twin, day';

/**
 * Reports of one text are tied in a row by day and place, each to the one before and the one behind: 5,000 reprints have
 * 5,000 ties, and hang together as if each were tied to all.
 */
async function findTwins(
  queries: Queries,
  { twin, day, place }: Pick<StoryRow, 'twin' | 'day' | 'place'>,
): Promise<readonly [StoryRow | null, StoryRow | null]> {
  const [before] = await queries.all<StoryRow>(
    `SELECT ${STORY_ROW} FROM stories WHERE twin = ? AND (day < ? OR (day = ? AND place < ?)) ORDER BY day DESC, place DESC LIMIT 1`,
    [twin, day, day, place],
  );
  const [behind] = await queries.all<StoryRow>(
    `SELECT ${STORY_ROW} FROM stories WHERE twin = ? AND (day > ? OR (day = ? AND place > ?)) ORDER BY day, place LIMIT 1`,
    [twin, day, day, place],
  );
  return [before ?? null, behind ?? null];
}

function isMerged(a: StoryRow, b: StoryRow, standing: readonly KeptCorrection[]): boolean {
  return standing.map(tiedBy).some((pair) => pair.includes(a.report) && pair.includes(b.report));
}

function bothWays(a: number, b: number, level: number): readonly (readonly [number, number, number])[] {
  return [[Number(a), Number(b), level], [Number(b), Number(a), level]]; // prettier-ignore
}

/** Before every day: a report without one. */
const DAYLESS = -1_000_000;

/** Compares a report with all that share a key with it. What a person merged holds reports together more than all else. */
async function findTies(
  queries: Queries,
  place: number,
  report: string,
  standing: readonly KeptCorrection[],
): Promise<{ readonly ties: readonly Tie[]; readonly parted: readonly (readonly [number, number])[] }> {
  const reading = await readLatest(queries, report);
  if (reading === null) return { ties: [], parted: [] };
  const profile = describeStory(reading);
  const own = { place, twin: numberOfKey(JSON.stringify(profile.terms)), day: profile.day ?? DAYLESS };
  const [before, behind] = await findTwins(queries, own);
  const keys = [...new Set(keysOfStory(profile).map(numberOfKey))];
  const merged = await mergedWith(queries, report, standing);
  const near =
    keys.length === 0
      ? []
      : await queries.all<{ place: number; profile: string }>(
          `SELECT place, profile FROM stories WHERE twin IN (SELECT twin FROM story_keys WHERE key IN (${keys.map(() => '?').join(', ')}) AND twin <> ?)`,
          [...keys, own.twin],
        );
  await insertRows(queries, 'stories', ['place', 'report', 'profile', 'appearances', 'twin', 'day'], [[place, report, JSON.stringify(profile), packAppearances(reading), own.twin, own.day]]); // prettier-ignore
  if (before === null && behind === null)
    await insertRows(queries, 'story_keys', ['key', 'twin'], keys.map((key) => [key, own.twin])); // prettier-ignore
  const twins = [before, behind].flatMap((one) => one ?? []);
  // The two that it comes between are tied through it from now on.
  const parted = before === null || behind === null || isMerged(before, behind, standing) ? [] : bothWays(before.place, behind.place, 0).map(([a, b]) => [a, b] as const); // prettier-ignore
  const ties = [...near, ...twins]
    .filter((one) => !merged.includes(Number(one.place)))
    .map((one) => ({ other: Number(one.place), level: tieOf(profile, JSON.parse(one.profile) as Profile) }));
  return {
    ties: [...ties.filter(({ level }) => level >= WEAKEST), ...merged.map((other) => ({ other, level: STRONGEST }))],
    parted,
  };
}

async function mergedWith(
  queries: Queries,
  report: string,
  standing: readonly KeptCorrection[],
): Promise<readonly number[]> {
  const named = standing.map(tiedBy).filter((pair) => pair.includes(report));
  const held: number[] = [];
  for (const other of new Set(named.flat())) {
    const rows = await queries.all('SELECT 1 FROM stories WHERE place = ?', [numberOfKey(other)]);
    if (other !== report && rows.length > 0) held.push(numberOfKey(other));
  }
  return held;
}

/** The latest reading of a report, with what appears in it as it was found when the report came; null: none is held. */
export async function readTold(queries: Queries, report: string): Promise<Reading | null> {
  const reading = await readLatest(queries, report);
  if (reading === null) return null;
  const load = async (): Promise<Uint8Array | null> =>
    (await queries.all<{ appearances: Uint8Array }>('SELECT appearances FROM stories WHERE place = ?', [numberOfKey(report)]))[0]?.appearances ?? null; // prettier-ignore
  await recallAppearances(reading, load);
  return reading;
}

async function readLatest(queries: Queries, report: string): Promise<Reading | null> {
  const [row] = await queries.all<{ reading: string }>('SELECT reading FROM reports WHERE id = ?', [report]);
  return row === undefined ? null : getReading(queries, row.reading);
}

function compare(a: number, b: number): number {
  return a - b;
}
