import type { ShownAppearance } from '../../../ledger/ledger.ts';
import type { Reading } from '../../../reading/reading.ts';
import { describeAppearance } from '../../format/claim-words.ts';
import type { Desk } from '../desk.ts';
import { MarkedText } from './marked-text.tsx';
import { nameCarrier } from './names.ts';
import { OneKey } from './one-key.tsx';
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
  const { id: appearance } = one;
  const isOther = first !== undefined && first !== appearance;
  const answers = [
    { label: 'Accept', key: 'a', fields: { kind: 'accept', appearance, back: answered } },
    { label: 'Set aside', key: 'x', fields: { kind: 'reject', appearance, back: answered } },
    ...(isOther
      ? [{ label: 'It is another claim', key: 'o', fields: { kind: 'split', appearance: first, other: appearance, back: parted } }] // prettier-ignore
      : []),
  ];
  return <OneKey desk={desk} action="/decide" answers={answers} later={later} />;
}
