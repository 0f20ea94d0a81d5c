import { readFileSync } from 'node:fs';
import type { Range } from '../../src/language/spans.ts';

/** A link of a gold chain: any of the names is as good. Empty for an unnamed one. */
export interface GoldLink {
  readonly kind: string;
  readonly names: readonly string[];
}

/** What the gold says of an unnamed source; null for what its words leave open, `*` for what the reader did. */
export interface GoldUnnamed {
  readonly number: string;
  readonly position: string | null;
  readonly affiliation: string | null;
  readonly closeness: string | null;
  readonly generic: boolean | '*';
}

/** One row of `gold.tsv` or `fresh.tsv`; offsets are UTF-16, into the document's text. */
export interface GoldChain {
  readonly id: string;
  readonly set: string;
  readonly document: string;
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  /** Whole chains that are as good, the better first. */
  readonly chains: readonly (readonly GoldLink[])[];
  readonly unnamed: GoldUnnamed | null;
}

export function readGold(path: URL): GoldChain[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseRow);
}

function parseRow(line: string): GoldChain {
  const [id = '', set = '', document = '', , source = '', cue = '', content = '', chain = '', unnamed = ''] =
    line.split('\t');
  return {
    ...{ id, set, document },
    ...{ source: parseRanges(source), cue: parseRanges(cue), content: parseRanges(content) },
    chains: chain.split('||').map((one) => one.split('>').map(parseLink)),
    unnamed: unnamed === '' ? null : parseUnnamed(unnamed),
  };
}

function parseRanges(field: string): Range[] {
  if (field === '') return [];
  return field.split(';').map((pair) => {
    const [start = 0, end = 0] = pair.split('-').map(Number);
    return { start, end };
  });
}

function parseLink(field: string): GoldLink {
  const [, kind = '', names] = /^\s*([a-z]+)(?::(.*))?$/su.exec(field.trim()) ?? [];
  return { kind, names: (names ?? '').split('|').map((name) => name.trim()) };
}

function parseUnnamed(field: string): GoldUnnamed {
  const values = new Map(field.split(';').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])); // prettier-ignore
  const get = (key: string): string | null => {
    const value = values.get(key) ?? '-';
    return value === '-' ? null : value;
  };
  return {
    number: get('number') ?? 'unknown',
    position: get('position'),
    affiliation: get('affiliation'),
    closeness: get('closeness'),
    generic: get('spoke') === '*' ? '*' : get('spoke') === 'generic',
  };
}
