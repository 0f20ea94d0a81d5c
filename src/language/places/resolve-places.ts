import type { Range } from '../spans.ts';
import { findCandidates, findExact, type Candidates, type Meaning } from './candidates.ts';
import { findContainers, type Container } from './containers.ts';
import { findHalves } from './halves.ts';
import { findHome } from './home.ts';
import { findDemonym } from './demonyms.ts';
import { isNoPlace } from './sureness.ts';
import { loadGazetteer, type Gazetteer } from './gazetteer.ts';
import { keyOf } from './key.ts';
import { distanceKm, isWithin, openSpot, type Spot } from './nearness.ts';
import type { Place, PlaceContext, PlaceName } from './place.ts';
import { recognisePlaces, type LookUp } from './recognise.ts';
import { findInnerPlaces } from './inner-places.ts';
import { findUse, isBound } from './use.ts';
import { weighGroups, type NameGroup } from './weigh.ts';

/** A name in the text with all that it may mean. */
interface Mention extends Range {
  readonly key: string;
  readonly candidates: Candidates;
  readonly containers: readonly Container[];
  readonly demonym: boolean;
  /** Whether it is bound to another word by a hyphen, to say whose somebody is ("D-N.Y."). */
  readonly bound: boolean;
  /** Whether it stands in the name of a body or thing: "Saltmere" in "Saltmere Harbour Board". */
  readonly inBody?: boolean;
}

/**
 * The place that each span of `text` names, or null where the gazetteer has none of that name. The caller vouches that each
 * is a place: what is held under a part of the name only ("Austin City Hall") gets that part's point, and what is not held
 * at all the point of the place named nearest to it; both without an id. Countries, states and peoples named elsewhere in the text are weighed in. Throws `gazetteer.missing`, `gazetteer.damaged`.
 */
export function resolvePlaces(text: string, spans: readonly Range[], context: PlaceContext): (Place | null)[] {
  const gazetteer = loadGazetteer();
  const [lookUp, exact] = openLookUps(gazetteer, findHalves(text));
  const asked = spans.map((span) => openMention(gazetteer, text, span, lookUp));
  const others = dropOverlaps(recognisePlaces(gazetteer, text, exact), spans)
    .filter((span) => isLarge(gazetteer, exact(text.slice(span.start, span.end))))
    .map((span) => openMention(gazetteer, text, span, lookUp));
  const chosen = chooseEntries(gazetteer, text, [...asked, ...others], context);
  return asked.map((mention) => {
    const entry = chosen.get(mention);
    if (entry !== undefined && !mention.candidates.part) return toPlace(gazetteer, text, mention, entry, false);
    const near = findNeighbour(gazetteer, mention, chosen);
    if (entry !== undefined && (near === null || isPlausible(gazetteer, entry, near))) return toPlace(gazetteer, text, mention, entry, true); // prettier-ignore
    return near === null ? null : toPlace(gazetteer, text, mention, near, true);
  });
}

/**
 * Every place that `text` names, in text order. `names` are the network's: its places and demonyms are taken, and nothing
 * is found inside a person. What stands inside the name of a body or thing says whose it is: its use is `demonym`. Where the network is silent a name counts that the gazetteer has and the
 * words around it bear out. What the gazetteer has not is left out: no place is invented. Throws `gazetteer.missing`,
 * `gazetteer.damaged`.
 */
export function findPlaces(text: string, names: readonly PlaceName[], context: PlaceContext): Place[] {
  const gazetteer = loadGazetteer();
  const halves = findHalves(text);
  const [lookUp, exact] = openLookUps(gazetteer, halves);
  const recognised = recognisePlaces(gazetteer, text, exact);
  const given = widenCut(
    names.filter(({ kind }) => kind === 'place' || kind === 'demonym'),
    recognised,
  ).filter(({ start, end }) => halves.has(text.slice(start, end)) || !isNoPlace(text.slice(start, end)));
  const sightings = dropOverlaps(recognised, [...names, ...given]);
  const sure = given.map((span) => openMention(gazetteer, text, span, lookUp));
  sure.push(...findInnerPlaces(gazetteer, text, names, { lookUp, exact }).map((span) => ({ ...openMention(gazetteer, text, span, exact), inBody: span.of !== 'place' }))); // prettier-ignore
  sure.push(...sightings.filter((one) => one.sure).map((span) => openMention(gazetteer, text, span, exact)));
  const others = sightings
    .filter((one) => !one.sure && isLarge(gazetteer, exact(text.slice(one.start, one.end))))
    .map((span) => openMention(gazetteer, text, span, lookUp));
  const chosen = chooseEntries(gazetteer, text, [...sure, ...others], context);
  return sure
    .flatMap((mention) => {
      const entry = chosen.get(mention);
      return entry === undefined || mention.candidates.part ? [] : [toPlace(gazetteer, text, mention, entry, false)];
    })
    .sort((a, b) => a.start - b.start);
}

