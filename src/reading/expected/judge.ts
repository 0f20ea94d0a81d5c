import type { TaggedWord } from '../../language/parts-of-speech.ts';
import { BE, isIng, NOT, readVerbGroup } from '../factuality/verb-group.ts';
import type { Act } from '../reading.ts';
import { aheadKind, type EventKind } from './ahead-words.ts';
import { findMainVerb, type MainVerb } from './main-verb.ts';

/** What the words around a content say of how it was told. */
export interface Telling {
  readonly act: Act | null;
  /** The cue is in the past ("said"), so that a "would" in the content is a "will" told later. */
  readonly past: boolean;
  /** The cue tells of something tried, decided or meant in the past: "attempted", "sought". */
  readonly tried: boolean;
  /** In the speaker's own words, where a "would" is no "will" told later. */
  readonly direct: boolean;
  /** A time still ahead stands in the sentence. */
  readonly timeAhead: boolean;
}

/** States, not events: "would cost", "could mean", "will need to". */
const STATIVE = /^(?:be|been|have|cost|costs|mean|benefit|need|require|seem|appear|matter|like|love|prefer|appreciate|think|say|argue|want|know|believe|understand|depend|remain|contain|include|belong|deserve|hurt|harm|help|make|call|describe|consider|hope|suggest|agree|care|exist|affect|apply|involve|represent|tell|look|sound|feel|imagine|see|surprise|deserve|force|undermine|cost)$/iu; // prettier-ignore
/** Of people, only these are states: "he would require it" is an act. */
const STATE_OF_PEOPLE = /^(?:be|been|have|like|love|prefer|appreciate|think|say|argue|want|know|believe|understand|need|mean|seem|appear|deserve|agree|care|hope|suggest|see|feel|imagine|call|describe|consider|rather|expect|remain|look|sound)$/iu; // prettier-ignore
/** Views that hold another clause: "I think that he will win" is about winning. */
const ATTITUDE = /^(?:think|thinks|thought|believe|believes|believed|know|knows|knew|guess|suspect|suspects|feel|feels|felt|say|says|said|hear|heard|understand|understands|assume|assumes|doubt|doubts|suppose|bet|fear|fears|feared|worry|worries|sure|certain|confident|afraid|hopeful|convinced|clear|optimistic|doubtful|possible|likely|unlikely|true|obvious|inevitable|promise|told|mean|means|assumption|belief|view|sense|hope|risk|danger|fear|question|fact|truth|point|word|doubt|prediction|bet|feeling|guess)$/iu; // prettier-ignore
const GENERAL = /^(?:no|any|you|anyone|anybody|whoever|whatever|everyone|everybody|one|nobody)$/iu;
/** What is proposed has effects, which are judgements and no events: "his plan would cost billions". */
const PROPOSAL = /^(?:plan|plans|proposal|proposals|policy|policies|idea|ideas|bill|law|legislation|deal|agreement|tax|taxes|wall|measure|measures|approach|system|program|programme|strategy|cuts?|rule|rules|ban|reform|reforms|regulations?|burden)$/iu; // prettier-ignore

/** The kind of event that a content's main clause puts ahead, or null for what is past, general, a state or a view. */
export function judgeClause(words: readonly TaggedWord[], start: number, telling: Telling): EventKind | null {
  const main = findMainVerb(words, start);
  if (!main) return start === 0 ? judgeNoun(words, telling) : null;
  const inner = main.infinitive ? null : findInner(words, main);
  if (inner !== null) {
    const found = judgeClause(words, inner, telling);
    return found && /^(?:doubt|doubts)$/iu.test(words[main.at]?.text ?? '') ? 'possible' : found;
  }
  return judgeVerb(words, main, telling) ?? judgeLater(words, main, telling);
}

const SUBORDINATE = /^(?:if|when|whenever|because|as|where|what|how|why|whether|while|until|before|after|once|unless|who|whom|whose|which|whoever|whatever|although|though|than|like)$/iu; // prettier-ignore

