import { HearsayError } from '../base/error.ts';
import type { Note } from '../base/note.ts';
import type { Capture, GivenFacts } from './capture.ts';
import { readContentType, readParameter } from './content-type.ts';
import { decodePart, parseMime, type MimePart } from './mime.ts';
import { readSavedDate } from './saved-date.ts';

/**
 * The page inside an MHTML file (RFC 2557), as Chrome, Edge, Opera and Internet Explorer save it, with the address and
 * the time that the file records.
 * @throws HearsayError `input.unreadable` where no part is a page
 */
export function captureMhtml(input: string, bytes: Uint8Array): Capture {
  const { headers, parts, complete } = parseMime(bytes);
  const page = findPage(headers, parts);
  if (page === null) {
    throw new HearsayError(
      'input.unreadable',
      `No page in ${input}`,
      'the file is MHTML, and none of its parts is HTML',
      'save the page again, as a complete page, SingleFile or MHTML',
    );
  }
  const { charset } = readContentType(page.headers.get('content-type') ?? '');
  return {
    input,
    kind: 'html',
    bytes: decodePart(page),
    charset,
    given: readGiven(headers, page),
    notes: complete ? [] : [truncatedNote(input)],
  };
}

/** The part that the file says is the page: by address, by Content-ID, else the first that is HTML. Frames come later. */
function findPage(headers: ReadonlyMap<string, string>, parts: readonly MimePart[]): MimePart | null {
  const pages = parts.filter((part) => {
    const { type } = readContentType(part.headers.get('content-type') ?? '');
    return type === 'text/html' || type === 'application/xhtml+xml';
  });
  const location = headers.get('snapshot-content-location');
  const start = readParameter(headers.get('content-type') ?? '', 'start');
  return (
    pages.find((part) => location !== undefined && part.headers.get('content-location') === location) ??
    pages.find((part) => start !== null && part.headers.get('content-id') === start) ??
    pages[0] ??
    null
  );
}

function readGiven(headers: ReadonlyMap<string, string>, page: MimePart): GivenFacts {
  const location = [headers.get('snapshot-content-location'), page.headers.get('content-location')].find(
    (address) => address !== undefined && /^https?:\/\//iu.test(address),
  );
  // A mail has a date too, but that is when it was sent, not when a page was saved.
  const isSavedPage = location !== undefined || /saved by/iu.test(headers.get('from') ?? '');
  const captured = isSavedPage ? readSavedDate(headers.get('date') ?? '') : null;
  return { ...(location === undefined ? {} : { url: location }), ...(captured === null ? {} : { captured }) };
}

function truncatedNote(input: string): Note {
  return { code: 'capture.truncated', what: `${input} ends before its last part does: it was cut off.`, span: null };
}
