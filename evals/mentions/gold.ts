import type { Range } from '../../src/language/spans.ts';
import type { GoldMention, GumMentions } from './gum-mentions.ts';

/** How a mention of ours is laid beside the annotators': by where it stands and what it is. */
export type Shape = 'name' | 'pair' | 'other';

/** The gold mention that a mention of ours is, or null. */
export type FindGold = (range: Range, shape: Shape) => GoldMention | null;

/**
 * A pronoun or noun phrase is the gold mention whose head word it ends with; a name the smallest gold mention whose head
 * stands in it; a pair the smallest that holds it whole and whose head stands in it.
 */
export function layBeside({ tokens, mentions }: GumMentions): FindGold {
  const byHeadEnd = new Map<number, GoldMention[]>();
  const byToken = new Map<number, GoldMention[]>();
  const sizeOf = (one: Range): number => one.end - one.start;
  for (const one of [...mentions].sort((a, b) => sizeOf(a) - sizeOf(b))) {
    const end = tokens[one.head]?.end ?? -1;
    byHeadEnd.set(end, [...(byHeadEnd.get(end) ?? []), one]);
    byToken.set(one.head, [...(byToken.get(one.head) ?? []), one]);
  }
  const heads = [...byToken.keys()].sort((a, b) => a - b);
  return (range, shape) => {
    if (shape === 'other') return byHeadEnd.get(range.end)?.[0] ?? null;
    const inside = heads.filter((head) => (tokens[head]?.start ?? -1) >= range.start && (tokens[head]?.end ?? Infinity) <= range.end); // prettier-ignore
    const found = inside
      .flatMap((head) => byToken.get(head) ?? [])
      .filter((one) => shape === 'name' || (one.start <= range.start && one.end >= range.end))
      .sort((a, b) => Number(b.start <= range.start && b.end >= range.end) - Number(a.start <= range.start && a.end >= range.end) || sizeOf(a) - sizeOf(b)); // prettier-ignore
    // "curator Jo Hale": the head is the noun before the name.
    const before = (): GoldMention | null => mentions.find((one) => one.pos === 'NOUN' && one.end === range.end && (tokens[one.head]?.end ?? -9) + 1 === range.start) ?? null; // prettier-ignore
    return found[0] ?? (shape === 'name' ? before() : null);
  };
}

/** The most frequent value, the earliest of equals. */
export function mostOf(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
