import { overlaps, type Span } from '../../base/span.ts';
import type { TaggedWord } from '../../language/parts-of-speech.ts';
import type { Range } from '../../language/spans.ts';
import type { Attribution, Reading } from '../../reading/reading.ts';
import { rarityOf } from '../word-table.ts';
import { entityTokens, findSubjects, splitName } from './actors.ts';
import { findPredicate } from './predicate.ts';
import { statesPrice } from './price.ts';
import { findQuantities, type Quantity } from './quantities.ts';
import { rangesOf, type Part } from './split.ts';
import { stemOf } from './stem.ts';

/** What an appearance states, in the form in which two are compared. All lists are sorted and without repetition. */
export interface Proposition {
  /** Its words with the names that its pronouns stand for, in brackets where they are not the text's own. */
  readonly text: string;
  /** Words of the names in it, pronouns and descriptions followed to theirs. */
  readonly actors: readonly string[];
  /** Those of them that stand before the predicate; none of a passive: who does it is not told. */
  readonly subject: readonly string[];
  /** Those of them that stand behind it, or before a passive. */
  readonly object: readonly string[];
  /** Words of the names that its report is most about. */
  readonly about: readonly string[];
  /** Its other telling words, lower case, one of a stem. */
  readonly terms: readonly string[];
  readonly predicate: readonly string[];
  /** The predicate with the telling words behind it: what is done to what, without what only goes along. In text order. */
  readonly core: readonly string[];
  readonly negated: boolean;
  /** Says that a thing goes on: "will remain", "won't go anywhere". */
  readonly stays: boolean;
  /** Talked about, not decided. */
  readonly weighed: boolean;
  /** What a deal is worth. */
  readonly price: boolean;
  /** Without a verb: "the planned sale". */
  readonly nominal: boolean;
  readonly quantities: readonly Quantity[];
  /** EDTF of its times; the words of those that nothing dates ("monday"). */
  readonly days: readonly string[];
}

/** Bits of rarity under which a word tells nothing: "said" 0.5, "new" 0.9. */
const TELLING = 1.2;

/** The proposition of one part of an attribution's content. `text` is the report's, or its title, with no entities. */
export function describePart(
  reading: { readonly entities: Reading['entities']; readonly report: { readonly text: string } },
  text: string,
  attribution: Pick<Attribution, 'when' | 'polarity'>,
  part: Part,
): Proposition {
  const inTitle = text !== reading.report.text;
  const entities = inTitle ? [] : reading.entities;
  const words = nameWords(part.words, entities);
  const shared = nameWords(part.shared, entities);
  const sharedRanges = rangesOf(shared);
  const own = findPredicate(words);
  // "The brand may go but the service is not": the verb stands in the first half.
  const elided = shared.length > 0 && !part.price && own.words.length === 1 && /^(?:is|are|was|were|will|won|wo|does|did|has)$/u.test(own.words[0] ?? '') && words.length - own.at < 4; // prettier-ignore
  const predicate = elided ? { ...own, words: findPredicate(shared).words } : own;
  const stays = (!isOpen(words, predicate.at) && /^(?:remain|continu|stay|surviv|keep|kept|retain)/u.test(predicate.words[0] ?? '')) || (predicate.negated && /\banywhere\b/iu.test(words.map(({ text: word }) => word).join(' '))); // prettier-ignore
  const times = attribution.when.filter((time) => part.ranges.some((range) => overlaps(time, range)));
  const plain = part.ranges.map(({ start, end }) => text.slice(start, end)).join(' ');
  const all = [...shared, ...words];
  const names = namesIn(entities, all, text);
  const verb = words[predicate.at];
  const before = part.shared.length > 0 && !part.price ? [...shared, ...words.slice(0, Math.max(0, predicate.at))] : words.slice(0, Math.max(0, predicate.at)); // prettier-ignore
  const passive = isPassive(words, predicate.at);
  const price = part.price || statesPrice(plain);
  return {
    text: part.price ? `${spell(text, entities, sharedRanges)} ${plain}` : `${part.shared.length > 0 ? `[${spell(text, entities, sharedRanges)}] ` : ''}${spell(text, entities, part.ranges)}`, // prettier-ignore
    actors: sorted(names),
    subject: passive ? [] : sorted(namesIn(entities, before, text)),
    object: predicate.at < 0 ? [] : sorted(namesIn(entities, passive ? [...before, ...words.slice(predicate.at)] : words.slice(predicate.at), text)), // prettier-ignore
    about: aboutOf(reading.entities),
    terms: oneOfStem(
      all
        .filter((word) => isTelling(word, times))
        .map(({ text: word }) => word.toLowerCase())
        .filter((word) => !names.includes(word)),
    ),
    predicate: price ? ['valued'] : verb ? predicate.words : [],
    core: coreOf(price ? words : words.slice(Math.max(0, predicate.at)), price ? ['valued'] : predicate.words, names),
    negated: !stays && predicate.negated !== (attribution.polarity === 'negated'),
    stays:
      stays !== (predicate.negated && !/\banywhere\b/iu.test(words.map(({ text: word }) => word).join(' ')) && stays),
    weighed: predicate.weighed,
    price,
    nominal: !verb && !price,
    quantities: findQuantities(plain, rebase(times, part.ranges, text, plain)),
    days: sorted(
      times
        .filter(({ type }) => type === 'DATE' || type === 'TIME')
        .map(({ edtf, text: words }) => edtf ?? words.toLowerCase()),
    ),
  };
}

