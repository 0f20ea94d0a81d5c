import { checkValue } from '../../base/config.ts';

/** What the address of a search holds. */
export interface Search {
  readonly q?: string;
  readonly source?: string;
  readonly outlet?: string;
  readonly place?: string;
  readonly from?: string;
  readonly to?: string;
  readonly origins?: string;
  /** `KINDS` and `CERTAINTIES`. */
  readonly kind?: string;
  readonly certainty?: string;
  readonly all?: string;
  readonly cursor?: string;
}

const NAMES = [
  'q',
  'source',
  'outlet',
  'place',
  'from',
  'to',
  'origins',
  'kind',
  'certainty',
  'all',
  'cursor',
] as const;

export const KINDS = ['expected', 'answered', 'alert', 'unread', 'unchecked'] as const;
export const CERTAINTIES = ['certain', 'probable', 'possible', 'unstated'] as const;

/** Claims of a followed search that are looked at after each change of the ledger: under a second of its work. Pages say so. */
export const MOST_FOLLOWED = 5000;

/** Longer ones are no search. */
const LONGEST = 2000;

/** Empty fields of a form count as not there. @throws HearsayError `usage.bad-option` for what is no date or number */
export function readSearch(query: Readonly<Record<string, string>>): Search {
  const search: Partial<Record<(typeof NAMES)[number], string>> = {};
  for (const name of NAMES) {
    const value = query[name]?.trim().slice(0, LONGEST) ?? '';
    if (value !== '') search[name] = value;
  }
  for (const name of ['from', 'to'] as const)
    if (search[name] !== undefined) search[name] = checkValue({ name, type: 'day' }, search[name], name === 'from' ? 'Published from' : 'until'); // prettier-ignore
  if (search.origins !== undefined) search.origins = checkValue({ name: 'min-origins', type: 'count' }, search.origins, 'Known origins'); // prettier-ignore
  const choose = (name: 'kind' | 'certainty', choices: readonly string[]): void => {
    if (search[name] !== undefined) search[name] = checkValue({ name, type: 'choice', choices }, search[name], name);
  };
  choose('kind', KINDS);
  choose('certainty', CERTAINTIES);
  return search;
}

/** As the part of an address behind the question mark. */
export function writeSearch(search: Search): string {
  const given = NAMES.flatMap((name): [string, string][] => (search[name] === undefined ? [] : [[name, search[name]]]));
  return new URLSearchParams(given).toString();
}
