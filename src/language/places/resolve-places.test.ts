import { describe, expect, it } from 'vitest';
import type { Range } from '../spans.ts';
import type { PlaceContext } from './place.ts';
import { findPlaces, resolvePlaces } from './resolve-places.ts';

/** A text whose bracketed stretches are the given spans. */
function readMarked(marked: string): { text: string; spans: Range[] } {
  let text = '';
  const spans: Range[] = [];
  let start = 0;
  for (const piece of marked.split(/([[\]])/u)) {
    if (piece === '[') start = text.length;
    else if (piece === ']') spans.push({ start, end: text.length });
    else text += piece;
  }
  return { text, spans };
}

function kilometres(a: { lat: number; lon: number }, lat: number, lon: number): number {
  const rad = Math.PI / 180;
  const x = (lon - a.lon) * rad * Math.cos(((lat + a.lat) / 2) * rad);
  return 6371 * Math.hypot(x, (lat - a.lat) * rad);
}

interface Case {
  readonly name: string;
  readonly marked: string;
  /** Every span is within `km` of this point. */
  readonly lat: number;
  readonly lon: number;
  readonly km: number;
  readonly context?: PlaceContext;
}

const LOCAL: readonly Case[] = [
  {
    name: 'three small towns and a law of their state',
    marked: 'The [Clinton] school board voted on Tuesday to close its oldest building. Members from [Conway] and [Russellville] attended, and they meet again at [Morrilton] next week. Arkansas law gives districts until June.', // prettier-ignore
    ...{ lat: 35.3, lon: -92.6, km: 80 },
  },
  {
    name: 'a world city’s name among its small neighbours',
    marked: '[Paris] police said a man from [Clarksville] was held on a warrant out of [Lamar County]. He had been seen in [Bonham] and [Sulphur Springs].', // prettier-ignore
    ...{ lat: 33.5, lon: -95.6, km: 90 },
  },
  {
    name: 'a dateline’s state, abbreviated',
    marked: 'SPRINGFIELD, Mo. – Officials in [Springfield] said the road to [Branson] will close. Go through [Ozark] or [Nixa].', // prettier-ignore
    ...{ lat: 37, lon: -93.3, km: 70 },
  },
  {
    name: 'countries’ names that are small towns here',
    marked: 'A woman from [Athens] died when her car left the road between [Palestine] and [Corsicana], the Texas Department of Public Safety said.', // prettier-ignore
    ...{ lat: 32, lon: -96, km: 80 },
  },
  {
    name: 'Lebanon beside Nashville',
    marked: 'The [Lebanon] mayor told reporters in [Nashville] that [Wilson County] and [Mount Juliet] had agreed.',
    ...{ lat: 36.2, lon: -86.5, km: 60 },
  },
  {
    name: 'a county that thirty states have, with its state',
    marked: 'Deputies in [Washington County], Ohio, searched a farm outside [Marietta]. The man had lived in [Belpre] and [Lowell].', // prettier-ignore
    ...{ lat: 39.4, lon: -81.5, km: 50 },
  },
  {
    name: 'a place in a place',
    marked: 'The mayor of [Birmingham] in Alabama said that [Hoover] and [Bessemer] would share the cost.',
    ...{ lat: 33.45, lon: -86.85, km: 50 },
  },
  {
    name: 'Cambridge with its English neighbours',
    marked: 'In [Cambridge], [Newmarket] and [Ely] farmers counted the cost of the flood; [Peterborough] was spared.',
    ...{ lat: 52.35, lon: 0.15, km: 60 },
  },
  {
    name: 'Cambridge with its American neighbours',
    marked: 'In [Cambridge], [Somerville] and [Medford] bakers counted the cost of the storm; [Quincy] was spared.',
    ...{ lat: 42.35, lon: -71.08, km: 30 },
  },
  {
    name: 'the outlet’s own name',
    marked: '[Richmond] firefighters were joined by crews from [Berea] when a barn in [Madison County] burned.',
    ...{ lat: 37.7, lon: -84.3, km: 40 },
    context: { outlet: 'The Kentucky Ledger' },
  },
  {
    name: 'the country of the outlet’s address',
    marked: 'The council of [Newcastle] will meet that of [Maitland] over the new rail line.',
    ...{ lat: -32.85, lon: 151.65, km: 40 },
    context: { url: 'https://www.examplepost.com.au/1' },
  },
  {
    name: 'a name that no gazetteer has lies where its neighbour does',
    marked: 'The fire in [Upper Grimblewick] was seen from [Fakenham], a few miles off.',
    ...{ lat: 52.83, lon: 0.85, km: 10 },
  },
];

