import type { TaggedWord } from '../../language/parts-of-speech.ts';
import { BE, isIng, NOT, readVerbGroup } from '../factuality/verb-group.ts';
import { aheadKind, type EventKind } from './ahead-words.ts';
import type { MainVerb } from './main-verb.ts';
import type { Telling } from './telling.ts';

/** In lower case: Planned Parenthood is a body. */
const AWAITED = /^(?:expect|anticipat|forecast|foresee|plan|schedul)/u;

const BE_NOW = /^(?:is|are|am|['’]s|['’]re|['’]m)$/iu;

/** "plans to tune in", "is scheduled to open", "is likely to win", "has threatened to leave", "was cancelled". */
export function judgeAheadVerb(words: readonly TaggedWord[], main: MainVerb, negated: boolean, telling: Telling): EventKind | null {
  const verb = words[main.at];
  if (!verb) return null;
  // "has not ruled out a sale", "a sale was not ruled out".
  if (/^rul(?:e|es|ed|ing)$/iu.test(verb.text) && words[main.at + 1]?.text === 'out') return negated ? 'possible' : null;
  // "is set to win", "look set to win"
  const copula = BE.test(verb.text) || (/^(?:looks?|looked|seems?|appears?|remains?)$/iu.test(verb.text) && /^(?:set|poised|likely|unlikely|certain|sure|bound)$/iu.test(words[skipAdverbs(words, main.at + 1)]?.text ?? '')); // prettier-ignore
  const next = skipAdverbs(words, main.at + 1);
  const adjective = copula ? words[next] : undefined;
  // "are poised to leave", "is looking to win": the tagger takes these for verbs.
  const lead = BE_NOW.test(words[main.from]?.text ?? '') ? aheadKind(verb.text, 'adj') : null;
  const kind = adjective ? (aheadKind(adjective.text, 'adj') ?? aheadKind(adjective.text, 'verb')) : (aheadKind(verb.text, 'verb') ?? lead);
  const behind = adjective ? next + 1 : objectEnd(words, main.at + 1);
  const after = words[behind]?.text.toLowerCase() ?? '';
  // "due to a storm" gives a reason.
  if ((adjective ?? verb).text === 'due' && after === 'to' && !/^(?:VERB|AUX|ADV)$/u.test(words[behind + 1]?.pos ?? '')) return null;
  // "are prepared for a crowd", "she is prepared" are readiness.
  if (/^prepared$/iu.test((adjective ?? verb).text) && after !== 'to') return null;
  // "is looking forward to it", "is looking for a partner"
  if (/^looking$/iu.test((adjective ?? verb).text) && (after !== 'to' || /^forward$/iu.test(words[(adjective ? next : main.at) + 1]?.text ?? ''))) return null; // prettier-ignore
  // "are more likely to vote": a comparison
  if (/^(?:likely|unlikely)$/iu.test((adjective ?? verb).text) && /^(?:more|less|most|least|as|so)$/iu.test(words[(adjective ? next : main.at) - 1]?.text ?? '') && !telling.timeAhead) return null; // prettier-ignore
  if (kind === null) return copula || /^(?:has|have|had)$/iu.test(verb.text) ? judgeNominal(words, main) : null;
  const group = readVerbGroup(words, main.at);
  // "have cancelled contests in the past"
  if ((kind === 'cancelled' || kind === 'postponed') && words.slice(main.at).some(({ text }) => /^(?:past|previously|ago)$/iu.test(text))) return null; // prettier-ignore
  if (kind === 'cancelled' || kind === 'postponed') return group.passive || group.perfect || copula || isIng(verb.text) ? kind : null;
  if (/^(?:hop|aim)/iu.test(verb.text) && after !== 'to') return null;
  // "is committed to growth" is a stance.
  if (/^committed$/iu.test(verb.text)) return null;
  // "expects an appeal", "plans a rally"
  const object = AWAITED.test(verb.text) && !group.passive && !/^(?:-|than|the|an?|his|her|their|its)$/iu.test(words[main.at - 1]?.text ?? '') && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(words[main.at + 1]?.pos ?? '');
  const frames = object || /^(?:to|for|on|that)$/u.test(after) || (kind === 'possible' && isIng(words[main.at + 1]?.text ?? '')) || (group.passive && telling.timeAhead) || (group.passive && kind !== 'possible' && /^(?:is|are|has|have|['’]s|['’]re)$/iu.test(words[main.from]?.text ?? '')); // prettier-ignore
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
    const none = words.slice(main.at + 1, i).some(({ text }) => /^no$/iu.test(text));
    if (kind && /^(?:for|to|that|of)$/iu.test(after?.text ?? '')) return none && kind === 'planned' ? 'cancelled' : kind;
  }
  return null;
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
