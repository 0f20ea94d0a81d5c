import { anchorsOf } from '../../ledger/hand.ts';
import type { KeptDecision, Ledger, ShownClaim } from '../../ledger/ledger.ts';
import { keyAddress } from '../../ledger/report-key.ts';

/** What people did that concerns a claim: of its places, of the whole, and of the reports that hold it. */
export async function findDecisions(ledger: Ledger, claim: ShownClaim): Promise<readonly KeptDecision[]> {
  const said = new Set((await ledger.corrections()).map(({ report }) => report));
  const keys = said.size === 0 ? [] : (await findKeys(ledger, claim)).filter((key) => said.has(key));
  const ids = new Set(listPlaces(claim).map(({ id }) => id));
  const found = new Map<string, KeptDecision>();
  for (const key of keys)
    for (const one of await ledger.decisions(key)) if (await concerns(ledger, claim, ids, one)) found.set(one.id, one);
  return [...found.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}

async function concerns(
  ledger: Ledger,
  claim: ShownClaim,
  ids: ReadonlySet<string>,
  decision: KeptDecision,
): Promise<boolean> {
  const anchors = anchorsOf(decision);
  if (anchors.length === 0 || anchors.some(({ appearance }) => ids.has(appearance))) return true;
  // What was given other bounds has another id now.
  for (const { appearance } of anchors) if ((await ledger.claim(appearance))?.id === claim.id) return true;
  return false;
}

function listPlaces({ appearances, denials }: ShownClaim): ShownClaim['appearances'] {
  return [...appearances, ...denials.map(({ appearance }) => appearance)];
}

/** Keys of the reports that hold a claim. */
export async function findKeys(ledger: Ledger, claim: ShownClaim): Promise<readonly string[]> {
  const keys = new Set<string>();
  for (const { id, report } of listPlaces(claim)) {
    const key = keyAddress(report.url ?? '') ?? (await ledger.report(id))?.key;
    if (key !== undefined) keys.add(key);
  }
  return [...keys];
}
