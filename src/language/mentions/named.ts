import type { Name, NameKind, Range } from '../spans.ts';
import { headKind, isSeatOfPower, isTitle } from '../heads.ts';
import { findOutlets, type Outlet } from '../outlets.ts';
import { findRollovers, type Rollover } from './rollovers.ts';
import { usedAsPerson } from './used-as-person.ts';
import { wordAt, type Word } from './words.ts';

/** A name in its place; word indices, half open. */
export interface Named extends Range {
  readonly first: number;
  readonly next: number;
  readonly kind: NameKind;
  readonly text: string;
  readonly outlet: Outlet | null;
  /** The titles right before it, lower-case, without their stops: "prime minister" → "prime", "minister". */
  readonly titles: readonly string[];
}

/** The names of a text in order, none overlapping: outlets by their list first, then the network's, the longer first. */
export function listNamed(text: string, words: readonly Word[], names: readonly Name[]): Named[] {
  const taken = new Uint8Array(words.length);
  const named: Named[] = [];
  const add = (range: Range, kind: NameKind, outlet: Outlet | null, called?: string): void => {
    let first = wordAt(words, range.start);
    // The state of "D-N.Y." and the second of "US-China" are places, and nobody that is spoken of.
    if (text[range.start - 1] === '-' && (words[first]?.start ?? 0) < range.start) return;
    let next = first;
    while ((words[next]?.end ?? Infinity) <= range.end) next++;
    // The possessive is no part of a name.
    if (words[next - 1]?.lower === "'s" && next - first > 1) next--;
    if (kind === 'person') while (next - first > 1 && isBefore(words, first)) first++;
    // "Harry and", cut short.
    if (kind === 'person') while (next - first > 1 && /^(?:and|of|or)$/u.test(words[next - 1]?.plain ?? '')) next--;
    if (next <= first || (kind === 'person' && isNoName(words, first, next))) return;
    for (let i = first; i < next; i++) if (taken[i] === 1) return;
    taken.fill(1, first, next);
    const [start, end] = [words[first]?.start ?? 0, words[next - 1]?.end ?? 0];
    named.push({
      start,
      end,
      first,
      next,
      kind,
      outlet,
      text: called ?? text.slice(start, end),
      titles: titlesBefore(words, first, kind),
    });
  };
  const surnames = new Set(names.flatMap((one) => (one.kind === 'person' ? surnameOf(text.slice(one.start, one.end)) : []))); // prettier-ignore
  const rollovers = findRollovers(text);
  for (const { more, name } of rollovers) add(more, 'person', null, name);
  for (const { start, end, outlet } of findOutlets(text)) {
    if (surnames.has(text.slice(start, end)) || CALLS.test(text.slice(Math.max(0, start - 5), start))) continue;
    const the = /^the\s+/iu.exec(text.slice(start, start + 5))?.[0].length ?? 0;
    add({ start: start + the, end }, 'organization', outlet);
  }
  const bare = names.flatMap((one) => withoutRollover(one, rollovers));
  const persons = usedAsPerson(text, bare);
  for (const name of bare.sort((a, b) => b.end - b.start - (a.end - a.start)))
    add(name, persons.has(text.slice(name.start, name.end)) ? 'person' : name.kind, null);
  return named.sort((a, b) => a.first - b.first);
}

/** What comes before a surname: "Mr. Standard" is no paper. */
const CALLS = /\b(?:Mr|Mrs|Ms|Sen|Rep|Gov)\.? $/u;

/** "Standard" of a Jo Standard whom the report names in full: nobody then means the paper by it. */
function surnameOf(name: string): readonly string[] {
  const words = name.replace(/['’]s$/u, '').split(/\s+/u);
  return words.length > 1 ? words.slice(-1) : [];
}

/** A name up to a list of other stories, which speaks of others than the report does. */
function withoutRollover(name: Name, rollovers: readonly Rollover[]): readonly Name[] {
  const { block } = rollovers.find((one) => one.block.start < name.end && name.start < one.block.end) ?? {};
  if (!block) return [name];
  return name.start < block.start ? [{ ...name, end: block.start }] : [];
}

/** "US President Jo Hale" is Jo Hale: a title or a state's name opens no person's. */
function isBefore(words: readonly Word[], i: number): boolean {
  const word = words[i]?.plain ?? '';
  return isTitle(word) || isSeatOfPower(word) || word === '.' || headKind(word.toLowerCase()) === 'role';
}

/** "D" of "(D–NY)", "of State": a letter, or what an office runs on with, is nobody's name. */
function isNoName(words: readonly Word[], first: number, next: number): boolean {
  const word = words[first]?.plain ?? '';
  return word === 'of' || (next - first === 1 && /^\p{L}$/u.test(word));
}

function titlesBefore(words: readonly Word[], first: number, kind: NameKind): readonly string[] {
  if (kind !== 'person') return [];
  const titles: string[] = [];
  for (let i = first - 1; i >= 0 && titles.length < 4; i--) {
    const word = words[i];
    if (!word || word.sentence !== words[first]?.sentence) break;
    // "Mr" "." "Hale"
    if (word.plain === '.') continue;
    if (!isTitle(word.plain)) break;
    titles.unshift(word.lower);
  }
  return titles;
}

/** For each word the index of the name that it belongs to, or -1. */
export function markNames(size: number, named: readonly Named[]): Int32Array {
  const nameAt = new Int32Array(size).fill(-1);
  named.forEach(({ first, next }, i) => nameAt.fill(i, first, next));
  return nameAt;
}
