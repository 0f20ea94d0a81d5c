import { z } from 'zod';
import { checkValue } from '../base/config.ts';
import { HearsayError } from '../base/error.ts';
import { publisherLinks } from '../reading/chains/publisher.ts';
import { redateReading } from '../reading/redate.ts';
import { readingSchema, type Attribution, type Reading } from '../reading/reading.ts';

const { outlet, published, authors, wire, section, kind } = readingSchema.shape.report.shape;

/** What a person corrects of a report: one field and its value. */
export const reportChangeSchema = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('outlet'), value: outlet }),
  z.strictObject({ field: z.literal('published'), value: published }),
  z.strictObject({ field: z.literal('authors'), value: authors }),
  z.strictObject({ field: z.literal('wire'), value: wire }),
  z.strictObject({ field: z.literal('section'), value: section }),
  z.strictObject({ field: z.literal('kind'), value: kind }),
]);
export type ReportChange = z.infer<typeof reportChangeSchema>;

/** @throws HearsayError `usage.bad-option` */
export function checkReportChange(change: ReportChange): ReportChange {
  const checked = reportChangeSchema.safeParse(change);
  if (!checked.success)
    throw new HearsayError(
      'usage.bad-option',
      `The ${change.field} of a report cannot be ${JSON.stringify(change.value)}`,
      checked.error.issues[0]?.message ?? 'it is of a wrong kind',
      'correct outlet, published, wire or section (a text or null), authors (a list) or kind',
    );
  const { field, value } = checked.data;
  if (field === 'published' && value !== null) checkValue({ name: 'published', type: 'day' }, value, 'published');
  return checked.data;
}

/** How many links at the beginning of a chain stand for the report itself: its outlet, and the agency that it credits. */
export function countPublishers({ report }: Reading): number {
  return publisherLinks(report).length;
}

/** The reading with one field of its report as a person has it: an outlet in its chains too, a date in what hangs on it. */
export function changeReport(reading: Reading, { field, value }: ReportChange): Reading {
  if (field === 'published') {
    const { report, ...dated } = redateReading(reading, value);
    return { ...dated, report: { ...report, publishedFrom: value === null ? null : 'given' } };
  }
  const report = { ...reading.report, [field]: value };
  const before = countPublishers(reading);
  const links = publisherLinks(report);
  const rechain = (one: Attribution): Attribution => ({ ...one, chain: [...links, ...one.chain.slice(before)] });
  return {
    ...reading,
    report,
    attributions: reading.attributions.map(rechain),
    headline: reading.headline.map(rechain),
  };
}
