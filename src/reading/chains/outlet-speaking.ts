import { makeSpan, type Span } from '../../base/span.ts';
import type { ChainLink } from '../reading.ts';
import { outletLink, outletsIn, type OutletAt } from './cited-outlets.ts';
import { headNoun, headPhrase } from './phrases.ts';
import { isPublisher } from './publisher.ts';
import { entityAt, linkOfEntity } from './referents.ts';
import { endOf, sentenceAround, spokenBy, startOf, type Setting, type Spoken, type Told } from './setting.ts';
import { openLink, speakerLink } from './speaker-link.ts';
import { describeSpeaker } from './speakers.ts';
import { unnamedLink } from './unnamed-link.ts';

/** Sources, reporters and the like whom an outlet's possessive makes its own: "the Times' sources", "their sources". */
const PEOPLE = '(?:own\\s+)?(?:\\p{Ll}+\\s+)?(?:sources?|insiders?|informants?|contacts?)';

export const OWN_PEOPLE = new RegExp(`^(?:their|its|his|her)\\s+${PEOPLE}$`, 'iu');

const OWNED_PEOPLE = new RegExp(`^${PEOPLE}$`, 'iu');

/** "Their sources": of the outlet named before in the sentence, above in the chain or last in charge; else it stays open. */
export function readOwnPeople(setting: Setting, told: Told, source: Span, base: readonly ChainLink[]): Spoken {
  const { text } = setting;
  const above = base.at(-1);
  const owned = (outlet: ChainLink): ChainLink => ({ ...unnamedLink(setting, told, source, `unnamed sources of ${outlet.name}`, outlet.name), how: 'possessive' }); // prettier-ignore
  if (above?.mention && isPublisher(above)) return spokenBy(owned(above));
  const sentence = sentenceAround(setting.sentences, source);
  const mention = outletsIn(text, { start: sentence.start, end: source.start }).at(-1);
  const pronoun = /^\p{L}+/u.exec(source.text)?.[0] ?? '';
  const place = { start: source.start, end: source.start + pronoun.length };
  const entity = entityAt(setting.entities, place);
  const outlet = mention
    ? outletLink(text, mention, 'named')
    : entity && entity.kind !== 'place'
      ? linkOfEntity(text, entity, place, 'unknown')
      : outletInCharge(setting, told);
  if (outlet) return spokenBy(outlet, owned(outlet));
  const open = openLink(makeSpan(text, place.start, place.end), 'unknown');
  return spokenBy(open, { ...unnamedLink(setting, told, source, source.text), how: 'possessive' });
}

/** The outlet from which the story is being retold: the last turns end at it, or at nobody but its own people. */
export function outletInCharge(setting: Setting, told: Told): ChainLink | null {
  const recent = setting.turns.filter((turn) => !turn.nested && startOf(turn) < startOf(told)).slice(-2);
  for (const turn of recent.toReversed()) {
    if (startOf(told) - endOf(turn) > 900) return null;
    const at = turn.chain.findLastIndex((link) => isPublisher(link) && link.mention !== null);
    const outlet = turn.chain[at];
    const behind = turn.chain.slice(at + 1);
    if (outlet && behind.every((link) => link.kind === 'unnamed')) return { ...outlet, how: 'speaker-turn' };
  }
  return null;
}

const PAPER_OF = /^(?:reports?|article|story|stories|write-up|editorial|column|piece|exclusive|scoop|investigation|account|coverage|review|blog|post|op-ed|headline|essay|profile|analysis)$/u; // prettier-ignore

