import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventNews } from '../../../test/invented-news.ts';
import { openUsersDesk, type UsersDesk } from '../../../test/open-users-desk.ts';
import { findFollowed } from './follow.ts';

/** More than the desk asks the ledger for at once, twice over. */
const COUNT = 230;
const TOWNS = [
  'Aldmere',
  'Brinford',
  'Calder',
  'Dunwick',
  'Eskdale',
  'Fenholm',
  'Garmouth',
  'Hexby',
  'Ilfton',
  'Jarrow',
];
const DOINGS = ['will close its lido', 'has sold the abbey', 'flooded its mill', 'hired nine divers', 'lost a bell', 'painted the pier', 'mended the weir', 'fined a baker', 'banned kites', 'taxed geese', 'found a coin', 'raised the quay', 'burned peat', 'leased a barge', 'opened a school', 'shut the archive', 'won a regatta', 'buried a poet', 'cleared the orchard', 'counted owls', 'planted elms', 'moved the market', 'named a bridge']; // prettier-ignore

let desk: UsersDesk;
beforeAll(async () => {
  const contents = TOWNS.flatMap((town) => DOINGS.map((doing) => `${town} ${doing}`));
  const report = inventNews({
    ...{ url: 'https://courant.example/1', outlet: 'Courant', published: '2031-05-07' },
    sentences: contents.slice(0, COUNT).map((content) => ({ content, by: 'Rosa Quill' })),
  });
  desk = await openUsersDesk({ people: { Rea: 'reader' }, reports: [report] });
}, 60_000);
afterAll(() => desk.close());

describe('a followed search', () => {
  it('looks at all claims that it finds, page after page', async () => {
    const follow = await desk.desk.follows.add('rea', { kind: 'search', target: 'outlet=Courant', name: 'Courant' });
    const { items } = await desk.ledger.claims({ outlet: 'Courant', limit: 100 });
    expect(items).toHaveLength(100);
    const found = await findFollowed(desk.desk, follow);
    expect([found.length, new Set(found).size]).toEqual([COUNT, COUNT]);
  });
});
