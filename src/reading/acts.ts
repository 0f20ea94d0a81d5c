import { readLexicon } from '../base/lexicon.ts';
import { ACTS, type Act } from './act-names.ts';
import type { Attribution } from './reading.ts';

type Polarity = Attribution['polarity'];

interface Cue {
  /** Words after the first, as in "point out". */
  readonly rest: readonly string[];
  readonly kind: 'verb' | 'phrase';
  readonly act: Act;
  readonly polarity: Polarity;
  /** Only after a "not", as in "did not respond". */
  readonly negated: boolean;
}

export interface Match {
  readonly cue: Cue;
  readonly at: number;
  readonly negated: boolean;
}

let held: ReadonlyMap<string, readonly Cue[]> | null = null;

/** The act of telling that a cue's wording performs, or null where no known cue stands in it ("in", ":"). */
export function actOf(cueText: string): Act | null {
  return matchCue(wordsOf(cueText))?.cue.act ?? null;
}

/** The cue of `lexicons/cues.tsv` that stands in these words (`wordsOf`), the best where several do. */
export function matchCue(tokens: readonly string[]): Match | null {
  const cues = loadCues();
  const words = tokens.filter((word) => !isNegation(word));
  const whole = words.join(' ');
  let best: Match | null = null;
  let negations = 0;
  let at = 0;
  for (const word of tokens) {
    if (isNegation(word)) {
      negations++;
      continue;
    }
    for (const cue of cues.get(word) ?? []) {
      if (cue.negated && negations === 0) continue;
      if (!cue.rest.every((next, k) => words[at + 1 + k] === next)) continue;
      const match: Match = { cue, at, negated: negations > 0 };
      if (isBetter(match, best, word, whole)) best = match;
    }
    at++;
  }
  return best;
}

/**
 * A phrase that is the whole cue, then the longer from one word on, then verbs before phrases, then the earlier, the longer,
 * the one that needs a "not".
 */
function isBetter(match: Match, best: Match | null, word: string, whole: string): boolean {
  if (!best) return true;
  const isWhole = match.cue.kind === 'phrase' && [word, ...match.cue.rest].join(' ') === whole;
  if (isWhole) return true;
  const longer = match.cue.rest.length - best.cue.rest.length;
  if (best.at === match.at && best.cue.kind !== match.cue.kind && longer !== 0) return longer > 0;
  if (best.cue.kind !== match.cue.kind) return match.cue.kind === 'verb' && best.cue.rest.length < 2;
  if (best.at !== match.at) return false;
  if (longer !== 0) return longer > 0;
  return match.cue.negated && !best.cue.negated;
}

const NEGATIONS = new Set(['not', 'never', 'cannot']);

function isNegation(word: string): boolean {
  return NEGATIONS.has(word);
}

const KEPT = /^(?:likely|unlikely|reply|imply|apply|rely|ally|rally|bully|reportedly|allegedly|apparently|supposedly|seemingly|purportedly)$/u; // prettier-ignore
const SKIPPED = new Set('also then later again still even now already once often always just previously very quite too yet ever further'.split(' ')); // prettier-ignore

/** "No doubt" is an adverb, and "never stopped saying" is saying. */
const NO_NEGATION = /\bno doubt\b|\b(?:not|never) (?:stop(?:s|ped)?|ceased?|failed to|fail to)\b/gu;

/** Lower-case words without adverbs, so that "repeatedly called on" is "called on". Negations stay as "not". */
export function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().replaceAll('’', "'").replaceAll(/\bcan't\b|\bcannot\b/gu, 'can not').replaceAll(/n't\b/gu, ' not').replaceAll(NO_NEGATION, ''); // prettier-ignore
  const words = plain.match(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu) ?? [];
  return words.filter((word) => (!word.endsWith('ly') || KEPT.test(word)) && !SKIPPED.has(word));
}

function loadCues(): ReadonlyMap<string, readonly Cue[]> {
  if (held) return held;
  const cues = new Map<string, Cue[]>();
  for (const [text = '', kind, act, polarity, forms = ''] of readLexicon('cues')) {
    const tokens = wordsOf(text);
    const words = tokens.filter((word) => !isNegation(word));
    const [first, ...rest] = words;
    const known = ACTS.find((name) => name === act);
    if (first === undefined || known === undefined) continue;
    const cue: Cue = {
      rest,
      kind: kind === 'verb' ? 'verb' : 'phrase',
      act: known,
      polarity: (polarity ?? 'affirmed') as Polarity,
      negated: tokens.length > words.length,
    };
    const own = forms === '' ? [] : forms.split(',');
    for (const form of cue.kind === 'verb' ? new Set([first, ...inflect(first, own.length > 0), ...own]) : [first]) {
      const list = cues.get(form);
      if (list) list.push(cue);
      else cues.set(form, [cue]);
    }
  }
  held = cues;
  return cues;
}

/** say → says, saying, said only where the lexicon gives no forms of its own for the past. */
function inflect(verb: string, irregular: boolean): string[] {
  const third = /(?:[sxzo]|ch|sh)$/u.test(verb) ? `${verb}es` : /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`; // prettier-ignore
  const ing = verb.endsWith("ie") ? `${verb.slice(0, -2)}ying` : /[^eoy]e$/u.test(verb) ? `${verb.slice(0, -1)}ing` : `${verb}ing`; // prettier-ignore
  const past = verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
  return irregular ? [third, ing] : [third, ing, past];
}
