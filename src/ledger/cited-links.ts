import { overlaps } from '../base/span.ts';
import { findOutletNamed, nameOfHost } from '../language/outlets.ts';
import type { Reading } from '../reading/reading.ts';
import type { ClaimAppearance } from './claim.ts';
import { keyAddress } from './report-key.ts';

export type CitedLink = Reading['report']['links'][number] & { readonly key: string; readonly outlet: string };

/** Pages that are no report: topics, tags, profiles, a site's front page. */
const ABOUT = /\/(?:tags?|topics?|authors?|profile|search|category|people|quotes?|stocks?|symbols?)\/|wikipedia\.org|^https?:\/\/[^/]+\/?$/iu; // prettier-ignore

/**
 * Pages elsewhere to which a report links where it tells an appearance: from the words of who tells it or that it is
 * told ("The Harbour Courant *reported*"), and from what is told where it is an outlet that a list knows.
 */
export function findCitedLinks(reading: Reading, { attribution, in: place }: ClaimAppearance): readonly CitedLink[] {
  const told = place === 'text' ? reading.attributions.find(({ id }) => id === attribution) : undefined;
  if (told === undefined) return [];
  const own = hostOf(reading.report.url);
  return reading.report.links.flatMap((link) => {
    const [key, outlet] = [keyAddress(link.href), nameOfHost(link.href)];
    if (key === null || outlet === null || isAboutPage(link.href) || key === keyAddress(reading.report.url ?? ''))
      return [];
    const names = [...told.source, ...told.cue].some((span) => overlaps(span, link));
    const tells = hostOf(link.href) !== own && findOutletNamed(outlet) !== null && told.content.some((span) => overlaps(span, link)); // prettier-ignore
    const named = findOutletNamed(outlet) === null && told.source.some((span) => overlaps(span, link)) ? link.text.trim() : outlet; // prettier-ignore
    return names || tells ? [{ ...link, key, outlet: named || outlet }] : [];
  });
}

/** Whether an address is of a page about a thing, and not of what is told of it. */
export function isAboutPage(href: string): boolean {
  return ABOUT.test(href);
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : null;
}
