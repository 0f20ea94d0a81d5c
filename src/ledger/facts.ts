import { hashBytes, hashValue } from '../base/canonical-json.ts';
import type { Capture } from '../capture/capture.ts';
import type { Reading } from '../reading/reading.ts';
import { makeBlob, type Blob } from './blobs.ts';
import { keyReport } from './report-key.ts';
import type { Value } from './store/store.ts';

/** When, by whom, with which program and from which input a fact came in. */
export interface Made {
  readonly at: string;
  readonly by: string;
  readonly with: string;
  readonly from: string;
}

/** Rows for the tables of facts, and the blobs that they name. */
export interface ReadingFacts {
  /** The report's key. */
  readonly report: string;
  readonly capture: string;
  readonly reading: string;
  readonly text: string;
  readonly blobs: readonly Blob[];
  readonly captureRow: readonly Value[];
  readonly readingRow: readonly Value[];
}

export const CAPTURE_COLUMNS = ['id', 'bytes', 'kind', 'charset', 'given', 'notes', 'made_at', 'made_by', 'made_with', 'made_from'] as const; // prettier-ignore
export const READING_COLUMNS = ['id', 'capture', 'report', 'text', 'content', 'captured', 'modified', 'hearsay', 'network', 'rules', 'made_at', 'made_by', 'made_with', 'made_from'] as const; // prettier-ignore

/**
 * A capture's id: the hash of all that an article is made from. The same page, fetched again, is another capture with
 * the same bytes; the same file, added again, is the same capture.
 */
export function identifyCapture({ bytes, kind, charset, given, notes = [] }: Capture): string {
  return hashValue({ bytes: hashBytes(bytes), kind, charset, given, notes });
}

/** A reading is a pure function of the capture and the reader, and so is its id. */
export function identifyReading(capture: string, by: Reading['by']): string {
  return hashValue({ capture, by });
}

export async function makeFacts(reading: Reading, capture: Capture, made: Made): Promise<ReadingFacts> {
  const { by, report } = reading;
  const captureId = identifyCapture(capture);
  const readingId = identifyReading(captureId, by);
  const bytes = await makeBlob(capture.bytes);
  const text = await makeBlob(report.text);
  const content = await makeBlob(packReading(reading));
  const key = keyReport(report);
  const from = [made.at, made.by, made.with, made.from];
  return {
    report: key,
    capture: captureId,
    reading: readingId,
    text: text.sha256,
    blobs: [bytes, text, content],
    captureRow: [captureId, bytes.sha256, capture.kind, capture.charset, JSON.stringify(capture.given), JSON.stringify(capture.notes ?? []), ...from], // prettier-ignore
    readingRow: [readingId, captureId, key, text.sha256, content.sha256, report.captured, report.modified, by.hearsay, by.network, by.rules, ...from], // prettier-ignore
  };
}

/** The reading without what its row and the text's blob hold: of two captures that read the same it is the same bytes. */
function packReading(reading: Reading): string {
  return JSON.stringify({ ...reading, input: '', report: { ...reading.report, text: '', captured: null } });
}

/** What a row of `readings` says beside the content. */
export interface ReadingRow {
  readonly id: string;
  readonly captured: string | null;
  readonly made_from: string;
}

export function unpackReading(row: ReadingRow, content: string, text: string): Reading {
  const packed = JSON.parse(content) as Reading;
  return { ...packed, input: row.made_from, report: { ...packed.report, text, captured: row.captured } };
}
