import { cutWords } from '../../format/cut-words.ts';
import type { Desk } from '../desk.ts';
import type { Doubt } from '../doubts.ts';
import { Place, PlaceAnswers } from './place.tsx';
import { claimPath, plural } from './words.tsx';

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
  return (
    <>
      <p class="faint">
        {plural(left, 'place')} to see, in the claims that most reports carry. The reader was{' '}
        {String(Math.round(confidence * 100))} % sure of this one.
      </p>
      <Place one={one} reading={reading} />
      <p class="question">
        Do the marked words say this?{' '}
        <a href={claimPath(claim.id)} dir="auto">
          {cutWords(claim.text)}
        </a>
      </p>
      <PlaceAnswers
        desk={desk}
        one={one}
        first={claim.firstAppearance.id}
        answered={here}
        parted={later}
        later={later}
      />
    </>
  );
}
