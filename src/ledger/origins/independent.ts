import type { Appearance } from '../appearances.ts';
import type { Claim, Origin } from '../claim.ts';
import { isSameBody } from '../parties.ts';
import type { Traced } from '../origins.ts';
import { nameOutlet } from './trace.ts';

/**
 * How many origins are surely distinct, and how many there can be (contract §2.4): different parties are; two unnamed
 * groups that may be the same people count once; a leak and the announcement by the party it concerns count once. Each
 * outlet at which a trail ends and each report that credits nobody may be one more.
 */
export function countIndependent(
  origins: readonly Origin[],
  members: readonly Appearance[],
  traced: readonly Traced[],
): Claim['independent'] {
  // prettier-ignore
  const why: string[] = [];
  const surely: Origin[] = [];
  for (const origin of [...origins].sort((a, b) => Number(a.kind === 'unnamed') - Number(b.kind === 'unnamed'))) {
    const same = surely.find((other) => !areDistinct(origin, other));
    if (same === undefined) surely.push(origin);
    else why.push(explain(origin, same));
  }
  const open = new Set(traced.flatMap((one, i) => (one.origin ? [] : [one.open ?? members[i]?.report ?? ''])));
  for (const one of open) why.push(`where ${nameOpen(one, members)} has it from is not known`);
  return { atLeast: surely.length, atMost: origins.length + open.size, why };
}

/** An outlet by its key, or a report by its own. */
function nameOpen(open: string, members: readonly Appearance[]): string {
  return members.find(({ report }) => report === open)?.chain[0]?.name ?? nameOutlet(open, members);
}

function areDistinct(a: Origin, b: Origin): boolean {
  if (a.party !== null && b.party !== null) return !isSameBody(a.party, b.party);
  // Of an unnamed group without a stated side nobody knows that it is not the other's people.
  return a.kind !== 'unnamed' && b.kind !== 'unnamed';
}

function explain(a: Origin, b: Origin): string {
  if (a.party !== null && b.party !== null) return `${a.name} and ${b.name} belong to one party, ${b.party}`;
  return `${a.name} and ${b.name} may be the same people`;
}
