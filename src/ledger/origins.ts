import { groupBy } from '../base/group-by.ts';
import { startOf, type Appearance } from './appearances.ts';
import type { Lineage, Origin } from './claim.ts';
import type { Credit, OriginFacts, Setting } from './origins/credit.ts';
import { areOneBody } from './parties.ts';
import { splitName } from './propositions/actors.ts';

/** Where each appearance of a claim comes from, in the claim's order. */
export interface Traced {
  readonly lineage: Lineage;
  readonly origin: OriginFacts | null;
  /** The outlet at which the trail ends, where no origin is known: its key. */
  readonly open: string | null;
}

/**
 * Traces the appearances of one claim (contract §2.3): what their texts say; where a text stops at an outlet, what that
 * outlet's own report says or any appearance that passes through it and goes further; where a text credits nobody, what
 * the same report credits for the claim elsewhere, or beside it; what copying shows. The rest is unknown.
 */
export function traceAppearances(appearances: readonly Appearance[], setting: Setting): readonly Traced[] {
  const credited = appearances.map((appearance) => ({ appearance, credit: setting.creditOf(appearance) }));
  const trails = followTrails(credited, setting);
  const first = credited.map((one) => ({ ...one, traced: traceByText(one, trails, setting) }));
  const told = groupBy(first.filter(({ traced }) => isTraced(traced)), ({ appearance }) => appearance.report); // prettier-ignore
  const third = first.map(({ appearance, traced }) => {
    if (isTraced(traced)) return traced;
    const found = repeatIn(appearance, told.get(appearance.report) ?? []) ?? traced;
    return isTraced(found) ? found : (traceBeside(appearance, trails, setting) ?? found);
  });
  const byId = new Map(appearances.map(({ id }, i) => [id, third[i]]));
  return third.map((traced, i) => {
    const source = byId.get(setting.copiedFrom(appearances[i]?.id ?? '') ?? '');
    return traced.origin || !source?.origin ? traced : { ...source, lineage: 'copied' };
  });
}

function isTraced({ origin, open }: Traced): boolean {
  return origin !== null || open !== null;
}

interface Credited {
  readonly appearance: Appearance;
  readonly credit: Credit;
}

/** What a claim's appearances say of each outlet, by its key. */
interface Trails {
  /** The origin beyond it: the first that is unnamed, else the first. */
  readonly beyond: ReadonlyMap<string, OriginFacts>;
  /** The outlets at which its own reports stop. */
  readonly on: ReadonlyMap<string, ReadonlySet<string>>;
  /** The keys of the outlets and origins that any of them credits. */
  readonly known: ReadonlySet<string>;
}

function followTrails(credited: readonly Credited[], setting: Setting): Trails {
  const beyond = new Map<string, OriginFacts>();
  const on = new Map<string, Set<string>>();
  const known = new Set<string>();
  for (const { appearance, credit } of credited) {
    const { via, origin } = credit;
    const own = setting.outletOf(appearance.report)?.key;
    for (const key of origin ? [...via, origin.key] : via) known.add(key);
    for (const outlet of own === undefined ? via : [...via, own]) {
      const nearest = beyond.get(outlet);
      if (origin && (!nearest || (nearest.kind !== 'unnamed' && origin.kind === 'unnamed'))) beyond.set(outlet, origin);
    }
    const last = via.at(-1);
    if (own !== undefined && last !== undefined) on.set(own, (on.get(own) ?? new Set()).add(last));
  }
  return { beyond, on, known };
}

function traceByText({ appearance, credit }: Credited, trails: Trails, setting: Setting): Traced {
  if (credit.origin) return { lineage: 'stated', origin: credit.origin, open: null };
  const outlet = credit.via.at(-1);
  if (outlet === undefined) return { lineage: 'unknown', origin: null, open: null };
  const origin = complete(outlet, appearance.report, trails, setting);
  return origin ? { lineage: 'completed', origin, open: null } : { lineage: 'unknown', origin: null, open: outlet };
}

/**
 * What goes on beyond an outlet: in this claim, else in what the same report says that the outlet was told; where the
 * outlet's own report stops at another outlet, what goes on beyond that one.
 */
