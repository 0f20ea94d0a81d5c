import type { PeekedBytes } from '../peeked-bytes.ts';
import { decodeHead, readUtf16 } from '../text-head.ts';

/** An XML document as text. Its charset: UTF-16 by its bytes, what the server says, what it declares, else UTF-8. */
export async function* decodeXml(bytes: PeekedBytes, served: string | null): AsyncGenerator<string> {
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/u.exec(decodeHead(bytes.head))?.[1];
  const label = readUtf16(bytes.head) ?? [served, declared].find(isKnown) ?? 'utf-8';
  const decoder = new TextDecoder(label);
  for await (const chunk of bytes.all) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Whether a charset is known and no UTF-16: that would show in the bytes, and is often declared where it is not. */
function isKnown(label: string | null | undefined): label is string {
  try {
    return label != null && !new TextDecoder(label).encoding.startsWith('utf-16');
  } catch {
    return false;
  }
}
