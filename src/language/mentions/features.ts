import type { Anaphor } from './anaphors.ts';
import { isCalledAkin, type Cluster } from './cluster.ts';
import { readNoun } from './nouns.ts';
import { looksVerb, type Word } from './words.ts';

/** How a candidate came up beside being recent. */
export type Nearness =
  'next' | 'next-comma' | 'before-comma' | 'before-dash' | 'called' | 'is' | 'inner' | 'copula' | 'as' | 'and' | 'none';

/** What the choice of one antecedent is made by. */
export interface Scene {
  readonly words: readonly Word[];
  readonly anaphor: Anaphor;
  /** How many compatible candidates there are, and the mentions of the one mentioned most. */
  readonly options: number;
  readonly most: number;
  /** Whether a word stands in a tagged source. */
  readonly inSource: (word: number) => boolean;
  /** Who tells what the mention stands in; and whom that names which the mention's own source tells. */
  readonly speaker: Cluster | null;
  readonly told: ReadonlySet<Cluster> | null;
}

export interface Option {
  readonly cluster: Cluster;
  readonly nearness: Nearness;
  /** 0 for the candidate mentioned last. */
  readonly rank: number;
}

const RANK = ['rank 0', 'rank 1', 'rank 2', 'rank 3'] as const;

/** The binary features of one candidate, by name. */
export function describeOption({ cluster, nearness, rank }: Option, scene: Scene): string[] {
  const { words, anaphor, most, inSource, speaker, told } = scene;
  const names: string[] = [];
  const word = words[anaphor.head];
  let far = 'new';
  const quoted = (word?.quotation ?? -1) >= 0;
  const last = cluster.last;
  names.push(`kind ${cluster.kind}`, cluster.named ? 'named' : 'unnamed', RANK[rank] ?? 'rank 4+');
  if (cluster.plural) names.push(`plural ${cluster.kind}`);
  if (cluster.members.length > 0) names.push('group', cluster.links.length > 0 ? 'group said' : 'group made');
  if (nearness !== 'none') names.push(nearness);
  else names.push('apart');
  if (last && word) {
    const before = words[last.first];
    const gap = word.sentence - (before?.sentence ?? word.sentence);
    far = gap === 0 ? 's0' : gap === 1 ? 's1' : gap === 2 ? 's2' : gap <= 4 ? 's3' : gap <= 8 ? 's5' : 's9';
    names.push(far, `${far} ${last.place}`, `${last.form}`, `${last.form} ${last.place}`);
    if (rank === 0) names.push(`first ${far}`);
    names.push(`${anaphor.place} of ${last.place} ${last.form}`, `${anaphor.place} of ${last.place} ${RANK[rank] ?? 'rank 4+'}`); // prettier-ignore
    if (anaphor.pronoun) names.push(`${far} ${last.form}`, `${cluster.kind} ${far}`);
    else if (cluster.phrases.has(anaphor.phrase)) names.push(`same phrase ${far}`, `same phrase ${gap < 9 ? anaphor.determiner : 'far'}`); // prettier-ignore
    if (before?.sentence === word.sentence - 1 && opensSentence(words, last.first)) names.push('opened the last');
    if (anaphor.place === 'subject' && last.place === 'subject') names.push('both subjects');
    if (word.paragraph === before?.paragraph) names.push('same paragraph');
    else if (opensParagraph(words, anaphor.first)) names.push('paragraph opens');
    const both = quoted && before?.quotation === word.quotation;
    names.push(both ? 'quoted both' : quoted ? 'quoted' : (before?.quotation ?? -1) >= 0 ? 'was quoted' : 'unquoted');
    if (inSource(last.first)) names.push(inSource(anaphor.first) ? 'sources both' : 'was source');
    if (gap === 0 && anaphor.pronoun && !anaphor.reflexive && anaphor.place !== 'possessive' && sameClause(words, last.next, anaphor.first)) names.push(`coargument ${last.place}`); // prettier-ignore
    if (gap === 0 && anaphor.reflexive) names.push('reflexive');
    if (last.form === 'pronoun' && anaphor.pronoun) names.push('pronoun chain');
  } else names.push('new here');
  if (speaker) names.push(speaker === cluster ? (quoted ? 'speaker quoted' : 'speaker') : quoted ? 'not speaker quoted' : 'not speaker'); // prettier-ignore
  if (told) names.push(told.has(cluster) ? 'named in what it tells' : 'not in what it tells');
  const count = cluster.links.length;
  names.push(count <= 1 ? 'once' : count <= 2 ? 'twice' : count <= 4 ? 'few' : 'many');
  if (count === most && most > 1) names.push('top');
  const all = cluster.names.length;
  names.push(all === 0 ? 'names 0' : all === 1 ? 'names 1' : all === 2 ? 'names 2' : all <= 5 ? 'names 5' : 'names 6+');
  if ((cluster.links[0]?.first ?? 1e9) < 60) names.push('from the top');
  describeGender(anaphor, cluster, names, far);
  if (cluster.plural !== anaphor.plural) names.push(cluster.plural ? 'plural for one' : 'one for plural');
  if (!anaphor.pronoun) describeNoun(anaphor, cluster, names);
  return names;
}

