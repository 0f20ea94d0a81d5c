import { expect, it } from 'vitest';
import { link } from '../../test/invented-reading.ts';
import { inventNews } from '../../test/invented-news.ts';
import { describeOnBoth } from '../../test/on-both-stores.ts';
import { openLedger, type Ledger } from './ledger.ts';

const POST = link('The Tidewater Post', 'outlet');
const PAGE = 'https://tidewater-post.example/hollin';

function citing(): ReturnType<typeof inventNews> {
  const content = 'Karrow Mining will sell the Hollin shipyard';
  const made = inventNews({ url: 'https://courier.example/a', outlet: 'The Saltmere Courier', published: '2031-01-04', sentences: [{ content, by: 'The Tidewater Post', cue: 'reported', parts: { act: 'report', chain: [link('The Saltmere Courier', 'outlet', 'metadata'), POST] } }] }); // prettier-ignore
  const at = made.reading.report.text.indexOf('reported');
  const report = { ...made.reading.report, links: [{ start: at, end: at + 8, text: 'reported', href: `${PAGE}?utm_source=x` }] }; // prettier-ignore
  return { ...made, reading: { ...made.reading, report } };
}

/** Of another time and in other words: no group holds the two. */
const CITED = inventNews({ url: PAGE, outlet: 'The Tidewater Post', published: '2030-06-01', sentences: [{ content: 'Herring, turnips and accordions stood at the parade of the gardeners' }] }); // prettier-ignore

async function unreadIn(ledger: Ledger): Promise<readonly (readonly string[])[]> {
  const { items } = await ledger.claims();
  const [first] = items;
  const shown = [first, await ledger.claim(first?.id ?? ''), ...(await ledger.claimsOf('courier.example/a'))];
  return shown.map((claim) => claim?.unread.map(({ outlet }) => outlet) ?? []);
}

describeOnBoth('what claims name as unread', (newPlace) => {
  it('is unread no more once its page is held, in whatever group, whichever came first', async () => {
    for (const order of [
      [citing(), CITED],
      [CITED, citing()],
    ]) {
      const ledger = await openLedger(await newPlace(), { by: 'tester', now: () => new Date(0) });
      for (const { reading, capture } of order) {
        await ledger.add(reading, capture);
        const held = await ledger.reading(PAGE);
        const cited = await ledger.reading('courier.example/a');
        if (cited !== null) expect(await unreadIn(ledger)).toEqual(held === null ? [['The Tidewater Post'], ['The Tidewater Post'], ['The Tidewater Post']] : [[], [], []]); // prettier-ignore
      }
      await ledger.close();
    }
  });

  it('is unread where its outlet is held with another story only', async () => {
    const other = inventNews({ url: 'https://tidewater-post.example/ferry', outlet: 'The Tidewater Post', published: '2031-01-04', sentences: [{ content: 'the Hollin shipyard turned sixty in May' }] }); // prettier-ignore
    const told = citing();
    const plain = { ...told, reading: { ...told.reading, report: { ...told.reading.report, links: [] } } };
    const ledger = await openLedger(await newPlace(), { by: 'tester', now: () => new Date(0) });
    await ledger.addAll([plain, other]);
    expect((await ledger.stories()).map(({ reports }) => reports)).toHaveLength(1);
    expect((await ledger.claimsOf('courier.example/a')).map(({ unread }) => unread.map(({ outlet }) => outlet))).toEqual([['The Tidewater Post']]); // prettier-ignore
    await ledger.close();
  });
});
