import { raw } from 'hono/html';
import { useContext, type Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Desk } from '../desk.ts';
import { Viewing } from '../viewer.ts';
import { Brand } from './brand.tsx';
import { PageHead } from './page-head.tsx';
import { For, Undo } from './forms.tsx';

const SECTIONS = [
  ['today', '/', 'Today'],
  ['search', '/search', 'Search'],
  ['calendar', '/calendar', 'Calendar'],
  ['sources', '/sources', 'Sources'],
  ['review', '/review', 'Review'],
  ['following', '/following', 'Following'],
  ['feeds', '/feeds', 'Feeds'],
] as const;

/** What readers have no use for. */
const DECIDING = new Set(['review']);

export type Section = (typeof SECTIONS)[number][0] | 'add' | 'account' | 'help';

export interface PageParts {
  readonly title: string;
  /** The entry of the navigation that the page stands under. */
  readonly section: Section | null;
  readonly body: Child;
  readonly status?: ContentfulStatusCode;
  /** Feeds of the page: type → address. */
  readonly feeds?: Readonly<Record<string, string>>;
  /** Without script: seconds until the page is loaded anew. */
  readonly refresh?: number;
}

interface LayoutProps {
  readonly desk: Desk;
  readonly parts: PageParts;
  readonly path: string;
  /** The same with its query: where an undo leads back to. */
  readonly back: string;
  /** What is searched for. */
  readonly query: string;
  /** The id of what a person just did, to take it back. */
  readonly done: string | null;
}

export function Layout({ desk, parts, path, back, query, done }: LayoutProps) {
  const { title, section, body, feeds = {}, refresh } = parts;
  const { role, hasUsers } = useContext(Viewing);
  const sections = SECTIONS.filter(([name]) => role !== 'reader' || !DECIDING.has(name));
  return (
    <html lang="en">
      <PageHead desk={desk} title={title}>
        <script type="module" src={desk.assets.script.path}></script>
        {Object.entries(feeds).map(([type, href]) => (
          <link rel="alternate" type={type} href={href} />
        ))}
        {refresh === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(refresh)} />
          </noscript>
        )}
      </PageHead>
      <body>
        <a class="skip" href="#main">
          Skip to the page
        </a>
        <header class="bar">
          <Brand />
          <nav aria-label="Desk">
            <ul>
              {sections.map(([name, href, label]) => (
                <li>
                  <a href={href} aria-current={section === name ? (path === href ? 'page' : 'true') : undefined}>
                    {label}
                    {name === 'following' ? raw(desk.marks.news) : null}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <form class="find" role="search" action="/search">
            <label class="unseen" for="find">
              Search the claims
            </label>
            <input
              id="find"
              name="q"
              type="search"
              placeholder="Words or a whole sentence"
              value={section === 'search' ? '' : query}
              data-focus-key="/"
              autocomplete="off"
            />
          </form>
          <For role="editor">
            <a class="button primary add" href="/add" aria-current={section === 'add' ? 'page' : undefined}>
              Add
            </a>
          </For>
          {hasUsers ? (
            <a class="me" href="/account" aria-current={section === 'account' ? 'page' : undefined}>
              <span class="unseen">Your account: </span>
              {raw(desk.marks.name)}
            </a>
          ) : null}
        </header>
        <main id="main" tabindex={-1}>
          {done === null ? null : <Undo desk={desk} correction={done} back={back} />}
          {body}
        </main>
        <footer class="foot">
          <p>Hearsay reports who said what; it never says what is true.</p>
          <p>
            <a href="/words">What the words mean</a> · <a href="/api">For programs</a> ·{' '}
            <a href="/account">{hasUsers ? 'Account' : 'Keys for programs'}</a>
            {role === 'admin' ? (
              <>
                {hasUsers ? (
                  <>
                    {' '}
                    · <a href="/people">People</a>
                  </>
                ) : null}{' '}
                · <a href="/audit">Who did what</a>
              </>
            ) : null}{' '}
            ·{' '}
            <button type="button" class="plain" data-keys-help hidden>
              Keyboard
            </button>
            <span class="place"> · {desk.place}</span>
          </p>
        </footer>
      </body>
    </html>
  );
}
