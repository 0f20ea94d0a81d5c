/** What the ranker learns from: every choice that is made while a GUM document is read. */
import { layBeside, mostOf } from '../../evals/mentions/gold.ts';
import type { GumMentions } from '../../evals/mentions/gum-mentions.ts';
import { makeInput } from '../../evals/mentions/input.ts';
import type { TaggedSpan } from '../../src/language/spans.ts';
import type { Cluster } from '../../src/language/mentions/cluster.ts';
import { describeNone, describeOption } from '../../src/language/mentions/features.ts';
import { resolveMentions, type Choose } from '../../src/language/mentions/resolve.ts';

export interface Example {
  readonly class: string;
  /** Features of nobody, then of each candidate. */
  readonly options: readonly (readonly string[])[];
  /** Which of them are right: several where our names split what the annotators hold to be one. */
  readonly right: readonly number[];
}

/**
 * The choices of a reading in which every choice before was right, or, with `choose`, was made by it: what the reader meets
 * when it reads by itself, its own mistakes included.
 */
export function listExamples(gum: GumMentions, tagged: readonly TaggedSpan[], choose: Choose | null = null): Example[] {
  const goldOf = layBeside(gum);
  const examples: Example[] = [];
  const meaning = (cluster: Cluster): string | null => {
    if (cluster.names.length > 0) return mostOf(cluster.names.flatMap((one) => goldOf(one, 'name')?.entity ?? []));
    const first = cluster.links.filter((one) => one.form !== 'pronoun').slice(0, 1);
    return mostOf(first.flatMap((one) => goldOf(one, one.form === 'group' ? 'pair' : 'other')?.entity ?? []));
  };
  resolveMentions(makeInput(gum.text, gum.allNames, tagged), (scene, options) => {
    const gold = goldOf(scene.anaphor, 'other');
    const right: number[] = [];
    options.forEach(({ cluster }, i) => {
      if (!gold) return;
      const parts = cluster.members.map((one) => meaning(one) ?? '');
      const isGroup = gold.parts.length > 0 && parts.length === gold.parts.length && parts.every((one) => gold.parts.includes(one)); // prettier-ignore
      if (isGroup || meaning(cluster) === gold.entity) right.push(i + 1);
    });
    if (right.length === 0) right.push(0);
    if (options.length > 0)
      examples.push({
        class: scene.anaphor.class,
        options: [describeNone(scene), ...options.map((one) => describeOption(one, scene))],
        right,
      });
    return choose ? choose(scene, options) : { index: (right[0] ?? 0) - 1, chance: 1 };
  });
  return examples;
}
