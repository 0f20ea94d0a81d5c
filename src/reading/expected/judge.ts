import type { TaggedWord } from '../../language/parts-of-speech.ts';
import { BE, isIng, NOT, readVerbGroup } from '../factuality/verb-group.ts';
import { judgeAheadVerb } from './ahead-verbs.ts';
import { aheadKind, type EventKind } from './ahead-words.ts';
import { isAgent, isCommitted, isVolitional, kindOfAct } from './kinds.ts';
import { findMainVerb, type MainVerb } from './main-verb.ts';
import { judgeCould, judgeWill, judgeWould } from './modals.ts';
import type { Telling } from './telling.ts';
import { judgeNoun, judgeVerbless } from './verbless.ts';

/** Views that hold another clause: "I think that he will win" is about winning. */
const ATTITUDE = /^(?:think|thinks|thought|believe|believes|believed|know|knows|knew|guess|suspect|suspects|feel|feels|felt|say|says|said|hear|heard|understand|understands|assume|assumes|doubt|doubts|suppose|bet|fear|fears|feared|worry|worries|sure|certain|confident|afraid|hopeful|convinced|clear|optimistic|doubtful|possible|likely|unlikely|true|obvious|inevitable|promise|told|mean|means|assumption|belief|view|sense|hope|risk|danger|fear|question|fact|truth|point|word|doubt|prediction|bet|feeling|guess)$/iu; // prettier-ignore
const GENERAL = /^(?:no|any|you|anyone|anybody|whoever|whatever|everyone|everybody|one|nobody)$/iu;

/** The kind of event that a content's main clause puts ahead, or null for what is past, general, a state or a view. */
export function judgeClause(words: readonly TaggedWord[], start: number, telling: Telling): EventKind | null {
  // "threatened to {impose a tax}", "vows {to “defend the act”}"
  if (start === 0 && telling.to && isCommitted(telling.act)) return telling.tried ? null : kindOfAct(telling.act);
  const main = findMainVerb(words, start);
  if (!main) return start === 0 ? judgeVerbless(words, telling) : null;
  const inner = main.infinitive ? null : findInner(words, main);
  if (inner !== null) {
    // "does not know whether she would come"
    if (/^(?:whether|if|which|who|what|how|when|where|why)$/iu.test(words[inner]?.text ?? '') && !telling.timeAhead) return null;
    const found = judgeClause(words, inner, telling);
    return found && /^(?:doubt|doubts)$/iu.test(words[main.at]?.text ?? '') ? 'possible' : found;
  }
  const kind = judgeVerb(words, main, telling);
  // "about what a harbour tax would mean", "when the board will vote": asked and not told
  // "how he would end it": promised
  const asked = start === 0 ? (words.find(({ pos }) => pos !== 'PUNCT')?.text ?? '') : '';
  if (kind !== null && !telling.timeAhead && (/^(?:what|when|where|which|who|whether)$/iu.test(asked) || (/^how$/iu.test(asked) && kind !== 'promised'))) return null; // prettier-ignore
  if (kind !== null || isCounterfactual(words, main)) return kind;
  return judgeLater(words, main, telling);
}

/** "He would have come if he thought that it would pass": of what was not to be. */
function isCounterfactual(words: readonly TaggedWord[], main: MainVerb): boolean {
  const group = readVerbGroup(words, main.at);
  return group.perfect && (group.modal === 'would' || group.modal === 'could');
}

const SUBORDINATE = /^(?:if|when|whenever|because|as|where|what|how|why|whether|while|until|before|after|once|unless|who|whom|whose|which|whoever|whatever|although|though|than|like|otherwise)$/iu; // prettier-ignore

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
    // "voters who say they will stay"
    if (word.pos === 'VERB' && /^(?:who|which)$/iu.test(words[i - 1]?.text ?? '')) return null;
    if (word.pos === 'CCONJ' || word.pos === 'VERB' || /^[,;:–—]$/u.test(word.text)) return words.slice(i + 1, at);
  }
  return null;
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
    if (/^(?:whether|if|what|when|where|why|how|which|who)$/iu.test(word.text)) return i;
    if (/^(?:PRON|DET|PROPN|NOUN)$/u.test(word.pos) && !copula) return i;
  }
  return copula ? null : main.at + 1 < words.length ? main.at + 1 : null;
}

