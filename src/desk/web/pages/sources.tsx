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
      <table>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col" class="number">
              Reports
            </th>
            <th scope="col" class="number">
              Times
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((one) => (
            <tr data-item>
              <th scope="row">
                <a href={sourceIdPath(one.id)} dir="auto">
                  {one.name}
                </a>
                <span class="faint">{nameRole(one) === '' ? `, ${SOURCE_KIND[one.kind]}` : nameRole(one)}</span>
              </th>
              <td class="number">{String(one.reports)}</td>
              <td class="number">{String(one.attributions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
      <table>
        <thead>
          <tr>
            <th scope="col">Outlet</th>
            <th scope="col" class="number">
              Reports
            </th>
            <th scope="col">Published</th>
          </tr>
        </thead>
        <tbody>
          {outlets.slice(0, MOST).map(({ outlet, reports, from, to }) => (
            <tr data-item>
              <th scope="row">
                <a href={sourcePath(outlet)} dir="auto">
                  {outlet}
                </a>
              </th>
              <td class="number">{String(reports)}</td>
              <td>
                <Moment at={from?.slice(0, 10) ?? null} />
                {from?.slice(0, 10) === to?.slice(0, 10) ? null : (
                  <>
                    {' '}
                    to <Moment at={to?.slice(0, 10) ?? null} />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