const about = new WeakMap<Reading['entities'], readonly string[]>();

/** The same for all that a report says: found once. */
function aboutOf(entities: Reading['entities']): readonly string[] {
  const known = about.get(entities) ?? sorted(findSubjects({ entities }).flatMap(entityTokens));
  about.set(entities, known);
  return known;
}

/** Behind "remain": what is open, how it stands, or who bears an office. */
const OPEN = /^(?:(?:very|still|largely|well|far|as|the|its|his|her) )*(?:un(?:known|clear|certain|confirmed|resolved|answered)|open|in doubt|to be seen|below|above|low|high|lower|higher|flat|CEO|chief|chair\p{L}*|president|director|head|leader|minister|mayor)(?!\p{L})/iu; // prettier-ignore

/** "Remains unknown", "remains to be seen", "will remain chairman": nothing goes on that could have ended. */
function isOpen(words: readonly TaggedWord[], at: number): boolean {
  return OPEN.test(
    words
      .slice(at + 1, at + 5)
      .map(({ text }) => text)
      .join(' '),
  );
}

/** “The yard is being shut down”: what is before the verb is what it is done to. */
function isPassive(words: readonly TaggedWord[], at: number): boolean {
  const before = words
    .slice(Math.max(0, at - 3), Math.max(0, at))
    .filter(({ pos }) => pos !== 'ADV')
    .at(-1);
  return (
    /^(?:is|are|was|were|be|been|being)$/iu.test(before?.text ?? '') && !(words[at]?.text ?? 'ing').endsWith('ing')
  );
}

/** “Beats Music will close”: what stands in a name is no verb. */
function nameWords(words: readonly TaggedWord[], entities: Reading['entities']): readonly TaggedWord[] {
  const from = words[0]?.start ?? 0;
  const to = words.at(-1)?.end ?? 0;
  const names = entities.flatMap(({ mentions }) => mentions.filter(({ start, end, why, text }) => start < to && from < end && why.includes('name') && /^\p{Lu}/u.test(text))); // prettier-ignore
  const isVerbal = ({ pos, text }: TaggedWord): boolean => (pos === 'VERB' || pos === 'AUX') && /^\p{Lu}/u.test(text);
  if (names.length === 0) return words;
  return words.map((word) => (isVerbal(word) && names.some((name) => overlaps(name, word)) ? { ...word, pos: 'PROPN' } : word)); // prettier-ignore
}

