import { Readable } from 'node:stream';
import type { Note } from '../base/note.ts';
import type { CaptureResult } from './capture.ts';
import { captureContents } from './capture-contents.ts';
import { fetchAddress, type Fetched } from './fetch.ts';
import { startJourney, type Journey } from './journey.ts';
import type { CaptureOptions } from './options.ts';
import { peekBytes } from './peeked-bytes.ts';
import { readSavedDate } from './saved-date.ts';
import { readArchiveAddress } from './web-archive.ts';

/**
 * What is at an http(s) address. The address where the redirects end is the report's; the time is that of the fetch,
 * or for an archive's page the archive's own.
 * @throws HearsayError `fetch.*`, `input.*`, `page.*`
 */
export async function* captureAddress(
  input: string,
  address: string,
  options: CaptureOptions,
): AsyncGenerator<CaptureResult> {
  yield* captureFetched(input, address, await fetchAddress(address, options), openJourney(options), options);
}

/** The way from an input to the addresses that it names. They are asked for as a program should: see `visitFetch`. */
export function openJourney(options: CaptureOptions, lists = false): Journey {
  const visit: Journey['visit'] = async function* (address, input, journey) {
    const fetched = await (options.visitFetch?.(address, journey.isTyped) ?? fetchAddress(address, options));
    yield* captureFetched(input, address, fetched, journey, options);
  };
  return startJourney(visit, lists);
}

/** What was fetched from an address that a feed or a report names: one page; a feed or sitemap is refused. @throws as `captureAddress` */
export function captureVisited(
  address: string,
  fetched: Fetched,
  options: CaptureOptions,
): AsyncGenerator<CaptureResult> {
  const journey = { ...openJourney(options), levels: 0, lists: false, isTyped: false };
  return captureFetched(address, address, fetched, journey, options);
}

async function* captureFetched(
  input: string,
  address: string,
  fetched: Fetched,
  journey: Journey,
  options: CaptureOptions,
): AsyncGenerator<CaptureResult> {
  const captured = readCaptured(fetched);
  yield* captureContents(
    {
      input,
      bytes: await peekBytes(Readable.from([fetched.bytes])),
      name: new URL(fetched.url).pathname.split('/').pop() ?? null,
      type: fetched.type,
      charset: fetched.charset,
      given: { url: fetched.url, ...(captured === null ? {} : { captured }) },
      notes: fetched.redirects === 0 ? [] : [redirectNote(address, fetched.url)],
      open: null,
      journey,
    },
    options,
  );
}

function readCaptured(fetched: Fetched): string | null {
  const archived = readArchiveAddress(fetched.url);
  if (archived === null) return fetched.fetchedAt;
  return (fetched.memento === null ? null : readSavedDate(fetched.memento)) ?? archived.captured;
}

function redirectNote(from: string, to: string): Note {
  return { code: 'capture.redirected', what: `${from} leads to ${to}.`, span: null };
}
