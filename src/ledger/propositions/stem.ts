/** A word without its endings, lower case: "splits", "splitting" → split, "companies" → compani, "discontinued" → discontinu. */
export function stemOf(word: string): string {
  const plain = word.toLowerCase().replace(/['’]s?$/u, '');
  const cut = plain.replace(/(?:ies|ied)$/u, 'y').replace(/(?<=\p{L}{3})(?:ings?|ed|es|s)$/u, '');
  const single = cut.length < plain.length ? cut.replace(/([bdfgmnprt])\1$/u, '$1') : cut;
  return ALIKE[single] ?? (single.length > 4 ? single.replace(/e$/u, '') : single);
}

/** Verbs of news that say the same as another of one root; their vectors are those of the nouns (cameras have shutters). */
const ALIKE: Readonly<Record<string, string>> = { shutter: 'shut' };
