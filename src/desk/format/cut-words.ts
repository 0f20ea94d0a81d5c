import { makeOneLine } from './harmless.ts';

/** Words of a report on one line, at a length that a heading or an answer can take; what is cut says so. */
export function cutWords(words: string, most = 400): string {
  const line = makeOneLine(words);
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most).join('')} … (${String(characters.length - most)} more characters)`; // prettier-ignore
}
