import type { Gazetteer } from './gazetteer.ts';
import { codeOf, keyOf } from './key.ts';

/** One place that a name may mean. */
export interface Candidate {
  readonly entry: number;
  /** How likely before any context, on the scale of decimal logarithms of inhabitants. */
  readonly prior: number;
}

/** A name's candidates; `part`: only a part of the name is a place's ("Austin" in "Austin City Hall"). */
export interface Candidates {
  readonly list: readonly Candidate[];
  readonly part: boolean;
}

/** What a name may mean, looked up once a text. */
export interface Meaning {
  readonly candidates: Candidates;
  readonly demonym: boolean;
}

/** No name of the gazetteer has more bearers than the context could weigh. */
const MOST = 40;

const DIRECTION = /^(?:the )?(?:(?:north|south)[- ]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?|central|upper|lower|downtown|midtown|greater|inner|outer|mainland|metropolitan|rural|suburban|coastal|far|old|occupied)[ -]+(?=\p{Lu})/iu; // prettier-ignore
const DESIGNATION_BEFORE = /^(?:the )?(?:city|town|township|village|municipality|borough|county|parish|state|province|region|district|republic|commonwealth|kingdom|port|island|isle|islands|metropolis|territory|suburb|hamlet|diocese|archdiocese)s? of (?:the )?(?=\p{L})/iu; // prettier-ignore
const DESIGNATION_AFTER = /[ -](?:city|town|township|twp\.?|village|municipality|borough|county|parish|state|province|region|district|prefecture|governorate|department|oblast|krai|area|metropolitan area|metro|suburbs?|republic|territory|regency|capital|border|based)$/iu; // prettier-ignore

/** What a name may mean, by itself: the likeliest first, at most forty. `stop`: whether a point follows the name. */
export function findCandidates(gazetteer: Gazetteer, name: string, stop = false): Candidates {
  for (const form of formsOf(name, stop)) {
    const list = lookUp(gazetteer, form);
    if (list.length > 0) return { list, part: false };
  }
  return { list: lookUpPart(gazetteer, name), part: true };
}

/** Only what the gazetteer holds under just this name: for words that nobody says are a place's. */
export function findExact(gazetteer: Gazetteer, name: string): Candidates {
  const code = codeOf(name);
  const coded = code ? lookUp(gazetteer, code) : [];
  const key = coded.length === 0 && name.length > 3 ? keyOf(name) : null;
  return { list: key ? lookUp(gazetteer, key) : coded, part: false };
}

/** The keys under which a name may stand, the closest first. */
function* formsOf(name: string, stop: boolean): Generator<string> {
  const clean = name.replace(/\s+/gu, ' ').trim();
  const code = codeOf(clean);
  if (code) yield code;
  const plain = clean.replace(/^the /iu, '').replace(/(?:['’]s|['’])$/u, '');
  if (stop || clean.endsWith('.')) {
    const key = keyOf(plain);
    if (key) yield `.${key}`;
  }
  // "The Hague" is one town, "Hague" many.
  const whole = /^The \p{Lu}/u.test(clean) ? keyOf(clean) : null;
  if (whole) yield whole;
  const shapes = [plain, plain.replace(DESIGNATION_BEFORE, ''), plain.replace(DIRECTION, '')];
  for (const shape of [...shapes, ...shapes.map((one) => one.replace(DESIGNATION_AFTER, '')), riverForm(plain)]) {
    const key = shape.length > 1 ? keyOf(shape) : null;
    if (key && (key.length > 2 || !code)) yield key;
  }
}

function riverForm(name: string): string {
  const river = /^River (.+)$/u.exec(name)?.[1] ?? /^(.+) River$/u.exec(name)?.[1];
  return river ? `${river} River` : '';
}

/** The longest run of words that is a place's name, capitals at its ends; the first of equals. */
function lookUpPart(gazetteer: Gazetteer, name: string): readonly Candidate[] {
  const words = name.split(/[\s,/]+/u).filter(Boolean);
  for (let n = Math.min(4, words.length - 1); n > 0; n--) {
    for (let i = 0; i + n <= words.length; i++) {
      const run = words.slice(i, i + n);
      if (!/^\p{Lu}/u.test(run[0] ?? '') || !/^\p{Lu}/u.test(run.at(-1) ?? '') || (n === 1 && GENERIC.test(run[0] ?? ''))) continue; // prettier-ignore
      const key = keyOf(run.join(' ').replace(/['’]s$/u, ''));
      const list = key && key.length > 3 ? lookUp(gazetteer, key) : [];
      if (list.length > 0) return list;
    }
  }
  return [];
}

const GENERIC = /^(?:University|College|School|High|Park|Center|Centre|Hospital|Church|Lake|River|Mount|Street|Avenue|Road|North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Great|Saint|Airport|International|National|Hall|House|Bridge|Creek|Hill|Point|Bay|Beach|Island|Fort|Camp|City|County|Old|New|Royal|General|Memorial|State|Union|First|Public)$/u; // prettier-ignore

function lookUp(gazetteer: Gazetteer, key: string): readonly Candidate[] {
  const { entries, own } = gazetteer.find(key);
  if (entries.length === 0) return NOBODY;
  const list: Candidate[] = [];
  entries.forEach((entry, i) => {
    if (i < own || entries.indexOf(entry) === i) list.push({ entry, prior: priorOf(gazetteer, entry, i < own) });
  });
  return liftUsual(gazetteer, list)
    .sort((a, b) => b.prior - a.prior || a.entry - b.entry)
    .slice(0, MOST);
}

const NOBODY: readonly Candidate[] = [];

/**
 * A country is meant by its name unless a state of like size bears it too ("Georgia"); a town that is most of the state of its name
 * ("New York") before the state.
 */
function liftUsual(gazetteer: Gazetteer, list: Candidate[]): Candidate[] {
  const regions = list.filter(({ entry }) => gazetteer.kindOf(entry) === 'region');
  if (regions.length === 0 && list.every(({ entry }) => gazetteer.kindOf(entry) !== 'country')) return list;
  return list.map(({ entry, prior }) => {
    const kind = gazetteer.kindOf(entry);
    if (kind === 'country' && regions.every((region) => region.prior < prior - 1.6))
      return { entry, prior: prior + 1.5 };
    // Oklahoma County is most of nothing.
    if (kind !== 'town' && kind !== 'capital') return { entry, prior };
    const region = regions.find((one) => one.entry === gazetteer.regionOf(entry));
    if (region && gazetteer.peopleOf(entry) > gazetteer.peopleOf(region.entry) - 0.6) return { entry, prior: Math.max(prior, region.prior + 0.3) }; // prettier-ignore
    return { entry, prior };
  });
}

/** Capitals of states are named for more than their size says. */
function priorOf(gazetteer: Gazetteer, entry: number, own: boolean): number {
  const people = gazetteer.peopleOf(entry);
  switch (gazetteer.kindOf(entry)) {
    case 'country':
      return Math.max(7, people) + 0.8 - (own ? 0 : 0.5);
    case 'region':
      return Math.max(4.8, people - 0.4) - (own ? 0 : 0.8);
    case 'county':
      return Math.max(2, people - 2) - (own ? 0 : 1.2);
    case 'town':
      return people - (own ? 0 : 1);
    case 'capital':
      return Math.max(6.3, people + 1) - (own ? 0 : 1.5);
    case 'continent':
      return 11;
    case 'area':
      return 8;
    case 'seat':
      return 8;
    case 'water':
      return 7;
    case 'land':
      return 6;
    case 'spot':
      return 4.6;
  }
}
