import { Readable } from 'node:stream';
import type { Note } from '../base/note.ts';
import type { CaptureResult } from './capture.ts';
import { captureContents } from './contents.ts';
import { fetchAddress, type Fetched } from './fetch.ts';
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
  const fetched = await fetchAddress(address, options);
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
      visit: null, // a page cannot send Hearsay to other addresses
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
