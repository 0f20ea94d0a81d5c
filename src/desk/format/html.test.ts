import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attribute, inventReading, link, quote, TEXT } from '../../../test/invented-reading.ts';
import { formatHtml } from './html.ts';

/** The page's elements in order, each closed by the one that it opened. Throws where two cross. */
function checkNesting(html: string): number {
  const open: string[] = [];
  let count = 0;
  for (const [whole, slash, name = ''] of html
    .replace(/<style>.*?<\/style>/su, '')
    .matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/gu)) {
    if (['meta', 'br'].includes(name) || whole.endsWith('/>')) continue;
    count++;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) throw new Error(`</${name}> closes something else`);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(' ')}`);
  return count;
}

describe('the HTML format', () => {
  it('loads nothing and runs nothing: its policy allows its own style sheet alone', () => {
    const html = formatHtml(inventReading());
    const style = /<style>(.*?)<\/style>/su.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/<script|<img|<link|<iframe|\son[a-z]+=|\sstyle=/iu);
  });

  it('nests a content inside a content, and numbers each attribution after its cue', () => {
    expect(formatHtml(inventReading())).toContain(
      '<mark class="content d1">that <mark class="source">its sources</mark> <mark class="cue">believed</mark><sup><a href="#r1-3" id="r1-at-3">3</a></sup> <mark class="content d2">the ferry would move in April</mark></mark>.',
    );
  });

  it('keeps elements nested where spans cross, run over paragraphs, or lie on one another', () => {
    const start = TEXT.indexOf('would');
    const crossing = [
      attribute('a1', { content: quote(TEXT, 'The Tidewater Post reported') }),
      attribute('a2', { content: quote(TEXT, 'reported that'), source: quote(TEXT, 'Post reported that') }),
      attribute('a3', { content: [{ start, end: start + 60, text: TEXT.slice(start, start + 60) }] }),
      attribute('a4', { parent: 'a3', content: [{ start, end: start + 60, text: TEXT.slice(start, start + 60) }] }),
    ];
    const html = formatHtml(inventReading({ attributions: crossing }));
    expect(checkNesting(html)).toBeGreaterThan(60);
    expect(html.match(/id="r1-at-4"/gu)).toHaveLength(1);
  });

  it('gives back every letter of the text', () => {
    const story = /<section class="story".*?<\/section>/su.exec(formatHtml(inventReading()))?.[0] ?? '';
    const words = story
      .replace(/<sup>.*?<\/sup>/gu, '')
      .replace(/<[^>]+>/gu, '')
      .trim()
      .split(/\s+/u);
    expect(words).toEqual(TEXT.split(/\s+/u));
  });

  it('shows what a page tries to smuggle in as words', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'&\u202E';
    const html = formatHtml(
      inventReading({
        report: {
          text: evil,
          title: evil,
          outlet: evil,
          url: 'javascript:alert(1)',
          authors: [evil],
          wire: evil,
          published: evil,
        },
        attributions: [
          attribute('a1', {
            content: [{ start: 0, end: 5, text: evil }],
            chain: [link(evil, 'person')],
            event: { kind: 'expected', window: evil, where: [], who: [] },
          }),
        ],
        headline: [],
        notes: [{ code: evil, what: evil, span: { start: 0, end: 5, text: evil } }],
      }),
    );
    expect(html).not.toMatch(/<script|<img|href="javascript|\u202E/iu);
    expect(html).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    checkNesting(html);
  });

  it('links a web address without telling it where the reader comes from', () => {
    expect(formatHtml(inventReading())).toContain(
      '<a rel="noopener noreferrer nofollow" href="https://saltmere-courier.example/ferry">',
    );
  });
});
