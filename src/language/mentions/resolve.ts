import type { Range, TaggedSpan } from '../spans.ts';
import { besideNames, headlineOf } from './beside.ts';
import { findAnaphors, placeOf, type Anaphor } from './anaphors.ts';
import { gatherOptions, groupOf, keyOfGroup, remember, type Memory } from './candidates.ts';
import { makeCluster, type Cluster, type Link } from './cluster.ts';
import type { Option, Scene } from './features.ts';
import { groupNames } from './group-names.ts';
import type { MentionInput } from './input.ts';
import { listNames, type NameList } from './lists.ts';
import { listNamed, markNames, type Named } from './named.ts';
import { chooseCalled, chooseListed, chooseOffice, chooseOutlet, choosePair, findMet, RULED } from './rulings.ts';
import { markPresidents } from './presidents.ts';
import { tieSpeakers } from './speakers.ts';
import { findTellers } from './tellers.ts';
import { placeOfName } from './name-place.ts';
import { looksVerb, placeWords, wordAt, type Word } from './words.ts';

/** Which of the options a mention means: its index, or -1 for none of them; and how surely, 0–1. */
export type Choose = (scene: Scene, options: readonly Option[]) => { readonly index: number; readonly chance: number };

/** Reads a report from left to right and ties each mention to a cluster, or opens one for it. */
export function resolveMentions(input: MentionInput, choose: Choose): readonly Cluster[] {
  const { text, tagged } = input;
  const words = placeWords(input.tokens, input.sentences, input.paragraphs, input.quotations);
  const named = listNamed(text, words, input.names);
  const nameAt = markNames(words.length, named);
  const inSource = markSources(words, tagged);
  const clusters: Cluster[] = [];
  const grouped = groupNames(named, clusters, (one) => acts(words, one, inSource));
  markPresidents(text, clusters);
  const anaphors = findAnaphors(words, nameAt, (name) => named[name]?.kind === 'person');
  const tellers = findTellers(input, words);
  const memory: Memory = { recent: [], byNoun: new Map(), groups: new Map(), clusters, most: 1 };
  for (const one of clusters) if (one.members.length > 0) memory.groups.set(keyOfGroup(one.members), one);
  // By word: which cluster is mentioned there. It answers who owns "his father" and who speaks a quotation.
  const at = new Array<Cluster | undefined>(words.length);
  const tie = (cluster: Cluster, link: Link): void => {
    cluster.links.push(link);
    cluster.last = link;
    memory.most = Math.max(memory.most, cluster.links.length);
    if (link.form !== 'group') for (let i = link.first; i < link.next; i++) at[i] ??= cluster;
    remember(memory, cluster);
  };
  const clusterOf = (name: number): Cluster | null => grouped[name]?.cluster ?? null;
  const lists = listNames(words, named, nameAt);
  const listFrom = new Map(lists.map((one) => [one[0] ?? -1, one]));
  const listTo = new Map(lists.map((one) => [one.at(-1) ?? -1, one]));
  // A headline speaks of those whom the text below introduces: it is read last.
  const title = headlineOf(words);
  const below = anaphors.findIndex((one) => one.head >= title);
  const ofTitle = anaphors.splice(0, below < 0 ? anaphors.length : below);
  let [n, a] = [0, 0];
  while (n < named.length || a < anaphors.length) {
    const name = named[n];
    const anaphor = anaphors[a];
    if (name && (!anaphor || name.first <= anaphor.head)) {
      tieName(name, n, grouped[n]?.why ?? 'name');
      n++;
    } else if (anaphor) {
      resolve(anaphor);
      a++;
    }
  }
  for (const one of ofTitle) resolveTitle(one);
  tieSpeakers({ text, words, clusters, speakerAt, isName: (i) => (nameAt[i] ?? -1) >= 0 });
  for (const cluster of clusters) cluster.links.sort((one, other) => one.start - other.start || one.end - other.end);
  return clusters;

  function tieName(one: Named, index: number, why: string): void {
    const cluster = clusterOf(index);
    if (!cluster) return;
    const place = placeOfName(words, one.first, one.next);
    const { first, next, start, end } = one;
    cluster.named = true;
    tie(cluster, { first, next, start, end, form: 'name', place, why, wording: one.text, chance: 1 });
    // "Jo Hale and Al Reed": the pair can be meant by "they".
    const pair = tieList(listTo.get(index));
    if (pair) remember(memory, pair);
  }

  /** Those of a list of names, tied where the list stands; null where they are not of one kind, or one and the same. */
  function tieList(list: NameList | undefined): Cluster | null {
    const members = [...new Set(list?.map(clusterOf))].filter((one) => one !== null);
    const [first, last] = [named[list?.[0] ?? -1], named[list?.at(-1) ?? -1]];
    const kind = members[0]?.kind;
    if (!first || !last || members.length < 2 || members.some((one) => one.kind !== kind)) return null;
    if (kind === 'place' || kind === 'unknown') return null;
    const group = groupOf(memory, members);
    if (group.links.some((one) => one.first === first.first)) return group;
    const range = { first: first.first, next: last.next, start: first.start, end: last.end };
    const place = placeOf(words, first.first, last.next, 'object');
    group.named = true;
    tie(group, { ...range, form: 'group', place, why: 'both names', wording: text.slice(first.start, last.end), chance: 1 }); // prettier-ignore
    return group;
  }

  function resolve(anaphor: Anaphor): void {
    const owner = ownerOf(anaphor);
    const teller = speakerAt(anaphor.head);
    const beside = besideNames(words, nameAt, anaphor);
    const options = gatherOptions(memory, anaphor, words, {
      owner,
      within: peopleWithin(anaphor),
      next: listed(anaphor, listFrom.get(beside.next)) ?? clusterOf(beside.next),
      nextIs: beside.nextIs,
      before: listed(anaphor, listTo.get(beside.before)) ?? clusterOf(beside.before),
      beforeIs: beside.beforeIs,
      inner:
        anaphor.kind !== null && anaphor.kind !== 'person' && anaphor.kind !== 'place' ? bodyBefore(anaphor) : null,
      copula: listed(anaphor, listTo.get(nameAt[beside.copula] ?? -1)) ?? at[beside.copula] ?? null,
      as: firstIn(beside.as),
      and: bearerBefore(anaphor),
    });
    const most = memory.most;
    const scene: Scene = { words, anaphor, options: options.length, most, inSource: (i) => inSource[i] === 1, speaker: teller, told: namedIn(tellers.toldBy(anaphor.head)) }; // prettier-ignore
    const met = findMet(words, at, anaphor);
    if (met) {
      attach(groupOf(memory, met), anaphor, RULED, null);
      return;
    }
    const { index, chance } =
      chooseOutlet(anaphor, options, words) ?? chooseCalled(options) ?? chooseOffice(anaphor, options, words) ?? chooseListed(anaphor, options) ?? choosePair(anaphor, options) ?? choose(scene, options); // prettier-ignore
    const chosen = options[index];
    if (chosen) attach(chosen.cluster, anaphor, chance, chosen);
    else if (!anaphor.pronoun) {
      const cluster = makeCluster(clusters.length, anaphor.kind ?? 'unknown', [], anaphor.plural);
      clusters.push(cluster);
      cluster.owner = owner;
      attach(cluster, anaphor, 1, null);
    }
  }

  /** "Senators Jo Hale and Al Reed" are the two. */
  function listed({ plural }: Anaphor, list: NameList | undefined): Cluster | null {
    return plural ? tieList(list) : null;
  }

  /** Right beside a name it is that one's; else whoever is called so first below. */
  function resolveTitle(anaphor: Anaphor): void {
    const { next, before } = besideNames(words, nameAt, anaphor);
    const called = memory.byNoun.get(anaphor.noun)?.find((one) => one.plural === anaphor.plural);
    if (anaphor.pronoun || next >= 0 || before >= 0 || !called) resolve(anaphor);
    else attach(called, anaphor, RULED, null);
  }

  function attach(cluster: Cluster, anaphor: Anaphor, chance: number, option: Option | null): void {
    const { first, head, start, end, place, pronoun } = anaphor;
    // Nobody without a name is "she" and then "him".
    if (anaphor.gender && (!pronoun || chance >= SURE || !cluster.named)) cluster.gender ??= anaphor.gender;
    if (!pronoun) {
      if (cluster.kind === 'person') cluster.body ??= bodyOf(anaphor);
      if (option && option.nearness !== 'none' && cluster.names.length > 0) absorb(cluster, anaphor);
      cluster.roles.add(anaphor.noun);
      for (const one of anaphor.modifiers) cluster.modifiers.add(one);
      for (const one of anaphor.proper) cluster.proper.add(one);
      cluster.phrases.add(anaphor.phrase);
    }
    const why = pronoun ? 'pronoun' : option && option.nearness !== 'none' ? 'role' : 'description';
    const form = pronoun ? 'pronoun' : 'noun';
    tie(cluster, { first, next: head + 1, start, end, form, place, why, wording: text.slice(start, end), chance });
  }

  /** "the Saltmere Choir group" is the choir. */
  function bodyBefore({ head }: Anaphor): Cluster | null {
    const cluster = clusterOf(nameAt[head - 1] ?? -1);
    return cluster?.kind === 'organization' || cluster?.kind === 'outlet' ? cluster : null;
  }

  /** "A Holm supporter" is not Holm. */
  function peopleWithin({ pronoun, first, head }: Anaphor): readonly Cluster[] {
    if (pronoun) return [];
    const named = [...nameAt.subarray(first, head)].map((name) => clusterOf(name));
    return named.filter((one): one is Cluster => one?.kind === 'person');
  }

  function ownerOf({ pronoun, first, determiner }: Anaphor): Cluster | null {
    return pronoun || determiner !== 'own' ? null : (at[first] ?? null);
  }

  /** "a docker and poet", "a docker, poet and singer": whose role the one before is. */
  function bearerBefore({ pronoun, first, determiner }: Anaphor): Cluster | null {
    if (pronoun || !/^(?:and|&|or|\/|,)$/u.test(words[first - 1]?.lower ?? '')) return null;
    let before = first - 2;
    if (words[before]?.plain === ',') before--;
    const cluster = at[before];
    const last = cluster?.last;
    if (last?.why !== 'role' || last.next !== before + 1 || (determiner !== 'bare' && determiner !== 'a')) return null;
    return cluster ?? null;
  }

  /** Who stands right before the end of a stretch, else whom it speaks of first. */
  function firstIn([from, to]: readonly [number, number]): Cluster | null {
    if (to > from && at[to - 1]) return at[to - 1] ?? null;
    for (let i = from; i < to; i++) if (at[i]) return at[i] ?? null;
    return null;
  }

  /** Whom a stretch names, or null without one. */
  function namedIn(range: Range | null): ReadonlySet<Cluster> | null {
    if (!range) return null;
    const found = new Set<Cluster>();
    for (let i = wordAt(words, range.start); (words[i]?.end ?? Infinity) <= range.end; i++) {
      const cluster = clusterOf(nameAt[i] ?? -1);
      if (cluster) found.add(cluster);
    }
    return found;
  }

  function speakerAt(word: number): Cluster | null {
    const source = tellers.sourceOf(word);
    if (!source) return null;
    const from = wordAt(words, source.start);
    let found: Cluster | null = null;
    for (let i = from; (words[i]?.end ?? Infinity) <= source.end; i++) {
      const cluster = at[i] ?? clusterOf(nameAt[i] ?? -1);
      if (cluster?.kind === 'person' && cluster.named) return cluster;
      found ??= cluster;
    }
    return found;
  }

  /** "the Harbour Board's spokesman", "spokesman for the Harbour Board". */
  function bodyOf({ first, head }: Anaphor): Cluster | null {
    for (let i = head - 1; i >= first; i--) {
      const cluster = clusterOf(nameAt[i] ?? -1);
      if (cluster && cluster.kind !== 'person' && cluster.kind !== 'unknown') return cluster;
    }
    if (!/^(?:of|for|at|from)$/u.test(words[head + 1]?.lower ?? '')) return null;
    const behind = words[head + 2]?.lower === 'the' ? head + 3 : head + 2;
    const cluster = clusterOf(nameAt[behind] ?? -1);
    return cluster && cluster.kind !== 'person' && cluster.kind !== 'unknown' ? cluster : null;
  }

  /** "His father … His father Al Hale": what was said of him before he had a name is his. */
  function absorb(cluster: Cluster, anaphor: Anaphor): void {
    const nameless = memory.byNoun.get(anaphor.noun)?.filter((one) => !one.named && one.links.length > 0 && one.kind === cluster.kind) ?? []; // prettier-ignore
    const other = nameless.length === 1 ? nameless[0] : undefined;
    if (!other || other === cluster || other.plural !== cluster.plural) return;
    if (other.gender && cluster.gender && other.gender !== cluster.gender) return;
    if (anaphor.determiner === 'own' && other.links[0]?.wording.toLowerCase() !== text.slice(anaphor.start, anaphor.end).toLowerCase()) return; // prettier-ignore
    const bare = (wording: string): string => wording.toLowerCase().replace(/^(?:an?|the) /u, '');
    // "News of a boy's arrest …": the lead has not named him yet.
    const isLead = anaphor.determiner === 'a' && (other.links[0]?.first ?? LEAD) < LEAD;
    if (!isLead && (anaphor.determiner === 'a' || anaphor.determiner === 'bare') && bare(other.links[0]?.wording ?? '') !== bare(text.slice(anaphor.start, anaphor.end))) return; // prettier-ignore
    for (const link of other.links.splice(0)) {
      cluster.links.push(link);
      for (let i = link.first; i < link.next; i++) at[i] = cluster;
    }
    cluster.gender ??= other.gender;
    memory.recent.splice(memory.recent.indexOf(other), memory.recent.includes(other) ? 1 : 0);
  }
}

/** A report's lead, in words. */
const LEAD = 60;
/** From this chance on a pronoun tells whether somebody is a woman or a man. */
const SURE = 0.85;

function markSources(words: readonly Word[], tagged: readonly TaggedSpan[]): Uint8Array {
  const inSource = new Uint8Array(words.length);
  for (const { role, start, end } of tagged) {
    if (role !== 'source') continue;
    for (let i = wordAt(words, start); (words[i]?.start ?? Infinity) < end; i++) inSource[i] = 1;
  }
  return inSource;
}

/** A name that does something: it is a source, or a verb follows it. */
function acts(words: readonly Word[], name: Named, inSource: Uint8Array): boolean {
  return inSource[name.first] === 1 || looksVerb(words[name.next]);
}
