import type { Quotation } from '../quotes.ts';
import type { Token } from '../tokens.ts';
import type { Range } from '../spans.ts';

/** A token with its place in the report. */
export interface Word extends Token {
  readonly lower: string;
  readonly sentence: number;
  readonly paragraph: number;
  /** The outermost quotation that it stands in, or -1. */
  readonly quotation: number;
}

/** The tokens with sentence, paragraph and quotation; tokens outside every sentence are left out. */
export function placeWords(
  tokens: readonly Token[],
  sentences: readonly Range[],
  paragraphs: readonly Range[],
  quotations: readonly Quotation[],
): Word[] {
  const outer = quotations.filter((one) => one.depth === 0);
  const words: Word[] = [];
  let [s, p, q] = [0, 0, 0];
  for (const token of tokens) {
    while ((sentences[s]?.end ?? Infinity) <= token.start) s++;
    while ((paragraphs[p]?.end ?? Infinity) <= token.start) p++;
    while ((outer[q]?.end ?? Infinity) <= token.start) q++;
    const sentence = sentences[s];
    if (!sentence || token.start < sentence.start) continue;
    const quoted = (outer[q]?.start ?? Infinity) <= token.start;
    // Written out: spreading a token here is a hundred times slower.
    words.push({
      start: token.start,
      end: token.end,
      plain: token.plain,
      shape: token.shape,
      lower: token.plain.toLowerCase(),
      sentence: s,
      paragraph: p,
      quotation: quoted ? q : -1,
    });
  }
  return words;
}

/** Index of the first word that ends behind `at`, by halving. */
export function wordAt(words: readonly Word[], at: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((words[mid]?.end ?? Infinity) <= at) low = mid + 1;
    else high = mid;
  }
  return low;
}

export const AUXILIARY: ReadonlySet<string> = new Set("is was are were be been being am has had have having will would can could may might must shall should do does did ’s 's 'll 'd 've 're".split(' ')); // prettier-ignore
const IRREGULAR: ReadonlySet<string> = new Set("said says told tells wrote writes went goes came comes took takes made makes gave gives got gets saw sees knew knows thought thinks felt feels held holds led leads left leaves lost loses met meets paid pays put puts ran runs sat spoke speaks stood stands won wins began begins became becomes brought brings bought built caught chose drew fell found finds flew fought grew heard hears hid hit kept keeps laid let rose sang sent sends set sets shot shut sold sells spent spread struck swore taught threw wore wants want wanted plans hopes expects claims denies believes faces remains lives works plays".split(' ')); // prettier-ignore

/** Whether a word, by its form alone, can be the verb of the noun before it. */
export function looksVerb(word: Word | undefined): boolean {
  if (word?.shape !== 1) return false;
  return AUXILIARY.has(word.lower) || IRREGULAR.has(word.lower) || /[^e]ed$/u.test(word.lower);
}

/** Verbs that stand before what they are done to, and inside no noun phrase: "help patients", "requiring big government". */
const DONE_TO = /^(?:allow|giv|let|mak|keep|bring|tell|get|urg|requir|encourag|protect|elect|send|pay|ask|help|tak|lett|gett|hav|includ|involv|treat|us)(?:e|s|es|ing)?$/u; // prettier-ignore

/** Whether a lower-case word is a verb with what comes behind it as its object. */
export function takesObject(word: Word): boolean {
  return word.shape === 1 && DONE_TO.test(word.lower);
}

export const PREPOSITION: ReadonlySet<string> = new Set('of in on at by for with from to about against between among into through during before after over under without within along across behind beyond near since until upon toward towards as like despite including than via per off out up around'.split(' ')); // prettier-ignore
const OTHER_FUNCTION: ReadonlySet<string> = new Set("and or but nor so yet that which who whom whose where when while if because although though unless whether the a an this these those his her its their our my your he she it they we you i him them us me not n't there here what how why then also just only even both either neither each every all any some no".split(' ')); // prettier-ignore

/** A word that closes a noun phrase which has begun before it. */
export function isFunctionWord(word: Word): boolean {
  return PREPOSITION.has(word.lower) || OTHER_FUNCTION.has(word.lower) || AUXILIARY.has(word.lower);
}
