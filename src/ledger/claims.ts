import { groupBy } from '../base/group-by.ts';
import type { Reading } from '../reading/reading.ts';
import { findAppearances, type Appearance } from './appearances.ts';
import { findAlerts } from './alerts.ts';
import { findAltered } from './alerts/quotations.ts';
import { findRivals } from './alerts/rivals.ts';
import { findRetractions, type Retraction } from './alerts/retractions.ts';
import { followExpected, settleOutcome } from './calendar.ts';
import type { Said } from './corrections.ts';
import { describeReport, weighClaim, type Claim, type ClaimAppearance, type Denial, type ReportLine } from './claim.ts';
import { NO_HAND, type Hand } from './hand.ts';
import { linkDenials, type Cluster } from './denials.ts';
import { findLeaves } from './denials/leaves.ts';
import { nameOfReport, readCredit, unifyBodies, type Credit, type Setting } from './origins/credit.ts';
import { countIndependent } from './origins/independent.ts';
import { recogniseOutlets } from './origins/known-outlets.ts';
import { findUnread } from './origins/unread.ts';
import { isDenialLike, listOrigins, traceAppearances, type Traced } from './origins.ts';
import { keyOfOutlet } from './origins/trace.ts';
import { findParties, followPersons, keyOfName, partyInWords } from './parties.ts';
import { findCopied, findCopies } from './reuse/copies.ts';
import { creditOutlets } from './reuse/credited-outlets.ts';
import type { Proposition } from './propositions/proposition.ts';
import { keyAddress, keyReport } from './report-key.ts';
import { clusterAppearances } from './same-claim/cluster-appearances.ts';
import { scoreAppearances } from './same-claim/score.ts';
import { compareAppearances, compareWords } from './same-claim/order.ts';

/**
 * All claims of a set of readings (contract §2.5: the order in which they came changes nothing). A pure function; the
 * ledger calls it for the readings that an arrival touches, with what people said of them.
 */
export function findClaims(given: readonly Reading[], said: Partial<Hand> = NO_HAND): readonly Claim[] {
  const hand = { ...NO_HAND, ...said };
  const readings = latestVersions(given);
  const found = [...readings.values()].flatMap(findAppearances).sort(compareAppearances);
  const outlets = new Map([...readings.values()].flatMap(({ report: { outlet } }) => (outlet === null ? [] : [[keyOfOutlet(outlet), outlet] as const]))); // prettier-ignore
  const appearances = found.map((one) => recogniseOutlets(one, outlets));
  const asserting = appearances.filter((one) => !isDenialLike(one));
  const { clusters, contradicting } = clusterAppearances(asserting, hand);
  const denials = [...appearances.filter(isDenialLike), ...contradicting.keys()].sort(compareAppearances);
  const linked = new Map([...linkDenials(appearances.filter(isDenialLike), clusters), ...[...contradicting].map(([one, id]) => [one.id, [id]] as const)]); // prettier-ignore
  const answers = answerAsSaid(linked, clusters, hand);
  const setting = settingOf(readings, appearances, findRetractions(readings, clusters), findRivals(clusters));
  const reports = new Map([...readings].map(([key, reading]) => [key, describeReport(key, reading)]));
  const claims = clusters.map((cluster) => {
    const own = denials.filter(({ id }) => answers.get(id)?.includes(cluster.id));
    return makeClaim(cluster, own, hand, setting, reports, readings);
  });
  const lone = denials.filter(({ id, polarity }) => (answers.get(id) ?? []).length === 0 && polarity !== 'declined');
  return [
    ...claims,
    ...lone.map((one) => makeClaim({ id: one.id, members: [one] }, [], hand, setting, reports, readings)),
  ].sort(compareClaims);
}

/** What each denial answers, with what people said of it. */
function answerAsSaid(
  linked: ReadonlyMap<string, readonly string[]>,
  clusters: readonly Cluster[],
  { answers }: Hand,
): ReadonlyMap<string, readonly string[]> {
  const said = new Map(linked);
  for (const { denial, claim, isAnswer } of answers) {
    const id = clusters.find(({ members }) => members.some((one) => one.id === claim))?.id;
    const known = said.get(denial);
    if (id === undefined || known === undefined) continue;
    const others = known.filter((one) => one !== id);
    said.set(denial, isAnswer ? [...others, id] : others);
  }
  return said;
}

/** One reading a report: of several texts of one address the last captured, then modified, then by sha256 (contract §1). */
function latestVersions(given: readonly Reading[]): ReadonlyMap<string, Reading> {
  const rank = ({ report }: Reading): string =>
    [report.captured ?? '', report.modified ?? '', report.sha256].join('\0');
  const sorted = [...given].sort((a, b) => compareWords(rank(a), rank(b)));
  const latest = new Map(sorted.map((reading) => [keyReport(reading.report), reading]));
  return new Map([...latest].sort(([a], [b]) => compareWords(a, b)));
}

