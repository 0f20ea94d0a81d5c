import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** A file that pages load, under an address that changes with its bytes: browsers keep it for ever. */
export interface Asset {
  /** `/assets/desk-1a2b3c4d.css` */
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Assets {
  readonly style: Asset;
  readonly script: Asset;
  readonly icon: Asset;
  readonly byPath: ReadonlyMap<string, Asset>;
}

// As they lie in the package: three folders up from here in `src` and in `dist` alike, so that nothing is copied.
const STYLE = new URL('../../../src/desk/web/style/', import.meta.url);
const SCRIPT = new URL('../../../src/desk/web/script/', import.meta.url);

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5c74"/><path d="M9 22c0-7 2-11 6-13M18 22c0-7 2-11 6-13" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round"/><circle cx="10.5" cy="21" r="3" fill="#fff"/><circle cx="19.5" cy="21" r="3" fill="#fff"/></svg>`;

/** The style sheets and scripts, each kind joined in the order of the files' names. */
export function loadAssets(): Assets {
  const style = makeAsset('desk', 'css', 'text/css; charset=utf-8', joinFiles(STYLE, '.css'));
  const script = makeAsset('desk', 'js', 'text/javascript; charset=utf-8', joinFiles(SCRIPT, '.js'));
  const icon = makeAsset('icon', 'svg', 'image/svg+xml', ICON);
  return { style, script, icon, byPath: new Map([style, script, icon].map((asset) => [asset.path, asset])) };
}

function joinFiles(folder: URL, ending: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending)).sort(); // prettier-ignore
  return names.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
}

function makeAsset(name: string, ending: string, type: string, text: string): Asset {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { path: `/assets/${name}-${hash}.${ending}`, type, bytes: new Uint8Array(Buffer.from(text)) };
}
