import { describe, expect, it } from 'vitest';
import { attribute, inventReading, link, quote } from '../../test/invented-reading.ts';
import type { Attribution } from '../reading/reading.ts';
import { findAppearances } from './appearances.ts';
import { findClaims } from './claims.ts';

interface Told {
  readonly by: string;
  readonly cue: string;
  readonly content: string;
  readonly parts?: Partial<Attribution>;
}

/** A report of one sentence a telling: “BY CUE CONTENT.” */
function report(...told: readonly Told[]): ReturnType<typeof inventReading> {
  const text = told.map(({ by, cue, content }) => `${by} ${cue} ${content}.`).join(' ');
  const attributions = told.map(({ by, cue, content, parts }, i) => attribute(`a${String(i + 1)}`, { source: quote(text, by), cue: quote(text, cue), content: quote(text, content), chain: [link('The Saltmere Courier', 'outlet', 'metadata'), link(by, 'person')], ...parts })); // prettier-ignore
  return inventReading({ report: { title: null, text }, attributions, headline: [] });
}

const DENIED = { polarity: 'denied', act: 'deny' } as const;

/** What the denials of a report answer: the words of the claims in which they stand. */
function answered(reading: ReturnType<typeof inventReading>): readonly string[] {
  return findClaims([reading]).flatMap(({ text, denials }) => (denials.length > 0 ? [text] : []));
}

describe('what a denial answers', () => {
  const opens = { by: 'Ada Holm', cue: 'said', content: 'the Quellin dock will open in May' };

  it('is not the one who says the same', () => {
    expect(answered(report(opens, { by: 'Jo Berg', cue: 'denied', content: 'that the Quellin dock will open in May', parts: DENIED }))).toEqual([opens.content]); // prettier-ignore
    expect(answered(report(opens, { by: 'Jo Berg', cue: 'denied', content: 'that the Quellin dock will not open in May', parts: DENIED }))).toEqual([]); // prettier-ignore
  });

  it('may be told without a verb', () => {
    const talk = { by: 'Ada Holm', cue: 'fuelled speculation about', content: 'a Quellin dockworkers strike', parts: { act: 'report' as const } }; // prettier-ignore
    expect(answered(report(talk, { by: 'Jo Berg', cue: 'denied', content: 'the notion that a strike of Quellin dockworkers is coming', parts: DENIED }))).toEqual([talk.content]); // prettier-ignore
  });

  it('is what stands before it, where it says no more than that', () => {
    const wanted = { by: 'Ada Holm', cue: 'said', content: 'the mayor had weighed a sale of the Quellin quay' };
    expect(answered(report(wanted, { by: 'Jo Berg', cue: 'denied', content: 'he would seriously consider it', parts: DENIED }))).toEqual([wanted.content]); // prettier-ignore
  });

  it('is what another says of the one who denies, right before it', () => {
    const rumour = { by: 'The Tidewatch', cue: 'reported', content: 'Jo Berg offers berths in Quellin' };
    const denial = { by: 'Jo Berg', cue: 'denied', content: 'that she would take new ships', parts: DENIED };
    expect(answered(report(rumour, denial))).toEqual([rumour.content]);
    const other = {
      by: 'Ada Holm',
      cue: 'said',
      content: 'that the ferry had been late because of fog over all of the northern sound',
    };
    expect(answered(report(rumour, other, { ...denial, by: 'Ada Holm' }))).toEqual([]);
  });

  it('is not what its report comes to long after it', () => {
    const fog = { by: 'The Tidewatch', cue: 'reported', content: 'the ferry was late and fog lay over the sound and the boats stayed in the harbour of Saltmere all day long' }; // prettier-ignore
    const denial = { by: 'Jo Berg', cue: 'denied', content: 'that the Quellin dock will open in May', parts: DENIED };
    const later = { ...opens, content: 'the Quellin dock would open in May' };
    expect(answered(report(denial, fog, later))).toEqual([later.content]);
    expect(answered(report(denial, ...Array<Told>(14).fill(fog), later))).toEqual([]);
  });

  it('is no noun that nobody tells', () => {
    const praise = { by: 'Ada Holm', cue: 'praised', content: 'the festival', parts: { act: 'praise' as const } };
    expect(answered(report(praise, { by: 'Jo Berg', cue: 'denied', content: 'any wrongdoing', parts: DENIED }))).toEqual([]); // prettier-ignore
  });
});

it('what is said before another telling in it appears too', () => {
  const text =
    'Ada Holm suggested Jo Berg was a hypocrite because he admitted that the yard had paid for the whole campaign.';
  const reading = inventReading({
    report: { title: null, text },
    attributions: [
      attribute('a1', { source: quote(text, 'Ada Holm'), cue: quote(text, 'suggested'), content: quote(text, 'Jo Berg was a hypocrite because he admitted that the yard had paid for the whole campaign') }), // prettier-ignore
      attribute('a2', { parent: 'a1', source: quote(text, 'he'), cue: quote(text, 'admitted'), content: quote(text, 'that the yard had paid for the whole campaign') }), // prettier-ignore
    ],
    headline: [],
  });
  expect(findAppearances(reading).map(({ attribution, content }) => [attribution, content[0]?.text.slice(0, 13)])).toEqual([['a1', 'Jo Berg was a'], ['a2', 'the yard had ']]); // prettier-ignore
});