const WORLD: readonly (readonly [string, string])[] = [
  ['Ministers from [London] met in [Paris] before flying to [Rome] and [Athens].', 'GB FR IT GR'],
  ['Flights from [Kiev] to [Bombay], [Rangoon] and [Saigon] are cancelled.', 'UA IN MM VN'],
  ['He left [Burma] for [Holland] and never saw [Ceylon] again.', 'MM NL LK'],
  ['Troops from [Georgia] and [Armenia] met near [Tbilisi].', 'GE AM GE'],
  ['He drove from [Georgia] to [Alabama] and on to [Mississippi].', 'US US US'],
  ['Exports to [China], [Japan] and [South Korea] fell.', 'CN JP KR'],
  ['It fell into the [Pacific] off the U.S. coast.', '-'],
  ['The U.S. fleet left the [Middle East].', '-'],
];

describe('resolvePlaces', () => {
  it.each(LOCAL.map((one) => [one.name, one] as const))('%s', (_, { marked, lat, lon, km, context = {} }) => {
    const { text, spans } = readMarked(marked);
    const places = resolvePlaces(text, spans, context);
    const far = places.map((place, i) => ({ place: text.slice(spans[i]?.start, spans[i]?.end), km: place ? Math.round(kilometres(place, lat, lon)) : Infinity })); // prettier-ignore
    expect(far.filter((one) => one.km > km)).toEqual([]);
  });

  it.each(WORLD)('%s', (marked, countries) => {
    const { text, spans } = readMarked(marked);
    expect(resolvePlaces(text, spans, {}).map((place) => place?.country ?? '-').join(' ')).toBe(countries); // prettier-ignore
  });

  it('gives GeoNames ids, and none for what it only guesses', () => {
    const { text, spans } = readMarked('From [Vladivostok] to [Port Grimblewick].');
    expect(resolvePlaces(text, spans, {}).map((place) => place?.geonames)).toEqual([2013348, null]);
  });

  it('gives null where nothing is known', () => {
    expect(resolvePlaces('Xyzzyx', [{ start: 0, end: 6 }], {})).toEqual([null]);
  });
});

/** Brackets give the use expected: (location), {government}, <demonym>. */
const USES: readonly (readonly [string, string])[] = [
  ['Moscow said on Monday that the talks had failed.', 'Moscow government'],
  ['He arrived in Moscow on Monday.', 'Moscow location'],
  ['A visit to Moscow was not ruled out.', 'Moscow location'],
  ['Washington has repeatedly accused Tehran of lying.', 'Washington government, Tehran government'],
  ['The talks between Kyiv and Warsaw went on.', 'Kyiv government, Warsaw government'],
  ['The White House declined to comment.', 'White House government'],
  ['Protesters gathered outside the White House.', 'White House location'],
  ['Minsk’s ambassador was summoned.', 'Minsk government'],
  ['They urged Beijing to wait.', 'Beijing government'],
  ['The weather in Brussels was poor.', 'Brussels location'],
  ['Russian officers met two Danes in Oslo.', 'Russian demonym, Danes demonym, Oslo location'],
  ['France was invaded in 1940.', 'France location'],
];

