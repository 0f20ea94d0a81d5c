import type { Range } from '../spans.ts';

// prettier-ignore
const AHEAD = new Set('will ll shall would could may might can should won upcoming scheduled slated due expected set planned poised plans plan planning aim aims hope hopes hoping intend intends expect expects anticipate anticipates wants going likely until till deadline looming begins starts opens ends expires meets faces kicks arrives convenes reconvenes gathers airs premieres debuts resumes heads holds closes concludes returns hosts votes takes goes runs comes visits travels plays departs launches vowed pledged promised'.split(' '));
// prettier-ignore
const BEHIND = new Set('said told was were had did went came made took met won lost fell rose began gave got left held saw found became wrote spoke sent led struck hit cut put shot ran chose drove dealt withdrew shook stole wore tore swung slid stuck sang swore bore hid rode quit dug hung froze blew arose overcame undertook brought bought sold paid kept thought knew broke grew drew flew threw set up stood sat spent built taught caught fought sought felt heard read showed shown dropped been has have since grew sank sprang swept shut ago earlier'.split(' ').filter((word) => word !== 'set' && word !== 'up' && word !== 'has' && word !== 'have'));
const REPORTS =
  /^(?:said|told|announced|reported|added|warned|confirmed|stated|wrote|predicted|insisted|explained|noted|claimed|believed|hinted|suggested|revealed|says)$/u;
const NO_PAST =
  /^(?:need|indeed|hundred|united|red|bed|speed|feed|seed|breed|shed|wed|fred|ted|alfred|mohammed|ahmed|hamed|allied|armed|based|led|kindred|sacred|naked|wicked|advanced|limited|unlimited|proposed|planned)$/u;

/** How far the eye goes for a verb, in words, and in units: no more of a long sentence is cut into words. */
const FAR = 22;
const NEAR = 300;

/** `either`: only that it comes "before" something, which may be ahead or gone by. */
export type Direction = 'past' | 'future' | 'either';

/**
 * Whether the sentence puts the time at `range` ahead or behind: by the nearest verb before it, else after it. A verb of
 * telling that does not touch it ("officials said the talks on Friday will …") gives way to one that follows.
 */
export function readDirection(text: string, sentence: Range, range: Range): Direction | null {
  const before = words(text, Math.max(sentence.start, range.start - NEAR), range.start);
  const after = words(text, range.end, Math.min(sentence.end, range.end + NEAR)).slice(0, FAR);
  // oil "for May delivery" is still to come, however the market did
  if (/^(?:delivery|futures|contracts?)$/u.test(after[0] ?? '')) return 'future';
  const left = nearest(before.slice(-FAR).reverse(), true);
  if (OWNER.test(text.slice(range.end, range.end + 3))) return readOwned(left, after);
  const opens = OPENS_CLAUSE.test(text.slice(Math.max(sentence.start, range.start - 24), range.start));
  const holds = left && !(left.reports && left.distance > 1 && after[0] !== 'that');
  if (!opens && holds) return left.way;
  const right = nearest(after, false);
  if (opens && right && right.distance < 6) return right.way;
  if (holds) return left.way;
  if (left) return right?.way === 'future' && right.distance < 12 ? 'future' : left.way;
  return right?.way ?? null;
}

