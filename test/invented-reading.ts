import type { Attribution, ChainLink, Reading } from '../src/reading/reading.ts';

/** A reading about news that never happened, for the tests of everything that prints one. */

const PARAGRAPHS = [
  'The Tidewater Post reported that its sources believed the ferry would move in April.',
  '“Nobody has decided anything,” Aldous Venn said on Tuesday. “I have read the same rumours.”',
  'The quay is sixty years old.',
];
export const TEXT = PARAGRAPHS.join('\n\n');
const TITLE = 'Ferry may move, officials say';

/** The span of `words` where they first stand in `text`. Throws where they do not. */
export function quote(text: string, ...words: string[]): { start: number; end: number; text: string }[] {
  return words.map((word) => {
    const start = text.indexOf(word);
    if (start < 0) throw new Error(`no “${word}” in the text`);
    return { start, end: start + word.length, text: word };
  });
}

export function link(name: string, kind: ChainLink['kind'], how: ChainLink['how'] = 'named'): ChainLink {
  return { name, kind, how, entity: null, mention: null };
}

export function attribute(id: string, parts: Partial<Attribution>): Attribution {
  return {
    id,
    parent: null,
    voice: 'attributed',
    source: [],
    cue: [],
    content: [],
    quote: 'indirect',
    act: 'say',
    chain: [link('The Saltmere Courier', 'outlet', 'metadata')],
    polarity: 'affirmed',
    certainty: { level: 'unstated', score: null, hedges: [] },
    when: [],
    where: [],
    expected: false,
    event: null,
    confidence: 0.9,
    ...parts,
  };
}

export function inventReading(
  changes: { readonly report?: Partial<Reading['report']> } & Partial<Omit<Reading, 'report'>> = {},
): Reading {
  const courier = link('The Saltmere Courier', 'outlet', 'metadata');
  const post = link('The Tidewater Post', 'outlet');
  const { report, ...rest } = changes;
  return {
    schema: 'hearsay/reading/1',
    input: 'ferry.html',
    by: { hearsay: '0.1.0', network: 'sha256:00', rules: 'sha256:00' },
    report: {
      id: null,
      url: 'https://saltmere-courier.example/ferry',
      outlet: 'The Saltmere Courier',
      wire: null,
      title: TITLE,
      authors: ['Ines Marl'],
      section: null,
      kind: 'news',
      published: '2026-03-03',
      publishedFrom: 'metadata',
      modified: null,
      captured: null,
      language: 'en',
      sha256: '00',
      text: TEXT,
      links: [],
      extra: {},
      ...report,
    },
    attributions: [
      attribute('a1', {
        source: quote(TEXT, 'The Tidewater Post'),
        cue: quote(TEXT, 'reported'),
        content: quote(TEXT, 'that its sources believed the ferry would move in April'),
        chain: [courier, post],
        act: 'report',
      }),
      attribute('a2', {
        parent: 'a1',
        source: quote(TEXT, 'its sources'),
        cue: quote(TEXT, 'believed'),
        content: quote(TEXT, 'the ferry would move in April'),
        chain: [courier, post, link('unnamed sources of The Tidewater Post', 'unnamed', 'possessive')],
        act: 'believe',
        certainty: { level: 'probable', score: 2, hedges: quote(TEXT, 'believed') },
        expected: true,
        event: { kind: 'expected', window: '2026-04', where: [], who: [] },
      }),
      attribute('a3', {
        source: quote(TEXT, 'Aldous Venn'),
        cue: quote(TEXT, 'said'),
        content: quote(TEXT, '“Nobody has decided anything,”', '“I have read the same rumours.”'),
        chain: [courier, link('Aldous Venn', 'person')],
        quote: 'direct',
        polarity: 'denied',
        act: 'deny',
      }),
      attribute('a4', { voice: 'own', content: quote(TEXT, 'The quay is sixty years old.'), quote: 'none', act: null }),
    ],
    headline: [
      // The title's ids are its own: the same one may stand in the text.
      attribute('a1', {
        source: quote(TITLE, 'officials'),
        cue: quote(TITLE, 'say'),
        content: quote(TITLE, 'Ferry may move'),
        chain: [courier, link('unnamed officials', 'unnamed')],
        certainty: { level: 'possible', score: 1, hedges: quote(TITLE, 'may') },
      }),
    ],
    entities: [],
    times: [],
    places: [],
    audit: { attributions: 3, named: 2, unnamed: 1, official: 1, document: 0, women: 0, men: 1 },
    notes: [{ code: 'page.caption-removed', what: 'A caption is no part of the story', span: null }],
    ...rest,
  };
}
