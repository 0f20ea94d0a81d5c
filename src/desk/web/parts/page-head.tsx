import type { Child } from 'hono/jsx';
import type { Desk } from '../desk.ts';

interface PageHeadProps {
  readonly desk: Desk;
  readonly title: string;
  readonly children?: Child;
}

/** What every page of the desk has in its head; `children`: what only some have. */
export function PageHead({ desk, title, children }: PageHeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{`${title} – Hearsay`}</title>
      <link rel="icon" href={desk.assets.icon.path} type="image/svg+xml" />
      <link rel="stylesheet" href={desk.assets.style.path} />
      {children}
    </head>
  );
}
