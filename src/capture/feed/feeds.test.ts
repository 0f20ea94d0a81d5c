import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCaptureFailure, type Capture, type CaptureResult } from '../capture.ts';
import { inventFiles, readNotes, tellResults, type InventedFiles } from '../invented-files.ts';

const whole = `<p>${'The crane fell, the port said. '.repeat(30)}</p>`;
const escape = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

let files: InventedFiles;
let base = '';
const pages: Record<string, string> = {};
const server = http.createServer((request, response) => {
  const page = pages[request.url ?? ''];
  if (page === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'text/plain' }).end(page.replaceAll('BASE', base));
});
beforeAll(async () => {
  files = await inventFiles();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  for (const name of ['a', 'b', 'c', 'd'])
    pages[`/${name}`] = `<!DOCTYPE html><html><p>The crane ${name} fell.</p></html>`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await files.remove();
});

async function readFile(name: string, content: string | Buffer, options = {}): Promise<CaptureResult[]> {
  return files.capture(
    [await files.write(name, typeof content === 'string' ? content.replaceAll('BASE', base) : content)],
    options,
  );
}
const readText = (result: CaptureResult | undefined): string =>
  result === undefined || isCaptureFailure(result) ? '' : Buffer.from(result.bytes).toString();

describe('an entry whose whole text is in the feed is read as it is', () => {
  const given = { url: 'https://harbour.example/a', title: 'Crane & quay', authors: ['Ada Quay'] };
  it.each<[string, string, object]>([
    [
      'RSS',
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>T</title><link>https://harbour.example/</link><language>en-gb</language>
       <item><title>Crane &amp;amp; quay</title><link>/a</link><guid isPermaLink="false">7</guid><pubDate>Tue, 5 Sep 2023 14:03 GMT</pubDate><dc:creator>Ada Quay</dc:creator>
       <description>It fell.</description><content:encoded><![CDATA[${whole}]]></content:encoded></item></channel></rss>`,
      { ...given, id: '7', published: 'Tue, 5 Sep 2023 14:03 GMT', language: 'en-gb' },
    ],
    [
      'RDF',
      `<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="r" xmlns:dc="d"><channel rdf:about="x"><title>T</title></channel>
       <item rdf:about="https://harbour.example/a"><title>Crane &amp; quay</title><description>${escape(whole)}</description><dc:date>2023-09-05</dc:date><dc:creator>Ada Quay</dc:creator></item></rdf:RDF>`,
      { ...given, published: '2023-09-05' },
    ],
    [
      'Atom with XHTML',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbour.example/news/" xml:lang="en"><title>T</title>
       <entry><id>tag:7</id><title type="html">Crane &amp;amp; quay</title><link rel="enclosure" href="x.mp3"/><link href="../a"/><published>2023-09-05T14:03:12Z</published><updated>2023-09-06T00:00:00Z</updated>
       <author><name>Ada Quay</name></author><content type="xhtml"><xhtml:div xmlns:xhtml="h">${whole.replaceAll('<p', '<xhtml:p').replaceAll('</p', '</xhtml:p')}</xhtml:div></content></entry></feed>`,
      { ...given, id: 'tag:7', published: '2023-09-05T14:03:12Z', modified: '2023-09-06T00:00:00Z', language: 'en' },
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        home_page_url: 'https://harbour.example/',
        title: 'T',
        items: [
          {
            id: 7,
            url: '/a',
            title: 'Crane & quay',
            content_html: whole,
            date_published: '2023-09-05T14:03:12Z',
            authors: [{ name: 'Ada Quay' }],
            tags: 3,
          },
        ],
      }),
      { ...given, id: '7', published: '2023-09-05T14:03:12Z' },
    ],
  ])('%s', async (_, feed, expected) => {
    const results = await readFile('feed', feed);
    expect(tellResults(results)).toEqual(['feed:1 html']);
    expect((results[0] as Capture).given).toEqual(expected);
    expect(readText(results[0])).toContain(whole);
    expect(readNotes(results)).toEqual(['capture.feed-text: feed:1 was read as the feed has it, not from its page.']);
  });

  it('compressed, in the charset that it declares', async () => {
    const feed = `<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><item><title>Café</title><description>${escape(whole)}</description></item></channel></rss>`;
    const [entry] = await readFile('feed.xml.gz', gzipSync(Buffer.from(feed, 'latin1')));
    expect((entry as Capture).given.title).toBe('Café');
  });

  it('but not where a feed on the web speaks for another site', async () => {
    pages['/feed'] =
      `<rss><channel><item><link>http://localhost:1/x</link><description>${escape(whole)}</description></item><item><link>/a</link><description>${escape(whole)}</description></item></channel></rss>`;
    expect(tellResults(await files.capture([`${base}/feed`]))).toEqual([
      `${base}/feed:1 fetch.failed`,
      `${base}/feed:2 html`,
    ]);
  });
});

