/** What an entry of the gazetteer is; the number is what the file holds. */
export const KINDS = [
  'country',
  'region',
  'county',
  'town',
  'capital',
  'continent',
  'area',
  'water',
  'land',
  'spot',
  'seat',
] as const;

/**
 * country: a state or territory (ISO 3166-1). region: its first division (state, province), county: its second. town: a
 * populated place; capital: the one in which a country's government sits. area: a part of the world or of a country that is no division ("Middle East", "Darfur"). water, land:
 * seas, rivers; mountains, islands, deserts. spot: a base, an airport, a square. seat: a building that stands for a
 * government.
 */
export type PlaceKind = (typeof KINDS)[number];

/** The first bytes of the file; the number rises with its layout. */
export const MAGIC = 'HSGZ0002';

/**
 * The columns of the file after its head, each a run of bytes. Whole numbers of several bytes are kept as planes (all low
 * bytes, then all next bytes), which packs better.
 */
export const COLUMNS = [
  'countries', // ISO codes, two letters each; entry.country is 1 + index
  'keys', // all keys, sorted by code unit, each ended by \n
  'names', // the names that are not their key in title case, each ended by \n, in the order of the entries that have one
  'named', // one bit an entry: whether it has a name of its own
  'keyOf', // the key of each entry's name, 3 planes
  'more', // further names: key, 3 planes, in order of key
  'moreOf', // and the entry each is of, 3 planes
  'lat', // hundredths of a degree, 2 planes
  'lon', // the same
  'ids', // GeoNames id, 0: none; 4 planes
  'country', // 1 byte
  'region', // 1 + entry of the first division, 0: none; 2 planes
  'county', // 1 + entry of the second division, 0: none; 2 planes
  'kind', // 1 byte
  'people', // ten times the decimal logarithm of one more than the inhabitants, 1 byte
] as const;

export type Column = (typeof COLUMNS)[number];
