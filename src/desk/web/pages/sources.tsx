import type { Child } from 'hono/jsx';
import type { HeldOutlet, ListedSource } from '../../../ledger/ledger.ts';
import { nameRole, SOURCE_KIND } from '../../format/source-words.ts';
import type { App, Desk } from '../desk.ts';
import { Empty, Moment, plural, sourceIdPath, sourcePath } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

/** Rows of each table. */
const MOST = 100;

/** `/sources`: who is credited by most reports, and which outlets are read here. */
export function defineSources(app: App, desk: Desk): void {
  app.get('/sources', async (c) => {
    const outlets = await desk.ledger.outlets();
    const sources = await desk.ledger.sources(MOST);
    return respond(c, desk, {
      ...{ title: 'Sources', section: 'sources' },
      body: <Sources outlets={outlets} sources={sources} />,
    });
  });
}

function Sources({ outlets, sources }: { outlets: readonly HeldOutlet[]; sources: readonly ListedSource[] }) {
  return (
    <>
      <h1>Sources</h1>
      <form class="inline" action="/source" role="search" aria-label="Find a source">
        <label class="unseen" for="source">
          A person, a body, an office or an outlet
        </label>
        <input id="source" name="name" placeholder="A person, a body, an office or an outlet" />
        <button class="button">Show</button>
      </form>
      {outlets.length === 0 && sources.length === 0 ? (
        <Empty title="No source is known yet">
          <p>
            <a href="/add">Add reports</a>, and everyone whom they credit stands here.
          </p>
        </Empty>
      ) : (
        <div class="halves">
          <Credited sources={sources} />
          <Outlets outlets={outlets} />
        </div>
      )}
    </>
  );
}

function Credited({ sources }: { sources: readonly ListedSource[] }) {
  return (
    <section aria-labelledby="credited">
      <h2 id="credited">Who is credited</h2>
      <p class="faint">
        {sources.length === MOST ? `The ${String(MOST)} whom most reports credit` : plural(sources.length, 'source')}.
        Two of one name with other offices, parties or places stay two.
      </p>
      <Counted
        heads={['Source', 'Reports', 'Times']}
        rows={sources.map((one) => ({
          path: sourceIdPath(one.id),
          name: one.name,
          beside: nameRole(one) === '' ? `, ${SOURCE_KIND[one.kind]}` : nameRole(one),
          reports: one.reports,
          last: String(one.attributions),
        }))}
      />
    </section>
  );
}

function Outlets({ outlets }: { outlets: readonly HeldOutlet[] }) {
  return (
    <section aria-labelledby="outlets">
      <h2 id="outlets">Outlets read here</h2>
      <p class="faint">
        {plural(outlets.length, 'outlet')} with a name{outlets.length > MOST ? `, the first ${String(MOST)}` : ''}.
      </p>
      <Counted
        heads={['Outlet', 'Reports', 'Published']}
        rows={outlets.slice(0, MOST).map(({ outlet, reports, from, to }) => ({
          path: sourcePath(outlet),
          name: outlet,
          beside: '',
          reports,
          last: <Days from={from?.slice(0, 10) ?? null} to={to?.slice(0, 10) ?? null} />,
        }))}
      />
    </section>
  );
}

function Days({ from, to }: { from: string | null; to: string | null }) {
  return (
    <>
      <Moment at={from} />
      {from === to ? null : (
        <>
          {' '}
          to <Moment at={to} />
        </>
      )}
    </>
  );
}

interface CountedProps {
  readonly heads: readonly [string, string, string];
  readonly rows: readonly {
    readonly path: string;
    readonly name: string;
    /** What tells two of one name apart. */
    readonly beside: string;
    readonly reports: number;
    /** A number in words, or something else. */
    readonly last: Child;
  }[];
}

/** Who, in how many reports, and one thing more of each. */
function Counted({ heads, rows }: CountedProps) {
  const isNumber = typeof rows[0]?.last === 'string';
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col" class="number">
            {heads[1]}
          </th>
          <th scope="col" class={isNumber ? 'number' : undefined}>
            {heads[2]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ path, name, beside, reports, last }) => (
          <tr data-item>
            <th scope="row">
              <a href={path} dir="auto">
                {name}
              </a>
              {beside === '' ? null : <span class="faint">{beside}</span>}
            </th>
            <td class="number">{String(reports)}</td>
            <td class={isNumber ? 'number' : undefined}>{last}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
