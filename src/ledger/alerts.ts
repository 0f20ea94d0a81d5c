import type { Alert, Claim, ReportLine } from './claim.ts';
import { findNotInCited } from './alerts/cited.ts';
import type { Appearance } from './appearances.ts';
import type { Setting } from './origins/credit.ts';
import { nameOutlet, traceChain } from './origins/trace.ts';

/** What an alert is made from: a claim, its appearances in its order, and what is known of their reports. */
type Watched = Pick<Claim, 'id' | 'appearances' | 'origins' | 'outlets' | 'unknownLineage'>;

/** What an editor should look at, with the reports that show it. `lineOf`: a report by its key, in whatever claim it stands. */
export function findAlerts(
  claim: Watched,
  members: readonly Appearance[],
  setting: Setting,
  lineOf: (report: string) => ReportLine | null,
): readonly Alert[] {
  const lines = (at: readonly number[]): Alert['reports'] =>
    distinct(at.flatMap((i) => claim.appearances[i]?.report ?? []));
  return [
    ...[singleOrigin, circular, hedgeDropped].flatMap((find) => find(claim, members, setting, lines) ?? []), // prettier-ignore
    ...numberDrift(claim, members, setting, lineOf),
    ...retracted(claim, members, setting, lineOf),
    ...quoteAltered(members, setting, lineOf),
    ...findNotInCited(members, setting, lineOf),
  ];
}

type Lines = (at: readonly number[]) => Alert['reports'];

function distinct(reports: readonly ReportLine[]): Alert['reports'] {
  const byKey = new Map(reports.map(({ key, url, version }) => [key, { key, url, version }]));
  return [...byKey.values()];
}

const MANY = 3;

/** Many outlets, one origin, and none whose lineage is open. */
function singleOrigin(
  { outlets, origins, unknownLineage, appearances }: Watched,
  _: readonly Appearance[],
  __: Setting,
  lines: Lines,
): Alert | null {
  // prettier-ignore
  const [only] = origins;
  if (outlets < MANY || origins.length !== 1 || !only || unknownLineage > 0) return null;
  return { kind: 'single-origin', what: `${String(outlets)} outlets, one origin: ${only.name}`, reports: lines(appearances.map((_one, i) => i)) }; // prettier-ignore
}

/** Outlets that credit each other, directly or around: nobody is the origin. */
function circular(_: Watched, members: readonly Appearance[], setting: Setting, lines: Lines): Alert | null {
  const cites = new Map<string, Set<string>>();
  members.forEach((one) => {
    const own = setting.outletOf(one.report)?.key;
    const cited = traceChain(one).via[0];
    if (own !== undefined && cited !== undefined && cited !== own)
      cites.set(own, (cites.get(own) ?? new Set()).add(cited));
  });
  const reach = (from: string, to: string, seen: ReadonlySet<string>): boolean =>
    [...(cites.get(from) ?? [])].some(
      (next) => next === to || (!seen.has(next) && reach(next, to, new Set([...seen, next]))),
    );
  const ring = [...cites.keys()].filter((outlet) => reach(outlet, outlet, new Set())).sort();
  if (ring.length < 2) return null;
  const at = members.flatMap((one, i) => (ring.includes(setting.outletOf(one.report)?.key ?? '') ? [i] : []));
  return {
    kind: 'circular',
    what: `${ring.map((key) => nameOutlet(key, members)).join(' and ')} credit each other`,
    reports: lines(at),
  };
}

const HEDGED = new Set(['possible', 'probable']);

/** "May move" in the first and credited, "will move" later in a report's own voice. */
function hedgeDropped(_: Watched, members: readonly Appearance[], __: Setting, lines: Lines): Alert | null {
  const first = members.findIndex((one) => one.voice === 'attributed');
  const hedged = members[first];
  if (!hedged || !HEDGED.has(hedged.certainty.level)) return null;
  const flat = members.flatMap((one, i) => (one.voice === 'own' && !HEDGED.has(one.certainty.level) && one.report !== hedged.report && isLater(one, hedged) ? [i] : [])); // prettier-ignore
  const words = hedged.certainty.hedges[0]?.text ?? hedged.certainty.level;
  return flat.length === 0 ? null : { kind: 'hedge-dropped', what: `“${words}” is gone in ${String(flat.length)} later report${flat.length === 1 ? '' : 's'}`, reports: lines([first, ...flat]) }; // prettier-ignore
}

function isLater(one: Appearance, other: Appearance): boolean {
  return one.published === null || other.published === null || one.published >= other.published;
}

/** One question answered with two numbers, in this claim ("more than 2 billion", "2.5 billion") or by another beside it. */
function numberDrift(
  { id }: Watched,
  members: readonly Appearance[],
  setting: Setting,
  lineOf: (report: string) => ReportLine | null,
): readonly Alert[] {
  // prettier-ignore
  const own = new Set(members.flatMap(({ proposition }) => proposition.quantities.map(({ unit }) => unit)));
  const told = new Map<string, Map<string, string>>();
  for (const { proposition, report } of [...members, ...setting.rivalsOf(id)])
    for (const { value, unit } of proposition.quantities) {
      const forms = told.get(unit) ?? new Map<string, string>();
      const form = value.toLocaleString('en-US');
      if (own.has(unit) && !forms.has(form)) told.set(unit, forms.set(form, report));
    }
  const [drift] = [...told].filter(([unit, forms]) => unit !== '' && forms.size > 1);
  if (!drift) return [];
  const [unit, forms] = drift;
  const reports = distinct([...forms.values()].flatMap((report) => lineOf(report) ?? []));
  return [{ kind: 'number-drift', what: `told as ${[...forms.keys()].map((form) => `${form} ${unit}`).join(', ')}`, reports }]; // prettier-ignore
}

/** A notice takes the claim back: first the report that says so, then those that said it before, or have it from that outlet. */
function retracted(
  { id }: Watched,
  members: readonly Appearance[],
  setting: Setting,
  lineOf: (report: string) => ReportLine | null,
): readonly Alert[] {
  return setting.retractionsOf(id).map(({ kind, report, outlet, notice }) => {
    const name = setting.outletOf(report)?.name ?? 'A report';
    const carrying = members.filter((one) => setting.outletOf(one.report)?.key === outlet || traceChain(one).via.some((key) => key === outlet)); // prettier-ignore
    const keys = [report, ...carrying.map((one) => one.report)];
    return {
      kind: 'retracted' as const,
      what: `${name} ${kind === 'corrected' ? 'corrects' : 'withdraws'} it: “${notice}”`,
      reports: distinct(keys.flatMap((key) => lineOf(key) ?? [])),
    };
  });
}

/** A direct quotation whose words differ between reports, in the claim of either. */
function quoteAltered(
  members: readonly Appearance[],
  setting: Setting,
  lineOf: (report: string) => ReportLine | null,
): readonly Alert[] {
  const own = new Set(members.map(({ id }) => id));
  const found = setting.altered.filter(({ pair }) => pair.some(({ id }) => own.has(id)));
  const nameOf = (one: Appearance): string => setting.outletOf(one.report)?.name ?? 'a report';
  return found.map(({ pair: [first, second], words }) => ({
    kind: 'quote-altered',
    what: `“${words[0]}” at ${nameOf(first)} is “${words[1]}” at ${nameOf(second)}`,
    reports: distinct([first, second].flatMap(({ report }) => lineOf(report) ?? [])),
  }));
}
