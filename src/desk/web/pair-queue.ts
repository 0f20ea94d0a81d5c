import { listStanding, type KeptCorrection } from '../../ledger/corrections.ts';
import { anchorsOf } from '../../ledger/hand.ts';
import type { Ledger, Reviews } from '../../ledger/ledger.ts';

/** So long a look over the ledger holds, in milliseconds: it takes seconds in a large one, and people answer with one key. */
const HOLDS = 5 * 60_000;

/** The pairs in doubt that nobody has settled yet. */
export type PairQueue = () => Promise<Reviews>;

/** Looks for pairs now and then; what is settled, or taken back, counts at once. */
export function openPairQueue(ledger: Ledger, now: () => Date): PairQueue {
  let held: { readonly reviews: Reviews; readonly at: number } | null = null;
  return async () => {
    const at = now().getTime();
    if (held === null || at - held.at > HOLDS) {
      const reviews = await ledger.listReviews();
      // An empty ledger may be filled the next moment.
      held = reviews.claims.length + reviews.sources.length > 0 ? { reviews, at } : null;
      return reviews;
    }
    const settled = new Set(listStanding(await ledger.corrections()).flatMap(nameSettled));
    return {
      ...held.reviews,
      claims: held.reviews.claims.filter(({ appearances }) => !settled.has(namePair(appearances))),
      sources: held.reviews.sources.filter(({ sources: [a, b] }) => !settled.has(namePair([a.id, b.id]))),
    };
  };
}

function nameSettled(said: KeptCorrection): readonly string[] {
  if (said.kind === 'merge' || said.kind === 'split') return [namePair(anchorsOf(said).map(({ appearance }) => appearance))]; // prettier-ignore
  const { sources } = said.body;
  if (said.kind !== 'same-source' && said.kind !== 'other-source') return [];
  return Array.isArray(sources) ? [namePair(sources.map(String))] : [];
}

function namePair(ids: readonly string[]): string {
  return [...ids].sort().join(' ');
}