function describeGender(anaphor: Anaphor, cluster: Cluster, names: string[], far: string): void {
  if (!anaphor.gender) return;
  const open = !cluster.gender && cluster.guess !== anaphor.gender;
  if (open) names.push(`gender open ${far}`);
  if (cluster.gender) names.push(cluster.gender === anaphor.gender ? 'gender said' : 'gender clash');
  else if (cluster.guess) names.push(cluster.guess === anaphor.gender ? 'gender likely' : 'gender unlikely');
  else names.push('gender open');
}

function describeNoun(anaphor: Anaphor, cluster: Cluster, names: string[]): void {
  const { noun, modifiers, determiner, kind, plural } = anaphor;
  const same = cluster.roles.has(noun);
  if (cluster.phrases.has(anaphor.phrase)) names.push('same phrase', `same phrase ${determiner} ${plural ? 's' : '1'}`, modifiers.length > 0 ? 'same long phrase' : `same bare ${noun}`); // prettier-ignore
  if (!same && isCalledAkin(cluster, noun)) names.push('akin');
  if (cluster.named) names.push(`${noun} of ${cluster.kind}`);
  if (same) names.push('same noun', `same noun ${determiner}`);
  else if (cluster.words.has(noun)) names.push('noun in name');
  else names.push('new noun', `new noun ${determiner}`, cluster.roles.size > 0 ? 'other nouns' : 'no nouns');
  if (kind && kind === cluster.kind) names.push('noun fits');
  const shared = modifiers.some((one) => cluster.modifiers.has(one) || cluster.words.has(one));
  if (shared) names.push('shared modifier');
  else if (modifiers.length > 0)
    names.push(same ? (cluster.modifiers.size > 0 ? 'other modifiers' : 'more modifiers') : 'modifiers'); // prettier-ignore
  else names.push(same ? 'same and bare' : 'bare noun');
}

/** The features of tying a mention to nobody. */
export function describeNone({ words, anaphor, options, speaker }: Scene): string[] {
  const word = words[anaphor.head];
  const names = ['nobody', `word ${anaphor.noun}`, anaphor.determiner, `is ${anaphor.place}`];
  names.push(options === 0 ? 'no candidate' : options === 1 ? 'one candidate' : 'several candidates');
  if ((word?.quotation ?? -1) >= 0) names.push(speaker ? 'in quotation of one' : 'in quotation');
  if (anaphor.modifiers.length > 0) names.push('modified', `modified ${anaphor.determiner}`);
  names.push(`then ${nextKind(words[anaphor.head + 1], word)}`);
  if (anaphor.noun === 'it') names.push(`it ${words[anaphor.head + 1]?.lower ?? ''}`);
  if (opensSentence(words, anaphor.first)) names.push('opens sentence');
  if (anaphor.class === 'they' || anaphor.class === 'it') names.push(...describeRivals(words, anaphor));
  return names;
}

/** A text that is one list is one sentence: so many words are looked through. */
const FARTHEST = 100;

/** Things that "it" or "they" may mean, in this sentence before it and in the one before: they are no candidates. */
function describeRivals(words: readonly Word[], { head, plural }: Anaphor): string[] {
  const names = new Set<string>();
  const sentence = words[head]?.sentence ?? 0;
  for (let i = head - 1; i >= Math.max(0, head - FARTHEST); i--) {
    const word = words[i];
    if (!word || word.sentence < sentence - 1) break;
    if (word.shape !== 1) continue;
    const isThing = plural ? /[^siu]s$/u.test(word.lower) && word.lower.length > 3 && readNoun(word.lower) === null && !looksVerb(word) : /^(?:the|an?|this|its|his|her|their)$/u.test(word.lower) && words[i + 1]?.shape === 1 && readNoun(words[i + 1]?.lower ?? '') === null; // prettier-ignore
    if (isThing) names.add(word.sentence === sentence ? 'rival here' : 'rival before');
  }
  return names.size > 0 ? [...names] : ['no rival'];
}

function nextKind(next: Word | undefined, word: Word | undefined): string {
  if (!next || next.sentence !== word?.sentence) return 'end';
  if (next.shape === 5) return 'mark';
  if (readNoun(next.lower) !== null) return 'noun';
  if (next.shape === 2 || next.shape === 3) return 'capital';
  if (/^(?:of|for|in|at|from|with|who|that|which|to)$/u.test(next.lower)) return next.lower;
  return next.lower === "'s" ? 'possessive' : /ed$|^(?:is|was|are|were|has|had|have|will|would|said|says)$/u.test(next.lower) ? 'verb' : 'word'; // prettier-ignore
}

function opensSentence(words: readonly Word[], first: number): boolean {
  const before = words[first - 1];
  return before?.sentence !== words[first]?.sentence || (before?.shape === 5 && words[first - 2]?.sentence !== words[first]?.sentence); // prettier-ignore
}

function opensParagraph(words: readonly Word[], first: number): boolean {
  return words[first - 1]?.paragraph !== words[first]?.paragraph;
}

/** Nothing between two mentions that could open another clause. */
function sameClause(words: readonly Word[], from: number, to: number): boolean {
  if (to - from > 8) return false;
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (!word || word.shape === 5 || /^(?:and|or|but|that|who|which|when|while|if|because|after|before|as|said)$/u.test(word.lower)) return false; // prettier-ignore
  }
  return true;
}
