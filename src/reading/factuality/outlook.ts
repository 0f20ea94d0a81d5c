import type { TaggedWord } from '../../language/parts-of-speech.ts';
import { findNounGovernor, findVerbGovernor, lookUp, type Governor } from './governor.ts';
import type { PredicateClass } from './predicates.ts';
import { BE, NOT, readVerbGroup, type Modal } from './verb-group.ts';

/** How far an event is a fact by the words that it hangs on, −3 (it is not) … +3 (it is), and those words' classes. */
export interface Outlook {
  readonly value: number;
  /** From the event outwards: `no`, a modal, a class. */
  readonly trail: readonly string[];
}

/** What a class leaves of the event that it embeds, where it holds itself and where it is negated. */
const EFFECTS: Readonly<Record<PredicateClass, readonly [holds: number, negated: number]>> = {
  fact: [3, 2.5],
  said: [2.6, 1],
  claim: [1.8, 1],
  belief: [1.8, -1],
  doubt: [-1.8, 1],
  unlikely: [-1.8, 1],
  expect: [1.8, -1.8],
  intend: [1.6, -1.6],
  desire: [0.9, -0.6],
  request: [0.7, 0],
  permit: [1.2, -2.4],
  consider: [0.7, -0.7],
  need: [0.9, 0],
  question: [0, 0],
  manage: [3, -3],
  fail: [-2.7, 2.4],
  postpone: [-1, 2],
  purpose: [1.3, -1],
  if: [0.3, 0],
};

/** The same for a modal: "will open", "will not open". */
const MODAL_EFFECTS: Readonly<Record<Modal, readonly [holds: number, negated: number]>> = {
  will: [2.6, -2.6],
  'going-to': [2.5, -2.4],
  'be-to': [2, -2],
  would: [1, -1.6],
  can: [1.4, -2.6],
  could: [1, -2],
  may: [1, -0.8],
  should: [1, -1],
  must: [1.2, -1.2],
};

const DEEPEST = 5;

/** The outlook on the event at word `at` of one sentence. */
export function readOutlook(words: readonly TaggedWord[], at: number, depth = 0): Outlook {
  const word = words[at];
  if (!word || depth > DEEPEST) return { value: 3, trail: [] };
  if (isVerb(words, at)) return verbOutlook(words, at, depth);
  const copula = word.pos === 'ADJ' ? copulaBefore(words, at) : null;
  return copula === null ? nounOutlook(words, at, depth) : verbOutlook(words, copula, depth);
}

/** By its tag, or because an auxiliary or "to" stands before it: the tagger takes "will retail" for a noun. */
function isVerb(words: readonly TaggedWord[], at: number): boolean {
  const pos = words[at]?.pos;
  if (pos === 'VERB' || pos === 'AUX') return true;
  let i = at - 1;
  while (i > 0 && (words[i]?.pos === 'ADV' || NOT.test(words[i]?.text ?? ''))) i--;
  const before = words[i]?.text.toLowerCase() ?? '';
  if (pos !== 'NOUN' && pos !== 'ADJ' && pos !== 'ADP' && pos !== 'ADV') return false;
  return (
    /^(?:will|would|can|could|may|might|must|do|does|did)$/u.test(before) ||
    (before === 'to' && words[i]?.pos === 'PART')
  );
}

/** "was not very efficient": the "was". */
function copulaBefore(words: readonly TaggedWord[], at: number): number | null {
  let i = at - 1;
  while (i >= 0 && (words[i]?.pos === 'ADV' || NOT.test(words[i]?.text ?? ''))) i--;
  return BE.test(words[i]?.text ?? '') ? i : null;
}

