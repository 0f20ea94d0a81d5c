import { z } from 'zod';
import { HearsayError } from '../base/error.ts';
import type { Reading } from '../reading/reading.ts';
import { findCitedLinks, isAboutPage, type CitedLink } from './cited-links.ts';
import type { Claim, ClaimAppearance, ReportLine } from './claim.ts';
import { isOutlet, keyOfOutlet } from './origins/trace.ts';
import { queryClaims } from './query-claims.ts';
import { getReading } from './read-back.ts';
import { readClaim, readClaimsOf } from './read-claim.ts';
import { keyAddress } from './report-key.ts';
import { claimSchema, showClaim, type ShownClaim } from './shown-claim.ts';
import type { Queries } from './store/store.ts';
import { rarityOf } from './word-table.ts';

const cited = z.strictObject({
  outlet: z.string(),
  /** Of the report where it is held, else of the first that cites it. */
  date: z.string().nullable(),
  href: z.string().nullable(),
  /** `held`: a report of the outlet that is in the ledger. */
  state: z.enum(['held', 'unread']),
  /** Whether the report that is held carries the claim; null: none is held. */
  carries: z.boolean().nullable(),
  /** Positions of its own appearances in the claim. */
  appearances: z.array(z.int()),
  /** Positions of those that name it. */
  citedBy: z.array(z.int()),
  /** What to search for where there is no link. */
  search: z.string(),
});

export const traceSchema = z.strictObject({
  claim: claimSchema,
  /** Positions in the claim's appearances at which the trace begins. */
  from: z.array(z.int()),
  cited: z.array(cited),
});

/** A claim and its chain upstream: whom its reports have it from, and whom those have it from, nearest first. */
export type TracedClaim = z.infer<typeof traceSchema>;
export type CitedReport = TracedClaim['cited'][number];

/**
 * The claim nearest to an id, the address of a report that is held, or a text; and its chain upstream.
 * @throws HearsayError `ledger.unknown-claim`
 */
export async function traceClaim(queries: Queries, what: string): Promise<TracedClaim> {
  const found = await findClaim(queries, what);
  if (found === null)
    throw new HearsayError('ledger.unknown-claim', `Nothing in the ledger is near “${what}”`, 'no claim has this id, address or meaning', 'give other words, or add the report with `hearsay add`'); // prettier-ignore
  const { claim, report, match } = found;
  const starts = claim.appearances.flatMap((one, i) => (report === null || one.report.key === report ? [i] : []));
  const from = starts.length > 0 ? starts : claim.appearances.map((_, i) => i);
  return {
    claim: showClaim(claim, match),
    from,
    cited: await climb(queries, claim, from),
  };
}

async function findClaim(
  queries: Queries,
  what: string,
): Promise<{ readonly claim: Claim; readonly report: string | null; readonly match?: ShownClaim['match'] } | null> {
  // prettier-ignore
  const byId = await readClaim(queries, what);
  if (byId !== null) return { claim: byId, report: null };
  const report = keyAddress(what);
  if (report !== null) {
    const claim = chooseLeading(await readClaimsOf(queries, report), report);
    return claim === null ? null : { claim, report };
  }
  const { items: [nearest] } = await queryClaims(queries, { words: what, all: true, limit: 1 }); // prettier-ignore
  const claim = nearest === undefined ? null : await readClaim(queries, nearest.id);
  return claim === null ? null : { claim, report: null, ...(nearest?.match === undefined ? {} : { match: nearest.match }) }; // prettier-ignore
}

/** What a report is about: of the claims that others carry too, else of all, that which it tells first. */
function chooseLeading(claims: readonly Claim[], report: string): Claim | null {
  const placed = claims.flatMap((claim) => {
    const own = claim.appearances.filter((one) => one.report.key === report);
    const starts = own.map(({ in: place, content }) => (place === 'title' ? -1 : (content[0]?.start ?? 0)));
    return starts.length === 0 ? [] : [{ claim, alone: claim.basis.reports < 2, start: Math.min(...starts) }];
  });
  placed.sort((a, b) => Number(a.alone) - Number(b.alone) || a.start - b.start);
  return placed[0]?.claim ?? null;
}

/** From the appearances at `from` to what they cite, and on from what of that is held. */
async function climb(queries: Queries, claim: Claim, from: readonly number[]): Promise<CitedReport[]> {
  const steps = new Map<string, CitedReport>();
  const seen = new Set(from);
  const search = wordsToSearch(claim);
  for (const at of seen) {
    const one = claim.appearances[at];
    for (const { name } of one === undefined ? [] : citedIn(one)) {
      const key = keyOfOutlet(name);
      const known = steps.get(key);
      if (known !== undefined) {
        known.citedBy.push(at);
        known.href ??= await linkTo(queries, claim, key, [at]);
        continue;
      }
      const own = claim.appearances.flatMap(({ report }, i) => (keyOfReport(report) === key ? [i] : []));
      steps.set(key, await describeCited(queries, claim, { name, key, at, own, search }));
      for (const i of own) seen.add(i);
    }
    const reading = one === undefined ? null : await readReport(queries, one.report.key);
    for (const link of one === undefined || reading === null ? [] : findCitedLinks(reading, one)) {
      const [row] = await readHeld(queries, link.href);
      const same = new Set([link.key, row?.id]);
      const known = [...steps.values()].find(({ href }) => href !== null && same.has(keyAddress(href) ?? href));
      if (known === undefined) steps.set(link.key, describeLinked(claim, link, row, at, search));
      else if (!known.citedBy.includes(at)) known.citedBy.push(at);
      for (const i of steps.get(link.key)?.appearances ?? []) seen.add(i);
    }
  }
  return [...steps.values()];
}

