import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GivenFacts } from '../capture/capture.ts';
import type { Article } from './article.ts';
import { extractArticle } from './extract-article.ts';

function extractText(text: string, given: GivenFacts = {}, kind: 'text' | 'markdown' = 'text'): Article {
  return extractArticle({ input: 'report.txt', kind, bytes: new TextEncoder().encode(text), charset: 'utf-8', given });
}

const REPORT = `Night Ferry Suspended Over Cracked Hulls

Photo of the Selkie at her berth.

Photo of the Selkie at her berth. Credit: Ida Holt/Harbourpix.com

THE night ferry will not sail again this month, the council of Port Ellery said on Tuesday.

Photos of the cracks were shared by engineers, who said that they had warned of them as early as March.

By Thursday more than two hundred commuters had signed a letter of protest.

Updated figures show that the two boats carried 90,000 people last year.

Sign up for our newsletter and never miss a sailing.

Thank you for reading this article. You can also follow us on Facebook.

Written by

Ana Brekke

Born on the islands, Ana spent years at sea before she became a reporter for The Harbour Post, where she covers ports. Got a story? Write to news@harbourpost.example

Comments`;

describe('a plain text', () => {
  const article = extractText(REPORT);

  it('stays as it is', () => {
    expect(article.text).toBe(REPORT);
  });

  it('lists its lines that are no story, each with its place and a note', () => {
    expect(article.noStory.map(({ text }) => text.slice(0, 34))).toEqual([
      'Night Ferry Suspended Over Cracked',
      'Photo of the Selkie at her berth.',
      'Photo of the Selkie at her berth. ',
      'Sign up for our newsletter and nev',
      'Thank you for reading this article',
      'Written by',
      'Ana Brekke',
      'Born on the islands, Ana spent yea',
      'Comments',
    ]);
    for (const { start, end, text } of article.noStory) expect(REPORT.slice(start, end)).toBe(text);
    expect(article.notes.map(({ span }) => span)).toEqual(article.noStory);
    expect(article.notes.map(({ code }) => code)).toEqual([
      'page.no-story-title',
      'page.no-story-caption',
      'page.no-story-caption',
      'page.no-story-newsletter',
      'page.no-story-newsletter',
      'page.no-story-byline',
      'page.no-story-byline',
      'page.no-story-biography',
      'page.no-story-comments',
    ]);
  });

  it('gives title, author and outlet as its own lines say them', () => {
    expect(article).toMatchObject({
      title: 'Night Ferry Suspended Over Cracked Hulls',
      authors: ['Ana Brekke'],
      outlet: 'Harbour Post',
      kind: 'news',
      published: null,
      publishedFrom: null,
      language: 'en',
    });
  });

  it('is overruled by what is given', () => {
    const given = {
      outlet: 'Tide',
      authors: ['Bo Chen', 'AFP'],
      published: '2031-05-06',
      title: 'Another',
      url: 'https://tide.example/1',
      extra: { desk: 7 },
    };
    expect(extractText(REPORT, given)).toMatchObject({
      outlet: 'Tide',
      authors: ['Bo Chen'],
      wire: 'AFP',
      published: '2031-05-06',
      publishedFrom: 'given',
      title: 'Another',
      url: 'https://tide.example/1',
      extra: { desk: 7 },
    });
  });

  const wires: readonly [string, string | null][] = [
    ['(Reuters) - The night ferry will not sail again.', 'Reuters'],
    ['PORT ELLERY, Northmark (AP) — The night ferry will not sail again.', 'Associated Press'],
    ['BERLIN, 3. Mai (dpa/tmn) - Die Fähre fährt nicht mehr.', 'dpa'],
    ['The harbour (built in 1902) - a listed site - is closed.', null],
    ['She reads Reuters (and little else), she said.', null],
  ];
  it.each(wires)('credits the agency of its dateline: %s', (text, wire) => {
    expect(extractText(text).wire).toBe(wire);
  });

  const stories = [
    'Follow-up talks are planned, the mayor said.',
    'By Tuesday, the water had reached the market.',
    'Comments by the minister were not welcomed in the islands.',
    'Images of the flood were sent by residents.',
    'He gave her credit for the rescue, the captain said.',
    'Read by millions, the paper said that it would close.',
    'Published reports say that the yard knew.',
    'Source close to the yard said it knew.',
  ];
  it.each(stories)('keeps a line of story that begins like another kind: %s', (line) => {
    const text = `Night ferry suspended\n\n${line}\n\nThe council of Port Ellery said so on Tuesday evening, after a long debate.`;
    expect(extractText(text).noStory.map((span) => span.text)).toEqual(['Night ferry suspended']);
  });

  it('takes no first sentence for a headline', () => {
    expect(extractText('The ferry will not sail.\n\nIt has cracks in its hull, the council said.').title).toBeNull();
  });

  it('drops a byte order mark and nothing else', () => {
    expect(extractText('\ufeff The ferry.\r\n\r\nIt sails\u2028no more.').text).toBe(
      ' The ferry.\r\n\r\nIt sails\u2028no more.',
    );
  });

  it('is refused above 2,000,000 units, and read below', () => {
    expect(() => extractText('a'.repeat(2_000_001))).toThrow(expect.objectContaining({ code: 'page.too-long' }));
    expect(() => extractText('a'.repeat(50_000_000))).toThrow(expect.objectContaining({ code: 'page.too-long' }));
    expect(extractText('a'.repeat(2_000_000)).text).toHaveLength(2_000_000);
  });

  it('is refused where there is no word in it', () => {
    expect(() => extractText(' \n\n ')).toThrow(expect.objectContaining({ code: 'page.no-story' }));
  });

  it('never changes, whatever it holds, and its spans slice back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.array(fc.constantFrom(...REPORT.split('\n'))),
        (noise, lines) => {
          const text = `x${lines.join('\n')}\n${noise}`;
          const read = extractText(text);
          expect(read.text).toBe(text);
          for (const { start, end, text: slice } of read.noStory) expect(text.slice(start, end)).toBe(slice);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a Markdown text', () => {
  const text = `---
author: Ana Brekke
date: 2031-05-04
---
# Ferry talks stall

![boat](b.jpg)

The mayor [told reporters](https://example.org/a) that talks had stalled; the [union][u] agreed, and [so did](javascript:alert(1)) the yard.

## Next steps

A vote is due <https://example.org/b> on Monday.

\`\`\`
[code](https://example.org/c)
\`\`\`

[u]: https://example.org/u
`;
  const article = extractText(text, {}, 'markdown');

  it('stays as it is, with its title and front matter understood', () => {
    expect(article).toMatchObject({
      text,
      title: 'Ferry talks stall',
      authors: ['Ana Brekke'],
      published: '2031-05-04',
      publishedFrom: 'metadata',
    });
  });

  it('gives its links with the places of their words, and only those to the web', () => {
    expect(article.links.map((link) => [link.text, link.href])).toEqual([
      ['told reporters', 'https://example.org/a'],
      ['union', 'https://example.org/u'],
      ['https://example.org/b', 'https://example.org/b'],
    ]);
    for (const { start, end, text: words } of article.links) expect(text.slice(start, end)).toBe(words);
  });

  it('lists front matter, headline, pictures and code as no story, but keeps subheads', () => {
    expect(article.noStory.map((span) => span.text.split('\n')[0])).toEqual([
      '---',
      'Ferry talks stall',
      '![boat](b.jpg)',
      '```',
      '[u]: https://example.org/u',
    ]);
  });
});