/** A later clause of the sentence that says "will" outright: "It was close, but we are going to win." */
function judgeLater(words: readonly TaggedWord[], main: MainVerb, telling: Telling): EventKind | null {
  if (main.infinitive || isQuestion(words, main)) return null;
  for (let i = main.at + 1; i < words.length; i++) {
    const text = words[i]?.text ?? '';
    const going = /^going$/iu.test(text) && words[i + 1]?.text === 'to';
    const told = /^would$/iu.test(text) && !telling.direct;
    const hangs = words[i + 1]?.text === 'to' && words[i]?.pos === 'VERB' && words[i - 1]?.pos === 'CCONJ' && aheadKind(text, 'verb') !== null; // prettier-ignore
    if (!(going || told || hangs || (/^(?:will|wo|['’]ll)$/iu.test(text) && words[i]?.pos === 'AUX'))) continue;
    const subject = subjectBefore(words, going ? i - 1 : i);
    if (subject === null) continue;
    const verb = findMainVerb(words.slice(i));
    if (!verb) continue;
    const kind = judgeVerb(words, { at: i + verb.at, from: i, subject: subject.length > 0 ? subject : main.subject, infinitive: false }, telling);
    if (kind !== null) return kind;
  }
  return null;
}

/** The words between a clause's opening and its verb; null where it hangs on "if", "who" or their like. */
function subjectBefore(words: readonly TaggedWord[], at: number): readonly TaggedWord[] | null {
  for (let i = at - 1; i >= 0; i--) {
    const word = words[i];
    if (!word) return null;
    if (SUBORDINATE.test(word.text)) return null;
    if (/^that$/iu.test(word.text)) return words[i - 1]?.pos === 'NOUN' && !ATTITUDE.test(words[i - 1]?.text ?? '') ? null : words.slice(i + 1, at); // prettier-ignore
    if (word.pos === 'CCONJ' || word.pos === 'VERB' || /^[,;:–—]$/u.test(word.text)) return words.slice(i + 1, at);
  }
  return null;
}

/** "promised a wall", "is considering filing": a content without a clause takes its sense from its cue. */
function judgeNoun(words: readonly TaggedWord[], telling: Telling): EventKind | null {
  if (telling.tried || words.length > 25) return null;
  const first = words.find((word) => word.pos !== 'PUNCT');
  if (telling.act === 'promise' || telling.act === 'threaten' || telling.act === 'predict') return kindOfAct(telling.act);
  if (isIng(first?.text ?? '')) return telling.act === 'plan' || telling.act === 'expect' ? kindOfAct(telling.act) : null;
  return telling.timeAhead && (telling.act === 'announce' || telling.act === 'plan' || telling.act === 'expect') ? kindOfAct(telling.act) : null; // prettier-ignore
}

/** Where the clause begins that a view holds: behind "I think", "our assumption is that". */
function findInner(words: readonly TaggedWord[], main: MainVerb): number | null {
  const verb = words[main.at];
  const copula = BE.test(verb?.text ?? '');
  const subjectHead = main.subject.findLast((word) => word.pos === 'NOUN')?.text ?? '';
  const behind = words.slice(main.at + 1, main.at + 4).find((word) => !/^(?:ADV|DET|PART)$/u.test(word.pos));
  if (copula && !ATTITUDE.test(behind?.text ?? '') && !ATTITUDE.test(subjectHead)) return null;
  if (!copula && !ATTITUDE.test(verb?.text ?? '')) return null;
  for (let i = main.at + 1; i < words.length && i < main.at + 6; i++) {
    const word = words[i];
    if (!word || /^[.;?!]$/u.test(word.text) || word.text.toLowerCase() === 'to') return null;
    if (word.text.toLowerCase() === 'that') return i + 1;
    if (/^(?:PRON|DET|PROPN|NOUN)$/u.test(word.pos) && !copula) return i;
  }
  return copula ? null : main.at + 1 < words.length ? main.at + 1 : null;
}

function judgeVerb(words: readonly TaggedWord[], main: MainVerb, telling: Telling): EventKind | null {
  if (isQuestion(words, main)) return null;
  const verb = words[main.at];
  const group = readVerbGroup(words, main.at);
  const negated = group.negated || NOT.test(words[main.at + 1]?.text ?? '');
  if (group.perfect && group.modal !== null) return null;
  if (main.infinitive) return judgeInfinitive(words, main, telling);
  const lexical = judgeLexical(words, main, negated, telling);
  if (lexical !== null) return lexical;
  if (isHabit(words) && !telling.timeAhead) return null;
  const general = main.subject.some((word) => GENERAL.test(word.text)) && main.subject.length < 4;
  if (general || verb === undefined) return null;
  switch (group.modal) {
    case 'going-to':
    case 'be-to':
      // "was going to" was ahead then.
      if (/^(?:was|were)$/iu.test(words[main.from]?.text ?? '') && (telling.direct || !telling.past)) return null;
      return judgeWill(words, main, negated, telling);
    case 'will':
      return judgeWill(words, main, negated, telling);
    case 'would':
      return judgeWould(words, main, negated, telling);
    case 'could':
    case 'may':
      return judgeCould(words, main, telling);
    case 'can':
    case 'should':
    case 'must':
      return telling.timeAhead && group.modal === 'should' && (group.passive || BE.test(verb.text)) ? 'expected' : null;
    case null:
      break;
  }
  return judgePresent(words, main, negated, telling);
}

/** "will attend", "will be held", "is going to fall". A duty ("will have to") and a habit ("will always") are none. */
function judgeWill(words: readonly TaggedWord[], main: MainVerb, negated: boolean, telling: Telling): EventKind | null {
  const verb = words[main.at]?.text.toLowerCase() ?? '';
  const after = words[main.at + 1]?.text.toLowerCase() ?? '';
  if (/^(?:have|need)$/u.test(verb) && after === 'to') return null;
  if (/^(?:continue|remain)$/u.test(verb) && /^(?:be|have|need)$/iu.test(words[main.at + 2]?.text ?? '') && !telling.timeAhead) return null; // prettier-ignore
  if (wordsAround(words, main).some((word) => /^(?:always|often|sometimes|usually|matter|never)$/iu.test(word.text))) return telling.timeAhead ? 'expected' : null; // prettier-ignore
  if (/^(?:be|been|remain|have|need|want|mean|like)$/u.test(verb) && !telling.timeAhead && !isForecast(telling.act) && isEvaluation(words, main)) return null; // prettier-ignore
  if (negated && isVolitional(telling.act)) return 'cancelled';
  return kindOfWill(words, main, telling.act);
}

/** "be great", "be one hell of a way", "have a hard time": judgements. "be at the debate" is none. */
function isEvaluation(words: readonly TaggedWord[], main: MainVerb): boolean {
  let i = main.at + 1;
  while (words[i]?.pos === 'ADV' || NOT.test(words[i]?.text ?? '')) i++;
  if (/(?:ed|en)$/u.test(words[i]?.text ?? '')) return false;
  // "be the nominee", "be president" come to pass; "be a disaster" is a view.
  if (/^the$/iu.test(words[i]?.text ?? '') && BE.test(words[main.at]?.text ?? '')) return words[i + 1]?.pos === 'ADJ';
  return /^(?:ADJ|DET|NUM|PRON)$/u.test(words[i]?.pos ?? '') || (words[i]?.pos === 'NOUN' && !BE.test(words[main.at]?.text ?? '')); // prettier-ignore
}

/** A "will" told later ("said he would sign"), or what somebody says that they would do. */
function judgeWould(words: readonly TaggedWord[], main: MainVerb, negated: boolean, telling: Telling): EventKind | null {
  const verb = words[main.at]?.text.toLowerCase() ?? '';
  const subject = main.subject.findLast((word) => /^(?:NOUN|PROPN|PRON)$/u.test(word.pos));
  if (isForecast(telling.act) || telling.act === 'promise' || telling.act === 'threaten') return kindOfAct(telling.act);
  // "If it were a stock, he would buy it" is of no time; "if she were to win, she would sign" is.
  if (words.some((word, i) => /^were$/iu.test(word.text) && words[i + 1]?.text !== 'to')) return null;
  const agent = subject !== undefined && isAgent(subject);
  if ((agent ? STATE_OF_PEOPLE : STATIVE).test(verb) && !isAbleTo(words, main.at) && !telling.timeAhead) return null;
  const kind = negated && isVolitional(telling.act) ? 'cancelled' : kindOfWill(words, main, telling.act);
  const conditional = words.some((word) => /^(?:if|unless)$/iu.test(word.text));
  if (agent) return conditional && /^I$/u.test(subject.text) ? null : conditional ? 'expected' : kind;
  if (telling.timeAhead) return kind;
  if (telling.direct || !telling.past || subject === undefined) return null;
  if (PROPOSAL.test(subject.text) || /^(?:this|that|there|which)$/iu.test(subject.text)) return readVerbGroup(words, main.at).passive ? kind : null; // prettier-ignore
  // "argued that a register would keep people out": a judgement of what something does.
  const judged = telling.act === 'claim' || telling.act === 'believe';
  return judged && main.subject.find((word) => word.pos !== 'PUNCT')?.pos === 'DET' ? null : kind;
}

function isAgent(word: TaggedWord): boolean {
  return word.pos === 'PROPN' || /^(?:I|he|she|we|they)$/iu.test(word.text);
}

function isAbleTo(words: readonly TaggedWord[], at: number): boolean {
  return /^able$/iu.test(words[at + 1]?.text ?? '');
}

/** "could start this week", "may embrace it": an event that may come. "may have left", "could be worrisome" are none. */
function judgeCould(words: readonly TaggedWord[], main: MainVerb, telling: Telling): EventKind | null {
  const verb = words[main.at]?.text.toLowerCase() ?? '';
  const subject = main.subject.findLast((word) => /^(?:NOUN|PROPN|PRON)$/u.test(word.pos));
  if (telling.timeAhead) return 'possible';
  if (/^(?:because|that)$/iu.test(main.subject[0]?.text ?? '') && main.subject.length > 4) return null;
  if (STATIVE.test(verb) && !(/^(?:be|need|have)$/u.test(verb) && (words[main.at + 1]?.text === 'to' || conditionalOrForecast(words, telling)))) return null; // prettier-ignore
  if (subject !== undefined && /^(?:i|you|one)$/iu.test(subject.text)) return null;
  return 'possible';
}

function conditionalOrForecast(words: readonly TaggedWord[], telling: Telling): boolean {
  return isForecast(telling.act) || words.some((word) => /^(?:if|unless)$/iu.test(word.text));
}

/** "plans to tune in", "is scheduled to open", "is likely to win", "has threatened to leave", "was cancelled". */
function judgeLexical(words: readonly TaggedWord[], main: MainVerb, negated: boolean, telling: Telling): EventKind | null {
  const verb = words[main.at];
  if (!verb) return null;
  // "has not ruled out a sale", "a sale was not ruled out".
  if (/^rul(?:e|es|ed|ing)$/iu.test(verb.text) && words[main.at + 1]?.text === 'out') return negated ? 'possible' : null;
  const copula = BE.test(verb.text);
  const next = skipAdverbs(words, main.at + 1);
  const adjective = copula ? words[next] : undefined;
  const kind = adjective ? (aheadKind(adjective.text, 'adj') ?? aheadKind(adjective.text, 'verb')) : aheadKind(verb.text, 'verb');
  const after = words[adjective ? next + 1 : objectEnd(words, main.at + 1)]?.text.toLowerCase() ?? '';
  if (kind === null) return copula || /^(?:has|have|had)$/iu.test(verb.text) ? judgeNominal(words, main) : null;
  const group = readVerbGroup(words, main.at);
  if (kind === 'cancelled' || kind === 'postponed') return group.passive || group.perfect || copula || isIng(verb.text) ? kind : null;
  if (/^hop/iu.test(verb.text) && after !== 'to') return null;
  // "is committed to growth" is a stance.
  if (/^committed$/iu.test(verb.text)) return null;
  const frames = /^(?:to|for|on|that)$/u.test(after) || (kind === 'possible' && isIng(words[main.at + 1]?.text ?? '')) || (group.passive && telling.timeAhead) || (group.passive && kind !== 'possible' && /^(?:is|are|has|have|['’]s|['’]re)$/iu.test(words[main.from]?.text ?? '')); // prettier-ignore
  if (!frames) return null;
  if (group.modal !== null && group.modal !== 'will' && group.modal !== 'going-to') return null;
  const did = words.slice(main.from, main.at).some((word) => /^did$/iu.test(word.text));
  if (did && !telling.timeAhead) return null;
  // "planned to adopt": of the past, unless told in the past of a plan that stands.
  const plainPast = !group.passive && !group.perfect && group.modal === null && /ed$/iu.test(verb.text) && !isIng(verb.text);
  if (plainPast && (!telling.past || telling.direct || /^(?:decided|chose|agreed|voted|opted)$/iu.test(verb.text)) && !telling.timeAhead) return null; // prettier-ignore
  if (after === 'to' && /^(?:have|be)$/iu.test(words[objectEnd(words, main.at + 1) + 1]?.text ?? '') && /^(?:been|had)$/iu.test(words[objectEnd(words, main.at + 1) + 2]?.text ?? '')) return null; // prettier-ignore
  return negated && kind !== 'possible' ? 'cancelled' : kind;
}

/** "has big plans for", "there is a chance of". */
function judgeNominal(words: readonly TaggedWord[], main: MainVerb): EventKind | null {
  if (!/^(?:has|have|is|are)$/iu.test(words[main.at]?.text ?? '')) return null;
  for (let i = main.at + 1; i < words.length && i < main.at + 7; i++) {
    const word = words[i];
    if (!word || !/^(?:DET|ADJ|NOUN|PUNCT|ADV|NUM)$/u.test(word.pos) || /^[,.;]$/u.test(word.text)) return null;
    const kind = word.pos === 'NOUN' ? aheadKind(word.text, 'noun') : null;
    const after = words.slice(i + 1).find((one) => one.pos !== 'PUNCT');
    if (kind && /^(?:for|to|that|of)$/iu.test(after?.text ?? '')) return kind;
  }
  return null;
}

/** "starts on Monday", "is flying there next week": the present of a timetable, where a time ahead stands with it. */
function judgePresent(words: readonly TaggedWord[], main: MainVerb, negated: boolean, telling: Telling): EventKind | null {
  if (!telling.timeAhead) return null;
  const verb = words[main.at]?.text ?? '';
  const group = readVerbGroup(words, main.at);
  const before = words[main.from]?.text ?? '';
  const progressive = isIng(verb) && /^(?:is|are|am|['’]re|['’]m|['’]s)$/iu.test(before);
  const present = main.from === main.at && /s$/iu.test(verb) && !BE.test(verb) && !group.perfect;
  const have = /^(?:has|have)$/iu.test(verb) && !group.perfect;
  if (!progressive && !(present && /^(?:starts|begins|opens|ends|closes|meets|holds|takes|arrives|leaves|returns|goes|faces|kicks|expires|votes|heads|travels|plays|speaks)$/iu.test(verb)) && !have) return null; // prettier-ignore
  return negated ? 'cancelled' : 'scheduled';
}

/** A content that is "to open a plant" takes its sense from the cue: "promised", "is expected". */
function judgeInfinitive(words: readonly TaggedWord[], main: MainVerb, telling: Telling): EventKind | null {
  if (/^(?:have|be)$/iu.test(words[main.at]?.text ?? '') && /^(?:been|had)$/iu.test(words[main.at + 1]?.text ?? '')) return null;
  if (telling.tried) return null;
  return isForecast(telling.act) || isVolitional(telling.act) || telling.act === 'threaten' ? kindOfAct(telling.act) : null;
}

function isForecast(act: Act | null): boolean {
  return act === 'predict' || act === 'expect';
}

function isVolitional(act: Act | null): boolean {
  return act === 'promise' || act === 'plan' || act === 'announce';
}

function kindOfAct(act: Act | null): EventKind {
  if (act === 'promise') return 'promised';
  if (act === 'threaten') return 'threatened';
  if (act === 'plan' || act === 'announce') return 'planned';
  if (act === 'warn' || act === 'believe') return 'expected';
  return 'expected';
}

const CHANCE = /^(?:win|lose|die|fall|rise|happen|be|have|get|become|grow|drop|come|fail|succeed|face|see|survive|suffer|remain|continue|last)$/iu; // prettier-ignore

/** What people say that they will do is promised; what befalls is expected. */
function kindOfWill(words: readonly TaggedWord[], main: MainVerb, act: Act | null): EventKind {
  const kind = kindOfAct(act);
  if (kind !== 'expected' || isForecast(act) || act === 'warn' || act === 'believe' || act === 'report') return kind;
  const subject = main.subject.findLast((word) => /^(?:NOUN|PROPN|PRON)$/u.test(word.pos));
  const passive = readVerbGroup(words, main.at).passive;
  return subject !== undefined && isAgent(subject) && !passive && !CHANCE.test(words[main.at]?.text ?? '') ? 'promised' : kind;
}

function isQuestion(words: readonly TaggedWord[], main: MainVerb): boolean {
  const mark = words.slice(main.at).find((word) => /^[.!?;]$/u.test(word.text));
  return mark?.text === '?' || (main.subject.length === 0 && /^(?:will|would|could|is|are|do|does|did)$/iu.test(words[main.from]?.text ?? '') && main.from === 0); // prettier-ignore
}

/** "When you hit him, he will hit back", "Every Friday she would call": of no day in particular. */
function isHabit(words: readonly TaggedWord[]): boolean {
  return words.some((word, i) => {
    const next = words[i + 1]?.text.toLowerCase() ?? '';
    return (/^(?:when|if)$/iu.test(word.text) && next === 'you') || /^(?:whenever|every|often|usually|sometimes)$/iu.test(word.text) || (/^many$/iu.test(word.text) && /^(?:days|nights|times|weeks)$/u.test(next)); // prettier-ignore
  });
}

function wordsAround(words: readonly TaggedWord[], main: MainVerb): readonly TaggedWord[] {
  return words.slice(Math.max(0, main.from - 14), main.at + 1);
}

function skipAdverbs(words: readonly TaggedWord[], from: number): number {
  let i = from;
  while (words[i]?.pos === 'ADV' || NOT.test(words[i]?.text ?? '')) i++;
  return i;
}

/** Over the object of "expects two candidates to drop out" to its "to". */
function objectEnd(words: readonly TaggedWord[], from: number): number {
  let i = from;
  while (i < words.length && i < from + 6 && /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|ADV)$/u.test(words[i]?.pos ?? '')) i++;
  return /^to$/iu.test(words[i]?.text ?? '') ? i : from;
}
