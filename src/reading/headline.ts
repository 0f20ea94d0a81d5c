import type { Entity } from '../language/mentions.ts';
import type { Attribution } from './reading.ts';

/**
 * A title speaks of people by their shortest names: who is meant, the story says. Its chains take the story's entity of
 * that name; one that the story does not name stays by itself, without an id (ids are of `entities`, in `report.text`).
 */
export function nameHeadline(
  attributions: readonly Attribution[],
  titled: readonly Entity[],
  told: readonly Entity[],
): Attribution[] {
  const meant = new Map(titled.map((one) => [one.id, told.find((other) => isSame(one, other))]));
  return attributions.map((attribution) => ({
    ...attribution,
    chain: attribution.chain.map((link) => {
      if (link.entity === null) return link;
      const entity = meant.get(link.entity);
      return { ...link, entity: entity?.id ?? null, name: entity?.name ?? link.name };
    }),
    event: attribution.event && {
      ...attribution.event,
      who: attribution.event.who.flatMap((id) => meant.get(id)?.id ?? []),
    },
  }));
}

/** By the whole name, or by the last of a person's names. */
function isSame(one: Entity, other: Entity): boolean {
  if (one.kind !== other.kind) return false;
  const [a, b] = [one.name.toLowerCase(), other.name.toLowerCase()];
  return a === b || (one.kind === 'person' && (b.endsWith(` ${a}`) || a.endsWith(` ${b}`)));
}
