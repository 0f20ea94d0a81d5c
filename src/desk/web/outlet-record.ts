import type { ShownClaim } from '../../ledger/ledger.ts';
import { nameCarrier } from './parts/names.ts';

/** How an outlet tells, counted over the places of claims in its reports. */
export interface OutletRecord {
  readonly places: number;
  readonly named: number;
  readonly unnamed: number;
  readonly silent: number;
  /** Outlets that it has claims from, and outlets that have claims from it; the most first. */
  readonly copies: readonly Flow[];
  readonly copiedBy: readonly Flow[];
}

export interface Flow {
  readonly outlet: string;
  /** Places that name the other, and places that share its words. */
  readonly credited: number;
  readonly copied: number;
}

export function countOutlet(name: string, claims: readonly ShownClaim[]): OutletRecord {
  const counts = { places: 0, named: 0, unnamed: 0, silent: 0 };
  const [from, to] = [new FlowCount(), new FlowCount()];
  const isOwn = (outlet: string): boolean => fold(outlet) === fold(name);
  for (const { appearances, origins } of claims) {
    const byId = new Map(appearances.map((one) => [one.id, one]));
    appearances.forEach((one, i) => {
      if (one.setAside) return;
      const outlet = nameCarrier(one);
      const source = one.copiedFrom === null ? undefined : byId.get(one.copiedFrom);
      const cited = one.chain.slice(1).find(({ kind }) => kind === 'outlet' || kind === 'wire')?.name;
      if (isOwn(outlet)) {
        counts.places++;
        const origin = origins.find(({ appearances: at }) => at.includes(i));
        if (one.lineage === 'unknown' || origin === undefined) counts.silent++;
        else if (origin.kind === 'unnamed') counts.unnamed++;
        else counts.named++;
        if (cited !== undefined && !isOwn(cited)) from.add(cited, 'credited');
        if (source !== undefined && !isOwn(nameCarrier(source))) from.add(nameCarrier(source), 'copied');
      } else {
        if (cited !== undefined && isOwn(cited)) to.add(outlet, 'credited');
        if (source !== undefined && isOwn(nameCarrier(source))) to.add(outlet, 'copied');
      }
    });
  }
  return { ...counts, copies: from.list(), copiedBy: to.list() };
}

class FlowCount {
  readonly #flows = new Map<string, Flow>();

  add(outlet: string, how: 'credited' | 'copied'): void {
    const key = fold(outlet);
    const known = this.#flows.get(key) ?? { outlet, credited: 0, copied: 0 };
    this.#flows.set(key, { ...known, [how]: known[how] + 1 });
  }

  list(): readonly Flow[] {
    return [...this.#flows.values()].sort((a, b) => b.credited + b.copied - a.credited - a.copied || (a.outlet < b.outlet ? -1 : 1)); // prettier-ignore
  }
}

function fold(name: string): string {
  return name.toLowerCase().replace(/^the /u, '').trim();
}
