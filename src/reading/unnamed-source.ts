import { readLexicon } from '../base/lexicon.ts';
import type { Attribution, ChainLink } from './reading.ts';

type Talk = 'always' | 'talks' | 'public';

/** Words by which somebody tells a reporter something, rather than thinks, wants or does it. */
const SPOKE =
  /\b(?:sa(?:id|ys?|ying)|(?:call(?!(?:ed|s|ing)? (?:off|on|for)\b)|express|stress|respond|assert|lament|explain|add|confirm|recall|claim|reject|warn|insist|point|hint|complain|predict|suggest|inform|reveal|contend|maintain|mention|report|assur|clarif|question)(?:s|es|ed|ing|ied|ies)|argu(?:es?|ed|ing)|emphasi[sz](?:es?|ed|ing)|caution(?:s|ed|ing)|dismiss(?:es|ed|ing)|repl(?:ies|ied|ying)|t(?:old|ells?|elling)|according|describ(?:es?|ed|ing)|disclos(?:es?|ed|ing)|acknowledg(?:es?|ed|ing)|not(?:es|ed|ing)|spoke|speaking|speaks?|quot(?:es|ed|ing)|conced(?:es?|ed|ing)|admit(?:s|ted|ting)|den(?:y|ies|ied|ying)|estimat(?:es?|ed|ing)|jok(?:es?|ed|ing)|identif(?:y|ies|ied|ying))\b/iu;

/** "have been warning", "regularly say": again and again, and not to this reporter. */
const OFTEN =
  /\b(?:regularly|routinely|frequently)\b|\b(?:is|are|was|were|be|been) (?:\p{L}+ly )?(?!quoted)\p{L}+ing\b|\b(?:has|have|had) (?:long|often|repeatedly|for (?:weeks|months|years|decades))\b/iu;

