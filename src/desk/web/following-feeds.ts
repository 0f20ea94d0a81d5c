import { makeHarmless, makeOneLine } from '../format/harmless.ts';
import { originOf, type App, type Desk } from './desk.ts';
import { answerFeed, escapeXml } from './feed-answer.ts';
import { NEWS_LABELS } from './parts/news-item.tsx';
import { claimPath } from './parts/words.tsx';
import type { News } from '../../ledger/following/follows.ts';

/** What is new of what one follows, as a feed: `/following.atom` (RFC 4287) and `/following.json` (JSON Feed 1.1). */
export function defineFollowingFeeds(app: App, desk: Desk): void {
  app.get('/following.atom', async (c) => {
    const { items } = await desk.follows.news(c.var.viewer.user, { limit: 100 });
    return answerFeed(c, 'application/atom+xml', writeAtom(items, originOf(c, desk), c.var.viewer.user));
  });
  app.get('/following.json', async (c) => {
    const { items } = await desk.follows.news(c.var.viewer.user, { limit: 100 });
    return answerFeed(c, 'application/feed+json', JSON.stringify(makeJsonFeed(items, originOf(c, desk)), null, 2));
  });
}

const NOTHING_YET = '1970-01-01T00:00:00Z';

function writeAtom(news: readonly News[], origin: string, owner: string): string {
  const entries = news.flatMap((one) => [
    '<entry>',
    `<id>urn:hearsay:news:${escapeXml(one.id)}</id>`,
    `<title>${escapeXml(titleOf(one))}</title>`,
    `<updated>${one.at}</updated>`,
    `<link href="${escapeXml(origin + claimPath(one.claim.id))}"/>`,
    ...(one.report?.url == null ? [] : [`<link rel="related" href="${escapeXml(one.report.url)}"/>`]),
    `<category term="${one.kind}"/>`,
    `<summary>${escapeXml(makeOneLine(`${one.what}.`))}</summary>`,
    '</entry>',
  ]);
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>urn:hearsay:following:${escapeXml(owner)}</id>`,
    '<title>Hearsay: what you follow</title>',
    `<updated>${news[0]?.at ?? NOTHING_YET}</updated>`,
    `<link rel="self" href="${escapeXml(`${origin}/following.atom`)}"/>`,
    `<link href="${escapeXml(`${origin}/following`)}"/>`,
    '<author><name>Hearsay</name></author>',
    ...entries,
    '</feed>',
  ].join('\n')}\n`;
}

function makeJsonFeed(news: readonly News[], origin: string): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Hearsay: what you follow',
    home_page_url: `${origin}/following`,
    feed_url: `${origin}/following.json`,
    items: news.map((one) => ({
      id: one.id,
      url: origin + claimPath(one.claim.id),
      ...(one.report?.url == null ? {} : { external_url: one.report.url }),
      title: titleOf(one),
      content_text: makeHarmless(`${one.what}.`),
      date_published: one.at,
      tags: [one.kind],
    })),
  };
}

function titleOf({ kind, claim }: News): string {
  const label = NEWS_LABELS[kind].replace(/^an? /u, '');
  return makeOneLine(`${label.charAt(0).toUpperCase()}${label.slice(1)}: ${claim.text}`);
}
