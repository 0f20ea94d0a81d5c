import { headKind } from '../heads.ts';
import { findOutletNamed } from '../outlets.ts';
import type { Name } from '../spans.ts';

const KIN =
  'lawyers?|attorneys?|wife|husband|widow|son|daughter|father|mother|brother|sister|sons|daughters|children|family|aides?|advisers?|presidency|tweets?|supporters|rivals?|predecessor|successor|death|resignation|candidacy|impeachment';

/**
 * The text’s names of one word that the network holds for a body though it uses them of a person: "Holm himself", "Mr. Holm",
 * "Holm’s lawyer", "the Holm administration". Of all places at once, since the network goes by the most of them.
 */
export function usedAsPerson(text: string, names: readonly Name[]): ReadonlySet<string> {
  // Each once: the whole text is looked through for it.
  const bodies = new Set(names.filter(({ kind }) => kind === 'organization').map(({ start, end }) => text.slice(start, end))); // prettier-ignore
  return new Set([...bodies].filter((name) => mayBePerson(name) && isPersonal(text, name)));
}

function mayBePerson(name: string): boolean {
  return /^\p{Lu}\p{Ll}{2,}$/u.test(name) && headKind(name.toLowerCase()) === null && findOutletNamed(name) === null;
}

function isPersonal(text: string, name: string): boolean {
  return new RegExp(`(?<!\\p{L})(?:(?:Mr|Mrs|Ms|Sen|Rep|Gov)\\.? |President |Senator )${name}(?![\\p{L}])|(?<![\\p{L}-])${name}(?:,? (?:himself|herself)\\b|['’]s (?:own |personal |former |longtime |late )*(?:${KIN})\\b| (?:administration|presidency)\\b)`, 'u').test(text); // prettier-ignore
}
