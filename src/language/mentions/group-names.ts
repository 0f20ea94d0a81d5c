import { headKind, isSeatOfPower } from '../heads.ts';
import { makeCluster, type Cluster, type EntityKind } from './cluster.ts';
import { agreeFirst, initialsOf, isAcronym, nameWords } from './name-forms.ts';
import type { Named } from './named.ts';
import { firstNameGender, readNoun, type Gender } from './nouns.ts';
import { stateNamed, stateOfSeat } from './states.ts';

/** Which cluster each name belongs to (null for a demonym), and why. */
export interface GroupedName {
  readonly cluster: Cluster | null;
  readonly why: string;
}

/** Lists behind one word are cut here: 10,000 namesakes must not cost 10,000 comparisons each. */
const MOST = 40;

const TITLE_GENDER: Readonly<Record<string, Gender>> = {
  ...{ mr: 'man', sir: 'man', lord: 'man', king: 'man', prince: 'man', emperor: 'man', pope: 'man' },
  ...{ congressman: 'man', councilman: 'man', chairman: 'man', spokesman: 'man', alderman: 'man' },
  ...{ mrs: 'woman', ms: 'woman', miss: 'woman', dame: 'woman', lady: 'woman', baroness: 'woman', queen: 'woman' },
  ...{ princess: 'woman', congresswoman: 'woman', councilwoman: 'woman', chairwoman: 'woman', spokeswoman: 'woman' },
};

/** Titles and the nouns that they shorten. */
const LONG_TITLE: Readonly<Record<string, string>> = {
  ...{ sen: 'senator', rep: 'representative', gov: 'governor', gen: 'general', lt: 'lieutenant', col: 'colonel' },
  ...{ maj: 'major', capt: 'captain', sgt: 'sergeant', adm: 'admiral', cmdr: 'commander', dr: 'doctor' },
  ...{ prof: 'professor', rev: 'reverend', det: 'detective', insp: 'inspector', supt: 'superintendent', premier: 'minister' },
}; // prettier-ignore

/** Groups the names of one report: full and short names, acronyms, other names of states. Two of one surname stay two. */
export function groupNames(
  named: readonly Named[],
  clusters: Cluster[],
  acts: (name: Named) => boolean,
): GroupedName[] {
  const grouped: GroupedName[] = named.map(() => ({ cluster: null, why: 'demonym' }));
  const forms = named.map((one) => nameWords(one.text));
  const people = groupPeople(named, forms, clusters, grouped);
  groupPeoples(named, forms, clusters, grouped);
  groupOthers(named, forms, clusters, grouped, acts, people);
  return grouped;
}

