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
  const credits = appearances.map((appearance) => setting.creditOf(appearance));
  const first = appearances.map((appearance, i): Traced => traceByText(appearance, credits[i] ?? NO_CREDIT, appearances, credits, setting)); // prettier-ignore
  const second = first.map((traced, i) => (traced.origin || traced.open !== null ? traced : (repeatIn(i, appearances, first) ?? traced))); // prettier-ignore
  const third = second.map((traced, i) => {
    const appearance = appearances[i];
    return traced.origin || traced.open !== null || !appearance ? traced : (traceBeside(appearance, appearances, credits, setting) ?? traced); // prettier-ignore
  });
  return third.map((traced, i) => {
    const from = setting.copiedFrom(appearances[i]?.id ?? '');
    const source = third[appearances.findIndex(({ id }) => id === from)];
    return traced.origin || !source?.origin ? traced : { ...source, lineage: 'copied' };
  });
}

const NO_CREDIT: Credit = { via: [], end: null, origin: null };

function traceByText(
  appearance: Appearance,
  credit: Credit,
  all: readonly Appearance[],
  credits: readonly Credit[],
  setting: Setting,
): Traced {
  // prettier-ignore
  if (credit.origin) return { lineage: 'stated', origin: credit.origin, open: null };
  const outlet = credit.via.at(-1);
  if (outlet === undefined) return { lineage: 'unknown', origin: null, open: null };
  const origin = complete(outlet, appearance.report, all, credits, setting);
  return origin ? { lineage: 'completed', origin, open: null } : { lineage: 'unknown', origin: null, open: outlet };
}

/**
 * What goes on beyond an outlet: in this claim, else in what the same report says that the outlet was told; where the
 * outlet's own report stops at another outlet, what goes on beyond that one.
 */
function complete(
  outlet: string,
  report: string,
  all: readonly Appearance[],
  credits: readonly Credit[],
  setting: Setting,
  passed: readonly string[] = [],
): OriginFacts | null {
  const isOwn = (i: number): boolean => setting.outletOf(all[i]?.report ?? '')?.key === outlet;
  const beyond = credits.filter((credit, i) => credit.origin && (credit.via.includes(outlet) || isOwn(i)));
  const here = setting.appearancesOf(report).map((one) => setting.creditOf(one)).filter((credit) => credit.origin?.kind === 'unnamed' && credit.via.includes(outlet)); // prettier-ignore
  const found = [...beyond, ...here].flatMap(({ origin }) => origin ?? []);
  const nearest = found.find(({ kind }) => kind === 'unnamed') ?? found[0];
  if (nearest !== undefined) return nearest;
  const on = credits.flatMap(({ via }, i) => (isOwn(i) ? via.slice(-1) : [])).filter((next) => next !== outlet && !passed.includes(next)); // prettier-ignore
  for (const next of new Set(on)) {
    const origin = complete(next, report, all, credits, setting, [...passed, outlet]);
    if (origin !== null) return origin;
  }
  return null;
}

/** A repeat without a credit takes the origin that its report gives the claim elsewhere; the nearest before it first. */
function repeatIn(at: number, appearances: readonly Appearance[], traced: readonly Traced[]): Traced | null {
  const own = appearances[at];
  if (!own) return null;
  const others = appearances.flatMap((one, i) => {
    const found = traced[i];
    return i !== at && one.report === own.report && found && (found.origin || found.open !== null)
      ? [{ one, found }]
      : [];
  });
  const place = startOf(own);
  others.sort((a, b) => Math.abs(startOf(a.one) - place) - Math.abs(startOf(b.one) - place));
  return others[0]?.found ?? null;
}

/** Characters within which a credit carries over to a sentence without one. */
const BESIDE = 420;

/**
 * The credit of the sentences around, of an outlet or an unnamed source ("The Journal says it will split. Ms Berg would
 * lead the …"); else, where the one whom the clause is about speaks in the report itself ("Holm said it expects the
 * purchase to close …"), that one.
 */
function traceBeside(
  appearance: Appearance,
  all: readonly Appearance[],
  credits: readonly Credit[],
  setting: Setting,
): Traced | null {
  // prettier-ignore
  const report = setting.appearancesOf(appearance.report).filter((one) => one.in === appearance.in && !isDenialLike(one));
  const place = startOf(appearance);
  const known = new Set(credits.flatMap(({ via, origin }) => [...via, ...(origin ? [origin.key] : [])]));
  const near = report
    .filter((one) => Math.abs(startOf(one) - place) <= BESIDE && one.id !== appearance.id)
    .sort((a, b) => Math.abs(startOf(a) - place) - Math.abs(startOf(b) - place));
  for (const one of near) {
    const credit = setting.creditOf(one);
    const outlet = credit.via.at(-1);
    if (credit.origin?.kind === 'unnamed' && (known.has(credit.origin.key) || credit.via.some((key) => known.has(key))))
      return { lineage: 'stated', origin: credit.origin, open: null };
    if (outlet === undefined || credit.origin || !known.has(outlet)) continue;
    const origin = complete(outlet, appearance.report, all, credits, setting);
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