function verbOutlook(words: readonly TaggedWord[], at: number, depth: number): Outlook {
  const first = firstConjunct(words, at);
  // "was not efficient": what stands behind "was" negates it.
  const behind = BE.test(words[first]?.text ?? '') && NOT.test(words[first + 1]?.text ?? '');
  const read = readVerbGroup(words, first);
  const group = behind ? { ...read, negated: true } : read;
  const own = { value: 3, trail: [] as string[] };
  if (group.modal) {
    const [holds, negated] = MODAL_EFFECTS[group.modal];
    own.value = group.negated ? negated : holds;
    if (group.modal === 'would' && isReported(findVerbGovernor(words, group))) own.value = group.negated ? -2 : 1.9;
    own.trail.push(...(group.negated ? ['no'] : []), group.modal);
  } else if (group.negated || hasNegativeSubject(words, group.from)) {
    own.value = -3;
    own.trail.push('no');
  } else if (/^(?:nearly|almost)$/iu.test(words[first - 1]?.text ?? '')) {
    own.value = -2;
    own.trail.push('nearly');
  }
  const hedge = adverbNear(words, at);
  if (hedge !== null && Math.abs(own.value) > Math.abs(hedge)) {
    own.value = (Math.sign(own.value) || 1) * hedge;
    own.trail.push('hedge');
  }
  const governor = findVerbGovernor(words, group);
  if (depth === 0 && !governor && isQuestion(words))
    return { value: Math.min(own.value, 0.3), trail: [...own.trail, 'asked'] };
  return embed(words, own, governor, depth);
}

/** "said it would open": the past of "will", not a condition. */
function isReported(governor: Governor | null): boolean {
  return governor?.class !== null && governor !== null && ['said', 'claim', 'expect', 'belief', 'intend', 'fact'].includes(governor.class ?? ''); // prettier-ignore
}

const ADVERBS: Readonly<Record<string, number>> = {
  perhaps: 1, maybe: 1, possibly: 0.9, potentially: 0.9, conceivably: 0.8, allegedly: 1.3, reportedly: 1.9, purportedly: 1.2,
  supposedly: 1, apparently: 1.9, seemingly: 1.7, probably: 1.8, presumably: 1.7, likely: 1.8, unlikely: -1.8,
}; // prettier-ignore

/** The weakest adverb of doubt in the verb's clause, within a few words of it. */
function adverbNear(words: readonly TaggedWord[], at: number): number | null {
  let weakest: number | null = null;
  for (const step of [-1, 1]) {
    for (let i = at + step; i >= 0 && i < words.length && Math.abs(i - at) <= 4; i += step) {
      const word = words[i];
      if (!word || word.pos === 'PUNCT' || word.pos === 'SCONJ' || (word.pos === 'VERB' && i !== at)) break;
      const score = ADVERBS[word.text.toLowerCase()];
      if (score !== undefined && words[i + 1]?.text !== 'to') weakest = Math.min(weakest ?? 3, score);
    }
  }
  return weakest;
}

function isQuestion(words: readonly TaggedWord[]): boolean {
  return words.slice(-3).some((word) => word.text === '?');
}