const OWNER = /^['’]s?\s/u;
/** "…, and in November they …": what follows tells the time of this clause, and what precedes that of another. */
const OPENS_CLAUSE = /[,;:—–]\s+(?:(?:and|but|or|so|while|then|which)\s+)?(?:(?:in|on|by|at|late|early)\s+)?$/u;

/** "Friday's attack" was; "Tuesday's vote", "a push into Tuesday's race" is the nearer one, unless it "will". */
function readOwned(left: Cue | null, after: readonly string[]): Direction {
  if (after.slice(1, 6).some((word) => /^(?:will|would)$/u.test(word)))
    return left?.reports === true ? 'either' : 'future';
  return left?.way === 'either' || left?.way === 'future' || after.slice(1, 5).some((word) => EVENT.test(word)) ? 'either' : 'past'; // prettier-ignore
}

/** Words inside a sentence that begin with a capital are names, no verbs ("Mohamed", "May 7"): they keep their capital. */
function words(text: string, start: number, end: number): string[] {
  return text.slice(start, end).match(/[\p{L}]+|;/gu) ?? [];
}

interface Cue {
  readonly way: Direction;
  readonly distance: number;
  readonly reports: boolean;
}

/** `backwards`: the list runs from the expression to the left. */
function nearest(list: readonly string[], backwards: boolean): Cue | null {
  for (let i = 0; i < list.length; i++) {
    const word = i === list.length - 1 && backwards ? (list[i] ?? '').toLowerCase() : (list[i] ?? '');
    const prior = list[backwards ? i + 1 : i - 1] ?? '';
    const next = list[backwards ? i - 1 : i + 1] ?? '';
    if (word === ';') return null;
    if (i === 0 && backwards && /^(?:until|till)$/u.test(word)) return { way: 'future', distance: 0, reports: false };
    if (i === 0 && backwards && word === 'since') return { way: 'past', distance: 0, reports: false };
    if (backwards && isBefore(list, i)) return { way: 'either', distance: i, reports: false };
    const cue = wayOf(word, prior, next);
    if (cue === 'future' && !backwards && i > 3 && next.endsWith('ing')) continue;
    if (cue) return { way: cue, distance: i, reports: REPORTS.test(word) };
  }
  return null;
}

/** "before Monday's vote", "ahead of the debate on Monday"; not "before a committee on Monday", "two days before". */
function isBefore(list: readonly string[], i: number): boolean {
  if (i > 6) return false;
  if (list[i] === 'ahead') return list[i - 1] === 'of';
  return (
    list[i] === 'before' &&
    !/^(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|just|shortly)$/u.test(list[i + 1] ?? '') &&
    (i < 2 || list.slice(0, i).some((word) => EVENT.test(word)))
  );
}

const EVENT =
  /^(?:caucus(?:es)?|votes?|elections?|games?|match|summit|meeting|hearing|trial|ballot|referendum|debate|deadline|launch|conference|primary|primaries|convention|inauguration|speech|talks|kickoff|opening|start|end)$/u;

function wayOf(word: string, prior: string, next: string): 'past' | 'future' | null {
  if (AHEAD.has(word)) {
    if (next === 'have' && /^(?:would|could|may|might|should)$/u.test(word)) return 'past';
    if (/^(?:expected|planned|scheduled|promised)$/u.test(word) && /^(?:than|as)$/u.test(prior)) return null;
    if (word === 'may' && next === '') return null;
    // "the party won" has the letters of "won't", "set off" those of "is set to", "due to rain" those of "due to open"
    if (word === 'won') return next === 't' ? 'future' : 'past';
    if (word === 'set')
      return next === 'to' || next === 'for' || /^(?:is|are|was|were|been)$/u.test(prior) ? 'future' : 'past';
    if (word === 'due' && !/^(?:is|are|was|were|been|originally)$/u.test(prior)) return null;
    return 'future';
  }
  if (/^(?:is|are|am|s|re)$/u.test(word) && next.endsWith('ing') && next.length > 5) return 'future';
  if (/^(?:is|are)$/u.test(word) && next === 'to') return 'future';
  if (
    word === 'to' &&
    /^(?:agreed|decided|ready|refused|prepared|preparing|invited|called|ordered|vote|voted|bid)$/u.test(prior) &&
    next !== 'the'
  )
    return 'future';
  // "will shut", "to set": the same form is no past after these
  if (BEHIND.has(word))
    return /^(?:be|to|will|would|may|might|could|should|can|must|not|ll)$/u.test(prior) ? null : 'past';
  if (word.length > 3 && word.endsWith('ed') && !NO_PAST.test(word))
    return /^(?:be|to|will|would|may|might|could)$/u.test(prior) ? null : 'past';
  return null;
}
