import type { Attribution, Reading } from './reading.ts';

const OFFICIAL = new Set(['government']);

/** Who speaks in a report, counted over its attributed voices. Women and men only where the text says so. */
export function countAudit(attributions: readonly Attribution[]): Reading['audit'] {
  const attributed = attributions.filter((one) => one.voice === 'attributed');
  const ends = attributed.map((one) => one.chain.at(-1)?.kind ?? 'unknown');
  return {
    attributions: attributed.length,
    named: ends.filter((kind) => kind !== 'unnamed' && kind !== 'unknown').length,
    unnamed: ends.filter((kind) => kind === 'unnamed').length,
    official: ends.filter((kind) => OFFICIAL.has(kind)).length,
    document: ends.filter((kind) => kind === 'document').length,
    women: 0,
    men: 0,
  };
}
