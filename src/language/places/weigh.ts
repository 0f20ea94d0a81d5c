import { nearness, isWithin, type Spot } from './nearness.ts';

/** One name of a text with all its mentions, weighed as one: a name keeps its sense within a text. */
export interface NameGroup {
  readonly spots: readonly Spot[];
  readonly priors: readonly number[];
  /** Where it is mentioned; empty for what is known from outside the text (the outlet's own region). */
  readonly at: readonly number[];
  readonly containers: readonly { readonly spots: readonly Spot[]; readonly strength: number }[];
  /** How much it can speak for others, 0–1. */
  readonly voice: number;
  /** Groups that stand in a list with it: "Utah, Washington and Wyoming". */
  readonly listed?: readonly number[];
  /** Called a state: "Washington state". */
  readonly isState?: boolean;
}

/** Fitted by hand on the development half of GeoVirus and on invented local papers (docs/decisions/0006). */
const EVIDENCE = 8;
const ENOUGH = 2.2;
const ROUNDS = 3;
const SHARPNESS = 1.5;
/** No more names than this are weighed against one: the nearest in the text. */
const NEIGHBOURS = 40;
const UNLIKELY = 0.03;
/** What it is worth to be a state in a list of states, and where the text calls it one. */
const LISTED = 2;
const STATED = 5;

/** For each group the index of the likeliest of its spots; -1 where it has none. */
export function weighGroups(groups: readonly NameGroup[]): number[] {
  const own = groups.map(scoreAlone);
  let beliefs = own.map(toBelief);
  const links = groups.map((group, i) => linkGroups(groups, group, i));
  let scores = own;
  for (let round = 0; round < ROUNDS; round++) {
    const live = groups.map((group, j) => likelySpots(group, beliefs[j] ?? []));
    scores = groups.map((group, i) => group.spots.map((spot, c) => (own[i]?.[c] ?? 0) + weighSpot(spot, links[i] ?? [], live) + weighList(spot, group.listed ?? [], live))); // prettier-ignore
    beliefs = scores.map(toBelief);
  }
  return scores.map((list) => list.reduce((best, score, c) => (best < 0 || score > (list[best] ?? 0) ? c : best), -1));
}

interface Link {
  readonly other: number;
  readonly weight: number;
}

interface Live {
  readonly spot: Spot;
  readonly belief: number;
}

function scoreAlone(group: NameGroup): number[] {
  return group.spots.map((spot, c) => {
    let score = (group.priors[c] ?? 0) + (group.isState && spot.kind === 'region' ? STATED : 0);
    for (const { spots, strength } of group.containers) if (spots.some((outer) => isWithin(spot, outer))) score += strength; // prettier-ignore
    return score;
  });
}

function toBelief(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(SHARPNESS * (score - top)));
  const total = raised.reduce((sum, x) => sum + x, 0);
  return raised.map((x) => x / total);
}

function linkGroups(groups: readonly NameGroup[], group: NameGroup, i: number): Link[] {
  if (group.spots.length < 2) return [];
  const from = Math.max(0, i - NEIGHBOURS / 2);
  const links: Link[] = [];
  for (let j = groups.length > 2 * NEIGHBOURS ? from : 0; j < groups.length; j++) {
    const other = groups[j];
    if (groups.length > 2 * NEIGHBOURS && j > i + NEIGHBOURS / 2) break;
    if (!other || j === i || other.spots.length === 0) continue;
    links.push({ other: j, weight: other.voice * (0.55 + 0.45 * Math.exp(-gapBetween(group.at, other.at) / 250)) });
  }
  return links;
}

/** Characters between the nearest of the first mentions of two names; far for what stands outside the text. */
function gapBetween(a: readonly number[], b: readonly number[]): number {
  let least = 1e6;
  for (const x of a) for (const y of b) least = Math.min(least, Math.abs(x - y));
  return least;
}

function likelySpots(group: NameGroup, belief: readonly number[]): Live[] {
  return group.spots.flatMap((spot, c) => ((belief[c] ?? 0) > UNLIKELY ? [{ spot, belief: belief[c] ?? 0 }] : []));
}

function weighSpot(spot: Spot, links: readonly Link[], live: readonly (readonly Live[])[]): number {
  let sum = 0;
  for (const { other, weight } of links) {
    let best = 0;
    for (const { spot: there, belief } of live[other] ?? []) best = Math.max(best, belief * nearness(spot, there));
    sum += weight * best;
  }
  return EVIDENCE * (1 - Math.exp(-sum / ENOUGH));
}

/** A list is of one kind: a state counts for more where most of the others are states of its country. */
function weighList(spot: Spot, listed: readonly number[], live: readonly (readonly Live[])[]): number {
  if (listed.length < 2 || spot.kind !== 'region') return 0;
  const peers = listed.filter((other) => (live[other] ?? []).some(({ spot: there, belief }) => belief > 0.5 && there.kind === 'region' && there.country === spot.country)); // prettier-ignore
  return 2 * peers.length >= listed.length ? LISTED : 0;
}
