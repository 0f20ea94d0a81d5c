import { tagWords } from '../../language/parts-of-speech.ts';
import type { Reading } from '../../reading/reading.ts';
import type { Appearance } from '../appearances.ts';
import type { Cluster } from '../denials.ts';
import { keyOfOutlet, traceChain } from '../origins/trace.ts';
import { describePart } from '../propositions/proposition.ts';
import { scorePair } from '../same-claim/score.ts';

/** A notice that takes something back, with the claim that it takes back. */
export interface Retraction {
  readonly kind: 'corrected' | 'withdrawn';
  /** Key of the report in which the notice stands. */
  readonly report: string;
  /** Key of the outlet whose word is taken back; null: not known. */
  readonly outlet: string | null;
  readonly notice: string;
}

/** “An earlier version said that 240 would go.”, “This article incorrectly stated that …” */
const CORRECTED = /(?:\b(?:an? |the |our )?(?:earlier|previous|original|first) versions?\b[^.\n]{0,60}?|\b(?:this|the|our|an? (?:earlier )?)(?: \w+)? ?(?:article|story|report|column|post|headline)\b[^.\n]{0,40}?\b(?:incorrectly|mistakenly|wrongly|erroneously)\b[^.\n]{0,20}?|\b(?:incorrectly|mistakenly|wrongly|erroneously) )(?:said|stated|reported|gave|claimed|suggested|described|attributed|named|identified)(?: that)? (?<wrong>[^\n]+?)(?=[.](?:\s|$)|\n|$)/iu; // prettier-ignore
/** “On 9 October Northlight News reported that … We withdraw that report.” */
const WITHDRAWN = /\b(?:reported|wrote|said|published)(?: a (?:story|report|article)(?: saying)?)?,? that (?<wrong>[^\n]+?)[.]\s[^.\n]{0,80}\b(?:withdraws?|withdrew|retracts?|retracted|takes? back|took back|ha(?:s|ve) been (?:withdrawn|retracted))\b[^.\n]{0,60}/iu; // prettier-ignore
/** “The Post retracted its report that …” */
const RETRACTS = /\b(?:withdr(?:aws?|ew|awn)|retract(?:s|ed|ing)?|t(?:akes?|ook) back)\b (?:its|the|our|his|her|their|that|a)(?: \w+){0,2} (?:report|story|article|claim|statement)s?,? (?:that|saying|claiming|which said)(?: that)? (?<wrong>[^\n]+?)(?=[.](?:\s|$)|\n|$)/iu; // prettier-ignore

const NOTICES = [
  { kind: 'corrected', pattern: CORRECTED },
  { kind: 'withdrawn', pattern: WITHDRAWN },
  { kind: 'withdrawn', pattern: RETRACTS },
] as const;

/** Chance from which a claim is what a notice takes back. */
const SAME = 0.35;
const LONGEST_NOTICE = 240;

/** Notices of correction and withdrawal in the readings, by the id of the claim that each takes back. */
export function findRetractions(
  readings: ReadonlyMap<string, Reading>,
  clusters: readonly Cluster[],
): ReadonlyMap<string, readonly Retraction[]> {
  const found = new Map<string, Retraction[]>();
  for (const [report, reading] of readings)
    for (const { kind, pattern } of NOTICES) {
      const match = pattern.exec(reading.report.text);
      const wrong = match?.groups?.wrong;
      if (match === null || wrong === undefined) continue;
      const start = match.index + match[0].lastIndexOf(wrong);
      const claim = findClaim(reading, report, { start, end: start + wrong.length }, clusters);
      if (claim === null) continue;
      const { outlet } = reading.report;
      const notice = match[0].replace(/\s+/gu, ' ').trim().slice(0, LONGEST_NOTICE);
      found.set(claim, [...(found.get(claim) ?? []), { kind, report, outlet: outlet === null ? null : keyOfOutlet(outlet), notice }]); // prettier-ignore
    }
  return found;
}

/** Of the claims that say what is taken back the nearest, one that this or another report of the outlet carried first. */
function findClaim(
  reading: Reading,
  report: string,
  place: { readonly start: number; readonly end: number },
  clusters: readonly Cluster[],
): string | null {
  const { text, outlet } = reading.report;
  const times = reading.times.map(({ start, end, text: words, type, value, edtf }) => ({ start, end, text: words, type, value, edtf })); // prettier-ignore
  const said = describePart(reading, text, { when: times, polarity: 'affirmed' }, { ranges: [place], words: tagWords(text.slice(place.start, place.end), place.start), shared: [], price: false }); // prettier-ignore
  const key = outlet === null ? null : keyOfOutlet(outlet);
  const scored = clusters.map(({ id, members }) => {
    const others = members.filter((one) => one.report !== report || !stands(one, place)).slice(0, 40);
    const score = Math.max(0, ...others.map(({ proposition }) => scorePair(said, proposition)));
    const own = others.some((one) => one.report === report || isOf(one, key));
    return { id, score: score + (own && score > 0 ? OWN : 0), told: others.length > 0 };
  });
  scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const [best] = scored.filter(({ told }) => told);
  return best !== undefined && best.score >= SAME ? best.id : null;
}

/** What an outlet takes back it, or who has it from that outlet, said before. */
const OWN = 0.1;

function isOf(one: Appearance, outlet: string | null): boolean {
  const first = one.chain[0];
  return outlet !== null && ((first !== undefined && keyOfOutlet(first.name) === outlet) || traceChain(one).via.includes(outlet)); // prettier-ignore
}

function stands(
  { content, in: part }: Appearance,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return part === 'text' && content.some((span) => span.start < end && start < span.end);
}
