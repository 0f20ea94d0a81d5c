import type { Name } from '../../src/language/spans.ts';
import { readFolds } from '../mentions/evaluate-mentions.ts';
import { readGumMentions } from '../mentions/gum-mentions.ts';
import type { EvalRow } from '../row.ts';
import { readCrossner } from './crossner.ts';

/** The names that the network marks in a text. */
export type FindNames = (text: string) => Promise<readonly Name[]>;

interface Tally {
  gold: number;
  told: number;
  right: number;
}

/**
 * Names as spans with kinds: F1 where start, end and kind all agree.
 *
 * CrossNER politics, test: never trained, tuned or read; only scored here. Its types are mapped so: person and politician →
 * person; organisation and politicalparty → organization; location and country → place; event, election and misc → other;
 * misc of one word with the ending of a nationality → demonym. Sentences are scored one by one, as they stand.
 *
 * GUM, 24 news documents: a name is the run of proper nouns around the head of a mention whose head is one; a title before
 * a person is no part of it; a person in the plural is a demonym; a state, capital or seat of power is a place also where
 * GUM marks an organization (gum-mentions.ts, and train/names.py, which the network learned from).
 */
export async function evaluateNames(dataDir: string, findNames: FindNames): Promise<EvalRow[]> {
  const crossner = emptyTally();
  for (const { text, names } of readCrossner(dataDir, 'test')) count(names, await findNames(text), crossner);
  const news = emptyTally();
  for (const { id } of readFolds()) {
    const { text, names } = readGumMentions(dataDir, id);
    count(names, await findNames(text), news);
  }
  return [...rowsOf('names, CrossNER politics test', crossner), ...rowsOf('names, GUM news', news)];
}

function count(gold: readonly Name[], told: readonly Name[], tally: Tally): void {
  const keyOf = ({ start, end, kind }: Name): string => `${String(start)} ${String(end)} ${kind}`;
  const right = new Set(gold.map(keyOf));
  tally.gold += gold.length;
  tally.told += told.length;
  tally.right += told.filter((one) => right.has(keyOf(one))).length;
}

function emptyTally(): Tally {
  return { gold: 0, told: 0, right: 0 };
}

function rowsOf(task: string, { gold, told, right }: Tally): EvalRow[] {
  const [recall, precision] = [right / gold, told === 0 ? 0 : right / told];
  return [
    { task, metric: 'F1 of span and kind', value: right === 0 ? 0 : (2 * recall * precision) / (recall + precision), size: gold },
    { task, metric: 'recall', value: recall, size: gold },
    { task, metric: 'precision', value: precision, size: told },
  ]; // prettier-ignore
}
