/** The runs of `size` words of a text, lower case and without marks, each once. */
export function shinglesOf(text: string, size: number): ReadonlySet<string> {
  const words = wordsOf(text);
  const shingles = new Set<string>();
  for (let i = 0; i + size <= words.length; i++) shingles.add(words.slice(i, i + size).join(' '));
  return shingles;
}

/** The words of a text as they are compared: letters and digits, lower case. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
