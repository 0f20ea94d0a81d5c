import type { Entity } from '../language/mentions.ts';
import type { Attribution, Reading } from './reading.ts';
import { isUnnamedSource } from './unnamed-source.ts';

/**
 * Who speaks in a report, counted over its attributions by the last link of their chains. People at large ("critics",
 * "reportedly") and those who only think or want something are no sources: neither named nor unnamed. `official`:
 * governments. Women and men only where the text itself says so, by a title or a pronoun. `text`: that of the attributions.
 */
export function countAudit(
  text: string,
  attributions: readonly Attribution[],
  entities: readonly Entity[] = [],
): Reading['audit'] {
  const ends = attributions.flatMap(({ voice, chain }) => (voice === 'attributed' ? [chain.at(-1)] : []));
  const kinds = ends.map((end) => end?.kind ?? 'unknown');
  const genders = ends.map((end) => entities.find(({ id }) => id === end?.entity)?.gender ?? null);
  const count = <T>(values: readonly T[], isCounted: (value: T) => boolean): number => values.filter(isCounted).length;
  return {
    attributions: ends.length,
    named: count(kinds, (kind) => kind !== 'unnamed' && kind !== 'unknown'),
    unnamed: count(attributions, (one) => isUnnamedSource(text, one)),
    official: count(kinds, (kind) => kind === 'government'),
    document: count(kinds, (kind) => kind === 'document'),
    women: count(genders, (gender) => gender === 'woman'),
    men: count(genders, (gender) => gender === 'man'),
  };
}
