import type { App, Desk } from '../desk.ts';
import { Empty } from '../parts/words.tsx';
import { Post } from '../parts/forms.tsx';
import { respond } from '../respond.tsx';

/** `/feeds`: what the library has of feeds today is to read one once. */
export function defineFeeds(app: App, desk: Desk): void {
  app.get('/feeds', (c) => respond(c, desk, { title: 'Feeds', section: 'feeds', body: <Feeds desk={desk} /> }));
}

function Feeds({ desk }: { desk: Desk }) {
  return (
    <div class="narrow">
      <h1>Feeds</h1>
      <Empty title="No feed is watched">
        <p>
          This desk does not poll feeds by itself yet. Give the address of a feed (RSS, Atom, JSON Feed) or of a sitemap
          to read what stands in it now; give it again later, and only what is new is read.
        </p>
      </Empty>
      <Post desk={desk} action="/add" class="fields" fields={{ unknown: 'yes' }}>
        <label>
          <span>Address of a feed or sitemap</span>
          <input name="text" type="url" required placeholder="https://outlet.example/feed.xml" />
        </label>
        <button class="button primary">Read it now</button>
      </Post>
    </div>
  );
}
