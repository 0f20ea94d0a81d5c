import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { EvalRow } from '../row.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What is scored of a reading: its attributions in the report's own voice, and how sure it is of each. */
export interface OwnClause {
  readonly content: readonly Range[];
  readonly confidence: number;
}

interface Sentence extends Range {
  readonly clauses: readonly (readonly Range[])[];
}

/** Half of what two stretches cover together: the same clause, give or take an aside. */
const SAME = 0.5;

const reportSchema = z.object({ id: z.string(), text: z.string() });

/** One sentence as judged, for reading by eye. */
export type Report = (line: string) => void;

/**
 * Main clauses that a report says in its own voice, in the sentences of `gold.tsv`: precision, recall and F1, of all and
 * of the reports kept from the rules; and the mean confidence, which ought to be the precision. Values 0–1.
 */
export async function evaluateOwnVoice(
  dataDir: string,
  readOwn: (text: string) => Promise<readonly OwnClause[]>,
  report: Report = () => undefined,
): Promise<EvalRow[]> {
  const gold = readGold();
  const parts = { all: emptyCounts(), unseen: emptyCounts() };
  for (const { id, text } of readReports(dataDir, new Set(gold.keys()))) {
    const own = await readOwn(text);
    for (const sentence of gold.get(id) ?? []) {
      const said = own.filter(({ content }) => content.some((part) => part.start < sentence.end && sentence.start < part.end)); // prettier-ignore
      const right = matchClauses(said, sentence.clauses);
      for (const counts of isUnseen(id) ? [parts.all, parts.unseen] : [parts.all]) {
        counts.gold += sentence.clauses.length;
        counts.said += said.length;
        counts.right += right;
        counts.confidence += said.reduce((sum, one) => sum + one.confidence, 0);
      }
      if (right < Math.max(said.length, sentence.clauses.length)) report(`${isUnseen(id) ? 'unseen' : ''} ${id} ${String(sentence.start)}: ${text.slice(sentence.start, sentence.end)} => ${said.map(({ content }) => content.map((part) => text.slice(part.start, part.end)).join(' … ')).join(' | ')}`); // prettier-ignore
    }
  }
  return Object.entries(parts).flatMap(([part, counts]) => rowsOf(part, counts));
}

function isUnseen(id: string): boolean {
  return parseInt(createHash('md5').update(id).digest('hex').slice(0, 8), 16) % 2 === 1;
}

function readGold(): ReadonlyMap<string, readonly Sentence[]> {
  const sentences = new Map<string, Sentence[]>();
  for (const line of readFileSync(new URL('gold.tsv', import.meta.url), 'utf8').split('\n')) {
    const [id = '', place = '', clauses = '-'] = line.split('\t');
    if (id === '' || id.startsWith('#')) continue;
    const parsed = clauses === '-' ? [] : clauses.split(' ').map((clause) => clause.split('+').map(readRange));
    sentences.set(id, [...(sentences.get(id) ?? []), { ...readRange(place), clauses: parsed }]);
  }
  return sentences;
}

function readRange(text: string): Range {
  const [start = 0, end = 0] = text.split('-').map(Number);
  return { start, end };
}

function readReports(dataDir: string, ids: ReadonlySet<string>): { id: string; text: string }[] {
  const lines = gunzipSync(readFileSync(join(dataDir, 'news/reports.jsonl.gz'))).toString('utf8').split('\n'); // prettier-ignore
  return lines
    .filter((line) => line !== '')
    .map((line) => reportSchema.parse(JSON.parse(line)))
    .filter(({ id }) => ids.has(id));
}

/** How many of `gold` are met by one of `said`, each used once. */
function matchClauses(said: readonly OwnClause[], gold: readonly (readonly Range[])[]): number {
  const left = [...said];
  return gold.filter((clause) => {
    const at = left.findIndex(({ content }) => isSame(content, clause));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

function isSame(a: readonly Range[], b: readonly Range[]): boolean {
  const size = (ranges: readonly Range[]): number => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  const shared = a.reduce((sum, x) => sum + b.reduce((inner, y) => inner + Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start)), 0), 0); // prettier-ignore
  return shared / (size(a) + size(b) - shared) >= SAME;
}

function emptyCounts(): { gold: number; said: number; right: number; confidence: number } {
  return { gold: 0, said: 0, right: 0, confidence: 0 };
}

function rowsOf(part: string, { gold, said, right, confidence }: ReturnType<typeof emptyCounts>): EvalRow[] {
  const task = `own voice, 60 sentences, ${part}`;
  return [
    { task, metric: 'main clause precision', value: right / said, size: said },
    { task, metric: 'main clause recall', value: right / gold, size: gold },
    { task, metric: 'main clause F1', value: (2 * right) / (said + gold), size: gold },
    { task, metric: 'mean confidence', value: confidence / said, size: said },
  ];
}