describe('findPlaces', () => {
  it.each(USES)('%s', (text, expected) => {
    const said = findPlaces(text, [], {}).map(({ start, end, use }) => `${text.slice(start, end)} ${use}`);
    expect(said.join(', ')).toBe(expected);
  });

  it('finds nothing inside a person, and inside a body the place that says whose it is', () => {
    const text = 'Paris Whitcombe of Boston University spoke in Leeds.';
    const names = [
      { start: 0, end: 15, kind: 'person' as const },
      { start: 19, end: 36, kind: 'organization' as const },
    ];
    expect(findPlaces(text, names, {}).map(({ start, end, use }) => `${text.slice(start, end)}/${use}`)).toEqual([
      'Boston/demonym',
      'Leeds/location',
    ]);
  });

  it('takes a place from the network that it would not have seen itself', () => {
    const text = 'Reading won again.';
    expect(findPlaces(text, [], {})).toEqual([]);
    expect(findPlaces(text, [{ start: 0, end: 7, kind: 'place' }], {})).toMatchObject([{ name: 'Reading', country: 'GB' }]); // prettier-ignore
  });

  it('takes a state behind a party, and a country before “-backed”, for whose somebody is', () => {
    const text = 'Ada Holm, D-N.Y., met Iran-backed fighters.';
    const names = [{ start: 12, end: 15, kind: 'place' as const }, { start: 22, end: 26, kind: 'place' as const }]; // prettier-ignore
    expect(findPlaces(text, names, {})).toMatchObject([
      { name: 'New York', country: 'US', use: 'demonym' },
      { name: 'Iran', country: 'IR', use: 'demonym' },
    ]);
  });

  it('hears little of where members of parliament come from', () => {
    const text = 'They left Paris, said Ada Holm (D-Texas), Jo Reed (R-Ky.), Al Bell (D-Tenn.) and Ed Orr (R-Ill.).';
    const names = ['Paris', 'Texas', 'Ky', 'Tenn', 'Ill'].map((name) => ({ start: text.lastIndexOf(name), end: text.lastIndexOf(name) + name.length, kind: 'place' as const })); // prettier-ignore
    expect(findPlaces(text, names, {})[0]).toMatchObject({ name: 'Paris', country: 'FR' });
  });

  it('knows The Hague from Hague, whatever else is named', () => {
    const text = 'Envoys from Virginia and New Jersey met at The Hague.';
    expect(findPlaces(text, [{ start: 43, end: 52, kind: 'place' }], {}).at(-1)).toMatchObject({ name: 'The Hague', country: 'NL' }); // prettier-ignore
  });

  it('invents no place for a name that the gazetteer has not', () => {
    const text = 'They met at Grimblewick, near Leeds.';
    const names = [{ start: 12, end: 23, kind: 'place' as const }];
    expect(findPlaces(text, names, {}).map(({ name }) => name)).toEqual(['Leeds']);
  });

  it('takes a name that the network cut short as long as the gazetteer has it', () => {
    const text = 'A North Korean delegation flew home from North Macedonia.';
    const names = [
      { start: 2, end: 7, kind: 'place' as const },
      { start: 8, end: 14, kind: 'demonym' as const },
      { start: 47, end: 56, kind: 'place' as const },
    ];
    expect(findPlaces(text, names, {}).map(({ start, end, country }) => `${text.slice(start, end)} ${country ?? ''}`)).toEqual(['North Korean KP', 'North Macedonia MK']); // prettier-ignore
  });

  it.each([
    [
      'the half of a divided country that the text speaks of',
      'The North left. North and South Korea met.',
      'North KP, North KP, South Korea KR',
    ],
    ['two cities of one country', 'He left Oklahoma for Damascus, not Aleppo.', 'Oklahoma US, Damascus SY, Aleppo SY'],
    ['a state, not its county', 'He flew to Oklahoma.', 'Oklahoma US'],
    ['no point of the compass', 'The North and the Northeast of Ohio voted.', 'Ohio US'],
    ['no word in capitals', 'Press OK and hold your ID in Tulsa, OK.', 'Tulsa US, OK US'],
  ])('takes %s', (_, text, expected) => {
    const names = [...text.matchAll(/\b(?:North(?:east)?|Oklahoma|South Korea|OK|ID)\b/gu)].map(({ index, 0: name }) => ({ start: index, end: index + name.length, kind: 'place' as const })); // prettier-ignore
    const sent = names.filter(({ start, end }) => !/^(?:OK|ID)$/u.test(text.slice(start, end)));
    const found = findPlaces(text, sent, {});
    expect(found.map(({ start, end, country }) => `${text.slice(start, end)} ${country ?? ''}`).join(', ')).toBe(
      expected,
    );
    for (const { name, start, end } of found)
      if (/^[ODA]/u.test(name)) expect(name).toBe(text.slice(start, end).replace('OK', 'Oklahoma'));
  });

  it('takes the next name of a list of states for a state', () => {
    const { text, spans } = readMarked('It was sold in [Oregon], [Utah], [Washington], [West Virginia] and [Wyoming].');
    const washington = resolvePlaces(text, spans, {})[2];
    expect(washington && kilometres(washington, 47.4, -120.5)).toBeLessThan(160);
  });

  it('tells a state from the town of its name where it is called one', () => {
    const { text, spans } = readMarked('A farm in [Washington] state was named by officials in [Washington].');
    const [farm, officials] = resolvePlaces(text, spans, {});
    expect(farm && kilometres(farm, 47.4, -120.5)).toBeLessThan(160);
    expect(officials && kilometres(officials, 38.9, -77)).toBeLessThan(50);
  });

  it('knows space ports and bases', () => {
    const text = 'He will visit the Vostochny Cosmodrome and Ramstein Air Base.';
    expect(findPlaces(text, [], {}).map(({ country, lat }) => [country, Math.round(lat)])).toEqual([['RU', 52], ['DE', 49]]); // prettier-ignore
  });

  it('reads ten thousand names in seconds', () => {
    const towns = ['Springfield', 'Clinton', 'Salem', 'Georgetown', 'Franklin', 'Greenville', 'Bristol', 'Fairview'];
    const text = Array.from({ length: 10_000 }, (_, i) => `In ${towns[i % towns.length] ?? ''} it rained.`).join(' ');
    const before = performance.now();
    expect(findPlaces(text, [], {})).toHaveLength(10_000);
    expect(performance.now() - before).toBeLessThan(20_000);
  });

  it('finds nothing in an empty text', () => {
    expect(findPlaces('', [], {})).toEqual([]);
  });
});
