import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Role, TaggedSpan } from './document.ts';
import type { Token } from './tokens.ts';

/** The head's outputs, in its order. */
export const LABELS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;
const COUNT = LABELS.length;
const NEVER = -1e4;

/** What the network's CRF adds for a step from one label (row) to the next (column), in nats. */
export type Transitions = readonly (readonly number[])[];

const transitionsSchema = z.strictObject({
  labels: z.array(z.string()).refine((names) => names.join() === LABELS.join(), 'labels in another order'),
  transitions: z.array(z.array(z.number()).length(COUNT)).length(COUNT),
});

/** The learned steps of `models/transitions.json`, those that cannot be made barred: I- follows only its own role. */
export function loadTransitions(file: URL): Transitions {
  const { transitions } = transitionsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return LABELS.map((from, j) =>
    LABELS.map((to, k) => (to.startsWith('I') && from.slice(2) !== to.slice(2) ? NEVER : (transitions[j]?.[k] ?? 0))),
  );
}

/**
 * The best label sequence of tokens `[from, to)` (Viterbi) as indices into LABELS.
 * `logp`: log probabilities, row-major [tokens × 7].
 */
export function decodeLabels(logp: Float32Array, from: number, to: number, transitions: Transitions): number[] {
  const rows = to - from;
  if (rows <= 0) return [];
  let best = LABELS.map((label, k) => (label.startsWith('I') ? NEVER : 0) + at(logp, from, k));
  const back: Uint8Array[] = [];
  for (let row = 1; row < rows; row++) {
    const next = new Array<number>(COUNT);
    const pointer = new Uint8Array(COUNT);
    for (let k = 0; k < COUNT; k++) {
      let value = -Infinity;
      for (let j = 0; j < COUNT; j++) {
        const candidate = (best[j] ?? 0) + (transitions[j]?.[k] ?? 0);
        if (candidate > value) {
          value = candidate;
          pointer[k] = j;
        }
      }
      next[k] = value + at(logp, from + row, k);
    }
    best = next;
    back.push(pointer);
  }
  const path = [best.indexOf(Math.max(...best))];
  for (const pointer of back.reverse()) path.push(pointer[path.at(-1) ?? 0] ?? 0);
  return path.reverse();
}

function at(logp: Float32Array, row: number, label: number): number {
  return logp[row * COUNT + label] ?? NEVER;
}

/** The spans that a label sequence marks over tokens `[from, from + labels.length)`. */
export function spansOf(
  labels: readonly number[],
  logp: Float32Array,
  tokens: readonly Token[],
  from: number,
): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  for (let i = 0; i < labels.length; i++) {
    const label = LABELS[labels[i] ?? 0] ?? 'O';
    if (!label.startsWith('B')) continue;
    const role = label.slice(2) as Role;
    let last = i;
    while (LABELS[labels[last + 1] ?? 0] === `I-${role}`) last++;
    const inside = 1 + LABELS.findIndex((name) => name === label);
    let score = 0;
    for (let k = i; k <= last; k++)
      score += Math.exp(at(logp, from + k, inside - 1)) + Math.exp(at(logp, from + k, inside));
    spans.push({
      role,
      start: tokens[from + i]?.start ?? 0,
      end: tokens[from + last]?.end ?? 0,
      score: score / (last - i + 1),
      edges: [
        Math.exp(at(logp, from + i, inside - 1)),
        last + 1 < labels.length ? 1 - Math.exp(at(logp, from + last + 1, inside)) : 1,
      ],
    });
    i = last;
  }
  return spans;
}
