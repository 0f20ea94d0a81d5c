import { makeSpan } from '../../base/span.ts';
import type { Range } from '../../language/spans.ts';
import { findOutlets, type Outlet } from '../../language/outlets.ts';
import type { ChainLink } from '../reading.ts';
import { anchorOf, isInside, sentenceAround, type Setting, type Told } from './setting.ts';

/** Words that lead to the outlet that was spoken to, or that first carried what is told. */
const LEADS = [
  '(?:told|tells|tell|telling)',
  '(?:speaking|spoke|speaks|talking|talked|writing|wrote|said|saying|stated|explained|confirmed|added|commented|insisted|appeared|appearing|quoted|cited|reported|published|carried|broadcast|aired|interviewed|shown|printed|posted|featured) (?:to|with|by|in|on|for|for the benefit of)',
  "(?:interview|conversation|appearance|discussion) with (?:[\\p{L}’'.&]+\\s){1,5}(?:on|of|from|for)",
  '(?:interview|conversation|chat|q&a|sit-down|phone call|call|appearance|segment|column|essay|article|piece|op-ed|commentary|letter) (?:with|on|to|for|in|published in|published by|aired on|broadcast on|that aired on)',
  '(?:statement|comments?|remarks|response|e-?mail|message|letter|text message|answer|note) (?:to|sent to|obtained by|seen by|shared with|provided to|given to)',
  '(?:according to|as told to|per|via|in comments to|gave an interview to|sat down with|joined|on air on|live on)',
  '(?:seen|obtained|reviewed|viewed|verified|accessed|acquired|shared|leaked|provided|given|sent|passed|first reported|reported first) (?:exclusively )?(?:by|to|with)',
].join('|');
/** … and the few small words that may stand between: "told the daily", "in an interview on Sunday with the German". */
const LEAD = new RegExp(`\\b(?:${LEADS})\\s+(?:(?:on|last|this)\\s+\\p{Lu}\\p{Ll}+day\\s+(?:with|to|on)\\s+)?(?:the\\s+|an?\\s+)?(?:[a-z-]+\\s+|\\p{Lu}\\p{Ll}+(?:an|ish|ese|ch|sh)\\s+){0,3}$`, 'u'); // prettier-ignore

