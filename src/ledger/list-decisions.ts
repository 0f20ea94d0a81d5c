import { findAppearances, type Appearance } from './appearances.ts';
import { isSameText } from './carried-spans.ts';
import type { Bound } from './corrected-reading.ts';
import { listCorrections, listStanding, type KeptCorrection } from './corrections.ts';
import { anchorsOf, bindAnchors, reportsOf, type Spoken } from './hand.ts';
import { readSpoken } from './spoken.ts';
import type { Queries } from './store/store.ts';

/** What a person did, and whether it has effect now. */
export interface KeptDecision extends KeptCorrection {
  /** As `Bound.state`; `undone`: it was taken back. */
  readonly state: Bound['state'] | 'undone';
}

/** What people did, of one report or of all, in the order in which they did it; what only takes another back is left out. */
export async function listDecisions(queries: Queries, report: string | null): Promise<readonly KeptDecision[]> {
  const all = await listCorrections(queries);
  const standing = new Set(listStanding(all).map(({ id }) => id));
  const own = all.filter((said) => said.kind !== 'undo' && (report === null || reportsOf(said).includes(report)));
  const spoken = new Map<string, Spoken>();
  for (const key of new Set(own.flatMap(reportsOf))) {
    const found = await readSpoken(queries, key);
    if (found !== null) spoken.set(key, found);
  }
  const known = new Map([...spoken].map(([key, { reading }]) => [key, findAppearances(reading)]));
  return own.map((said) => ({ ...said, state: standing.has(said.id) ? stateOf(said, known, spoken) : 'undone' }));
}

function stateOf(
  said: KeptCorrection,
  known: ReadonlyMap<string, readonly Appearance[]>,
  spoken: ReadonlyMap<string, Spoken>,
): Bound['state'] {
  const changed = spoken.get(said.report ?? '')?.bound.get(said.id);
  // What a person added may be a telling of another telling: no appearance of its own.
  if (said.kind === 'add-attribution' && changed !== undefined) return changed.state;
  if (changed?.state === 'waits' || bindAnchors(said, known, spoken).includes(null)) return 'waits';
  const isMoved = anchorsOf(said).some((anchor) => {
    const now = spoken.get(anchor.report);
    return now !== undefined && !isSameText(anchor, now);
  });
  return isMoved ? 'carried' : 'holds';
}
