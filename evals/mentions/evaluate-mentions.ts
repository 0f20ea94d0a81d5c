import { readFileSync } from 'node:fs';
import type { Name, Range, TaggedSpan } from '../../src/language/spans.ts';
import { findEntities, type Entity, type Mention } from '../../src/language/mentions.ts';
import { readRanker, type Ranker } from '../../src/language/mentions/ranker.ts';
import type { EvalRow } from '../row.ts';
import { layBeside, mostOf } from './gold.ts';
import { readGumMentions, type GoldMention, type GumMentions } from './gum-mentions.ts';
import { makeInput } from './input.ts';

/** What the network finds in a text. Names may be withheld: then the gold names are used. */
export type Tag = (text: string, id: string) => Promise<{ readonly tagged: readonly TaggedSpan[]; readonly names: readonly Name[] | null }>; // prettier-ignore

interface Tally {
  gold: number;
  found: number;
  told: number;
  right: number;
}

/** One line for reading by eye. */
export type Report = (line: string) => void;

const NAMED = new Set([
  'full name',
  'last name',
  'first name',
  'short name',
  'acronym',
  'name',
  'capital',
  'both names',
]);

/**
 * Pronouns and noun phrases of people and organisations in GUM's 24 news documents, five-fold: the weights of a
 * document's fold (weights.json, made by train/mentions) have seen neither it nor GUM's test documents.
 * Gold: each mention whose head is a pronoun or a common noun, of a person or organisation that the document also names
 * (a mention whose head is PROPN). It is found where a mention of ours with the same head word belongs to an entity most
 * of whose names are names of that entity. Right: so many of the pronouns and noun phrases that we tie to a named person or
 * organisation. Other heads (numbers, adjectives) are not counted.
 */
export async function evaluateMentions(
  dataDir: string,
  tag: Tag,
  report: Report = () => undefined,
  weights: Readonly<Record<string, Ranker>> = readWeights(),
): Promise<EvalRow[]> {
  const parts = new Map<string, { pronoun: Tally; noun: Tally }>();
  for (const { id, fold, part } of readFolds()) {
    const gum = readGumMentions(dataDir, id);
    const ranker = weights[fold];
    if (!ranker) throw new RangeError(`weights.json lacks fold ${fold}`);
    const { tagged, names } = await tag(gum.text, id);
    const entities = findEntities(makeInput(gum.text, names ?? gum.allNames, tagged), ranker);
    const tallies = parts.get(part) ?? { pronoun: emptyTally(), noun: emptyTally() };
    parts.set(part, tallies);
    count(gum, entities, tallies, part === 'dev' ? report : () => undefined);
  }
  const all = { pronoun: emptyTally(), noun: emptyTally() };
  for (const one of parts.values()) for (const key of ['pronoun', 'noun'] as const) addTo(all[key], one[key]);
  return rowsOf('mentions, GUM news', all);
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

function count(
  gum: GumMentions,
  entities: readonly Entity[],
  tallies: { pronoun: Tally; noun: Tally },
  report: Report,
): void {
  const goldOf = layBeside(gum);
  const wanted = wantedOf(gum);
  const show = ({ start, end }: Range): string => gum.text.slice(start, end).replace(/\s+/gu, ' ');
  const around = ({ start, end }: Range): string => `…${show({ start: Math.max(0, start - 90), end: start })}[${show({ start, end })}]${show({ start: end, end: end + 40 })}…`; // prettier-ignore
  const tied = new Map<GoldMention, { entity: Entity; means: string | null }>();
  for (const entity of entities) {
    const names = entity.mentions.filter((one) => NAMED.has(one.why));
    if (names.length === 0) continue;
    const means = mostOf(names.flatMap((one) => goldOf(one, shapeOf(one))?.entity ?? []));
    for (const one of entity.mentions) {
      if (NAMED.has(one.why)) continue;
      const gold = goldOf(one, 'other');
      const tally = isPronoun(gum.text.slice(one.start, one.end)) ? tallies.pronoun : tallies.noun;
      const isSame = gold !== null && gold.entity === means;
      if (gold) tied.set(gold, { entity, means });
      if (entity.kind === 'place' || entity.kind === 'unknown') continue;
      tally.told++;
      if (isSame) tally.right++;
      else report(`${gum.id} wrongly tied to ${entity.name} (${one.why}): ${around(one)}`);
    }
  }
  for (const gold of wanted) {
    const tally = gold.pos === 'PRON' ? tallies.pronoun : tallies.noun;
    tally.gold++;
    const tie = tied.get(gold);
    if (tie?.means === gold.entity) tally.found++;
    else {
      const name = gum.mentions.find((one) => one.entity === gold.entity && one.pos === 'PROPN');
      report(`${gum.id} missed ${name ? show(name) : ''} (we say ${tie?.entity.name ?? 'nobody'}): ${around(gold)}`);
    }
  }
}

/** Pronouns and common nouns of people and organisations that the document names. */
export function wantedOf({ mentions }: GumMentions): readonly GoldMention[] {
  const wanted = new Set<string>();
  const named = new Set<string>();
  for (const one of mentions) {
    if (one.kind === 'person' || one.kind === 'organization') wanted.add(one.entity);
    if (one.pos === 'PROPN') named.add(one.entity);
  }
  return mentions.filter((one) => (one.pos === 'PRON' || one.pos === 'NOUN') && wanted.has(one.entity) && named.has(one.entity)); // prettier-ignore
}

function shapeOf({ why }: Mention): 'name' | 'pair' {
  return why === 'both names' ? 'pair' : 'name';
}

function isPronoun(words: string): boolean {
  return /^(?:he|him|his|himself|she|hers?|herself|they|them|theirs?|themselves|it|its|itself|we|us|ours?|ourselves|i|me|my|mine|myself)$/iu.test(words); // prettier-ignore
}

function emptyTally(): Tally {
  return { gold: 0, found: 0, told: 0, right: 0 };
}

function addTo(sum: Tally, one: Tally): void {
  sum.gold += one.gold;
  sum.found += one.found;
  sum.told += one.told;
  sum.right += one.right;
}

function rowsOf(task: string, { pronoun, noun }: { pronoun: Tally; noun: Tally }): EvalRow[] {
  const both = emptyTally();
  addTo(both, pronoun);
  addTo(both, noun);
  return [
    { task, metric: 'tied to the right name', value: both.found / both.gold, size: both.gold },
    { task, metric: 'pronouns tied to the right name', value: pronoun.found / pronoun.gold, size: pronoun.gold },
    { task, metric: 'noun phrases tied to the right name', value: noun.found / noun.gold, size: noun.gold },
    { task, metric: 'right of those tied', value: both.right / both.told, size: both.told },
    { task, metric: 'right of the pronouns tied', value: pronoun.right / pronoun.told, size: pronoun.told },
    { task, metric: 'right of the noun phrases tied', value: noun.right / noun.told, size: noun.told },
  ];
}
