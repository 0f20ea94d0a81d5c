import { findOutletNamed, findOutlets } from '../../language/outlets.ts';
import type { Attribution, Reading } from '../../reading/reading.ts';

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

/** The last word or words of the full name, and nothing else. */
function isShortFor(short: string, full: string): boolean {
  const [few, many] = [short, full].map((name) => name.toLowerCase().replace(/^the /u, ''));
  return few !== undefined && many !== undefined && many.endsWith(` ${few}`);
}
