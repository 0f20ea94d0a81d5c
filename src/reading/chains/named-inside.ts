import { makeSpan, type Span } from '../../base/span.ts';
import type { Range } from '../../language/spans.ts';
import type { Entity } from '../../language/mentions.ts';
import type { ChainLink } from '../reading.ts';
import { nounKind } from './nouns.ts';
import { isNamed, linkOfEntity } from './referents.ts';
import type { Setting } from './setting.ts';
import type { Speaker } from './speakers.ts';

/** Words behind which a name is somebody else's: "the lawyer for Holm", "officials including Holm". */
const ELSE = /\b(?:of|for|to|with|by|from|about|against|under|at|in|on|near|over|around|than|like|as|including|behind|between|among|and|or|toward|towards|regarding|who|which|that|whom|whose|is|was|told)\s+(?:(?:the|then|former|late|sen\.|gov\.|rep\.|mr\.|mrs\.|ms\.|president|senator|governor)\s+)*$/iu; // prettier-ignore
const OTHERS =
  /^\s*(?:and|including|such|like|as|or|who|which|where|when|with|not|but|along|led|headed|chaired|run|founded|owned|backed|joined)\b/iu;

/** "The campaign of the nominee " Ada Holm is Ada Holm’s campaign. */
const BODY_OF = /^the\s(?:\p{Ll}+\s){0,2}?(campaign|office|administration|camp|team|staff|family|estate)\sof\s/iu;

/**
 * The name in a wording that words alone do not show, since only the network knows that it is one: "One conservative,
 * former mayor Ada Holm", "a worker named Ada Holm", "Liberal icon and Justice Ada Holm", "One of them, Acme Group". It
 * ends the wording or one of its commas' parts, and nothing makes it somebody else's.
 */
export function findNamedInside({ text, entities }: Setting, source: Span, speaker: Speaker): ChainLink | null {
  const pieces = [...source.text.matchAll(/[^,;:—–()]+/gu)];
  for (const [i, piece] of pieces.entries()) {
    if (i > 0 && (OTHERS.test(piece[0]) || !isOpen(speaker))) continue;
    const start = source.start + piece.index;
    const end = start + piece[0].trimEnd().length;
    const found = entityEnding(entities, { start, end });
    if (!found) continue;
    const lead = text.slice(start, found.mention.start);
    const own = found.mention.start <= start + (/^\s*/u.exec(piece[0])?.[0].length ?? 0);
    const isPerson = found.entity.kind === 'person';
    // A body is a name beside "one of them" only where it fills its part.
    if (!isPerson && !(i > 0 && own && found.entity.kind === 'organization' && speaker.kind === 'unnamed')) continue;
    const body = i === 0 && isPerson ? BODY_OF.exec(lead)?.[1] : undefined;
    if (body !== undefined) return { name: `${found.entity.name}’s ${body}`, kind: speaker.kind, how: 'named', entity: null, mention: source }; // prettier-ignore
    if (
      i === 0 &&
      (own || ELSE.test(lead) || isOfAnother(lead) || !/\p{Ll}/u.test(lead) || /^\s*(?:the|an?)\s$/iu.test(lead))
    )
      continue;
    if (i > 0 && ELSE.test(lead) && !/^\s*(?:\p{L}+\s+){0,3}(?:of|for|at|in)\s+\p{Lu}/u.test(lead)) continue;
    if (countPersons(entities, { start, end }) > 1) continue;
    return linkOfEntity(text, found.entity, makeSpan(text, found.mention.start, found.mention.end), speaker.kind);
  }
  return null;
}

/** "An adviser to the mayor " Jo Hale is not Jo Hale; "a welder from Holm named " Ada Finn is. */
function isOfAnother(lead: string): boolean {
  const noun = /(\p{Ll}+)\s(?:of|for|to|with|by|from|under|against|behind|about|near)\s/u.exec(lead)?.[1];
  const isSource = noun !== undefined && nounKind(noun) !== null;
  return isSource && !/\b(?:named|called)\s+$/u.test(lead);
}

/** Nobody named yet: unnamed, unknown, or an office that points back. */
function isOpen({ kind, how }: Speaker): boolean {
  return kind === 'unnamed' || kind === 'unknown' || how === 'inferred';
}

function entityEnding(
  entities: readonly Entity[],
  { start, end }: Range,
): { readonly entity: Entity; readonly mention: Range } | null {
  // prettier-ignore
  for (const entity of entities) {
    if (!isNamed(entity)) continue;
    const mention = entity.mentions.find((one) => one.end === end && one.start >= start && one.why.includes('name'));
    if (mention) return { entity, mention };
  }
  return null;
}

function countPersons(entities: readonly Entity[], { start, end }: Range): number {
  return entities.filter(({ kind, mentions }) => kind === 'person' && mentions.some((one) => one.start >= start && one.end <= end && one.why.includes('name'))).length; // prettier-ignore
}
