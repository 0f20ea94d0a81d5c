import { outlookAt } from '../../src/reading/factuality/certainty-at.ts';
import { scoreOutlook } from '../../src/reading/factuality/head.ts';
import type { EvalRow } from '../row.ts';
import { fitHead, type Example } from './fit-head.ts';
import { readMeantime } from './meantime.ts';

export interface Judged extends Example {
  readonly document: string;
  readonly topic: string;
  readonly said: number;
}

/**
 * MEANTIME's events, leaving one topic out: the head is fitted on three topics and scores the fourth. Mean absolute error
 * beside that of calling every event certain, and Pearson's r with a 95 % interval over documents (bootstrap).
 */
export function evaluateCertainty(dataDir: string): EvalRow[] {
  const judged = judgeByTopic(listExamples(dataDir));
  const topics = [...new Set(judged.map(({ topic }) => topic))];
  const task = 'certainty, MEANTIME, one topic out';
  const [low, high] = bootstrap(judged);
  const size = judged.length;
  return [
    { task, metric: 'mean absolute error, less than certain', value: certainError(judged) - error(judged), size },
    { task, metric: 'mean absolute error', value: error(judged), size },
    { task, metric: '… calling all certain', value: certainError(judged), size },
    { task, metric: 'r', value: correlation(judged), size },
    { task, metric: 'r, lower end of 95 %', value: low, size },
    { task, metric: 'r, upper end of 95 %', value: high, size },
    ...topics.flatMap((topic) => {
      const part = judged.filter((one) => one.topic === topic);
      const name = topic.replace('corpus_', '');
      return [
        { task, metric: `${name}: mean absolute error`, value: error(part), size: part.length },
        { task, metric: `${name}: … calling all certain`, value: certainError(part), size: part.length },
        { task, metric: `${name}: r`, value: correlation(part), size: part.length },
      ];
    }),
  ];
}

/** Every event of MEANTIME as the rules see it. */
export function listExamples(dataDir: string): readonly Omit<Judged, 'said'>[] {
  return readMeantime(dataDir).flatMap((document) =>
    document.events.flatMap((event) => {
      const found = outlookAt(document, event);
      return found ? [{ ...found, gold: event.score, document: document.id, topic: document.topic }] : [];
    }),
  );
}

function judgeByTopic(examples: readonly Omit<Judged, 'said'>[]): readonly Judged[] {
  const topics = [...new Set(examples.map(({ topic }) => topic))];
  return topics.flatMap((topic) => {
    const head = fitHead(examples.filter((one) => one.topic !== topic));
    return examples
      .filter((one) => one.topic === topic)
      .map((one) => ({ ...one, said: scoreOutlook(head, one.outlook, one.kind) }));
  });
}

function error(judged: readonly Judged[]): number {
  return mean(judged.map(({ said, gold }) => Math.abs(said - gold)));
}

function certainError(judged: readonly Judged[]): number {
  return mean(judged.map(({ gold }) => 3 - gold));
}

function correlation(judged: readonly Judged[]): number {
  const x = mean(judged.map(({ said }) => said));
  const y = mean(judged.map(({ gold }) => gold));
  const over = (f: (one: Judged) => number): number => mean(judged.map(f));
  return over((one) => (one.said - x) * (one.gold - y)) / Math.sqrt(over((one) => (one.said - x) ** 2) * over((one) => (one.gold - y) ** 2)); // prettier-ignore
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / Math.max(1, values.length);
}

const DRAWS = 1000;

/** The 2.5th and 97.5th percentile of r over documents drawn with replacement; a fixed seed. */
function bootstrap(judged: readonly Judged[]): [number, number] {
  const documents = [...new Set(judged.map(({ document }) => document))].map((id) => judged.filter((one) => one.document === id)); // prettier-ignore
  let seed = 20261125;
  const draw = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const values = Array.from({ length: DRAWS }, () =>
    correlation(documents.flatMap(() => documents[Math.floor(draw() * documents.length)] ?? [])),
  ).sort((a, b) => a - b);
  return [values[Math.floor(DRAWS * 0.025)] ?? 0, values[Math.ceil(DRAWS * 0.975) - 1] ?? 0];
}
