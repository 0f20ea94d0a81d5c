import { overlaps } from '../base/span.ts';
import type { Range } from './spans.ts';

/** A stretch of rows `[start, end)` that may be one span of the kind whose B- label is `begin`. */
export interface LikelySpan extends Range {
  readonly begin: number;
  /** The chance that a span of this kind begins and ends just there, 0–1. */
  readonly chance: number;
}

/** Steps between labels: labels come as O, then B- and I- of each kind; what a step adds in nats, a barred one very low. */
type Steps = readonly (readonly number[])[];

/** What a choice weighs. Each figure set by `npm run eval -- --only spans` on PolNeAR dev. */
export interface ChoiceRule {
  /** Flattens the network's chances, which are too sure of themselves: every score is divided by it. */
  readonly temperature: number;
  /** A span counts where its chance is above this: for exact F1 that is half of the F1 reached (Lewis, SIGIR 1995). */
  readonly least: number;
  /** Where it is this likely that some span of the kind stands there, the likeliest of them is taken whatever its chance. */
  readonly sure: number;
}

/** PolNeAR dev: 85.3 / 78.1 / 75.2; without `sure` 85.6 / 78.6 / 75.8, at .77 instead of .80 of GUM's relations. */
export const ROLE_CHOICE: ChoiceRule = { temperature: 1, least: 0.4, sure: 0.85 };
/** GUM news, five-fold: F1 .763, where .38 and .9 give .758. */
export const NAME_CHOICE: ChoiceRule = { temperature: 1, least: 0.35, sure: 0.7 };

/** Spans under this chance are not looked at: they cannot be taken, only add to what stands in their place. */
const SEEN = 0.03;

/**
 * The spans of rows `[from, to)` of `logp` (log probabilities, row-major [rows × labels]), in order, that bring the highest
 * expected F1, none crossing another. The single best path (Viterbi) is right as a whole most often, but a span at whose
 * edges the network wavers is then told wrong as often as right: here each span is weighed by its own chance, summed over
 * all paths (minimum Bayes risk).
 */
export function chooseSpans(
  logp: Float32Array,
  from: number,
  to: number,
  steps: Steps,
  rule: ChoiceRule,
): readonly LikelySpan[] {
  if (to <= from) return [];
  const likely = listLikelySpans(weighPaths(logp, from, to, steps, rule.temperature));
  const chosen = [...pickApart(likely, to - from, rule.least)];
  for (const span of likely.toSorted(byChance)) {
    if (chosen.some((other) => overlaps(span, other))) continue;
    const rivals = likely.filter((other) => other.begin === span.begin && overlaps(span, other));
    if (rivals.reduce((sum, { chance }) => sum + chance, 0) >= rule.sure) chosen.push(span);
  }
  return chosen
    .toSorted((a, b) => a.start - b.start)
    .map((span) => ({ ...span, start: span.start + from, end: span.end + from }));
}

/** Forward and backward sums over all paths, each row scaled to one, so that long texts lose no precision. */
interface Paths {
  readonly rows: number;
  readonly labels: number;
  /** exp(step / temperature), row-major [from × to]. */
  readonly steps: Float64Array;
  /** exp(score / temperature) over the row's scale, [rows × labels]. */
  readonly scores: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
}

function weighPaths(logp: Float32Array, from: number, to: number, steps: Steps, temperature: number): Paths {
  const [rows, labels] = [to - from, steps.length];
  const weights = Float64Array.from(steps.flat(), (step) => Math.exp(step / temperature));
  const scores = new Float64Array(rows * labels);
  const [forward, backward] = [new Float64Array(rows * labels), new Float64Array(rows * labels)];
  for (let row = 0; row < rows; row++) {
    let scale = 0;
    for (let k = 0; k < labels; k++) {
      const score = Math.exp((logp[(from + row) * labels + k] ?? -Infinity) / temperature);
      let reach = 0;
      // A first row can begin nothing in the middle: it follows an "O" without its weight.
      if (row === 0) reach = weights[k] === 0 ? 0 : 1;
      else for (let j = 0; j < labels; j++) reach += at(forward, (row - 1) * labels + j) * at(weights, j * labels + k);
      scores[row * labels + k] = score;
      forward[row * labels + k] = reach * score;
      scale += reach * score;
    }
    for (let k = row * labels; k < (row + 1) * labels; k++) {
      forward[k] = at(forward, k) / scale;
      scores[k] = at(scores, k) / scale;
    }
  }
  backward.fill(1, (rows - 1) * labels);
  for (let row = rows - 2; row >= 0; row--)
    for (let j = 0; j < labels; j++)
      for (let k = 0; k < labels; k++)
        backward[row * labels + j] =
          at(backward, row * labels + j) +
          at(weights, j * labels + k) * at(scores, (row + 1) * labels + k) * at(backward, (row + 1) * labels + k);
  return { rows, labels, steps: weights, scores, forward, backward };
}

/** Every span whose chance is at least `SEEN`. */
function listLikelySpans({ rows, labels, steps, scores, forward, backward }: Paths): LikelySpan[] {
  const spans: LikelySpan[] = [];
  for (let begin = 1; begin < labels; begin += 2) {
    const inside = begin + 1;
    for (let start = 0; start < rows; start++) {
      let reach = at(forward, start * labels + begin);
      let last = begin;
      for (let row = start; row < rows; row++) {
        if (row > start) {
          reach *= at(steps, last * labels + inside) * at(scores, row * labels + inside);
          last = inside;
        }
        if (reach * at(backward, row * labels + last) < SEEN) break;
        let ends = row === rows - 1 ? 1 : 0;
        if (row < rows - 1)
          for (let k = 0; k < labels; k++)
            if (k !== inside)
              ends +=
                at(steps, last * labels + k) *
                at(scores, (row + 1) * labels + k) *
                at(backward, (row + 1) * labels + k);
        if (reach * ends >= SEEN) spans.push({ begin, start, end: row + 1, chance: reach * ends });
      }
    }
  }
  return spans;
}

/** The spans, none crossing another, with the highest sum of what each chance is above `least`. */
function pickApart(spans: readonly LikelySpan[], rows: number, least: number): readonly LikelySpan[] {
  const ending = new Map<number, LikelySpan[]>();
  for (const span of spans) if (span.chance > least) ending.set(span.end, [...(ending.get(span.end) ?? []), span]);
  const best: { readonly worth: number; readonly last?: LikelySpan }[] = [{ worth: 0 }];
  for (let end = 1; end <= rows; end++) {
    best[end] = { worth: best[end - 1]?.worth ?? 0 };
    for (const span of ending.get(end) ?? []) {
      const worth = (best[span.start]?.worth ?? 0) + span.chance - least;
      if (worth > (best[end]?.worth ?? 0)) best[end] = { worth, last: span };
    }
  }
  const chosen: LikelySpan[] = [];
  for (let end = rows; end > 0;) {
    const last = best[end]?.last;
    if (last) chosen.push(last);
    end = last ? last.start : end - 1;
  }
  return chosen.reverse();
}

function byChance(a: LikelySpan, b: LikelySpan): number {
  return b.chance - a.chance || a.start - b.start || a.end - b.end || a.begin - b.begin;
}

function at(values: Float64Array, place: number): number {
  return values[place] ?? 0;
}
