import { makeSpan } from '../../base/span.ts';
import { tagWords } from '../../language/parts-of-speech.ts';
import type { ChainLink } from '../reading.ts';
import { describeUnnamed } from '../unnamed.ts';
import { describeSpeaker } from './speakers.ts';
import {
  anchorOf,
  endOf,
  isInside,
  sentenceAround,
  spokenBy,
  startOf,
  type Setting,
  type Spoken,
  type Told,
  type Turn,
} from './setting.ts';

/** Cues by which nobody in particular tells: "reportedly", "it is believed", "is said to", "is known as". */
const IMPERSONAL =
  /\b(?:reportedly|allegedly|purportedly|supposedly|ostensibly|apparently|so-called|rumou?red|alleged|purported|it (?:is|was|has been|had been|emerged|emerges|transpired|appears|appeared|seems|seemed)|(?:(?:is|are|was|were)(?:n['’]t)?|been|be|being) (?:(?:\p{L}+ly|also|now|still|often|long|so|then|once|first|best|better|well) )*(?:said|believed|thought|reported|alleged|understood|expected|known|considered|seen|regarded|rumou?red|claimed|feared|hoped|estimated|assumed|presumed|suspected|deemed|called|dubbed|labelled|labeled|described|accused|criticised|criticized|praised|blamed))\b/iu;

/** "faces questions about", "came under fire": others ask or blame, whoever is asked. */
const FACED =
  /\b(?:fac(?:e|es|ed|ing)|c[ao]me under|draw|draws|drew|drawn|drawing|sparked|sparking|prompted|prompting|met with|hit with)\b.*\b(?:criticism|questions?|charges?|allegations?|accusations?|scrutiny|backlash|fire|calls|ridicule|condemnation|outrage|complaints?|pressure|attacks?)\b/iu;

/** "dubbed", "once dismissed as", "best known for", "became known as": a participle or a verb of being called. */
const CALLED =
  /^(?:(?:became|become|becomes|also|once|now|best|better|previously|formerly|\p{L}+ly)[ -])*(?:dubbed|billed|known|nicknamed|label+ed|hailed|touted|rumou?red|styled|titled|entitled|headlined)(?: (?:as|for|the|in|on|to be))?$|^(?:(?:once|best|better|previously|formerly|\p{L}+ly)[ -])+(?:considered|dismissed|called|named|described|cited|reported|seen|viewed|regarded|perceived|accused|alleged)(?: (?:as|for|in|on|of|to be))?$|^(?:considered|dismissed|described|seen|viewed|regarded|perceived|accused) (?:as|of)$/iu;

/** "The fear is", "The thinking goes". */
const HELD = /^the (?:\p{Ll}+ )?(?:worry|fear|hope|concern|thinking|suspicion|belief|expectation|argument|consensus|conventional wisdom) (?:is|was|goes|went)\b/iu; // prettier-ignore

/** Words before an infinitive that is nobody's: "it is hard {to say}". */
const IT_IS = /\bit(?:['’]s| is| was| will be| would be| may be| might be|['’]d be)\s(?:[\p{L}'’-]+\s){1,4}$/iu;

/** "it became clear", "the key question is": the report's own view, or that of whoever holds the words. */
const VIEW =
  /\b(?:(?:is|was|['’]s|be|becomes?|became|seems?|remains?) (?:\p{L}+ly )?(?:hard|difficult|easy|impossible|clear|unclear|obvious|likely|unlikely|possible|understandable|evident|plausible|tempting|no (?:secret|surprise|wonder))|(?:key|big|open|real) questions?)\b/iu;

/** A cue that only seems: whoever stands before it in the sentence does not tell it. */
const SEEMING =
  /^(?:(?:has|have|had|does|do|did|would|might|may|could|will|must|still|also|now|often|sometimes|already)(?: not|n['’]t)? |\p{L}+ly )*(?:appear|seem|look|sound)(?:s|ed|ing)?\b/iu;

/** "the story was discredited", "there is evidence": another subject than who spoke has the verb. */
const OTHERS =
  /^there\b|^(?:(?:has|have|had|will|would|can|could|may|might|must|should|to|also|just|already|\p{L}+ly) )*(?:is|are|was|were|be|been|being|gets?|got)(?: not|n['’]t)?(?: (?:\p{L}+ly|also|now|still|often|so|once|first|best|well|being))* \p{L}+(?:ed|en|wn|told|said|made|seen|held|thought|put|set)\b|^(?:asked|pressed|quizzed|questioned|titled|named|called|dubbed|seen|known|viewed|regarded|expected|described) (?:about|whether|if|why|how|as|to|by|on|in)\b|^(?:asked|pressed|quizzed|questioned|titled|expected)$/iu;

/** "the usual complaints about", "live footage of": a noun without a verb, that leads on to what it is of. */
function isNoun(words: string): boolean {
  if (!/^(?:the|an?|some|any|such|those|these|this|many|more|new|recent|growing|widespread|\p{L}+ed)\s|\b(?:of|about|over|within|between|among)$/iu.test(words)) return TELLING.test(words); // prettier-ignore
  const tagged = tagWords(words);
  return tagged.some(({ pos }) => pos === 'NOUN') && !tagged.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

/** Nouns of telling that stand alone: "Holm denied reports that …" is on what others reported. */
const TELLING =
  /^(?:accusations?|allegations?|charges|claims|complaints?|concerns?|criticisms?|critiques|fears?|reports?|rumou?rs?|speculation|suspicions?|suggestions?|calls|demands|doubts?|worries|grievances?)(?: (?:that|for|to|against|from|of|about|over|on))?$/iu;

/**
 * Who tells where no source is marked. A name beside the cue that the network passed over; the speaker before, where a
 * quotation or a cue without a subject ("adding that …") goes on; else somebody whom the text does not show.
 */
export function readSilent(setting: Setting, told: Told, isHeld: boolean): Spoken {
  const missed = readMissedName(setting, told);
  if (missed) return spokenBy(missed);
  const turn = isImpersonal(setting, told, isHeld) ? null : findTurnGoingOn(setting, told);
  if (turn) return { links: [], turn };
  // A quotation that floats is somebody's, and the text does not say whose.
  return told.cue.length === 0 ? spokenBy() : spokenBy(describeNobody(setting, told));
}

/** "It is expected that …", "it has been reported": the pronoun is nobody; "it is clear that" is the view of who holds the words. */
export function readImpersonal(setting: Setting, told: Told): Spoken | null {
  if (setting.holder && JUDGING_IT.test(cueWords(setting, told))) return spokenBy();
  return IMPERSONAL_IT.test(cueWords(setting, told)) ? spokenBy(describeNobody(setting, told)) : null;
}

const JUDGING_IT = /^(?:['’]s|is|was|would be|will be|seems|became|becomes|remains) (?:\p{L}+ly |also |not |still |too )*(?:hard|difficult|easy|impossible|possible|clear|unclear|obvious|likely|unlikely|positive|good|great|bad|important|critical|crucial|essential|imperative|encouraging|notable|significant|surprising|unfortunate|true|fair|wrong|right|telling|ironic|ridiculous|shocking|shameful|time|worth|no (?:secret|surprise|wonder))(?: (?:that|to|for|how|if|whether|when))?$/iu; // prettier-ignore

const IMPERSONAL_IT =
  /^(?:['’]s|is|was|(?:has|had|['’]s) been|(?:will|can|must|could|should|may|might|would) be) (?:(?:\p{L}+ly|also|now|still|often|long|then) )*(?:reported|believed|thought|expected|understood|claimed|alleged|said|known|feared|hoped|estimated|assumed|rumou?red|suspected|noted|speculated|suggested|announced|revealed|anticipated|argued|seen|assumed|decided|agreed|shown)\b|^(?:(?:also|now|still|just|\p{L}+ly) )*(?:seems?|seemed|appears?|appeared)$/iu;

/** Whether a cue's subject is not who tells it: "Holm faces questions about", "the plan, dubbed". */
export function isOfOthers(words: string): boolean {
  return FACED.test(words) || CALLED.test(words) || HELD.test(words);
}

function cueWords({ text }: Setting, { cue }: Told): string {
  return cue.map(({ start, end }) => text.slice(start, end)).join(' ');
}

/** Whether the cue is nobody's in particular. `isHeld`: it stands in somebody's words, whose view it then may be. */
function isImpersonal(setting: Setting, told: Told, isHeld: boolean): boolean {
  if (told.cue.length === 0) return false;
  const words = cueWords(setting, told);
  if (IMPERSONAL.test(words) || FACED.test(words) || CALLED.test(words) || HELD.test(words) || isNoun(words)) return true; // prettier-ignore
  const start = told.cue[0]?.start ?? 0;
  if (!isHeld && /^to \p{Ll}+$/u.test(words) && IT_IS.test(setting.text.slice(Math.max(0, start - 60), start)))
    return true;
  return !isHeld && (VIEW.test(words) || SEEMING.test(words) || (OTHERS.test(words) && !JUDGED.test(words)));
}

/** "The rule, said Holm, stays": a capitalised name right behind the verb, outside of what is told. */
function readMissedName(setting: Setting, told: Told): ChainLink | null {
  const cue = told.cue.at(-1);
  if (!cue) return null;
  const { text } = setting;
  if (!/(?:said|says|added|adds|wrote|told|tweeted|asked|explained|noted|warned|argued|by|to)$/u.test(text.slice(cue.start, cue.end))) return null; // prettier-ignore
  const behind = /^\s+((?:(?:Mrs?|Ms|Dr)\.? )?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]+){0,3})(?=[,.;”"\n]|$)/u.exec(text.slice(cue.end, cue.end + 80)); // prettier-ignore
  const name = behind?.[1];
  if (!behind || name === undefined) return null;
  const start = cue.end + behind[0].length - name.length;
  // A name in the content counts only where the content runs around the cue: “The rule, said Holm, stays”.
  if (isInside(start, told.content) && !isInside(cue.start, told.content)) return null;
  const speaker = describeSpeaker(name);
  if (!['person', 'organization', 'government'].includes(speaker.kind)) return null;
  const at = start + speaker.at;
  return {
    name: speaker.name,
    kind: speaker.kind,
    how: 'named',
    entity: null,
    mention: makeSpan(text, at, at + speaker.name.length),
  };
}

/**
 * The turn that this one goes on with: the same sentence's ("…, adding that"), or, for words in quotation marks and for
 * passives ("The rest were rated false"), the one that ends right before it with no paragraph of its own between.
 */
function findTurnGoingOn(setting: Setting, told: Told): Turn | null {
  const before = setting.turns.findLast((turn) => !turn.nested && startOf(turn) < startOf(told));
  const last = before?.chain.at(-1);
  if (!before || !last || before.voice === 'own' || last.how === 'metadata') return null;
  // Nobody goes on: "is widely seen as …".
  if (last.kind === 'unnamed' && last.unnamed?.generic && last.how !== 'named' && endOf(before) <= sentenceAround(setting.sentences, anchorOf(told)).start) return null; // prettier-ignore
  const sentence = sentenceAround(setting.sentences, anchorOf(told));
  if (endOf(before) > sentence.start) return before;
  const gap = setting.text.slice(endOf(before), startOf(told));
  const words = gap.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const quoted = told.content.some((part) => setting.quotations.some((quote) => part.start <= quote.end && quote.start <= part.end)); // prettier-ignore
  const question = /\b(?:asked|pressed|quizzed|questioned)\b/iu.test(cueWords(setting, told));
  if (question) return null;
  const goesOn = JUDGED.test(cueWords(setting, told)) && words <= 2;
  return (quoted && words <= 25 && gap.split(/\n\s*\n|\n/u).length <= 2) || goesOn ? before : null;
}

/** "The rest were rated false": passives of who judges, which go on with the judge. */
const JUDGED = /\b(?:were|was|are|is|be|been)\s+(?:\p{L}+ly )?(?:rated|ranked|graded|scored|judged|found|deemed|listed|classified|labell?ed|marked|given)\b/iu; // prettier-ignore

/** Somebody tells, and the text lets one see only how it is told: "reportedly". */
function describeNobody(setting: Setting, told: Told): ChainLink {
  const { text } = setting;
  const anchor = anchorOf(told);
  const wording = told.cue.length > 0 ? cueWords(setting, told) : text.slice(anchor.start, Math.min(anchor.end, anchor.start + 60)); // prettier-ignore
  const unnamed = { ...describeUnnamed('', '', wording), wording };
  const asked = /\b(?:asked|pressed|quizzed|questioned)\b/iu.test(wording);
  return {
    name: wording,
    kind: 'unnamed',
    how: 'inferred',
    entity: null,
    mention: told.cue[0] ? makeSpan(text, told.cue[0].start, told.cue[0].end) : null,
    unnamed: { ...unnamed, number: 'unknown', position: null, affiliation: null, generic: !asked },
  };
}
