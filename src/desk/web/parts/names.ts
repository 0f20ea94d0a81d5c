import type { ShownAppearance } from '../../../ledger/ledger.ts';
import { joinSome, nameTeller } from '../../format/claim-words.ts';

/** “unnamed officials speaking to The New York Times and Luca Fenwald” */
export function nameOrigins(names: readonly string[]): string {
  return joinSome(names.map(nameTeller));
}

/** Who carries it: the outlet, else the address's host, else the report by its title. */
export function nameCarrier({ report }: Pick<ShownAppearance, 'report'>): string {
  const { outlet, url, title, version } = report;
  if (outlet !== null) return outlet;
  if (url !== null && URL.canParse(url)) return new URL(url).hostname.replace(/^www\./u, '');
  return title === null ? `report ${version.slice(0, 8)}` : `“${title}”`;
}

/** A report by its key: its address; of a text that had none its outlet, and the beginning of its hash. */
export function nameReport(key: string): string {
  const [, outlet = '', hash = ''] = /^text:([^:]*):([0-9a-f]{8})[0-9a-f]*$/u.exec(key) ?? [];
  if (hash === '') return key;
  return outlet === '' ? `report ${hash}` : `${decodeURIComponent(outlet)}, report ${hash}`;
}
