import { headKind, isSeatOfPower, isTitle, type HeadKind } from '../language/heads.ts';
import { headPhrase } from './unnamed.ts';
import type { ChainLink } from './reading.ts';

/** Who a source's wording says is speaking, as far as the wording alone goes. */
export interface Speaker {
  /** The name without titles and appositions, or the wording where no name stands in it. */
  readonly name: string;
  readonly kind: ChainLink['kind'];
  /** `inferred`: a pronoun or "the company", which points to something said before. */
  readonly how: 'named' | 'inferred';
  /** Where `name` begins in the wording. */
  readonly at: number;
}

/** Small words inside a name: "Ursula von der Leyen", "Osama bin Laden". */
const PARTICLE = /^(?:de|del|della|der|den|di|da|dos|du|van|von|bin|bint|ibn|al|el|la|le|ben|ter|ten|y|e)$/u;
const DEFINITE = /^(?:the|his|her|their|its|our|my|that|this|these|those)\b/iu;

/**
 * The speaker that a source names: "White House spokesman John Kirby" → John Kirby, person; "a senior official" →
 * unnamed; "the Health Ministry" → government; "Russia" → government; "they" → unknown, inferred.
 */
export function describeSpeaker(wording: string): Speaker {
  const pieces = [...wording.matchAll(/[^,;:—–()]+/gu)];
  const head = headPhrase(wording);
  const first = readHead(wording, head, 0);
  if (first.kind !== 'unnamed' && first.how === 'named') return first;
  // "a spokeswoman, Jane Doe": an apposition that is a name and nothing else.
  for (const piece of pieces.slice(1)) {
    const text = piece[0].trim();
    if (/^(?:\p{Lu}[\p{L}.'’-]*(?:\s|$)|(?:de|van|von|bin|al)\s){2,5}$/u.test(text)) {
      const named = readHead(wording, text, piece.index + piece[0].indexOf(text));
      if (named.kind === 'person') return named;
    }
  }
  return first;
}

function readHead(wording: string, head: string, at: number): Speaker {
  const words = head.split(/\s+/u).filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  const plain = last.replace(/['’]s?$/u, '').toLowerCase();
  const listed = isName(last) && isLoneSurname(words) ? null : headKind(plain);
  const whole: Omit<Speaker, 'kind' | 'how'> = { name: wording, at: 0 };
  const bare = head.replace(/^(?:the|The|a|A|both|Both)\s+/u, '');
  if (wording.includes('@')) return { ...whole, kind: 'social', how: 'named' };
  if (listed === 'pronoun' && words.length === 1) return { ...whole, kind: 'unknown', how: 'inferred' };
  if (isSeatOfPower(bare)) return { name: bare, kind: 'government', how: 'named', at: at + head.length - bare.length };
  if (/^(?:\p{Lu}[\p{L}.’'-]+ ){1,3}and(?: \p{Lu}[\p{L}.’'-]+){1,3}$/u.test(bare) && listed === null) return { name: bare, kind: 'person', how: 'named', at: at + head.length - bare.length }; // prettier-ignore
  const run = trailingName(words);
  if (listed !== null && !(run.length > 1 && run.some(isTitle) && listed === 'role'))
    return readListed(wording, head, listed, at);
  if (run.length > 0) return readName(head, run, words, at);
  if (/(?:[^s]s|men|ers|ists|ians)$/u.test(plain) || /(?:er|or|ist|ian|ant|man|woman)$/u.test(plain)) return { ...whole, kind: 'unnamed', how: 'named' }; // prettier-ignore
  return { ...whole, kind: 'unknown', how: 'inferred' };
}

/** "Police" opens a sentence and is no name; "Mr Fellow" and "Jane Fellow" are. */
function isLoneSurname(words: readonly string[]): boolean {
  const before = words.at(-2);
  if (before === undefined) return false;
  return /^(?:Mrs?|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Judge|Sir|Lord|Lady)\.?$/u.test(before);
}

function readListed(wording: string, head: string, kind: HeadKind, at: number): Speaker {
  const definite = DEFINITE.test(head);
  const named = /\p{Lu}/u.test(head.slice(head.indexOf(' ') + 1)) && /\s/u.test(head.trim());
  switch (kind) {
    case 'unnamed':
    case 'people':
      return { name: wording, kind: 'unnamed', how: 'named', at };
    case 'role':
      // "the president" is one person whom the text names elsewhere; "a lawyer" is nobody we are told.
      return definite
        ? { name: head, kind: 'person', how: 'inferred', at }
        : { name: wording, kind: 'unnamed', how: 'named', at };
    case 'pronoun':
      return { name: wording, kind: 'unknown', how: 'inferred', at };
    case 'government':
    case 'organization':
    case 'outlet': {
      const name = named ? head.replace(/^(?:the|a|an)\s+/iu, '') : head;
      const alone = /^\p{Lu}{2,}$/u.test(name.replaceAll('.', ''));
      return {
        name,
        kind,
        how: named || alone || !definite ? 'named' : 'inferred',
        at: at + head.length - name.length,
      };
    }
    case 'document':
    case 'poll':
    case 'social':
      return { name: wording, kind, how: 'named', at };
  }
}

function readName(head: string, run: readonly string[], words: readonly string[], at: number): Speaker {
  const office = run.slice(0, -1).findLastIndex((word) => isTitle(word.replace(/,$/u, '')));
  const own = run.slice(office + 1);
  const clean = own.map((word, i) => (i === own.length - 1 ? word.replace(/['’]s?$/u, '') : word));
  const name = clean.join(' ');
  const start = at + head.lastIndexOf(own[0] ?? '');
  if (own.some((word) => ['organization', 'government'].includes(headKind(word.toLowerCase()) ?? ''))) {
    return { name: run.join(' '), kind: 'organization', how: 'named', at: at + head.lastIndexOf(run[0] ?? '') };
  }
  const hasOffice =
    office >= 0 || words.slice(0, words.length - run.length).some((word) => headKind(word.toLowerCase()) !== null);
  const acronym = own.length === 1 && /^\p{Lu}{2,6}$/u.test(name.replaceAll('.', ''));
  const definite = /^the\s/iu.test(head) && !hasOffice && !/['’]s\s/u.test(head);
  return { name, kind: acronym || definite ? 'organization' : 'person', how: 'named', at: start };
}

/** The capitalised words at the end of a phrase, with the particles between them. */
function trailingName(words: readonly string[]): string[] {
  let from = words.length;
  while (from > 0) {
    const word = words[from - 1] ?? '';
    const inside = PARTICLE.test(word) && from < words.length && from > 1;
    if (!isName(word) && !inside) break;
    from--;
  }
  while (PARTICLE.test(words[from] ?? '')) from++;
  if (/^(?:The|A|An|His|Her|Their|Its|Both|Either|Neither)$/u.test(words[from] ?? '')) from++;
  // "the Harbour Board’s Jo Hale" is Jo Hale.
  const owner = words.slice(from, -1).findLastIndex((word) => /['’]s$/u.test(word));
  return words.slice(from + owner + 1);
}

function isName(word: string): boolean {
  return /^['’"“]?\p{Lu}/u.test(word) || /^(?:al|el)-\p{Lu}/u.test(word);
}
