import type { Anaphor } from './anaphors.ts';
import { isQuantity } from './counting.ts';
import { isCalledAkin, makeCluster, type Cluster } from './cluster.ts';
import type { Nearness, Option } from './features.ts';
import { readNoun } from './nouns.ts';
import { looksVerb, type Word } from './words.ts';

/** Who can be meant: the clusters mentioned last, those called by a noun before, and the pairs made so far. */
export interface Memory {
  /** The one mentioned last stands last. */
  readonly recent: Cluster[];
  readonly byNoun: Map<string, Cluster[]>;
  readonly groups: Map<string, Cluster>;
  readonly clusters: Cluster[];
  /** Mentions of the cluster that has most. */
  most: number;
}

/** Clusters that the words around a noun phrase bring up. */
export interface Beside {
  readonly owner: Cluster | null;
  /** People named inside the phrase. */
  readonly within: readonly Cluster[];
  readonly next: Cluster | null;
  readonly nextIs: Nearness;
  readonly before: Cluster | null;
  readonly beforeIs: Nearness;
  readonly inner: Cluster | null;
  readonly copula: Cluster | null;
  readonly as: Cluster | null;
  /** Who has the role that stands before "and". */
  readonly and: Cluster | null;
}

/** So many clusters are kept in mind; a mention costs no more than these, however many a text names. */
const RECENT = 32;
const NAMESAKES = 6;
/** "They" are two or three people; of more we cannot say who is meant. */
const LARGEST_GROUP = 3;

export function remember(memory: Memory, cluster: Cluster): void {
  moveToEnd(memory.recent, cluster, RECENT);
  for (const role of cluster.roles) keepNoun(memory, role, cluster);
  if (cluster.links.length === 1)
    for (const word of cluster.words) if (readNoun(word) !== null) keepNoun(memory, word, cluster);
}

function keepNoun(memory: Memory, noun: string, cluster: Cluster): void {
  const list = memory.byNoun.get(noun);
  if (list) moveToEnd(list, cluster, NAMESAKES);
  else memory.byNoun.set(noun, [cluster]);
}

function moveToEnd(list: Cluster[], cluster: Cluster, most: number): void {
  const at = list.lastIndexOf(cluster);
  if (at >= 0) list.splice(at, 1);
  else if (list.length === most) list.shift();
  list.push(cluster);
}

/** The candidates of a mention, each once, those beside it first. */
export function gatherOptions(
  memory: Memory,
  anaphor: Anaphor,
  words: readonly Word[],
  { owner, within, next, nextIs, before, beforeIs, inner, copula, as, and }: Beside,
): Option[] {
  const options: Option[] = [];
  const seen = new Set<Cluster>(owner ? [owner, ...within] : within);
  let rank = 0;
  const add = (cluster: Cluster | null | undefined, nearness: Nearness): void => {
    if (!cluster || seen.has(cluster) || !compatible(anaphor, cluster) || !isPlaceOfKind(anaphor, cluster)) return;
    if (isCounted(words, anaphor) && !cluster.plural) return;
    if (isOwnSubject(words, anaphor, cluster) || isOfAnother(anaphor, owner, cluster) || holdsAnother(anaphor, cluster)) return; // prettier-ignore
    seen.add(cluster);
    options.push({ cluster, nearness, rank: nearness === 'none' ? rank++ : 0 });
  };
  const addApart = (cluster: Cluster | null | undefined): void => {
    if (cluster && (cluster.named || !besideName)) add(cluster, 'none');
  };
  add(next, nextIs);
  add(before, beforeIs);
  add(inner, 'inner');
  // "Jo Hale, an island woman": the name beside it comes before whoever was a woman without a name.
  const besideName = options.length > 0;
  add(copula, 'copula');
  add(as, 'as');
  add(and, 'and');
  for (let i = memory.recent.length - 1; i >= 0; i--) {
    const one = memory.recent[i];
    // Somebody without a name is spoken of again by the same noun, or one like it.
    if (one && (anaphor.pronoun || one.named || one.roles.has(anaphor.noun) || isCalledAkin(one, anaphor.noun)))
      addApart(one);
  }
  if (anaphor.plural && anaphor.class !== 'bodies') addApart(pairBefore(memory, anaphor, words));
  if (!anaphor.pronoun) for (const cluster of memory.byNoun.get(anaphor.noun) ?? []) addApart(cluster);
  return options;
}

/** "Both sides", "27 ports", "several states": no single body or state. */
function isCounted(words: readonly Word[], { plural, determiner, first }: Anaphor): boolean {
  const word = words[first];
  return plural && word !== undefined && (determiner === 'some' || word.lower === 'both' || isQuantity(word));
}