function complete(
  outlet: string,
  report: string,
  trails: Trails,
  setting: Setting,
  passed: readonly string[] = [],
): OriginFacts | null {
  const beyond = trails.beyond.get(outlet);
  if (beyond?.kind === 'unnamed') return beyond;
  const here = setting.appearancesOf(report).map((one) => setting.creditOf(one)).find(({ via, origin }) => origin?.kind === 'unnamed' && via.includes(outlet)); // prettier-ignore
  const found = here?.origin ?? beyond;
  if (found) return found;
  for (const next of trails.on.get(outlet) ?? []) {
    if (next === outlet || passed.includes(next)) continue;
    const origin = complete(next, report, trails, setting, [...passed, outlet]);
    if (origin !== null) return origin;
  }
  return null;
}

/**
 * A repeat without a credit takes the origin that its report gives the claim elsewhere; the nearest before it first.
 * `told`: what is traced in its report.
 */
function repeatIn(
  own: Appearance,
  told: readonly { readonly appearance: Appearance; readonly traced: Traced }[],
): Traced | null {
  const place = startOf(own);
  const far = ({ appearance }: { readonly appearance: Appearance }): number => Math.abs(startOf(appearance) - place);
  return [...told].sort((a, b) => far(a) - far(b))[0]?.traced ?? null;
}

/** Characters within which a credit carries over to a sentence without one. */
const BESIDE = 420;

/**
 * The credit of the sentences around, of an outlet or an unnamed source ("The Journal says it will split. Ms Berg would
 * lead the …"); else, where the one whom the clause is about speaks in the report itself ("Holm said it expects the
 * purchase to close …"), that one.
 */
function traceBeside(appearance: Appearance, trails: Trails, setting: Setting): Traced | null {
  const { known } = trails;
  const report = setting.appearancesOf(appearance.report).filter((one) => one.in === appearance.in && !isDenialLike(one)); // prettier-ignore
  const place = startOf(appearance);
  const near = report
    .filter((one) => Math.abs(startOf(one) - place) <= BESIDE && one.id !== appearance.id)
    .sort((a, b) => Math.abs(startOf(a) - place) - Math.abs(startOf(b) - place));
  for (const one of near) {
    const credit = setting.creditOf(one);
    const outlet = credit.via.at(-1);
    if (credit.origin?.kind === 'unnamed' && (known.has(credit.origin.key) || credit.via.some((key) => known.has(key))))
      return { lineage: 'stated', origin: credit.origin, open: null };
    if (outlet === undefined || credit.origin || !known.has(outlet)) continue;
    const origin = complete(outlet, appearance.report, trails, setting);
    return origin ? { lineage: 'completed', origin, open: null } : { lineage: 'unknown', origin: null, open: outlet };
  }
  if (appearance.voice !== 'own') return null;
  const { subject, about } = appearance.proposition;
  const spoken = subject.length > 0 ? [...subject, ...bodiesOf(subject, setting)] : about;
  const words = spoken.map(splitName);
  for (const one of report) {
    const { origin } = setting.creditOf(one);
    if (origin?.key.startsWith('body:') && isSpoken(origin, words)) return { lineage: 'stated', origin, open: null };
  }
  return null;
}

/** The bodies of the persons who bear one of these words as their last name. */
function bodiesOf(words: readonly string[], { parties }: Setting): readonly string[] {
  return [...parties].flatMap(([person, body]) => (words.includes(person.split(' ').at(-1) ?? '') ? [body] : []));
}

/** `words`: each as `splitName` has it. */
function isSpoken({ party, name }: OriginFacts, words: readonly (readonly string[])[]): boolean {
  const body = splitName(party ?? name);
  return words.some((word) => areOneBody(body, word));
}

export function isDenialLike({ polarity }: Pick<Appearance, 'polarity'>): boolean {
  return polarity !== 'affirmed' && polarity !== 'negated';
}

/** The distinct origins of traced appearances, earliest first (contract §2.4). */
export function listOrigins(appearances: readonly Appearance[], traced: readonly Traced[]): readonly Origin[] {
  const groups = new Map<string, { facts: OriginFacts; at: number[] }>();
  traced.forEach(({ origin }, i) => {
    if (!origin) return;
    const { key } = origin;
    const group = groups.get(key) ?? { facts: origin, at: [] };
    group.at.push(i);
    // Of one group some texts tell more: officials are sources too.
    if (origin.name.startsWith('unnamed officials')) group.facts = origin;
    groups.set(key, group);
  });
  return [...groups.values()].map(({ facts: { name, kind, party, via }, at }) => ({
    name,
    kind,
    party,
    via,
    first: appearances[at[0] ?? -1]?.published ?? null,
    appearances: at,
  }));
}
