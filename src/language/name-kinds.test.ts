import { expect, it } from 'vitest';
import { NAME_KINDS, settleKinds, type WeighedName } from './name-kinds.ts';
import type { NameKind } from './spans.ts';

/** "Jo Montalvo": person .9; what is left goes to `other`. */
function name(words: string, kind: NameKind, chance: number): WeighedName {
  const kinds = NAME_KINDS.map((one) => (one === kind ? chance : one === 'other' ? 1 - chance : 0));
  return { start: 0, end: words.length, score: 1, kind, kinds, words: words.split(' ') };
}

const CASES: readonly [string, readonly WeighedName[], readonly NameKind[]][] = [
  ['a lone surname is the person named in full', [name('Jo Montalvo', 'person', 0.9), name('Montalvo', 'place', 0.6)], ['person', 'person']],
  ['also where the full name comes later', [name('Hale', 'organization', 0.5), name('Mark Hale', 'person', 0.9)], ['person', 'person']],
  ['what is surely a place stays one', [name('George Washington', 'person', 0.6), name('Washington', 'place', 0.95)], ['person', 'place']],
  ['a name with a small word in it is no full name', [name('Ann Chiang of DAB', 'person', 0.9), name('DAB', 'organization', 0.5)], ['person', 'organization']],
  ['an organization lends its kind to nobody', [name('Saltmere Union', 'organization', 0.9), name('Union', 'place', 0.5)], ['organization', 'place']],
  ['what is a thing most of the time is one', [name('Tidefox', 'organization', 0.6), name('Tidefox', 'other', 0.8), name('Tidefox', 'other', 0.9)], ['other', 'other', 'other']],
  ['a surname that looks like a city ten times is still the person’s', [name('Jo Paris', 'person', 0.9), ...Array.from({ length: 9 }, () => name('Paris', 'place', 0.7))], ['person', ...Array.from({ length: 9 }, () => 'person' as const)]],
  ['said once so and once so, it is what it is more surely', [name('Tidefox', 'organization', 0.95), name('Tidefox', 'other', 0.6)], ['organization', 'organization']],
  ['a festival is no body, a bank of a place none', [name('Saltmere Book Festival', 'organization', 0.9), name('Bank of Norland', 'place', 0.6)], ['other', 'organization']],
  ['a station is a place, whoever it is named for', [name('Harbour Hospital Station', 'organization', 0.7)], ['place']],
  ['a feast is no place', [name('Ramadan', 'place', 0.8)], ['other']],
  ['a person may be called like a street', [name('Jo Park', 'person', 0.6)], ['person']],
  ['who bears a title is somebody', [name('Captain Saltmere', 'other', 0.7), name("Prime Minister 's Questions", 'other', 0.7)], ['person', 'other']],
  ['small letters alone are no name', [name('ministry', 'organization', 0.9), name('iTide', 'other', 0.9)], ['other']],
  ['a state that acts is a place', [name('U.S.', 'organization', 0.9), name('Saltmere', 'organization', 0.9)], ['place', 'organization']],
]; // prettier-ignore

it.each(CASES)('%s', (_, names, kinds) => {
  expect(settleKinds(names).map(({ kind }) => kind)).toEqual(kinds);
});
