import type { Range } from './spans.ts';
import type { AnaphorClass } from './mentions/anaphors.ts';
import type { Cluster, EntityKind } from './mentions/cluster.ts';
import { describeNone, describeOption } from './mentions/features.ts';
import { readNoun, type Gender } from './mentions/nouns.ts';
import { loadRanker, rankOptions, type Ranker } from './mentions/ranker.ts';
import type { MentionInput } from './mentions/input.ts';
import { resolveMentions, type Choose } from './mentions/resolve.ts';

/** One place where a text speaks of an entity. */
export interface Mention extends Range {
  /** Why it belongs, in a word or three: "full name", "acronym", "pronoun", "role". */
  readonly why: string;
}

/** Somebody or something that a report names, or speaks of more than once, with every mention in text order. */
export interface Entity {
  /** `e1`, `e2`, … in the order of their first mentions. */
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  /** Only where the text itself says so, by a title, a noun or a sure pronoun. */
  readonly gender: Gender | null;
  readonly mentions: readonly Mention[];
}

/** Groups the mentions of each entity of a report. Times grow with the text, whatever it holds. */
export function findEntities(input: MentionInput, ranker: Ranker = loadRanker()): readonly Entity[] {
  const clusters = resolveMentions(input, chooseBy(ranker));
  return clusters
    .filter(isEntity)
    .sort((a, b) => startOf(a) - startOf(b) || b.links.length - a.links.length || a.id - b.id)
    .map((cluster, i) => entityOf(cluster, `e${String(i + 1)}`));
}

/**
 * How much of the chance of nobody stands against a tie, by what the mention is: "it" mostly means no one; a noun of a body, of
 * people or a person speaks of somebody more often than its weights say. Chosen by totals of GUM news and of its other
 * genres, with chains (evals/chains) as they were: half as much throughout ties .01 more and is right .04 to .07 less often.
 */
const NOBODY: Readonly<Record<AnaphorClass, number>> = {
  ...{ he: 0.5, they: 0.35, it: 1, person: 0.25, people: 0.25, body: 0.35, bodies: 0.35, place: 0.5 },
};

/** The most likely option by the weights; nobody where that is likeliest. */
export function chooseBy(ranker: Ranker): Choose {
  return (scene, options) => {
    if (options.length === 0) return { index: -1, chance: 1 };
    const names = [describeNone(scene), ...options.map((option) => describeOption(option, scene))];
    const chances = rankOptions(ranker, scene.anaphor.class, names);
    chances[0] = (chances[0] ?? 0) * NOBODY[scene.anaphor.class];
    const best = chances.indexOf(Math.max(...chances));
    return { index: best - 1, chance: chances[best] ?? 0 };
  };
}

/** A name, or two mentions; two names side by side are a pair only where something else means them both. */
function isEntity({ named, links, members }: Cluster): boolean {
  if (members.length > 0) return links.some((one) => one.form !== 'group');
  return named ? links.length > 0 : links.length > 1;
}

function entityOf(cluster: Cluster, id: string): Entity {
  const mentions = cluster.links.map(({ start, end, why }) => ({ start, end, why }));
  return { id, name: nameOf(cluster), kind: cluster.kind, gender: cluster.plural ? null : cluster.gender, mentions };
}

/** The longest of its names; of a pair the names of both; else its first wording. */
function nameOf(cluster: Cluster): string {
  if (cluster.label) return cluster.label;
  const names = cluster.links.filter((one) => one.form === 'name').map((one) => one.wording);
  if (names.length > 0) return names.reduce((best, one) => (one.length > best.length ? one : best));
  if (cluster.members.length > 0) return [...cluster.members].sort((a, b) => startOf(a) - startOf(b)).map(nameOf).join(' and '); // prettier-ignore
  const wording = cluster.links[0]?.wording ?? '';
  // "Police" opened a sentence; they are "police".
  const isCommon = readNoun((/^\p{L}+/u.exec(wording)?.[0] ?? '').toLowerCase()) !== null;
  return isCommon ? wording.slice(0, 1).toLowerCase() + wording.slice(1) : wording;
}

function startOf(cluster: Cluster): number {
  return cluster.links[0]?.start ?? 0;
}
