import { makeSpan, overlaps } from '../../base/span.ts';
import type { Range } from '../../language/spans.ts';
import type { Entity } from '../../language/mentions.ts';
import type { ChainLink } from '../reading.ts';
import { isTitle } from '../../language/heads.ts';
import { headNoun, headPhrase, quantityOf } from './phrases.ts';
import { nounKind } from './nouns.ts';
import { tagWords } from '../../language/parts-of-speech.ts';
import { foldName } from './publisher.ts';

/**
 * The entity whose mention holds `head`, the word or name that a source's wording turns on; of several mentions the
 * shortest, so that "Holm" in "the Holm port" is not the port.
 */
export function entityAt(entities: readonly Entity[], head: Range): Entity | null {
  let best: { entity: Entity; size: number } | null = null;
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      const size = mention.end - mention.start;
      // A mention that only ends or begins in the name is another's: "Holm" of "Holm Foundation".
      const fits = overlaps(mention, head) && (mention.end >= head.end || mention.start <= head.start);
      if (fits && mention.end >= head.end - 1 && (!best || size < best.size)) best = { entity, size };
    }
  }
  return best?.entity ?? null;
}

const NAMING = /name|acronym|capital/u;

/** Whether a text names an entity, by more than a noun: "Administration officials" and "the man" are no names. */
export function isNamed({ name, kind, mentions }: Entity): boolean {
  if (PARTISAN.test(name)) return false;
  if (kind === 'person' && /^\p{Lu}.*\sand\s\p{Lu}/u.test(name)) return true;
  // "the Holm administration" bears a name though it is none.
  if (kind !== 'person' && /\s\p{Lu}/u.test(name) && nounKind(headNoun(headPhrase(name))) !== 'people') return true;
  if (!/\p{Lu}/u.test(name) || !mentions.some(({ why }) => NAMING.test(why))) return false;
  const [word = '', ...more] = name.split(' ');
  return more.length > 0 || !(isTitle(word) || PRONOUNS.test(word) || /^(?:people|role|unnamed)$/u.test(nounKind(word.toLowerCase()) ?? '') && word.endsWith('s')); // prettier-ignore
}

/** "the Harbour Republican" is one of a party. */
const PARTISAN = /(?:Republican|Democrat|Conservative|Tory)$/u;

const PRONOUNS =
  /^(?:I|me|my|we|us|our|you|your|he|him|his|she|her|they|them|their|it|its|this|that|most|many|some)$/iu;

/** The last word of a stretch, without a possessive ending. */
export function lastWordOf(text: string, { start, end }: Range): Range {
  const words = [...text.slice(start, end).matchAll(/[\p{L}\p{N}.&-]*[\p{L}\p{N}]/gu)].filter(({ 0: word }) => word !== 's'); // prettier-ignore
  const last = words.at(-1);
  return last ? { start: start + last.index, end: start + last.index + last[0].length } : { start, end };
}

/** A link for an entity that a wording names or points to. `lexical`: the kind that the wording alone gives. */
export function linkOfEntity(text: string, entity: Entity, mention: Range, lexical: ChainLink['kind']): ChainLink {
  const span = makeSpan(text, mention.start, mention.end);
  const isNamed = /\p{Lu}/u.test(span.text) && sharesWord(entity.name, span.text);
  return {
    name: entity.kind === 'person' ? plainName(entity.name) : entity.name,
    kind: kindOf(entity, lexical),
    how: isNamed ? 'named' : 'coreference',
    entity: entity.id,
    mention: span,
  };
}

/** "Ada Holm of", "General Ada Holm": a name that the network began too early or ended too late. */
function plainName(name: string): string {
  return name.replace(/\s(?:of|at|in|for|from)$/u, '').replace(/^General (?=\p{Lu}\S*\s\p{Lu})/u, '');
}

/** A place that speaks is its government; of bodies, the word at its head knows better than the network ("ministry"). */
function kindOf(entity: Entity, lexical: ChainLink['kind']): ChainLink['kind'] {
  if (entity.kind === 'person') return 'person';
  if (lexical === 'outlet' || lexical === 'wire' || lexical === 'government') return lexical;
  if (entity.kind === 'place') return lexical === 'organization' && CIVIL.test(entity.name) ? 'organization' : 'government'; // prettier-ignore
  return entity.kind === 'unknown' ? lexical : entity.kind;
}

