import { readFileSync } from 'node:fs';
import type { Name, Range, TaggedSpan } from '../../src/language/spans.ts';
import { findEntities, type Entity } from '../../src/language/mentions.ts';
import { readRanker, type Ranker } from '../../src/language/mentions/ranker.ts';
import type { EvalRow } from '../row.ts';
import { layBeside } from './gold.ts';
import { readGumMentions, type GumMentions } from './gum-mentions.ts';
import { makeInput } from './input.ts';
import { namedIn, tiesOf, wantedOf } from './ties.ts';

/** What the network finds in a text, its names by the head that has not seen the fold (evals/names/heads.ts). */
export type Tag = (text: string, fold: string) => Promise<{ readonly tagged: readonly TaggedSpan[]; readonly names: readonly Name[] }>; // prettier-ignore

/** One line for reading by eye. */
export type Report = (line: string) => void;

interface Tally {
  gold: number;
  found: number;
  told: number;
  right: number;
}

/** By what a mention is, and whether the text names whom it speaks of. */
const CELLS = ['pronoun named', 'noun named', 'pronoun unnamed', 'noun unnamed'] as const;
type Cell = (typeof CELLS)[number];
type Tallies = Readonly<Record<Cell, Tally>>;

/**
 * Pronouns and noun phrases of people and organisations in GUM's 24 news documents, five-fold: the weights of a
 * document's fold (weights.json, made by train/mentions) have seen neither it nor GUM's test documents.
 * Gold: each mention with a pronoun or a common noun as its head ("you" and generic plurals too; roles beside names and
 * predicates as GUM marks them), of a person or organisation of whom the document speaks more than once, named or not;
 * heads as in CorefUD's scorer. It is found where a mention of ours with that head stands in the right entity (ties.ts).
 * Right: so many of the pronouns and noun phrases in entities of ours. The rows of "the named" count those of whom the
 * document has a name. The rows "names given" have GUM's names instead of the network's.
 */
export async function evaluateMentions(
  dataDir: string,
  tag: Tag,
  report: Report = () => undefined,
  weights: Readonly<Record<string, Ranker>> = readWeights(),
): Promise<EvalRow[]> {
  const [found, given] = [emptyTallies(), emptyTallies()];
  for (const { id, fold, part } of readFolds()) {
    const gum = readGumMentions(dataDir, id);
    const ranker = weights[fold];
    if (!ranker) throw new RangeError(`weights.json lacks fold ${fold}`);
    const { tagged, names } = await tag(gum.text, fold);
    const read = (by: readonly Name[]): readonly Entity[] => findEntities(makeInput(gum.text, by, tagged), ranker);
    count(gum, read(names), found, part === 'dev' ? report : () => undefined);
    count(gum, read(gum.allNames), given, () => undefined);
  }
  return [...rowsOf('mentions, GUM news', found), ...rowsOf('mentions, GUM news, names given', given)];
}

/** The fold of each news document, and whether it is of GUM's own test part. */
export function readFolds(): readonly { readonly id: string; readonly fold: string; readonly part: string }[] {
  const lines = readFileSync(new URL('folds.tsv', import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [id = '', fold = '', part = ''] = line.split('\t');
      return { id, fold, part };
    });
}

function readWeights(): Readonly<Record<string, Ranker>> {
  const json = JSON.parse(readFileSync(new URL('weights.json', import.meta.url), 'utf8')) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(json).map(([fold, ranker]) => [fold, readRanker(ranker)]));
}

function count(gum: GumMentions, entities: readonly Entity[], tallies: Tallies, report: Report): void {
  const named = namedIn(gum);
  const show = ({ start, end }: Range): string => gum.text.slice(start, end).replace(/\s+/gu, ' ');
  const around = ({ start, end }: Range): string => `…${show({ start: Math.max(0, start - 90), end: start })}[${show({ start, end })}]${show({ start: end, end: end + 40 })}…`; // prettier-ignore
  const tied = new Map<unknown, Entity>();
  const right = new Set<unknown>();
  for (const { entity, mention, gold, isRight } of tiesOf(gum, layBeside(gum), entities)) {
    if (gold) tied.set(gold, entity);
    if (isRight) right.add(gold);
    if (entity.kind === 'place' || entity.kind === 'unknown') continue;
    const tally = tallies[cellOf(isPronoun(show(mention)), gold !== null && named.has(gold.entity))];
    tally.told++;
    if (isRight) tally.right++;
    else report(`${gum.id} wrongly tied to ${entity.name} (${mention.why}): ${around(mention)}`);
  }
  for (const gold of wantedOf(gum)) {
    const tally = tallies[cellOf(gold.pos === 'PRON', named.has(gold.entity))];
    tally.gold++;
    if (right.has(gold)) tally.found++;
    else {
      const name = gum.mentions.find((one) => one.entity === gold.entity && one.pos === 'PROPN');
      report(`${gum.id} missed ${name ? show(name) : ''} (we say ${tied.get(gold)?.name ?? 'nobody'}): ${around(gold)}`); // prettier-ignore
    }
  }
}

function cellOf(isPronoun: boolean, isNamed: boolean): Cell {
  return isPronoun ? (isNamed ? 'pronoun named' : 'pronoun unnamed') : isNamed ? 'noun named' : 'noun unnamed';
}

function isPronoun(words: string): boolean {
  return /^(?:he|him|his|himself|she|hers?|herself|they|them|theirs?|themselves|it|its|itself|we|us|ours?|ourselves|i|me|my|mine|myself|you|yours?)$/iu.test(words); // prettier-ignore
}

function emptyTallies(): Tallies {
  const empty = (): Tally => ({ gold: 0, found: 0, told: 0, right: 0 });
  return { 'pronoun named': empty(), 'noun named': empty(), 'pronoun unnamed': empty(), 'noun unnamed': empty() };
}

function rowsOf(task: string, tallies: Tallies): EvalRow[] {
  const over = (word: string, key: keyof Tally): number => CELLS.filter((one) => ` ${one} `.includes(` ${word}`)).reduce((sum, one) => sum + tallies[one][key], 0); // prettier-ignore
  const found = (metric: string, word: string): EvalRow => ({ task, metric, value: over(word, 'found') / over(word, 'gold'), size: over(word, 'gold') }); // prettier-ignore
  const right = (metric: string, word: string): EvalRow => ({ task, metric, value: over(word, 'right') / over(word, 'told'), size: over(word, 'told') }); // prettier-ignore
  return [
    found('tied to the right entity', ''),
    found('pronouns tied', 'pronoun'),
    found('noun phrases tied', 'noun'),
    right('right of those tied', ''),
    found('of the named, tied to the right name', 'named'),
    found('of the named, pronouns tied', 'pronoun named'),
    found('of the named, noun phrases tied', 'noun named'),
  ];
}
