import type { Anaphor } from './anaphors.ts';
import { holdsOther, isOfOne } from './candidates.ts';
import type { Cluster } from './cluster.ts';
import type { Option } from './features.ts';
import type { Word } from './words.ts';

/** Which of the options a rule holds to be meant, and how surely, 0–1; null where it says nothing. */
export type Ruling = { readonly index: number; readonly chance: number } | null;

/** What a rule without figures of its own is taken to be right. */
export const RULED = 0.8;

/**
 * "The paper", "the news outlet", "its sources" are the outlet cited last; GUM has too few of them to learn from. Null where
 * the mention is no such thing or no outlet has been named.
 */
export function chooseOutlet(anaphor: Anaphor, options: readonly Option[], words: readonly Word[]): Ruling {
  const { pronoun, place, head, kind, determiner } = anaphor;
  const owns = pronoun && place === 'possessive' && OF_AN_OUTLET.test(words[head + 1]?.lower ?? '');
  const plain = kind === 'outlet' && !anaphor.plural && (determiner === 'the' || determiner === 'this');
  const meant = plain && !IS_SITE.test(anaphor.noun) && anaphor.modifiers.every((one) => OF_NEWS.test(one));
  if ((!owns && !meant) || options.some((one) => one.nearness !== 'none')) return null;
  const index = options.findIndex(({ cluster }) => cluster.kind === 'outlet' && cluster.named);
  return index < 0 ? null : { index, chance: RULED };
}

/** "The parents", "the couple" are the two who were named side by side, if no name stands beside the noun. */
export function choosePair({ noun, determiner }: Anaphor, options: readonly Option[]): Ruling {
  if (!OF_TWO.test(noun) || determiner === 'a' || determiner === 'some' || options.some((one) => one.nearness !== 'none')) return null; // prettier-ignore
  const index = options.findIndex(({ cluster }) => cluster.members.length === 2 && cluster.named);
  return index < 0 ? null : { index, chance: RULED };
}

/** "The elite group called the Sea Guard" is what it is called, "Tidefox -- the owner of two docks --" who stands before the dash. */
export function chooseCalled(options: readonly Option[]): Ruling {
  const index = options.findIndex(({ nearness }) => nearness === 'called' || nearness === 'before-dash');
  return index < 0 ? null : { index, chance: RULED };
}

/**
 * "The president" is whom the report calls President, the one spoken of last where two are; "President Jo Hale" is she; a
 * president whom it never calls so is the person of whom it speaks by far the most. "The president of the union" is another's.
 */
export function chooseOffice(anaphor: Anaphor, options: readonly Option[], words: readonly Word[]): Ruling {
  const { noun, determiner, modifiers, head } = anaphor;
  if (!isOfOne(noun)) return null;
  const titled = options.findIndex(({ nearness, cluster }) => nearness === 'next' && cluster.kind === 'person');
  if (titled >= 0) return { index: titled, chance: RULED };
  if (determiner !== 'the' || modifiers.length > 0) return null;
  if (options.some(({ nearness }) => nearness !== 'none') || words[head + 1]?.lower === 'of') return null;
  const index = options.findIndex(({ cluster: { named, roles } }) => named && roles.has(noun) && !roles.has('vice'));
  if (index >= 0) return { index, chance: RULED };
  return noun === 'president' ? chooseFirst(options) : null;
}

/** So many names make somebody whom a report is on … */
const MAIN = 3;
/** … and so many times as many as the next one has. */
const FAR = 2;

function chooseFirst(options: readonly Option[]): Ruling {
  const persons = options.map(({ cluster }, index) => ({ cluster, index })).filter(({ cluster: { kind, named, plural, roles } }) => kind === 'person' && named && !plural && !holdsOther(roles)); // prettier-ignore
  const [first, second] = persons.sort((a, b) => b.cluster.names.length - a.cluster.names.length);
  const count = first?.cluster.names.length ?? 0;
  return first && count >= MAIN && count >= FAR * (second?.cluster.names.length ?? 0) ? { index: first.index, chance: RULED } : null; // prettier-ignore
}

/** "Senators Jo Hale and Al Reed", "the winners were Jo Hale and Al Reed": whom the list names. */
export function chooseListed({ plural, pronoun, kind }: Anaphor, options: readonly Option[]): Ruling {
  if (!plural || pronoun) return null;
  const index = options.findIndex(({ cluster, nearness }) => nearness !== 'none' && cluster.members.length > 0 && (kind === 'person') === (cluster.kind === 'person')); // prettier-ignore
  return index < 0 ? null : { index, chance: RULED };
}

const OF_TWO = /^(?:parents|couple|pair|duo|spouses|newlyweds|twins|siblings|brothers|sisters)$/u;
const IS_SITE = /^(?:site|website|blog|station|channel|podcast|programme)$/u;
const OF_NEWS = /^(?:news|same|daily|weekly|newspaper|media|online|local|national|state|state-run|independent)$/u;
const OF_AN_OUTLET =
  /^(?:sources?|reporters?|correspondents?|journalists?|newsroom|readers|viewers|website|editors?|report)$/u;

/** How many words may stand between "met" and "with", and between "with" and a name. */
const CLOSE = 6;
const MEETS = /^(?:met|meets|meet|meeting|spoke|speaks|talked|talks?|negotiat(?:ed|ions?)|discussions?|conversations?|calls?|summit|consultations|conferred|consulted|clashed|sparred|debated|dined|dinner|lunch|golfed|relationship|affair|partnered|teamed|collaborat(?:ed|ion|ions)|married|lives|lived|wedding|marriage)$/u; // prettier-ignore

/** The two of whom the sentence before says that one met the other: "Hale held talks with Reed. They agreed …". */
export function findMet(
  words: readonly Word[],
  at: readonly (Cluster | undefined)[],
  { class: kind, pronoun, first }: Anaphor,
): readonly [Cluster, Cluster] | null {
  if (kind !== 'they' || !pronoun) return null;
  const opens = words[first - 1]?.sentence !== words[first]?.sentence;
  const sentence = (words[first]?.sentence ?? 0) - 1;
  if (!opens || words[first - 1]?.paragraph !== words[first]?.paragraph) return null;
  let from = first;
  while (words[from - 1]?.sentence === sentence) from--;
  for (let i = from; i < first; i++) {
    if (words[i]?.lower !== 'with' || !words.slice(Math.max(from, i - CLOSE), i).some((word) => MEETS.test(word.lower))) continue; // prettier-ignore
    const one = at.slice(from, i).find((cluster) => cluster?.kind === 'person' && !cluster.plural);
    const other = at.slice(i, i + CLOSE).find((cluster) => cluster?.kind === 'person' && !cluster.plural);
    return one && other && one !== other ? [one, other] : null;
  }
  return null;
}
