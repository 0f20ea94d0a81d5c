import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Name, NameKind, Range } from '../../src/language/spans.ts';
import { isSeatOfPower } from '../../src/language/heads.ts';
import { readTokens, type GumToken } from '../nesting/gum.ts';

/** A mention as GUM's annotators marked it. Token indices, half open. */
export interface GoldMention extends Range {
  readonly first: number;
  readonly next: number;
  readonly head: number;
  readonly entity: string;
  readonly kind: string;
  /** PROPN, PRON, NOUN, …: the part of speech of its head. */
  readonly pos: string;
  /** Entities that a "they" is made of, where no one mention names them all. */
  readonly parts: readonly string[];
}

export interface GumMentions {
  readonly id: string;
  readonly text: string;
  readonly tokens: readonly GumToken[];
  readonly mentions: readonly GoldMention[];
  /** By the rule that the network learned them by. */
  readonly names: readonly Name[];
  /** Those, and the names of people that GUM has inside a mention with another head: "curator Jo Hale". */
  readonly allNames: readonly Name[];
}

/** Reads `gum/dep/ID.conllu`: the text, the mentions with their entities, and the names. */
export function readGumMentions(dataDir: string, id: string): GumMentions {
  const { text, tokens } = readTokens(readFileSync(join(dataDir, 'gum/dep', `${id}.conllu`), 'utf8'));
  const heads = headsOf(tokens);
  const mentions: GoldMention[] = [];
  const open = new Map<string, { first: number; kind: string }[]>();
  tokens.forEach((token, at) => {
    const misc = (token.columns[9] ?? '').split('|');
    const entity = misc.find((one) => one.startsWith('Entity='))?.slice(7) ?? '';
    const parts = splitsOf(misc);
    const close = (first: number, name: string, kind: string): void => {
      const next = at + 1;
      let head = first;
      while (head < next && isWithin(heads[head] ?? -1, first, next)) head++;
      if (head === next) head = first;
      const [start, end] = [tokens[first]?.start ?? 0, token.end];
      const pos = tokens[head]?.columns[3] ?? '';
      mentions.push({ start, end, first, next, head, entity: name, kind, pos, parts: parts.get(name) ?? [] });
    };
    for (const [, name = '', kind = '', alone, closed] of entity.matchAll(/\((\d+)-([a-z]+)-[^()]*(\))?|(\d+)\)/gu)) {
      if (closed !== undefined) {
        const opened = open.get(closed)?.pop();
        if (opened) close(opened.first, closed, opened.kind);
      } else if (alone !== undefined) close(at, name, kind);
      else open.set(name, [...(open.get(name) ?? []), { first: at, kind }]);
    }
  });
  const names = namesOf(tokens, heads, mentions);
  const covered = (one: Range): boolean => names.some((name) => name.start < one.end && one.start < name.end);
  const more = namesBehindNouns(tokens, heads, mentions).filter((one) => !covered(one));
  const allNames = [...names, ...more].sort((a, b) => a.start - b.start);
  return { id, text, tokens, mentions, names, allNames };
}

/** "curator Jo Hale": the noun is the head, and the proper nouns behind it, which hang on it, are the name. */
function namesBehindNouns(
  tokens: readonly GumToken[],
  heads: readonly number[],
  mentions: readonly GoldMention[],
): Name[] {
  const seen = new Set<number>();
  return mentions.flatMap(({ head, next, kind, pos }) => {
    if (kind !== 'person' || pos !== 'NOUN' || seen.has(head)) return [];
    let b = head + 1;
    while (b < next && tokens[b]?.columns[3] === 'PROPN') b++;
    if (b === head + 1 || heads[head + 1] !== head) return [];
    seen.add(head);
    return [{ start: tokens[head + 1]?.start ?? 0, end: tokens[b - 1]?.end ?? 0, kind: 'person' as const, score: 1 }];
  });
}

function isWithin(at: number, first: number, next: number): boolean {
  return first <= at && at < next;
}

