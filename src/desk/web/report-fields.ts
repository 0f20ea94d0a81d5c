/** What a person can correct of a report, in the order of the form. */
export const REPORT_FIELDS = ['outlet', 'published', 'authors', 'wire', 'section', 'kind'] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];

export const REPORT_LABELS: Readonly<Record<ReportField, string>> = {
  outlet: 'Outlet',
  published: 'Published',
  authors: 'Authors',
  wire: 'Agency credited',
  section: 'Section',
  kind: 'Kind of report',
};
