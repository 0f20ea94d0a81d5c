import { findCandidates, type Candidate } from './candidates.ts';
import type { Gazetteer } from './gazetteer.ts';

/** What a text names as holding a place: "Texas" after "Paris, ". `strength` is in units of a candidate's prior. */
export interface Container {
  readonly list: readonly Candidate[];
  readonly strength: number;
  /** Whether it may as well be the next of a list: "China, Japan and Korea". */
  readonly listed: boolean;
}

/** "Paris, Texas", "Paris (Texas)" leave no doubt; "in Paris in Texas" nearly none. */
const COMMA = 8;
const IN = 4.5;

const WORDS = "\\p{Lu}[\\p{L}.’'-]*(?: (?:(?:of|de|la|del|and|the) )?\\p{Lu}[\\p{L}.’'-]*){0,3}";
const AFTER = new RegExp(`^(?:['’]s)?(,? ?\\(|, |,? in |,? near |,? outside )(?:in |near |outside |the |(?:north|south|east|west|central)[a-z-]* |(?:U\\.?S\\.? )?(?:state|province|region|county|district|department) of )*(${WORDS})`, 'u'); // prettier-ignore

/** The containers named right after a name that ends at `end`: one, or two ("Bigelow, Perry County, Ark."). */
export function findContainers(gazetteer: Gazetteer, text: string, end: number): readonly Container[] {
  const found: Container[] = [];
  let at = end;
  for (let step = 0; step < 3 && found.length < 2; step++) {
    const match = AFTER.exec(text.slice(at, at + 90));
    if (!match) break;
    const [whole, link = '', run = ''] = match;
    const start = at + whole.length - run.length;
    const held = longestContainer(gazetteer, text, start, run);
    if (!held) break;
    const joined = /,|\(/u.test(link) && !/in|near|outside/u.test(link);
    found.push({ list: held.list, strength: joined ? COMMA : IN, listed: link === ', ' && !held.short });
    at = held.end;
  }
  return found;
}

function longestContainer(
  gazetteer: Gazetteer,
  text: string,
  start: number,
  run: string,
): { list: readonly Candidate[]; end: number; short: boolean } | null {
  for (let form = run; form !== ''; form = form.includes(' ') ? form.slice(0, form.lastIndexOf(' ')) : '') {
    const name = form.replace(/(?:['’]s|[-'’])$/u, '');
    const { list, part } = findCandidates(gazetteer, name, true);
    const stop = text[start + name.length] === '.';
    if (!part && list.length > 0) return { list, end: start + name.length + (stop ? 1 : 0), short: /^\p{Lu}+$|\.$/u.test(name) || (stop && name.length < 6) }; // prettier-ignore
  }
  return null;
}
