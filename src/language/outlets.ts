import { readLexicon } from '../base/lexicon.ts';
import { readUserOutlets } from '../base/user-outlets.ts';
import type { Range } from './spans.ts';

export interface Outlet {
  readonly name: string;
  readonly kind: 'outlet' | 'wire';
}

/** An outlet or agency named in a text; the range takes in a leading "the". */
export interface OutletMention extends Range {
  readonly outlet: Outlet;
}

interface Outlets {
  readonly byForm: ReadonlyMap<string, Outlet>;
  readonly byDomain: ReadonlyMap<string, Outlet>;
  /** The first words of all forms, and the one behind "the": most words of a text begin none. */
  readonly openers: ReadonlySet<string>;
  /** Words of the longest form. */
  readonly longest: number;
}

let held: Outlets | null = null;

/**
 * The outlets and agencies that `text` names, in text order, the longest form at each place. A name that runs on in
 * capitals ("Reuters Institute", "The National Party") is another thing's; a web address is an outlet by itself.
 */
export function findOutlets(text: string): readonly OutletMention[] {
  const { byForm, openers, longest } = loadOutlets();
  const words = [...text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}.&/-]*[\p{L}\p{N}])?(?:['’](?!s\b)\p{L}+)?/gu)];
  const found: OutletMention[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i];
    if (!first) continue;
    const opener = /^the$/iu.test(first[0]) ? `the ${words[i + 1]?.[0] ?? ''}` : first[0];
    const named = openers.has(opener) ? longestForm(text, words, i, byForm, longest) : null;
    const mention = named ?? (first[0].includes('.') ? readDomain(first) : null);
    if (!mention || isPartOfName(text, words, i, mention)) continue;
    found.push(mention);
    while ((words[i + 1]?.index ?? Infinity) < mention.end) i++;
  }
  return found;
}

/** The outlet that a name ("the AP", "New York Times") means, or null. */
export function findOutletNamed(name: string): Outlet | null {
  const { byForm } = loadOutlets();
  return byForm.get(name) ?? byForm.get(name.replace(/^the /iu, '')) ?? null;
}

/** The name that stands for a web address: its outlet's, else its host without "www.". Null for what is no address. */
export function nameOfHost(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const host = new URL(url).hostname.replace(/^(?:www|m|mobile|edition|uk|us)\./u, '');
  return host === '' ? null : (loadOutlets().byDomain.get(host)?.name ?? host);
}

function longestForm(
  text: string,
  words: readonly RegExpExecArray[],
  at: number,
  byForm: ReadonlyMap<string, Outlet>,
  longest: number,
): OutletMention | null {
  const first = words[at];
  if (!first) return null;
  for (let n = Math.min(longest, words.length - at); n > 0; n--) {
    const last = words[at + n - 1];
    if (!last) continue;
    const end = last.index + last[0].length;
    const form = text.slice(first.index, end).replace(/\s+/gu, ' ');
    const outlet = byForm.get(form) ?? (form.startsWith('the ') ? byForm.get(`The ${form.slice(4)}`) : undefined);
    if (outlet) return { start: first.index, end, outlet };
  }
  return null;
}

function readDomain(word: RegExpExecArray): OutletMention | null {
  if (!/^(?:[a-z0-9-]+\.)+(?:com|org|net|ru|uk|de|fr|info|news|ua|eu|tv|io)$/iu.test(word[0])) return null;
  const outlet = loadOutlets().byDomain.get(word[0].toLowerCase()) ?? { name: word[0], kind: 'outlet' };
  return { start: word.index, end: word.index + word[0].length, outlet };
}

const DAYS = /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/u; // prettier-ignore

function isPartOfName(text: string, words: readonly RegExpExecArray[], at: number, mention: OutletMention): boolean {
  const before = words[at - 1];
  const gap = before ? text.slice(before.index + before[0].length, mention.start) : '';
  if (before && gap === ' ' && /^\p{Lu}/u.test(before[0]) && !/^(?:The|According|Per|Citing)$/u.test(before[0])) return !isLong(mention); // prettier-ignore
  const after = /^ (\p{Lu}[\p{L}-]*)/u.exec(text.slice(mention.end, mention.end + 40))?.[1];
  return after !== undefined && !DAYS.test(after) && !isLong(mention);
}

/** "The New York Times" is unmistakable whatever stands beside it; "Time" or "AP" is not. */
function isLong(mention: OutletMention): boolean {
  return mention.end - mention.start > 12;
}

function loadOutlets(): Outlets {
  if (held) return held;
  const byForm = new Map<string, Outlet>();
  const byDomain = new Map<string, Outlet>();
  let longest = 1;
  for (const [name = '', kind, forms = '', domains = ''] of [...readUserOutlets().rows, ...readLexicon('outlets')]) {
    const outlet: Outlet = { name, kind: kind === 'wire' ? 'wire' : 'outlet' };
    for (const form of [name, ...forms.split(';')]) {
      if (form !== '' && !byForm.has(form)) byForm.set(form, outlet);
      longest = Math.max(longest, form.split(' ').length + 1);
    }
    for (const domain of domains.split(';')) if (domain !== '' && !byDomain.has(domain)) byDomain.set(domain, outlet);
  }
  const openers = new Set<string>();
  for (const form of byForm.keys()) {
    const first = form.replace(/^the /iu, '').split(' ')[0] ?? '';
    openers.add(first).add(`the ${first}`);
  }
  held = { byForm, byDomain, openers, longest };
  return held;
}
