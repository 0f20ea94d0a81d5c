import type { Ledger, ShownClaim } from '../src/ledger/ledger.ts';
import type { InventedNews } from './invented-news.ts';

/** Three invented reports for the tests of what people correct: two of one claim, and one that denies something. */
export const FERRY: InventedNews = {
  url: 'https://courier.example/ferry',
  outlet: 'Saltmere Courier',
  published: '2031-03-02',
  sentences: [
    { content: 'Saltmere Ferries will buy Tidewater Lines in April', by: 'Aldous Venn' },
    { content: 'The quay at Lindow is sixty years old' },
  ],
};
export const HERALD: InventedNews = {
  url: 'https://herald.example/ferry',
  outlet: 'Quay Herald',
  published: '2031-03-03',
  sentences: [{ content: 'Saltmere Ferries will buy Tidewater Lines in April', by: 'Mira Dunn' }],
};
export const TIMES: InventedNews = {
  url: 'https://times.example/storm',
  outlet: 'Harbour Times',
  published: '2031-03-04',
  sentences: [
    { content: 'A gale uprooted nine oaks near Pell', by: 'Rosa Quill' },
    { content: 'that anything had been signed', by: 'Odo Marsh', cue: 'denied', parts: { polarity: 'denied', act: 'deny' } }, // prettier-ignore
  ],
};
export const OLD_QUAY = 'The quay at Lindow is sixty years old';
export const BUY = 'buy Tidewater';

/** The claim with these words in an appearance. Throws where there is none. */
export async function claimOn(ledger: Ledger, words: string): Promise<ShownClaim> {
  const { items } = await ledger.claims({ all: true });
  const found = items.find(({ appearances }) => appearances.some(({ content }) => content.some(({ text }) => text.includes(words)))); // prettier-ignore
  if (found === undefined) throw new Error(`no claim on ${words}`);
  return found;
}
/** The id of an outlet's appearance with these words. Throws where there is none. */
export async function idOf(ledger: Ledger, words: string, outlet: string): Promise<string> {
  const { appearances, denials } = await claimOn(ledger, words);
  const all = [...appearances, ...denials.map(({ appearance }) => appearance)];
  const found = all.find((one) => one.report.outlet === outlet && one.content.some(({ text }) => text.includes(words)));
  if (found === undefined) throw new Error(`${outlet} does not say ${words}`);
  return found.id;
}
