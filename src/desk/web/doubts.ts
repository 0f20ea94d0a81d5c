import type { ShownAppearance, ShownClaim } from '../../ledger/ledger.ts';
import type { Reading } from '../../reading/reading.ts';
import type { Desk } from './desk.ts';

/** Claims and reports that one page looks through: each report read back costs some milliseconds. */
const [CLAIMS, REPORTS] = [30, 16];

/** A place that nobody has seen, and how sure the reader is of it. */
export interface Doubt {
  readonly claim: ShownClaim;
  readonly one: ShownAppearance;
  readonly reading: Reading;
  /** The reader's calibrated chance of being right. */
  readonly confidence: number;
}

/** Of the claims that most reports carry, the places that the reader is least sure of, the least sure first. */
export async function findDoubts(desk: Desk): Promise<readonly Doubt[]> {
  const { items: claims } = await desk.ledger.claims({ limit: CLAIMS });
  const readings = new Map<string, Reading | null>();
  const seen = new Set<string>();
  const doubts: Doubt[] = [];
  for (const claim of claims)
    for (const one of claim.appearances) {
      if (one.checked || one.setAside || seen.has(one.id)) continue;
      seen.add(one.id);
      const key = one.report.version;
      if (!readings.has(key)) {
        if (readings.size === REPORTS) continue;
        const report = await desk.ledger.report(one.id);
        readings.set(key, report === null ? null : await desk.ledger.reading(report.key));
      }
      const reading = readings.get(key);
      if (!reading) continue;
      const found = (one.in === 'title' ? reading.headline : reading.attributions).find(({ id }) => id === one.attribution); // prettier-ignore
      if (found?.voice === 'attributed') doubts.push({ claim, one, reading, confidence: found.confidence });
    }
  return doubts.sort((a, b) => a.confidence - b.confidence || (a.one.id < b.one.id ? -1 : 1));
}