describe('of other entries the page is fetched', () => {
  it.each<[string, string, string[]]>([
    [
      'a teaser',
      '<rss><channel><item><link>BASE/a</link><description>It fell.</description></item></channel></rss>',
      ['feed:1 html'],
    ],
    [
      'a long teaser',
      `<rss><channel><item><link>BASE/a</link><description>${escape(whole.replace('</p>', ' … <a>Continue reading</a></p>'))}</description></item></channel></rss>`,
      ['feed:1 html'],
    ],
    [
      'an address that is gone, and one that is listed twice',
      '<rss><channel><item><link>BASE/gone</link></item><item><link>BASE/a</link></item><item><link>BASE/a</link></item></channel></rss>',
      ['feed:1 fetch.status', 'feed:2 html'],
    ],
    ['a guid that is an address', '<rss><channel><item><guid>BASE/a</guid></item></channel></rss>', ['feed:1 html']],
    [
      'a feed that leads to a feed',
      '<rss><channel><item><link>BASE/inner</link></item></channel></rss>',
      ['feed:1 input.unsupported'],
    ],
    [
      'a feed that leads into the file system',
      '<rss><channel><item><link>file:///etc/passwd</link></item></channel></rss>',
      ['feed:1 input.empty'],
    ],
    [
      'no address, and a summary',
      '<rss><channel><item><description>It fell.</description></item></channel></rss>',
      ['feed:1 html'],
    ],
    [
      'neither address nor text',
      '<rss><channel><item><title>It fell</title></item></channel></rss>',
      ['feed:1 input.empty'],
    ],
    ['no entry', '<rss><channel><title>T</title></channel></rss>', ['feed input.no-report']],
    [
      'a feed cut off',
      '<rss><channel><item><link>BASE/a</link></item><item><link>BASE/b</li',
      ['feed:1 html', 'feed:2 html'],
    ],
    ['a JSON Feed cut off', '{"version":"https://jsonfeed.org/version/1","items":[{"id":', ['feed input.no-report']],
    [
      'a JSON Feed with odd items',
      '{"version":"https://jsonfeed.org/version/1","items":[3,{"url":"BASE/a","title":7}]}',
      ['feed:1 input.empty', 'feed:2 html'],
    ],
  ])('%s', async (_, feed, told) => {
    pages['/inner'] = '<rss><channel><item><link>BASE/a</link></item></channel></rss>';
    expect(tellResults(await readFile('feed', feed))).toEqual(told);
  });

  it('at the address and the time of the fetch', async () => {
    const [page] = await readFile('feed', '<rss><channel><item><link>BASE/a</link></item></channel></rss>', {
      now: () => new Date('2023-09-05T12:00:00Z'),
    });
    expect((page as Capture).given).toEqual({ url: `${base}/a`, captured: '2023-09-05T12:00:00Z' });
  });
});

