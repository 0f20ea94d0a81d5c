import type { Reading } from '../../reading/reading.ts';
import { findCited } from '../alerts/cited.ts';
import type { Appearance } from '../appearances.ts';
import type { Unread } from '../claim.ts';
import { keyAddress } from '../report-key.ts';
import type { Setting } from './credit.ts';
import { isOutlet, keyOfOutlet, traceChain } from './trace.ts';

/** The outlets that appearances credit and of which no report is held that may be the one: where to look next. */
export function findUnread(
  members: readonly Appearance[],
  setting: Setting,
  readings: ReadonlyMap<string, Reading>,
): readonly Unread[] {
  // prettier-ignore
  const held = new Set(members.flatMap(({ report }) => setting.outletOf(report)?.key ?? []));
  const cited = new Map<string, number[]>();
  members.forEach((one, i) => {
    for (const key of traceChain(one).via) if (!held.has(key)) cited.set(key, [...(cited.get(key) ?? []), i]);
  });
  return [...cited].flatMap(([key, citedBy]) => {
    const links = citedBy.flatMap(
      (i) => members[i]?.chain.filter((link) => isOutlet(link) && keyOfOutlet(link.name) === key) ?? [],
    );
    const href = hrefOf(key, citedBy, members, readings);
    const isHeld = href === null ? citedBy.every((i) => members[i] && findCited(key, members[i], setting).length > 0) : readings.has(keyAddress(href) ?? href); // prettier-ignore
    if (isHeld) return [];
    const dates = citedBy.flatMap((i) => members[i]?.published ?? []).sort();
    return [{ outlet: links[0]?.name ?? key, date: dates[0] ?? null, href, citedBy }];
  });
}

/** The page that a crediting report links beside the outlet's name or from the claim's words. */
function hrefOf(
  key: string,
  citedBy: readonly number[],
  members: readonly Appearance[],
  readings: ReadonlyMap<string, Reading>,
): string | null {
  // prettier-ignore
  for (const i of citedBy) {
    const one = members[i];
    const near = readings.get(one?.report ?? '')?.report.links.filter(({ start }) => one?.content.some((span) => Math.abs(span.start - start) < 400)) ?? []; // prettier-ignore
    const fit = near.find(({ href }) => URL.canParse(href) && keyOfOutlet(new URL(href).hostname.replace(/^www\./u, '').split('.')[0] ?? '').includes(key)); // prettier-ignore
    if (fit) return fit.href;
  }
  return null;
}
