import type { Range } from '../language/spans.ts';
import { matchCue, wordsOf } from './acts.ts';
import type { Attribution } from './reading.ts';

type Polarity = Attribution['polarity'];

/** What can be called false, and the words that call it so: "such allegations fabricated". */
const CLAIM = 'allegations?|accusations?|claims?|reports?|rumou?rs?|suggestions?|assertions?|charges?|stor(?:y|ies)|information|speculation|statements?|articles?|figures?|it|that|this|they|them|these|those|idea|notion|version|account'; // prettier-ignore
const FALSE = 'false|untrue|fake|fabricated|(?:a |pure )?fabrications?|baseless|unfounded|groundless|without (?:foundation|basis|merit)|nonsense|(?:a |outright )?lies?|(?:a )?hoax|bogus|not true|not correct|incorrect|inaccurate|invented|made[- ]up|rubbish|disinformation|misinformation|fake news|fiction|a slander|a smear'; // prettier-ignore
const CALLED_FALSE = new RegExp(`^\\W*(?:that\\s+)?(?:(?:the|such|these|those|all|any|his|her|their|its|this|recent|media)\\s+){0,3}(?:[\\w’'-]+\\s+){0,3}(?:${CLAIM})\\b(?:\\s+(?:of|about|that|in)\\b[^.,;]*?)?(?:['’]s|\\s+(?:is|are|was|were|as|to be|being|had been|has been|have been))?\\W+(?:(?:completely|totally|entirely|simply|absolutely|utterly|just|wholly|patently|categorically|all|“|"|‘)\\W*)*(?:${FALSE})\\b`, 'iu'); // prettier-ignore
const JUST_FALSE = new RegExp(
  `^\\W*(?:as\\s+)?(?:(?:completely|totally|entirely|simply|absolutely|utterly|wholly|patently)\\s+)?(?:${FALSE})\\W*$`,
  'iu',
);

const UNCONFIRMED = /^[^.;]*?(?:\b(?:(?:has|have|had|was|were|is|are|could|can|be)(?:\s+not|n[’']t)|cannot|never|not)\s+(?:yet\s+|so far\s+|immediately\s+)?(?:be\s+|been\s+)?(?:independently\s+|officially\s+|publicly\s+)?(?:confirmed|verified|corroborated|substantiated|authenticated)\b|\b(?:remains?|remained|is|are|was|were)\s+(?:unconfirmed|unverified|uncorroborated|unsubstantiated)\b|\b(?:no|without)\s+(?:official\s+|independent\s+|immediate\s+)?(?:confirmation|corroboration)\b|\byet to (?:be )?(?:confirm|verif)\w+)/iu; // prettier-ignore
const DECLINED = /\b(?:no|without)\s+(?:\w+\s+)?(?:comment|response|reply)\b|\b(?:has|have|had)(?:\s+not|n[’']t)\s+(?:yet\s+|immediately\s+|publicly\s+)?(?:commented|responded|replied)\b|\byet to (?:comment|respond|reply)\b|\bdid(?:\s+not|n[’']t)\s+(?:immediately\s+)?(?:comment|respond|reply|return)\b|\bcould(?:\s+not|n[’']t)\s+(?:immediately\s+)?be (?:immediately\s+)?reached\b|\b(?:declin|refus)(?:ed|es|ing)\s+to\s+comment\b|\bunavailable for comment\b/iu; // prettier-ignore

/**
 * How an attribution speaks of its content: "denied" denied, "called such reports fabricated" denied, "did not deny"
 * affirmed, "could not confirm" and "had not been confirmed" unconfirmed, "declined to comment" declined, "did not say"
 * negated. A cue unknown to the lexicon affirms. An empty cue is the report's own voice: it denies nothing, but it can say
 * that something is not confirmed, or that nobody would comment.
 */
export function polarityOf(cueText: string, contentText = ''): Polarity {
  if (cueText === '')
    return DECLINED.test(contentText) ? 'declined' : UNCONFIRMED.test(contentText) ? 'unconfirmed' : 'affirmed';
  const byCue = polarityOfCue(cueText, contentText);
  if (byCue !== 'affirmed') return byCue;
  if (/^(?:no|without)\b.*\b(?:comment|response|reply)\b/iu.test(cueText)) return 'declined';
  const words = wordsOf(cueText);
  const act = matchCue(words)?.cue.act ?? null;
  if (CALLED_FALSE.test(contentText)) return 'denied';
  if (act === 'call' && JUST_FALSE.test(contentText)) return 'denied';
  return UNCONFIRMED.test(contentText) && act !== 'deny' ? 'unconfirmed' : 'affirmed';
}

/** The cue with a negation that the network left before it: "No official |comment about|", "had not |been confirmed|". */
export function cueWithLead(text: string, cue: readonly Range[]): string {
  const words = cue.map(({ start, end }) => text.slice(start, end)).join(' ');
  const first = cue[0];
  if (!first) return words;
  const lead = /\b(?:no|without|not|cannot|never|(?:declin|refus)\w+ to|yet to)\s+(?:(?!only\b)\p{L}+\s+)?$/iu.exec(text.slice(Math.max(0, first.start - 40), first.start)); // prettier-ignore
  return lead ? `${lead[0]}${words}` : words;
}

function polarityOfCue(cueText: string, contentText: string): Polarity {
  // "declined to comment" is one phrase, however the network cuts it into cue and content.
  const joined = `${cueText} ${wordsOf(contentText).slice(0, 4).join(' ')}`;
  if (/\b(?:no|without) (?:\w+ )?(?:comment|response|reply)\b/iu.test(joined)) return 'declined';
  if (/\byet to (?:comment|respond|reply)\b/iu.test(joined)) return 'declined';
  if (/\byet to (?:independently |officially )?(?:confirm|verify)\b/iu.test(joined)) return 'unconfirmed';
  const words = wordsOf(cueText);
  const match = matchCue(words);
  if (!match) return 'affirmed';
  const longer = matchCue(wordsOf(joined));
  const best = longer && longer.cue.rest.length > match.cue.rest.length && longer.at <= match.at ? longer : match;
  if (best.cue.negated || !best.negated) return best.cue.polarity;
  return best.cue.polarity === 'affirmed' ? 'negated' : 'affirmed';
}