/** "The ministry denied it.": a subject acts on itself only by "itself". */
function isOwnSubject(words: readonly Word[], { pronoun, reflexive, first }: Anaphor, { last }: Cluster): boolean {
  if (!pronoun || reflexive || last?.next !== first - 1) return false;
  const next = words[first + 1];
  return looksVerb(words[first - 1]) && (next?.shape === 5 || next?.sentence !== words[first]?.sentence);
}

/** "The country" is no congress and no city, "the city" no country. */
function isPlaceOfKind({ pronoun, noun }: Anaphor, { named, isState, kind }: Cluster): boolean {
  if (pronoun || !named) return true;
  if (/^(?:country|nation)$/u.test(noun)) return isState;
  return !/^(?:city|town|village|state|province|county|region)$/u.test(noun) || (kind === 'place' && !isState);
}

/** Offices that one person holds at a time. */
const OF_ONE = /^(?:president|premier|chancellor|pope|king|queen|emperor|governor|mayor)$/u;
/** Offices and trades that who holds one of those does not have beside it. */
const OTHER = /^(?:rep|representative|sen|senator|congressman|congresswoman|speaker|whip|leader|justice|judge|attorney|counsel|director|secretary|minister|lawyer|spokesman|spokeswoman|vice|adviser|advisor|strategist|host|author|historian|professor|reporter|correspondent|journalist|editor|physician|fixer)$/u; // prettier-ignore

export function isOfOne(noun: string): boolean {
  return OF_ONE.test(noun);
}

/** "The president" is no senator whom the report never calls so. */
function holdsAnother({ noun, determiner }: Anaphor, { named, roles }: Cluster): boolean {
  return named && determiner === 'the' && isOfOne(noun) && !roles.has(noun) && holdsOther(roles);
}

/** Whether somebody is called by an office or trade that no president or mayor has beside the own. */
export function holdsOther(roles: ReadonlySet<string>): boolean {
  return [...roles].some((role) => OTHER.test(role));
}

/** "Holm's campaign" and "Reed's campaign" are two, and so are the Holm campaign and the Reed campaign. */
function isOfAnother({ noun, proper }: Anaphor, owner: Cluster | null, cluster: Cluster): boolean {
  const isCalled = !cluster.named && proper.length > 0 && cluster.proper.size > 0;
  if (isCalled && !proper.some((one) => cluster.proper.has(one))) return true;
  if (!owner?.named || !cluster.owner?.named || cluster.named) return false;
  return owner !== cluster.owner && cluster.roles.has(noun);
}

/** The two or three people of this sentence so far and the one before. */
function pairBefore(memory: Memory, anaphor: Anaphor, words: readonly Word[]): Cluster | null {
  const sentence = words[anaphor.head]?.sentence ?? 0;
  const people: Cluster[] = [];
  for (let i = memory.recent.length - 1; i >= 0; i--) {
    const one = memory.recent[i];
    if (!one?.last || one.kind !== 'person' || one.plural) continue;
    if ((words[one.last.first]?.sentence ?? -9) < sentence - 1) break;
    people.push(one);
  }
  return people.length >= 2 && people.length <= LARGEST_GROUP ? groupOf(memory, people) : null;
}

/** The pair or group of some clusters, made once. */
export function groupOf(memory: Memory, members: readonly Cluster[]): Cluster {
  const key = keyOfGroup(members);
  const known = memory.groups.get(key);
  if (known) return known;
  const group = makeCluster(memory.clusters.length, members[0]?.kind ?? 'unknown', members);
  memory.clusters.push(group);
  memory.groups.set(key, group);
  return group;
}

export function keyOfGroup(members: readonly Cluster[]): string {
  return members
    .map((one) => one.id)
    .sort((a, b) => a - b)
    .join(' ');
}

/** What can never be meant is no candidate: a ministry is no "she", a woman no "he", one person no "couple". */
export function compatible({ class: kind, gender, plural }: Anaphor, cluster: Cluster): boolean {
  const held = cluster.gender ?? cluster.guess;
  if (gender && held && gender !== held) return false;
  const isPerson = cluster.kind === 'person';
  const isBody = cluster.kind === 'organization' || cluster.kind === 'government' || cluster.kind === 'outlet';
  switch (kind) {
    case 'he':
    case 'person':
      return isPerson && !cluster.plural;
    case 'people':
      return isPerson ? cluster.plural : isBody;
    case 'they':
      // GUM's news has one "they" for a woman or man with a name, among 467 that might be.
      if (isPerson && cluster.named && !cluster.plural && (cluster.gender ?? cluster.guess)) return false;
      return isBody || isPerson || (cluster.kind === 'place' && cluster.named) || cluster.plural === plural;
    case 'it':
      return !isPerson && !cluster.plural;
    case 'body':
    case 'bodies':
      return !isPerson && (cluster.kind !== 'place' || cluster.named) && (kind === 'body' ? !cluster.plural : true);
    case 'place':
      return cluster.kind === 'place' || cluster.kind === 'government';
  }
}
