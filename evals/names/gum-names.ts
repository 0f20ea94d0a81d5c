import type { Name, NameKind, Range } from '../../src/language/spans.ts';
import { isSeatOfPower } from '../../src/language/heads.ts';
import { findPlaces } from '../../src/language/places/resolve-places.ts';
import { isWithin, overlaps } from '../../src/base/span.ts';
import type { GumMentions } from '../mentions/gum-mentions.ts';

/** A mention whose head is a proper noun: the stretch it takes, and the head's own, with what is `flat` behind it. */
export interface NamedMention extends Range {
  readonly head: Range;
  readonly kind: NameKind;
}

const KINDS: Readonly<Record<string, NameKind>> = {
  ...{ person: 'person', organization: 'organization', place: 'place' },
  ...{ event: 'other', object: 'other', abstract: 'other', plant: 'other', animal: 'other' },
};

/**
 * GUM marks whole noun phrases ("the former President Jo Hale of Saltmere"), not names: its names are the mentions whose
 * head is a proper noun. Of two with one head the outer says what the text speaks of. A person in the plural is a demonym
 * ("Belgians"); a state, capital or seat of power is a place also where GUM has an organization.
 */
export function listNamedMentions({ tokens, mentions }: GumMentions): readonly NamedMention[] {
  const column = (at: number, k: number): string => tokens[at]?.columns[k] ?? '';
  const byHead = new Map<number, NamedMention>();
  for (const { start, end, head, next, kind: type, pos } of mentions) {
    const kind = KINDS[type];
    const seen = byHead.get(head);
    if (!kind || pos !== 'PROPN' || (seen && seen.end - seen.start >= end - start)) continue;
    let last = head;
    while (last + 1 < next && column(last + 1, 7) === 'flat') last++;
    const place: Range = { start: tokens[head]?.start ?? 0, end: tokens[last]?.end ?? 0 };
    const words = tokens.slice(head, last + 1).map((token) => token.columns[1]).join(' '); // prettier-ignore
    const isPeople = kind === 'person' && column(head, 4) === 'NNPS';
    const isState = kind === 'organization' && isSeatOfPower(words);
    byHead.set(head, { start, end, head: place, kind: isPeople ? 'demonym' : isState ? 'place' : kind });
  }
  return [...byHead.values()];
}

/** A person's name behind the noun that GUM takes for the head of both ("curator Jo Hale"), so that it marks none. */
export function standsBehindNoun({ names, allNames }: GumMentions, name: Range): boolean {
  return allNames.some((one) => !names.includes(one) && overlaps(name, one));
}

/** The places that a reading finds inside these names, as names of their own. */
export function listInside(text: string, names: readonly Name[]): readonly Name[] {
  return findPlaces(text, names, {})
    .filter((place) => names.some((name) => isWithin(place, [name]) && name.end - name.start > place.end - place.start))
    .map(({ start, end }) => ({ start, end, kind: 'place', score: 1 }));
}

/** Adjectives ("the Norlandish coast"), of which GUM marks none: a name that ends in one is neither right nor wrong. */
export function isAdjective({ tokens }: GumMentions, name: Range): boolean {
  const last = tokens.findLast((token) => overlaps(token, name));
  return last?.columns[3] === 'ADJ';
}

/** Whether `name` names what `mention` speaks of: it lies in it, stands on its head, and is of its kind. */
export function namesMention(name: Name, mention: NamedMention): boolean {
  return name.kind === mention.kind && isWithin(name, [mention]) && overlaps(name, mention.head);
}
