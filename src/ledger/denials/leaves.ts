import { startOf, type Appearance } from '../appearances.ts';
import { splitName } from '../propositions/actors.ts';
import type { Proposition } from '../propositions/proposition.ts';
import { ANSWERS } from '../denials.ts';
import { scoreDenial } from '../same-claim/score.ts';
import { pointsBack } from './antecedent.ts';

/** Characters behind a denial within which it says what it does not speak of. */
const BEHIND = 420;
const BEFORE = 200;

const VERB = '(?:say|address|mention|discuss|answer|rule out|explain|specify|comment on|talk about|deny|dispute)';
/** “but did not say whether she would sign”, “said nothing of Wagner”, “silent on sale”, “without taking questions about the sale”. */
const SILENT = new RegExp(
  `\\b(?:(?:(?:did|does|would|could|has) ?(?:not|n[’']t)|declined to|refused to|stopped short of) ${VERB}(?:ing)?(?: anything)?(?: about| of| on)?|(?:said|says|saying) nothing (?:of|about|on)|made no mention of|silent on|without (?:saying|mentioning|addressing|taking questions about)) (?<left>[^.;:!?”"\\n]{3,160})`,
  'iu',
);

/**
 * What a denial leaves undenied of the claim that it answers: all, where it only does not confirm or comment; what it says
 * itself that it does not speak of; else the names in the claim that it passes over ("denies supplying arms to Russia"; of
 * "… to Russia and Wagner" that leaves Wagner). `text`: the report's, or its title's. Null: nothing is told apart.
 */
export function findLeaves(denial: Appearance, claim: Proposition, text: string): string | null {
  if (denial.polarity === 'declined' || denial.polarity === 'unconfirmed') return 'everything';
  const start = startOf(denial);
  const end = denial.content.at(-1)?.end ?? start;
  const silent = SILENT.exec(
    text
      .slice(end, end + BEHIND)
      .split('\n\n')
      .slice(0, 2)
      .join('\n\n'),
  )?.groups?.left;
  if (silent !== undefined) return silent.replace(/\s+/gu, ' ').replace(/^(?:about|of|on) /u, '').trim(); // prettier-ignore
  const words = denial.content.map((span) => span.text).join(' ');
  if (pointsBack(words) || denial.proposition.nominal || scoreDenial(denial.proposition, claim) < ANSWERS) return null;
  const spoken = new Set(splitName(sentenceAround(text, start, end)));
  const left = namesBehind(claim).filter((name) => !splitName(name).some((word) => spoken.has(word)) && !isSpeaker(name, denial)); // prettier-ignore
  return left.length === 0 ? null : left.join(', ');
}

/** The names that a claim has as what something is done to, as it words them. */
function namesBehind({ text, object, subject }: Proposition): readonly string[] {
  const names = text.match(/\p{Lu}[\p{L}\p{N}’'&-]*(?: (?:of (?:the )?)?\p{Lu}[\p{L}\p{N}’'&-]*)*/gu) ?? [];
  const plain = names.map((name) => name.replace(/[’']s?$/u, ''));
  return [...new Set(plain)].filter((name) => {
    const words = splitName(name);
    return words.length > 0 && words.every((word) => object.includes(word)) && !words.some((word) => subject.includes(word)); // prettier-ignore
  });
}

function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - BEFORE), start).split(/(?<=[.!?]["”’]?)\s|\n/u).at(-1) ?? ''; // prettier-ignore
  const behind = text.slice(end, end + BEFORE).split(/(?<=[.!?])["”’]?\s|\n/u)[0] ?? '';
  return `${before} ${text.slice(start, end)} ${behind}`;
}

/** Who denies need not name themselves. */
function isSpeaker(name: string, { chain, source, body }: Appearance): boolean {
  const own = new Set([chain.at(-1)?.name ?? '', source, body ?? ''].flatMap(splitName));
  return splitName(name).some((word) => own.has(word));
}
