import type { Reading } from '../../reading/reading.ts';
import { keyOfOutlet } from '../origins/trace.ts';
import type { Passage } from './align.ts';

export type Reason = 'wire' | 'credit' | 'time' | 'containment';

/** Which of two reports that share passages took them from the other. */
export interface Direction {
  readonly copy: 'first' | 'second';
  readonly why: Reason;
}

/** Share of a text that stands in the other for it to be contained there. */
const CONTAINED = 0.8;

/**
 * Who copied whom: the wire is copied by those who carry it; who names the other's outlet took from it; else the later of
 * two times; undated, a text that stands whole in a longer one is the older. Null: nothing tells.
 */
export function directReuse(first: Reading, second: Reading, passages: readonly Passage[]): Direction | null {
  const [a, b] = [first.report, second.report];
  if (a.outlet !== null && a.outlet === b.wire && a.outlet !== b.outlet) return { copy: 'second', why: 'wire' };
  if (b.outlet !== null && b.outlet === a.wire && a.outlet !== b.outlet) return { copy: 'first', why: 'wire' };
  const [aNames, bNames] = [namesOutlet(first, b.outlet), namesOutlet(second, a.outlet)];
  if (aNames !== bNames) return { copy: aNames ? 'first' : 'second', why: 'credit' };
  if (a.published !== null && b.published !== null && comparable(a.published, b.published)) {
    return { copy: a.published > b.published ? 'first' : 'second', why: 'time' };
  }
  const [inFirst, inSecond] = [coverage(passages, 'from', a.text), coverage(passages, 'to', b.text)];
  if (inFirst >= CONTAINED && inSecond < CONTAINED) return { copy: 'second', why: 'containment' };
  if (inSecond >= CONTAINED && inFirst < CONTAINED) return { copy: 'first', why: 'containment' };
  return null;
}

/** Two times of equal form that differ: a day says nothing against an hour of the same day. */
function comparable(a: string, b: string): boolean {
  const size = Math.min(a.length, b.length);
  return a.slice(0, size) !== b.slice(0, size);
}

function namesOutlet({ report, attributions }: Reading, outlet: string | null): boolean {
  if (outlet === null || report.outlet === outlet) return false;
  const key = keyOfOutlet(outlet);
  const foot = /\b(?:originally )?(?:appeared|published|reported)(?: first)? (?:on|in|at|by) (.{2,40}?)[.\n]/iu.exec(
    report.text.slice(-400),
  )?.[1];
  return attributions.some(({ chain }) => chain.slice(1).some(({ name }) => keyOfOutlet(name) === key)) || (foot !== undefined && keyOfOutlet(foot) === key); // prettier-ignore
}

function coverage(passages: readonly Passage[], side: 'from' | 'to', text: string): number {
  const shared = passages.reduce((sum, passage) => sum + passage[side].end - passage[side].start, 0);
  return shared / Math.max(1, text.trim().length);
}
