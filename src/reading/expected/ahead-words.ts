import { readLexicon } from '../../base/lexicon.ts';
import type { Attribution } from '../reading.ts';

export type EventKind = NonNullable<Attribution['event']>['kind'];
type Pos = 'verb' | 'adj' | 'noun' | 'event';

const KINDS: readonly EventKind[] = ['planned', 'scheduled', 'expected', 'possible', 'promised', 'threatened', 'cancelled', 'postponed']; // prettier-ignore

let held: ReadonlyMap<string, EventKind> | null = null;

/** What a word of `lexicons/ahead.tsv` makes of what hangs on it ("vowed" promised), in any form; else null. */
export function aheadKind(word: string, pos: Pos): EventKind | null {
  return loadAhead().get(`${pos} ${word.toLowerCase()}`) ?? null;
}

function loadAhead(): ReadonlyMap<string, EventKind> {
  if (held) return held;
  const map = new Map<string, EventKind>();
  for (const [name, pos, lemma = '', irregular = ''] of readLexicon('ahead')) {
    const kind = KINDS.find((one) => one === name);
    if (!kind || pos === undefined) continue;
    for (const form of formsOf(lemma, pos, irregular === '' ? [] : irregular.split(','))) {
      if (!map.has(`${pos} ${form}`)) map.set(`${pos} ${form}`, kind);
    }
  }
  return (held = map);
}

function formsOf(lemma: string, pos: string, irregular: readonly string[]): readonly string[] {
  if (pos === 'adj') return [lemma];
  const s = /(?:s|x|z|ch|sh)$/u.test(lemma) ? `${lemma}es` : `${lemma}s`;
  if (pos !== 'verb') return [lemma, s];
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : /(?:plan|scrap|commit|defer|opt)$/u.test(lemma) && lemma !== 'opt' ? `${lemma}${lemma.at(-1) ?? ''}` : lemma; // prettier-ignore
  return [lemma, s, `${stem}ing`, ...(irregular.length > 0 ? irregular : [`${stem}ed`])];
}
