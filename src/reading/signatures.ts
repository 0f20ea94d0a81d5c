import type { Range } from '../language/spans.ts';
import type { Quotation } from '../language/quotes.ts';
import type { Triple } from './assemble/triple.ts';
import { overlaps } from '../base/span.ts';

/** All 24 of PolNeAR dev and of GUM's documents outside test were right, 23 of them in one report. 2026-11. */
const CONFIDENCE = 0.9;

/** "— Jo Hale" and "- Jo Hale, engineer": a dash, a name, and at most an office. */
const SIGNATURE = /^\s*(--?|[–—―])\s*((?:\p{Lu}[\p{L}.’'-]*|of|de|van|von|bin|al)(?:\s(?:\p{Lu}[\p{L}.’'-]*|of|de|van|von|bin|al)){0,5})(?:,[^.!?]{1,80})?\.?\s*$/u; // prettier-ignore

/** An embedded post: "It sank. https://… — Jo Hale (@johale) June 3, 2031". */
const POST = /\s(--?|[–—―])\s*([^\n()–—―]{1,60}\(@\w{1,30}\))\s*(?:\p{L}+ \d{1,2}, \d{4}|\d{1,2} \p{L}+ \d{4})\s*$/u;

/**
 * Quotations signed as on a poster: “It will hold.” — Jo Hale. The name stands behind the quotation that opens its
 * paragraph, or alone in the next one; an embedded post is signed by its account. Without the rule such a quotation would go on with whoever spoke last.
 */
export function findSigned(text: string, paragraphs: readonly Range[], quotations: readonly Quotation[]): Triple[] {
  const opening = new Map(quotations.filter(({ depth }) => depth === 0).map((one) => [one.start, one]));
  return paragraphs.flatMap((paragraph, i) => {
    const quotation = opening.get(paragraph.start + lead(text, paragraph));
    if (!quotation) return readPost(text, paragraph) ?? [];
    const tail = { start: quotation.end, end: paragraph.end };
    const next = paragraphs[i + 1];
    const alone = text.slice(tail.start, tail.end).trim() === '';
    return readSignature(text, alone && next ? next : tail, quotation.inner) ?? [];
  });
}

/** The network's tellings without those that a signature contradicts: a quotation given to whoever spoke last. */
export function joinSigned(network: readonly Triple[], signed: readonly Triple[]): Triple[] {
  const meets = (a: readonly Range[], b: readonly Range[]): boolean => a.some((x) => b.some((y) => overlaps(x, y)));
  const added = signed.filter((one) => !network.some(({ source }) => meets(source, one.source)));
  const wrong = new Set(network.filter((one) => one.cue.length === 0 && added.some(({ content }) => meets(content, one.content)))); // prettier-ignore
  const kept = network.filter((one) => !wrong.has(one));
  const places = new Map(kept.map((one, i) => [one, i]));
  const placeOf = (within: number | null): number | null => {
    const holder = within === null ? undefined : network[within];
    return (holder && places.get(holder)) ?? null;
  };
  return [...kept.map((one) => ({ ...one, within: placeOf(one.within) })), ...added];
}

function lead(text: string, { start, end }: Range): number {
  return text.slice(start, end).search(/\S/u);
}

function readPost(text: string, { start, end }: Range): Triple | null {
  const words = text.slice(start, end);
  const match = POST.exec(words);
  const [, dash, name] = match ?? [];
  if (!match || !dash || !name) return null;
  const said = words.slice(0, match.index).replace(/(?:\s+(?:https?:\/\/|pic\.twitter\.com)\S*)+$/u, '');
  const cue = start + words.indexOf(dash, match.index);
  const at = start + words.indexOf(name, match.index);
  const content = { start: start + said.search(/\S|$/u), end: start + said.length };
  if (content.start >= content.end) return null;
  return signedBy({ start: at, end: at + name.length }, { start: cue, end: cue + dash.length }, content);
}

/** The dash is the cue, as PolNeAR's readers mark it. */
function readSignature(text: string, { start, end }: Range, content: Range): Triple | null {
  const words = text.slice(start, end);
  const [, dash, name] = SIGNATURE.exec(words) ?? [];
  if (!dash || !name) return null;
  const cue = { start: start + words.indexOf(dash), end: start + words.indexOf(dash) + dash.length };
  const at = start + words.indexOf(name, cue.end - start);
  return signedBy({ start: at, end: at + name.length }, cue, content);
}

function signedBy(source: Range, cue: Range, content: Range): Triple {
  const facts = { score: CONFIDENCE, confidence: CONFIDENCE, features: ['rule'], within: null };
  return { source: [source], cue: [cue], content: [content], ...facts };
}
