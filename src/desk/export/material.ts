import { readVersion } from '../../base/version.ts';
import { getText } from '../../ledger/blobs.ts';
import { judgeClaim } from '../format/judge-claim.ts';
import type { Claim } from '../../ledger/claim.ts';
import { listCorrections, type KeptCorrection } from '../../ledger/corrections.ts';
import { listExportedReports, type ExportedReport } from '../../ledger/exported-reports.ts';
import type { ClaimQuery, ShownClaim } from '../../ledger/ledger.ts';
import { findClaims } from '../../ledger/query-claims.ts';
import { getReading } from '../../ledger/read-back.ts';
import { readClaim } from '../../ledger/read-claim.ts';
import { showClaim } from '../../ledger/shown-claim.ts';
import type { Queries } from '../../ledger/store/store.ts';
import type { Reading } from '../../reading/reading.ts';

/** What exports are made from: one moment of a ledger, or the part of it that was asked for. */
export interface Material {
  /** When it is made (ISO 8601 in UTC), and by which program. */
  readonly at: string;
  readonly program: string;
  /** What was asked for; null: the whole ledger. */
  readonly asked: string | null;
  /** The claims in the order of `hearsay claims`, each with its event judged as of the day asked for. */
  claims(): AsyncGenerator<Claim>;
  /** The reports that hold them; of the whole ledger all. */
  readonly reports: readonly ExportedReport[];
  /** Of all reports of the ledger, by key. */
  held(key: string): ExportedReport | undefined;
  reading(report: ExportedReport): Promise<Reading>;
  /** Text and title of the report; empty where it is not held any more. */
  words(key: string): Promise<{ readonly text: string; readonly title: string }>;
  /** What people did to these reports. */
  readonly corrections: readonly KeptCorrection[];
}

export interface Asked {
  /** What `hearsay claims` takes; `words` may be the id of one claim. */
  readonly query: ClaimQuery;
  /** Of these the claims that are wanted, and how that is told: “kind: answered”. */
  readonly narrow?: { readonly fits: (claim: ShownClaim) => boolean; readonly told: string };
  /** The day as of which what is past is overdue: ISO 8601. */
  readonly today: string;
  /** When the export is made. */
  readonly at: string;
}

/** Texts that are kept at hand: claims come back to the same reports again and again. */
const AT_HAND = 500;

/** @throws HearsayError `ledger.damaged` where a text is not what it was */
export async function gatherMaterial(queries: Queries, { query, narrow, today, at }: Asked): Promise<Material> {
  const byKey = new Map((await listExportedReports(queries)).map((report) => [report.key, report]));
  const narrowing: ClaimQuery = Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'all'));
  const isWhole = Object.keys(narrowing).length === 0 && narrow === undefined;
  const corrections = await listCorrections(queries);
  const atHand = new Map<string, { text: string; title: string }>();

  async function* claims(): AsyncGenerator<Claim> {
    const one = query.words === undefined ? null : await readClaim(queries, query.words);
    if (one !== null) {
      yield judge(one);
      return;
    }
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Awaited<ReturnType<typeof findClaims>> = await findClaims(queries, { ...query, ...(cursor === undefined ? {} : { cursor }) }); // prettier-ignore
      for (const { claim } of page.found) if (narrow === undefined || narrow.fits(showClaim(claim))) yield judge(claim); // prettier-ignore
      cursor = page.next;
    }
  }
  const judge = (claim: Claim): Claim => judgeClaim(claim, today);

  const keys = isWhole ? new Set(byKey.keys()) : await collectReports(claims());
  const isIn = (key: string | null): boolean => (key === null ? isWhole : keys.has(key));
  return {
    at,
    program: `hearsay ${readVersion()}`,
    asked: isWhole ? null : [describeQuery(narrowing), narrow?.told ?? ''].filter((part) => part !== '').join(', '), // prettier-ignore
    claims,
    reports: [...byKey.values()].filter(({ key }) => keys.has(key)),
    held: (key) => byKey.get(key),
    async reading(report) {
      const reading = await getReading(queries, report.reading);
      if (reading === null) throw new Error(`reading ${report.reading} is not there`);
      return reading;
    },
    async words(key) {
      const known = atHand.get(key);
      if (known !== undefined) return known;
      const report = byKey.get(key);
      const words = report === undefined ? { text: '', title: '' } : { text: await getText(queries, report.text), title: report.title ?? '' }; // prettier-ignore
      atHand.set(key, words);
      for (const [oldest] of atHand) {
        if (atHand.size <= AT_HAND) break;
        atHand.delete(oldest);
      }
      return words;
    },
    corrections: corrections.filter(({ report }) => isWhole || isIn(report)),
  };
}

async function collectReports(claims: AsyncIterable<Claim>): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for await (const { appearances, denials } of claims)
    for (const { report } of [...appearances, ...denials.map(({ appearance }) => appearance)]) keys.add(report.key);
  return keys;
}

/** “shipyard, source: Karrow, from: 2025-10”. */
function describeQuery({ words, ...filters }: ClaimQuery): string {
  return [...(words === undefined ? [] : [words]), ...Object.entries(filters).map(([name, value]) => `${name}: ${String(value)}`)].join(', '); // prettier-ignore
}
