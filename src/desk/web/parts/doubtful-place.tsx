import type { Desk } from '../desk.ts';
import type { Doubt } from '../doubts.ts';
import { Post } from './forms.tsx';
import { MarkedText } from './marked-text.tsx';
import { nameCarrier } from './names.ts';
import { claimPath, Moment, placePath } from './words.tsx';

interface DoubtProps {
  readonly desk: Desk;
  readonly doubt: Doubt;
  /** How many are left. */
  readonly left: number;
  /** The page with this place, and without it. */
  readonly here: string;
  readonly later: string;
}

/** A place that the reader is not sure of: are its words the claim's? */
export function DoubtfulPlace({ desk, doubt, left, here, later }: DoubtProps) {
  const { claim, one, reading, confidence } = doubt;
  const title = one.in === 'title';
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
        <Post desk={desk} action="/decide" fields={{ kind: 'accept', appearance: one.id, back: here }}>
          <button class="button primary" data-key="a">
            Accept <kbd>a</kbd>
          </button>
        </Post>
        <Post desk={desk} action="/decide" fields={{ kind: 'reject', appearance: one.id, back: here }}>
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
