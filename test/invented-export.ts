import type { Ledger } from '../src/ledger/ledger.ts';
import { openLedger } from '../src/ledger/ledger.ts';
import { inventNews, type InventedNews } from './invented-news.ts';
import { quote } from './invented-reading.ts';

/** The day as of which the export's tests ask, and when they make it. */
export const TODAY = '2031-05-01';
export const MADE_AT = '2031-05-01T08:09:10.000Z';

const BUY = 'Saltmere Ferries 🚢 will buy Tidewater Lines 🛳️ in April';

/** Emoji before, inside and behind spans; a text that a spreadsheet would run; what turns the direction of text around. */
const NEWS: readonly InventedNews[] = [
  {
    url: 'https://courier.example/ferry',
    outlet: 'Saltmere Courier',
    published: '2031-03-02T07:30:00+01:00',
    captured: '2031-03-02T09:00:00Z',
    sentences: [
      { content: 'The 👩‍👩‍👧 quay at Lindow is sixty years old' },
      { content: BUY, by: 'Aldous Venn', parts: { expected: true, event: { kind: 'planned', window: '2031-04', where: [], who: [] } } }, // prettier-ignore
      { content: '=HYPERLINK(1) is what the ferry’s 🧾 bill says', by: '@Mira Dunn' },
      { content: '“We shall 😀 sail,” and \u202E that is <b>all</b>', by: 'Jo Berg', parts: { quote: 'mixed' } },
    ],
  },
  {
    url: 'https://herald.example/ferry',
    outlet: '-Quay Herald',
    published: '2031-03-03',
    sentences: [{ content: BUY, by: 'Aldous Venn' }],
    more: 'It is 𝒪𝓁𝒹 news.',
  },
  {
    url: 'https://times.example/ferry',
    outlet: 'Harbour Times',
    published: null,
    sentences: [{ content: `${BUY}`, by: 'Tidewater Lines', cue: 'denied that', parts: { polarity: 'denied', act: 'deny' } }], // prettier-ignore
  },
];

/** A ledger of three invented reports, with a statement checked, one set aside, and an outcome. */
export async function inventExportLedger(place: string): Promise<Ledger> {
  let second = 0;
  const ledger = await openLedger(place, { by: 'Ines Marl', now: () => new Date(Date.parse(TODAY) + 1000 * second++) });
  for (const news of NEWS) {
    const { reading, capture } = inventNews(news);
    const { text } = reading.report;
    const found = text.includes('Lindow') ? quote(text, 'Lindow') : [];
    reading.report.links = quote(text, 'Tidewater Lines 🛳️').map((span) => ({
      ...span,
      href: 'https://tidewater.example/',
    }));
    reading.entities = [{ id: 'e1', name: 'Tidewater Lines', kind: 'organization', mentions: quote(text, 'Tidewater Lines').map((span) => ({ ...span, why: 'name' })) }]; // prettier-ignore
    reading.times = quote(text, 'April').map((span) => ({ ...span, type: 'DATE', value: '2031-04', edtf: '2031-04' }));
    reading.places = found.map((span) => ({ ...span, name: 'Lindow', lat: 53.3, lon: -2.2, country: 'GB', geonames: null, use: 'location' as const })); // prettier-ignore
    await ledger.add(reading, capture);
  }
  const { items } = await ledger.claims({ all: true });
  const claim = items.find(({ text }) => text.includes('Tidewater'));
  const [first] = claim?.appearances ?? [];
  const bill = items.find(({ text }) => text.includes('HYPERLINK'));
  if (claim === undefined || first === undefined || bill === undefined)
    throw new Error('the invented claims are not found');
  await ledger.decide({ kind: 'accept', appearance: first.id, why: 'seen in its place' });
  await ledger.decide({ kind: 'reject', appearance: bill.id, why: '=no statement' });
  await ledger.decide({ kind: 'outcome', claim: claim.id, outcome: 'cancelled', evidence: 'https://herald.example/off', why: 'called off' }); // prettier-ignore
  return ledger;
}