/** Bodies of citizens, whatever place they bear in their name: "Norland Federation of Students". */
const CIVIL = /\b(?:Federation|Union|Association|Society|League|Coalition|Alliance|Institute|Foundation|University|College|Club|Chamber|Party|Inc|Corp)\b/u; // prettier-ignore

function sharesWord(a: string, b: string): boolean {
  const words = new Set(foldName(a).split(/[^\p{L}\p{N}]+/u));
  return foldName(b)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 1 && words.has(word));
}

/** "Ada Holm of the Harbour Board, who": the last person before with no verb between, who can be meant by "who". */
export function findPersonBefore(
  { text, entities }: { readonly text: string; readonly entities: readonly Entity[] },
  relative: Range,
  from: number,
): { readonly entity: Entity; readonly mention: Range } | null {
  const persons = entities.filter((entity) => entity.kind === 'person' && isNamed(entity));
  const before = persons.flatMap((entity) => entity.mentions.filter(({ start, end, why }) => start >= from && end <= relative.start && NAMING.test(why)).map((mention) => ({ entity, mention }))); // prettier-ignore
  const last = before.reduce<(typeof before)[number] | null>((best, one) => (best && best.mention.end >= one.mention.end ? best : one), null); // prettier-ignore
  if (!last) return null;
  const between = text.slice(last.mention.end, relative.start);
  const words = tagWords(between);
  if (between.length > 120 || words.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return null;
  // "Holm’s aides, who" are not Holm.
  return /^['’]s?\b/u.test(between) ? null : last;
}

export type PronounClass = 'I' | 'we' | 'he' | 'they' | 'it' | 'relative' | 'you';

const CLASSES: readonly (readonly [PronounClass, RegExp])[] = [
  ['I', /^(?:I|me|myself|[Mm]y|mine)$/u],
  ['we', /^(?:we|us|ourselves|our|ours)$/iu],
  ['he', /^(?:he|she|him|her|his|hers|himself|herself)$/iu],
  ['they', /^(?:they|them|their|theirs|themselves|both|these|all)$/iu],
  ['it', /^(?:it|its|itself|this|that)$/iu],
  ['relative', /^(?:who|which|whom|whose)$/iu],
  ['you', /^your?$/iu],
];

export function pronounClass(wording: string): PronounClass | null {
  // "I’m worried", "let’s say": the verb's ending is no part of the pronoun.
  const bare = wording.trim().replace(/(?<=\p{L})['’](?:m|re|ve|ll|d|s)$|\s(?:no|also|all|too)$/iu, ''); // prettier-ignore
  if (/^['’]s$/u.test(bare)) return 'we';
  return CLASSES.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

const BODIES: readonly ChainLink['kind'][] = ['organization', 'government', 'outlet', 'wire', 'social'];

/** Whether an earlier speaker can be meant by a pronoun of this class. Gender only where a text gave it. */
export function canMean(pronoun: string, kind: PronounClass, link: ChainLink, entities: readonly Entity[]): boolean {
  // "reportedly" is nobody whom a pronoun can mean.
  if (link.how === 'inferred' && link.kind === 'unnamed') return false;
  const number = link.unnamed?.number;
  switch (kind) {
    case 'he': {
      if (link.kind === 'unnamed') return number === 'one' && /^(?:an?|one|the)\s/iu.test(link.name) && quantityOf(link.name) === ''; // prettier-ignore
      const gender = entities.find(({ id }) => id === link.entity)?.gender ?? null;
      const asked = /^h(?:e|im|is|imself)$/iu.test(pronoun) ? 'man' : 'woman';
      return link.kind === 'person' && !link.name.includes(' and ') && (gender === null || gender === asked);
    }
    case 'they':
      if (link.kind === 'unnamed') return number !== 'one';
      return link.kind === 'person' ? link.name.includes(' and ') : BODIES.includes(link.kind);
    case 'it':
      return !['person', 'unnamed', 'unknown'].includes(link.kind);
    case 'I':
    case 'we':
    case 'you':
    case 'relative':
      return false;
  }
}
