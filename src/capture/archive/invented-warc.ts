import { gzipSync } from 'node:zlib';

/** A record as a test invents it. */
export interface InventedRecord {
  readonly id: string;
  readonly type?: string;
  readonly target?: string;
  readonly date?: string;
  readonly headers?: readonly string[];
  readonly block: string | Buffer;
}

/** A WARC record in bytes. */
export function writeRecord(record: InventedRecord): Buffer {
  const block = Buffer.from(record.block);
  const head = [
    'WARC/1.1',
    `WARC-Type: ${record.type ?? 'response'}`,
    `WARC-Record-ID: <urn:uuid:${record.id}>`,
    `WARC-Target-URI: ${record.target ?? `https://harbour.example/${record.id}`}`,
    `WARC-Date: ${record.date ?? '2023-09-05T14:03:12Z'}`,
    ...(record.headers ?? []),
    `Content-Length: ${String(block.length)}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]);
}

/** An HTTP answer in bytes. */
export function writeAnswer(
  body: string | Buffer,
  headers: readonly string[] = ['Content-Type: text/html'],
  status = '200 OK',
): Buffer {
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
}

export const writePage = (words: string): string => `<!DOCTYPE html><html><body><p>${words}</p></body></html>`;

/** A response that holds one page. */
export const pageRecord = (id: string, words = `The crane ${id} fell.`): InventedRecord => ({
  id,
  block: writeAnswer(writePage(words)),
});

/** As crawlers write them: each record a gzip member of its own. */
export function writeWarcGz(records: readonly InventedRecord[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(writeRecord(record))));
}
