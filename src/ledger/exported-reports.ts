import type { Reading } from '../reading/reading.ts';
import type { Queries } from './store/store.ts';

/** A report as its newest version stands in the ledger, and the saved copy that this was read from. */
export interface ExportedReport {
  readonly key: string;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly language: string | null;
  readonly kind: string;
  readonly versions: number;
  /** Id of the reading. */
  readonly reading: string;
  /** sha256 of the article's text. */
  readonly text: string;
  /** Who read it: version, network and rules. */
  readonly by: Reading['by'];
  readonly capture: {
    /** sha256 of the bytes. */
    readonly sha256: string;
    readonly kind: string;
    /** When they were got; null: not known. */
    readonly captured: string | null;
    /** When they came into the ledger, and from which input. */
    readonly added: string;
    readonly from: string;
  };
}

interface HeldRow extends Omit<ExportedReport, 'capture' | 'by'> {
  readonly hearsay: string;
  readonly network: string;
  readonly rules: string;
  readonly bytes: string;
  readonly format: string;
  readonly captured: string | null;
  readonly added: string;
  readonly from: string;
}

/** All reports that are held, in the order of their publication and key. */
export async function listExportedReports(queries: Queries): Promise<readonly ExportedReport[]> {
  const rows = await queries.all<HeldRow>(
    `SELECT reports.id AS "key", reports.url, reports.outlet, reports.title, reports.published, reports.modified,
       reports.language, reports.kind, reports.versions, reports.reading, readings.text, captures.bytes,
       captures.kind AS "format", readings.captured, readings.hearsay, readings.network,
       readings.rules, captures.made_at AS "added", captures.made_from AS "from"
     FROM reports JOIN readings ON readings.id = reports.reading JOIN captures ON captures.id = readings.capture
     ORDER BY COALESCE(reports.published, ''), reports.id`,
  );
  return rows.map(({ bytes, format, captured, added, from, hearsay, network, rules, ...report }) => ({
    ...report,
    by: { hearsay, network, rules },
    versions: Number(report.versions),
    capture: { sha256: bytes, kind: format, captured, added, from },
  }));
}
