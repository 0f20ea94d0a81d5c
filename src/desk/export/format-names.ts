/** Formats that show claims; `ledger`, which moves the whole ledger, is `Ledger.export`. */
export const EXPORT_FORMATS = [
  'jsonl',
  'csv',
  'parquet',
  'claimreview',
  'webannotation',
  'ics',
  'gqg',
  'html',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
