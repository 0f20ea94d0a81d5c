import { readLexicon } from '../base/lexicon.ts';

/** Whether `name=value` of an address says who sent the reader and not which page it is (`lexicons/tracking.tsv`). */
export function isTracking(pair: string): boolean {
  const given = pair.toLowerCase();
  const name = given.split('=', 1)[0] ?? '';
  return readLexicon('tracking').some(([pattern = '']) => {
    if (pattern.endsWith('*')) return name.startsWith(pattern.slice(0, -1));
    return pattern === (pattern.includes('=') ? given : name);
  });
}
