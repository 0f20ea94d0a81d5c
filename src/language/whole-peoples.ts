import { readLexicon } from '../base/lexicon.ts';
import type { LikelySpan } from './span-choice.ts';
import type { Token } from './tokens.ts';

let held: ReadonlySet<string> | null = null;

/** Peoples and countries of two words: "North Korean", "New Zealand". */
function pairs(): ReadonlySet<string> {
  held ??= new Set(readLexicon('demonyms').flatMap(([, peoples = '', place = '']) => [...peoples.split(';'), place]).filter((name) => name.split(' ').length === 2)); // prettier-ignore
  return held;
}

/**
 * Names of which the network took one word or each by itself ("North", "Korean") are the people or the country that both
 * words name. Rows of tokens throughout.
 */
export function joinPeoples(tokens: readonly Token[], told: readonly LikelySpan[]): LikelySpan[] {
  let spans = [...told];
  for (const { start, end } of told)
    for (const at of end - start > 1 ? [] : [start - 1, start]) {
      if (!pairs().has(`${tokens[at]?.plain ?? ''} ${tokens[at + 1]?.plain ?? ''}`)) continue;
      const near = spans.filter((one) => one.start < at + 2 && one.end > at);
      const [likeliest] = near.toSorted((a, b) => b.chance - a.chance);
      if (!likeliest || near.some((one) => one.end - one.start > 1)) continue;
      spans = [...spans.filter((one) => !near.includes(one)), { ...likeliest, start: at, end: at + 2 }];
    }
  return spans.sort((a, b) => a.start - b.start);
}
