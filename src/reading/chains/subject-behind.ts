import { makeSpan, type Span } from '../../base/span.ts';
import type { Range } from '../../language/spans.ts';
import { isNamed } from './referents.ts';
import { anchorOf, sentenceAround, startOf, type Setting, type Told } from './setting.ts';
import { describeSpeaker } from './speakers.ts';

/** A passive verb, by its last word. */
const PASSIVE = /(?:ed|en|wn|told|said|made|held|put|set|sent|built|led|won)$/u;
/** "by the Harbour Committee", "by Ada Holm". */
const AGENT =
  /^ by ((?:the |an? )?(?:\p{Ll}+ ){0,2}\p{Lu}[\p{L}.’'-]*(?: (?:of |for |and )?(?:the )?\p{Lu}[\p{L}.’'-]*){0,6}(?: \p{Ll}+s)?)(?=[,.;:”"]| \(| (?:on|in|at|to|and|last|this|that|who|which|as|for|after|before|earlier)\b|$)/u;

/** Who does it, behind a passive: "a transcript was released by the Harbour Committee"; null for other cues. */
export function agentBehind({ text }: Setting, { cue }: Told): Span | null {
  const last = cue.at(-1);
  if (!last || !PASSIVE.test(text.slice(last.start, last.end))) return null;
  const agent = AGENT.exec(text.slice(last.end, last.end + 120))?.[1]?.trim();
  if (agent === undefined) return null;
  const { kind } = describeSpeaker(agent);
  if (!/^(?:person|unnamed|organization|government|outlet)$/u.test(kind)) return null;
  return makeSpan(text, last.end + 4, last.end + 4 + agent.length);
}

/** What stands between a sentence's beginning and a participle whose subject comes behind: "A day after", "While", "". */
const FRONTED = /^\W*(?:(?:(?:a|an|one|two|three|several|just|only) )*(?:minutes?|hours?|days?|weeks?|months?|years?) )?(?:after|before|while|since|when|by|upon|despite|besides|without|in|on)?\s?(?:\p{Ll}+ly )?$/iu; // prettier-ignore
const PARTICIPLE = /^(?:\p{Ll}+ly )?(?:\p{L}+ing|fed up)\b/iu;
/** How far behind the participle its subject may stand, in UTF-16 units. */
const REACH = 300;

/**
 * The subject of the main clause, behind a participle that opens the sentence: "After announcing a new crew, Holm said …";
 * the source of the next telling there, or the name right behind a comma.
 */
export function subjectBehind({ text, entities, sentences, tellings }: Setting, told: Told, cue: Range): Span | null {
  const sentence = sentenceAround(sentences, anchorOf(told));
  if (!FRONTED.test(text.slice(sentence.start, cue.start)) || !PARTICIPLE.test(text.slice(cue.start, cue.end)))
    return null;
  const until = Math.min(sentence.end, cue.end + REACH);
  const isAhead = ({ start }: Range): boolean => start > cue.end && start < until && /,["”’]? $/u.test(text.slice(start - 3, start)); // prettier-ignore
  const next = tellings.filter((one) => one !== told && startOf(one) > cue.start).flatMap(({ source }) => source.filter(isAhead))[0]; // prettier-ignore
  const named = entities.filter((one) => one.kind !== 'place' && isNamed(one)).flatMap(({ mentions }) => mentions.filter((one) => isAhead(one) && one.why.includes('name'))); // prettier-ignore
  const first = [...(next ? [next] : []), ...named].sort((a, b) => a.start - b.start)[0];
  return first ? makeSpan(text, first.start, first.end) : null;
}
