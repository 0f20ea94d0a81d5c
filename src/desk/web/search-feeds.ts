import type { ShownClaim } from '../../ledger/ledger.ts';
import { summariseClaim } from '../format/claim-words.ts';
import { makeHarmless, makeOneLine } from '../format/harmless.ts';
import { originOf, type App, type Desk } from './desk.ts';
import { answerFeed, escapeXml } from './feed-answer.ts';
import { findClaims } from './pages/search.tsx';
import { claimPath } from './parts/words.tsx';
import { readSearch, writeSearch } from './search-query.ts';

/** Any search as a feed: `/search.atom` (RFC 4287) and `/search.json` (JSON Feed 1.1). */
export function defineSearchFeeds(app: App, desk: Desk): void {
  app.get('/search.atom', async (c) => {
    const search = readSearch(c.req.query());
    const { items } = await findClaims(desk, search);
    return answerFeed(
      c,
      'application/atom+xml',
      writeAtom(items, originOf(c, desk), writeSearch(search), desk.now().toISOString()),
    );
  });
  app.get('/search.json', async (c) => {
    const search = readSearch(c.req.query());
    const { items } = await findClaims(desk, search);
    return answerFeed(
      c,
      'application/feed+json',
      JSON.stringify(makeJsonFeed(items, originOf(c, desk), writeSearch(search)), null, 2),
    );
  });
}

function writeAtom(claims: readonly ShownClaim[], origin: string, query: string, now: string): string {
  const entries = claims.map((claim) => [
    '<entry>',
    `<id>urn:hearsay:claim:${escapeXml(claim.id)}</id>`,
    `<title>${escapeXml(makeOneLine(claim.text))}</title>`,
    `<updated>${instantOf(claim) ?? now}</updated>`,
    `<link href="${escapeXml(origin + claimPath(claim.id))}"/>`,
    `<summary>${escapeXml(makeOneLine(summariseClaim(claim)))}</summary>`,
    '</entry>',
  ]);
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>urn:hearsay:search:${escapeXml(query)}</id>`,
    `<title>${escapeXml(makeOneLine(`Hearsay: ${nameSearch(query)}`))}</title>`,
    `<updated>${claims.flatMap((claim) => instantOf(claim) ?? []).sort().at(-1) ?? now}</updated>`,
    `<link rel="self" href="${escapeXml(`${origin}/search.atom?${query}`)}"/>`,
    `<link href="${escapeXml(`${origin}/search?${query}`)}"/>`,
    '<author><name>Hearsay</name></author>',
    ...entries.flat(),
    '</feed>',
  ].join('\n')}\n`; // prettier-ignore
}

function makeJsonFeed(claims: readonly ShownClaim[], origin: string, query: string): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: makeOneLine(`Hearsay: ${nameSearch(query)}`),
    home_page_url: `${origin}/search?${query}`,
    feed_url: `${origin}/search.json?${query}`,
    items: claims.map((claim) => ({
      id: claim.id,
      url: origin + claimPath(claim.id),
      title: makeOneLine(claim.text),
      content_text: makeHarmless(summariseClaim(claim)),
      ...(instantOf(claim) === null ? {} : { date_published: instantOf(claim) }),
    })),
  };
}

/** A search in words: “shipyard, outlet Aldwire”. */
export function nameSearch(query: string): string {
  const words = new URLSearchParams(query);
  return words.size === 0 ? 'all claims' : `${[...words.entries()].map(([name, value]) => (name === 'q' ? value : `${name} ${value}`)).join(', ')}`; // prettier-ignore
}

/** The latest of its reports; a day counts from its beginning, in UTC. */
function instantOf({ basis }: ShownClaim): string | null {
  const at = Date.parse(basis.to ?? basis.from ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
