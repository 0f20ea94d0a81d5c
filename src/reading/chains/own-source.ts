import { makeSpan, type Span } from '../../base/span.ts';
import { headKind } from '../../language/heads.ts';
import { headNoun, headPhrase } from './phrases.ts';
import { anchorOf, isInside, sentenceAround, type Setting, type Told } from './setting.ts';

const CITING =
  /\b(?:citing|quoting|(?:who|which|and|it|he|she|they) (?:also )?(?:cites?|cited|quotes?|quoted)|based on|relying on|on the basis of|drawing on|having (?:seen|read|reviewed|obtained))\s+/giu;
const ACCORDING = /\b(?:according to|as (?:stated|shown|set out|recorded|described) (?:in|by))\s+/giu;
/** Where the phrase behind it ends: punctuation, a new verb of telling, a clause. */
const PHRASE = /^(?:[^,.;:()\n“”"–—]|\.(?=\p{L})|(?<=\b(?:Mr|Mrs|Ms|Dr|U\.S|St|Gen|Sen|Rep|Gov))\.)+/u;

export interface OwnSource {
  /** `behind`: whence the speaker has it ("citing intelligence"); `before`: who tells of the speaker ("according to"). */
  readonly side: 'behind' | 'before';
  readonly span: Span;
}

/**
 * On whose word the speaker tells it, in the same sentence and outside what is told: "Citing intelligence data, Holm
 * warned", "the mayor said, according to a transcript". What is cited must be able to tell: "citing safety concerns"
 * gives a reason.
 */
export function findOwnSource(setting: Setting, told: Told): OwnSource | null {
  if (told.source.length === 0) return null;
  const { text } = setting;
  const sentence = sentenceAround(setting.sentences, anchorOf(told));
  return readBehind(setting, told, sentence.start, text.slice(sentence.start, sentence.end));
}

function readBehind(setting: Setting, told: Told, from: number, sentence: string): OwnSource | null {
  for (const [side, pattern] of [
    ['behind', CITING],
    ['before', ACCORDING],
  ] as const) {
    // prettier-ignore
    for (const match of sentence.matchAll(pattern)) {
      const start = from + match.index + match[0].length;
      const phrase = PHRASE.exec(sentence.slice(match.index + match[0].length))?.[0].trimEnd() ?? '';
      const wording = phrase.replace(/\s+(?:that|as (?:the|its|his|her|their)|said|says|warned|reported)\s.*$/u, '');
      // "its own website" belongs to whom the content speaks of.
      if (side === 'before' && /^(?:its|his|her|their)\b/iu.test(wording)) continue;
      if (wording === '' || !canTell(wording)) continue;
      if (side === 'behind' && isAnothers(setting, told, from, start)) continue;
      if (isInside(start, setting.quotations) || isInside(start, told.content) || isInside(start, told.source) || isTakenByOther(setting, told, start)) continue;
      return { side, span: makeSpan(setting.text, start, start + wording.length) };
    }
  }
  return null;
}

/** The source of another attribution in the sentence: "Holm said A and, according to Finn, B". */
function isTakenByOther(setting: Setting, told: Told, at: number): boolean {
  return setting.tellings.some((other) => other !== told && isInside(at, other.source) && !sharesContent(other, told));
}

/** "Holm predicted a landslide based on early results that prompted Finn to speak of defeat": Holm has them, not Finn. */
function isAnothers({ tellings }: Setting, told: Told, from: number, at: number): boolean {
  if (anchorOf(told).start < at) return false;
  return tellings.some((other) => other !== told && other.cue.length > 0 && anchorOf(other).start >= from && anchorOf(other).end <= at); // prettier-ignore
}

function sharesContent(a: Told, b: Told): boolean {
  return a.content.some((part) => isInside(part.start, b.content)) || b.content.some((part) => isInside(part.start, a.content)); // prettier-ignore
}

const TELLERS: ReadonlySet<string | null> = new Set(['unnamed', 'people', 'document', 'observation', 'poll', 'social', 'outlet', 'government', 'organization', 'role']); // prettier-ignore

function canTell(wording: string): boolean {
  const head = headPhrase(wording);
  if (/^(?:the )?(?:need|fact|lack|law|laws|rules|policy|plan|order|act|right|rights|will|control|history|business|security|defen[cs]e)$/iu.test(head)) return false; // prettier-ignore
  if (/\s(?:concerns?|reasons?|fears?|costs?|problems?|issues?|charges?|allegations?|accusations?|claims?|matters|obligations?|commitments?|conflicts?|pressures?|circumstances|risks?|examples?|privacy|safety|security|demand|weather|conditions)$/iu.test(head)) return false; // prettier-ignore
  if (TELLERS.has(headKind(headNoun(head)))) return true;
  // "Holm’s proposed ban" is a thing of Holm's.
  return /^(?:the |an? )?\p{Lu}/u.test(head) && !/['’]s?\s/u.test(head);
}
