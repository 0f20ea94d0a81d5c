import { headKind } from '../../language/heads.ts';
import type { ChainLink } from '../reading.ts';
import { isPeopleNoun } from './nouns.ts';
import { headNoun } from './phrases.ts';

/** A body or outlet that a wording names in another way than by the noun at its head. */
export interface Body {
  readonly name: string;
  readonly kind: ChainLink['kind'];
  /** Where `name` begins in the wording. */
  readonly at: number;
}

/** "Dock Owners of Norland", "Mothers Against Dredging": people in capitals who are a body. */
const PEOPLE_BODY =
  /^\s*(?:[Tt]he )?((?:(?:\p{Lu}[\p{L}.'’&-]*\s+)+(?!Republicans|Democrats|Senators|Representatives)\p{Lu}\p{L}+s\s+(?:of|for|[Aa]gainst|[Ww]ithout)|(?:Americans|Citizens|Physicians|Mothers|Moms|Women|Republicans|Democrats|Conservatives|Catholics|Christians|Jews)\s+(?:for|[Aa]gainst)|(?:Doctors|Reporters)\s+[Ww]ithout|(?:Mayors|Lawyers|Scientists|Farmers|Students|Parents)\s+[Aa]gainst|(?:Veterans|Friends|Sons|Daughters|Students)\s+(?:of|for|[Aa]gainst))\s+(?:the\s+)?\p{Lu}[^,;:(]*)$/u;

const CALLED =
  /^((?:[Aa]n?|[Tt]he|[Aa]nother|[Oo]ne)\s(?:[^\s,]+\s){0,5}?(?:group|groups|company|firm|organi[sz]ation|nonprofit|coalition|PAC|campaign|agency|site|website|blog|page|account|newsletter|magazine|newspaper|charity|movement|startup|committee|network))\s(?:called|named|known as|dubbed)\s(?:the\s)?(\p{Lu}[^,;:(]*)$/u;
const SITE = /^(?:[Tt]he|[Aa]n?)\s(?:[\p{L}-]+\s){0,3}?(?:website|web site|site|blog|newsletter|podcast|tabloid|newspaper|magazine|broadcaster|news site|news agency|news service)\s(?!(?:of|for|that|which|who|in|on|by|from|with|at|to|and|is|was|has|had|said|says|reports?|reported|editor|reporter|article|story|report|interview|column)\b)([\p{L}\p{N}][\p{L}\p{N}.’-]*(?:\s\p{Lu}[\p{L}.’-]*)*)$/u; // prettier-ignore

/**
 * "Dock Owners of Norland", a body of people; "a new group called Clean Ports", which is Clean Ports; "the website
 * tidewater", an outlet whose name no list knows.
 */
export function readBody(wording: string): Body | null {
  const [, noun = '', name] = CALLED.exec(wording) ?? [];
  if (name !== undefined) return { name: name.trim(), kind: kindOfCalled(noun), at: wording.length - name.length };
  const site = SITE.exec(wording)?.[1];
  if (site !== undefined) return { name: site, kind: 'outlet', at: wording.length - site.length };
  const people = PEOPLE_BODY.exec(wording.split(/,\s/u)[0] ?? '')?.[1]?.trim();
  const first = headNoun(people?.split(/\s(?:of|for|[Aa]gainst|[Ww]ithout)\s/u)[0] ?? '');
  if (people === undefined || !isPeopleNoun(first)) return null;
  return { name: people, kind: 'organization', at: wording.indexOf(people) };
}

function kindOfCalled(noun: string): ChainLink['kind'] {
  const kind = headKind(headNoun(noun));
  return kind === 'outlet' || kind === 'government' || kind === 'social' ? kind : 'organization';
}