/** Nothing is told by who declines: no statement rests on it. */
const SILENT =
  /\b(?:declin(?:es?|ed|ing)|refus(?:es?|ed|ing)|did(?: not|n['’]t)|would(?: not|n['’]t)|could(?: not|n['’]t) be reached|referr(?:ed|ing))\b/iu;
/** "Several teachers said" were met; "Holm County prosecutors said" is an office, "teachers said" are people at large. */
const COUNTED = /^(?:(?:at least|about|more than|the|these|those|other) )*(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|some|both|a (?:few|couple|number|handful)|dozens|\p{N}+|others)\b/iu; // prettier-ignore
/** Told to a court or to everybody, and not to a reporter: words of telling. */
const PUBLIC =
  /\b(?:(?:court|legal) (?:filings?|papers|documents|brief)|testif(?:y|ied|ies)|tweet(?:s|ed)|chant(?:s|ed|ing)|shout(?:s|ed|ing)|posted|voted|publicly|megaphone|microphone|loudspeaker)\b/iu;
/** Where such a thing is said: "in a report", "on a recorded video". */
const STAGE =
  '(?:in (?:court|(?:an?|its|his|her|their|the) (?:[\\p{L}-]+ ){0,2}(?:filing|complaint|brief|motion|lawsuit|indictment|affidavit|warrant|ruling|opinion|report|review|book|study|tweet|op-ed|speech|hearing|ad|advert|advertisement|commercial|film|documentary|movie|video(?! (?:call|chat|conference|interview|message)s?\\b)))|on (?:twitter|facebook|instagram|social media|stage|TV|television|(?:the )?radio|(?:a|the) (?:\\p{Ll}+ )?(?:video|tape|recording))|(?:at|during) (?:a|the) (?:[\\p{L}-]+ ){0,2}(?:hearing|trial))\\b';
const STAGED = new RegExp(`\\b${STAGE}`, 'iu');
const STAGED_NEXT = new RegExp(`^\\s+(?:(?:on )?\\p{Lu}\\p{Ll}+day\\s+)?${STAGE}`, 'u');
/** "told Congress", "told some 150 people": whoever was told is no reporter. */
const TOLD = /\b(?:told|tells?|telling|informed|assured|advised|briefed)$/iu;
const TOLD_OTHERS =
  /^\s+(?:him|her|them|Congress|(?:the )?(?:House|Senate) \p{L}+|(?:(?:the|an?|some|several|many|both|all|about|its|his|her|their|[\d,]+|congressional|federal|state|government|House|Senate|U\.?S\.?) )*(?:lawmakers|senators|legislators|(?:sub)?committees?|panel|commission|judges?|jury|jurors|court|voters|people|audience|crowd|supporters|donors|migrants|parents|residents|investigators|prosecutors|police|employees|workers|staff))\b/u;
/** Nobody in particular: "anybody who has witnessed it", "how many officials". */
const ANYBODY = /^(?:anybody|anyone|everybody|everyone|nobody|no one|whoever|how (?:many|much)|which|what)\b/iu;

/**
 * Whether an attribution rests on somebody whom the report leaves unnamed and who told it to this outlet or to one that
 * it cites. A condition of anonymity or nearness to the matter says so; else it takes words of telling and an office
 * whose holders talk so: "an aide said". Not people at large ("critics say"), not those who speak in public or tell it to
 * a court, a parliament or a crowd. `text`: what the spans are offsets into.
 */
export function isUnnamedSource(
  text: string,
  { voice, chain, cue }: Pick<Attribution, 'voice' | 'chain' | 'cue'>,
): boolean {
  const last = chain.at(-1);
  const unnamed = last?.unnamed;
  if (voice !== 'attributed' || !unnamed || unnamed.generic || last.how === 'inferred') return false;
  // What two officials told Holm, who tells it, is on Holm's word.
  if (!chain.slice(0, -1).every(isOnPaper)) return false;
  const { wording, number, position, reason, closeness } = unnamed;
  if (ANYBODY.test(wording) || CROWD.test(wording) || GLUED.test(wording)) return false;
  if (reason !== null || closeness !== null || /\b(?:anonymous|unnamed|unidentified)\b/iu.test(wording)) return true;
  const told = cue.map(({ text }) => text).join(' ');
  const next = text.slice(cue.at(-1)?.end ?? text.length).slice(0, 80);
  if (STAGED.test(`${told} ${wording}`) || STAGED_NEXT.test(next)) return false;
  if (TOLD.test(told) && TOLD_OTHERS.test(next)) return false;
  const talk = position === null ? null : talkOf(position);
  if (PUBLIC.test(told) || OFTEN.test(told) || (SILENT.test(told) && !/\bsa(?:id|ying)\b/u.test(told))) return false;
  const isPlain = /\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|according|added|confirmed)\b/iu.test(told);
  // "Diplomat says" stands in a list of other stories; "organisers suggested" tells of all of them.
  if (position !== null && BARE.test(wording) && !isPlain) return false;
  if (position !== null && number === 'one' && !DETERMINED.test(wording)) return false;
  if (position !== null && (POSTING.test(position) || /^elected\b/u.test(position))) return false;
  if (talk === 'always' && (INWARD.test(told) || MIGHT.test(told)) && !SPOKE.test(told)) return false;
  if (talk === 'always' || (talk === 'talks' && SPOKE.test(told))) return true;
  // "One said", "a welder told": somebody whom the reporter met; "his son", "the governor" are known to all.
  const isMet = /^(?:(?:at least|just|only) )?(?:(?:one|another|an?)(?:\s|$)|some(?:one|body)\s\p{Ll})/iu.test(wording);
  const isSome =
    position === null ? isMet : talk !== 'public' && (isMet || (number !== 'one' && COUNTED.test(wording)));
  return /\b(?:sa(?:id|ys)|t(?:old|ells)|according)\b/iu.test(told) && number !== 'unknown' && isSome;
}

/** An outlet or its article: who told it told an outlet. */
function isOnPaper({ kind, name }: ChainLink): boolean {
  return kind === 'outlet' || kind === 'wire' || kind === 'unknown' || (kind === 'document' && /\b(?:article|story)$/iu.test(name)); // prettier-ignore
}

/** "A wall of officers", "the millions of dockers": nobody met so many. */
const CROWD =
  /^(?:(?:an?|the|these|those|same)\s)*(?:\p{L}+\s)?(?:walls?|army|swath|slew|raft|crop|thousands|millions|share|class)\sof\b/iu;
/** "Joe Holm Joseph HolmPort opens": a name that a page's list of other stories runs into. */
const GLUED = /(?<!\p{L})(\p{Lu}\p{L}{2,})(?=\s).*\s\1\p{Lu}/u;
/** One word, and nothing that says which of them. */
const BARE = /^[\p{L}-]+$/u;
/** "A top adviser", "Holm’s adviser", "their adviser"; not "Top adviser suggests". */
const DETERMINED =
  /^(?:(?:at least|just|only) )?(?:an?|one|another|the|this|that|his|her|their|its|our|my|some|every|each|second)\s|['’]s?\s/iu;
/** They post for everybody. */
const POSTING = /\b(?:user|commenter|tweeter|follower|viewer|blogger)$/u;
/** What somebody does, sees or feels, and does not tell. */
const INWARD = /\b(?:seen|saw|recogni[sz]ed?|reali[sz]ed?|eager|optimistic|learn(?:ed|t)|kn[eo]w|want(?:s|ed)?|tr(?:y|ied|ying)|made|mak(?:e|ing)|sent|ask(?:s|ed|ing)?|beg[au]n|sought|pressured|found|go(?:es)?)\b/iu; // prettier-ignore
/** "can call". */
const MIGHT = /^(?:can|could|may|might|should|must)\b/iu;

let held: ReadonlyMap<string, Talk> | null = null;

/** By the last word of the position: "senior campaign official", "ex-aide". */
function talkOf(position: string): Talk | null {
  held ??= new Map(
    readLexicon('talkers').flatMap(([noun = '', how]) =>
      how === 'always' || how === 'talks' || how === 'public' ? [[noun, how] as const] : [],
    ),
  );
  return held.get(/[^ -]*$/u.exec(position)?.[0] ?? '') ?? null;
}
