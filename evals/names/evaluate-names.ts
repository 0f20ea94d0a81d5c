import type { Name } from '../../src/language/spans.ts';
import { readFolds } from '../mentions/evaluate-mentions.ts';
import { readGumMentions } from '../mentions/gum-mentions.ts';
import type { EvalRow } from '../row.ts';
import { readCrossner } from './crossner.ts';
import { isAdjective, listInside, listNamedMentions, namesMention, standsBehindNoun } from './gum-names.ts';

/** The names that the network marks in a text; with the head that has not seen a fold, where one is told. */
export type FindNames = (text: string, fold?: string) => Promise<readonly Name[]>;

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
 * GUM, 24 news documents, five-fold: the head that reads a document was learned without its fold, and without GUM's test
 * documents (heads.ts). Its names are the mentions whose head is a proper noun; a name is right where it lies in the mention,
 * stands on its head and is of its kind (gum-names.ts). GUM marks names inside names ("University of
 * Saltmere", "Saltmere"): told as such are the places inside names that a reading gives among its `places`, right or wrong;
 * CrossNER marks the longest only, and is scored on them. In the rows "names behind
 * nouns apart", a person's name behind the noun that GUM has for the head of both is neither right nor wrong.
 */
export async function evaluateNames(dataDir: string, findNames: FindNames): Promise<EvalRow[]> {
  const crossner = emptyTally();
  for (const { text, names } of readCrossner(dataDir, 'test')) count(names, await findNames(text), crossner, isSame);
  const [news, apart] = [emptyTally(), emptyTally()];
  for (const { id, fold } of readFolds()) {
    const document = readGumMentions(dataDir, id);
    const names = await findNames(document.text, fold);
    const told = [...names, ...listInside(document.text, names)].filter((name) => !isAdjective(document, name));
    const gold = listNamedMentions(document);
    count(gold, told, news, namesMention);
    count(gold, told.filter((name) => !standsBehindNoun(document, name)), apart, namesMention); // prettier-ignore
  }
  return [
    ...rowsOf('names, CrossNER politics test', crossner),
    ...rowsOf('names, GUM news', news),
    ...rowsOf('names, GUM news, names behind nouns apart', apart),
  ];
}

function isSame(told: Name, gold: Name): boolean {
  return told.start === gold.start && told.end === gold.end && told.kind === gold.kind;
}

function count<Gold>(
  gold: readonly Gold[],
  told: readonly Name[],
  tally: Tally,
  isRight: (told: Name, gold: Gold) => boolean,
): void {
  tally.gold += gold.length;
  tally.told += told.length;
  tally.right += told.filter((name) => gold.some((one) => isRight(name, one))).length;
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
