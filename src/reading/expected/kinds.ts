import { headKind } from '../../language/heads.ts';
import type { TaggedWord } from '../../language/parts-of-speech.ts';
import { readVerbGroup } from '../factuality/verb-group.ts';
import type { Act } from '../reading.ts';
import type { EventKind } from './ahead-words.ts';
import type { MainVerb } from './main-verb.ts';
import type { Telling } from './telling.ts';

export function isForecast(act: Act | null): boolean {
  return act === 'predict' || act === 'expect';
}

export function isVolitional(act: Act | null): boolean {
  return act === 'promise' || act === 'plan' || act === 'announce';
}

/** Acts that put an infinitive ahead: "vowed to open", "is expected to open". */
export function isCommitted(act: Act | null): boolean {
  return isForecast(act) || isVolitional(act) || act === 'threaten';
}

export function kindOfAct(act: Act | null): EventKind {
  if (act === 'promise') return 'promised';
  if (act === 'threaten') return 'threatened';
  if (act === 'plan' || act === 'announce') return 'planned';
  return 'expected';
}

const CHANCE = /^(?:win|lose|die|fall|rise|happen|be|have|get|become|grow|drop|come|fail|succeed|face|see|survive|suffer|remain|continue|last)$/iu; // prettier-ignore

/** What people say that they will do is promised; what befalls is expected. */
export function kindOfWill(words: readonly TaggedWord[], main: MainVerb, { act, own }: Pick<Telling, 'act' | 'own'>): EventKind {
  const kind = kindOfAct(act);
  if (own) return kind;
  if (kind !== 'expected' || isForecast(act) || act === 'warn' || act === 'believe' || act === 'report') return kind;
  const subject = main.subject.findLast((word) => /^(?:NOUN|PROPN|PRON)$/u.test(word.pos));
  const passive = readVerbGroup(words, main.at).passive;
  return subject !== undefined && isAgent(subject) && !passive && !CHANCE.test(words[main.at]?.text ?? '') ? 'promised' : kind;
}

const ACTORS = new Set(['unnamed', 'role', 'people', 'government', 'organization', 'outlet']);

/** Whether a subject decides what it does: by name or pronoun, or by a noun of people or bodies ("officials", "the firm"). */
export function isActor(word: TaggedWord): boolean {
  if (isAgent(word)) return true;
  const noun = word.text.toLowerCase();
  const kind = headKind(noun) ?? headKind(noun.replace(/s$/u, ''));
  return word.pos === 'NOUN' && (/^(?:country|countries|nations?|states?|city|campaign)$/u.test(noun) || (kind !== null && ACTORS.has(kind)));
}

export function isAgent(word: TaggedWord): boolean {
  return word.pos === 'PROPN' || /^(?:I|he|she|we|they)$/iu.test(word.text);
}
