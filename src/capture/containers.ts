import type { HearsayError } from '../base/error.ts';
import type { Note } from '../base/note.ts';
import { captureWacz, openWacz, salvageWacz, type Wacz } from './archive/wacz.ts';
import { captureWarc } from './archive/warc.ts';
import type { CaptureResult } from './capture.ts';
import { describeNoReport, describeTooLarge, describeUnsupported } from './content-errors.ts';
import type { Contents } from './contents.ts';
import { captureFeed } from './feed/capture-feed.ts';
import { captureSitemap } from './feed/capture-sitemap.ts';
import type { FeedEntry } from './feed/entry.ts';
import { readJsonFeed } from './feed/json-feed.ts';
import { readSitemap } from './feed/sitemap.ts';
import { decodeXml } from './feed/xml-charset.ts';
import { readXmlFeed } from './feed/xml-feed.ts';
import { MAX_HELD_BYTES, MAX_PAGE_BYTES, type CaptureOptions } from './options.ts';
import { captureParquet } from './parquet.ts';
import { collectBytes } from './peeked-bytes.ts';
import { holdBytes, type RandomBytes } from './random-bytes.ts';
import { countReasons, holdSkipped, type Skipped, type SkippedWords } from './skipped.ts';

/** The pages of a WARC file. */
export async function* captureArchive(contents: Contents, options: CaptureOptions): AsyncGenerator<CaptureResult> {
  const { input, bytes } = contents;
  const records = captureWarc(input, bytes.all, { maxBytes: options.maxBytes ?? MAX_PAGE_BYTES, pages: null });
  yield* holdSkipped(records, tellRecords(input));
}

/** A ZIP file opened: the archive in it, or why its table of contents cannot be read. */
export interface ZipArchive {
  readonly bytes: RandomBytes;
  readonly wacz: Wacz | { readonly damage: unknown };
}

/** The archive in a ZIP file; null where it is another ZIP file. */
export async function openArchive(contents: Contents): Promise<ZipArchive | null> {
  const bytes = await openBytes(contents);
  try {
    const wacz = await openWacz(bytes);
    if (wacz !== null) return { bytes, wacz };
  } catch (damage) {
    // A document that is cut off is none of ours either: a WACZ file begins with what an archive holds.
    if (
      /^(?:archive|indexes|pages|datapackage|fuzzy)/u.test(Buffer.from(contents.bytes.head).toString('latin1', 30, 80))
    )
      return { bytes, wacz: { damage } };
  }
  await bytes.close();
  return null;
}

/** The pages of a WACZ archive. */
export async function* captureZip(
  { input }: Contents,
  { bytes, wacz }: ZipArchive,
  options: CaptureOptions,
): AsyncGenerator<CaptureResult> {
  const maxBytes = options.maxBytes ?? MAX_PAGE_BYTES;
  try {
    const records =
      'damage' in wacz ? salvageWacz(input, bytes, maxBytes, wacz.damage) : captureWacz(input, wacz, maxBytes);
    yield* holdSkipped(records, tellRecords(input));
  } finally {
    await bytes.close();
  }
}

/** The rows of a Parquet table. */
export async function* captureColumns(contents: Contents, options: CaptureOptions): AsyncGenerator<CaptureResult> {
  const bytes = await openBytes(contents);
  try {
    yield* captureParquet(contents.input, bytes, options.columns ?? {});
  } finally {
    await bytes.close();
  }
}

/** The reports that a feed or sitemap leads to. */
export async function* captureLinks(
  kind: 'feed' | 'json-feed' | 'sitemap',
  contents: Contents,
  options: CaptureOptions,
): AsyncGenerator<CaptureResult> {
  const { input, bytes, journey } = contents;
  if (journey.levels === 0) throw describeUnsupported(input, 'feed-in-feed');
  const maxBytes = options.maxBytes ?? MAX_PAGE_BYTES;
  const address = contents.given.url ?? null;
  const range = { from: options.from ?? null, to: options.to ?? null };
  const settings = { ...range, address, captured: contents.given.captured ?? null, journey, maxBytes };
  if (kind === 'sitemap') {
    const entries = readSitemap(decodeXml(bytes, contents.charset), address, maxBytes);
    yield* holdSkipped(captureSitemap(input, entries, settings), tellEntries(input, 'sitemap'));
    return;
  }
  const entries =
    kind === 'feed'
      ? readXmlFeed(decodeXml(bytes, contents.charset), address, maxBytes)
      : readWholeFeed(contents, address, maxBytes);
  yield* holdSkipped(captureFeed(input, entries, settings), tellEntries(input, 'feed'));
}

async function* readWholeFeed(contents: Contents, address: string | null, maxBytes: number): AsyncGenerator<FeedEntry> {
  const { input, bytes } = contents;
  const all = await collectBytes(bytes.all, maxBytes, () => describeTooLarge(input, maxBytes));
  const entries = readJsonFeed(new TextDecoder().decode(all), address);
  if (entries === null) throw describeNoReport(input, 'it begins as a JSON Feed does, and is no whole one');
  yield* entries;
}

/** Where the bytes can be read from any place: the file itself, or all of a stream in memory. */
async function openBytes({ input, bytes, open }: Contents): Promise<RandomBytes> {
  if (open !== null) return open();
  return holdBytes(await collectBytes(bytes.all, MAX_HELD_BYTES, () => describeTooLarge(input, MAX_HELD_BYTES)));
}

function tellRecords(input: string): SkippedWords {
  return {
    note: (skipped) => noteCounts('capture.records-skipped', 'Records that are no pages were passed over', skipped),
    nothing: (skipped) => describeNothing(input, 'records', skipped),
  };
}

function tellEntries(input: string, kind: 'feed' | 'sitemap'): SkippedWords {
  return {
    note: (skipped) => noteCounts('capture.entries-skipped', `Entries of the ${kind} were passed over`, skipped),
    nothing: (skipped) => describeNothing(input, 'entries', skipped),
  };
}

function noteCounts(code: string, what: string, skipped: readonly Skipped[]): readonly Note[] {
  const [first] = skipped;
  if (first === undefined) return [];
  return [{ code, what: `${what}: ${countReasons(skipped)} (from ${first.what}).`, span: null }];
}

function describeNothing(input: string, things: string, skipped: readonly Skipped[]): HearsayError {
  const why = skipped.length === 0 ? `it holds no ${things}` : `none of its ${things} is one: ${countReasons(skipped)}`;
  return describeNoReport(input, why);
}
