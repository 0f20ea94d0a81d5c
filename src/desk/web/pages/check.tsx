import type { ShownAppearance, ShownClaim } from '../../../ledger/ledger.ts';
import type { Reading } from '../../../reading/reading.ts';
import { cutWords } from '../../format/cut-words.ts';
import type { App, Desk } from '../desk.ts';
import { Place, PlaceAnswers } from '../parts/place.tsx';
import { claimPath } from '../parts/words.tsx';
import { respond } from '../respond.tsx';
import { findClaim } from './claim.tsx';

/** `/claims/ID/check?n=`: the places of a claim one by one, each where it stands, one key each. */
export function defineCheck(app: App, desk: Desk): void {
  app.get('/claims/:id/check', async (c) => {
    const claim = await findClaim(desk, c.req.param('id'));
    const open = claim.appearances.flatMap(({ checked, setAside }, i) => (checked || setAside ? [] : [i]));
    const typed = Number(c.req.query('n') ?? Number.NaN) - 1;
    const at = claim.appearances[typed] === undefined ? (open[0] ?? null) : typed;
    const one = at === null ? undefined : claim.appearances[at];
    const report = one === undefined ? null : await desk.ledger.report(one.id);
    const reading = report === null ? null : await desk.ledger.reading(report.key);
    return respond(c, desk, {
      ...{ title: `Check: ${cutWords(claim.text)}`, section: null },
      body: <Check desk={desk} claim={claim} at={at} open={open} reading={reading} />,
    });
  });
}

interface CheckProps {
  readonly desk: Desk;
  readonly claim: ShownClaim;
  /** Position of the appearance that is shown; null: all were seen. */
  readonly at: number | null;
  /** Positions of those that nobody has seen. */
  readonly open: readonly number[];
  readonly reading: Reading | null;
}

function Check({ desk, claim, at, open, reading }: CheckProps) {
  const path = claimPath(claim.id);
  const one = at === null ? undefined : claim.appearances[at];
  return (
    <div class="narrow check-page">
      <p class="kicker">
        <a href={path}>Claim</a> · {String(claim.appearances.length - open.length)} of{' '}
        {String(claim.appearances.length)} seen
      </p>
      <h1 class="quiet" dir="auto">
        {cutWords(claim.text)}
      </h1>
      <Steps claim={claim} at={at} />
      {one === undefined || at === null ? (
        <div class="empty">
          <p class="empty-title">Every place was seen by a person</p>
          <p>
            <a class="button primary" href={path}>
              Back to the claim
            </a>
          </p>
        </div>
      ) : (
        <PlaceToCheck desk={desk} claim={claim} one={one} at={at} open={open} reading={reading} />
      )}
    </div>
  );
}

function Steps({ claim, at }: { claim: ShownClaim; at: number | null }) {
  return (
    <ol class="steps" aria-label="Places">
      {claim.appearances.map(({ checked, setAside }, i) => {
        const state = setAside ? 'set aside' : checked ? 'checked' : 'not seen yet';
        return (
          <li>
            <a
              href={`${claimPath(claim.id)}/check?n=${String(i + 1)}`}
              class={state.replaceAll(' ', '-')}
              aria-current={i === at ? 'step' : undefined}
              aria-label={`place ${String(i + 1)}, ${state}`}
            >
              {String(i + 1)}
            </a>
          </li>
        );
      })}
    </ol>
  );
}

interface PlaceProps extends CheckProps {
  readonly one: ShownAppearance;
  readonly at: number;
}

function PlaceToCheck({ desk, claim, one, at, open, reading }: PlaceProps) {
  const path = `${claimPath(claim.id)}/check`;
  const next = open.find((i) => i > at) ?? open.find((i) => i !== at);
  const later = next === undefined ? path : `${path}?n=${String(next + 1)}`;
  const after = `${path}${next === undefined ? '' : `?n=${String(next + 1)}`}`;
  return (
    <>
      <Place one={one} reading={reading} />
      <p class="question">Do the marked words say it, on the word of whom the marks name?</p>
      <PlaceAnswers
        desk={desk}
        one={one}
        first={claim.appearances[0]?.id}
        answered={after}
        parted={after}
        later={later}
      />
    </>
  );
}
