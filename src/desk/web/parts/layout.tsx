import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Desk } from '../desk.ts';
import { Undo } from './forms.tsx';

const SECTIONS = [
  ['today', '/', 'Today'],
  ['search', '/search', 'Search'],
  ['calendar', '/calendar', 'Calendar'],
  ['sources', '/sources', 'Sources'],
  ['review', '/review', 'Review'],
  ['feeds', '/feeds', 'Feeds'],
] as const;

export type Section = (typeof SECTIONS)[number][0] | 'add' | 'help';

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
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – Hearsay`}</title>
        <link rel="icon" href={desk.assets.icon.path} type="image/svg+xml" />
        <link rel="stylesheet" href={desk.assets.style.path} />
        <script type="module" src={desk.assets.script.path}></script>
        {Object.entries(feeds).map(([type, href]) => (
          <link rel="alternate" type={type} href={href} />
        ))}
        {refresh === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(refresh)} />
          </noscript>
        )}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the page
        </a>
        <header class="bar">
          <a class="brand" href="/">
            <svg viewBox="0 0 32 32" aria-hidden="true">
              <path d="M9 22c0-7 2-11 6-13M18 22c0-7 2-11 6-13" />
              <circle cx="10.5" cy="21" r="3" />
              <circle cx="19.5" cy="21" r="3" />
            </svg>
            Hearsay
          </a>
          <nav aria-label="Desk">
            <ul>
              {SECTIONS.map(([name, href, label]) => (
                <li>
                  <a href={href} aria-current={section === name ? (path === href ? 'page' : 'true') : undefined}>
                    {label}
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
          <a class="button primary add" href="/add" aria-current={section === 'add' ? 'page' : undefined}>
            Add
          </a>
        </header>
        <main id="main" tabindex={-1}>
          {done === null ? null : <Undo desk={desk} correction={done} back={back} />}
          {body}
        </main>
        <footer class="foot">
          <p>Hearsay reports who said what; it never says what is true.</p>
          <p>
            <a href="/words">What the words mean</a> · <a href="/api">For programs</a> ·{' '}
            <button type="button" class="plain" data-keys-help hidden>
              Keys
            </button>
            <span class="place"> · {desk.place}</span>
          </p>
        </footer>
      </body>
    </html>
  );
}
