import { openNumber, openObject, openTable, readModel } from '../../base/model-file.ts';
import type { Proposition } from '../propositions/proposition.ts';
import { likenessOf, lookUp } from '../word-table.ts';
import { comparePropositions, FEATURES, shareWords } from './features.ts';
import { compareMatter, compareSenses, MATTER_FEATURES, SENSE_FEATURES, type Meant } from './sense-features.ts';

/** Weights of the scorer: bias first, then one a feature (train/same-claim). */
export type Weights = readonly number[];

interface Fitted {
  readonly words: Weights;
  readonly sense: Weights;
  readonly matter: Weights;
}

let held: Fitted | null = null;

/**
 * The shipped weights, `models/same-claim.json`: over words; over what the network says is meant and the words; and over what
 * is meant alone, by which a denial is told to speak of the same matter, in whatever words.
 */
function loadAll(): Fitted {
  held ??= readModel(new URL('../../../models/same-claim.json', import.meta.url), (json) => {
    const { words, sense, matter } = openObject(json, ['words', 'sense', 'matter']);
    return { words: openWeights(words, FEATURES), sense: openWeights(sense, SENSE_FEATURES), matter: openWeights(matter, MATTER_FEATURES) }; // prettier-ignore
  });
  return held;
}

function openWeights(json: unknown, names: readonly string[]): Weights {
  const { bias, weights } = openObject(json, ['bias', 'weights']);
  const table = openTable(weights);
  return [openNumber(bias), ...names.map((name) => table.get(name) ?? 0)];
}

export function loadWeights(): Weights {
  return loadAll().words;
}

/**
 * The chance that two appearances are one claim, 0–1: by what they mean where both readings tell it, else by their words.
 * Symmetric; a function of the two and of shipped tables only.
 */
export function scoreAppearances(a: Meant, b: Meant): number {
  const features = compareSenses(a, b);
  return features === null ? scorePair(a.proposition, b.proposition) : chanceOf(features, loadAll().sense);
}

/** The chance that two propositions are one claim, 0–1. Symmetric; a function of the two and of shipped tables only. */
export function scorePair(a: Proposition, b: Proposition, weights: Weights = loadWeights()): number {
  return chanceOf(comparePropositions(a, b), weights);
}

function chanceOf(features: readonly number[], weights: Weights): number {
  let sum = weights[0] ?? 0;
  for (let i = 0; i < features.length; i++) sum += (features[i] ?? 0) * (weights[i + 1] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Chance under which two appearances speak of different things, whatever their words; set by evals/denials. */
const FAR = 0.15;

/** Whether two appearances mean so different things that like words in them say nothing; false where a reading does not tell. */
export function areFarApart(a: Meant, b: Meant): boolean {
  const features = compareMatter(a, b);
  return features !== null && chanceOf(features, loadAll().matter) < FAR;
}

/** Chance from which two are one question, whatever numbers they give. */
const SAME = 0.5;

/** Whether two appearances would be one claim if they gave one number. */
export function askTheSame(a: Meant, b: Meant): boolean {
  return (chanceWithout('differ', a, b) ?? scorePair(a.proposition, b.proposition)) >= SAME;
}

/** The chance, by what they mean, that two appearances would be one claim if both said "not", or neither; null: a reading does not tell. */
export function chanceButForNot(a: Meant, b: Meant): number | null {
  return chanceWithout('negation', a, b);
}

function chanceWithout(feature: (typeof MATTER_FEATURES)[number], a: Meant, b: Meant): number | null {
  const without = MATTER_FEATURES.indexOf(feature);
  const features = compareMatter(a, b)?.map((value, i) => (i === without ? 0 : value));
  return features === undefined ? null : chanceOf(features, loadAll().matter);
}

/** What does not happen to what stays: "the service will remain" answers "is shut down", "will disappear", "ends". */
const ENDINGS = ['close', 'disappear', 'end'];

/** The chance that `denial` says that `claim` is not so: what they would have in common without the "not". */
export function scoreDenial(denial: Proposition, claim: Proposition, weights: Weights = loadWeights()): number {
  if (denial.stays && !endsSomething(claim)) return 0;
  let best = 0;
  for (const plain of turnDenial(denial, claim.negated, claim.weighed)) best = Math.max(best, scorePair(plain, claim, weights)); // prettier-ignore
  return best;
}

/** Likeness from which a word means an ending: "shut" .67, "eliminate" .45; "buy" .41, "become" .26. */
const ENDING = 0.42;
const ending = new WeakMap<Proposition, boolean>();

/** Whether a claim says that something ends: all that "will remain" can deny. */
function endsSomething(claim: Proposition): boolean {
  const known = ending.get(claim);
  if (known !== undefined) return known;
  const words = [...new Set([...claim.predicate, ...claim.core])].map(lookUp);
  const ends = ENDINGS.map(lookUp).some((end) => words.some((word) => word.stem === end.stem || likenessOf(word, end) >= ENDING)); // prettier-ignore
  ending.set(claim, ends);
  return ends;
}

/** What a denial says is not so, by whether that is negated and weighed: made once, compared with many claims. */
const turned = new WeakMap<Proposition, Map<string, readonly Proposition[]>>();

function turnDenial(denial: Proposition, negated: boolean, weighed: boolean): readonly Proposition[] {
  const known = turned.get(denial) ?? new Map<string, readonly Proposition[]>();
  turned.set(denial, known);
  const sign = `${String(negated)} ${String(weighed)}`;
  const made = known.get(sign) ?? plainForms({ ...denial, negated, weighed }, denial);
  known.set(sign, made);
  return made;
}

function plainForms(plain: Proposition, denial: Proposition): readonly Proposition[] {
  if (!denial.stays) return [shareWords(denial, plain)];
  const verb = denial.predicate[0];
  return ENDINGS.map((word) => ({ ...plain, predicate: [word], core: [word, ...denial.core.filter((other) => other !== verb)], terms: [...denial.terms.filter((other) => other !== verb), word].sort() })); // prettier-ignore
}
