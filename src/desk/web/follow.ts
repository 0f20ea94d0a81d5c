import type { Follow } from '../../ledger/following/follows.ts';
import type { Desk } from './desk.ts';
import { findClaim } from './pages/claim.tsx';
import { findClaims } from './pages/search.tsx';
import { claimPath } from './parts/words.tsx';
import { nameSearch } from './search-feeds.ts';
import { MOST_FOLLOWED, readSearch, writeSearch } from './search-query.ts';

/** Claims that are asked for at once: some 10 ms of the ledger's work. */
const AT_ONCE = 100;

/**
 * Has a claim or a search followed.
 * @param target the id of a claim, or what stands behind the question mark of a search
 * @throws HearsayError `ledger.unknown-claim`, `usage.bad-option`
 */
export async function startFollowing(desk: Desk, owner: string, kind: Follow['kind'], target: string): Promise<Follow> {
  const follow = await addFollow(desk, owner, kind, target);
  // What is there at this moment is no news, and what comes the next moment is.
  if (follow.looked === null) await desk.follows.look(follow, kind === 'claim' ? [] : await findFollowed(desk, follow), claimPath); // prettier-ignore
  return follow;
}

async function addFollow(desk: Desk, owner: string, kind: Follow['kind'], target: string): Promise<Follow> {
  if (kind === 'claim') {
    const claim = await findClaim(desk, target);
    return desk.follows.add(owner, { kind, target: claim.id, name: claim.text });
  }
  const asked = new URLSearchParams(target);
  asked.delete('cursor');
  const query = writeSearch(readSearch(Object.fromEntries(asked)));
  return desk.follows.add(owner, { kind, target: query, name: nameSearch(query) });
}

/** Ids of the claims that a followed search finds, no more than `MOST_FOLLOWED`: those that most reports carry, or that are nearest. */
export async function findFollowed(desk: Desk, { target }: Follow): Promise<readonly string[]> {
  const search = readSearch(Object.fromEntries(new URLSearchParams(target)));
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null && ids.length < MOST_FOLLOWED;) {
    const page = await findClaims(desk, { ...search, ...(cursor === undefined ? {} : { cursor }) }, AT_ONCE);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
    // A page of a large search takes some milliseconds: pages are answered in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return ids;
}
