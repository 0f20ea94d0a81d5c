import type { Reading } from '../../reading/reading.ts';
import type { Appearance } from '../appearances.ts';
import { keyOfOutlet } from './trace.ts';

/** What a report calls an outlet that it has named: "the newspaper said", "the daily". */
const CALLED =
  /^(?:the |that |this )?(?:news ?paper|paper|daily|weekly|news outlet|outlet|publication|magazine|broadcaster|(?:news )?agency|news ?wire|wire service)$/iu;

/**
 * Chains with the outlets of the reports that are held told as outlets, whatever the reader took them for ("the Harbour
 * Courant" as a body), and with "the newspaper" as the one other outlet that its report credits; where it credits several,
 * it stays as it is.
 */
export function settleOutlets(appearances: readonly Appearance[], readings: Iterable<Reading>): readonly Appearance[] {
  const outlets = new Map<string, string>();
  for (const { report } of readings) if (report.outlet !== null) outlets.set(keyOfOutlet(report.outlet), report.outlet);
  const told = appearances.map((one) => ({ ...one, chain: one.chain.map((link) => tellOutlet(link, outlets)) }));
  const credited = new Map<string, Map<string, string>>();
  for (const { report, chain } of told) {
    const names = credited.get(report) ?? new Map<string, string>();
    for (const { kind, name, how } of chain.slice(1))
      if (kind === 'outlet' && how !== 'metadata' && !CALLED.test(name)) names.set(keyOfOutlet(name), name);
    credited.set(report, names);
  }
  return told.map((one) => {
    const names = [...(credited.get(one.report)?.values() ?? [])];
    const [only] = names;
    if (only === undefined || names.length > 1) return one;
    return { ...one, chain: one.chain.map((link) => (CALLED.test(link.name) ? { ...link, name: only, kind: 'outlet' as const } : link)) }; // prettier-ignore
  });
}

type Link = Appearance['chain'][number];

function tellOutlet(link: Link, outlets: ReadonlyMap<string, string>): Link {
  const name = link.kind === 'unnamed' || link.kind === 'person' ? undefined : outlets.get(keyOfOutlet(link.name));
  return name === undefined ? link : { ...link, kind: link.kind === 'wire' ? 'wire' : 'outlet', name };
}
