import type { Outlook } from './outlook.ts';

/** Steps of the rule value that the head may move by themselves. */
const STEPS = [0, 1, 1.8, 2.5];

/**
 * What the head of models/certainty.json weighs beside the rule's own value: the innermost word that the event hangs on,
 * the others, whether it is a noun, how high the rule puts it. Names of binary features.
 */
export function namesOf(outlook: Outlook, kind: 'verb' | 'noun'): readonly string[] {
  const [inner, ...outer] = outlook.trail;
  return [
    ...(kind === 'noun' ? ['noun'] : []),
    ...(inner === undefined ? [] : ['open', `in:${inner}`, `in:${inner}:${kind}`]),
    ...new Set(outer.map((name) => `out:${name}`)),
    ...STEPS.filter((step) => outlook.value > step).map((step) => `over:${String(step)}`),
  ];
}
