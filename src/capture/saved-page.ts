import type { Note } from '../base/note.ts';
import type { GivenFacts } from './capture.ts';
import { readSavedDate } from './saved-date.ts';
import { decodeHead } from './text-head.ts';
import { readArchiveAddress } from './web-archive.ts';

/** What a program that saved a page wrote into it. */
export interface SavedFacts {
  readonly url: string | null;
  /** ISO 8601, or null. */
  readonly captured: string | null;
}

const NOTHING: SavedFacts = { url: null, captured: null };
const HEAD_BYTES = 64 * 1024;
const MAX_COMMENT = 6000;

/** Each reads what one program leaves before the body. The first that finds an address wins. */
const SAVERS: readonly ((head: string, comments: readonly string[]) => SavedFacts)[] = [
  readSingleFile,
  readSavePageWe,
  readMonolith,
  readHttrack,
  readBrowser,
];

/** Address and time that a saved page records in its head. A page that records nothing gives two nulls. */
export function readSavedFacts(bytes: Uint8Array): SavedFacts {
  const head = decodeHead(bytes.subarray(0, HEAD_BYTES)).split(/<body[\s>]/iu, 1)[0] ?? '';
  const comments = listComments(head);
  for (const read of SAVERS) {
    const facts = read(head, comments);
    if (facts.url !== null) return facts;
  }
  return NOTHING;
}

/** The insides of the comments. Long ones, no saver's, are left out: patterns run over what a stranger wrote. */
function listComments(head: string): string[] {
  const comments: string[] = [];
  for (let at = head.indexOf('<!--'); at !== -1; at = head.indexOf('<!--', at)) {
    const end = head.indexOf('-->', at + 4);
    if (end === -1) break;
    if (end - at < MAX_COMMENT) comments.push(head.slice(at + 4, end).trim());
    at = end + 3;
  }
  return comments;
}

function matchFirst(comments: readonly string[], pattern: RegExp): RegExpExecArray | null {
  for (const comment of comments) {
    const match = pattern.exec(comment);
    if (match !== null) return match;
  }
  return null;
}

/** `<!--\n Page saved with SingleFile \n url: https://… \n saved date: Tue Sep 05 2023 14:03:12 GMT+0200 (…)\n-->` */
function readSingleFile(_head: string, comments: readonly string[]): SavedFacts {
  const comment = matchFirst(comments, /^Page saved with SingleFile\b([^]*)/u)?.[1];
  if (comment === undefined) return NOTHING;
  return {
    url: keepAddress(/^\s*url:\s*(\S+)/mu.exec(comment)?.[1]),
    captured: readSavedDate(/^\s*saved date:\s*(.+)$/mu.exec(comment)?.[1] ?? ''),
  };
}

/** `<meta name="savepage-url" content="https://…">` and `savepage-date`, as Save Page WE writes them. */
function readSavePageWe(head: string): SavedFacts {
  return {
    url: keepAddress(/<meta name="savepage-url" content="([^"]+)"/u.exec(head)?.[1]),
    captured: readSavedDate(/<meta name="savepage-date" content="([^"]+)"/u.exec(head)?.[1] ?? ''),
  };
}

/** `<!-- Saved from https://… at 2023-09-05T12:03:12Z using monolith v2.7.0 -->` */
function readMonolith(_head: string, comments: readonly string[]): SavedFacts {
  const match = matchFirst(comments, /^Saved from (\S+) at (\S+) using monolith/u);
  return { url: keepAddress(match?.[1]), captured: readSavedDate(match?.[2] ?? '') };
}

/** `<!-- Mirrored from www.example.com/story by HTTrack Website Copier/3.x […], Tue, 05 Sep 2023 12:03:12 GMT -->` */
function readHttrack(_head: string, comments: readonly string[]): SavedFacts {
  const match = matchFirst(comments, /^Mirrored from (\S+) by HTTrack[^\]]*\], (.+)$/u);
  return {
    url: keepAddress(match === null ? undefined : `http://${match[1] ?? ''}`),
    captured: readSavedDate(match?.[2] ?? ''),
  };
}

/** `<!-- saved from url=(0042)https://… -->`: Chrome, Edge, Internet Explorer. They leave no time. */
function readBrowser(_head: string, comments: readonly string[]): SavedFacts {
  const match = matchFirst(comments, /^saved from url=\(\d+\)(\S+)$/iu);
  return { url: keepAddress(match?.[1]), captured: null };
}

/** An http(s) address, entities undone; null for `about:internet`, `file:` and the like. */
function keepAddress(address: string | undefined): string | null {
  const plain = address?.replaceAll('&amp;', '&') ?? '';
  return /^https?:\/\//iu.test(plain) && URL.canParse(plain) ? plain : null;
}

/**
 * `given` with an address of a web archive replaced by the original one, and the archive's time where no other is
 * given, with a note that says so.
 */
export function unwrapArchive(given: GivenFacts): { given: GivenFacts; notes: readonly Note[] } {
  const archived = given.url === undefined ? null : readArchiveAddress(given.url);
  if (archived === null || given.url === undefined) return { given, notes: [] };
  return {
    given: { ...given, url: archived.url, captured: given.captured ?? archived.captured },
    notes: [
      { code: 'capture.web-archive', what: `Read as a capture of ${archived.url} from ${given.url}.`, span: null },
    ],
  };
}