function settingOf(
  readings: ReadonlyMap<string, Reading>,
  appearances: readonly Appearance[],
  retractions: ReadonlyMap<string, readonly Retraction[]>,
  rivals: ReadonlyMap<string, readonly Appearance[]>,
): Setting {
  // prettier-ignore
  const credited = creditOutlets(readings, appearances);
  const parties = followPersons(new Map([...readings.values()].flatMap((reading) => [...findParties(reading)])));
  const byReport = groupBy(appearances, ({ report }) => report);
  const bodies = unifyBodies([...parties.values(), ...appearances.flatMap(bodiesIn)]);
  const copied = findCopied(findCopies(readings), (report) => byReport.get(report) ?? []);
  const credits = new Map<string, Credit>();
  let byOutlet: ReadonlyMap<string | undefined, readonly string[]> | null = null;
  const setting: Setting = {
    creditOf(appearance) {
      const known = credits.get(appearance.id) ?? readCredit(appearance, setting);
      credits.set(appearance.id, known);
      return known;
    },
    bodyOf: (name) => bodies.get(keyOfName(name)) ?? name,
    outletOf(report) {
      const name = readings.get(report)?.report.outlet ?? credited.get(report) ?? null;
      return name === null ? null : { key: keyOfOutlet(name), name };
    },
    parties,
    appearancesOf: (report) => byReport.get(report) ?? [],
    copiedFrom: (id) => copied.get(id) ?? null,
    heldReports(outlet, one) {
      byOutlet ??= groupBy(readings.keys(), (key) => setting.outletOf(key)?.key);
      return (byOutlet.get(outlet) ?? []).filter((key) => key !== one.report && isNear(readings.get(key)?.report.published ?? null, one.published)); // prettier-ignore
    },
    links: (from, to) => readings.get(from)?.report.links.some(({ href }) => keyAddress(href) === to) === true,
    textOf({ report, in: part }) {
      const own = readings.get(report)?.report;
      return (part === 'text' ? own?.text : own?.title) ?? '';
    },
    altered: findAltered(appearances, (one) => quotationOf(one, readings)),
    rivalsOf: (claim) => rivals.get(claim) ?? [],
    retractionsOf: (claim) => retractions.get(claim) ?? [],
  };
  return setting;
}

/** The words of the attribution that an appearance is a part of. */
function quotationOf(
  { report, in: part, attribution, content }: Appearance,
  readings: ReadonlyMap<string, Reading>,
): string {
  const own = readings.get(report);
  const all = part === 'text' ? own?.attributions : own?.headline;
  const spans = all?.find(({ id }) => id === attribution)?.content ?? content;
  return spans.map(({ text }) => text).join(' ');
}

/** Of one story by time: within a week, or undated. */
function isNear(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) <= 7 * 86_400_000;
}

/** Names of bodies that an appearance credits. */
function bodiesIn({ chain, source, voice, body }: Appearance): readonly string[] {
  if (voice === 'own') return body === null ? [] : [body];
  const named = chain.filter(({ kind }) => kind === 'organization' || kind === 'government').map(({ name }) => name);
  return [...named, ...[partyInWords(source), body].flatMap((name) => name ?? [])];
}

