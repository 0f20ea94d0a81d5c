import { sumWeights } from '../assemble/linker.ts';
import type { EventKind } from './ahead-words.ts';
import { namesOfContent, type Weighed } from './features.ts';
import { kindOfAct } from './kinds.ts';
import { readAheadModel, weighSense } from './model.ts';

/** Score over which a content is ahead: precision and recall nearest each other where half of the contents are (train/expected). */
const LEAST = -1.5;

/** The rules' kind where the head agrees that a content is ahead; where they give none and it is, what modal and act make it. */
export function weighKind(weighed: Weighed): EventKind | null {
  const names = namesOfContent(weighed);
  const { weights, content, cue } = readAheadModel();
  const score = sumWeights(weights, ['bias', ...names]) + weighSense(content, weighed.sense.content) + weighSense(cue, weighed.sense.cue);
  if (score <= LEAST) return null;
  if (weighed.rule !== null) return weighed.rule;
  // Against the rules only where a modal or a time ahead says so.
  if (!names.some((name) => name === 'time' || name.startsWith('first:'))) return null;
  // "every Friday he would call", "will it open?", "we are going to have to do more": of no day, asked, a duty
  if (names.some((name) => /^has:(?:every|always|never|question|duty)$/u.test(name))) return null;
  return names.includes('first:could') || names.includes('first:may') ? 'possible' : kindOfAct(weighed.act);
}
