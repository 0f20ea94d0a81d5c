/** A word without its endings, lower case: "splits", "splitting" → split, "companies" → compani, "discontinued" → discontinu. */
export function stemOf(word: string): string {
  const plain = word.toLowerCase().replace(/['’]s?$/u, '');
  const cut = plain.replace(/(?:ies|ied)$/u, 'y').replace(/(?<=\p{L}{3})(?:ings?|ed|es|s)$/u, '');
  const single = cut.length < plain.length ? cut.replace(/([bdfgmnprt])\1$/u, '$1') : cut;
  return single.length > 4 ? single.replace(/e$/u, '') : single;
}
