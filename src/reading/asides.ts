import type { TaggedWord } from '../language/parts-of-speech.ts';
import { hasClause, isFiniteAt } from './finite.ts';

/** Openers of what a sentence concedes. */
const CONCESSION = /^(?:although|though|whereas|despite|notwithstanding|albeit)$/iu;
const RELATIVE = /^(?:who|whom|whose|which|where)$/iu;
const STOP = /^[,–—-]$|^--$/u;
/** Words and phrases in front that tie a sentence to the one before and state nothing. */
const FRAMING = /^(?:however|meanwhile|moreover|furthermore|nevertheless|nonetheless|instead|still|also|indeed|besides|likewise|similarly|conversely|consequently|therefore|thus|hence|accordingly|otherwise|additionally|overall|in response|in turn|in addition|in contrast|by contrast|in fact|in other words|in any case|in short|in particular|for example|for instance|for his part|for her part|for their part|of course|as a result|at the same time|on the other hand|on the one hand|after all|then again|even so|that said|to be sure|as usual|in the meantime|separately|elsewhere)$/iu; // prettier-ignore

/**
 * A clause without its framing ("In response, …"), its concessions ("although …", "despite …") and the relative clauses
 * that commas or dashes set off ("Jo, who was late, left"). A relative clause without commas is part of its noun.
 */
export function cutAsides(words: readonly TaggedWord[]): readonly TaggedWord[] {
  return cutRelatives(cutConcessions(cutFraming(words)));
}

function cutFraming(words: readonly TaggedWord[]): readonly TaggedWord[] {
  const comma = words.slice(0, 6).findIndex((word) => word.text === ',');
  if (comma < 1) return words;
  const front = words.slice(0, comma).map((word) => word.text);
  return FRAMING.test(front.join(' ')) ? words.slice(comma + 1) : words;
}

function cutConcessions(words: readonly TaggedWord[]): readonly TaggedWord[] {
  const at = words.findIndex((word, i) => concedes(words, i) && (i === 0 || STOP.test(words[i - 1]?.text ?? '') || /^(?:although|though|despite)$/iu.test(word.text))); // prettier-ignore
  if (at < 0) return words;
  if (at > 0 && hasClause(words.slice(0, at))) return words.slice(0, at);
  // In front, or between subject and verb: the main clause goes on behind a comma or dash.
  for (let i = at + 1; i < words.length; i++) {
    if (!STOP.test(words[i]?.text ?? '')) continue;
    const rest = words.slice(i + 1);
    const begins = at === 0 ? hasClause(rest) && !RELATIVE.test(rest[0]?.text ?? '') && !goesOn(rest) : resumes(words, i + 1); // prettier-ignore
    if (begins) return [...words.slice(0, at), ...cutConcessions(rest)];
  }
  return at === 0 ? [] : words;
}

/** "In spite of" and "even though" too; "while" only where it opens the sentence: "while he slept" is a time. */
function concedes(words: readonly TaggedWord[], at: number): boolean {
  const text = words[at]?.text ?? '';
  if (CONCESSION.test(text)) return words[at - 1]?.text.toLowerCase() !== 'as';
  if (/^in$/iu.test(text)) return /^spite$/iu.test(words[at + 1]?.text ?? '');
  return (
    at === 0 && (/^while$/iu.test(text) || (/^even$/iu.test(text) && /^(?:though|if)$/iu.test(words[1]?.text ?? '')))
  );
}

/** A list or a second concession goes on, the main clause has not begun. */
function goesOn(rest: readonly TaggedWord[]): boolean {
  return rest[0]?.pos === 'CCONJ';
}

function cutRelatives(words: readonly TaggedWord[]): readonly TaggedWord[] {
  const at = words.findIndex((_, i) => i > 0 && STOP.test(words[i - 1]?.text ?? '') && opensRelative(words, i));
  if (at < 0) return words;
  const before = words.slice(0, at - 1);
  const dash = words[at - 1]?.text !== ',';
  for (let i = at + 1; i < words.length; i++) {
    const text = words[i]?.text ?? '';
    if (dash ? text !== words[at - 1]?.text : text !== ',') continue;
    if (dash || resumes(words, i + 1)) return [...before, ...cutRelatives(words.slice(i + 1))];
  }
  return hasClause(before) ? before : words;
}

/** ", who was late", ", some of whom left", ", in which he fell". */
function opensRelative(words: readonly TaggedWord[], at: number): boolean {
  return words.slice(at, at + 4).some((word, k) => RELATIVE.test(word.text) && words.slice(at, at + k).every((one) => ['ADP', 'DET', 'NUM', 'ADJ', 'PRON', 'NOUN'].includes(one.pos))); // prettier-ignore
}

/** The main clause goes on with its verb: "Jo, who was late, *finally left*". */
function resumes(words: readonly TaggedWord[], from: number): boolean {
  let i = from;
  while (words[i]?.pos === 'ADV') i++;
  return isFiniteAt(words, i) || (words[i]?.pos === 'VERB' && !(words[i]?.text ?? '').endsWith('ing'));
}
