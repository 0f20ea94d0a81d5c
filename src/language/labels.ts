import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Name, Range, Role, TaggedSpan } from './spans.ts';
import type { Token } from './tokens.ts';

/** The outputs of the two heads, in their order. */
export const ROLE_LABELS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;
export const NAME_LABELS = [
  'O', 'B-person', 'I-person', 'B-organization', 'I-organization', 'B-place', 'I-place', 'B-demonym', 'I-demonym',
  'B-other', 'I-other',
] as const; // prettier-ignore
const NEVER = -1e4;

/** What a step from one label (row) to the next (column) adds, in nats. */
export type Transitions = readonly (readonly number[])[];

const transitionsSchema = z.strictObject({
  labels: z.array(z.string()).refine((names) => names.join() === ROLE_LABELS.join(), 'labels in another order'),
  transitions: z.array(z.array(z.number()).length(ROLE_LABELS.length)).length(ROLE_LABELS.length),
});

/** The steps between roles that the network's CRF learned (`models/transitions.json`), those that cannot be made barred. */
export function loadTransitions(file: URL): Transitions {
  const { transitions } = transitionsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return barSteps(ROLE_LABELS, (j, k) => transitions[j]?.[k] ?? 0);
}

/** Between names every step that can be made is as good as any other. */
export const NAME_STEPS: Transitions = barSteps(NAME_LABELS, () => 0);

/** I- follows only its own kind. */
function barSteps(labels: readonly string[], value: (from: number, to: number) => number): Transitions {
  return labels.map((from, j) =>
    labels.map((to, k) => (to.startsWith('I') && from.slice(2) !== to.slice(2) ? NEVER : value(j, k))),
  );
}

/**
 * The best label sequence of tokens `[from, to)` (Viterbi) as indices into the labels of `transitions`.
 * `logp`: log probabilities, row-major [tokens × labels].
 */
export function decodeLabels(logp: Float32Array, from: number, to: number, transitions: Transitions): number[] {
  const rows = to - from;
  const count = transitions.length;
  if (rows <= 0) return [];
  const at = (row: number, label: number): number => logp[row * count + label] ?? NEVER;
  // A first token can begin nothing in the middle: what "O" may step to.
  let best = (transitions[0] ?? []).map((step, k) => (step === NEVER ? NEVER : 0) + at(from, k));
  const back: Uint8Array[] = [];
  for (let row = 1; row < rows; row++) {
    const next = new Array<number>(count);
    const pointer = new Uint8Array(count);
    for (let k = 0; k < count; k++) {
      let value = -Infinity;
      for (let j = 0; j < count; j++) {
        const candidate = (best[j] ?? 0) + (transitions[j]?.[k] ?? 0);
        if (candidate > value) {
          value = candidate;
          pointer[k] = j;
        }
      }
      next[k] = value + at(from + row, k);
    }
    best = next;
    back.push(pointer);
  }
  const path = [best.indexOf(Math.max(...best))];
  for (const pointer of back.reverse()) path.push(pointer[path.at(-1) ?? 0] ?? 0);
  return path.reverse();
}

/** A run of one kind over the tokens `[first, last]`. */
interface Run extends Range {
  readonly kind: string;
  readonly score: number;
  readonly edges: readonly [number, number];
}

export function spansOf(
  path: readonly number[],
  logp: Float32Array,
  tokens: readonly Token[],
  from: number,
): TaggedSpan[] {
  return runsOf(ROLE_LABELS, path, logp, tokens, from).map(({ kind, ...run }) => ({ role: kind as Role, ...run }));
}

export function namesOf(path: readonly number[], logp: Float32Array, tokens: readonly Token[], from: number): Name[] {
  return runsOf(NAME_LABELS, path, logp, tokens, from).map(({ kind, start, end, score }) => ({
    kind: kind as Name['kind'],
    start,
    end,
    score,
  }));
}

/** The runs that a label sequence marks over tokens `[from, from + path.length)`. */
function runsOf(
  labels: readonly string[],
  path: readonly number[],
  logp: Float32Array,
  tokens: readonly Token[],
  from: number,
): Run[] {
  const chance = (row: number, label: number): number => Math.exp(logp[row * labels.length + label] ?? NEVER);
  const runs: Run[] = [];
  for (let i = 0; i < path.length; i++) {
    const begin = path[i] ?? 0;
    if (!labels[begin]?.startsWith('B')) continue;
    const inside = begin + 1;
    let last = i;
    while (path[last + 1] === inside) last++;
    let score = 0;
    for (let k = i; k <= last; k++) score += chance(from + k, begin) + chance(from + k, inside);
    runs.push({
      kind: labels[begin].slice(2),
      start: tokens[from + i]?.start ?? 0,
      end: tokens[from + last]?.end ?? 0,
      score: score / (last - i + 1),
      edges: [chance(from + i, begin), last + 1 < path.length ? 1 - chance(from + last + 1, inside) : 1],
    });
    i = last;
  }
  return runs;
}