describe('a hostile feed', () => {
  const item = `<item><title>&lol;</title><description>${escape(whole)}</description></item>`;
  it.each([
    [
      'entities in entities',
      `<!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><rss><channel>${item}</channel></rss>`,
    ],
    [
      'an entity that is a file',
      `<!DOCTYPE rss [<!ENTITY lol SYSTEM "file:///etc/passwd">]><rss><channel>${item}</channel></rss>`,
    ],
    ['a document type from elsewhere', `<!DOCTYPE rss SYSTEM "BASE/evil.dtd"><rss><channel>${item}</channel></rss>`],
  ])('with %s: nothing is expanded or fetched', async (_, feed) => {
    const [entry] = await readFile('feed', feed);
    expect((entry as Capture).given.title).toBe('&lol;');
  });

  it('with nesting without end ends there, with what came before', async () => {
    const deep = `<rss><channel>${item}<item><description>${'<b>'.repeat(100_000)}</description></item></channel></rss>`;
    expect(tellResults(await readFile('deep', deep))).toEqual(['deep:1 html', 'deep page.too-deep']);
  });

  it('with an entry without end leaves out that entry', async () => {
    const long = `<rss><channel><item><description>${'a '.repeat(100_000)}</description></item>${item}</channel></rss>`;
    const results = await readFile('long', long, { maxBytes: 50_000 });
    expect(tellResults(results)).toEqual(['long:1 input.too-large', 'long:2 html']);
  });

  it('of 50,000 entries is read in order', async () => {
    const entries = Array.from(
      { length: 50_000 },
      (_, i) => `<item><title>${String(i)}</title><description>It fell.</description></item>`,
    );
    const results = await readFile('many', `<rss><channel>${entries.join('')}</channel></rss>`);
    expect(results.length).toBe(50_000);
    expect((results[49_999] as Capture).given.title).toBe('49999');
  });
});

describe('a sitemap', () => {
  it('gives its pages, and those of the sitemaps in an index, each once', async () => {
    pages['/one.xml'] = '<urlset><url><loc>BASE/b</loc></url><url><loc>BASE/gone</loc></url></urlset>';
    pages['/two.xml'] =
      '<sitemapindex><sitemap><loc>BASE/two.xml</loc></sitemap><sitemap><loc>BASE/one.xml</loc></sitemap><sitemap><loc>/three.xml</loc></sitemap></sitemapindex>';
    pages['/three.xml'] =
      '<urlset><url><loc> BASE/c\n</loc></url><url><loc>BASE/c</loc></url><url><loc>gopher://x</loc></url></urlset>';
    const results = await readFile(
      'map',
      '<?xml version="1.0"?><sitemapindex><sitemap><loc>BASE/one.xml</loc></sitemap><sitemap><loc>BASE/two.xml</loc></sitemap></sitemapindex>',
    );
    expect(tellResults(results)).toEqual([
      'map:1:1 html',
      'map:1:2 fetch.status',
      'map:2:3:1 html',
      'map:2:3:3 fetch.bad-address',
    ]);
  });

  const url = (path: string, inside = ''): string => `<url><loc>BASE/${path}</loc>${inside}</url>`;
  const news = (date: string): string =>
    `<news:news><news:publication_date>${date}</news:publication_date></news:news>`;
  it.each<[string, string, boolean]>([
    ['published within', url('a', news('2023-09-05T23:00:00+02:00')), true],
    ['published before', url('a', news('2023-09-03')), false],
    ['published after', url('a', news('2023-09-07')), false],
    ['last changed before', url('a', '<lastmod>2023-09-03</lastmod>'), false],
    ['last changed later', url('a', '<lastmod>2024-01-01</lastmod>'), true],
    ['with a day in its address', url('2023/09/05/a'), true],
    ['with another day in its address', url('2023/sep/07/a'), false],
    ['with another month in its address', url('2023/08/a'), false],
    ['without a date', url('a'), true],
    ['with a number that is no date', url('20239999/a'), true],
  ])('asked for some days gives a page %s: or not', async (_, entry, isRead) => {
    for (const path of ['/2023/09/05/a', '/20239999/a']) pages[path] = pages['/a'] ?? '';
    const results = await readFile('map', `<urlset>${entry}</urlset>`, { from: '2023-09-04', to: '2023-09-06' });
    expect(tellResults(results)).toEqual([isRead ? 'map:1 html' : 'map input.no-report']);
  });

  it('asked for some days leaves out whole sitemaps of other months, and says so', async () => {
    pages['/sitemap-2023-09.xml'] = '<urlset><url><loc>BASE/a</loc></url></urlset>';
    const results = await readFile(
      'map',
      '<sitemapindex><sitemap><loc>BASE/sitemap-2023-08.xml</loc></sitemap><sitemap><loc>BASE/sitemap-2023-09.xml</loc></sitemap></sitemapindex>',
      { from: '2023-09' },
    );
    expect(tellResults(results)).toEqual(['map:2:1 html']);
    expect(readNotes(results)).toEqual([
      'capture.entries-skipped: Entries of the sitemap were passed over: 1 outside the dates asked for (from map:1).',
    ]);
  });
});
