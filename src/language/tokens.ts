import type { Range } from './spans.ts';

/**
 * A token as the network was trained on it (train/tokens.py holds the same expression in Python; tested on thousands of
 * strings). `plain` is its spelling for the vocabulary: curly marks and long dashes made straight.
 */
export interface Token extends Range {
  readonly plain: string;
  /** 1 lower, 2 Title, 3 UPPER, 4 digits, 5 punctuation: the vocabulary is uncased, and case matters. */
  readonly shape: number;
}

// Penn-Treebank-like: clitics apart ("did" "n't"), hyphenated words whole, each mark by itself. White space is Python's.
const TOKEN =
  /(?:[A-Za-z]\.){2,}|\p{Nd}+(?:[.,:]\p{Nd}+)*|(?:can|wo|do|does|did|is|are|was|were|have|has|had|would|could|should|ai|must|need)(?=n['’]t(?![\p{L}\p{N}_]))|n['’]t(?![\p{L}\p{N}_])|['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}_])|``|''|[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*|\.\.\.|[^\p{L}\p{N}_\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/giu;

const PLAIN: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '``': '"',
  "''": '"',
  '‘': "'",
  '’': "'",
  '`': "'",
  '–': '-',
  '—': '-',
};

/** The tokens of `text` inside `range`, in order. */
export function tokenize(text: string, range: Range = { start: 0, end: text.length }): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(range.start, range.end).matchAll(TOKEN)) {
    tokens.push(tokenOf(match[0], range.start + match.index));
  }
  return tokens;
}

/** One token that stands at `start`. */
export function tokenOf(word: string, start: number): Token {
  const plain = PLAIN[word] ?? word.replaceAll('’', "'");
  return { start, end: start + word.length, plain, shape: shapeOf(word) };
}

function shapeOf(token: string): number {
  const letters = [...token];
  if (letters.length > 1 && isUpper(token)) return 3;
  if (/^\p{Uppercase}/u.test(token)) return 2;
  if (/\p{Nd}/u.test(token)) return 4;
  return /[\p{L}\p{N}]/u.test(token) ? 1 : 5;
}

/** Python's `str.isupper`: a cased letter is there, and none of them is lower case. */
function isUpper(token: string): boolean {
  return /\p{Uppercase}/u.test(token) && !/[\p{Lowercase}\p{Lt}]/u.test(token);
}
