import type { Capture } from '../src/capture/capture.ts';
import type { Attribution, Reading } from '../src/reading/reading.ts';
import { attribute, inventReading, link, quote } from './invented-reading.ts';
import type { InventedReport } from './invented-reports.ts';

/** One sentence of an invented report: what is told, by whom; with no one credited it is in the report's own voice. */
export interface InventedSentence {
  readonly content: string;
  readonly by?: string;
  readonly cue?: string;
  readonly parts?: Partial<Attribution>;
}

export interface InventedNews {
  readonly url: string;
  readonly outlet: string;
  readonly published: string | null;
  readonly captured?: string;
  /** Who reads it: another one reads it anew. */
  readonly rules?: string;
  readonly sentences: readonly InventedSentence[];
  /** Behind the sentences, in no one's voice. */
  readonly more?: string;
}

/** A report of such sentences, one a paragraph, as `add` gets it: “CONTENT, BY CUE.” */
export function inventNews(news: InventedNews): InventedReport {
  const { url, outlet, published, captured = null, rules = 'sha256:00', sentences, more = '' } = news;
  const told = sentences.map(({ content, by, cue = 'said' }) => (by === undefined ? `${content}.` : `${content}, ${by} ${cue}.`)); // prettier-ignore
  const text = [...told, ...(more === '' ? [] : [more])].join('\n\n');
  const attributions = sentences.map(({ content, by, cue = 'said', parts }, i) =>
    attribute(`a${String(i + 1)}`, {
      voice: by === undefined ? 'own' : 'attributed',
      source: by === undefined ? [] : quote(text, by),
      cue: by === undefined ? [] : quote(text, cue),
      content: quote(text, content),
      quote: by === undefined ? 'none' : 'indirect',
      act: by === undefined ? null : 'say',
      chain: [link(outlet, 'outlet', 'metadata'), ...(by === undefined ? [] : [link(by, 'person')])],
      ...parts,
    }),
  );
  const reading: Reading = inventReading({
    input: url,
    by: { hearsay: '0.1.0', network: 'sha256:00', rules },
    report: { url, outlet, published, captured, title: null, text },
    attributions,
    headline: [],
  });
  const capture: Capture = {
    input: url,
    kind: 'html',
    bytes: Buffer.from(`<p>${text}</p>`),
    charset: 'utf-8',
    given: { url, ...(captured === null ? {} : { captured }) },
  };
  return { reading, capture };
}