function judgeVerb(words: readonly TaggedWord[], main: MainVerb, telling: Telling): EventKind | null {
  if (isQuestion(words, main)) return null;
  // "a question about whether he would come"
  if (main.subject.slice(1).some(({ text }) => /^whether$/iu.test(text)) && !telling.timeAhead) return null;
  const verb = words[main.at];
  const group = readVerbGroup(words, main.at);
  const negated = group.negated || NOT.test(words[main.at + 1]?.text ?? '');
  if (group.perfect && group.modal !== null && !(group.modal === 'will' && words.some(({ text }) => /^by$/iu.test(text)))) return null;
  if (main.infinitive) return judgeInfinitive(words, main, telling);
  const lexical = judgeAheadVerb(words, main, negated, telling);
  if (lexical !== null) return lexical;
  const isMeant = group.modal === 'will' || group.modal === 'going-to';
  if (isHabit(words, isMeant) && !telling.timeAhead) return null;
  const shown = isMeant && !negated && /^you$/iu.test(main.subject.at(-1)?.text ?? '') && /^(?:see|get|have|hear)$/iu.test(verb?.text ?? '');
  const general = !shown && main.subject.some((word) => GENERAL.test(word.text)) && main.subject.length < 4;
  if (general || verb === undefined) return null;
  switch (group.modal) {
    case 'going-to':
    case 'be-to':
      // "their goal is to expand": what it is, not what comes
      if (group.modal === 'be-to' && /^(?:goal|purpose|mission|way|imperative|job|task|aim|point|message|idea|strategy|focus|priority|intention|choice|answer|solution|role|duty)s?$/iu.test(main.subject.findLast(({ pos }) => pos === 'NOUN')?.text ?? '')) return null; // prettier-ignore
      // "was going to" was ahead then.
      if (/^(?:was|were)$/iu.test(words[main.from]?.text ?? '') && (telling.direct || !telling.past)) return null;
      return judgeWill(words, main, negated, telling);
    case 'will':
      return judgeWill(words, main, negated, telling);
    case 'would':
      return judgeWould(words, main, negated, telling);
    case 'could':
    case 'may':
      return judgeCould(words, main, negated, telling);
    case 'can':
    case 'should':
    case 'must':
      if (group.modal === 'can' && telling.timeAhead && main.subject.every(isAgentOrName)) return negated ? null : 'possible';
      return telling.timeAhead && group.modal === 'should' && (group.passive || BE.test(verb.text)) ? 'expected' : null;
    case null:
      break;
  }
  return judgePresent(words, main, negated, telling);
}

/** "Holm can win later in March" */
function isAgentOrName(word: TaggedWord): boolean {
  return word.pos === 'PUNCT' || isAgent(word);
}

/** "starts on Monday", "is flying there next week": the present of a timetable, where a time ahead stands with it. */
function judgePresent(words: readonly TaggedWord[], main: MainVerb, negated: boolean, telling: Telling): EventKind | null {
  const verb = words[main.at]?.text ?? '';
  const group = readVerbGroup(words, main.at);
  const before = words[main.from]?.text ?? '';
  if (/^(?:approaching|looming|nearing|upcoming)$/iu.test(verb) && /^(?:is|are|['’]s|['’]re)$/iu.test(before)) return 'scheduled';
  // "announced she was not coming", "promised he is staying"
  const moves = negated || telling.act === 'promise' || /^(?:coming|going|leaving|joining|staying|returning|resigning|retiring|stepping|running)$/iu.test(verb);
  if (isVolitional(telling.act) && moves && isIng(verb) && /^(?:is|are|am|was|were|['’](?:s|re|m))$/iu.test(before)) return negated ? 'cancelled' : kindOfAct(telling.act); // prettier-ignore
  if (!telling.timeAhead) return null;
  const progressive = (isIng(verb) || /^(?:headed|bound|due|slated)$/iu.test(verb) || /^(?:headed|bound|due|slated)$/iu.test(words[main.at + 1]?.text ?? '')) && /^(?:is|are|am|['’]re|['’]m|['’]s)$/iu.test(before);
  const present = main.from === main.at && /s$/iu.test(verb) && !BE.test(verb) && !group.perfect;
  const have = /^(?:has|have)$/iu.test(verb) && !group.perfect;
  if (!progressive && !(present && /^(?:starts|begins|opens|ends|closes|meets|holds|takes|arrives|leaves|returns|goes|faces|kicks|expires|votes|heads|travels|plays|speaks)$/iu.test(verb)) && !have) return null; // prettier-ignore
  return negated ? 'cancelled' : 'scheduled';
}

/** A content that is "to open a plant" takes its sense from the cue: "promised", "is expected". */
function judgeInfinitive(words: readonly TaggedWord[], main: MainVerb, telling: Telling): EventKind | null {
  if (/^(?:have|be)$/iu.test(words[main.at]?.text ?? '') && /^(?:been|had)$/iu.test(words[main.at + 1]?.text ?? '')) return null;
  if (telling.tried) return null;
  return isCommitted(telling.act) ? kindOfAct(telling.act) : judgeNoun(words, telling);
}

function isQuestion(words: readonly TaggedWord[], main: MainVerb): boolean {
  const mark = words.slice(main.at).find((word) => /^[.!?;]$/u.test(word.text));
  return mark?.text === '?' || (main.subject.length === 0 && /^(?:will|would|could|is|are|do|does|did)$/iu.test(words[main.from]?.text ?? '') && main.from === 0 && !/^(?:VERB|ADV)$/u.test(words[1]?.pos ?? '')); // prettier-ignore
}

/** "When you hit him, he will hit back", "Every Friday she would call": of no day in particular; "I will work every day" is meant. */
function isHabit(words: readonly TaggedWord[], isMeant: boolean): boolean {
  return words.some((word, i) => {
    const next = words[i + 1]?.text.toLowerCase() ?? '';
    return (/^(?:when|if)$/iu.test(word.text) && next === 'you') || (isMeant ? /^(?:whenever|often|usually|sometimes)$/iu : /^(?:whenever|every|often|usually|sometimes)$/iu).test(word.text) || (/^many$/iu.test(word.text) && /^(?:days|nights|times|weeks)$/u.test(next)); // prettier-ignore
  });
}