/** A name that the network cut short is as long as the gazetteer has it: not "North", but "North Korean". */
function widenCut(given: readonly Range[], recognised: readonly Range[]): Range[] {
  const sorted = given.toSorted((a, b) => a.start - b.start);
  let next = 0;
  const widened = sorted.map((name) => {
    while ((recognised[next]?.end ?? Infinity) <= name.start) next++;
    const longer = recognised[next];
    const isCut = longer !== undefined && longer.start <= name.start && name.end <= longer.end;
    return isCut ? { start: longer.start, end: longer.end } : { start: name.start, end: name.end };
  });
  return widened.filter(({ start }, i) => start !== widened[i - 1]?.start);
}

/** Both lists are in text order, so that ten thousand names cost no more than their sum. */
function dropOverlaps<T extends Range>(found: readonly T[], taken: readonly Range[]): T[] {
  const sorted = taken.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return found.filter((one) => {
    while ((sorted[next]?.end ?? Infinity) <= one.start) next++;
    return (sorted[next]?.start ?? Infinity) >= one.end;
  });
}

/** "Lincoln Park" is not in Lincoln, unless Lincoln is near, or a place that anyone would name. */
function isPlausible(gazetteer: Gazetteer, entry: number, near: number): boolean {
  const [one, other] = [openSpot(gazetteer, entry), openSpot(gazetteer, near)];
  return isWithin(one, other) || isWithin(other, one) || distanceKm(one, other) < 160 || gazetteer.peopleOf(entry) > 5.3 || one.kind !== 'town'; // prettier-ignore
}

/** What stands nearest in the text to a name that the gazetteer has not: a town's or state's point before a country's. */
function findNeighbour(gazetteer: Gazetteer, mention: Mention, chosen: ReadonlyMap<Mention, number>): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (const [other, entry] of chosen) {
    const kind = gazetteer.kindOf(entry);
    if (kind === 'continent' || other === mention || other.candidates.part) continue;
    const before = other.start < mention.start;
    const gap = before ? mention.start - other.end : other.start - mention.end;
    const cost = gap + (before ? 20 : 0) + (kind === 'country' || other.demonym ? 600 : kind === 'region' ? 60 : 0);
    if (cost < least) [best, least] = [entry, cost];
  }
  return best;
}

/** What names mean, each looked up once a text: names said to be places (a point that follows ends their name), others. */
function openLookUps(gazetteer: Gazetteer, halves: ReadonlyMap<string, string>): [LookUp, LookUp] {
  const open = (find: (name: string) => Candidates): LookUp => {
    const held = new Map<string, Meaning>();
    return (said) => {
      const known = held.get(said);
      if (known) return known;
      const name = halves.get(said) ?? said;
      const entry = findDemonym(gazetteer, name);
      const candidates = entry === null ? find(name) : { list: [{ entry, prior: 9 }], part: false };
      const meaning = { candidates, demonym: entry !== null };
      held.set(said, meaning);
      return meaning;
    };
  };
  return [open((name) => findCandidates(gazetteer, name)), open((name) => findExact(gazetteer, name))];
}

function openMention(gazetteer: Gazetteer, text: string, span: Range, lookUp: LookUp): Mention {
  const name = text.slice(span.start, span.end);
  const { candidates, demonym } = lookUp(
    text[span.end] === '.' && /^\p{Lu}\p{Ll}{1,4}$/u.test(name) ? `${name}.` : name,
  );
  const afterState = isAfterState(gazetteer, text, span.start);
  const containers = demonym ? [] : findContainers(gazetteer, text, span.end).filter((one) => !isPeer(gazetteer, candidates, one, afterState)); // prettier-ignore
  return {
    start: span.start,
    end: span.end,
    key: keyOf(name) ?? name,
    candidates,
    containers,
    demonym,
    bound: isBound(text, span),
  };
}

/** "China, Japan": two countries, or two states, in a row are a list and not a place in a place. */
function isPeer(gazetteer: Gazetteer, { list, part }: Candidates, container: Container, afterState: boolean): boolean {
  const [first, outer] = [list[0], container.list[0]];
  if (!first || !outer || part || !container.listed) return false;
  const kind = gazetteer.kindOf(first.entry);
  if ((kind === 'country' || kind === 'region') && kind === gazetteer.kindOf(outer.entry)) return true;
  // "Virginia, Washington, West Virginia": behind a state a state's name is one more of a list.
  return afterState && gazetteer.kindOf(outer.entry) === 'region' && list.some(({ entry }) => gazetteer.kindOf(entry) === 'region' && gazetteer.countryOf(entry) === gazetteer.countryOf(outer.entry)); // prettier-ignore
}

/** Whether what stands before, a comma between, is first of all a state. */
function isAfterState(gazetteer: Gazetteer, text: string, start: number): boolean {
  const before = /(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?), $/u.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  const first = before === undefined ? undefined : findCandidates(gazetteer, before).list[0];
  return first !== undefined && gazetteer.kindOf(first.entry) === 'region';
}

/** Countries and states by their own names say where a text is, whether they were asked for or not. */
function isLarge(gazetteer: Gazetteer, { candidates, demonym }: Meaning): boolean {
  if (demonym) return true;
  const first = candidates.list[0];
  if (!first || candidates.part) return false;
  const kind = gazetteer.kindOf(first.entry);
  return kind === 'country' || kind === 'region' || kind === 'area' || first.prior > 6;
}

