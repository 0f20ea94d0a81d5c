/** A Content-Type header, of HTTP or MIME, taken apart. */
export interface ContentType {
  /** `text/html`, lower case, or null. */
  readonly type: string | null;
  /** Its `charset` as written, or null. */
  readonly charset: string | null;
}

export function readContentType(header: string): ContentType {
  const type = header.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return { type: /^[\w.+-]+\/[\w.+-]+$/u.test(type) ? type : null, charset: readParameter(header, 'charset') };
}

/** One parameter of a header: `boundary` of `multipart/related; boundary="----x"`. Null where it is absent or empty. */
export function readParameter(header: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s;]+))`, 'iu').exec(header);
  const value = (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
  return value === '' ? null : value;
}
