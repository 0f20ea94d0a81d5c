import type { TaggedWord } from '../../language/parts-of-speech.ts';
import { BE, isIng, NOT, readVerbGroup } from '../factuality/verb-group.ts';
import type { EventKind } from './ahead-words.ts';
import { isActor, isForecast, isVolitional, kindOfAct, kindOfWill } from './kinds.ts';
import type { MainVerb } from './main-verb.ts';
import type { Telling } from './telling.ts';

/** States, not events: "would cost", "could mean", "will need to". */
const STATIVE = /^(?:be|been|explain|explains|account|prove|reflect|indicate|have|cost|costs|mean|benefit|need|require|seem|appear|matter|like|love|prefer|appreciate|think|say|argue|want|know|believe|understand|depend|remain|contain|include|belong|deserve|hurt|harm|help|make|call|describe|consider|hope|suggest|agree|care|exist|affect|apply|involve|represent|tell|look|sound|feel|imagine|see|surprise|force|undermine)$/iu; // prettier-ignore
/** Of people, only these are states: "he would require it" is an act. */
const STATE_OF_PEOPLE = /^(?:discount|wish|dispute|point|venture|note|remind|submit|be|been|have|like|love|prefer|appreciate|think|say|argue|want|know|believe|understand|need|mean|seem|appear|deserve|agree|care|hope|suggest|see|feel|imagine|call|describe|consider|rather|expect|remain|look|sound)$/iu; // prettier-ignore
/** What is proposed has effects, which are judgements and no events: "his plan would cost billions". */
const PROPOSAL = /^(?:plan|plans|proposal|proposals|policy|policies|idea|ideas|bill|law|legislation|deal|agreement|tax|taxes|wall|measure|measures|approach|system|program|programme|strategy|cuts?|rule|rules|ban|reform|reforms|regulations?|burden)$/iu; // prettier-ignore

/** "will attend", "will be held", "is going to fall". A duty ("will have to") and a habit ("will always") are none. */
export function judgeWill(words: readonly TaggedWord[], main: MainVerb, negated: boolean, telling: Telling): EventKind | null {
  const verb = words[main.at]?.text.toLowerCase() ?? '';
  const after = words[main.at + 1]?.text.toLowerCase() ?? '';
  if ((verb === 'have' && after === 'to') || verb === 'need') return null;
  // "is going to have to do more": a duty, whose own verb comes last
  if (words.slice(main.from, main.at).some((word, i) => /^(?:have|need)$/iu.test(word.text) && words[main.from + i + 1]?.text === 'to')) return null; // prettier-ignore
  // "I'll tell you what", "I'll say it again", "I will admit": said, not to come
  if (verb === 'see' && main.subject.at(-1)?.text.toLowerCase() === 'we' && (words[main.at + 1]?.pos ?? 'PUNCT') === 'PUNCT') return null;
  if (verb === 'forget') return null;
  if (/^(?:tell|say|admit|be)$/u.test(verb) && main.subject.at(-1)?.text === 'I' && (verb !== 'be' || /^(?:honest|frank|blunt|clear)$/u.test(after))) return null; // prettier-ignore
  if (/^(?:continue|remain)$/u.test(verb) && /^(?:be|have|need)$/iu.test(words[main.at + 2]?.text ?? '') && !telling.timeAhead) return null; // prettier-ignore
  if (wordsAround(words, main).some((word) => /^(?:always|often|sometimes|usually|matter)$/iu.test(word.text))) return telling.timeAhead ? 'expected' : null; // prettier-ignore
  if (BE.test(verb) && !telling.timeAhead && isJudgement(words, main)) return null;
  if (negated && isVolitional(telling.act)) return 'cancelled';
  return kindOfWill(words, main, telling);
}

/** "be interesting to see", "be hard": judgements. "be tight", "be there", "be the nominee" come to pass. */
function isJudgement(words: readonly TaggedWord[], main: MainVerb): boolean {
  const next = words.slice(main.at + 1).find((word) => word.pos !== 'ADV' && !NOT.test(word.text));
  return /^(?:interesting|important|great|wonderful|good|bad|terrible|hard|tough|easy|difficult|fine|okay|key|fun|nice|crucial|critical|fair)$/iu.test(next?.text ?? '');
}

