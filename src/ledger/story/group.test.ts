import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGroup, type Tie } from './group.ts';
import { STRONGEST, WEAKEST } from './profile.ts';

type Pair = readonly [number, number, number];

const REPORTS = 12;
const MOST = 4;
const places = Array.from({ length: REPORTS }, (_, i) => i);

function tiesOf(pairs: readonly Pair[]): (place: number) => Promise<readonly Tie[]> {
  return (place) =>
    Promise.resolve(
      pairs.flatMap(([a, b, level]) =>
        a === place ? [{ other: b, level }] : b === place ? [{ other: a, level }] : [],
      ),
    );
}

function groupsOf(pairs: readonly Pair[]): Promise<readonly (readonly number[])[]> {
  return Promise.all(places.map(async (place) => (await findGroup(place, tiesOf(pairs), MOST)).places));
}

const somePairs = fc.uniqueArray(
  fc.tuple(fc.nat(REPORTS - 1), fc.nat(REPORTS - 1), fc.integer({ min: WEAKEST, max: STRONGEST })),
  { selector: ([a, b]) => `${String(Math.min(a, b))} ${String(Math.max(a, b))}`, maxLength: 30 },
);

describe('groups of reports that are read together', () => {
  it('hold a chain of weak ties together where it is short, and only what is nearest where it is long', async () => {
    const chain = (length: number): Pair[] => places.slice(1, length).map((i) => [i - 1, i, i === 1 ? 9 : WEAKEST]);
    expect((await groupsOf(chain(4)))[0]).toEqual([0, 1, 2, 3]);
    expect((await groupsOf(chain(5))).slice(0, 3)).toEqual([[0, 1], [0, 1], [2]]);
  });

  it('are more than the most only where the strongest ties hold them', async () => {
    const alike = places.flatMap((a) => places.slice(a + 1).map((b): Pair => [a, b, STRONGEST]));
    expect((await groupsOf(alike))[5]).toEqual(places);
  });

  it('part the reports: each is in one group, whoever asks and in whatever order the ties came', async () => {
    await fc.assert(
      fc.asyncProperty(somePairs, fc.nat(), async (pairs, seed) => {
        const groups = await groupsOf(pairs);
        groups.forEach((group, place) => {
          expect(group).toContain(place);
          for (const other of group) expect(groups[other]).toEqual(group);
        });
        const turned = pairs.map(([a, b, level]): Pair => [b, a, level]);
        expect(await groupsOf([...turned.slice(seed % 7), ...turned.slice(0, seed % 7)])).toEqual(groups);
      }),
      { numRuns: 300 },
    );
  });

  it('change through a new report only where it is tied as firmly as they hold together', async () => {
    await fc.assert(
      fc.asyncProperty(somePairs, async (pairs) => {
        const last = REPORTS - 1;
        const own = pairs.filter(([a, b]) => a === last || b === last);
        const before = pairs.filter((pair) => !own.includes(pair));
        const after = await groupsOf(pairs);
        for (const place of places.slice(0, -1)) {
          const group = await findGroup(place, tiesOf(before), MOST);
          const reached = own.some(
            ([a, b, level]) => level >= group.level && group.places.includes(a === last ? b : a),
          );
          if (!reached) expect(after[place]).toEqual(group.places);
        }
      }),
      { numRuns: 300 },
    );
  });
});