/** Words of the names that the words hold or stand for; capitalised words that no entity covers count as names too. */
function namesIn(entities: Reading['entities'], words: readonly TaggedWord[], text: string): readonly string[] {
  const from = words.reduce((least, { start }) => Math.min(least, start), Infinity);
  const to = words.reduce((most, { end }) => Math.max(most, end), 0);
  const isNamed = (one: Range): boolean =>
    one.start < to && from < one.end && words.some((word) => overlaps(one, word));
  const covered = from > to ? [] : entities.filter(({ mentions }) => mentions.some(isNamed));
  const loose = words.filter(({ text: word, start, pos }) => pos === 'PROPN' && /^\p{Lu}/u.test(word) && !isSentenceStart(text, start)); // prettier-ignore
  return [...covered.flatMap((entity) => entityTokens(entity)), ...loose.flatMap(({ text: word }) => splitName(word))];
}

function isSentenceStart(text: string, at: number): boolean {
  return at === 0 || /[.!?\n]["“”‘]?\s*["“‘]?$/u.test(text.slice(Math.max(0, at - 4), at));
}

function isTelling({ text, pos, start }: TaggedWord, times: readonly Span[]): boolean {
  if (!['NOUN', 'VERB', 'ADJ', 'PROPN', 'ADV', 'NUM'].includes(pos) || times.some((time) => time.start <= start && start < time.end)) return false; // prettier-ignore
  return /^\p{L}[\p{L}'’-]+$/u.test(text) && rarityOf(text.toLowerCase()) >= TELLING;
}

/** The text of the ranges; a pronoun is followed by its name: "it [Holm Games] would split". */
function spell(text: string, entities: Reading['entities'], ranges: readonly Range[]): string {
  return ranges
    .map((range) => {
      const marks = entities.flatMap(
        ({ name, mentions }) =>
        mentions.filter((one) => one.why === 'pronoun' && one.start >= range.start && one.end <= range.end && !/^(?:its|his|her|their|who|which|that)$/iu.test(one.text)).map(({ start, end }) => ({ start, end, name })), // prettier-ignore
      );
      marks.sort((a, b) => b.start - a.start);
      let out = text.slice(range.start, range.end);
      for (const { start, end, name } of marks) out = `${out.slice(0, start - range.start)}[${name}]${out.slice(end - range.start)}`; // prettier-ignore
      return out;
    })
    .join(' ')
    .replace(/\s+/gu, ' ');
}

/** Times as offsets into the joined text of the ranges. */
function rebase(times: readonly Span[], ranges: readonly Range[], text: string, plain: string): readonly Range[] {
  let at = 0;
  const moved: Range[] = [];
  for (const { start, end } of ranges) {
    for (const time of times) if (time.start >= start && time.end <= end) moved.push({ start: at + time.start - start, end: at + time.end - start }); // prettier-ignore
    at += text.slice(start, end).length + 1;
  }
  return moved.filter(({ start }) => start < plain.length);
}

/** Telling words behind a predicate that say what is done to what. */
const CORE = 4;

function coreOf(
  words: readonly TaggedWord[],
  predicate: readonly string[],
  names: readonly string[],
): readonly string[] {
  const telling = words.filter(
    (word) => isTelling(word, []) && ![...predicate, ...names].includes(word.text.toLowerCase()),
  );
  return [...predicate, ...telling.slice(0, CORE).map(({ text }) => text.toLowerCase())];
}

function oneOfStem(words: readonly string[]): readonly string[] {
  const byStem = new Map<string, string>();
  for (const word of sorted(words)) if (!byStem.has(stemOf(word))) byStem.set(stemOf(word), word);
  return sorted([...byStem.values()]);
}

function sorted(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}
