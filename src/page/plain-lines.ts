import type { LineReason } from './lines.ts';
import { judgeLine } from './lines.ts';

/** A line of a plain text: offsets of its words (white space at its edges apart), and its place among the lines. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type NoStoryReason = LineReason | 'biography';

export interface NoStoryLine extends TextLine {
  readonly reason: NoStoryReason;
}

/** The lines of a text that hold a word, in order. */
export function listLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
    const words = match[0].trim();
    if (words === '') continue;
    const start = match.index + match[0].indexOf(words);
    lines.push({ start, end: start + words.length, text: words });
  }
  return lines;
}

// prettier-ignore
const PLAIN: readonly (readonly [LineReason, RegExp])[] = [
  ['caption', /^(?:(?:file |stock |archive )?(?:image|photo(?:graph)?|picture|pic|screenshot|illustration|caption)s?(?: of\b|:)|(?:file photo|file picture|file image)\b|pictured\s*:)(?!.*\b(?:is|are|was|were|has|have|had|will|would|can|could|show|shows|showed|said|says|appeared|emerged|spread)\b)/iu],
  ['credit', /(?:^|[.\s(])(?:photo |image |picture |video )?credits?\s*:\s+[^.]{2,80}(?:\.com)?\)?$|(?:^|[.(] ?)(?:©|photo(?:graph)?s? (?:by|courtesy of)|image (?:by|courtesy of))\s[^.]{2,80}\)?$|\/(?:shutterstock|getty(?: images)?|afp|ap|reuters|epa|alamy|istock|pa|pool)(?:\.com)?\)?$|^\(?(?:ap photo|reuters\/|getty images)/iu],
  ['newsletter', /^(?:thank you for (?:taking the time|reading)|thanks for reading|do remember to (?:come back|subscribe)|remember,? you can (?:also )?follow|you can (?:also )?follow us|if you (?:enjoyed|liked) this (?:article|story)|got a (?:news )?(?:story|tip)|do you have a (?:story|tip) (?:for|to)\b|share this (?:article|story))/iu],
  ['comments', /^(?:no comments?(?: yet)?|comments?(?: are closed)?|(?:\d+ )?(?:comments|replies|responses)|leave a (?:comment|reply).*|add (?:a )?comment.*)$/iu],
];

/** Why a line of a plain text is no story, by its own words, or null. */
export function judgePlainLine(text: string): LineReason | null {
  if (text.length <= 300) {
    for (const [reason, pattern] of PLAIN) {
      // A long line with a verb's worth of sentences in it is the story, whatever it says of a photograph.
      if (pattern.test(text) && (reason === 'newsletter' || text.length <= 200)) return reason;
    }
  }
  return judgeLine(text);
}

const SIGNED = /^(?:written by|reported by|by|author|text|words by|story by)\s*:?$/iu;
const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|bin|al|el)){1,4}$/u;
const BIOGRAPHY =
  /\b(?:is an?|was born|originally from|has (?:been|worked|written|covered|reported)|writes|covers|joined|graduated|studied|lives in|based in|spent (?:years|\w+ years)|reporter|journalist|correspondent|editor|columnist|freelance|get in touch|follow (?:him|her|them)|can be reached|contact (?:him|her|them)|@)\b/iu;

/** The closing signature: “Written by”, a name, and what is said of that person, each only where it follows the one before. */
export function findSignature(lines: readonly TextLine[]): NoStoryLine[] {
  const at = lines.findLastIndex(({ text }) => SIGNED.test(text));
  const name = lines[at + 1];
  if (at < 0 || name === undefined || !NAME.test(name.text)) return [];
  const found: NoStoryLine[] = [lines[at], name].flatMap((line) =>
    line === undefined ? [] : [{ ...line, reason: 'byline' }],
  );
  for (const line of lines.slice(at + 2)) {
    const [first = ''] = name.text.split(/\s+/u);
    if (!line.text.includes(first) && !BIOGRAPHY.test(line.text)) break;
    if (judgePlainLine(line.text) === null) found.push({ ...line, reason: 'biography' });
  }
  // Above the story the same words open a byline: what follows it there is the story, not a life.
  return at < lines.length / 2 ? found.filter(({ reason }) => reason === 'byline') : found;
}
