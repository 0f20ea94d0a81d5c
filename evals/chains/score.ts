import { overlaps } from '../../src/base/span.ts';
import { findOutletNamed } from '../../src/language/outlets.ts';
import type { Range } from '../../src/language/spans.ts';
import type { Attribution, ChainLink } from '../../src/reading/reading.ts';
import type { GoldChain, GoldLink } from './gold.ts';

export const ATTRIBUTES = ['number', 'position', 'affiliation', 'closeness', 'generic'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** How one gold row fared. `attributes` only where both sides have an unnamed last link. */
export interface Judgement {
  readonly row: GoldChain;
  readonly found: Attribution | null;
  /** Ours without the report's own outlet and wire. */
  readonly links: readonly ChainLink[];
  readonly chain: boolean;
  readonly speaker: boolean;
  readonly kind: boolean;
  readonly attributes: ReadonlyMap<Attribute, boolean>;
}

/**
 * Ours that is the gold row: its cue overlaps (source and content where the gold has no cue); of several, the one with
 * more overlap in all three roles. Any of the gold's alternatives counts. Names are folded (case, a leading "the",
 * quotation marks); a person may go by the last name; of a document, poll, observation or post, which have no name but
 * a description, the words of one side may be fewer than the other's.
 */
export function judgeRow(row: GoldChain, attributions: readonly Attribution[]): Judgement {
  const found = findAttribution(row, attributions);
  const stripped = found ? stripOwn(found.chain) : [];
  // Where the report itself tells ("we examine"), what is left of ours is its outlet.
  const links = found && stripped.length === 0 ? found.chain.slice(0, 1) : stripped;
  const last = links.at(-1);
  const lasts = row.chains.flatMap((chain) => chain.at(-1) ?? []);
  const attributes = new Map<Attribute, boolean>();
  if (row.unnamed && last?.unnamed) {
    for (const name of ATTRIBUTES) {
      const gold = row.unnamed[name];
      if (gold !== '*') attributes.set(name, sameAttribute(name, gold, last.unnamed[name]));
    }
  }
  return {
    ...{ row, found, links, attributes },
    chain: row.chains.some((gold) => gold.length === links.length && gold.every((link, i) => sameLink(link, links[i]))),
    speaker: last !== undefined && lasts.some((gold) => sameName(gold, last)),
    kind: last !== undefined && lasts.some((gold) => gold.kind === last.kind),
  };
}

function findAttribution(row: GoldChain, attributions: readonly Attribution[]): Attribution | null {
  const scored = attributions
    .filter((one) => one.voice === 'attributed' && matches(row, one))
    .map((one) => ({ one, score: shared(row.cue, one.cue) + shared(row.source, one.source) + Math.min(60, shared(row.content, one.content)) })); // prettier-ignore
  return scored.reduce<(typeof scored)[number] | null>((best, next) => (best && best.score >= next.score ? best : next), null)?.one ?? null; // prettier-ignore
}

function matches(row: GoldChain, one: Attribution): boolean {
  if (row.cue.length > 0) return shared(row.cue, one.cue) > 0;
  // GUM's satellite holds source and cue together.
  return shared(row.source, [...one.source, ...one.cue]) > 0 && shared(row.content, one.content) > 0;
}

function shared(a: readonly Range[], b: readonly Range[]): number {
  let sum = 0;
  for (const x of a) for (const y of b) if (overlaps(x, y)) sum += Math.min(x.end, y.end) - Math.max(x.start, y.start);
  return sum;
}

function stripOwn(chain: readonly ChainLink[]): ChainLink[] {
  return chain.filter(
    (link, i) => i > 0 && !(link.kind === 'wire' && (link.how === 'metadata' || link.how === 'byline')),
  );
}

function sameLink(gold: GoldLink, ours: ChainLink | undefined): boolean {
  return gold.kind === ours?.kind && sameName(gold, ours);
}

const DESCRIBED = /^(?:document|poll|observation|social)$/u;

function sameName(gold: GoldLink, ours: ChainLink): boolean {
  if (gold.kind === 'unnamed' || ours.kind === 'unnamed') return gold.kind === ours.kind;
  if (gold.kind === 'unknown') return ours.kind === 'unknown';
  const name = fold(ours.name);
  // By any of its names in our own list: "Huffington Post" is HuffPost.
  const outlet = findOutletNamed(ours.name);
  if (outlet !== null && gold.names.some((other) => findOutletNamed(other) === outlet)) return true;
  return gold.names.map(fold).some((other) => {
    if (other === name) return true;
    if (gold.kind === 'person' && ours.kind === 'person') return lastName(other) === lastName(name);
    return DESCRIBED.test(gold.kind) && (isWithin(other, name) || isWithin(name, other));
  });
}

function fold(name: string): string {
  const plain = name.toLowerCase().replaceAll('’', "'").replaceAll(/["“”.,]/gu, ''); // prettier-ignore
  return plain.replace(/'s?$/u, '').replace(/^(?:the|a|an) /u, '').replaceAll(/\s+/gu, ' ').trim(); // prettier-ignore
}

function lastName(name: string): string {
  return (
    name
      .replace(/ (?:jr|sr|ii|iii)$/u, '')
      .split(' ')
      .at(-1) ?? ''
  );
}

function isWithin(few: string, many: string): boolean {
  const words = new Set(many.split(' '));
  return few !== '' && few.split(' ').every((word) => words.has(word) || /^(?:the|a|an|of|on|in|for)$/u.test(word));
}

/** The position by its last noun ("senior official" is "official"), an affiliation or closeness by a word they share. */
function sameAttribute(name: Attribute, gold: string | boolean | null, ours: string | boolean | null): boolean {
  if (typeof gold !== 'string' || typeof ours !== 'string' || name === 'number') return gold === ours;
  if (name === 'position') return fold(gold).split(' ').at(-1) === fold(ours).split(' ').at(-1);
  const words = new Set(wordsOf(gold)); // prettier-ignore
  return wordsOf(ours).some((word) => words.has(word)); // prettier-ignore
}

function wordsOf(name: string): string[] {
  const words = fold(name)
    .split(/[ -]/u)
    .map((word) => word.replace(/s$/u, ''));
  return words.filter((word) => word.length > 2 && word !== 'the');
}