function groupPeople(
  named: readonly Named[],
  forms: readonly (readonly string[])[],
  clusters: Cluster[],
  grouped: GroupedName[],
): ReadonlyMap<string, Cluster> {
  const bySurname = new Map<string, { cluster: Cluster; given: readonly string[] }[]>();
  const byWord = new Map<string, Cluster[]>();
  const seen = new Map<Cluster, number>();
  const families = new Map<string, Cluster>();
  const lone = new Map<string, Cluster>();
  const people = named.flatMap((one, i) => (one.kind === 'person' && (forms[i]?.length ?? 0) > 0 ? [i] : []));
  const join = (i: number, cluster: Cluster, why: string): void => {
    grouped[i] = { cluster, why };
    const one = named[i];
    if (one) cluster.names.push({ start: one.start, end: one.end });
    for (const title of named[i]?.titles ?? []) {
      cluster.gender ??= TITLE_GENDER[title.replace('.', '')] ?? null;
      cluster.roles.add(LONG_TITLE[title.replace('.', '')] ?? title);
    }
    for (const word of forms[i] ?? []) cluster.words.add(word);
  };
  for (const i of people.filter((one) => (forms[one]?.length ?? 0) > 1)) {
    const words = forms[i] ?? [];
    const [surname, given] = [words.at(-1) ?? '', words.slice(0, -1)];
    const known = bySurname.get(surname)?.find((one) => agreeFirst(one.given, given));
    const cluster = known?.cluster ?? makeCluster(clusters.length, 'person');
    if (!known) {
      clusters.push(cluster);
      cluster.guess = firstNameGender(words[0] ?? '');
      push(bySurname, surname, { cluster, given });
      for (const word of words) push(byWord, word, cluster);
    }
    join(i, cluster, 'full name');
  }
  for (const i of people) {
    const words = forms[i] ?? [];
    const known = grouped[i]?.cluster;
    if (known) seen.set(known, i);
    if (words.length !== 1) continue;
    const word = words[0] ?? '';
    const said = (named[i]?.titles ?? []).map((title) => TITLE_GENDER[title.replace('.', '')]).find(Boolean);
    const namesakes = (bySurname.get(word)?.map((one) => one.cluster) ?? byWord.get(word) ?? []).filter(
      (one) => !said || (one.gender ?? one.guess ?? said) === said,
    );
    // Of two with one surname the one called so before is meant, else the one named last.
    let cluster = namesakes[0];
    for (const one of namesakes) if ((seen.get(one) ?? -1) > (cluster ? (seen.get(cluster) ?? -1) : -1)) cluster = one;
    const usual = lone.get(word);
    if (usual && namesakes.includes(usual)) cluster = usual;
    else if (cluster) lone.set(word, cluster);
    const why = cluster ? (bySurname.has(word) ? 'last name' : 'first name') : 'name';
    if (!cluster) {
      cluster = makeCluster(clusters.length, 'person');
      cluster.guess = firstNameGender(word);
      clusters.push(cluster);
      push(bySurname, word, { cluster, given: [] });
    }
    seen.set(cluster, i);
    join(i, cluster, why);
  }
  // "The Hales" are those of the name.
  named.forEach((one, i) => {
    const surname = /^(.{3,})s$/u.exec(forms[i]?.length === 1 ? (forms[i][0] ?? '') : '')?.[1] ?? '';
    const known = grouped[i]?.cluster;
    const bearers = (bySurname.get(surname) ?? []).filter((bearer) => bearer.given.length > 0).map((bearer) => bearer.cluster); // prettier-ignore
    const isOwn = bySurname.get(`${surname}s`)?.some((bearer) => bearer.given.length > 0) ?? false;
    if (bearers.length === 0 || isOwn || one.outlet || (known && known.kind !== 'person')) return;
    const members = bearers.length > 1 ? bearers : [];
    const family = families.get(surname) ?? makeCluster(clusters.length, 'person', members, true);
    if (!families.has(surname)) clusters.push(family);
    families.set(surname, family);
    join(i, family, 'name');
  });
  return new Map([...bySurname].map(([surname, bearers]) => [surname, lone.get(surname) ?? bearers[0]?.cluster]).filter((one): one is [string, Cluster] => one[1] !== undefined)); // prettier-ignore
}

/** "Norlanders", "the Sand Democrats": those of a people, a party or a faith, by one plural. */
function groupPeoples(
  named: readonly Named[],
  forms: readonly (readonly string[])[],
  clusters: Cluster[],
  grouped: GroupedName[],
): void {
  const byName = new Map<string, Cluster>();
  named.forEach((one, i) => {
    const key = (forms[i] ?? []).join(' ');
    if (one.kind !== 'demonym' || one.outlet || grouped[i]?.cluster || !/[^s]s$/u.test(key)) return;
    const cluster = byName.get(key) ?? makeCluster(clusters.length, 'person', [], true);
    if (!byName.has(key)) clusters.push(cluster);
    byName.set(key, cluster);
    cluster.names.push({ start: one.start, end: one.end });
    for (const word of forms[i] ?? []) cluster.words.add(word);
    grouped[i] = { cluster, why: 'name' };
  });
}

