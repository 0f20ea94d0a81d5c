import { isWithin } from '../base/span.ts';
import type { Range } from '../language/spans.ts';
import type { Orphan, Triple } from './assemble/triple.ts';

/** Chance that source, cue and content overlap those marked: both of PolNeAR dev do, and most of those read in the news. */
const CONFIDENCE = 0.65;
/** How far its verb may stand from the end of the line that leads to a quotation, in UTF-16 units. */
const LEAD = 100;
/** Verbs that lead to somebody's own words. */
const SAYING = /\b(?:said|says|saying|added|adds|wrote|writes|continued|continues|went on|replied|replies|responded|responds|explained|explains|stated|states|tweeted|tweets|posted|declared|declares|concluded|concludes|testified|recalled|recalls|noted|notes)\b/iu; // prettier-ignore

/**
 * A quotation set off as a paragraph of its own, without marks, behind a line that ends with its speaker's "said:". The
 * network marks source and cue there and reads no further than the paragraph (`orphans`): "The mayor added:", and the next
 * paragraph is the mayor's. Not where that one has marks of its own, or is a line of a list or of a dialogue.
 */
export function findBlockQuotes(text: string, paragraphs: readonly Range[], orphans: readonly Orphan[]): Triple[] {
  return paragraphs.flatMap((lead, i) => {
    const block = paragraphs[i + 1];
    const words = text.slice(lead.start, lead.end);
    if (!block || !/:\s*$/u.test(words)) return [];
    const inLead = orphans.filter((one) => isWithin(one, [lead]));
    const cue = inLead.findLast((one) => one.role === 'cue' && SAYING.test(text.slice(one.start, one.end)));
    const source = inLead.findLast((one) => one.role === 'source' && cue !== undefined && one.start < cue.start);
    if (!cue || !source) return [];
    const behind = text.slice(cue.end, lead.end);
    if (behind.length > LEAD || /[.!?]\s/u.test(behind) || !isBlock(text.slice(block.start, block.end))) return [];
    const spans = [source, cue, block].map(({ start, end }) => ({ start, end }));
    const [own, told, content] = spans;
    return own && told && content
      ? [{ source: [own], cue: [told], content: [content], score: CONFIDENCE, confidence: CONFIDENCE, features: ['rule'], within: null }] // prettier-ignore
      : [];
  });
}

/** A paragraph that can be what somebody said: sentences, no marks of quotation, no bullet, no "NAME:". */
function isBlock(words: string): boolean {
  return /[.!?]\s*$/u.test(words) && !/^\s*(?:["“'‘]|[-–—•*]\s|\d+[.)]\s|[\p{Lu}\s.]{2,30}:)/u.test(words);
}
