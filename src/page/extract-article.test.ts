import { describe, expect, it } from 'vitest';
import type { GivenFacts } from '../capture/capture.ts';
import type { Article } from './article.ts';
import { extractArticle } from './extract-article.ts';

function extractPage(html: string, given: GivenFacts = {}): Article {
  return extractArticle({
    input: 'page.html',
    kind: 'html',
    bytes: new TextEncoder().encode(html),
    charset: 'utf-8',
    given,
  });
}

const P =
  'The council of Port Ellery voted on Tuesday to suspend the night ferry, saying that its boats were not safe.';
const page = (body: string, head = ''): string => `<!DOCTYPE html><html lang="en"><head><title>Ferry</title>${head}</head><body><article><h1>Ferry</h1><p>${P}</p>${body}<p>${P} It did so twice.</p></article></body></html>`; // prettier-ignore
const failure = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('bad pages end soon and clearly', () => {
  const cases: readonly [string, string, string][] = [
    ['100,000 nested elements', page('<div>'.repeat(100_000) + 'deep' + '</div>'.repeat(100_000)), 'page.too-deep'],
    ['100,000 nested unknown elements', page('<x-y>'.repeat(100_000)), 'page.too-deep'],
    ['100,000 nested inline elements', page('<b>'.repeat(100_000) + 'deep'), 'page.too-deep'],
    ['an empty page', '', 'page.no-story'],
    ['a page of one letter, 3,000,000 times', `<p>${'a'.repeat(3_000_000)}, </p>`, 'page.too-long'],
  ];
  it.each(cases)('%s', (_name, html, code) => {
    expect(failure(() => extractPage(html))).toBe(code);
  });

  const readable: readonly [string, string][] = [
    ['a page cut in the middle of a tag', page('').slice(0, -30)],
    ['a long list without end tags', page(`<ul>${'<li>one of many'.repeat(5_000)}</ul>`)],
    ['a comment that never ends', `${page('')}${'<!--'.repeat(50_000)}`],
    ['JSON-LD that is no JSON', page('', '<script type="application/ld+json">{"@type": "NewsArticle", </script>')],
    [
      'JSON-LD nested without end',
      page('', `<script type="application/ld+json">${'['.repeat(50_000)}${']'.repeat(50_000)}</script>`),
    ],
    [
      'conditional comments around its root',
      page('').replace('<html lang="en">', '<!--[if gt IE 9]><!--> <html lang="en"> <!--<![endif]-->'),
    ],
    ['no root element at all', `<h1>Ferry</h1><p>${P}</p><p>${P} It did so twice.</p>`],
  ];
  it.each(readable)('%s is read all the same', (_name, html) => {
    expect(extractPage(html).text).toContain('voted on Tuesday');
  });
});

describe('what a page says', () => {
  it('never brings scripts, styles or control characters into the text', () => {
    const { text } = extractPage(
      page(
        '<script>alert(1)</script><style>p{}</style><p>Red\u001b[31m \u0007bells rang,\u202e the\u200b harbour master said on Tuesday, and nobody knew quite why.</p>',
      ),
    );
    expect(text).toContain('Red[31m bells rang, the harbour master said on Tuesday, and nobody knew quite why.');
    expect(text).not.toMatch(/alert|[\u0000-\u0008\u000b-\u001f\u007f]/u);
  });

  it('keeps right-to-left text, emoji and their offsets', () => {
    const { text, links } = extractPage(
      page(
        '<p>The crew said 👩‍✈️ <a href="https://example.org/x">שלום</a> and left the pier, as everyone in the harbour could see.</p>',
      ),
    );
    expect(links.map(({ start, end, text: words }) => [text.slice(start, end), words])).toEqual([['שלום', 'שלום']]);
    expect(text).toContain('👩‍✈️');
  });

  it('gives links as absolute web addresses only', () => {
    const body =
      '<p>See <a href="/a">the minutes</a>, <a href="javascript:x()">this</a>, <a href="mailto:a@b.example">that</a> and <a href="#top">the top</a>, the harbour master said on Tuesday.</p>';
    expect(extractPage(page(body), { url: 'https://harbour.example/news/1' }).links.map(({ href }) => href)).toEqual([
      'https://harbour.example/a',
    ]);
    expect(extractPage(page(body)).links).toEqual([]);
  });

  it('is overruled by what is given', () => {
    const head =
      '<meta property="og:site_name" content="Page"><meta property="article:published_time" content="2031-01-01">';
    const given = {
      outlet: 'Given',
      published: '2031-05-06T10:00:00Z',
      title: 'Given title',
      section: 'World',
      language: 'fr',
      authors: ['Bo Chen'],
    };
    expect(extractPage(page('', head), given)).toMatchObject({ ...given, publishedFrom: 'given' });
  });

  it('does not believe a publication after the capture, and says so', () => {
    const head =
      '<meta property="article:published_time" content="2031-08-01T10:00:00Z"><meta name="date" content="2031-05-06">';
    const article = extractPage(page('', head), { captured: '2031-05-07T00:00:00Z' });
    expect(article).toMatchObject({ published: '2031-05-06', publishedFrom: 'metadata' });
    expect(article.notes.map(({ code }) => code)).toContain('page.future-date');
  });

  it('notes an impossible date and a change before publication', () => {
    const head =
      '<meta property="article:published_time" content="2031-13-45"><meta name="date" content="2031-05-06"><meta property="article:modified_time" content="2030-01-01">';
    const codes = extractPage(page('', head)).notes.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['page.impossible-date', 'page.modified-before-published']));
  });

  it('invents no date', () => {
    expect(extractPage(page(''))).toMatchObject({ published: null, publishedFrom: null, modified: null });
  });

  const kinds: readonly [kind: string, head: string, url: string][] = [
    ['opinion', '', 'https://harbour.example/opinion/ferry'],
    ['opinion', '<meta property="article:section" content="Comment">', 'https://harbour.example/1'],
    [
      'live',
      '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry"}</script>',
      'https://harbour.example/1',
    ],
    ['transcript', '', 'https://harbour.example/transcripts/1'],
    ['news', '<meta property="og:type" content="article">', 'https://harbour.example/1'],
    ['unknown', '', 'https://harbour.example/1'],
  ];
  it.each(kinds)('is of the kind %s', (kind, head, url) => {
    expect(extractPage(page('', head), { url }).kind).toBe(kind);
  });
});