/** A "will" told later ("said he would sign"), or what somebody says that they would do. */
export function judgeWould(words: readonly TaggedWord[], main: MainVerb, negated: boolean, telling: Telling): EventKind | null {
  const verb = words[main.at]?.text.toLowerCase() ?? '';
  const subject = main.subject.findLast((word) => /^(?:NOUN|PROPN|PRON)$/u.test(word.pos));
  if (isForecast(telling.act) || telling.act === 'promise' || telling.act === 'threaten' || telling.act === 'warn') return kindOfAct(telling.act);
  // "If it were a stock, he would buy it" is of no time; "if she were to win, she would sign" is.
  if (words.some((word, i) => /^were$/iu.test(word.text) && words[i + 1]?.text !== 'to')) return null;
  // a content that begins with its "would" leaves out the speaker, who is its subject
  // "whether they would", "if he had known, they would": asked, and not so
  if (/^(?:why|whether|which|who)$/iu.test(words.find((word) => word.pos !== 'PUNCT')?.text ?? '')) return null;
  const condition = words.findIndex((word) => /^if$/iu.test(word.text));
  if (condition >= 0 && words.slice(condition, condition + 8).some((word) => /^(?:had|was|could)$/iu.test(word.text))) return null;
  const agent = subject === undefined ? main.from === 0 : isActor(subject);
  const placed = agent && /^be$/u.test(verb) && /^(?:in|at|on|back|with)$/iu.test(words[main.at + 1]?.text ?? '');
  if (!placed && (agent ? STATE_OF_PEOPLE : STATIVE).test(verb) && !isAbleTo(words, main.at) && !isUndertaken(words, main.at) && !telling.timeAhead) return null;
  const kind = negated && isVolitional(telling.act) ? 'cancelled' : kindOfWill(words, main, telling);
  // "I would use the word", "would read this as": a way to put it
  if (/^(?:use|read|take|put)$/u.test(verb) && words.slice(main.at + 1, main.at + 6).some(({ text }) => /^(?:word|words|term|phrase|label|as|it)$/iu.test(text))) return null; // prettier-ignore
  const conditional = words.some((word) => /^(?:if|unless)$/iu.test(word.text));
  if (agent) return conditional && subject?.text === 'I' ? null : conditional ? 'expected' : kind;
  if (telling.timeAhead) return kind;
  if (telling.direct || !telling.past || subject === undefined) return null;
  if (PROPOSAL.test(subject.text) || /^(?:this|that|there|which)$/iu.test(subject.text)) return readVerbGroup(words, main.at).passive ? kind : null; // prettier-ignore
  // "argued that a register would keep people out": a judgement of what something does.
  const judged = telling.act === 'claim' || telling.act === 'believe';
  return judged && main.subject.find((word) => word.pos !== 'PUNCT')?.pos === 'DET' ? null : kind;
}

const JUDGED = /^(?:blamed|seen|viewed|described|called|considered|attributed|explained|traced|compared|interpreted|overstated|understated|exaggerated|overblown|mistaken|misguided)$/iu; // prettier-ignore

/** "would consider running", "would look for another": what one does */
function isUndertaken(words: readonly TaggedWord[], at: number): boolean {
  const [verb, next] = [words[at]?.text ?? '', words[at + 1]?.text ?? ''];
  return /^consider$/iu.test(verb) || (/^look$/iu.test(verb) && /^for$/iu.test(next));
}

function isAbleTo(words: readonly TaggedWord[], at: number): boolean {
  return /^able$/iu.test(words[at + 1]?.text ?? '');
}

/** "could start this week", "may embrace it": an event that may come. "may have left", "could be worrisome" are none. */
export function judgeCould(words: readonly TaggedWord[], main: MainVerb, negated: boolean, telling: Telling): EventKind | null {
  const verb = words[main.at]?.text.toLowerCase() ?? '';
  const subject = main.subject.findLast((word) => /^(?:NOUN|PROPN|PRON)$/u.test(word.pos));
  if (telling.timeAhead) return 'possible';
  // "couldn't remember", "could be seen as": an inability, a judgement
  if (negated && /^could$/iu.test(words[main.from]?.text ?? '')) return null;
  if (JUDGED.test(verb) && readVerbGroup(words, main.at).passive) return null;
  if (/^(?:because|that)$/iu.test(main.subject[0]?.text ?? '') && main.subject.length > 4) return null;
  // "may be telling half of it": of now
  if (isIng(words[main.at]?.text ?? '') && !conditionalOrForecast(words, telling)) return null;
  // "it may be years before", "might be able to", "could hurt trade"
  if (/^be$/u.test(verb) && words.slice(main.at + 1, main.at + 5).some(({ text }) => /^(?:able|days|weeks|months|years|decades)$/iu.test(text))) return 'possible'; // prettier-ignore
  if (/^(?:harm|hurt|undermine|force|help)$/u.test(verb)) return 'possible';
  if (/^see$/u.test(verb) && words[main.at + 1]?.pos === 'DET') return 'possible';
  if (STATIVE.test(verb) && !(/^(?:be|need|have)$/u.test(verb) && (words[main.at + 1]?.text === 'to' || conditionalOrForecast(words, telling)))) return null; // prettier-ignore
  if (subject !== undefined && /^(?:i|you|one)$/iu.test(subject.text)) return null;
  return 'possible';
}

function conditionalOrForecast(words: readonly TaggedWord[], telling: Telling): boolean {
  return isForecast(telling.act) || words.some((word) => /^(?:if|unless)$/iu.test(word.text));
}

function wordsAround(words: readonly TaggedWord[], main: MainVerb): readonly TaggedWord[] {
  return words.slice(Math.max(0, main.from - Math.max(2, main.subject.length)), main.at + 1);
}
