import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { sumWeights } from '../assemble/linker.ts';
import type { EventKind } from './ahead-words.ts';
import { namesOfContent, type Weighed } from './features.ts';
import { kindOfAct } from './kinds.ts';

const headSchema = z.strictObject({
  weights: z
    .record(z.string(), z.number())
    .transform((table): ReadonlyMap<string, number> => new Map(Object.entries(table))),
});

type Head = z.infer<typeof headSchema>;

/** Score over which a content is ahead: precision and recall nearest each other where half of the contents are (train/expected). */
const LEAST = -1.4;

let held: Head | null = null;

/** models/expected.json, read on first use and kept. */
function loadHead(): Head {
  return (held ??= headSchema.parse(
    JSON.parse(readFileSync(new URL('../../../models/expected.json', import.meta.url), 'utf8')),
  ));
}

/** The rules' kind where the head agrees that a content is ahead; where they give none and it is, what modal and act make it. */
export function weighKind(weighed: Weighed): EventKind | null {
  const names = namesOfContent(weighed);
  const { weights } = loadHead();
  if (sumWeights(weights, ['bias', ...names]) <= LEAST) return null;
  if (weighed.rule !== null) return weighed.rule;
  // Against the rules only where a modal or a time ahead says so.
  if (!names.some((name) => name === 'time' || name.startsWith('first:'))) return null;
  // "every Friday he would call", "will it open?", "we are going to have to do more": of no day, asked, a duty
  if (names.some((name) => /^has:(?:every|always|never|question|duty)$/u.test(name))) return null;
  return names.includes('first:could') || names.includes('first:may') ? 'possible' : kindOfAct(weighed.act);
}
