import { sumWeights } from '../assemble/linker.ts';
import type { EventKind } from './ahead-words.ts';
import { namesOfContent, type Weighed } from './features.ts';
import { kindOfAct } from './kinds.ts';
import { readAheadModel, weighSense } from './model.ts';

/** Score over which a content is ahead where the rules say so, and where they do not: chosen by folds (train/expected). */
export const LEAST = { withRules: -2, againstRules: -1.4 } as const;

/** The rules' kind where the head agrees that a content is ahead; where they give none and it is, what modal and act make it. */
export function weighKind(weighed: Weighed): EventKind | null {
  const names = namesOfContent(weighed);
  const { weights, content, cue } = readAheadModel();
  const { sense, rule } = weighed;
  const score = sumWeights(weights, ['bias', ...names]) + weighSense(content, sense.content) + weighSense(cue, sense.cue);
  if (rule !== null) return score > LEAST.withRules ? rule : null;
  if (score <= LEAST.againstRules || sense.content === null || !mayOverrule(names)) return null;
  return names.includes('first:could') || names.includes('first:may') ? 'possible' : kindOfAct(weighed.act);
}

/**
 * Against the rules only where a modal or a time ahead says so, and not of "every Friday he would call", "will it open?",
 * "we are going to have to do more": of no day, asked, a duty.
 */
export function mayOverrule(names: readonly string[]): boolean {
  return names.some((name) => name === 'time' || name.startsWith('first:')) && !names.some((name) => /^has:(?:every|always|never|question|duty)$/u.test(name)); // prettier-ignore
}
