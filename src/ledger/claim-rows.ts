import { daysOf, facetsOf } from './claim-facets.ts';
import { weighClaim, type Claim } from './claim.ts';
import { eventRow, EVENT_COLUMNS } from './expected-events.ts';
import { putNames, sweepNames } from './facet-names.ts';
import { numberOfId, numberOfKey } from './numbers.ts';
import { packClaim } from './packed-claim.ts';
import { insertRows } from './store/insert-rows.ts';
import type { Queries, Value } from './store/store.ts';

const CLAIM_COLUMNS = ['number', 'id', 'text', 'published', 'reports', 'weight', 'origins', 'listed', 'first_day', 'last_day', 'gist', 'body'] as const; // prettier-ignore

/** A claim and its row, packed once. */
export interface MadeClaim {
  readonly claim: Claim;
  readonly packed: ReturnType<typeof packClaim>;
}

export function makeRow(claim: Claim): MadeClaim {
  return { claim, packed: packClaim(claim) };
}

/** Writes claims that are not there, and all that they are found by. */
export async function putClaims(queries: Queries, made: readonly MadeClaim[]): Promise<void> {
  await insertRows(queries, 'claims', CLAIM_COLUMNS, made.map(describeRow)); // prettier-ignore
  const appearances = made.flatMap(({ claim }) => appearancesOf(claim).map(({ id, report }) => [numberOfKey(report.key), numberOfId(id), numberOfId(claim.id)])); // prettier-ignore
  await insertRows(queries, 'claim_appearances', ['report', 'appearance', 'claim'], appearances);
  const facets = made.flatMap(({ claim }) => facetsOf(claim).map((one) => ({ ...one, claim: numberOfId(claim.id) })));
  await insertRows(queries, 'claim_facets', ['kind', 'name', 'claim'], facets.map(({ kind, name, claim }) => [kind, name, claim])); // prettier-ignore
  for (const kind of ['source', 'place'] as const)
    await putNames(queries, kind, facets.flatMap((one) => (one.kind === kind ? [one.name] : []))); // prettier-ignore
  await insertRows(queries, 'claim_events', EVENT_COLUMNS, made.flatMap(({ claim }) => eventRow(claim))); // prettier-ignore
  await queries.dialect.wordIndex.put(queries, 'claim', made.map(({ claim, packed }) => ({ id: String(numberOfId(claim.id)), words: packed.words }))); // prettier-ignore
}

function describeRow({ claim, packed }: MadeClaim): readonly Value[] {
  const { first, last } = daysOf(claim);
  const { reports, from } = claim.basis;
  const isListed = reports > 1 || claim.denials.length > 0 || claim.expected !== null || claim.appearances.some(({ voice, setAside }) => voice === 'attributed' && !setAside); // prettier-ignore
  return [numberOfId(claim.id), claim.id, claim.text, from, reports, weighClaim(claim), claim.origins.length, isListed ? 1 : 0, first, last, packed.gist, packed.body]; // prettier-ignore
}

/** Takes claims away, and all that they are found by but names that others may have too: `sweepClaimNames` does. */
export async function removeClaims(queries: Queries, claims: readonly Claim[]): Promise<void> {
  for (const claim of claims) {
    const number = numberOfId(claim.id);
    await queries.run('DELETE FROM claims WHERE number = ?', [number]);
    await queries.run('DELETE FROM claim_appearances WHERE claim = ?', [number]);
    await queries.run('DELETE FROM claim_events WHERE claim = ?', [number]);
    for (const { kind, name } of facetsOf(claim))
      await queries.run('DELETE FROM claim_facets WHERE kind = ? AND name = ? AND claim = ?', [kind, name, number]);
    await queries.dialect.wordIndex.drop(queries, 'claim', String(number));
  }
}

/** After what takes their place was written: the names that only they had. */
export async function sweepClaimNames(queries: Queries, removed: readonly Claim[]): Promise<void> {
  const facets = removed.flatMap(facetsOf);
  for (const kind of ['source', 'place'] as const)
    await sweepNames(queries, kind, facets.flatMap((one) => (one.kind === kind ? [one.name] : []))); // prettier-ignore
}

function appearancesOf({ appearances, denials }: Claim): Claim['appearances'] {
  return [...appearances, ...denials.map(({ appearance }) => appearance)];
}