/** "CNN’s Jake Tapper", "the Post’s sources", "a report in the Guardian", "Jo Hale of Reuters", "Reuters". */
export function readOutlet(setting: Setting, told: Told, source: Span, mention: OutletAt): readonly ChainLink[] {
  const { text } = setting;
  const outlet = outletLink(text, mention, 'named');
  const before = text.slice(source.start, mention.start);
  const owned = /^['’]s?\s+/u.exec(text.slice(mention.end, source.end));
  const head = headPhrase(source.text);
  const noun = headNoun(head);
  if (owned && !/\p{L}{4}/u.test(before)) {
    const rest = makeSpan(text, mention.end + owned[0].length, source.end);
    if (OWNED_PEOPLE.test(rest.text)) return [outlet, { ...unnamedLink(setting, told, rest, `unnamed sources of ${outlet.name}`, outlet.name, source.text), how: 'possessive' }]; // prettier-ignore
    const speaker = speakerLink(setting, told, rest);
    return speaker.kind === 'person' || speaker.kind === 'unnamed' ? [outlet, speaker] : [outlet];
  }
  if (/^(?:the\s+)?(?:editorial (?:board|page|staff|team)|editors|newsroom|opinion page|website|home page|front page)\s(?:of|at)\s(?:the\s)?$/iu.test(before)) return [outlet]; // prettier-ignore
  const whole = describeSpeaker(source.text);
  if (whole.kind === 'poll') return [speakerLink(setting, told, source)];
  // The name may hold a word that ends other phrases: "USA Today".
  const isHead = source.start + head.length >= mention.end || /^(?:the\s+)?$/iu.test(before);
  if (isHead) return readOutletAhead(setting, told, source, mention, outlet);
  const eyewitness = /^(?:an?|one|the)\s+(?:\p{Ll}+\s+)*(?:witness|correspondent|photographer|journalist|reporter)$/iu.test(head); // prettier-ignore
  if (eyewitness) return [speakerLink(setting, told, source)];
  if (
    /\b(?:by|with|to|in|from)\s+(?:the\s+)?$/u.test(before) &&
    (whole.kind === 'document' || whole.kind === 'observation')
  ) {
    // prettier-ignore
    return PAPER_OF.test(noun) ? [outlet] : [outlet, speakerLink(setting, told, source)];
  }
  const speaker = speakerLink(setting, told, source);
  // "harbour calendars obtained by Reuters": a paper, whatever no list knows of its noun.
  if (speaker.kind === 'unknown' && /\b(?:obtained|seen|reviewed|viewed|verified|provided|published|leaked|shared) (?:exclusively )?(?:by|to|with) (?:the )?$/u.test(before)) return [outlet, { ...speaker, name: head, kind: 'document' as const, how: 'named' as const }]; // prettier-ignore
  const speaks = ['person', 'unnamed', 'government', 'organization'].includes(speaker.kind);
  const told2 = /\b(?:to|with|by)\s+(?:the\s+)?$/u.test(before);
  if (!speaks) return [outlet];
  // "Jo Hale, a former aide and now an analyst at the Post", "former aide and now Post anchor Jo Hale": what she is, not for whom.
  const isTrade = /,\s.*\b(?:former|ex-\p{L}+|analyst|commentator|contributor|pundit)\b/iu.test(before) || /^\s\p{Ll}+\s(?:\p{Lu}\S*\s?){2,4}$/u.test(text.slice(mention.end, source.end)); // prettier-ignore
  if (speaker.kind === 'person' && isTrade && !told2) return [speaker];
  // "Jo Hale of Reuters" speaks for Reuters; "the minister, speaking to Reuters," is another's.
  return told2 || speaker.kind === 'person' ? [outlet, speaker] : [speaker];
}

/** The outlet at the head of the phrase: "NBC moderator Jo Hale" is Jo Hale; "Reuters" and "the daily Holm Post" are it. */
function readOutletAhead(
  setting: Setting,
  told: Told,
  source: Span,
  mention: OutletAt,
  outlet: ChainLink,
): readonly ChainLink[] {
  const { text } = setting;
  const after = text.slice(mention.end, source.end);
  const office = /^\s+(?=\p{L})/u.exec(after);
  if (!office) return [outlet];
  const rest = makeSpan(text, mention.end + office[0].length, source.end);
  const speaker = describeSpeaker(`${mention.outlet.name} ${rest.text}`);
  const own = describeSpeaker(rest.text);
  const noun = headNoun(headPhrase(rest.text));
  if (own.kind === 'person' && own.name !== rest.text.trim() && own.how === 'named') return [speakerLink(setting, told, rest)]; // prettier-ignore
  if (own.kind === 'person' && own.how === 'named' && /^\p{Lu}/u.test(rest.text)) return [outlet, speakerLink(setting, told, rest)]; // prettier-ignore
  if (speaker.kind === 'poll') return [speakerLink(setting, told, source)];
  if (speaker.kind === 'unnamed' && !/^(?:reports?|on|in|at|and)\b/u.test(noun))
    return [speakerLink(setting, told, source)];
  return [outlet];
}
