import { overlaps } from '../../base/span.ts';
import type { Appearance } from '../appearances.ts';
import type { Cluster } from '../denials.ts';
import { keysOf } from '../same-claim/keys.ts';
import { chanceButForNot, scoreDenial } from '../same-claim/score.ts';
import { isBySame } from './antecedent.ts';

/**
 * From which a negated proposition answers a claim: the chance, by its words, that it says the claim's contrary, times the
 * chance, by what the two mean, that they would be one claim but for the "not". Where a reading does not tell what is meant,
 * the first alone. Set by evals/stories and by reading what was found in 1,000 reports.
 */
const CONTRARY = 0.34;
/** Members of a claim that a negated proposition is compared with. */
const SAMPLE = 40;

/** "It is not clear …" and "this is not the first time" answer nothing. */
const COPULA = /^(?:be|is|are|was|were|been|has|have|had|do|does|did|mean)/u;
/** Who asks or supposes that it is not so does not say it. */
const SUPPOSED = /^(?:if|unless|whether|why|how|who|what|whoever|whatever)\b/iu;

/**
 * "Apple won't shut the service" where others say that it will: appearances that say another's claim with a "not", each with
 * the id of that claim. What one voice says of two things in one report is no denial.
 */
export function findContradicting(clusters: readonly Cluster[]): ReadonlyMap<Appearance, string> {
  const plain = clusters.filter(({ members: [first] }) => first !== undefined && !isContrary(first));
  const byKey = indexKeys(plain);
  const found = new Map<Appearance, string>();
  for (const one of clusters.flatMap(({ members }) => members.filter(canContradict))) {
    const near = new Set(keysOf(one.proposition).flatMap((key) => byKey.get(key) ?? []));
    const best = [...near]
      .map((cluster) => ({ id: cluster.id, score: scoreCluster(one, cluster) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))[0];
    if (best !== undefined && best.score >= CONTRARY) found.set(one, best.id);
  }
  return found;
}

function isContrary({ proposition }: Appearance): boolean {
  return proposition.negated || proposition.stays;
}

function canContradict(one: Appearance): boolean {
  const { nominal, predicate, text } = one.proposition;
  return isContrary(one) && !nominal && !COPULA.test(predicate[0] ?? '') && !SUPPOSED.test(text);
}

/** Which claims have a key among the members that are compared. */
function indexKeys(clusters: readonly Cluster[]): ReadonlyMap<number, readonly Cluster[]> {
  const index = new Map<number, Cluster[]>();
  for (const cluster of clusters)
    for (const key of new Set(cluster.members.slice(0, SAMPLE).flatMap(({ proposition }) => keysOf(proposition)))) {
      const held = index.get(key);
      if (held === undefined) index.set(key, [cluster]);
      else held.push(cluster);
    }
  return index;
}

function scoreCluster(one: Appearance, { members }: Cluster): number {
  return Math.max(0, ...members.slice(0, SAMPLE).map((other) => scoreContrary(one, other)));
}

function scoreContrary(one: Appearance, other: Appearance): number {
  if (other.proposition.nominal || isContrary(other) || isOneVoice(one, other)) return 0;
  const meant = chanceButForNot(one, other) ?? 1;
  return meant < CONTRARY ? 0 : meant * scoreDenial(one.proposition, other.proposition);
}

/** Of one speaker, of one report's own voice, or the one within what the other says. */
function isOneVoice(one: Appearance, other: Appearance): boolean {
  if (isBySame(other, one)) return true;
  if (one.report !== other.report) return false;
  if (one.voice === 'own' && other.voice === 'own') return true;
  return one.in === other.in && one.content.some((span) => other.content.some((held) => overlaps(span, held)));
}
