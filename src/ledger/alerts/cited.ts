import type { Alert, ReportLine } from '../claim.ts';
import type { Appearance } from '../appearances.ts';
import type { Setting } from '../origins/credit.ts';
import { isDenialLike } from '../origins.ts';
import { nameOutlet, traceChain } from '../origins/trace.ts';
import { compareQuantities } from '../propositions/quantities.ts';
import { wordsOf } from '../reuse/shingles.ts';
import { scoreDenial, scorePair } from '../same-claim/score.ts';

/** What a report that is credited with something says of it itself. */
export type CitedVerdict = 'says it' | 'says less' | 'says otherwise' | 'not found';

export interface CitedComparison {
  readonly verdict: CitedVerdict;
  /** The key of the report that is credited. */
  readonly report: string;
  /** What it says; null: nothing of the kind. */
  readonly by: Appearance | null;
}

/** Chance from which a report says what it is credited with. */
const SAME = 0.3;
/** Chance from which it is told apart what it says; under the other it says nothing of the kind; between them nobody is accused. */
const SURE = 0.45;
const NOTHING = 0.12;

/**
 * An appearance that credits another outlet, compared with that outlet's own report where it is held. Null: it credits
 * none, or none that is held is of this story.
 */
export function compareWithCited(one: Appearance, setting: Setting): CitedComparison | null {
  const cited = traceChain(one).via[0];
  if (cited === undefined) return null;
  const reports = findCited(cited, one, setting);
  const [best] = reports.map((report) => compareWithReport(one, report, setting)).sort((a, b) => RANK[a.verdict] - RANK[b.verdict]); // prettier-ignore
  return best ?? null;
}

/** The reports of an outlet (its key) that may be the one which an appearance credits: of its time, and of its story. */
export function findCited(outlet: string, one: Appearance, setting: Setting): readonly string[] {
  return setting.heldReports(outlet, one).filter((report) => isOfStory(report, outlet, one, setting));
}

const RANK: Readonly<Record<CitedVerdict, number>> = {
  'says it': 0,
  'says less': 1,
  'says otherwise': 2,
  'not found': 3,
};

function compareWithReport(one: Appearance, report: string, setting: Setting): CitedComparison {
  const told = setting.appearancesOf(report).map((by) => ({ by, score: isDenialLike(by) ? scoreDenial(by.proposition, one.proposition) : scoreAlike(one, by) })); // prettier-ignore
  const [best] = told.sort((a, b) => b.score - a.score || (a.by.id < b.by.id ? -1 : 1));
  // The same number: the words differ, and it is there.
  const counted = told.some(({ by }) => one.proposition.quantities.some(({ value }) => by.proposition.quantities.some((other) => other.value === value))); // prettier-ignore
  if (best === undefined || (best.score < NOTHING && !counted)) return { verdict: 'not found', report, by: null };
  return { verdict: best.score < SURE ? 'says it' : judge(one, best.by), report, by: best.by };
}

/** Two that tell other numbers are the same question: numbers are compared apart. */
function scoreAlike(a: Appearance, b: Appearance): number {
  const bare = ({ proposition }: Appearance): Appearance['proposition'] => ({ ...proposition, quantities: [] });
  return scorePair(bare(a), bare(b));
}

const HEDGED = new Set(['possible', 'probable']);

function judge(one: Appearance, by: Appearance): CitedVerdict {
  if (wordsIn(one) === wordsIn(by)) return 'says it';
  const differs = compareQuantities(one.proposition.quantities, by.proposition.quantities) === 'differ';
  if (isDenialLike(by) || one.proposition.negated !== by.proposition.negated || differs) return 'says otherwise';
  const flat = !HEDGED.has(one.certainty.level) && HEDGED.has(by.certainty.level);
  return flat ? 'says less' : 'says it';
}

function wordsIn({ content }: Appearance): string {
  return wordsOf(content.map(({ text }) => text).join(' ')).join(' ');
}

const known = new WeakMap<Setting, Map<string, boolean>>();

/** Whether a held report is the one that is meant: something that the crediting report has from that outlet stands in it. */
function isOfStory(report: string, via: string, one: Appearance, setting: Setting): boolean {
  const answers = known.get(setting) ?? new Map<string, boolean>();
  known.set(setting, answers);
  const key = `${report}\0${one.report}\0${via}`;
  const before = answers.get(key);
  if (before !== undefined) return before;
  const credited = setting.appearancesOf(one.report).filter((other) => traceChain(other).via.includes(via));
  const told = setting.appearancesOf(report);
  const found = setting.links(one.report, report) || credited.some((other) => told.some((by) => scoreAlike(other, by) >= SAME)); // prettier-ignore
  answers.set(key, found);
  return found;
}

/** Appearances of a claim that the report which they credit does not bear out. One alert a credited report. */
export function findNotInCited(
  members: readonly Appearance[],
  setting: Setting,
  lineOf: (report: string) => ReportLine | null,
): readonly Alert[] {
  const byReport = new Map<string, { readonly one: Appearance; readonly found: CitedComparison }[]>();
  for (const one of members) {
    const found = one.voice === 'attributed' && !one.proposition.nominal ? compareWithCited(one, setting) : null;
    if (found === null || found.verdict === 'says it') continue;
    const key = `${found.report} ${found.verdict}`;
    byReport.set(key, [...(byReport.get(key) ?? []), { one, found }]);
  }
  return [...byReport.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { one, found } = first;
    const outlets = [...new Set(group.map((each) => setting.outletOf(each.one.report)?.name ?? 'a report'))];
    const keys = [...new Set([...group.map((each) => each.one.report), found.report])];
    return [
      {
        kind: 'not-in-cited' as const,
        what: `${outlets.join(', ')} ${outlets.length === 1 ? 'credits' : 'credit'} this to ${nameOutlet(traceChain(one).via[0] ?? '', [one])}, whose report ${describe(found)}`,
        reports: keys.flatMap((key) => pickLine(lineOf(key))),
      },
    ];
  });
}

function pickLine(line: ReportLine | null): Alert['reports'] {
  return line === null ? [] : [{ key: line.key, url: line.url, version: line.version }];
}

function describe({ verdict, by }: CitedComparison): string {
  if (by === null) return 'says nothing of it';
  return `${verdict}: “${by.content.map(({ text }) => text).join(' … ').replace(/\s+/gu, ' ')}”`; // prettier-ignore
}
