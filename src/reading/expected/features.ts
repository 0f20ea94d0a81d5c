import type { TaggedWord } from '../../language/parts-of-speech.ts';
import { NOT, readVerbGroup } from '../factuality/verb-group.ts';
import type { Act } from '../reading.ts';
import { aheadKind, type EventKind } from './ahead-words.ts';
import { findMainVerb, type MainVerb } from './main-verb.ts';
import { findModalClauses, plainClassOf } from './modal-clauses.ts';

/** What of a telling is weighed: its content's first two sentences, its cue, and what the rules made of it. */
export interface Weighed {
  readonly sentences: readonly (readonly TaggedWord[])[];
  readonly cue: string;
  readonly act: Act | null;
  /** What the rules say: a kind, or null. */
  readonly rule: EventKind | null;
  readonly timeAhead: boolean;
  readonly direct: boolean;
  /** What content and cue mean, as vectors of length 1; null: not known. */
  readonly sense: { readonly content: Float32Array | null; readonly cue: Float32Array | null };
}

const MODAL = /^(?:will|wo|['’]ll|would|['’]d|could|may|might|can|ca|should|must|shall)$/iu;
const FAMILY: Readonly<Record<string, string>> = { wo: 'will', "'ll": 'will', '’ll': 'will', shall: 'will', "'d": 'would', '’d': 'would', might: 'may', ca: 'can' }; // prettier-ignore
const PAST = /(?:ed|said|told|made|thought|knew|gave|spoke|put|was|were|had|felt|saw|sent|held|kept|meant|won|lost|went|came|took|got|found|became|began|left|ran|did)$/iu;
const QUOTE = /^(?:["“”‘’']|''|``)$/u;
/** Near enough to a content's opening to be about its main clause. */
const EARLY = 9;

/** Names of binary features; the head of models/expected.json weighs them (train/expected). */
export function namesOfContent({ sentences, cue, act, rule, timeAhead, direct }: Omit<Weighed, 'sense'>): readonly string[] {
  const [words = [], second = []] = sentences;
  const main = findMainVerb(words);
  const modal = firstModal(words);
  const names = [
    `rule:${rule ?? 'none'}`,
    ...(rule === null ? [] : ['rule']),
    `act:${act ?? 'none'}`,
    ...namesOfCue(cue),
    ...(main ? namesOfMain(words, main) : ['verbless']),
    ...new Set(words.flatMap((word, i) => namesOfWord(words, word, i))),
    ...namesOfOpening(words),
    ...namesOfModals(words, act, direct, main),
    ...(timeAhead ? ['time'] : []),
    ...(direct ? ['direct'] : []),
    ...(sentences.length > 1 ? ['long'] : []),
    ...(second.some(({ text }) => /^(?:will|wo|['’]ll|going)$/iu.test(text)) ? ['then:will'] : []),
  ];
  if (modal === null) return names;
  return [...names, `first:${modal}`, `first:${modal}:${act ?? 'none'}`, `first:${modal}:${direct ? 'direct' : 'told'}`, `first:${modal}:${rule === null ? 'no' : 'rule'}`]; // prettier-ignore
}

function namesOfModals(words: readonly TaggedWord[], act: Act | null, direct: boolean, main: MainVerb | null): readonly string[] {
  const clauses = findModalClauses(words);
  return clauses.slice(0, 3).flatMap(({ family, at, opener, subject, verb, negated }, k) => {
    const place = k === 0 ? 'm1' : 'm2';
    const modal = `${place}:${family}`;
    const hangs = opener === null ? 'free' : /^(?:if|unless)$/u.test(opener) ? 'if' : /^wh|^how/u.test(opener) ? 'wh' : 'hung';
    const marks = words.slice(0, at).filter(({ text }) => QUOTE.test(text)).length;
    const top = main !== null && at <= main.at + 1 ? 'top' : at < 12 ? 'near' : 'far';
    return [
      ...[modal, `${modal}:${hangs}`, `${modal}:${verb}`, `${modal}:${subject}`, `${modal}:${top}`, `${place}:${verb}`, `${place}:${hangs}`],
      ...(k === 0 ? [`${modal}:${act ?? 'none'}`, `${modal}:${direct ? 'direct' : 'told'}`, `${modal}:${hangs}:${top}`, `${modal}:${subject}:${verb}`] : []),
      ...(negated ? [`${modal}:not`] : []),
      ...(marks > (direct ? 1 : 0) ? [`${place}:marks`, `${place}:marks:${direct ? 'direct' : 'told'}`] : []),
    ];
  });
}

function firstModal(words: readonly TaggedWord[]): string | null {
  const at = words.findIndex((word, i) => MODAL.test(word.text) || isGoing(words, i));
  if (at < 0 || at > EARLY + 6) return null;
  const text = words[at]?.text.toLowerCase() ?? '';
  return text === 'going' ? text : (FAMILY[text] ?? text);
}

function isGoing(words: readonly TaggedWord[], at: number): boolean {
  return /^(?:going|gonna)$/iu.test(words[at]?.text ?? '') && (words[at + 1]?.text === 'to' || /^gonna$/iu.test(words[at]?.text ?? '')); // prettier-ignore
}

function namesOfCue(cue: string): readonly string[] {
  const words = cue.split(/\s+/u).filter((word) => word !== '');
  const ahead = words.flatMap((word) => aheadKind(word, 'verb') ?? aheadKind(word, 'noun') ?? aheadKind(word, 'adj') ?? []);
  const modal = words.find((word) => MODAL.test(word))?.toLowerCase();
  return [
    ...new Set(ahead.map((kind) => `cue:${kind}`)),
    ...(ahead.length > 0 ? ['cue:ahead'] : []),
    ...(modal === undefined ? [] : [`cue:${FAMILY[modal] ?? modal}`]),
    ...(/\bto$/iu.test(cue) ? ['cue:to'] : []),
    ...(words.some((word) => PAST.test(word)) ? ['cue:past'] : []),
    ...(words.some((word) => NOT.test(word) || /n[’']t$/iu.test(word)) ? ['cue:not'] : []),
    ...(words.length > 2 ? ['cue:long'] : []),
  ];
}

function namesOfMain(words: readonly TaggedWord[], main: MainVerb): readonly string[] {
  const group = readVerbGroup(words, main.at);
  const verb = words[main.at]?.text.toLowerCase() ?? '';
  const tense = group.modal ?? (group.perfect ? 'perfect' : PAST.test(words[main.from]?.text ?? '') ? 'past' : verb.endsWith('ing') ? 'ing' : 'present'); // prettier-ignore
  const subject = plainClassOf(main.subject);
  const kind = aheadKind(verb, 'verb');
  return [
    `main:${tense}`,
    `subject:${subject}`,
    `subject:${subject}:${tense}`,
    ...(main.infinitive ? ['main:to'] : []),
    ...(group.negated ? ['main:not', `main:not:${tense}`] : []),
    ...(group.passive ? ['main:passive', `main:passive:${tense}`] : []),
    ...(/^(?:be|have|need|is|are|was|were|has|had)$/u.test(verb) ? [`verb:${verb}`, `verb:state:${tense}`] : []),
    ...(kind === null ? [] : ['verb:ahead', `verb:ahead:${tense}`]),
  ];
}

function namesOfWord(words: readonly TaggedWord[], word: TaggedWord, at: number): readonly string[] {
  const text = word.text.toLowerCase();
  const near = at <= EARLY ? 'early' : 'late';
  if (isGoing(words, at)) return ['has:going', `${near}:going`];
  if (MODAL.test(text)) {
    const family = FAMILY[text] ?? text;
    const perfect = words.slice(at + 1, at + 4).some(({ text: next }) => /^(?:have|['’]ve)$/iu.test(next));
    return [`has:${family}`, `${near}:${family}`, ...(perfect ? ['has:would-have'] : [])];
  }
  if (/^(?:if|unless|whether|when|how|why|what|who|always|never|every|any|more|likely|next|until|able)$/u.test(text)) return [`has:${text}`]; // prettier-ignore
  if (text === '?') return ['has:question'];
  if (/^(?:have|need)$/u.test(text) && words[at + 1]?.text === 'to') return ['has:duty'];
  const verb = word.pos === 'VERB' ? aheadKind(text, 'verb') : null;
  const noun = word.pos === 'NOUN' ? aheadKind(text, 'noun') : null;
  return [
    ...(verb === null ? [] : [`has:verb:${verb}`]),
    ...(noun === null ? [] : [`has:noun:${noun}`]),
    ...(/^(?:november|tuesday|monday|sunday|wednesday|thursday|friday|saturday|2017|week|month|july|summer|fall|election|convention|debate)$/u.test(text) ? ['has:date'] : []), // prettier-ignore
  ];
}

function namesOfOpening(words: readonly TaggedWord[]): readonly string[] {
  const first = words.find(({ pos }) => pos !== 'PUNCT');
  if (!first) return [];
  const text = first.text.toLowerCase();
  return [
    `opens:${first.pos}`,
    ...(text === 'to' || text === 'that' || /^wh|^how|^if$/u.test(text) ? [`opens:${/^wh|^how/u.test(text) ? 'wh' : text}`] : []),
    ...(text.endsWith('ing') ? ['opens:ing'] : []),
    ...(words.length < 6 ? ['short'] : []),
  ];
}
