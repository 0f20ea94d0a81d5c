import type { ShownAppearance, ShownClaim } from '../../../ledger/ledger.ts';
import type { Reading } from '../../../reading/reading.ts';
import type { App, Desk } from '../desk.ts';
import { Post } from '../parts/forms.tsx';
import { MarkedText } from '../parts/marked-text.tsx';
import { claimPath, Empty, Moment, placePath } from '../parts/words.tsx';
import { respond } from '../respond.tsx';
import { nameCarrier } from '../parts/names.ts';

/** Claims and reports that one page looks through: each report read back costs some milliseconds. */
const [CLAIMS, REPORTS] = [30, 16];

interface Doubt {
  readonly claim: ShownClaim;
  readonly one: ShownAppearance;
  readonly reading: Reading;
  /** The reader's calibrated chance of being right. */
  readonly confidence: number;
}

/** `/review?skip=`: of the claims that most reports carry, the places that the reader is least sure of, one by one. */
export function defineReview(app: App, desk: Desk): void {
  app.get('/review', async (c) => {
    const skipped = new Set((c.req.query('skip') ?? '').split(',').filter(Boolean).slice(-200));
    const { items } = await desk.ledger.claims({ limit: CLAIMS });
    const doubts = await findDoubts(desk, items);
    const left = doubts.filter(({ one }) => !skipped.has(one.id.slice(0, 12)));
    return respond(c, desk, {
      title: 'Review',
      section: 'review',
      body: <Review desk={desk} left={left} skipped={[...skipped]} />,
    });
  });
}

async function findDoubts(desk: Desk, claims: readonly ShownClaim[]): Promise<readonly Doubt[]> {
  const readings = new Map<string, Reading | null>();
  const seen = new Set<string>();
  const doubts: Doubt[] = [];
  for (const claim of claims)
    for (const one of claim.appearances) {
      if (one.checked || one.setAside || seen.has(one.id)) continue;
      seen.add(one.id);
      const key = one.report.version;
      if (!readings.has(key)) {
        if (readings.size === REPORTS) continue;
        const report = await desk.ledger.report(one.id);
        readings.set(key, report === null ? null : await desk.ledger.reading(report.key));
      }
      const reading = readings.get(key);
      if (!reading) continue;
      const found = (one.in === 'title' ? reading.headline : reading.attributions).find(({ id }) => id === one.attribution); // prettier-ignore
      if (found?.voice === 'attributed') doubts.push({ claim, one, reading, confidence: found.confidence });
    }
  return doubts.sort((a, b) => a.confidence - b.confidence || (a.one.id < b.one.id ? -1 : 1));
}

function Review({ desk, left, skipped }: { desk: Desk; left: readonly Doubt[]; skipped: readonly string[] }) {
  const [first] = left;
  return (
    <div class="narrow">
      <h1>Review</h1>
      {first === undefined ? (
        <Empty title={skipped.length > 0 ? 'Nothing is left but what you skipped' : 'Nothing waits for a person'}>
          <p>
            {skipped.length > 0 ? (
              <a href="/review">Begin again with what was skipped</a>
            ) : (
              'What the reader is least sure of stands here, one place at a time.'
            )}
          </p>
        </Empty>
      ) : (
        <OneDoubt desk={desk} doubt={first} left={left.length} skipped={skipped} />
      )}
    </div>
  );
}

function OneDoubt({
  desk,
  doubt,
  left,
  skipped,
}: {
  desk: Desk;
  doubt: Doubt;
  left: number;
  skipped: readonly string[];
}) {
  const { claim, one, reading, confidence } = doubt;
  const title = one.in === 'title';
  const kept = skipped.length === 0 ? '/review' : `/review?skip=${skipped.join(',')}`;
  const later = `/review?skip=${[...skipped, one.id.slice(0, 12)].join(',')}`;
  return (
    <>
      <p class="faint">
        {String(left)} {left === 1 ? 'place' : 'places'} to see, in the claims that most reports carry. The reader was{' '}
        {String(Math.round(confidence * 100))} % sure of this one.
      </p>
      <section class="card place" aria-label="The place">
        <p class="who">
          {nameCarrier(one)}{' '}
          <span class="faint">
            · <Moment at={one.report.published} />
          </span>
        </p>
        <div class="story-text">
          <MarkedText
            text={title ? (reading.report.title ?? '') : reading.report.text}
            attributions={title ? reading.headline : reading.attributions}
            pointed={one.content}
            near
          />
        </div>
        <p class="small">
          <a href={placePath(one.id)}>The whole report</a>
        </p>
      </section>
      <p class="question">
        Do the marked words say this?{' '}
        <a href={claimPath(claim.id)} dir="auto">
          {claim.text}
        </a>
      </p>
      <div class="actions answers">
        <Post desk={desk} action="/decide" fields={{ kind: 'accept', appearance: one.id, back: kept }}>
          <button class="button primary" data-key="a">
            Accept <kbd>a</kbd>
          </button>
        </Post>
        <Post desk={desk} action="/decide" fields={{ kind: 'reject', appearance: one.id, back: kept }}>
          <button class="button" data-key="x">
            Set aside <kbd>x</kbd>
          </button>
        </Post>
        {claim.firstAppearance.id === one.id ? null : (
          <Post
            desk={desk}
            action="/decide"
            fields={{ kind: 'split', appearance: claim.firstAppearance.id, other: one.id, back: later }}
          >
            <button class="button" data-key="o">
              It is another claim <kbd>o</kbd>
            </button>
          </Post>
        )}
        <a class="button plain" href={later} data-key="s">
          Skip <kbd>s</kbd>
        </a>
      </div>
    </>
  );
}
