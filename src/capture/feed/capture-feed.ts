import { HearsayError } from '../../base/error.ts';
import type { Note } from '../../base/note.ts';
import type { Capture, CaptureResult } from '../capture.ts';
import { describeEmpty, describeTooLarge } from '../content-errors.ts';
import type { Journey } from '../journey.ts';
import type { Skipped } from '../skipped.ts';
import { isOutside, type DayRange } from './day-range.ts';
import { isFullText, type FeedEntry } from './entry.ts';

export interface FeedOptions extends DayRange {
  /** Where the feed or sitemap itself stands; null: a file of the user's. */
  readonly address: string | null;
  /** When it was fetched, or null. */
  readonly captured: string | null;
  readonly journey: Journey;
  readonly maxBytes: number;
}

/**
 * The reports of a feed as `INPUT:ENTRY`, from 1. An entry whose whole text is in the feed is read as it is; of another
 * the page is fetched, and where it has no address, what the feed has is read, with a note.
 */
export async function* captureFeed(
  input: string,
  entries: AsyncIterable<FeedEntry> | Iterable<FeedEntry>,
  options: FeedOptions,
): AsyncGenerator<CaptureResult | Skipped> {
  const journey = { ...options.journey, levels: 0, lists: false, isTyped: false };
  const visited = new Set<string>();
  let number = 0;
  for await (const entry of entries) {
    const name = `${input}:${String(++number)}`;
    const key = entry.address ?? entry.id;
    if (isOutside(entry, options)) yield { what: name, skipped: 'outside the dates asked for' };
    else if (key !== null && visited.has(key)) yield { what: name, skipped: 'listed before' };
    else yield* captureEntry(name, entry, { ...options, journey });
    if (key !== null) visited.add(key);
  }
}

async function* captureEntry(name: string, entry: FeedEntry, options: FeedOptions): AsyncGenerator<CaptureResult> {
  const { address, html } = entry;
  const capture = (notes: readonly Note[]) => makeCapture(name, entry, html ?? '', options.captured, notes);
  if (html !== null && isFullText(html) && speaksFor(options.address, address)) yield capture([]);
  else if (address !== null) yield* visitEntry(name, address, options.journey);
  else if (entry.isCut) yield { input: name, error: describeTooLarge(name, options.maxBytes) };
  else if (html !== null) yield capture([summaryNote(name)]);
  else yield { input: name, error: describeEmpty(name) };
}

/** What is at the address of an entry; one that fails does not stop the others. */
export async function* visitEntry(name: string, address: string, journey: Journey): AsyncGenerator<CaptureResult> {
  try {
    yield* journey.visit(address, name, journey);
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
    yield { input: name, error };
  }
}

/** Whether the words of a feed are those of the site: one on the web cannot pass its own text off as another site's. */
function speaksFor(feed: string | null, address: string | null): boolean {
  if (feed === null || address === null) return true;
  const [one, other] = [feed, address].map((url) => new URL(url).hostname.replace(/^(?:www|feeds?|rss)\./u, ''));
  return one === other || one?.endsWith(`.${other ?? ''}`) === true || other?.endsWith(`.${one ?? ''}`) === true;
}

function makeCapture(
  name: string,
  entry: FeedEntry,
  html: string,
  captured: string | null,
  notes: readonly Note[],
): Capture {
  const { id, address, title, published, modified, authors, language } = entry;
  return {
    input: name,
    kind: 'html',
    bytes: Buffer.from(html, 'utf8'),
    charset: 'utf-8',
    given: {
      ...(id === null ? {} : { id }),
      ...(address === null ? {} : { url: address }),
      ...(captured === null ? {} : { captured }),
      ...(title === null ? {} : { title }),
      ...(published === null ? {} : { published }),
      ...(modified === null ? {} : { modified }),
      ...(authors.length === 0 ? {} : { authors }),
      ...(language === null ? {} : { language }),
    },
    notes: [
      { code: 'capture.feed-text', what: `${name} was read as the feed has it, not from its page.`, span: null },
      ...notes,
    ],
  };
}

function summaryNote(name: string): Note {
  return { code: 'capture.feed-summary', what: `The feed gives no more of ${name} than a summary.`, span: null };
}
