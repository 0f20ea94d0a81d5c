import { open } from 'node:fs/promises';

/** Bytes of which any part can be read: what ZIP and Parquet need, since their index stands at the end. */
export interface RandomBytes {
  readonly size: number;
  /** The bytes `[start, end)`, fewer where there are no more. */
  read(start: number, end: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** A file's, read where they are. The error of the file system where it cannot be opened. */
export async function openFileBytes(path: string): Promise<RandomBytes> {
  const file = await open(path);
  const { size } = await file.stat();
  return {
    size,
    async read(start, end) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(end, size) - start));
      let length = 0;
      while (length < buffer.length) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, start + length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return buffer.subarray(0, length);
    },
    close: () => file.close(),
  };
}

/** Those of a stream that was read into memory. */
export function holdBytes(bytes: Uint8Array): RandomBytes {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    read: (start, end) => Promise.resolve(buffer.subarray(start, Math.max(start, end))),
    close: () => Promise.resolve(),
  };
}
