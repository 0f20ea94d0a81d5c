import { hashBytes } from '../../base/canonical-json.ts';
import type { Claim, ClaimAppearance, ReportLine } from '../claim.ts';
import { listRevisions } from '../list-revisions.ts';
import type { Queries } from '../store/store.ts';

export const NEWS_KINDS = ['claim', 'origin', 'denial', 'outcome', 'correction'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** What a piece of news says. Words in it are of reports: strangers’. */
export interface NewsBody {
  readonly claim: { readonly id: string; readonly text: string };
  /** A sentence for people. */
  readonly what: string;
  readonly report: Omit<ReportLine, 'key' | 'version'> | null;
}

/**
 * Something that is so of what is followed. It has several names, since a report that is read again, a source that is named more
 * fully and an earlier report all change ids: who knows it by one of them knows it.
 */
export interface Fact {
  readonly names: readonly string[];
  /** Null: it is noted, and never news. */
  readonly news: (NewsBody & { readonly kind: NewsKind }) | null;
}

/** All that is to be known of a claim that is followed. `known`: names of what is known already. */
export async function findFacts(queries: Queries, claim: Claim, known: ReadonlySet<string>): Promise<readonly Fact[]> {
  return [
    ...claim.origins.map((origin) => describeOrigin(claim, origin)),
    ...claim.denials.flatMap((denial) => describeDenial(claim, denial)),
    ...describeOutcome(claim),
    ...claim.alerts.filter(({ kind }) => kind === 'retracted').map((alert) => describeRetraction(claim, alert)),
    ...(await findCorrections(queries, claim, known)),
  ];
}

/** That there is a claim. */
export function describeClaim(claim: Claim): Fact {
  const places = [...claim.appearances, ...claim.denials.map(({ appearance }) => appearance)];
  const first = claim.appearances[0] ?? claim.firstAppearance;
  return {
    names: [...places.map(({ id }) => name('claim', id)), name('claim', first.report.key, claim.text)],
    news: tell('claim', claim, `${nameReport(first.report)} carries what you look for`, first.report),
  };
}

function describeOrigin(claim: Claim, origin: Claim['origins'][number]): Fact {
  const places = origin.appearances.flatMap((at) => claim.appearances[at] ?? []);
  const first = places[0]?.report ?? null;
  return {
    names: places.flatMap(({ id, report }) => [name('origin', id), name('origin', report.key, origin.name)]),
    news: tell('origin', claim, `Also traced to ${origin.name}${first === null ? '' : `, by ${nameReport(first)}`}`, first), // prettier-ignore
  };
}

/** Only what speaks against it counts (contract §1): no comment and “cannot confirm” are no denial. */
function describeDenial(claim: Claim, { by, strength, appearance }: Claim['denials'][number]): readonly Fact[] {
  if ((strength !== 'denied' && strength !== 'disputed') || appearance.setAside) return [];
  const words = wordsOf(appearance);
  return [
    {
      names: [name('denial', appearance.id), name('denial', appearance.report.key, by)],
      news: tell('denial', claim, `${by} ${strength === 'denied' ? 'denies' : 'disputes'} it, in ${nameReport(appearance.report)}${words === '' ? '' : `: “${words}”`}`, appearance.report), // prettier-ignore
    },
  ];
}

const OUTCOME: Readonly<Partial<Record<NonNullable<Claim['expected']>['status'], string>>> = {
  confirmed: 'It was confirmed',
  happened: 'It happened',
  'did-not': 'It did not happen',
  moved: 'It was moved',
  cancelled: 'It was cancelled',
};

function describeOutcome(claim: Claim): readonly Fact[] {
  const { expected, appearances } = claim;
  const words = expected === null ? undefined : OUTCOME[expected.status];
  if (expected === null || words === undefined) return [];
  const report = expected.evidence[0]?.report ?? null;
  const by = expected.setBy === null ? (report === null ? '' : `, by ${nameReport(report)}`) : `, says ${expected.setBy.by}`; // prettier-ignore
  return [
    {
      names: appearances.flatMap(({ id, report: { key } }) => [name('outcome', expected.status, id), name('outcome', expected.status, key, claim.text)]), // prettier-ignore
      news: tell('outcome', claim, `${words}${by}`, report),
    },
  ];
}

function describeRetraction(claim: Claim, { what, reports }: Claim['alerts'][number]): Fact {
  const line = claim.appearances.find(({ report }) => report.key === reports[0]?.key)?.report ?? null;
  return { names: [name('retracted', what)], news: tell('correction', claim, what, line) };
}

/** A new text of a report that was known by an older one, where the change is about this claim or is called a correction. */
async function findCorrections(queries: Queries, claim: Claim, known: ReadonlySet<string>): Promise<readonly Fact[]> {
  const reports = new Map(claim.appearances.map(({ report }) => [report.key, report]));
  const facts: Fact[] = [];
  for (const report of reports.values()) {
    const seen = name('read', report.key);
    const names = [name('version', report.key, report.version)];
    const isNew = known.has(seen) && !names.some((one) => known.has(one));
    facts.push({ names: [seen], news: null }, { names, news: isNew ? await describeChange(queries, claim, report) : null }); // prettier-ignore
  }
  return facts;
}

async function describeChange(queries: Queries, claim: Claim, report: ReportLine): Promise<Fact['news']> {
  const change = (await listRevisions(queries, report.key)).at(-1);
  if (change === undefined) return null;
  const own = claim.appearances.filter(({ report: { key } }) => key === report.key).map(wordsOf);
  const about = change.changed.find(({ after }) => own.includes(after.text));
  const notice = change.notices[0];
  if (about !== undefined) {
    const isReworded = about.before.text !== about.after.text;
    const [before, after] = [about.before, about.after].map(({ text, value }) => cut(isReworded ? text : value));
    return tell('correction', claim, `${nameReport(report)} changed ${CHANGED[about.kind]}: before “${before ?? ''}”, now “${after ?? ''}”`, report); // prettier-ignore
  }
  return notice === undefined ? null : tell('correction', claim, `${nameReport(report)} says: “${cut(notice)}”`, report); // prettier-ignore
}

const CHANGED = {
  're-hedged': 'how surely it tells it',
  're-attributed': 'whom it has it from',
  number: 'a number in it',
  polarity: 'whether it is so',
} as const;

function tell(kind: NewsKind, claim: Claim, what: string, report: Omit<ReportLine, 'version'> | null): Fact['news'] {
  const line = report === null ? null : { url: report.url, outlet: report.outlet, title: report.title, published: report.published }; // prettier-ignore
  return { kind, claim: { id: claim.id, text: claim.text }, what, report: line };
}

function wordsOf({ content }: ClaimAppearance): string {
  return cut(content.map(({ text }) => text).join(' … '));
}

function cut(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

function nameReport({ outlet, url }: Pick<ReportLine, 'outlet' | 'url'>): string {
  return outlet ?? (url !== null && URL.canParse(url) ? new URL(url).host : 'a report without an outlet');
}

/** Short, and the same for the same words. */
function name(kind: string, ...parts: readonly string[]): string {
  return `${kind}:${hashBytes(parts.join('\0')).slice(0, 20)}`;
}
