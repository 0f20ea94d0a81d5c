import type { FeatureWeights } from '../feature-weights.ts';
import type { Outlook } from './outlook.ts';
import { namesOf } from './features.ts';

/** The rule's value, moved by the weights of its features (models/certainty.json, learned on MEANTIME); −3…3. */
export function scoreOutlook({ weights }: FeatureWeights, outlook: Outlook, kind: 'verb' | 'noun'): number {
  let score = outlook.value;
  for (const name of namesOf(outlook, kind)) score += weights.get(name) ?? 0;
  return Math.max(-3, Math.min(3, score));
}