/** Mentions of one name go together; those with a container of their own lead the bare ones that follow. */
function chooseEntries(
  gazetteer: Gazetteer,
  text: string,
  unsorted: readonly Mention[],
  context: PlaceContext,
): Map<Mention, number> {
  const mentions = unsorted.toSorted((a, b) => a.start - b.start);
  const groups = new Map<string, Mention[]>();
  const lead = new Map<string, string>();
  const bare: Mention[] = [];
  for (const mention of mentions) {
    const container = mention.containers[0]?.list[0]?.entry;
    if (isCalledState(text, mention))
      groups.set(`${mention.key}/state`, [...(groups.get(`${mention.key}/state`) ?? []), mention]); // prettier-ignore
    else if (container === undefined) bare.push(mention);
    else {
      const id = `${mention.key}/${String(container)}`;
      lead.set(mention.key, lead.get(mention.key) ?? id);
      groups.set(id, [...(groups.get(id) ?? []), mention]);
    }
  }
  for (const mention of bare) {
    const id = lead.get(mention.key) ?? mention.key;
    const held = groups.get(id);
    if (held) held.push(mention);
    else groups.set(id, [mention]);
  }
  const spots = new Map<number, Spot>();
  const spotOf = (entry: number): Spot => {
    const held = spots.get(entry) ?? openSpot(gazetteer, entry);
    spots.set(entry, held);
    return held;
  };
  const ordered = [...groups.values()].sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
  const listed = findListed(text, ordered);
  const home = findHome(gazetteer, context);
  const weighed: NameGroup[] = [
    ...ordered.map((members) => ({
      ...toGroup(members, spotOf),
      listed: listed.get(members) ?? [],
      isState: members[0] !== undefined && isCalledState(text, members[0]),
    })),
    ...home.map(({ list, voice }) => ({ spots: list.map(({ entry }) => spotOf(entry)), priors: list.map(({ prior }) => prior), at: [], containers: [], voice })), // prettier-ignore
  ];
  const best = weighGroups(weighed);
  const chosen = new Map<Mention, number>();
  ordered.forEach((members, i) => {
    const entry = weighed[i]?.spots[best[i] ?? -1]?.entry;
    if (entry !== undefined) for (const member of members) chosen.set(member, entry);
  });
  return chosen;
}

/** "Washington state" is another place than the Washington of the same text. */
function isCalledState(text: string, { end }: Range): boolean {
  return /^ state\b/u.test(text.slice(end, end + 7));
}

const BETWEEN = /^(?:, | and |, and | or |, or |; )$/u;

/** For each group those that stand with it in a list of three or more: "Utah, Washington and Wyoming". */
function findListed(text: string, groups: readonly (readonly Mention[])[]): ReadonlyMap<readonly Mention[], number[]> {
  const all = groups.flatMap((members, group) => members.map((mention) => ({ mention, group }))).sort((a, b) => a.mention.start - b.mention.start); // prettier-ignore
  const listed = new Map<readonly Mention[], number[]>();
  for (let from = 0, to = 1; from < all.length; from = to, to++) {
    while (BETWEEN.test(text.slice(all[to - 1]?.mention.end, all[to]?.mention.start ?? 0))) to++;
    const run = [...new Set(all.slice(from, to).map(({ group }) => group))];
    if (run.length < 3) continue;
    for (const group of run) {
      const members = groups[group];
      if (members) listed.set(members, [...(listed.get(members) ?? []), ...run.filter((other) => other !== group)]);
    }
  }
  return listed;
}

function toGroup(members: readonly Mention[], spotOf: (entry: number) => Spot): NameGroup {
  const first = members.find(({ candidates }) => candidates.list.length > 0) ?? members[0];
  const list = first?.candidates.list ?? [];
  const containers = members.flatMap((member) => member.containers).slice(0, 4);
  return {
    spots: list.map(({ entry }) => spotOf(entry)),
    priors: list.map(({ prior }) => prior),
    at: members.slice(0, 6).map(({ start }) => start),
    containers: containers.map((one) => ({
      spots: one.list.map(({ entry }) => spotOf(entry)),
      strength: one.strength,
    })),
    // Where members of parliament come from says little of where a text is.
    voice: members.every(({ bound }) => bound) ? 0.2 : first?.candidates.part ? 0.5 : first?.demonym ? 0.7 : 1,
  };
}

function toPlace(gazetteer: Gazetteer, text: string, mention: Mention, entry: number, part: boolean): Place {
  return {
    start: mention.start,
    end: mention.end,
    name: part ? text.slice(mention.start, mention.end) : gazetteer.nameOf(entry),
    lat: gazetteer.latOf(entry),
    lon: gazetteer.lonOf(entry),
    country: gazetteer.countryOf(entry),
    geonames: part ? null : gazetteer.idOf(entry),
    use: mention.demonym || mention.bound || mention.inBody ? 'demonym' : findUse(gazetteer, text, mention, entry),
  };
}
