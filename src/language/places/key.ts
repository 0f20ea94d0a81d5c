const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ə: 'a', ħ: 'h',
}; // prettier-ignore

/** Words that gazetteers and newspapers write in full or short as they please. */
const SHORT: Readonly<Record<string, string>> = { saint: 'st', sainte: 'ste', mount: 'mt', fort: 'ft' };

/**
 * The key under which the gazetteer holds a name: lower case without accents, points, apostrophes and hyphens, and
 * "saint", "mount", "fort" short. Null where letters remain that are not Latin. The same function makes the file and
 * reads it.
 */
export function keyOf(name: string): string | null {
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(name)) return shorten(name.toLowerCase());
  const plain = isAscii(name) ? name.toLowerCase() : foldLetters(name);
  const key = plain
    .replace(/[.,’'‘`"“”ʻʼ]/gu, '')
    .replace(/[-–—/()\s]+/gu, ' ')
    .trim();
  if (key === '' || !/^[a-z0-9& ]+$/u.test(key)) return null;
  return shorten(key);
}

function shorten(key: string): string {
  return key.replace(/(?:^| )(?:sainte?|mount|fort)(?= \S)/g, (word) =>
    word.startsWith(' ') ? ` ${SHORT[word.slice(1)] ?? ''}` : (SHORT[word] ?? ''),
  );
}

/** The key of a name that counts only in capitals ("US", "N.Y.", "DRC"), which lower-case words must not meet; else null. */
export function codeOf(name: string): string | null {
  const second = name.charCodeAt(1);
  // Most names have a small letter second: they are passed over without a regular expression.
  if (name.length > 12 || name.length < 2 || (second >= 97 && second <= 122)) return null;
  return /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.\s?){1,4}\p{Lu}?\.?)$/u.test(name) ? `=${name.replace(/[.\s]/gu, '')}` : null;
}

function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/u.test(text);
}

function foldLetters(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþıəħ]/gu, (letter) => LETTERS[letter] ?? letter);
}
