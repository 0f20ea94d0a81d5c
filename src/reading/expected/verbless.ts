import type { TaggedWord } from '../../language/parts-of-speech.ts';
import { isIng } from '../factuality/verb-group.ts';
import { aheadKind, type EventKind } from './ahead-words.ts';
import { isForecast, isVolitional, kindOfAct } from './kinds.ts';
import type { Telling } from './telling.ts';

/** How far into a content its head noun is looked for, in words. */
const HEAD = 12;
const ANNOUNCED = /^(?:planned|scheduled|upcoming|looming|forthcoming|impending|expected|threatened|proposed)$/iu;

/** "promised a wall", "is considering filing": a content without a clause takes its sense from its cue, else its noun. */
export function judgeVerbless(words: readonly TaggedWord[], telling: Telling): EventKind | null {
  if (telling.tried || words.length > 25) return null;
  const first = words.find((word) => word.pos !== 'PUNCT');
  if (telling.act === 'promise' || telling.act === 'threaten' || telling.act === 'predict') return kindOfAct(telling.act);
  if (isIng(first?.text ?? '')) return telling.act === 'plan' || telling.act === 'expect' ? kindOfAct(telling.act) : null;
  if (telling.timeAhead && (telling.act === 'announce' || telling.act === 'plan' || telling.act === 'expect')) return kindOfAct(telling.act); // prettier-ignore
  return judgeNoun(words, telling);
}

/** "his plans for the pier", "a pledge to curb fishing", "a meeting next week", "the planned visit". */
export function judgeNoun(words: readonly TaggedWord[], telling: Telling): EventKind | null {
  for (const [i, word] of words.slice(0, HEAD).entries()) {
    if (/^(?:VERB|AUX|SCONJ)$/u.test(word.pos) && !ANNOUNCED.test(word.text)) return null;
    if (word.pos !== 'NOUN') continue;
    const kind = aheadKind(word.text, 'noun');
    if (kind !== null && kind !== 'possible' && telling.act !== null && leadsOn(words, i, kind)) return kind;
    if (aheadKind(word.text, 'event') === null || words[i + 1]?.pos === 'NOUN') continue;
    if (i < 6 && (isVolitional(telling.act) || isForecast(telling.act))) return kindOfAct(telling.act);
    if (telling.timeAhead || words.slice(Math.max(0, i - 3), i).some(({ text }) => ANNOUNCED.test(text))) return 'scheduled';
  }
  return null;
}

/** "a pledge to curb fishing", "plans for the pier"; "a commitment to civil rights" is a stance. */
function leadsOn(words: readonly TaggedWord[], noun: number, kind: EventKind): boolean {
  const [after, next] = [words[noun + 1], words[noun + 2]];
  if (after?.text === 'for') return kind === 'planned';
  return after?.text === 'to' && next?.pos === 'VERB';
}