function makeClaim(
  cluster: Cluster,
  denials: readonly Appearance[],
  hand: Hand,
  setting: Setting,
  reports: ReadonlyMap<string, ReportLine>,
  readings: ReadonlyMap<string, Reading>,
): Claim {
  // prettier-ignore
  const members = cluster.members.filter(({ id }) => !hand.rejected.has(id));
  const aside = cluster.members.filter(({ id }) => hand.rejected.has(id));
  const traced = traceAppearances(members, setting);
  const line = (one: Appearance, from: Traced): ClaimAppearance => ({
    id: one.id,
    report: reports.get(one.report) ?? { key: one.report, url: null, outlet: null, title: null, published: null, version: one.sha256 }, // prettier-ignore
    attribution: one.attribution,
    in: one.in,
    voice: one.voice,
    content: one.content,
    chain: one.chain,
    polarity: one.polarity,
    certainty: one.certainty,
    places: [...new Set(one.where.map(({ name }) => name))],
    lineage: from.lineage,
    copiedFrom: setting.copiedFrom(one.id),
    checked: describeCheck(hand, one.id),
    ...describeAdded(hand, one.id),
    setAside: hand.rejected.has(one.id),
  });
  const lines = members.flatMap((one, i) => (traced[i] ? [line(one, traced[i])] : []));
  const all = [...lines, ...aside.map((one) => line(one, UNTRACED))];
  const origins = listOrigins(members, traced);
  const { proposition, sense } = chooseClearest(members.length > 0 ? members : aside);
  const dates = members.flatMap(({ published }) => published ?? []).sort();
  const outlets = new Set(members.map(({ report }) => setting.outletOf(report)?.key ?? report)).size;
  const [first] = all;
  if (!first) throw new RangeError('a claim without an appearance');
  return {
    id: cluster.id,
    text: proposition.text,
    proposition,
    sense,
    firstAppearance: first,
    appearances: all,
    outlets,
    origins,
    unknownLineage: countUnknown(lines),
    independent: countIndependent(origins, members, traced),
    basis: {
      reports: new Set(members.map(({ report }) => report)).size,
      outlets,
      from: dates[0] ?? null,
      to: dates.at(-1) ?? null,
    },
    unread: findUnread(members, setting, readings),
    denials: denials.map((one) => describeDenial(one, proposition, setting, line)),
    expected: settleOutcome(
      followExpected(members, (one) => line(one, UNTRACED).report),
      lastSaid(cluster.members, hand.outcomes),
      reports,
    ),
    grade: lastSaid(cluster.members, hand.grades),
    alerts: findAlerts(
      { id: cluster.id, appearances: lines, origins, outlets, unknownLineage: countUnknown(lines) },
      members,
      setting,
      (report) => reports.get(report) ?? null,
    ),
  };
}

function describeCheck({ accepted }: Hand, id: string): ClaimAppearance['checked'] {
  const said = accepted.get(id);
  return said === undefined ? null : { by: said.by, at: said.at };
}

function describeAdded({ added }: Hand, id: string): Pick<ClaimAppearance, 'addedBy'> {
  const said = added.get(id);
  return said === undefined ? {} : { addedBy: said };
}

/** Of what people said of any of a claim's appearances, the last. */
function lastSaid<T extends Said>(members: readonly Appearance[], said: ReadonlyMap<string, T>): T | null {
  const all = members.flatMap(({ id }) => said.get(id) ?? []);
  return all.sort((a, b) => compareWords(a.at, b.at)).at(-1) ?? null;
}

const UNTRACED: Traced = { lineage: 'unknown', origin: null, open: null };

function countUnknown(lines: readonly ClaimAppearance[]): number {
  return lines.filter(({ lineage }) => lineage === 'unknown').length;
}

function describeDenial(
  one: Appearance,
  claim: Proposition,
  setting: Setting,
  line: (one: Appearance, from: Traced) => ClaimAppearance,
): Denial {
  const { origin } = setting.creditOf(one);
  const contradicts = one.polarity === 'affirmed' || one.polarity === 'negated';
  // "Apple won't shut it" in a report's own voice: the report says so.
  const subject = contradicts ? '' : one.proposition.subject.join(' ');
  const by = subject === '' ? (setting.outletOf(one.report)?.name ?? nameOfReport(one)) : subject;
  return {
    by: origin?.name ?? by,
    party: origin?.party ?? null,
    strength: contradicts ? 'denied' : one.polarity,
    leaves: findLeaves(one, claim, setting.textOf(one)),
    appearance: line(one, { lineage: origin ? 'stated' : 'unknown', origin, open: null }),
  };
}

/** Members among which a claim's words are chosen. */
const SAMPLE = 40;

/** The clearest appearance, of those that most others are like: with names, without pronouns, in full. */
function chooseClearest(members: readonly Appearance[]): Appearance {
  const clarity = ({ proposition }: Appearance): number =>
    Math.min(4, proposition.actors.length) - (proposition.nominal ? 8 : 0) - (proposition.text.includes('[') ? 4 : 0) - (proposition.text.length > 200 ? 6 : 0); // prettier-ignore
  const some = members.slice(0, SAMPLE);
  const central = (one: Appearance): number => some.reduce((sum, other) => sum + (other === one ? 0 : scoreAppearances(one, other)), 0) / Math.max(1, some.length - 1); // prettier-ignore
  const ranked = some.map((one) => ({ one, score: 20 * central(one) + clarity(one) }));
  return ranked.reduce((a, b) => (b.score > a.score ? b : a)).one;
}

/** As `claims` lists them: those of the most weight first. */
function compareClaims(a: Claim, b: Claim): number {
  return weighClaim(b) - weighClaim(a) || b.basis.reports - a.basis.reports || b.appearances.length + b.denials.length - a.appearances.length - a.denials.length || compareWords(a.id, b.id); // prettier-ignore
}
