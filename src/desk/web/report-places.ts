import { anchorsOf } from '../../ledger/hand.ts';
import type { HeldReportInFull, Ledger, ShownAppearance, ShownClaim } from '../../ledger/ledger.ts';
import type { Attribution, Reading } from '../../reading/reading.ts';
import type { Stretch } from './find-spans.ts';

export type Part = ShownAppearance['in'];
export const ROLES = ['source', 'cue', 'content'] as const;
export type Role = (typeof ROLES)[number];

/** An attribution with the places in claims that it makes: by the first of them it is corrected. */
export interface ToldPlaces {
  readonly in: Part;
  readonly attribution: Attribution;
  readonly places: readonly ShownAppearance[];
}

/** The attributions of a report that stand in claims; one that only tells of another telling stands in none. */
export function listToldPlaces(reading: Reading, claims: readonly ShownClaim[]): readonly ToldPlaces[] {
  const { url, outlet, sha256 } = reading.report;
  const all = claims.flatMap(({ appearances, denials }) => [...appearances, ...denials.map(({ appearance }) => appearance)]); // prettier-ignore
  const own = all.filter(({ report }) => report.version === sha256 && report.url === url && report.outlet === outlet);
  // A denial stands in each claim that it answers.
  const places = [...new Map(own.map((one) => [one.id, one])).values()];
  const gather = (part: Part, list: readonly Attribution[]): ToldPlaces[] =>
    list
      .map((attribution) => ({
        in: part,
        attribution,
        places: places.filter((one) => one.in === part && one.attribution === attribution.id),
      })) // prettier-ignore
      .filter((told) => told.places.length > 0);
  return [...gather('title', reading.headline), ...gather('text', reading.attributions)];
}

/** The one that a stretch of the text most likely belongs to: what it overlaps, the innermost first, else the nearest. */
export function findNearest(told: readonly ToldPlaces[], part: Part, [start, end]: Stretch): ToldPlaces | null {
  const measured = told
    .filter((one) => one.in === part)
    .map((one) => {
      const spans = [...one.attribution.source, ...one.attribution.cue, ...one.attribution.content];
      const [from, to] = [Math.min(...spans.map((span) => span.start)), Math.max(...spans.map((span) => span.end))];
      return { one, away: Math.max(0, from - end, start - to), own: one.attribution.voice === 'own' ? 1 : 0, size: to - from }; // prettier-ignore
    })
    .sort((a, b) => a.away - b.away || a.own - b.own || a.size - b.size);
  return measured[0]?.one ?? null;
}

/** The report in which an appearance stands, and its id now: what a person gave other bounds has another one since. */
export async function findPlaceOf(
  ledger: Ledger,
  id: string,
): Promise<{ readonly report: HeldReportInFull | null; readonly at: string }> {
  const report = await ledger.report(id);
  if (report !== null) return { report, at: id };
  const said = (await ledger.corrections()).findLast((one) =>
    anchorsOf(one).some(({ appearance }) => appearance === id),
  );
  const claim = said === undefined ? null : await ledger.claim(id);
  const anchor = said === undefined ? undefined : anchorsOf(said).find(({ appearance }) => appearance === id);
  for (const one of claim === null
    ? []
    : [...claim.appearances, ...claim.denials.map(({ appearance }) => appearance)]) {
    const held = await ledger.report(one.id);
    if (held !== null && held.key === anchor?.report) return { report: held, at: one.id };
  }
  return { report: anchor === undefined ? null : await ledger.report(anchor.report), at: id };
}
