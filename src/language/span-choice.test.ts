import { describe, expect, it } from 'vitest';
import { NAME_STEPS, ROLE_LABELS } from './labels.ts';
import { chooseSpans, type LikelySpan } from './span-choice.ts';

const COUNT = ROLE_LABELS.length;
const EVERY = { temperature: 1, least: 0, sure: 2 };
/** The steps between roles, none likelier than another. */
const STEPS = NAME_STEPS.slice(0, COUNT).map((row) => row.slice(0, COUNT));

/** Rows of log probabilities: what each label is given, the rest of the chance shared by the others. */
function scoresOf(...rows: readonly Partial<Record<(typeof ROLE_LABELS)[number], number>>[]): Float32Array {
  return Float32Array.from(
    rows.flatMap((row) => {
      const given = Object.values(row).reduce((sum, chance) => sum + chance, 0);
      const rest = (1 - given) / (COUNT - Object.keys(row).length);
      return ROLE_LABELS.map((label) => Math.log(row[label] ?? rest));
    }),
  );
}

function tell(spans: readonly LikelySpan[]): string[] {
  return spans.map(({ begin, start, end }) => `${ROLE_LABELS[begin]?.slice(2) ?? ''} ${String(start)}–${String(end)}`);
}

/** The chance of each span by going through every path there is. */
function countPaths(logp: Float32Array, rows: number): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  let all = 0;
  const walk = (path: readonly number[], weight: number): void => {
    if (path.length === rows) {
      all += weight;
      for (const span of spansIn(path)) weights.set(span, (weights.get(span) ?? 0) + weight);
      return;
    }
    for (let k = 0; k < COUNT; k++) {
      const before = path.at(-1) ?? 0;
      const step = Math.exp(STEPS[before]?.[k] ?? 0);
      if (step > 0) walk([...path, k], weight * step * Math.exp(logp[path.length * COUNT + k] ?? 0));
    }
  };
  walk([], 1);
  return new Map([...weights].map(([span, weight]) => [span, weight / all]));
}

function spansIn(path: readonly number[]): string[] {
  return path.flatMap((label, start) => {
    if (label % 2 === 0) return [];
    let end = start + 1;
    while (path[end] === label + 1) end++;
    return [`${ROLE_LABELS[label]?.slice(2) ?? ''} ${String(start)}–${String(end)}`];
  });
}

describe('chooseSpans', () => {
  const plain = scoresOf({ 'B-source': 0.9 }, { 'I-source': 0.9 }, { 'B-cue': 0.9 }, { 'B-content': 0.9 }, { O: 0.9 });

  it('takes what the scores are sure of', () => {
    expect(tell(chooseSpans(plain, 0, 5, STEPS, { temperature: 1, least: 0.38, sure: 0.9 }))).toEqual([
      'source 0–2',
      'cue 2–3',
      'content 3–4',
    ]);
  });

  it('counts rows in the whole text, and reads no others', () => {
    expect(tell(chooseSpans(plain, 2, 4, STEPS, { temperature: 1, least: 0.38, sure: 0.9 }))).toEqual(['cue 2–3', 'content 3–4']); // prettier-ignore
  });

  const wavering = scoresOf(
    { 'B-content': 0.9 },
    { 'I-content': 0.5, O: 0.45 },
    { 'I-content': 0.5, O: 0.45 },
    { O: 0.9 },
  );

  it('leaves out a span whose end nobody knows, unless it is sure that one stands there', () => {
    expect(tell(chooseSpans(wavering, 0, 4, STEPS, { temperature: 1, least: 0.6, sure: 2 }))).toEqual([]);
    expect(tell(chooseSpans(wavering, 0, 4, STEPS, { temperature: 1, least: 0.6, sure: 0.8 }))).toEqual([
      'content 0–3',
    ]);
  });

  it('weighs a span as going through all paths does', () => {
    const scores = scoresOf({ 'B-content': 0.5, 'B-source': 0.3 }, { 'I-content': 0.6 }, { 'I-content': 0.4, 'B-cue': 0.3 }, { O: 0.6 }); // prettier-ignore
    const counted = countPaths(scores, 4);
    const chosen = chooseSpans(scores, 0, 4, STEPS, EVERY);
    expect(tell(chosen)).toEqual(['content 0–2', 'cue 2–3', 'source 3–4']);
    for (const span of chosen) expect(span.chance).toBeCloseTo(counted.get(tell([span])[0] ?? '') ?? NaN, 6);
  });

  it('flattens the chances by the temperature', () => {
    const [sharp] = chooseSpans(plain, 0, 5, STEPS, EVERY);
    const [flat] = chooseSpans(plain, 0, 5, STEPS, { ...EVERY, temperature: 2 });
    expect(sharp?.chance).toBeGreaterThan(flat?.chance ?? NaN);
  });

  it('finds nothing in nothing', () => {
    expect(chooseSpans(plain, 3, 3, STEPS, EVERY)).toEqual([]);
  });
});
