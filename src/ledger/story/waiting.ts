import { numberOfKey, partValues } from '../numbers.ts';
import { insertRows } from '../store/insert-rows.ts';
import type { Queries } from '../store/store.ts';
import { listGroups } from './tie-reports.ts';

/** Reports by their keys. */
type Reports = readonly string[];

/** A story of no more reports waits for nothing. */
const SMALL = 3;
/** A larger one waits until as many of its reports are new: so each is read about twice in all, however it grows. */
const NEW_SHARE = 0.5;

/**
 * Of the groups that were touched those whose claims are to be made now; the others wait, so that 40 reports of one story
 * that come one by one do not make its claims 40 times. What the claims come to in the end is the same.
 */
export async function putOff(
  queries: Queries,
  groups: readonly Reports[],
  added: Reports,
): Promise<readonly Reports[]> {
  const fresh = new Set(added);
  const now: Reports[] = [];
  for (const group of groups) {
    const places = group.map(numberOfKey);
    const newly = group.filter((report) => fresh.has(report)).map(numberOfKey);
    const held = await readWaiting(queries, places);
    const newcomers = new Set([...newly, ...[...held].flatMap(([place, isNew]) => (isNew ? [place] : []))]);
    const waits = group.length > SMALL && newcomers.size < NEW_SHARE * group.length;
    await deleteWaiting(queries, waits ? newly : [...held.keys()]);
    const missing = places.filter((place) => !held.has(place) || newly.includes(place));
    if (waits)
      await insertRows(queries, 'story_waiting', ['place', 'is_new'], missing.map((place) => [place, newcomers.has(place) ? 1 : 0])); // prettier-ignore
    else now.push(group);
  }
  return now;
}

/** Which of these places wait, and whether they came since their claims were made. */
async function readWaiting(queries: Queries, places: readonly number[]): Promise<ReadonlyMap<number, boolean>> {
  const held = new Map<number, boolean>();
  for (const some of partValues(places)) {
    const rows = await queries.all<{ place: number; is_new: number }>(`SELECT place, is_new FROM story_waiting WHERE place IN (${some.map(() => '?').join(', ')})`, some); // prettier-ignore
    for (const row of rows) held.set(Number(row.place), Number(row.is_new) === 1);
  }
  return held;
}

async function deleteWaiting(queries: Queries, places: readonly number[]): Promise<void> {
  for (const some of partValues(places))
    await queries.run(`DELETE FROM story_waiting WHERE place IN (${some.map(() => '?').join(', ')})`, some);
}

/** Takes groups out of those that wait, `most` of them at most, beside these. */
export async function recallWaiting(
  queries: Queries,
  groups: readonly Reports[],
  most = Infinity,
): Promise<readonly Reports[]> {
  const recalled = new Map(groups.map((group) => [group.join('\n'), group]));
  const done = new Set(groups.flat().map(numberOfKey));
  const rows = await queries.all<{ place: number }>('SELECT place FROM story_waiting JOIN stories USING (place) ORDER BY place'); // prettier-ignore
  let count = 0;
  for (const { place } of rows) {
    if (count === most) break;
    if (done.has(Number(place))) continue;
    for (const group of await listGroups(queries, [Number(place)])) {
      recalled.set(group.join('\n'), group);
      for (const report of group) done.add(numberOfKey(report));
      count++;
    }
  }
  if (most === Infinity) await queries.run('DELETE FROM story_waiting');
  else await deleteWaiting(queries, [...done]);
  return [...recalled.values()];
}

export async function countWaiting(queries: Queries): Promise<number> {
  const [row] = await queries.all<{ n: number }>('SELECT COUNT(*) AS n FROM story_waiting');
  return Number(row?.n ?? 0);
}
