import type { Child } from 'hono/jsx';
import { checkValue } from '../../../base/config.ts';
import type { Reviews } from '../../../ledger/ledger.ts';
import { todayOf, type App, type Desk } from '../desk.ts';
import { findDoubts } from '../doubts.ts';
import type { PairQueue } from '../pair-queue.ts';
import { DoubtfulPlace } from '../parts/doubtful-place.tsx';
import { ClaimPair, SourcePair } from '../parts/doubtful-pair.tsx';
import { Empty } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

const KINDS = ['readings', 'claims', 'sources'] as const;
type Kind = (typeof KINDS)[number];

const LABELS: Readonly<Record<Kind, string>> = {
  readings: 'Places read with doubt',
  claims: 'Claims that may be one',
  sources: 'Sources that may be one',
};

/** What a page is made of: where it stands, and what was passed over before. */
interface Place {
  readonly kind: Kind;
  /** Beginnings of ids. */
  readonly skipped: readonly string[];
}

/** `/review?kind=&skip=`: what waits for a person, one by one, each answered with one key. */
export function defineReview(app: App, desk: Desk): void {
  const { pairs: queue } = desk;
  app.get('/review', async (c) => {
    const { kind: typed = 'readings', skip = '' } = c.req.query();
    const kind = checkValue({ name: 'kind', type: 'choice', choices: KINDS }, typed, 'kind') as Kind;
    const place = { kind, skipped: skip.split(',').filter(Boolean).slice(-200) };
    return respond(c, desk, {
      title: 'Review',
      section: 'review',
      body: <Review place={place}>{await showFirst(desk, queue, place)}</Review>,
    });
  });
}

/** The first that was not passed over; null: there is none. */
function showFirst(desk: Desk, queue: PairQueue, place: Place): Promise<Child | null> {
  if (place.kind === 'readings') return showDoubt(desk, place);
  return place.kind === 'claims' ? showClaims(desk, queue, place) : showSources(desk, queue, place);
}

async function showDoubt(desk: Desk, place: Place): Promise<Child | null> {
  const left = (await findDoubts(desk)).filter(({ one }) => !isSkipped(place, [one.id]));
  const [doubt] = left;
  if (doubt === undefined) return null;
  return <DoubtfulPlace desk={desk} doubt={doubt} left={left.length} here={pathOf(place)} later={pathPast(place, [doubt.one.id])} />; // prettier-ignore
}

async function showClaims(desk: Desk, queue: PairQueue, place: Place): Promise<Child | null> {
  const { claims, among } = await queue();
  const left = claims.filter(({ appearances }) => !isSkipped(place, appearances));
  for (const [i, pair] of left.entries()) {
    const [one, other] = [await desk.ledger.claim(pair.appearances[0]), await desk.ledger.claim(pair.appearances[1])];
    // Forgotten, or joined by another way since it was looked for.
    if (one === null || other === null || one.id === other.id) continue;
    return <ClaimPair desk={desk} pair={pair} claims={[one, other]} left={left.length - i} among={among} here={pathOf(place)} later={pathPast(place, pair.appearances)} />; // prettier-ignore
  }
  return null;
}

async function showSources(desk: Desk, queue: PairQueue, place: Place): Promise<Child | null> {
  const left = (await queue()).sources.filter((pair) => !isSkipped(place, idsOf(pair)));
  for (const [i, pair] of left.entries()) {
    const ids = idsOf(pair);
    const [[one], [other]] = [await desk.ledger.source(ids[0], todayOf(desk)), await desk.ledger.source(ids[1], todayOf(desk))]; // prettier-ignore
    if (one === undefined || other === undefined || one.id === other.id) continue;
    return <SourcePair desk={desk} why={pair.why} ids={ids} sources={[one, other]} left={left.length - i} here={pathOf(place)} later={pathPast(place, ids)} />; // prettier-ignore
  }
  return null;
}

function idsOf({ sources: [a, b] }: Reviews['sources'][number]): readonly [string, string] {
  return [a.id, b.id];
}

/** What stands in the address for a place or a pair. */
function nameSkipped(ids: readonly string[]): string {
  return ids.map((id) => id.slice(0, 12)).join('-');
}

function isSkipped({ skipped }: Place, ids: readonly string[]): boolean {
  return skipped.includes(nameSkipped(ids));
}

function pathOf({ kind, skipped }: Place): string {
  const query = [...(kind === 'readings' ? [] : [`kind=${kind}`]), ...(skipped.length > 0 ? [`skip=${skipped.join(',')}`] : [])]; // prettier-ignore
  return query.length === 0 ? '/review' : `/review?${query.join('&')}`;
}

function pathPast(place: Place, ids: readonly string[]): string {
  return pathOf({ ...place, skipped: [...place.skipped, nameSkipped(ids)] });
}

const WAITS: Readonly<Record<Kind, string>> = {
  readings: 'What the reader is least sure of stands here, one place at a time.',
  claims: 'Two claims that may say the same, and were not joined, stand here side by side.',
  sources: 'Two sources of one name of which it cannot be told whether they are one stand here side by side.',
};

function Review({ place, children }: { place: Place; children: Child | null }) {
  const { kind, skipped } = place;
  return (
    <div class={kind === 'readings' ? 'narrow' : undefined}>
      <h1>Review</h1>
      <nav aria-label="What to review">
        <ul class="tabs">
          {KINDS.map((one) => (
            <li>
              <a href={pathOf({ kind: one, skipped: [] })} aria-current={one === kind ? 'page' : undefined}>
                {LABELS[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children ?? (
        <Empty title={skipped.length > 0 ? 'Nothing is left but what you skipped' : 'Nothing waits for a person'}>
          <p>
            {skipped.length > 0 ? (
              <a href={pathOf({ kind, skipped: [] })}>Begin again with what was skipped</a>
            ) : (
              WAITS[kind]
            )}
          </p>
        </Empty>
      )}
    </div>
  );
}
