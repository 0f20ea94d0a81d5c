import { readContentType, readParameter } from './content-type.ts';

/** One part of a MIME message: its headers by lower-case name, and its body as it stands in the bytes. */
export interface MimePart {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  /** Whether a multipart body ends with its closing line; true for all others. */
  readonly complete: boolean;
}

/** Parts inside parts: a saved page has one level, a forwarded mail a few. */
const MAX_LEVELS = 8;

/** A message (RFC 2045–2047) as the flat list of its parts that hold no parts themselves, in their order, and its headers. */
export function parseMime(bytes: Uint8Array): {
  headers: ReadonlyMap<string, string>;
  parts: MimePart[];
  complete: boolean;
} {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const root = splitHeaders(buffer);
  const parts = listLeaves(root.headers, root.body, 0);
  return { headers: root.headers, parts, complete: parts.every((part) => part.complete) };
}

function listLeaves(headers: ReadonlyMap<string, string>, body: Buffer, level: number): MimePart[] {
  const contentType = headers.get('content-type') ?? '';
  const boundary = readParameter(contentType, 'boundary');
  const isMultipart = readContentType(contentType).type?.startsWith('multipart/') === true;
  if (!isMultipart || boundary === null || level >= MAX_LEVELS) return [{ headers, body, complete: true }];
  const { sections, complete } = splitSections(body, boundary);
  const leaves = sections.flatMap((section) => {
    const part = splitHeaders(section);
    return listLeaves(part.headers, part.body, level + 1);
  });
  const last = leaves.pop();
  return last === undefined ? [] : [...leaves, { ...last, complete: last.complete && complete }];
}

/** What stands between the boundary lines. A file that was cut off ends its last section where it ends. */
function splitSections(body: Buffer, boundary: string): { sections: Buffer[]; complete: boolean } {
  const marker = Buffer.from(`--${boundary}`, 'latin1');
  const sections: Buffer[] = [];
  let start = -1;
  let from = 0;
  for (;;) {
    const at = body.indexOf(marker, from);
    if (at === -1) break;
    from = at + marker.length;
    if (at > 0 && body[at - 1] !== 0x0a) continue; // not at the start of a line
    if (start !== -1) sections.push(body.subarray(start, trimLineEnd(body, at)));
    if (body[from] === 0x2d && body[from + 1] === 0x2d) return { sections, complete: true };
    const lineEnd = body.indexOf(0x0a, from);
    start = lineEnd === -1 ? body.length : lineEnd + 1;
  }
  if (start !== -1) sections.push(body.subarray(start));
  return { sections, complete: false };
}

/** The line end before a boundary belongs to the boundary. */
function trimLineEnd(body: Buffer, at: number): number {
  return at - (body[at - 1] === 0x0a ? (body[at - 2] === 0x0d ? 2 : 1) : 0);
}

function splitHeaders(buffer: Buffer): { headers: Map<string, string>; body: Buffer } {
  const headers = new Map<string, string>();
  let at = 0;
  let name = '';
  while (at < buffer.length) {
    const end = buffer.indexOf(0x0a, at);
    const line = buffer.toString('latin1', at, end === -1 ? buffer.length : end).replace(/\r$/u, '');
    at = end === -1 ? buffer.length : end + 1;
    if (line === '') break;
    const header = /^([\w-]+):\s*(.*)$/u.exec(line);
    if (/^[ \t]/u.test(line) && name !== '') headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`);
    else if (header?.[1] !== undefined) {
      name = header[1].toLowerCase();
      if (!headers.has(name)) headers.set(name, header[2] ?? '');
    }
  }
  return { headers, body: buffer.subarray(at) };
}

/** The body of a part with its transfer encoding undone. */
export function decodePart(part: MimePart): Uint8Array {
  const encoding = part.headers.get('content-transfer-encoding')?.trim().toLowerCase() ?? '';
  const body = Buffer.from(part.body.buffer, part.body.byteOffset, part.body.byteLength);
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(body) : body;
}

const EQUALS = 0x3d;

/** RFC 2045 §6.7; an `=` that begins no code stays as it is. */
function decodeQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i] ?? 0;
    if (byte !== EQUALS) {
      out[length++] = byte;
      continue;
    }
    const softBreak = /^[ \t]*\r?\n/u.exec(body.toString('latin1', i + 1, i + 4))?.[0];
    const code = body.toString('latin1', i + 1, i + 3);
    if (softBreak !== undefined) i += softBreak.length;
    else if (/^[\da-f]{2}$/iu.test(code)) {
      out[length++] = Number.parseInt(code, 16);
      i += 2;
    } else out[length++] = byte;
  }
  return out.subarray(0, length);
}