/** Last words by which an outlet that no list knows is told from other names: "LA Weekly", "Radio Harbour". */
const SHAPE =
  /^(?:(?:[Tt]he )?(?:\p{Lu}[\p{L}.’'-]*\s+(?:of\s+)?(?:the\s+)?){1,4}(?:Weekly|Times|Post|News|Daily|Herald|Tribune|Journal|Gazette|Magazine|Chronicle|Telegraph|Observer|Courier|Dispatch|Examiner|Globe|Independent|Inquirer|Mercury|Monitor|Register|Sentinel|Standard|Star|Sun|Echo|Argus|Mirror|Express|Review|Today|Radio|TV|Television|Press|Mail|Bulletin|Advertiser|Leader|Enquirer|Wire|Insider|Online)|Radio \p{Lu}\p{L}+|[A-Z]+[a-z]+[A-Z]{1,2}[a-z]+\p{L}*)(?![\p{L}-])/u;

/** "Shortly after Holm’s appearance on Harbour Radio, news broke": when it was told, not where. */
const OF_EVENT = /\b(?:after|before|since|following|until|ahead of|hours|days|weeks|minutes) (?:the |an? |\p{Lu}[\p{L}’'.-]*\s)*(?:his |her |their |its )?(?:\p{Ll}+\s)*(?:interview|appearance|segment|article|column|essay|op-ed)\s[^,;]*$/u; // prettier-ignore

/**
 * The outlet to which, or through which, the speaker of `told` spoke, named in the same sentence: "told Reuters", "in an
 * interview with the daily Holm Post". Not where another attribution's cue stands between: it has told that outlet.
 */
export function findCitedOutlet(setting: Setting, told: Told): ChainLink | null {
  if (told.cue.length + told.source.length === 0) return null;
  const { text } = setting;
  const anchor = anchorOf(told);
  const sentence = sentenceAround(setting.sentences, anchor);
  const found = outletsIn(text, sentence).filter(
    (mention) => !isInside(mention.start, told.content) && !isInside(mention.start, told.source) && !isCut(setting, told, mention), // prettier-ignore
  );
  const led = found.find(
    (mention) =>
      isLed(text, sentence.start, mention.start) ||
      isInterview(text, sentence.start, mention) ||
      isToldTo(text, told, mention),
  );
  if (led) return outletLink(text, led, 'named');
  // "told LA Weekly": behind the cue itself, a name that looks like an outlet's.
  const tail = text.slice(anchor.end, sentence.end);
  const again = readAgain(setting, told, tail);
  if (again) return again;
  const gap = /^\s*(?:(?:in|during|for) an? (?:\p{Ll}+ )?interview )?(?:(?:to|with|on)\s+)?(?:the \p{Ll}+ )?(?=\p{Lu}|the \p{Lu})/u.exec(tail); // prettier-ignore
  if (!gap || isInside(anchor.end + gap[0].length, told.content)) return null;
  const cue = text.slice(anchor.start, anchor.end + gap[0].length);
  const shape = SHAPE.exec(tail.slice(gap[0].length));
  if (!shape || !isLed(cue, 0, cue.length)) return null;
  const start = anchor.end + gap[0].length;
  const name = shape[0].replace(/^the /u, '');
  return outletLink(text, { start, end: start + shape[0].length, outlet: { name, kind: 'outlet' } }, 'named');
}

/** "told the newspaper": the outlet named last before. */
function readAgain({ text }: Setting, told: Told, tail: string): ChainLink | null {
  const { start, end } = anchorOf(told);
  if (!/\b(?:told|tells|telling)$/u.test(text.slice(start, end))) return null;
  const again = /^ the (?:newspaper|paper|magazine|network|news (?:agency|outlet|site|service|organi[sz]ation)|outlet|broadcaster|publication|website|station|tabloid|daily)(?![\p{L}-])/u.exec(tail); // prettier-ignore
  if (!again || isInside(end + 1, told.content)) return null;
  const before = outletsIn(text, { start: Math.max(0, start - 3000), end: start }).at(-1);
  return before ? { ...outletLink(text, { ...before, start: end + 1, end: end + again[0].length }, 'coreference') } : null; // prettier-ignore
}

export interface OutletAt extends Range {
  readonly outlet: Outlet;
}

export function outletsIn(text: string, { start, end }: Range): readonly OutletAt[] {
  return findOutlets(text.slice(start, end)).map((mention) => ({
    start: mention.start + start,
    end: mention.end + start,
    outlet: mention.outlet,
  }));
}

export function outletLink(text: string, mention: OutletAt, how: ChainLink['how']): ChainLink {
  const { name, kind } = mention.outlet;
  return { name, kind, how, entity: null, mention: makeSpan(text, mention.start, mention.end) };
}

/** "In a Harbour Hour interview": the outlet before the noun. */
function isInterview(text: string, from: number, { start, end }: Range): boolean {
  return /^ (?:\p{Ll}+ )?(?:interview|appearance|town hall|podcast)\b/u.test(text.slice(end, end + 40)) && /\b(?:in|during|from) (?:an?|the|his|her|that|their|this|another)(?: \p{Ll}[\p{Ll}\d-]*)? $/iu.test(text.slice(Math.max(from, start - 40), start)); // prettier-ignore
}

/** "admitted last week to the Holm Post": right behind the cue; "Holm, the mayor, on Harbour Radio urged": before it. */
function isToldTo(text: string, { source, cue }: Told, { start }: Range): boolean {
  const last = cue.at(-1);
  const behind = last && start > last.end ? text.slice(last.end, start) : null;
  if (last && behind !== null && /^ (?:(?:recently|exclusively|earlier|later|also|this week|last week|last month|(?:on )?\p{Lu}\p{Ll}+day) )?to (?:the )?(?:\p{Ll}+ )?$/u.test(behind)) return !/\b(?:according|refer|respond|object|compar|link|apologi|point|turn|relat|conced|agree|subscrib|appl|appeal|listen|come|came|go|went)\p{L}*$/u.test(text.slice(last.start, last.end)); // prettier-ignore
  const [first] = cue;
  const ahead = source.at(-1);
  return first !== undefined && ahead !== undefined && start < first.start && /^,? ?on (?:the )?$/u.test(text.slice(ahead.end, start)); // prettier-ignore
}

function isLed(text: string, from: number, at: number): boolean {
  const ahead = text.slice(Math.max(from, at - 90), at);
  return LEAD.test(ahead) && !OF_EVENT.test(ahead);
}

/** Whether another attribution's cue or source stands between this one's and the place, or holds the place. */
function isCut(setting: Setting, told: Told, place: Range): boolean {
  const own = anchorOf(told);
  return setting.tellings.some((other) => {
    if (other === told || other.cue.length === 0) return false;
    const parts = [...other.source, ...other.cue].filter((part) => !isInside(part.start, told.content));
    return parts.some(
      (part) =>
        isInside(place.start, [part]) ||
        (part.start >= own.end && part.end <= place.start) ||
        (part.end <= own.start && part.start >= place.end),
    );
  });
}
