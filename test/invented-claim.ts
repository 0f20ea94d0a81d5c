import type { ShownAppearance, ShownClaim } from '../src/ledger/shown-claim.ts';
import { link } from './invented-reading.ts';

/** An appearance of an invented claim, in the report of one outlet. */
export function inventAppearance(outlet: string, more: Partial<ShownAppearance> = {}): ShownAppearance {
  return {
    id: `0${outlet.length.toString(16)}`.padEnd(64, 'a'),
    report: { url: null, outlet, title: null, published: '2031-05-03T14:03:00+02:00', version: 'f'.repeat(64) },
    attribution: 'a1',
    in: 'text',
    content: [{ start: 0, end: 19, text: 'the ferry will move' }],
    chain: [link(outlet, 'outlet')],
    polarity: 'affirmed',
    certainty: { level: 'unstated', score: null, hedges: [] },
    lineage: 'stated',
    copiedFrom: null,
    checked: false,
    ...{ setAside: false, addedBy: null },
    ...more,
  };
}

/** A claim of one appearance an outlet; `origins`: name → positions of the appearances that are traced to it. */
export function inventClaim(
  outlets: readonly string[],
  origins: Readonly<Record<string, readonly number[]>> = {},
  more: Partial<ShownClaim> = {},
): ShownClaim {
  const appearances = outlets.map((outlet) => inventAppearance(outlet));
  const [first = inventAppearance('The Saltmere Courier')] = appearances;
  return {
    ...{ id: first.id, text: 'The ferry will move', firstAppearance: first, appearances, outlets: outlets.length },
    origins: Object.entries(origins).map(([name, at]) => ({
      ...{ name, kind: 'person', party: null, via: null, first: null, appearances: [...at] },
    })),
    ...{ unknownLineage: 0, independent: { atLeast: 0, atMost: 0, why: [] } },
    basis: { reports: outlets.length, outlets: outlets.length, from: '2031-05-03T14:03:00+02:00', to: null },
    checked: { appearances: 0, of: outlets.length, by: [], last: null },
    ...{ unread: [], denials: [], expected: null, grade: null, alerts: [] },
    ...more,
  };
}
