import { isTitle } from '../heads.ts';
import { placeOf, type Place } from './anaphors.ts';
import { looksVerb, type Word } from './words.ts';

/** How many words may stand between the commas behind a name. */
const WIDEST = 18;

/**
 * What a name is in its clause: "Rep. Jo Hale (D-Saltmere), who chairs the board, said" is a subject, "to Rep. Jo Hale" is
 * not. Its titles and what stands between brackets or commas behind it are passed over.
 */
export function placeOfName(words: readonly Word[], first: number, next: number): Place {
  let from = first;
  while (isBefore(words[from - 1]) && words[from - 1]?.sentence === words[first]?.sentence) from--;
  const tail = endOfAside(words, next);
  return tail > next && looksVerb(words[tail]) ? placeOf(words, from, tail, 'object') : placeOf(words, from, next, 'object'); // prettier-ignore
}

function isBefore(word: Word | undefined): boolean {
  return word !== undefined && (word.plain === '.' || isTitle(word.plain));
}

/** Behind "(D-Saltmere)" or ", a docker from Saltmere,"; `from` without either. */
function endOfAside(words: readonly Word[], from: number): number {
  let at = from;
  if (words[at]?.plain === '(') at = closing(words, at, ')');
  if (words[at]?.plain === ',') at = closing(words, at, ',');
  return at;
}

function closing(words: readonly Word[], from: number, mark: string): number {
  for (let i = from + 1; i < from + WIDEST; i++) {
    const word = words[i];
    if (!word || word.sentence !== words[from]?.sentence) return from;
    if (word.plain === mark) return i + 1;
  }
  return from;
}