/** For each token the index of its head, or -1. */
function headsOf(tokens: readonly GumToken[]): readonly number[] {
  let base = 0;
  return tokens.map(({ columns }, i) => {
    if (columns[0] === '1') base = i;
    const head = Number(columns[6]);
    return head > 0 ? base + head - 1 : -1;
  });
}

/** `SplitAnte=4<9,7<9`: entity 9 is 4 and 7 together. */
function splitsOf(misc: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const splits = new Map<string, string[]>();
  const value = misc.find((one) => one.startsWith('SplitAnte='))?.slice(10) ?? '';
  for (const [, part = '', whole = ''] of value.matchAll(/(\d+)<(\d+)/gu))
    splits.set(whole, [...(splits.get(whole) ?? []), part]);
  return splits;
}

const KINDS: Readonly<Record<string, NameKind>> = {
  ...{ person: 'person', organization: 'organization', place: 'place' },
  ...{ event: 'other', object: 'other', abstract: 'other', plant: 'other', animal: 'other' },
};
const TITLE = /^(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|Sen|Rep|Gov|Gen|Col|Capt|Lt|St|President|Professor|Doctor|Senator|Governor|King|Queen|Prince|Princess|Pope|General|Judge|Justice|Minister|Secretary|Mayor|Chancellor|Captain|Colonel|Director|Chairman)\.?$/u; // prettier-ignore
const JOINS = new Set(['of', 'the', 'for', '-', '&', 'de']);

/**
 * The names among the mentions, by the rule that the network learned them by (train/names.py): the run of proper nouns
 * around a head that is one, small words between two of them included, a title before a person left out; a person in
 * the plural (NNPS) is a demonym; a state, capital or seat of power is a place also where GUM has an organization.
 */
function namesOf(
  tokens: readonly GumToken[],
  heads: readonly number[],
  mentions: readonly GoldMention[],
): readonly Name[] {
  const column = (i: number, k: number): string => tokens[i]?.columns[k] ?? '';
  const proper = (i: number): boolean => /^NNPS?$/u.test(column(i, 4)) || column(i, 3) === 'PROPN';
  const found: { first: number; next: number; kind: NameKind }[] = [];
  for (const { first, next, head, kind: type } of mentions) {
    const kind = KINDS[type];
    if (!kind || !proper(head)) continue;
    const inside = (i: number): boolean =>
      i === head || (isWithin(heads[i] ?? -1, first, next) && (heads[i] === head || inside(heads[i] ?? head)));
    let [a, b] = [head, head + 1];
    while (a > first && (proper(a - 1) || (a - 2 >= first && proper(a - 2) && JOINS.has(column(a - 1, 1))))) a--;
    while (b < next && inside(b) && (proper(b) || (b + 1 < next && proper(b + 1) && (JOINS.has(column(b, 1)) || column(b, 1) === 'and')))) b++; // prettier-ignore
    while (a < head && ((TITLE.test(column(a, 1)) && kind === 'person') || !proper(a))) a++;
    if (/^['’]s$/u.test(column(b - 1, 1))) b--;
    if (b <= a || (b - a === 1 && TITLE.test(column(a, 1)))) continue;
    const words = tokens.slice(a, b).map((token) => token.columns[1]).join(' '); // prettier-ignore
    const plural = column(b - 1, 4) === 'NNPS';
    found.push({ first: a, next: b, kind: kind === 'person' && plural ? 'demonym' : kind === 'organization' && isSeatOfPower(words) ? 'place' : kind }); // prettier-ignore
  }
  const outer = found.filter((one, i) => !found.some((other, k) => k !== i && other.first <= one.first && one.next <= other.next && (other.next - other.first > one.next - one.first || k < i))); // prettier-ignore
  return outer
    .map(({ first, next, kind }) => ({ start: tokens[first]?.start ?? 0, end: tokens[next - 1]?.end ?? 0, kind, score: 1 }))
    .sort((a, b) => a.start - b.start); // prettier-ignore
}
