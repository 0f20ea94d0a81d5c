import { STOP_WORDS } from './stop-words.ts';

const INDEX = new Map<string, string[]>();
for (const [language, words] of Object.entries(STOP_WORDS)) {
  for (const word of new Set(words.split(' '))) INDEX.set(word, [...(INDEX.get(word) ?? []), language]);
}

// Scripts that one language, among those that news is written in, all but owns.
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/gu],
  ['ko', /[\uac00-\ud7af]/gu],
  ['zh', /[\u4e00-\u9fff]/gu],
  ['el', /[\u0370-\u03ff]/gu],
  ['he', /[\u0590-\u05ff]/gu],
  ['ar', /[\u0600-\u06ff]/gu],
  ['hi', /[\u0900-\u097f]/gu],
  ['th', /[\u0e00-\u0e7f]/gu],
  ['ru', /[\u0400-\u04ff]/gu],
];

const SAMPLE = 6_000;
const FEW_WORDS = 12;
const ENOUGH_WORDS = 60;
/** BCP 47's tag for a language that is none of those known here. */
export const UNDETERMINED = 'und';
// English news has about 0.40 of its words in the list; a foreign text with English quotations stays under 0.2.
const LEAST_SHARE = 0.12;

/** The language of a text by its script and stop words: a BCP 47 primary tag, `und` where it is none of those known,
 * null where it is too short to tell. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  const script = detectScript(sample);
  if (script !== null) return script;
  const words = sample.match(/\p{L}+/gu) ?? [];
  if (words.length < FEW_WORDS) return null;
  const score = new Map<string, number>();
  for (const word of words) {
    const languages = INDEX.get(word) ?? [];
    // A word of one language alone says more than one that six share.
    for (const language of languages) score.set(language, (score.get(language) ?? 0) + 1 + 1 / languages.length);
  }
  const [best] = [...score].sort((a, b) => b[1] - a[1]);
  if (best !== undefined && best[1] / words.length >= LEAST_SHARE) return best[0];
  return words.length >= ENOUGH_WORDS ? UNDETERMINED : null;
}

function detectScript(sample: string): string | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEW_WORDS) return null;
  for (const [language, script] of SCRIPTS) {
    // Japanese mixes kana into kanji: a tenth is enough. For the others half of the letters must be theirs.
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share < (language === 'ja' ? 0.1 : 0.5)) continue;
    if (language === 'ru') return /[іїєґ]/u.test(sample) ? 'uk' : 'ru';
    return language;
  }
  return null;
}

/** The primary subtag of a language tag (`en-GB`, `de_DE`), or null where it is none. */
export function readLanguageTag(tag: string | null): string | null {
  const primary = /^([a-z]{2,3})(?:[-_]|$)/iu.exec(tag?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
  return primary === 'nb' || primary === 'nn' ? 'no' : primary;
}
