import { makeSpan, type Span } from '../../base/span.ts';
import type { Range } from '../../language/spans.ts';
import { tagWords } from '../../language/parts-of-speech.ts';
import { isNamed } from './referents.ts';
import { anchorOf, isInside, sentenceAround, type Setting, type Told } from './setting.ts';
import { isOfOthers } from './silent.ts';
import { describeSpeaker } from './speakers.ts';
import { agentBehind, subjectBehind } from './subject-behind.ts';

/** Verbs whose subject is what is told, not who tells: "The plan appears to work". */
const SEEMING = /\b(?:appear|seem|look|sound|prove|turn(?:s|ed) out|tend|emerge|remain)(?:s|ed|ing)?\b/iu;
/** … but "Holm seemed to recognise it" is on Holm. */
const MINDED = /\bto (?:\p{L}+ly )?(?:recogni[sz]e|acknowledge|suggest|admit|believe|think|agree|concede|hint|endorse|criticise|criticize|accept|support|oppose|back|blame|understand|contradict|confirm|deny|dismiss|reject|question|fault|praise|embrace|imply|indicate|say|welcome|mock|threaten)\b/iu; // prettier-ignore
const PASSIVE = /\b(?:(?:is|are|was|were)(?:n['’]t)?|be|been|being|get|gets|got)\b(?:\s+\p{L}+ly|\s+not|\s+also)*\s+(?:\p{L}+(?:ed|en|wn)|seen|known|told|said|held|made|thought|felt|put|set)\b|^\p{L}+ed (?:by|as|in|on|at|about)\b|\b(?:is|are|was|were|be|been)\s(?:best|better|well|once|also|still|now)[ -]|^(?:seen|known|asked|pressed)\b|^there\b|^it\b|^(?:['’]s |is |was )?(?:hard|difficult|easy|impossible|tempting|tough|unclear)\b/iu; // prettier-ignore

/**
 * The subject of a cue where the network marked no source: the few words between the clause's beginning and the verb
 * that it took into the content ("The lawmakers insist …"), or the name whose verb leads to the cue ("Holm refuses to
 * explain …"). Null for passives and for verbs of seeming, which nobody tells.
 */
export function findSubject(setting: Setting, told: Told): Span | null {
  const [cue] = told.cue;
  if (!cue) return null;
  const words = setting.text.slice(cue.start, cue.end);
  // "The port has reportedly closed": the port does not tell it.
  if (/\b(?:reportedly|allegedly|purportedly|supposedly)\b/iu.test(words)) return null;
  const agent = agentBehind(setting, told);
  if (agent) return agent;
  if (isOfOthers(words) || PASSIVE.test(words) || isBelieved(setting.text, cue) || isNounHere(setting, cue)) return null; // prettier-ignore
  const ahead = subjectBehind(setting, told, cue);
  if (ahead) return ahead;
  if (SEEMING.test(words)) return isMinded(setting.text, cue) ? (subjectBefore(setting, told, cue) ?? subjectOfSentence(setting, told, cue)) : null; // prettier-ignore
  return subjectInContent(setting, told, cue) ?? subjectBefore(setting, told, cue) ?? subjectOfSentence(setting, told, cue); // prettier-ignore
}

/** "seemed to fault the board", "seems intent on proving": with the words behind the cue where it has only the verb. */
function isMinded(text: string, { start, end }: Range): boolean {
  return MINDED.test(text.slice(start, end)) || /^\s(?:to (?:\p{L}+ly )?(?:cast doubt|fault)|(?:intent|bent|hell-bent|keen) on|(?:determined|eager|ready|willing|resigned|convinced|confident|unaware) |certain (?:that|of) )/u.test(text.slice(end, end + 40)) || MINDED.test(/^ to \p{L}+(?: \p{L}+)?/u.exec(text.slice(end, end + 40))?.[0] ?? ''); // prettier-ignore
}

/** "Holm countered claims that …": the claims are not Holm’s. */
function isNounHere({ text, sentences }: Setting, cue: Range): boolean {
  // "Holm’s claims" are.
  if (/\s/u.test(text.slice(cue.start, cue.end)) || /['’]s?\s$/u.test(text.slice(0, cue.start).slice(-3))) return false;
  const sentence = sentenceAround(sentences, cue);
  return tagWords(text.slice(sentence.start, sentence.end), sentence.start).some(({ start, pos }) => start === cue.start && pos === 'NOUN'); // prettier-ignore
}

/** "Premier Believed To Be Planning A Trip": a headline's passive, of which others are sure. */
function isBelieved(text: string, { start, end }: Range): boolean {
  return /^(?:believed|thought|said|reported|expected|feared|known|alleged|understood|set|due|likely)$/iu.test(text.slice(start, end)) && /^\s+to\s/iu.test(text.slice(end, end + 6)); // prettier-ignore
}

/** What may open a sentence before its subject: "But", "While", "Last week,", "In the end,". */
const OPENING =
  /^(?:(?:But|And|Yet|Still|So|However|Meanwhile|Instead|Indeed|Later|Then|Now|Also|Worse),?\s|(?:On|In|At|After|Before|During|Last|This|Late|Early|Earlier|Since|By|For)\s[^,]{1,60},\s|(?:While|Although|Though|Whereas|Because|If|Unless|When|Once)\s)/u;
/** A subject of few words, up to an aside. */
const PHRASE = /^[^,;:()—–“”"]{1,80}?(?=\s*$|,\s|\s(?:--|—|–)\s|\s\()/u;
/** What may stand between a subject and its verb: an aside with an end to it. */
const ASIDE = /^(?:\s*(?:,\s[^“”"]{1,160},|(?:--|—|–)\s[^“”"]{1,160}\s(?:--|—|–)|\([^)]*\)))?\s*$/u;

/** The subject that opens the sentence of a finite verb, where nothing else is told between: "Norland, which …, long blocked". */
function subjectOfSentence({ text, sentences, tellings, quotations }: Setting, told: Told, cue: Range): Span | null {
  const sentence = sentenceAround(sentences, anchorOf(told));
  const [verb] = tagWords(text.slice(cue.start, cue.end)).filter(({ pos }) => pos !== 'ADV');
  if ((verb?.pos !== 'VERB' && verb?.pos !== 'AUX') || verb.text.endsWith('ing')) return null;
  if (isInside(cue.start, quotations) || isInside(cue.start, told.content)) return null;
  const others = tellings.filter((one) => one !== told && one.cue.some(({ start }) => start >= sentence.start && start < cue.start)); // prettier-ignore
  if (others.length > 0) return null;
  const opening = OPENING.exec(text.slice(sentence.start, cue.start))?.[0].length ?? 0;
  const start = sentence.start + opening;
  const ahead = text.slice(start, cue.start);
  const phrase = PHRASE.exec(ahead)?.[0].trimEnd();
  if (
    phrase === undefined ||
    /^(?:There|Here|No|Yes|Well|Now|This|That|What)$/u.test(phrase) ||
    !ASIDE.test(ahead.slice(phrase.length))
  )
    return null;
  if (tagWords(phrase).some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return null;
  const speaker = describeSpeaker(phrase);
  return SPEAKERS.has(speaker.kind) || /^(?:he|she|they|it)$/iu.test(phrase) ? makeSpan(text, start, start + phrase.length) : null; // prettier-ignore
}

const SPEAKERS: ReadonlySet<string> = new Set(['person', 'unnamed', 'organization', 'government', 'outlet', 'document', 'poll']); // prettier-ignore

function subjectInContent({ text, sentences }: Setting, { content }: Told, cue: Range): Span | null {
  const part = content.find(({ start, end }) => end <= cue.start && cue.start - end <= 1 && end - start <= 60);
  if (!part || content.length < 2) return null;
  const sentence = sentenceAround(sentences, part);
  const first = tagWords(text.slice(sentence.start, sentence.end), sentence.start).find(
    ({ start }) => start >= cue.start,
  );
  if (first?.pos !== 'VERB' && first?.pos !== 'AUX') return null;
  const before = text.slice(sentence.start, part.start);
  if (!/(?:^|[,;:–—]|\b(?:and|but|while|that|because|as))\s*["“]?$/u.test(before)) return null;
  const span = makeSpan(text, part.start, part.end);
  const speaker = describeSpeaker(span.text);
  return ['person', 'unnamed', 'organization', 'government', 'outlet'].includes(speaker.kind) || /^(?:he|she|they)$/iu.test(span.text) ? span : null; // prettier-ignore
}

/** A name in the same sentence, with nothing but its own verbs between it and the cue. */
function subjectBefore(setting: Setting, told: Told, cue: Range): Span | null {
  const { text, entities, sentences } = setting;
  const sentence = sentenceAround(sentences, anchorOf(told));
  const inQuote = setting.quotations.find((quote) => isInside(cue.start, [quote]));
  const from = Math.max(sentence.start, inQuote?.start ?? 0);
  const named = entities.filter((entity) => entity.kind !== 'place' && isNamed(entity));
  const mentions = named.flatMap((entity) => entity.mentions.filter(({ start, end, why }) => start >= from && end <= cue.start && /name|acronym/u.test(why) && !isInside(start, told.content))); // prettier-ignore
  const last = mentions.reduce<Range | null>((best, one) => (best && best.end >= one.end ? best : one), null);
  if (!last || cue.start - last.end > 40) return null;
  if (/\b(?:of|for|to|with|by|from|about|against|under|at|in|on|than|like|as|and|or)\s+(?:the\s+)?$/iu.test(text.slice(from, last.start))) return null; // prettier-ignore
  const between = tagWords(text.slice(last.end, cue.start));
  const isLeading = between.every(
    ({ pos, text: word }) => ['VERB', 'AUX', 'PART', 'ADV'].includes(pos) || /^(?:to|himself|herself|itself|themselves)$/u.test(word), // prettier-ignore
  );
  return isLeading && (between.length > 0 || /^\s/u.test(text.slice(last.end)))
    ? makeSpan(text, last.start, last.end)
    : null;
}