function groupOthers(
  named: readonly Named[],
  forms: readonly (readonly string[])[],
  clusters: Cluster[],
  grouped: GroupedName[],
  acts: (name: Named) => boolean,
  people: ReadonlyMap<string, Cluster>,
): void {
  const byKey = new Map<string, Cluster>();
  const byInitials = new Map<string, Cluster>();
  const byEdge = new Map<string, { cluster: Cluster; words: readonly string[] }[]>();
  const rest = named.flatMap((one, i) => (one.kind === 'person' || one.kind === 'demonym' ? [] : [i]));
  const join = (i: number, cluster: Cluster, why: string): void => {
    grouped[i] = { cluster, why };
    const one = named[i];
    if (one) cluster.names.push({ start: one.start, end: one.end });
    const kind = kindOf(named[i], forms[i] ?? []);
    // prettier-ignore
    if (cluster.kind === 'unknown' || (cluster.kind === 'organization' && kind !== 'unknown' && kind !== 'place')) cluster.kind = kind;
    for (const word of forms[i] ?? []) cluster.words.add(word);
  };
  // The "Tidefox-Gullway" match is not Tidefox, if both are told.
  const told = new Set(rest.map((i) => named[i]?.text));
  const isTwo = (name: string): boolean => name.includes('-') && name.split('-').every((part) => told.has(part));
  // Longer names first, so that the shorter find them wherever they stand.
  const order = [...rest].sort((a, b) => (forms[b]?.length ?? 0) - (forms[a]?.length ?? 0) || a - b);
  for (const i of order) {
    const one = named[i];
    const words = forms[i] ?? [];
    if (!one || words.length === 0 || grouped[i]?.cluster) continue;
    // "London said" of a Jo London: a surname stays one where a marker takes it for a city or a firm.
    const bearer = words.length === 1 && !isAcronym(one.text) ? people.get(words[0] ?? '') : undefined;
    if (bearer && !one.outlet && (one.kind !== 'place' || acts(one))) {
      grouped[i] = { cluster: bearer, why: 'last name' };
      bearer.names.push({ start: one.start, end: one.end });
      continue;
    }
    // "Moscow denied it" is Russia's government; "in Moscow" is a place.
    const seat = acts(one) ? stateOfSeat(one.text) : null;
    const state = stateNamed(one.text) ?? seat;
    const key = one.outlet ? `outlet ${one.outlet.name}` : state ? `state ${state}` : words.join(' ');
    const acronym = isAcronym(one.text) && !state;
    let [cluster, why] = [byKey.get(key), 'full name'];
    if (!cluster && acronym) [cluster, why] = [byInitials.get(key.replaceAll(' ', '')), 'acronym'];
    if (!cluster && one.kind === 'organization' && !one.outlet && !state)
      [cluster, why] = [longerName(byEdge, words), 'short name'];
    if (!cluster) {
      cluster = makeCluster(clusters.length, kindOf(one, words));
      clusters.push(cluster);
      why = 'name';
    }
    if (one.outlet) cluster.label = one.outlet.name;
    if (state) cluster.isState = true;
    if (seat) why = 'capital';
    if (cluster.kind === 'place' && acts(one) && isSeatOfPower(one.text)) cluster.kind = 'government';
    if (!byKey.has(key)) {
      byKey.set(key, cluster);
      if (one.kind !== 'place')
        for (const initials of initialsOf(words)) if (!byInitials.has(initials)) byInitials.set(initials, cluster);
      if (one.kind === 'organization' && !isTwo(one.text)) {
        const entry = { cluster, words };
        push(byEdge, words[0] ?? '', entry);
        if (words.length > 1) push(byEdge, words.at(-1) ?? '', entry);
      }
    }
    join(i, cluster, acronym && why === 'full name' ? 'acronym' : why);
  }
}

/** The one longer name that begins or ends with `words`; a lone "Council" or "Russian" is no name of its own. */
function longerName(
  byEdge: ReadonlyMap<string, readonly { cluster: Cluster; words: readonly string[] }[]>,
  words: readonly string[],
): Cluster | undefined {
  const first = words[0] ?? '';
  if (words.length === 1 && (headKind(first) !== null || readNoun(first) !== null)) return undefined;
  const starts = (byEdge.get(first) ?? []).filter((one) => words.every((word, i) => one.words[i] === word));
  const ends = (byEdge.get(words.at(-1) ?? '') ?? []).filter(
    (one) => words.length > 1 && words.every((word, i) => one.words[one.words.length - words.length + i] === word),
  );
  const found = new Set([...starts, ...ends].map((one) => one.cluster));
  return found.size === 1 ? [...found][0] : undefined;
}

function kindOf(one: Named | undefined, words: readonly string[]): EntityKind {
  if (!one) return 'unknown';
  if (one.outlet) return 'outlet';
  if (isSeatOfPower(one.text) || stateNamed(one.text)) return 'place';
  if (one.kind === 'place') return 'place';
  if (one.kind !== 'organization') return 'unknown';
  const of = words.indexOf('of');
  const head = (of > 0 ? words[of - 1] : words.at(-1)) ?? '';
  const kind = headKind(head) ?? headKind(words[0] ?? '');
  return kind === 'government' ? 'government' : kind === 'outlet' ? 'outlet' : 'organization';
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.length < MOST) list.push(value);
}
