import { nounKind } from './nouns.ts';

const NUMBER = '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}+teen|[\\d,]+)';
const ABOUT =
  '(?:(?:at least|at most|about|around|nearly|almost|more than|fewer than|roughly|some|only|just|over|all|the other|the|another|other)\\s)*';

/** "some of whom", "at least 13 of them", "the two": so many of those spoken of before. */
const AGAIN = [
  `${ABOUT}(?:some|many|most|several|a? ?few|all|both|none|half|each|either|neither|one|much|${NUMBER}) of (?:whom|them|us|you|those|these)(?![\\p{L}-]).*`,
  `${ABOUT}(?:${NUMBER}|a few more|more|the rest|rest|others|(?:the )?(?:trio|duo|quartet))(?: of (?:us|them))?`,
].map((one) => new RegExp(`^(?:${one})$`, 'iu'));

/** "everyone else", "tens of thousands of dockers", "the religious right". */
const MANY = [
  `(?:far |many |slightly )?(?:more|fewer)\\W.*(?:percent|%).*`,
  `(?:nearly |almost |virtually |just about )?(?:everyone|everybody|anyone|anybody|someone|somebody|no one|nobody)(?: else| here| there)?`,
  `${ABOUT}(?:tens|hundreds|thousands|dozens|scores|millions) of (?:thousands|millions) of .*`,
  `(?:the |an? )?(?:whole |entire |rest of the )?(?:world|left|right|brass|grassroots|faithful)`,
  `the (?:[\\p{L}-]+ )(?:left|right|brass|grassroots|faithful)`,
  `(?:both )?the (?:right|left) and the (?:left|right)|the (?:right|left)[ -]wing`,
  `(?:the )?(?:[\\p{L}-]+ )?(?:upper|middle|lower|working|ruling|political|professional|elite|donor|creative|chattering)(?:[ -]middle)?[ -]class(?:es)?`,
  `(?:twice|\\p{L}+ times) as many .*`,
  `(?:the|an?|(?:\\p{L}+ly )?(?:smaller|larger|similar|equal)) (?:[\\p{L}-]+ )*shares?(?: of .*)?`,
  `(?:the|these|those) (?:same )?(?:thousands|millions|tens|hundreds|dozens) of .*`,
  `(?:the|an?) (?:rest|class|rank and file|[\\p{L}-]+ rank and file)(?: of \\p{L}.*)?`,
  `(?:someone|somebody|everyone|everybody) else(?:\\W.*)?`,
].map((one) => new RegExp(`^(?:${one})$`, 'iu'));

/** Plurals of people that no list of nouns has, since each has another sense. */
const PEOPLE = /(?:^|\s)(?:elements|voices|hawks|doves|elites|poohbahs|bigwigs|subjects|quarters|circles|ranks|beings?|lefties|righties|progs|(?:big|biggest|top|leading|famous) (?:names|minds))$/iu; // prettier-ignore

/** "global perceptions", "congressional approval": of whose, and no more. */
const WHOSE = /^\p{Ll}+(?:al|ic|ive|ar|an)$/u;

/**
 * Whether a wording speaks of somebody by number, measure or side alone: `again` of those spoken of before, `many` of
 * people at large; null for other wordings.
 */
export function readSomebody(wording: string, head: string): 'again' | 'many' | null {
  const bare = wording.trim().replace(/[\s,—–-]+$/u, '');
  if (AGAIN.some((pattern) => pattern.test(bare))) return 'again';
  return MANY.some((pattern) => pattern.test(bare)) || PEOPLE.test(head) || WHOSE.test(bare) ? 'many' : null;
}

/** A noun phrase up to a participle or a preposition that no list has: "officials directing the rollout" → "officials". */
export function cutBehindPeople(wording: string): string | null {
  const words = wording.split(/\s+/u);
  for (let i = 0; i < Math.min(words.length - 1, 6); i++) {
    const [noun = '', next = ''] = [words[i], words[i + 1]];
    if (!/^\p{Ll}+$/u.test(noun) || !/^(?:\p{Ll}{2,}(?:ing|ed)|into|whose|towards?|beyond|throughout|per|alleged|seated|set|born)$/u.test(next)) continue; // prettier-ignore
    if (/^(?:people|unnamed|role)$/u.test(nounKind(noun) ?? '')) return words.slice(0, i + 1).join(' ');
  }
  return null;
}
