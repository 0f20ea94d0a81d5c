import type { HeldReport, Ledger, ShownClaim } from '../../ledger/ledger.ts';
import type { MappedPlace } from './parts/place-map.tsx';

/** Reports that are read back for the places of a claim: each costs a few milliseconds. */
const READ_BACK = 12;

/** The places that a claim's appearances name, with where they lie; those named most first. */
export async function findPlaces(ledger: Ledger, { appearances }: ShownClaim): Promise<readonly MappedPlace[]> {
  const byReport = new Map<string, string[]>();
  for (const { id, setAside } of appearances) {
    if (setAside) continue;
    const held = byReport.size < READ_BACK ? id : null;
    if (held === null) break;
    const one = appearances.find((other) => other.id === id);
    const key = `${one?.report.url ?? ''}\n${one?.report.version ?? ''}`;
    byReport.set(key, [...(byReport.get(key) ?? []), id]);
  }
  const found = new Map<string, MappedPlace>();
  for (const ids of byReport.values()) {
    const report = await ledger.report(ids[0] ?? '');
    const reading = report === null ? null : await ledger.reading(report.key);
    if (reading === null) continue;
    const wanted = new Set(appearances.filter(({ id }) => ids.includes(id)).map(({ attribution, in: part }) => `${part} ${attribution}`)); // prettier-ignore
    const told = [...reading.attributions.map((one) => ['text', one] as const), ...reading.headline.map((one) => ['title', one] as const)]; // prettier-ignore
    for (const [part, { id, where }] of told) {
      if (!wanted.has(`${part} ${id}`)) continue;
      for (const { name, lat, lon, country } of where) {
        const key = `${lat.toFixed(2)} ${lon.toFixed(2)}`;
        found.set(key, { name, lat, lon, country, count: (found.get(key)?.count ?? 0) + 1 });
      }
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** Reports of a claim that are held in several versions. */
export async function findVersions(
  ledger: Ledger,
  { appearances, denials }: ShownClaim,
): Promise<readonly HeldReport[]> {
  const all = [...appearances, ...denials.map(({ appearance }) => appearance)];
  const addresses = [...new Set(all.flatMap(({ report }) => report.url ?? []))];
  const held = await ledger.reports({ addresses, limit: 500 });
  return held.filter(({ versions }) => versions > 1);
}
