import { openNumbers, openObject, readModel } from '../base/model-file.ts';
import { NAME_KINDS, type WeighedName } from './name-kinds.ts';
import type { LikelySpan } from './span-choice.ts';
import type { NameKind, Range, Role, TaggedSpan } from './spans.ts';
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

/** The steps between roles that the network's CRF learned (`models/transitions.json`), those that cannot be made barred. */
export function loadTransitions(file: URL): Transitions {
  const transitions = readModel(file, openTransitions);
  return barSteps(ROLE_LABELS, (j, k) => transitions[j]?.[k] ?? 0);
}

function openTransitions(json: unknown): Transitions {
  const { labels, transitions } = openObject(json, ['labels', 'transitions']);
  if (String(labels) !== ROLE_LABELS.join()) throw new TypeError('labels in another order');
  const rows = Array.isArray(transitions) ? transitions.map((row) => openNumbers(row, ROLE_LABELS.length)) : [];
  if (rows.length !== ROLE_LABELS.length) throw new TypeError('not one row a label');
  return rows;
}

/** Between names every step that can be made is as good as any other. */
export const NAME_STEPS: Transitions = barSteps(NAME_LABELS, () => 0);

/** I- follows only its own kind. */
function barSteps(labels: readonly string[], value: (from: number, to: number) => number): Transitions {
  return labels.map((from, j) =>
    labels.map((to, k) => (to.startsWith('I') && from.slice(2) !== to.slice(2) ? NEVER : value(j, k))),
  );
}

export function spansOf(chosen: readonly LikelySpan[], logp: Float32Array, tokens: readonly Token[]): TaggedSpan[] {
  return chosen.map((span) => ({
    ...measure(span, ROLE_LABELS, logp, tokens),
    role: kindOf(ROLE_LABELS, span) as Role,
    chance: span.chance,
  }));
}

export function namesOf(chosen: readonly LikelySpan[], logp: Float32Array, tokens: readonly Token[]): WeighedName[] {
  return chosen.map((span) => ({
    ...measure(span, NAME_LABELS, logp, tokens),
    kind: kindOf(NAME_LABELS, span) as NameKind,
    words: tokens.slice(span.start, span.end).map(({ plain }) => plain),
    kinds: NAME_KINDS.map((_, k) => measure({ ...span, begin: 2 * k + 1 }, NAME_LABELS, logp, tokens).score),
  }));
}

function kindOf(labels: readonly string[], { begin }: LikelySpan): string {
  return labels[begin]?.slice(2) ?? '';
}

/** A span of tokens as a stretch of text, with the mean chance of its tokens. */
function measure(
  { begin, start, end }: LikelySpan,
  labels: readonly string[],
  logp: Float32Array,
  tokens: readonly Token[],
): Range & { readonly score: number } {
  const chance = (row: number, label: number): number => Math.exp(logp[row * labels.length + label] ?? NEVER);
  let score = 0;
  for (let row = start; row < end; row++) score += chance(row, begin) + chance(row, begin + 1);
  return { start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0, score: score / (end - start) };
}
