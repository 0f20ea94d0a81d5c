import { readCursor } from './cursor.ts';
import type { ShownClaim } from './shown-claim.ts';
import { showClaim } from './shown-claim.ts';
import { readClaimsOf } from './read-claim.ts';
import { keyAddress } from './report-key.ts';
import type { Queries, Value } from './store/store.ts';
import type { Version } from './versions.ts';

/** A report that is held, as its last version has it. */
export interface HeldReport {
  readonly key: string;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly versions: number;
  /** When it was first added; ISO 8601 in UTC. */
  readonly added: string;
}

/** All that is held of one report. */
export interface HeldReportInFull extends HeldReport {
  /** Its texts, oldest first; `reading`: the id to ask `reading()` for. */
  readonly texts: readonly (Pick<Version, 'number' | 'reading' | 'captured' | 'modified'> & {
    readonly sha256: string;
  })[];
  /** Its saved copies, oldest first; `sha256`: of the bytes. */
  readonly captures: readonly {
    readonly sha256: string;
    readonly bytes: number;
    readonly kind: string;
    readonly captured: string | null;
    readonly added: string;
    readonly by: string;
    readonly from: string;
  }[];
}

export interface ReportQuery {
  /** An outlet's name, exactly. */
  readonly outlet?: string;
  /** Keys of reports. */
  readonly keys?: readonly string[];
  /** Web addresses, however they are written. */
  readonly addresses?: readonly string[];
  /** 50 without it. */
  readonly limit?: number;
  /** Only those behind this one: its publication, its key. */
  readonly cursor?: string;
}

const LINE = `id AS key, url, outlet, title, published, versions,
  (SELECT MIN(made_at) FROM readings WHERE report = reports.id) AS added`;
const PAGE = 50;

/** Reports, the latest published first. */
export async function listReports(
  queries: Queries,
  { outlet, keys: given, addresses, limit = PAGE, cursor }: ReportQuery,
): Promise<readonly HeldReport[]> {
  const keys = given ?? addresses?.flatMap((address) => keyAddress(address) ?? []);
  if (keys?.length === 0) return [];
  const parts: [string, ...Value[]][] = [['1 = 1']];
  if (outlet !== undefined) parts.push(['outlet = ?', outlet]);
  if (keys !== undefined) parts.push([`id IN (${keys.map(() => '?').join(', ')})`, ...keys]);
  if (cursor !== undefined) {
    const [published = '', key = ''] = readCursor(cursor);
    parts.push([
      `(COALESCE(published, '') < ? OR (COALESCE(published, '') = ? AND id > ?))`,
      published,
      published,
      key,
    ]);
  }
  const rows = await queries.all<HeldReport>(
    `SELECT ${LINE} FROM reports WHERE ${parts.map(([sql]) => sql).join(' AND ')}
     ORDER BY COALESCE(published, '') DESC, id LIMIT ?`,
    [...parts.flatMap(([, ...values]) => values), limit],
  );
  return rows.map((row) => ({ ...row, versions: Number(row.versions) }));
}

/** The report of a key, of an address, or in which the appearance of this id stands; null where none is held. */
export async function describeHeld(queries: Queries, id: string): Promise<HeldReportInFull | null> {
  const [at] = await queries.all<{ report: string }>('SELECT report FROM appearances WHERE id = ?', [id]);
  const key = at?.report ?? keyAddress(id) ?? id;
  const [line] = await listReports(queries, { keys: [key], limit: 1 });
  if (line === undefined) return null;
  const texts = await queries.all<HeldReportInFull['texts'][number]>(
    'SELECT number, text AS sha256, reading, captured, modified FROM versions WHERE report = ? ORDER BY number',
    [key],
  );
  const captures = await queries.all<HeldReportInFull['captures'][number]>(
    `SELECT DISTINCT captures.bytes AS sha256, blobs.size AS bytes, kind, readings.captured AS captured,
       captures.made_at AS added, captures.made_by AS "by", captures.made_from AS "from"
     FROM readings JOIN captures ON captures.id = capture JOIN blobs ON blobs.sha256 = captures.bytes
     WHERE report = ? ORDER BY captures.made_at, captures.bytes`,
    [key],
  );
  return {
    ...line,
    texts: texts.map((text) => ({ ...text, number: Number(text.number) })),
    captures: captures.map((capture) => ({ ...capture, bytes: Number(capture.bytes) })),
  };
}

/** The claims in which a report stands; those that most reports carry first. */
export async function listClaimsOf(queries: Queries, report: string): Promise<readonly ShownClaim[]> {
  return (await readClaimsOf(queries, report)).map((claim) => showClaim(claim));
}

/** An outlet whose reports are held. */
export interface HeldOutlet {
  readonly outlet: string;
  readonly reports: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Outlets, those with the most reports first. */
export async function listOutlets(queries: Queries): Promise<readonly HeldOutlet[]> {
  const rows = await queries.all<HeldOutlet>(
    `SELECT outlet, COUNT(*) AS reports, MIN(published) AS "from", MAX(published) AS "to" FROM reports
     WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY COUNT(*) DESC, outlet`,
  );
  return rows.map((row) => ({ ...row, reports: Number(row.reports) }));
}
