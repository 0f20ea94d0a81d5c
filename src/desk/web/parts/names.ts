import type { ShownAppearance } from '../../../ledger/ledger.ts';
import { joinSome } from '../../format/claim-words.ts';

/** “unnamed officials speaking to The New York Times and Luca Fenwald” */
export function nameOrigins(names: readonly string[]): string {
  return joinSome(names.map((name) => name.replace(/, to (?=[^,]+$)/u, ' speaking to ')));
}

/** Who carries it: the outlet, else the address's host, else the report by its title. */
export function nameCarrier({ report }: Pick<ShownAppearance, 'report'>): string {
  const { outlet, url, title, version } = report;
  if (outlet !== null) return outlet;
  if (url !== null && URL.canParse(url)) return new URL(url).hostname.replace(/^www\./u, '');
  return title === null ? `report ${version.slice(0, 8)}` : `“${title}”`;
}
