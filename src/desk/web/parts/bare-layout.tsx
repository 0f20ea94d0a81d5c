import type { Child } from 'hono/jsx';
import type { Desk } from '../desk.ts';
import { Brand } from './brand.tsx';

interface BareProps {
  readonly desk: Desk;
  readonly title: string;
  readonly children?: Child;
}

/** A page for whoever is not signed in: it leads nowhere and shows nothing of the ledger. */
export function BareLayout({ desk, title, children }: BareProps) {
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
      </head>
      <body class="bare">
        <header>
          <Brand />
        </header>
        <main id="main">{children}</main>
        <footer class="faint small">
          <p>Hearsay reports who said what; it never says what is true.</p>
        </footer>
      </body>
    </html>
  );
}
