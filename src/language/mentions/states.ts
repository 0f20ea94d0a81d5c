import { readLexicon } from '../../base/lexicon.ts';

interface States {
  readonly byName: ReadonlyMap<string, string>;
  readonly bySeat: ReadonlyMap<string, string>;
}

let held: States | null = null;

/** The one name of a state that has several ("the DPRK" → North Korea), or null. By case. */
export function stateNamed(name: string): string | null {
  return loadStates().byName.get(name) ?? null;
}

/** The state whose government a capital speaks for, or null. By case. */
export function stateOfSeat(name: string): string | null {
  return loadStates().bySeat.get(name) ?? null;
}

function loadStates(): States {
  if (held) return held;
  const byName = new Map<string, string>();
  const bySeat = new Map<string, string>();
  for (const [name = '', also = '', seats = ''] of readLexicon('states')) {
    for (const form of [name, ...also.split(';')]) if (form !== '') byName.set(form, name);
    for (const seat of seats.split(';')) if (seat !== '') bySeat.set(seat, name);
  }
  held = { byName, bySeat };
  return held;
}
