import type { ExportFormat } from '../../export/format-names.ts';

/** What each is for, in the order of use. */
const FORMATS: readonly (readonly [ExportFormat, string, string])[] = [
  ['html', 'Dossier', 'one HTML page to send to an editor'],
  ['claimreview', 'JSON-LD', 'schema.org ClaimReview'],
  ['csv', 'CSV', 'a table of the places'],
  ['webannotation', 'Web Annotation', 'W3C JSON-LD, each place with its quotation'],
  ['parquet', 'Parquet', 'the same table for pandas or DuckDB'],
  ['jsonl', 'JSON Lines', 'a claim a line'],
];

interface ExportProps {
  /** What the address of a search holds, or `claim=ID`. */
  readonly query: string;
  /** The address of one claim for programs. */
  readonly json?: string;
}

/** Links that download. */
export function ExportLinks({ query, json }: ExportProps) {
  return (
    <ul class="exports">
      {FORMATS.map(([format, label, title]) => (
        <li>
          <a class="button" href={`/export/${format}?${query}`} title={title} download>
            {label}
          </a>
        </li>
      ))}
      {json === undefined ? null : (
        <li>
          <a class="button" href={json} title="this claim as the API gives it">
            JSON
          </a>
        </li>
      )}
    </ul>
  );
}
