import type { HeldOutlet } from '../../../ledger/ledger.ts';
import type { ShownClaim } from '../../../ledger/ledger.ts';
import type { App, Desk } from '../desk.ts';
import { Empty, Moment, plural, sourcePath } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

/** `/sources`: who speaks, and which outlets are read here. */
export function defineSources(app: App, desk: Desk): void {
  app.get('/sources', async (c) => {
    const outlets = await desk.ledger.outlets();
    const { items } = await desk.ledger.claims({ limit: 200 });
    return respond(c, desk, {
      ...{ title: 'Sources', section: 'sources' },
      body: <Sources outlets={outlets} speakers={countSpeakers(items)} />,
    });
  });
}

interface Speaker {
  readonly name: string;
  readonly claims: number;
  readonly against: number;
}

/** Origins and deniers of the claims that most reports carry. */
function countSpeakers(claims: readonly ShownClaim[]): readonly Speaker[] {
  const found = new Map<string, Speaker>();
  const count = (name: string, more: Partial<Speaker>): void => {
    const known = found.get(name) ?? { name, claims: 0, against: 0 };
    found.set(name, {
      ...known,
      claims: known.claims + (more.claims ?? 0),
      against: known.against + (more.against ?? 0),
    });
  };
  for (const { origins, denials } of claims) {
    for (const name of new Set(origins.map((origin) => origin.name))) count(name, { claims: 1 });
    for (const name of new Set(denials.map(({ by }) => by))) count(name, { against: 1 });
  }
  return [...found.values()].sort((a, b) => b.claims + b.against - a.claims - a.against || (a.name < b.name ? -1 : 1));
}

function Sources({ outlets, speakers }: { outlets: readonly HeldOutlet[]; speakers: readonly Speaker[] }) {
  return (
    <>
      <h1>Sources</h1>
      <form class="inline" action="/source" role="search" aria-label="Find a source">
        <label class="unseen" for="source">
          A person, a body or an outlet
        </label>
        <input id="source" name="name" placeholder="A person, a body or an outlet" />
        <button class="button">Show</button>
      </form>
      {outlets.length === 0 ? (
        <Empty title="No source is known yet">
          <p>
            <a href="/add">Add reports</a>, and everyone whom they credit stands here.
          </p>
        </Empty>
      ) : (
        <div class="halves">
          <section aria-labelledby="speakers">
            <h2 id="speakers">Who is credited, or speaks against</h2>
            <p class="faint">In the 200 claims that most reports carry.</p>
            <table>
              <thead>
                <tr>
                  <th scope="col">Source</th>
                  <th scope="col" class="number">
                    Claims
                  </th>
                  <th scope="col" class="number">
                    Against
                  </th>
                </tr>
              </thead>
              <tbody>
                {speakers.slice(0, 60).map(({ name, claims, against }) => (
                  <tr data-item>
                    <th scope="row">
                      <a href={sourcePath(name)} dir="auto">
                        {name.replace(/, to (?=[^,]+$)/u, ' speaking to ')}
                      </a>
                    </th>
                    <td class="number">{String(claims)}</td>
                    <td class="number">{String(against)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <section aria-labelledby="outlets">
            <h2 id="outlets">Outlets read here</h2>
            <p class="faint">{plural(outlets.length, 'outlet')} with a name.</p>
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
                {outlets.slice(0, 100).map(({ outlet, reports, from, to }) => (
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
        </div>
      )}
    </>
  );
}
