import { readLexicon } from '../base/lexicon.ts';
import type { LikelySpan } from './span-choice.ts';
import type { Token } from './tokens.ts';

interface Known {
  readonly peoples: ReadonlySet<string>;
  /** Peoples and countries of two words: "North Korean", "New Zealand". */
  readonly pairs: ReadonlySet<string>;
}

let held: Known | null = null;

function know(): Known {
  if (!held) {
    const rows = readLexicon('demonyms').map(([, words = '', place = '']) => ({ words: words.split(';'), place }));
    const all = rows.flatMap(({ words, place }) => [...words, place]);
    held = { peoples: new Set(rows.flatMap(({ words }) => words)), pairs: new Set(all.filter((name) => name.split(' ').length === 2)) }; // prettier-ignore
  }
  return held;
}

/** Bodies of which each country has one: the name of the people is part of theirs. */
const BODIES: ReadonlySet<string> = new Set(['Ministry', 'Parliament', 'Army', 'Navy', 'Embassy', 'Government', 'Cabinet', 'Presidency']); // prettier-ignore

/**
 * Names of which the network took one word or each by itself ("North", "Korean") are the people or the country that both
 * words name; and "North Korean" right before "Foreign Ministry" is the beginning of its name. Rows of tokens throughout.
 */
export function joinPeoples(tokens: readonly Token[], told: readonly LikelySpan[]): LikelySpan[] {
  const { pairs, peoples } = know();
  let spans = [...told];
  for (const { start, end } of told)
    for (const at of end - start > 1 ? [] : [start - 1, start]) {
      if (!pairs.has(`${tokens[at]?.plain ?? ''} ${tokens[at + 1]?.plain ?? ''}`)) continue;
      const near = spans.filter((one) => one.start < at + 2 && one.end > at);
      const [likeliest] = near.toSorted((a, b) => b.chance - a.chance);
      if (!likeliest || near.some((one) => one.end - one.start > 1)) continue;
      spans = [...spans.filter((one) => !near.includes(one)), { ...likeliest, start: at, end: at + 2 }];
    }
  spans.sort((a, b) => a.start - b.start);
  return spans.flatMap((span, i) => {
    const [before, after] = [spans[i - 1], spans[i + 1]];
    if (after && isTheirs(span, after)) return [];
    return [before && isTheirs(before, span) ? { ...span, start: before.start } : span];
  });

  function isTheirs(people: LikelySpan, body: LikelySpan): boolean {
    const words = tokens.slice(people.start, people.end).map(({ plain }) => plain).join(' '); // prettier-ignore
    return people.end === body.start && BODIES.has(tokens[body.end - 1]?.plain ?? '') && peoples.has(words);
  }
}
