import { findVerb } from '../../reading/finite.ts';
import type { TaggedWord } from '../../language/parts-of-speech.ts';

/** What a clause says is done: "is reportedly planning to shut down" → shut down, not yet weighed, not negated. */
export interface Predicate {
  /** Its place among the words; −1 where there is no verb. */
  readonly at: number;
  /** The verb with its particle, lower case. */
  readonly words: readonly string[];
  readonly negated: boolean;
  /** Talked about, not decided: "is in talks to buy", "considers buying". */
  readonly weighed: boolean;
}

/** Verbs that only say when, whether or how a doing begins; the doing itself follows. */
const LIGHT = /^(?:be|am|is|are|was|were|been|being|['’]s|['’]re|have|has|had|having|['’]ve|do|does|did|will|wo|['’]ll|would|['’]d|may|might|can|ca|could|shall|should|must|ought|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|expect(?:s|ed|ing)?|begins?|began|begun|beginning|start(?:s|ed|ing)?|prepar(?:e|es|ed|ing)|decid(?:e|es|ed|ing)|want(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|look(?:s|ed|ing)?|go(?:es|ing)?|get(?:s|ting)?|set|due|slated|scheduled|poised|ready|likely|unlikely|about|going|mov(?:e|es|ed|ing)|near(?:s|ed|ing)?|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|explor(?:e|es|ed|ing)|discuss(?:es|ed|ing)?|negotiat(?:e|es|ed|ing)|remain(?:s|ed|ing)?|said|reported|rumou?red|believed|thought|understood|appear(?:s|ed|ing)?|seem(?:s|ed|ing)?|hop(?:e|es|ed|ing)|need(?:s|ed|ing)?|proceed(?:s|ed|ing)?|opt(?:s|ed|ing)?|agreed?|rethinking|continu(?:e|es|ed|ing))$/iu; // prettier-ignore
/** Nouns and small words that may stand between a light verb and the doing: "is in serious discussions to buy". */
const BETWEEN = /^(?:to|in|on|of|with|the|an?|its|his|her|their|process|talks?|discussions?|negotiations?|plans?|deal|agreement|bid|decision|move|verge|brink|position|way|whether|not|n['’]t|track|midst|middle|course|["“”‘’'])$/iu; // prettier-ignore
const WEIGHED =
  /^(?:talks?|discussions?|negotiations?|negotiat\w+|consider\w*|weigh(?:s|ed|ing)?|mull\w*|explor\w+|discuss(?:es|ed|ing)|near(?:s|ed|ing)?|interest(?:ed)?|rethinking)$/iu;
const NEGATION = /^(?:not|n['’]t|never|neither|nor|no|cannot|wo|won['’]t|unlikely)$/iu;
const PARTICLE = /^(?:up|down|off|out|away|apart|over|back|aside|together|in|into)$/iu;

/** The predicate of a clause; for a stretch without a finite verb ("to shut down Beats") its first verb. */
export function findPredicate(words: readonly TaggedWord[]): Predicate {
  const first = findVerb(words);
  let at = first >= 0 ? first : findInfinitive(words);
  if (at < 0) return { at, words: [], negated: false, weighed: false };
  const from = at;
  while (LIGHT.test(words[at]?.text ?? '')) {
    const next = findNext(words, at);
    if (next < 0) break;
    at = next;
  }
  const passed = words.slice(from, at + 1);
  const behind = words[at + 1]?.text.toLowerCase() ?? '';
  return {
    at,
    words: [words[at]?.text.toLowerCase() ?? '', ...(PARTICLE.test(behind) ? [behind] : [])],
    negated:
      /^neither$/iu.test(words[0]?.text ?? '') ||
      words.slice(Math.max(0, from - 1), Math.max(at + 2, from + 3)).some(({ text }) => NEGATION.test(text)),
    weighed: passed.some(({ text }) => WEIGHED.test(text)),
  };
}

/** The first verb; where all are taken for nouns (“plans to sunset the brand”), what stands between “to” and an article. */
function findInfinitive(words: readonly TaggedWord[]): number {
  const verb = words.findIndex(({ pos }) => pos === 'VERB');
  if (verb >= 0) return verb;
  return words.findIndex(({ pos, text }, i) => pos === 'NOUN' && /^\p{Ll}/u.test(text) && /^to$/iu.test(words[i - 1]?.text ?? '') && /^(?:the|an?|its|his|her|their)$/iu.test(words[i + 1]?.text ?? '')); // prettier-ignore
}

/** The next verb behind a light one, where nothing but small words stands between. */
function findNext(words: readonly TaggedWord[], at: number): number {
  for (let i = at + 1; i < Math.min(words.length, at + 9); i++) {
    const word = words[i];
    if (!word) return -1;
    // "in advanced talks": a participle before a noun is no doing.
    const adjective =
      /(?:ed|ing)$/u.test(word.text) && BETWEEN.test(words[i + 1]?.text ?? '') && words[i + 1]?.pos === 'NOUN';
    // "had in its turn cited": a turn is no doing.
    const noun = /^(?:turn|place|stead|wake|way)$/iu.test(word.text) && /^(?:in|its|his|her|their)$/iu.test(words[i - 1]?.text ?? ''); // prettier-ignore
    if ((word.pos === 'VERB' || LIGHT.test(word.text)) && !adjective && !noun) return i;
    if (!adjective && !noun && !BETWEEN.test(word.text) && !['ADV', 'ADJ', 'AUX', 'PART'].includes(word.pos)) return -1;
  }
  return -1;
}
