import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Outlook } from './outlook.ts';
import { namesOf } from './features.ts';

const headSchema = z.strictObject({
  weights: z
    .record(z.string(), z.number())
    .transform((table): ReadonlyMap<string, number> => new Map(Object.entries(table))),
});

/** How far the rule's value is moved for each feature; learned on MEANTIME (train/certainty). */
export type Head = z.infer<typeof headSchema>;

let held: Head | null = null;

/** models/certainty.json, read on first use and kept. */
export function loadHead(): Head {
  return (held ??= headSchema.parse(
    JSON.parse(readFileSync(new URL('../../../models/certainty.json', import.meta.url), 'utf8')),
  ));
}

/** The rule's value, moved by the weights of its features; −3…3. */
export function scoreOutlook(head: Head, outlook: Outlook, kind: 'verb' | 'noun'): number {
  let score = outlook.value;
  for (const name of namesOf(outlook, kind)) score += head.weights.get(name) ?? 0;
  return Math.max(-3, Math.min(3, score));
}
