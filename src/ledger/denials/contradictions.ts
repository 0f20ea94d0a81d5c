import { overlaps } from '../../base/span.ts';
import { groupBy } from '../../base/group-by.ts';
import type { Appearance } from '../appearances.ts';
import type { Cluster } from '../denials.ts';
import { keysOf } from '../same-claim/keys.ts';
import { isBySame } from './antecedent.ts';
import { scoreContrary } from './contrary.ts';

/** Members of a claim that a negated proposition is compared with. */
const SAMPLE = 40;

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
    const near = new Set(keysOf(one.proposition).flatMap((key) => byKey.get(key)?.map(({ cluster }) => cluster) ?? []));
    const best = [...near]
      .map((cluster) => ({ id: cluster.id, score: scoreCluster(one, cluster) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))[0];
    if (best !== undefined && best.score > 0) found.set(one, best.id);
  }
  return found;
}

function isContrary({ proposition }: Appearance): boolean {
  return proposition.negated || proposition.stays;
}

function canContradict(one: Appearance): boolean {
  return isContrary(one) && !one.proposition.nominal && !SUPPOSED.test(one.proposition.text);
}

/** The claims that have a key among the members that are compared, by the key. */
function indexKeys(clusters: readonly Cluster[]): ReadonlyMap<number, readonly { readonly cluster: Cluster }[]> {
  const keyed = clusters.flatMap((cluster) => [...new Set(cluster.members.slice(0, SAMPLE).flatMap(({ proposition }) => keysOf(proposition)))].map((key) => ({ key, cluster }))); // prettier-ignore
  return groupBy(keyed, ({ key }) => key);
}

function scoreCluster(one: Appearance, { members }: Cluster): number {
  return Math.max(0, ...members.slice(0, SAMPLE).map((other) => scoreAgainst(one, other)));
}

/** How surely what one voice says with a “not” answers what another says, 0–1; 0: it does not. */
export function scoreAgainst(one: Appearance, other: Appearance): number {
  return isOneVoice(one, other) ? 0 : scoreContrary(one, other);
}

/** Of one speaker, or one within what the other says; or of one report, where the other is in its own voice. */
function isOneVoice(one: Appearance, other: Appearance): boolean {
  if (isBySame(other, one)) return true;
  if (one.report !== other.report) return false;
  // What a report says in its own voice is what it found: whoever says otherwise in it is told as such.
  if (other.voice === 'own') return true;
  return one.in === other.in && one.content.some((span) => other.content.some((held) => overlaps(span, held)));
}
