import type { Attribution } from '../../reading/reading.ts';
import { keyOfOutlet } from './trace.ts';

type Chain = Attribution['chain'];

/**
 * The appearance with every link an outlet whose own reports are read beside it: no list holds “The Harbour Courant”, which
 * a text alone shows as some body. `outlets`: `keyOfOutlet` → name.
 */
export function recogniseOutlets<One extends { readonly chain: Chain }>(
  one: One,
  outlets: ReadonlyMap<string, string>,
): One {
  const isOne = ({ kind, name }: Chain[number]): boolean => kind !== 'outlet' && kind !== 'wire' && kind !== 'unnamed' && outlets.has(keyOfOutlet(name)); // prettier-ignore
  if (!one.chain.some(isOne)) return one;
  return { ...one, chain: one.chain.map((link) => (isOne(link) ? { ...link, kind: 'outlet', name: outlets.get(keyOfOutlet(link.name)) ?? link.name } : link)) }; // prettier-ignore
}
