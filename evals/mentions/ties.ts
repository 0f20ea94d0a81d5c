import type { Entity, Mention } from '../../src/language/mentions.ts';
import type { FindGold, Shape } from './gold.ts';
import { mostOf } from './gold.ts';
import type { GoldMention, GumMentions } from './gum-mentions.ts';

/** A pronoun or noun phrase of ours in an entity: what it is by the annotators, and whether the entity is the same. */
interface Tie {
  readonly entity: Entity;
  readonly mention: Mention;
  readonly gold: GoldMention | null;
  readonly isRight: boolean;
}

const NAMED = new Set([
  ...['full name', 'last name', 'first name', 'short name', 'acronym', 'name', 'capital'],
  'both names',
]);

/**
 * Lays entities beside the annotators'. An entity with a name is whom most of its names name; one without is whom most of
 * its *other* mentions speak of, so that no mention vouches for itself. A tie is right where the annotators say the same,
 * and, of somebody whom the text names, only where the entity holds a name: "the curator … she" apart from "Jo Hale" is
 * wrong twice.
 */
export function tiesOf(gum: GumMentions, goldOf: FindGold, entities: readonly Entity[]): Tie[] {
  const named = namedIn(gum);
  return entities.flatMap((entity) => {
    const laid = entity.mentions.map((mention) => ({ mention, gold: goldOf(mention, shapeOf(mention)) }));
    const names = laid.filter(({ mention }) => NAMED.has(mention.why));
    const means = names.length > 0 ? mostOf(names.flatMap(({ gold }) => gold?.entity ?? [])) : null;
    return laid
      .filter(({ mention }) => !NAMED.has(mention.why))
      .map(({ mention, gold }) => {
        const others = laid.filter((one) => one.mention !== mention).map((one) => one.gold?.entity ?? '');
        const same = names.length > 0 ? means : mostOf(others);
        const isRight = gold !== null && gold.entity === same && (names.length > 0 || !named.has(gold.entity));
        return { entity, mention, gold, isRight };
      });
  });
}

/** Entities that a mention names: its head is PROPN. */
export function namedIn({ mentions }: GumMentions): ReadonlySet<string> {
  return new Set(mentions.filter((one) => one.pos === 'PROPN').map((one) => one.entity));
}

/** The pronouns and common nouns that speak of a person or organization of whom the text speaks more than once. */
export function wantedOf({ mentions }: GumMentions): readonly GoldMention[] {
  const counts = new Map<string, number>();
  const kinds = new Set<string>();
  for (const { entity, kind } of mentions) {
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
    if (kind === 'person' || kind === 'organization') kinds.add(entity);
  }
  return mentions.filter(({ entity, pos }) => (pos === 'PRON' || pos === 'NOUN') && kinds.has(entity) && (counts.get(entity) ?? 0) > 1); // prettier-ignore
}

function shapeOf({ why }: Mention): Shape {
  return why === 'both names' ? 'pair' : NAMED.has(why) ? 'name' : 'other';
}
