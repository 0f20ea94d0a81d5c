import type { ClaimPage, ClaimQuery } from '../../../ledger/ledger.ts';
import type { App, Desk } from '../desk.ts';
import { ClaimCard } from '../parts/claim-card.tsx';
import { Empty } from '../parts/words.tsx';
import { readSearch, writeSearch, type Search } from '../search-query.ts';
import { respond } from '../respond.tsx';

/** `/search`: the address holds the whole query, so that a search can be kept, sent and followed. */
export function defineSearch(app: App, desk: Desk): void {
  app.get('/search', async (c) => {
    const search = readSearch(c.req.query());
    const page = await findClaims(desk, search);
    const asked = search.q ?? '';
    const feeds = { 'application/atom+xml': `/search.atom?${writeSearch(search)}`, 'application/feed+json': `/search.json?${writeSearch(search)}` }; // prettier-ignore
    return respond(c, desk, {
      ...{ title: asked === '' ? 'Search' : `${asked} · Search`, section: 'search', feeds },
      body: <Found search={search} page={page} />,
    });
  });
}

const PAGE = 20;

/** Kinds and certainty are looked at here: the ledger's query does not know them. */
export async function findClaims(desk: Desk, search: Search): Promise<ClaimPage> {
  const { q, source, outlet, place, from, to, origins, all, cursor } = search;
  const query: ClaimQuery = {
    ...(q === undefined ? {} : { words: q }),
    ...(source === undefined ? {} : { source }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(place === undefined ? {} : { place }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(origins === undefined ? {} : { minOrigins: Number(origins) }),
    ...(all === undefined ? {} : { all: true }),
    ...(cursor === undefined ? {} : { cursor }),
    limit: PAGE,
  };
  return desk.ledger.claims(query);
}

function Found({ search, page }: { search: Search; page: ClaimPage }) {
  const { cursor: _, ...rest } = search;
  return (
    <div class="split search">
      <div>
        <h1>{search.q === undefined ? 'All claims' : `“${search.q}”`}</h1>
        <h2 class="unseen">Claims found</h2>
        {page.items.length === 0 ? <Nothing search={search} /> : null}
        {page.items.map((claim) => (
          <ClaimCard claim={claim} />
        ))}
        {page.next === null ? null : (
          <p class="pager">
            <a class="button" rel="next" href={`/search?${writeSearch({ ...rest, cursor: page.next })}`}>
              Further claims
            </a>
          </p>
        )}
      </div>
      <aside class="side">
        <SearchForm search={search} />
        <p class="faint">
          Follow this search: <a href={`/search.atom?${writeSearch(rest)}`}>Atom</a>, <a href={`/search.json?${writeSearch(rest)}`}>JSON Feed</a>.
        </p>
      </aside>
    </div>
  );
}

function Nothing({ search }: { search: Search }) {
  return (
    <Empty title="No claim is found">
      <p>Try fewer or other words, or take a condition away.</p>
      {search.all === undefined ? (
        <p>
          <a href={`/search?${writeSearch({ ...search, all: 'yes' })}`}>Look also at what one report alone says in its own words</a>
        </p>
      ) : null}
    </Empty>
  );
}

function SearchForm({ search }: { search: Search }) {
  const field = (name: 'source' | 'outlet' | 'place' | 'from' | 'to', label: string, hint = '') => (
    <label>
      <span>{label}</span>
      <input name={name} value={search[name] ?? ''} placeholder={hint} autocomplete="off" />
    </label>
  );
  return (
    <form class="fields" action="/search" aria-label="Narrow the search">
      <label>
        <span>Words or a sentence</span>
        <input name="q" value={search.q ?? ''} type="search" autocomplete="off" />
      </label>
      {field('source', 'From whom, or against', 'a name')}
      {field('outlet', 'Carried by', 'an outlet')}
      {field('place', 'Place in it')}
      <div class="pair">
        {field('from', 'Published from', '2025-10-06')}
        {field('to', 'until', '2025-10')}
      </div>
      <label>
        <span>Known origins, at least</span>
        <input name="origins" value={search.origins ?? ''} inputmode="numeric" pattern="[0-9]*" />
      </label>
      <label class="check">
        <input type="checkbox" name="all" value="yes" checked={search.all !== undefined} />
        <span>also what one report alone says in its own words</span>
      </label>
      <button class="button primary">Search</button>
    </form>
  );
}
