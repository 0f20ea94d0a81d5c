/** The comparable words of a name: no marks, no "the", no possessive, no "Jr." */
export function nameWords(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}|['’]s?$/gu, '')
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== '' && !/^(?:jr|sr|iii?|inc|ltd|llc|plc|corp|corporation|gmbh|esq)$/u.test(word));
}

const SMALL = /^(?:of|the|and|for|in|on|de|la|le|du|des|&)$/u;

/** The letters by which a name can be short: "Bureau of Fair Trade" → "bft" and "boft". */
export function initialsOf(words: readonly string[]): readonly string[] {
  if (words.length < 2) return [];
  const all = words.map((word) => word[0] ?? '').join('');
  const strong = words
    .filter((word) => !SMALL.test(word))
    .map((word) => word[0] ?? '')
    .join('');
  return strong === all ? [all] : [strong, all];
}

/** "BFT", "B.F.T.": two to seven capitals. */
export function isAcronym(name: string): boolean {
  return /^(?:\p{Lu}\.?){2,7}s?$/u.test(name.replace(/^(?:the|The)\s+/u, ''));
}

/** Whether the given names of two bearers of one surname can be one person's: equal, one missing, or an initial. */
export function agreeFirst(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const [x = '', y = ''] = [a[0], b[0]];
  return x === y || (x.length === 1 && y.startsWith(x)) || (y.length === 1 && x.startsWith(y));
}
