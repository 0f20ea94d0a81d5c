/** The pages that a WACZ archive says it holds: without the list, every frame and advert of a page looks like a page. */
export interface PageList {
  has(address: string): boolean;
  /** A listed page that leads elsewhere stands where it leads. */
  addRedirect(from: string, to: string): void;
}

/** The pages of `pages/*.jsonl`, or null where none is named: then every page of the archive is one. */
export function readPageList(lines: string): PageList | null {
  const pages = new Set<string>();
  for (const line of lines.split('\n')) {
    const address = readAddress(line);
    if (address !== null) pages.add(address);
  }
  if (pages.size === 0) return null;
  return {
    has: (address) => pages.has(normalize(address) ?? address),
    addRedirect: (from, to) => {
      const target = URL.canParse(to, from) ? normalize(new URL(to, from).href) : null;
      if (target !== null && pages.has(normalize(from) ?? from)) pages.add(target);
    },
  };
}

function readAddress(line: string): string | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('url' in value)) return null;
    return typeof value.url === 'string' ? normalize(value.url) : null;
  } catch {
    return null; // a damaged line names no page
  }
}

function normalize(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
