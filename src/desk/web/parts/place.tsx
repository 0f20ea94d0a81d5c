import type { ShownAppearance } from '../../../ledger/ledger.ts';
import type { Reading } from '../../../reading/reading.ts';
import { describeAppearance } from '../../format/claim-words.ts';
import type { Desk } from '../desk.ts';
import { Post } from './forms.tsx';
import { MarkedText } from './marked-text.tsx';
import { nameCarrier } from './names.ts';
import { Moment, placePath } from './words.tsx';

interface PlaceProps {
  readonly one: ShownAppearance;
  /** Null: the ledger holds it no more. */
  readonly reading: Reading | null;
}

/** An appearance in its place: who tells it, and the words around it as they are marked. */
export function Place({ one, reading }: PlaceProps) {
  const title = one.in === 'title';
  return (
    <section class="card place" aria-label="The place">
      <p class="who">
        {nameCarrier(one)}{' '}
        <span class="faint">
          · <Moment at={one.report.published} />
          {title ? ' · headline' : ''}
        </span>
      </p>
      <p class="tags">
        {describeAppearance(one).map((word) => (
          <span class="tag">{word}</span>
        ))}
        {one.setAside ? <span class="tag set-aside">set aside</span> : null}
      </p>
      <div class="story-text">
        {reading === null ? (
          <p class="faint">The text is not in the ledger any more.</p>
        ) : (
          <MarkedText
            text={title ? (reading.report.title ?? '') : reading.report.text}
            attributions={title ? reading.headline : reading.attributions}
            pointed={one.content}
            near
          />
        )}
      </div>
      <p class="small">
        <a href={placePath(one.id)}>The whole report</a>
      </p>
    </section>
  );
}

interface AnswersProps {
  readonly desk: Desk;
  readonly one: ShownAppearance;
  /** The first appearance of the claim in which it stands. */
  readonly first: string | undefined;
  /** Where an answer leads, where "It is another claim" leads, and where one goes without an answer. */
  readonly answered: string;
  readonly parted: string;
  readonly later: string;
}

/** What a person may say of a place, a key each. */
export function PlaceAnswers({ desk, one, first, answered, parted, later }: AnswersProps) {
  return (
    <div class="actions answers">
      <Post desk={desk} action="/decide" fields={{ kind: 'accept', appearance: one.id, back: answered }}>
        <button class="button primary" data-key="a">
          Accept <kbd>a</kbd>
        </button>
      </Post>
      <Post desk={desk} action="/decide" fields={{ kind: 'reject', appearance: one.id, back: answered }}>
        <button class="button" data-key="x">
          Set aside <kbd>x</kbd>
        </button>
      </Post>
      {first === undefined || first === one.id ? null : (
        <Post desk={desk} action="/decide" fields={{ kind: 'split', appearance: first, other: one.id, back: parted }}>
          <button class="button" data-key="o">
            It is another claim <kbd>o</kbd>
          </button>
        </Post>
      )}
      <a class="button plain" href={later} data-key="s">
        Skip <kbd>s</kbd>
      </a>
    </div>
  );
}
