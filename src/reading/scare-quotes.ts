import type { Note } from '../base/note.ts';
import { makeSpan, overlaps } from '../base/span.ts';
import type { Range } from '../language/spans.ts';
import type { Quotation } from '../language/quotes.ts';

/** A quotation of more words is somebody's, not a doubt about a word. */
const MOST_WORDS = 3;
/** "known as “the Rock”", "titled “Home”", "the word “barge”": the marks name, they doubt nothing. */
const NAMING = /\b(?:called|named|dubbed|nicknamed|titled|entitled|known as|billed as|labell?ed|said|says|words?|terms?|phrase|slogan|song|film|movie|book|novel|album|series|show|play|poem|title|hashtag|means?|reads?|shouted|chanted|chants? of)\s*[:,]?\s*$/iu; // prettier-ignore

/**
 * Words that the report holds at arm's length: a word or two in quotation marks that nobody is credited with ("this ‘test
 * run’"), and "so-called". A finding for people, who decide what it means; names and titles are left out. `told`: sources,
 * cues and contents of the attributions found, where quoted words are the speaker's.
 */
export function findScareQuotes(
  text: string,
  quotations: readonly Quotation[],
  told: readonly Range[],
): readonly Note[] {
  const quoted = quotations.filter((one) => isScare(text, one) && !told.some((range) => overlaps(range, one)));
  const soCalled = [
    ...text.matchAll(
      /\bso-called\s+["“‘']?[\p{L}\p{N}’-]+(?:\s+(?!(?:of|in|on|at|to|for|and|or|by|from|with|that|who|which|is|are|was|were|has|have|had|will|would|as)\b)[\p{L}\p{N}’-]+)?/giu,
    ),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...quoted.filter((one) => !soCalled.some((range) => overlaps(range, one))), ...soCalled]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({
      code: 'reading.scare-quotes',
      what: 'The report holds this wording at arm’s length, and credits nobody with it.',
      span: makeSpan(text, start, end),
    }));
}

function isScare(text: string, { start, inner, depth, goesOn, continued }: Quotation): boolean {
  if (depth > 0 || goesOn || continued) return false;
  const words = text.slice(inner.start, inner.end).match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS || /[.,!?]$/u.test(text.slice(inner.start, inner.end)))
    return false;
  // A capital is a name's or a title's.
  if (words.some((word) => /^\p{Lu}/u.test(word) || /^\p{N}/u.test(word))) return false;
  return !NAMING.test(text.slice(Math.max(0, start - 30), start));
}
