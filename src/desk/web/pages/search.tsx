import type { ClaimPage, ClaimQuery, ShownClaim } from '../../../ledger/ledger.ts';
import type { App, Desk } from '../desk.ts';
import { ClaimCard } from '../parts/claim-card.tsx';
import { ExportLinks } from '../parts/export-links.tsx';
import { FollowButton } from '../parts/follow.tsx';
import { Empty } from '../parts/words.tsx';
import { CERTAINTIES, KINDS, readSearch, writeSearch, type Search } from '../search-query.ts';
import { respond } from '../respond.tsx';

/** `/search`: the address holds the whole query, so that a search can be kept, sent and followed. */
export function defineSearch(app: App, desk: Desk): void {
  app.get('/search', async (c) => {
    const search = readSearch(c.req.query());
    const page = await findClaims(desk, search);
    const asked = search.q ?? '';
    const feeds = { 'application/atom+xml': `/search.atom?${writeSearch(search)}`, 'application/feed+json': `/search.json?${writeSearch(search)}` }; // prettier-ignore
    const isEmpty = page.items.length === 0 && (await desk.ledger.reports({ limit: 1 })).length === 0;
    return respond(c, desk, {
      ...{ title: asked === '' ? 'Search' : `${asked} · Search`, section: 'search', feeds },
      body: <Found desk={desk} search={search} page={page} isEmpty={isEmpty} />,
    });
  });
}

/** Claims a page, and how many the ledger is asked for at once where each is looked at here. */
const [PAGE, LOOKED_AT] = [20, 50];
/** Pages of the ledger that are looked through for one page of what is narrowed here. */
const MOST_PAGES = 10;

/** What is asked of the ledger, and then, of what it gives, what it cannot be asked for: kind and certainty. */
export async function findClaims(desk: Desk, search: Search, limit = PAGE): Promise<ClaimPage> {
  const { kind, certainty } = search;
  if (kind === undefined && certainty === undefined) return desk.ledger.claims({ ...makeQuery(search), limit });
  const items: ShownClaim[] = [];
  let { cursor } = search;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = makeQuery({ ...search, ...(cursor === undefined ? {} : { cursor }) });
    const found: ClaimPage = await desk.ledger.claims({ ...query, limit: LOOKED_AT });
    items.push(...found.items.filter((claim) => fits(claim, search)));
    if (found.next === null) return { items, next: null };
    cursor = found.next;
    if (items.length >= limit) break;
  }
  return { items, next: cursor ?? null };
}

/** What the ledger is asked for. */
export function makeQuery({ q, source, outlet, place, from, to, origins, all, cursor }: Search): ClaimQuery {
  return {
    ...(q === undefined ? {} : { words: q }),
    ...(source === undefined ? {} : { source }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(place === undefined ? {} : { place }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(origins === undefined ? {} : { minOrigins: Number(origins) }),
    ...(all === undefined ? {} : { all: true }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

const FITS: Readonly<Record<string, (claim: ShownClaim) => boolean>> = {
  expected: ({ expected }) => expected !== null,
  answered: ({ denials }) => denials.length > 0,
  alert: ({ alerts }) => alerts.length > 0,
  unread: ({ unread }) => unread.length > 0,
  unchecked: ({ checked }) => checked.appearances < checked.of,
};

/** Whether a claim is of the kind, and told as surely somewhere, as is asked for. */
export function fits(claim: ShownClaim, { kind, certainty }: Search): boolean {
  const isSure = certainty === undefined || claim.appearances.some((one) => one.certainty.level === certainty);
  return isSure && (kind === undefined || FITS[kind]?.(claim) === true);
}

interface FoundProps {
  readonly desk: Desk;
  readonly search: Search;
  readonly page: ClaimPage;
  /** The ledger holds nothing at all. */
  readonly isEmpty: boolean;
}

function Found({ desk, search, page, isEmpty }: FoundProps) {
  const rest = dropCursor(search);
  return (
    <div class="split search">
      <div>
        <h1>{search.q === undefined ? 'All claims' : `“${search.q}”`}</h1>
        <h2 class="unseen">Claims found</h2>
        {page.items.length > 0 ? null : isEmpty ? <NothingYet /> : <Nothing search={search} />}
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
        <FollowButton
          desk={desk}
          kind="search"
          target={writeSearch(rest)}
          label="Follow this search"
          title="You hear of each new claim that it finds, and of what is new of the others"
          back={`/search?${writeSearch(search)}`}
          class="follow"
        />
        <p class="faint">
          As a feed: <a href={`/search.atom?${writeSearch(rest)}`}>Atom</a>,{' '}
          <a href={`/search.json?${writeSearch(rest)}`}>JSON Feed</a>.
        </p>
        <details class="more">
          <summary>Take all that is found along</summary>
          <ExportLinks query={writeSearch(rest)} />
        </details>
      </aside>
    </div>
  );
}

/** The search from its first page on. */
function dropCursor(search: Search): Search {
  const { cursor, ...rest } = search;
  return cursor === undefined ? search : rest;
}

function NothingYet() {
  return (
    <Empty title="Nothing has been added yet">
      <p>
        <a href="/add">Add reports</a>, and what they claim is found here by its words, its source, its day and its
        place.
      </p>
    </Empty>
  );
}

function Nothing({ search }: { search: Search }) {
  return (
    <Empty title="No claim is found">
      <p>Try fewer or other words, or take a condition away.</p>
      {search.all === undefined ? (
        <p>
          <a href={`/search?${writeSearch({ ...search, all: 'yes' })}`}>
            Look also at what one report alone says in its own words
          </a>
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
      <div class="pair">
        <Choice name="kind" label="Kind" value={search.kind} choices={KINDS} words={KIND_WORDS} />
        <Choice
          name="certainty"
          label="Told as"
          value={search.certainty}
          choices={CERTAINTIES}
          words={CERTAINTY_WORDS}
        />
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

const KIND_WORDS: Readonly<Record<string, string>> = {
  expected: 'still ahead when told',
  answered: 'answered: against, not confirmed, no comment',
  alert: 'with something to look at',
  unread: 'names what is not read yet',
  unchecked: 'not checked in full',
};

const CERTAINTY_WORDS: Readonly<Record<string, string>> = {
  certain: 'certain',
  probable: 'probable',
  possible: 'possible',
  unstated: 'so, with no hedge',
};

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly string[];
  readonly words: Readonly<Record<string, string>>;
}

function Choice({ name, label, value, choices, words }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">any</option>
        {choices.map((choice) => (
          <option value={choice} selected={choice === value}>
            {words[choice]}
          </option>
        ))}
      </select>
    </label>
  );
}
