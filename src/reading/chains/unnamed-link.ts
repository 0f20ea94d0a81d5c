import type { Span } from '../../base/span.ts';
import type { ChainLink } from '../reading.ts';
import { describeUnnamed } from '../unnamed.ts';
import { isPartyOrPeople } from './nouns.ts';
import { headNoun, headPhrase } from './phrases.ts';
import { entityAt } from './referents.ts';
import { anchorOf, sentenceAround, type Setting, type Told } from './setting.ts';

/** A source that the text leaves unnamed, with all that it says of it. `wording`: where more than the span says it. */
export function unnamedLink(
  setting: Setting,
  told: Told,
  span: Span,
  name: string,
  owner: string | null = ownerOf(setting, span),
  wording = span.text,
): ChainLink {
  const cue = told.cue.map(({ start, end }) => setting.text.slice(start, end)).join(' ');
  const unnamed = describeUnnamed(plainOf(setting, span, wording), restOfSentence(setting, told, span), cue);
  const affiliation = owner ?? unnamed.affiliation ?? affiliationBefore(setting, span);
  return {
    name,
    kind: 'unnamed',
    how: 'named',
    entity: null,
    mention: span,
    unnamed: { ...unnamed, wording, affiliation },
  };
}

/** The wording with a small first letter where it opens a sentence and its first word names nobody: "Factory workers". */
function plainOf({ entities, sentences, text }: Setting, span: Span, wording: string): string {
  const [word = ''] = /^\p{Lu}[\p{Ll}-]+/u.exec(wording) ?? [];
  const opens = /^\W*$/u.test(text.slice(sentenceAround(sentences, span).start, span.start));
  if (word === '' || !opens || wording !== span.text || isPartyOrPeople(word)) return wording;
  const mention = entityAt(entities, { start: span.start, end: span.start + word.length });
  if (mention?.mentions.some((one) => one.start === span.start && /name|acronym|capital/u.test(one.why)))
    return wording;
  return wording.charAt(0).toLowerCase() + wording.slice(1);
}

const TEAMS = 'researchers?|scientists?|experts?|authors?|academics?|economists?|analysts?|officials?|employees?|workers|staff|team|group|scholars?|investigators?'; // prettier-ignore

/** "The scientists" are those "from the Harbour Institute" of whom the text has spoken: the last such words before. */
function affiliationBefore({ text }: Setting, span: Span): string | null {
  if (!/^(?:the|these|those)\s/iu.test(span.text)) return null;
  const noun = headNoun(headPhrase(span.text));
  if (!new RegExp(`^(?:${TEAMS})$`, 'u').test(noun)) return null;
  const kin = /^(?:researcher|scientist|author|academic|scholar)s?$/u.test(noun) ? `${noun}|(?:research )?team|researchers?|scientists?` : noun; // prettier-ignore
  const before = text.slice(Math.max(0, span.start - 1500), span.start);
  const named = [...before.matchAll(new RegExp(`\\b(?:${kin}) (?:from|at|of|with) ((?:the )?\\p{Lu}[\\p{L}’'.&-]*(?:,? (?:(?:of|and|the|for|in|at) )*\\p{Lu}[\\p{L}’'.&-]*)*)`, 'gu'))].at(-1); // prettier-ignore
  return named?.[1] ?? null;
}

/** Whose people they are where a pronoun says it: "his aides" of the man whom mentions tie "his" to. */
function ownerOf({ entities, turns }: Setting, span: Span): string | null {
  const pronoun = /^(?:(?:\p{L}+\s+){1,3}of\s+)?(his|her|their|its)\s/iu.exec(span.text);
  const word = pronoun?.[1];
  if (!pronoun || word === undefined) return null;
  const start = span.start + pronoun[0].length - word.length - 1;
  const entity = entityAt(entities, { start, end: start + word.length });
  if (entity) return entity.name;
  const last = turns.findLast(({ nested }) => !nested)?.chain.at(-1);
  const fits = /^(?:his|her)$/iu.test(word) ? last?.kind === 'person' : last?.kind === 'organization' || last?.kind === 'government'; // prettier-ignore
  return last && fits ? last.name : null;
}

/** From the source to the end of its sentence, without the contents: where the reason for anonymity stands. */
function restOfSentence({ text, sentences }: Setting, told: Told, span: Span): string {
  if (span.end < sentenceAround(sentences, anchorOf(told)).start) return '';
  const sentence = sentenceAround(sentences, { start: span.start, end: Math.max(span.end, ...told.cue.map((part) => part.end)) }); // prettier-ignore
  let rest = text.slice(sentence.start, sentence.end);
  for (const part of told.content) rest = rest.replace(text.slice(part.start, part.end), ' ');
  return rest;
}
