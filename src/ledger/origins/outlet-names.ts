import { findOutletNamed, findOutlets } from '../../language/outlets.ts';
import type { Attribution, Reading } from '../../reading/reading.ts';

type Chain = Attribution['chain'];

/** Gives a report's chains with outlets under their full names: "the Journal" is the Wall Street Journal that it names. */
export function outletNamer({ report, attributions }: Reading): (chain: Chain) => Chain {
  let named: readonly string[] | null = null;
  const listNames = (): readonly string[] => [
    ...findOutlets(report.text).map(({ outlet }) => outlet.name),
    // Not “unnamed sources of The Tidewater Post”, which ends as the outlet does.
    ...attributions.flatMap((one) => one.chain.flatMap(({ name, kind }) => (kind === 'unnamed' ? [] : name))),
  ];
  return (chain) =>
    chain.map((link) => {
      if (link.kind !== 'outlet' || findOutletNamed(link.name) || link.how === 'metadata' || link.how === 'inferred')
        return link;
      const full = (named ??= listNames()).find((name) => name !== link.name && isShortFor(link.name, name));
      return full === undefined ? link : { ...link, name: full };
    });
}

/** The last word or words of the full name, and nothing else. */
function isShortFor(short: string, full: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replace(/^the /u, '');
  return plain(full).endsWith(` ${plain(short)}`);
}
