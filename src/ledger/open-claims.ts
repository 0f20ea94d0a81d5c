import type { Claim } from './claim.ts';
import { partValues } from './numbers.ts';
import { unpackClaim, type ClaimRow } from './packed-claim.ts';
import { keyAddress } from './report-key.ts';
import type { Queries } from './store/store.ts';

/**
 * The claims of these rows, in their order. What a claim names as unread is left out where its page is held by now: a report
 * of another group, which may come long after the claim was made, so that it is looked up when the claim is shown.
 */
export async function openClaims(queries: Queries, rows: readonly ClaimRow[]): Promise<readonly Claim[]> {
  const claims = rows.map(unpackClaim);
  const keys = new Set(claims.flatMap(({ unread }) => unread.flatMap(({ href }) => keyOf(href) ?? [])));
  const held = new Set<string>();
  for (const some of partValues([...keys])) {
    const found = await queries.all<{ id: string }>(`SELECT id FROM reports WHERE id IN (${some.map(() => '?').join(', ')})`, some); // prettier-ignore
    for (const { id } of found) held.add(id);
  }
  if (held.size === 0) return claims;
  return claims.map((claim) => ({ ...claim, unread: claim.unread.filter(({ href }) => !held.has(keyOf(href) ?? '')) }));
}

function keyOf(href: string | null): string | null {
  return href === null ? null : keyAddress(href);
}
