import { readLexicon } from '../base/lexicon.ts';
import type { Name, Range } from './spans.ts';
import type { Token } from './tokens.ts';

let held: ReadonlySet<string> | null = null;

/** Countries and peoples, by all their names. */
function know(): ReadonlySet<string> {
  held ??= new Set([
    ...readLexicon('states').flatMap(([name = '', others = '']) => [name, ...others.split(';')]),
    ...readLexicon('demonyms').flatMap(([, words = '', name = '']) => [name, ...words.split(';')]),
  ]);
  return held;
}

/** The party of a member of a parliament before their state, as American papers have it. */
const PARTY = /^[DRI]-\p{Lu}\p{L}*$/u;
const INITIAL = /^\p{Lu}$/u;

/**
 * Names within words with hyphens, where the network takes whole words: "US-China" is two, "Iran-backed" is Iran, and of
 * "D-N.Y." the state alone is one. Names in the order of the text.
 */
export function cutCompounds(tokens: readonly Token[], names: readonly Name[]): Name[] {
  const labels = findPartyLabels(tokens);
  const words = new Map(tokens.filter(({ plain }) => plain.includes('-')).map((token) => [token.start, token]));
  let next = 0;
  const kept = names.filter(({ start, end }) => {
    while ((labels[next]?.end ?? Infinity) <= start) next++;
    return (labels[next]?.start ?? Infinity) >= end;
  });
  const states = labels.map(({ start, end }): Name => ({ start: start + 2, end, kind: 'place', score: 1 }));
  return [...kept.flatMap((name) => cutName(words.get(name.start), name)), ...states].sort((a, b) => a.start - b.start);
}

/** Where a state stands in "D-N.Y." or "R-Saltmere", with the party; its full stops inside, but not one that may end a sentence. */
function findPartyLabels(tokens: readonly Token[]): Range[] {
  return tokens.flatMap((token, at) => {
    if (!PARTY.test(token.plain)) return [];
    const [dot, letter] = [tokens[at + 1], tokens[at + 2]];
    if (token.plain.length > 3) return [token];
    const isAdjacent = dot?.plain === '.' && dot.start === token.end && letter?.start === dot.end;
    return isAdjacent && INITIAL.test(letter.plain) ? [{ start: token.start, end: letter.end }] : [];
  });
}

/** "US-China" as its two names, "Iran-backed" as Iran; any other name as it is. */
function cutName(word: Token | undefined, name: Name): readonly Name[] {
  // "African-American" is one people.
  if (word?.end !== name.end || /\p{L}-Americans?$/u.test(word.plain)) return [name];
  const parts = word.plain.split('-');
  const tail = parts.findIndex((part) => /^\p{Ll}/u.test(part));
  const named = tail < 0 ? parts : parts.slice(0, tail);
  if (named.length === 0 || !named.every((part) => know().has(part))) return [name];
  let from = name.start;
  return named.map((part) => {
    const start = from;
    from += part.length + 1;
    return { ...name, start, end: start + part.length };
  });
}
