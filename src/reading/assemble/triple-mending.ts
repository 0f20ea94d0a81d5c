import type { Range } from '../../language/spans.ts';
import type { Triple } from './triple.ts';

type Parts = Pick<Triple, 'source' | 'cue' | 'content'>;

/** What the parts of a telling show only together. Null for one that nobody tells. */
export function mendTriple<T extends Parts>(text: string, triple: T): T | null {
  if (isInverted(text, triple) || isSigned(text, triple) || asksForAnonymity(text, triple.cue.at(-1))) return null;
  return {
    ...triple,
    ...(takeSubject(text, triple) ??
      giveSubject(text, triple) ??
      takeRefusal(text, triple) ??
      takeComment(text, triple)),
  };
}

/**
 * "It | expected | to travel": a pronoun right before an active cue is its source, not a part of the content. In "he is
 * expected to travel" the cue is passive and he belongs to what is expected.
 */
function takeSubject(text: string, { source, cue, content }: Parts): Partial<Parts> | null {
  const [first, ...rest] = content;
  const verb = cue[0];
  if (source.length > 0 || !first || !verb || rest.length === 0) return null;
  if (!/^(?:I|he|she|it|they|we|you)$/iu.test(text.slice(first.start, first.end))) return null;
  const active = /^(?:\p{L}+ly )?(?:expects?|expected|hopes?|hoped|wants?|wanted|plans?|planned|says?|said|claims?|claimed|believes?|believed|thinks?|thought|knows?|knew|intends?|intended|promises|promised|vows?|vowed|agrees?|agreed|decided?|decides)$/iu; // prettier-ignore
  if (!active.test(text.slice(verb.start, verb.end))) return null;
  return text.slice(first.end, verb.start) === ' ' ? { source: [first], content: rest } : null;
}

/** "Minister | Believed | To Be Planning A Trip": who is believed to do something believes nothing. */
function giveSubject(text: string, { source, cue, content }: Parts): Partial<Parts> | null {
  const [who, verb, told] = [source[0], cue[0], content[0]];
  if (!who || !verb || !told || source.length > 1 || cue.length > 1) return null;
  if (
    !/^(?:\p{L}+ly )?(?:believed|thought|reported|alleged|understood|rumou?red|feared|suspected|presumed)$/iu.test(
      text.slice(verb.start, verb.end),
    )
  )
    return null;
  if (!/^to \p{L}/iu.test(text.slice(told.start, told.end))) return null;
  return text.slice(who.end, verb.start) === ' ' ? { source: [], content: [who, ...content] } : null;
}

/** "No official | comment about | the trip": nobody speaks; the cue is the refusal, whoever refuses. */
function takeRefusal(text: string, { source, cue }: Parts): Partial<Parts> | null {
  const [who, said] = [source[0], cue[0]];
  if (
    !who &&
    said &&
    /^no(?:\s[\p{L}-]+)?\s(?:comment|response|reply|statement|confirmation|word)s?\b/iu.test(
      text.slice(said.start, said.end),
    )
  )
    return { source: refuserBehind(text, said) };
  if (!who || !said || source.length > 1) return null;
  const nobody = /^no(?:\s[\p{L}-]+)?$/iu.test(text.slice(who.start, who.end));
  const noun = /^(?:comment|response|reply|statement|confirmation|word)s?\b/iu.test(text.slice(said.start, said.end));
  if (!nobody || !noun || !/^\s$/u.test(text.slice(who.end, said.start))) return null;
  return { source: refuserBehind(text, said), cue: [{ start: who.start, end: said.end }, ...cue.slice(1)] };
}

/** "She | declined | to comment on the trip": what is refused belongs to the cue, on what to the content. */
function takeComment(text: string, { cue, content }: Parts): Partial<Parts> | null {
  const [refused, told] = [cue.at(-1), content[0]];
  if (!refused || !told || refused.end > told.end) return null;
  if (!/\b(?:declin|refus)(?:es?|ed|ing)$/iu.test(text.slice(refused.start, refused.end))) return null;
  const words = /^\s+to\s+(?:comment|respond|reply|elaborate)(?:\s+(?:on|about|to|further))?\b/iu.exec(
    text.slice(refused.end, told.end),
  );
  if (!words || refused.end + words[0].length > told.end) return null;
  const end = refused.end + words[0].length;
  const start = Math.max(told.start, end + (/^\s*/u.exec(text.slice(end))?.[0].length ?? 0));
  if (start >= told.end) return null;
  return {
    cue: [...cue.slice(0, -1), { start: refused.start, end }],
    content: [{ start, end: told.end }, ...content.slice(1)],
  };
}

/** "… has been made by the ministry yet." */
function refuserBehind(text: string, { end }: Range): Range[] {
  const rest = /^[^.!?;\n]*/u.exec(text.slice(end, end + 400))?.[0] ?? '';
  const by = /\b(?:made|issued|given|offered|provided|released)\s+by\s+((?:(?!\s(?:yet|so far|on|about|since|as of)\b)[^,])+)/iu.exec(rest); // prettier-ignore
  const name = by?.[1]?.trimEnd();
  if (!by || !name) return [];
  const start = end + by.index + by[0].indexOf(name, by[0].search(/\bby\s/iu) + 2);
  return [{ start, end: start + name.length }];
}

/** "Confirming the visit was the fact that …": a fact confirms, and nobody speaks. */
function isInverted(text: string, { source, cue, content }: Parts): boolean {
  const [verb, told] = [cue[0], content[0]];
  if (source.length > 0 || !verb || !told || content.length > 1) return false;
  const fronted = /(?:^|[.!?]["”’]?\s|\n)\s*$/u.test(text.slice(Math.max(0, verb.start - 3), verb.start));
  return (
    fronted &&
    /^(?:\p{L}+ly\s)?\p{L}+ing$/iu.test(text.slice(verb.start, verb.end)) &&
    /^\s(?:is|are|was|were)\s(?:the|a|an|that|this|these|his|her|their|its)\s/iu.test(
      text.slice(told.end, told.end + 14),
    )
  );
}

/** "The minister | signed | the sale of the yard": a deed. What is signed tells something only where it has a clause. */
function isSigned(text: string, { cue, content }: Parts): boolean {
  const verb = cue[0];
  if (
    !verb ||
    cue.length > 1 ||
    !/^(?:\p{L}+ly )?sign(?:s|ed|ing)?$|\b(?:been|be|was|were)\b.*\bsigned$/iu.test(text.slice(verb.start, verb.end))
  )
    return false;
  return content.every(
    ({ start, end }) => !/["“]|\b(?:that|which|who)\b|\bto \p{Ll}|ing\b/u.test(text.slice(start, end)),
  );
}

/** "… two officials, who | asked | not to be named": how they spoke, not what they said. */
export function asksForAnonymity(text: string, said: Range | undefined): boolean {
  if (
    !said ||
    !/\b(?:ask|request|insist|demand|wish|want|prefer)(?:s|ed|ing)?\b/iu.test(text.slice(said.start, said.end))
  )
    return false;
  return /^(?:\son|\sfor)?\s(?:not to be (?:named|identified|quoted)|to (?:not be (?:named|identified)|remain anonymous|stay anonymous)|anonymity)\b/iu.test(
    text.slice(said.end, said.end + 40),
  );
}
