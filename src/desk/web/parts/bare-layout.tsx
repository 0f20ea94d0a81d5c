import type { Child } from 'hono/jsx';
import type { Desk } from '../desk.ts';
import { Brand } from './brand.tsx';
import { PageHead } from './page-head.tsx';

interface BareProps {
  readonly desk: Desk;
  readonly title: string;
  readonly children?: Child;
}

/** A page for whoever is not signed in: it leads nowhere and shows nothing of the ledger. */
export function BareLayout({ desk, title, children }: BareProps) {
  return (
    <html lang="en">
      <PageHead desk={desk} title={title} />
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
