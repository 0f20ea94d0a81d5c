import { findCandidates, type Candidate } from './candidates.ts';
import type { Gazetteer } from './gazetteer.ts';
import { keyOf } from './key.ts';
import type { PlaceContext } from './place.ts';

/** Where a report's outlet is at home, as far as its name and address say; `voice` as in a name's group. */
export interface Home {
  readonly list: readonly Candidate[];
  readonly voice: number;
}

const NO_PLACE = /^(?:com|org|net|info|news|tv|io|eu|co|me|us|int|edu|gov|press|media|online|site)$/u;

/** "The Paris News", "arkansasonline.com", "example.co.uk": each says something, none for sure. */
export function findHome(gazetteer: Gazetteer, { outlet, url }: PlaceContext): readonly Home[] {
  const homes: Home[] = [];
  if (outlet) {
    const { list } = findCandidates(gazetteer, outlet.replace(/[-–]/gu, ' '));
    if (list.length > 0) homes.push({ list, voice: 0.8 });
  }
  const host = url && URL.canParse(url) ? new URL(url).hostname.split('.') : [];
  const country = host.length > 1 ? countryCalled(gazetteer, host.at(-1) ?? '') : null;
  if (country) homes.push({ list: [country], voice: 0.7 });
  const list = prefixPlaces(gazetteer, host.filter((label) => !NO_PLACE.test(label) && label !== 'www').at(-1) ?? '');
  if (list.length > 0) homes.push({ list, voice: 0.6 });
  return homes;
}

function countryCalled(gazetteer: Gazetteer, ending: string): Candidate | null {
  if (ending.length !== 2 || NO_PLACE.test(ending)) return null;
  const iso = ending === 'uk' ? 'GB' : ending.toUpperCase();
  // Countries are the file's first entries.
  for (let entry = 0; gazetteer.kindOf(entry) === 'country'; entry++) {
    if (gazetteer.countryOf(entry) === iso) return { entry, prior: 9 };
  }
  return null;
}

/** The places whose name, of five letters or more, begins the host's own label ("tyler…" is too little). */
function prefixPlaces(gazetteer: Gazetteer, label: string): readonly Candidate[] {
  for (let n = Math.min(label.length, 20); n >= 5; n--) {
    const key = keyOf(label.slice(0, n));
    if (key && gazetteer.find(key).own > 0) return findCandidates(gazetteer, label.slice(0, n)).list;
  }
  return [];
}
