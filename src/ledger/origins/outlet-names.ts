import { findOutletNamed, findOutlets } from '../../language/outlets.ts';
import type { Attribution, Reading } from '../../reading/reading.ts';
import { keyOfOutlet } from './trace.ts';

type Chain = Attribution['chain'];

/** A chain with its outlets under their full names: "the Journal" is the Wall Street Journal that the report names. */
export function nameOutlets({ report, attributions }: Reading, chain: Chain): Chain {
  return chain.map((link) => {
    if (link.kind !== 'outlet' || findOutletNamed(link.name) || link.how === 'metadata' || link.how === 'inferred')
      return link;
    const known = [
      ...findOutlets(report.text).map(({ outlet }) => outlet.name),
      // Not “unnamed sources of The Tidewater Post”, which ends as the outlet does.
      ...attributions.flatMap((one) => one.chain.flatMap(({ name, kind }) => (kind === 'unnamed' ? [] : name))),
    ];
    const full = known.find((name) => name !== link.name && isShortFor(link.name, name));
    return full === undefined ? link : { ...link, name: full };
  });
}

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

/** The last word or words of the full name, and nothing else. */
function isShortFor(short: string, full: string): boolean {
  const [few, many] = [short, full].map((name) => name.toLowerCase().replace(/^the /u, ''));
  return few !== undefined && many !== undefined && many.endsWith(` ${few}`);
}