/** A page that is linked where no outlet that is known for one is named. */
function describeLinked(
  claim: Claim,
  { href, outlet }: CitedLink,
  row: HeldReport | undefined,
  at: number,
  search: string,
): CitedReport {
  const appearances = claim.appearances.flatMap(({ report }, i) => (report.key === row?.id ? [i] : []));
  const step = { outlet: row?.outlet ?? outlet, href, appearances, citedBy: [at], search };
  if (row !== undefined) return { ...step, date: row.published, state: 'held', carries: appearances.length > 0 };
  return { ...step, date: claim.appearances[at]?.report.published ?? null, state: 'unread', carries: null };
}

async function describeCited(
  queries: Queries,
  claim: Claim,
  {
    name,
    key,
    at,
    own,
    search,
  }: {
    readonly name: string;
    readonly key: string;
    readonly at: number;
    readonly own: readonly number[];
    readonly search: string;
  },
): Promise<CitedReport> {
  // prettier-ignore
  const step = { outlet: name, appearances: [...own], citedBy: [at], search };
  const held = claim.appearances[own[0] ?? -1]?.report;
  if (held !== undefined) return { ...step, date: held.published, href: held.url, state: 'held', carries: true };
  const href = claim.unread.find(({ outlet }) => keyOfOutlet(outlet) === key)?.href ?? (await linkTo(queries, claim, key, [at])); // prettier-ignore
  const [row] = href === null ? [] : await readHeld(queries, href);
  if (row !== undefined) return { ...step, date: row.published, href, state: 'held', carries: false };
  return { ...step, date: claim.appearances[at]?.report.published ?? null, href, state: 'unread', carries: null };
}

interface HeldReport {
  readonly id: string;
  readonly outlet: string | null;
  readonly published: string | null;
}

/** The report at an address, or to which the address led when it was fetched. */
function readHeld(queries: Queries, href: string): Promise<readonly HeldReport[]> {
  return queries.all(
    `SELECT id, outlet, published FROM reports WHERE id = ? OR id IN (SELECT report FROM readings WHERE made_from = ?) LIMIT 1`,
    [keyAddress(href), href],
  );
}

/** The outlets that an appearance names, its own and a wire's reprint line left out. */
function citedIn({ chain, report }: ClaimAppearance): ClaimAppearance['chain'] {
  const own = keyOfReport(report);
  return chain.slice(1).filter((link) => isOutlet(link) && keyOfOutlet(link.name) !== own);
}

function keyOfReport({ outlet }: ReportLine): string | null {
  return outlet === null ? null : keyOfOutlet(outlet);
}

/** The page to which a report that names the outlet links, by the outlet's name in its address or in the link's words. */
async function linkTo(queries: Queries, claim: Claim, key: string, at: readonly number[]): Promise<string | null> {
  for (const i of at) {
    const report = claim.appearances[i]?.report.key ?? '';
    const reading = await readReport(queries, report);
    const link = reading?.report.links.find(({ href, text }) => isOf(key, href, text));
    if (link !== undefined) return link.href;
  }
  return null;
}

function isOf(key: string, href: string, text: string): boolean {
  if (!URL.canParse(href) || isAboutPage(href)) return false;
  const host = new URL(href).hostname.replace(/[^a-z0-9]+/gu, '');
  return host.includes(key) || keyOfOutlet(text).includes(key);
}

async function readReport(queries: Queries, report: string): Promise<Reading | null> {
  const [row] = await queries.all<{ reading: string }>('SELECT reading FROM reports WHERE id = ?', [report]);
  return row === undefined ? null : getReading(queries, row.reading);
}

/** Words that a search box takes. */
const MOST_WORDS = 6;

/** The rarest words of a claim, in its order: “Karrow sign Hollin shipyard Quellin”. */
function wordsToSearch({ text, proposition }: Claim): string {
  const telling = new Set([...proposition.actors, ...proposition.core, ...proposition.terms]);
  const words = (text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []).map((word) => word.replace(/[’']s$/u, ''));
  const some = [...new Set(words)].filter((word) => telling.has(word.toLowerCase()));
  const rarest = [...some].sort((a, b) => rarityOf(b.toLowerCase()) - rarityOf(a.toLowerCase())).slice(0, MOST_WORDS);
  return some.filter((word) => rarest.includes(word)).join(' ');
}
