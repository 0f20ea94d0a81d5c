import { readLexicon } from '../../src/base/lexicon.ts';
import { keyOf } from '../../src/language/places/key.ts';
import { KINDS, type PlaceKind } from '../../src/language/places/layout.ts';
import { makeEntry, type Entry } from './entry.ts';
import { bareNames, usableNames } from './names.ts';
import type { Packages } from './packages.ts';

/** Every entry of the file, divisions located by their towns and what lexicons/place-names.tsv says laid over. */
export function gatherEntries(from: Packages): Entry[] {
  const countries = new Map(from.countries.map((one) => [one.iso, makeEntry({ ...one, kind: 'country', country: one.iso, more: new Set(one.names), ...pointOf(from.points.get(one.iso)) })])); // prettier-ignore
  const divisions = from.divisions.map((one) =>
    one.level === '1' || one.level === '2'
      ? makeEntry({ name: one.name.replace(/ (?:Sheng|Shi|Oblast[’']?|[Kk]ray|[A-Z]\p{L}+zu Zizhiqu)$/u, ''), kind: one.level === '1' ? 'region' : 'county', country: one.country, id: one.id, more: new Set([...usableNames(one.names, one.name), ...bareNames(one.name)]) }) // prettier-ignore
      : null,
  );
  const byCode = new Map<string, Entry>(countries);
  from.divisions.forEach(({ code, level }, i) => {
    const entry = divisions[i];
    if (entry && level === '1' && code !== '') byCode.set(code, entry);
  });
  const towns = from.towns.map((one) => {
    const parts = (from.divisionsOf.get(one.geonameid) ?? []).map((at) => divisions[at - 1] ?? null);
    return makeEntry({
      name: one.name.replace(/\s*\(.*\)\s*$/u, ''),
      kind: 'town',
      country: one.countrycode,
      region:
        parts.find((part) => part?.kind === 'region') ?? byCode.get(`${one.countrycode}.${one.admin1code}`) ?? null,
      county: parts.find((part) => part?.kind === 'county') ?? null,
      lat: one.latitude,
      lon: one.longitude,
      id: one.geonameid,
      people: one.population,
      more: new Set([
        ...(one.population >= (one.countrycode === 'US' ? 100_000 : 5000)
          ? usableNames(one.alternatenames, one.name)
          : []),
        ...bareNames(one.name),
      ]),
    });
  });
  const all = [...countries.values(), ...divisions.filter((one) => one !== null), ...towns];
  const byId = new Map(
    all.filter((one) => one.id > 0 && one.kind === 'town').map((one) => [`id${String(one.id)}`, one]),
  );
  all.push(...gatherPosts(from, towns, byCode), ...gatherAirports(from), ...gatherFeatures());
  locateDivisions(all);
  markCapitals(from, towns);
  layNames(new Map([...byCode, ...byId]));
  return withoutDoubles(all.filter((one) => !Number.isNaN(one.lat)));
}

/** The largest town of the capital's name in its country. */
function markCapitals(from: Packages, towns: readonly Entry[]): void {
  for (const { iso, capital } of from.countries) {
    const key = capital === '' ? null : keyOf(capital.replace(/,? D\.?C\.?$/u, ''));
    const bearers = towns.filter((one) => one.country === iso && key && [one.name, ...one.more].some((name) => keyOf(name) === key)); // prettier-ignore
    const seat = bearers.sort((a, b) => b.people - a.people)[0];
    if (seat) seat.kind = 'capital';
    else if (capital !== '') console.error(`no town is called as the capital of ${iso}, ${capital}`);
  }
}

function pointOf(point: readonly [number, number] | undefined): { lat: number; lon: number } {
  return point ? { lat: point[0], lon: point[1] } : { lat: NaN, lon: NaN };
}

/** A post office stands for a settlement too small for the towns: one entry for all its ZIP codes. */
function gatherPosts(from: Packages, towns: readonly Entry[], byCode: ReadonlyMap<string, Entry>): Entry[] {
  const held = new Set(towns.flatMap((one) => (one.region ? [one.name, ...one.more].map((name) => `${one.country}.${one.region?.name ?? ''} ${keyOf(name) ?? ''}`) : []))); // prettier-ignore
  const counties = new Map(towns.flatMap((one) => (one.country === 'US' && one.county && one.region ? [[`${one.region.name} ${one.county.name.replace(/ (?:County|Parish|Borough)$/u, '')}`, one.county]] : []))); // prettier-ignore
  const made = new Map<string, Entry & { count?: number }>();
  for (const post of from.posts) {
    const region = byCode.get(`US.${post.state}`);
    if (!region || Number.isNaN(post.lat) || post.city === '') continue;
    const place = `US.${region.name} ${keyOf(post.city) ?? ''}`;
    if (held.has(place) || made.has(place)) continue;
    const county = counties.get(`${region.name} ${post.county}`) ?? null;
    made.set(place, makeEntry({ name: post.city, kind: 'town', country: 'US', region, county, lat: post.lat, lon: post.lon, people: 100 })); // prettier-ignore
  }
  return [...made.values()];
}

function gatherAirports(from: Packages): Entry[] {
  return from.airports
    .map((one) => ({ ...one, name: one.name.replace(/\s*[/(].*$/u, '').trim() }))
    .filter(({ name, iata }) => (iata !== '' && /Airport|Airfield/u.test(name)) || /Air Force|Air Base|Army Airfield|Naval Air/u.test(name)) // prettier-ignore
    .map(({ name, country, lat, lon }) => makeEntry({ name, kind: 'spot', country, lat, lon })); // prettier-ignore
}

function gatherFeatures(): Entry[] {
  return readLexicon('features').map(([name = '', kind = '', country = '', lat, lon, forms = '', id = '0']) => {
    const known = (kind === 'region' ? 'area' : kind) as PlaceKind;
    if (!KINDS.includes(known)) throw new Error(`features.tsv: ${name} is of no known kind: ${kind}`);
    return makeEntry({ name, kind: known, country, lat: Number(lat), lon: Number(lon), id: Number(id), more: new Set(forms.split(';').filter(Boolean)) }); // prettier-ignore
  });
}

/** A division lies in the middle of the box around its towns; its people are theirs. */
function locateDivisions(all: readonly Entry[]): void {
  const members = new Map<Entry, Entry[]>();
  for (const one of all) {
    for (const part of [one.region, one.county]) {
      if (!part) continue;
      const held = members.get(part);
      if (held) held.push(one);
      else members.set(part, [one]);
    }
  }
  for (const [division, towns] of members) {
    const first = towns[0]?.lon ?? 0;
    const lons = towns.map(({ lon }) => (lon - first > 180 ? lon - 360 : lon - first < -180 ? lon + 360 : lon));
    const lats = towns.map(({ lat }) => lat);
    division.lat = middle(lats);
    division.lon = ((middle(lons) + 540) % 360) - 180;
    division.people = towns.reduce((sum, { people }) => sum + people, 0);
    const region = towns.find((town) => town.county === division)?.region;
    if (division.kind === 'county' && region) division.region = region;
  }
}

/** Halfway between the twentieth part from either end: one far island must not draw a state into the sea. */
function middle(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const cut = Math.floor(sorted.length / 20);
  return ((sorted[cut] ?? 0) + (sorted[sorted.length - 1 - cut] ?? 0)) / 2;
}

function layNames(byCode: ReadonlyMap<string, Entry>): void {
  const named = new Set<Entry>();
  for (const [code = '', forms = '', lat, lon] of readLexicon('place-names')) {
    const entry = byCode.get(code);
    if (!entry) throw new Error(`place-names.tsv: nothing has the code ${code}`);
    const [name, ...more] = forms.split(';');
    if (name && !named.has(entry)) entry.name = name;
    named.add(entry);
    for (const form of more) entry.more.add(/^[A-Z][A-Za-z]+\.$/u.test(form) ? `.${form.slice(0, -1)}` : form);
    if (lat && lon) Object.assign(entry, { lat: Number(lat), lon: Number(lon) });
  }
}

/** Outside the countries whose counties are names of their own, a county called as a town in it adds nothing. */
function withoutDoubles(all: readonly Entry[]): Entry[] {
  const keys = new Map<Entry, Set<string>>();
  for (const { county, name } of all) if (county) keys.set(county, (keys.get(county) ?? new Set()).add(keyOf(name) ?? '')); // prettier-ignore
  const needless = new Set(
    all.filter((one) => one.kind === 'county' && !['US', 'GB', 'IE', 'CA', 'KE'].includes(one.country) && [one.name, ...one.more].some((name) => keys.get(one)?.has(keyOf(name) ?? '-'))), // prettier-ignore
  );
  for (const one of all) if (one.county && needless.has(one.county)) one.county = null;
  return all.filter((one) => !needless.has(one));
}
