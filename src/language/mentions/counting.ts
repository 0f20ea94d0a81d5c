import { isFunctionWord, looksVerb, type Word } from './words.ts';

/** Words that mean somebody by themselves ("one said", "the general") and else only say which or how many: "one point". */
const COUNTS = /^(?:one|another|many|some|most|few|all|both|several|none|major|general|individual|native|public|private|professional|principal|minor)$/u; // prettier-ignore
/** Verbs that no ending shows, as they follow those that are several: "many fear", but "one point". */
const SEVERAL = /^(?:many|some|most|few|all|both|several)$/u;
const VERBS = /^(?:say|think|believe|fear|argue|want|see|feel|hope|know|claim|agree|call|worry|wonder|suspect|point|note|expect|live|work|vote|die|died)$/u; // prettier-ignore

/** How many, before a noun. */
const QUANTITY = /^(?:\d[\d,.]*|all|some|any|no|every|each|many|several|few|most|more|other|others|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|eleven|twelve|[a-z]+teen|millions|million|certain|various)$/u; // prettier-ignore

export function isCount({ lower }: Word): boolean {
  return COUNTS.test(lower);
}

/** "One" of "one point", "many" of "many harbours": it says how many come behind it and is nobody itself. */
export function countsNext(words: readonly Word[], i: number): boolean {
  const [word, next] = [words[i], words[i + 1]];
  if (!word || next?.sentence !== word.sentence || next.shape === 5 || !isCount(word)) return false;
  return (
    !isFunctionWord(next) &&
    !looksVerb(next) &&
    !(SEVERAL.test(word.lower) && VERBS.test(next.lower)) &&
    !next.lower.endsWith('ly')
  );
}

/** "Several" of "several ports", "27" of "27 ports". */
export function isQuantity({ lower }: Word): boolean {
  return QUANTITY.test(lower);
}