function nounOutlook(words: readonly TaggedWord[], at: number, depth: number): Outlook {
  const own = { value: 3, trail: [] as string[] };
  for (let i = at - 1; i >= 0 && at - i < 6; i--) {
    const text = words[i]?.text.toLowerCase() ?? '';
    if (/^(?:no|zero)$/u.test(text)) {
      own.value = -3;
      own.trail.push('no');
    } else if (
      /^(?:possible|potential|proposed|alleged|suspected|hypothetical|threatened|likely|any|purported|rumou?red|feared|prospective)$/u.test(
        text,
      )
    )
      own.value = Math.min(own.value, 1); // prettier-ignore
    else if (/^(?:planned|scheduled|expected|future|upcoming|forthcoming|intended|pending|eventual)$/u.test(text))
      own.value = Math.min(own.value, 1.6); // prettier-ignore
    else if (/^(?:failed|cancelled|canceled|averted|attempted)$/u.test(text)) own.value = -2;
    else if (!['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'ADV', 'PART', 'VERB'].includes(words[i]?.pos ?? '')) break;
    if (words[i]?.pos === 'VERB' && !/^(?:DET|ADJ)$/u.test(words[i - 1]?.pos ?? '')) break;
  }
  const governor = findNounGovernor(words, at);
  if (governor) return embed(words, own, governor, depth);
  const passive = subjectOf(words, at);
  return passive ? embed(words, own, passive, depth) : own;
}

/** "The merger is expected": the noun is the subject of a passive predicate, which speaks of it as of an object. */
function subjectOf(words: readonly TaggedWord[], at: number): Governor | null {
  for (let i = at + 1; i < words.length && i - at < 12; i++) {
    const word = words[i];
    if (!word || word.pos === 'PUNCT' || word.pos === 'SCONJ') return null;
    if (word.pos !== 'VERB' && word.pos !== 'AUX') continue;
    if (word.pos === 'AUX') {
      let verb = i;
      while (words[verb]?.pos === 'AUX' || words[verb]?.pos === 'ADV' || words[verb]?.pos === 'PART') verb++;
      if (words[verb]?.pos === 'ADJ') return lookUp(words, verb, 'to');
      if (words[verb]?.pos !== 'VERB') return null;
      const passive = readVerbGroup(words, verb).passive ? lookUp(words, verb, 'obj') : null;
      return passive ?? { at: verb, class: null, kind: 'verb', frame: 'subj' };
    }
    return null;
  }
  return null;
}

/** The governor's effect, as far as the governor itself holds. */
function embed(words: readonly TaggedWord[], own: Outlook, governor: Governor | null, depth: number): Outlook {
  if (!governor) return own;
  const outer = governor.at === null ? { value: 3, trail: [] } : readOutlook(words, governor.at, depth + 1);
  const name = governor.class;
  if (name === null) {
    // The object or subject of an ordinary verb shares its fate when that is open: "could have an impact".
    if (governor.frame === 'be') return { value: own.value < 0 ? -outer.value : Math.min(own.value, outer.value), trail: [...own.trail, ...outer.trail] }; // prettier-ignore
    const value = own.value < 0 ? own.value : Math.min(own.value, Math.max(outer.value, 0.5) * 0.7 + 0.9);
    return { value, trail: [...own.trail, `of-${governor.frame}`, ...outer.trail] };
  }
  return { value: combine(own.value, outer.value, name), trail: [...own.trail, name, ...outer.trail] };
}

function combine(own: number, outer: number, name: PredicateClass): number {
  const [holds, negated] = EFFECTS[name];
  const strength = Math.abs(outer) / 3;
  const effect = name === 'fact' ? (outer >= 0 ? holds : negated)
    : outer >= 0 ? holds * (0.5 + 0.5 * strength) * (name === 'manage' ? strength : 1) : negated * strength; // prettier-ignore
  return (Math.sign(own) * Math.sign(effect) || 0) * Math.min(3, (Math.abs(own) / 3) * Math.abs(effect));
}

/** "to build and sell": the second verb hangs where the first does. */
function firstConjunct(words: readonly TaggedWord[], at: number): number {
  let i = at - 1;
  while (i >= 0 && words[i]?.pos === 'ADV') i--;
  if (!/^(?:and|or|,)$/iu.test(words[i]?.text ?? '')) return at;
  const ending = endingOf(words[at]?.text ?? '');
  for (let k = i - 1; k >= 0 && i - k < 10; k--) {
    const word = words[k];
    if (!word || /^[;:.]$/u.test(word.text)) return at;
    if (word.pos === 'VERB' && endingOf(word.text) === ending) return ending === 'ed' && readVerbGroup(words, k).modal === null && readVerbGroup(words, k).to === null ? at : k; // prettier-ignore
    if (word.pos === 'VERB') return at;
  }
  return at;
}

function endingOf(verb: string): string {
  return verb.endsWith('ing') ? 'ing' : /(?:ed|en)$/u.test(verb) ? 'ed' : /[^s]s$/u.test(verb) ? 's' : '';
}

/** "No one came", "nobody came", "neither of them came". */
function hasNegativeSubject(words: readonly TaggedWord[], from: number): boolean {
  for (let i = from - 1; i >= 0 && from - i < 6; i--) {
    const word = words[i];
    if (!word) return false;
    if (/^(?:no|nobody|none|neither|nothing|no-one)$/iu.test(word.text)) return true;
    if (!/^(?:NOUN|ADJ|PROPN|PRON|ADP|DET|NUM)$/u.test(word.pos) || NOT.test(word.text)) return false;
  }
  return false;
}
