import { describe, expect, it } from 'vitest';
import { actOf } from './acts.ts';
import { findExpectedEvent } from './expected.ts';
import type { Attribution } from './reading.ts';

/** Cue and content stand apart, as in a reading: `{said} the bridge will open`. */
function find(marked: string, more: { published?: string; when?: Attribution['when'] } = {}) {
  const cueText = /\{(.*)\}/u.exec(marked)?.[1] ?? '';
  const contentText = marked.replace(/\{.*\} ?/u, '');
  const text = `${cueText} ${contentText}`;
  const content = [{ start: cueText.length + 1, end: text.length }];
  const cue = cueText === '' ? [] : [{ start: 0, end: cueText.length }];
  const act = cueText === '' ? null : actOf(cueText);
  return { event: findExpectedEvent({ text, cue, content, act, published: more.published ?? null, when: more.when ?? [], where: [], entities: [], sense: null }), text }; // prettier-ignore
}

describe('findExpectedEvent', () => {
  it.each([
    ['{said} the bridge will open on Monday', 'expected'],
    ['{said} that the harbour would be dredged', 'expected'],
    ['{said} “we are going to dredge the harbour”', 'promised'],
    ['{announced} they will close the school', 'planned'],
    ['{announced} he will not stand again', 'cancelled'],
    ['{vowed} to rebuild the pier', 'promised'],
    ['{threatened} to close the port', 'threatened'],
    ['{predicted} that rents would fall', 'expected'],
    ['{said} Wilkins plans to leave', 'planned'],
    ['{say} they plan to tune in', 'planned'],
    ['{said} his visit is planned as part of the fair', 'planned'],
    ['{said} the talks are scheduled for Monday', 'scheduled'],
    ['{said} the vote is likely to fail', 'expected'],
    ['{It is expected} that Kerr will visit the yard', 'expected'],
    ['{is expected} to sign soon', 'expected'],
    ['{is set} the film by Ida Berg', 'scheduled'],
    ['{told} that Holm would be “in charge of” the yard', 'expected'],
    ['{said} they will not be able to avoid a strike', 'expected'],
    ['{said} the next round of talks is approaching', 'scheduled'],
    ['{said} we are going to have to do more', null],
    ['{said} “I will work every day for this port”', 'promised'],
    ['{said} that every Friday she would call the yard', null],
    ['{said} that two hundred members are poised to leave the union', 'expected'],
    ['{said} the yard is looking to hire welders', 'planned'],
    ['{proposal} to close the pier', 'planned'],
    ['{scrapped a proposal} to close the pier', null],
    ['{said} Holm has no plans to sell the yard', 'cancelled'],
    ['{said} the delay was due to a storm', null],
    ['{insisted} they are prepared for a crowd', null],
    ['{have yet to commit} to a new pier', null],
    ['{said} her attacks have been aimed at the board', null],
    ['{said} “I would use the word careless”', null],
    ['{said} many would read this as a retreat', null],
    ['{said} we could meet over the next four or five months', 'possible'],
    ['{asked} what a harbour tax would mean', null],
    ['{said} a strike could start this week', 'possible'],
    ['{warned} that cuts could add fuel to the row', 'possible'],
    ['{said} the firm is considering a sale', null],
    ['{said} the firm is considering selling the yard', 'possible'],
    ['{claimed} that a visit was not ruled out', 'possible'],
    ['{said} the concert has been cancelled', 'cancelled'],
    ['{said} the vote was postponed', 'postponed'],
    ['{said} if she were to win, she would sign it', 'expected'],
    ['{said} “I think that the ban will be lifted”', 'expected'],
    ['{said} it was close, but they are going to win', 'expected'],
    ['{claimed} that they had sent boats and planned to send more', 'planned'],
    ['The fair will be held from June 10 to 13', 'expected'],
    ['Kerr plans to visit the yard', 'planned'],
    ['Kerr will sell the yard', 'expected'],
    ['{threatened to} impose a levy on boats', 'threatened'],
    ['{vows} to “defend the harbour act”', 'promised'],
    ['{said} his country would help the islands build a pier', 'expected'],
    ['{said} would continue his work in the council', 'expected'],
    ['{said} he would be in charge of the harbour', 'expected'],
    ['{said} he expects an appeal', 'expected'],
    ['{said} they are planning a rally', 'planned'],
    ['{described} her plans for a new pier', 'planned'],
    ['{included} a pledge to curb fishing', 'promised'],
    ['{noted} a planned rally in Lindow', 'scheduled'],
    ['{mentioned} a meeting next week', 'scheduled'],
    ['{fear} they will be unable to fish', 'expected'],
    ['{is mulling} a new pier', 'possible'],
    ['{are also considering} whether to close the yard', 'possible'],
    ['{vowed} not to sell the yard', 'promised'],
    ['{have agreed} to share the quay', 'planned'],
    ['{set} to close on Tuesday', 'scheduled'],
    ['{plans} a parade of boats', 'planned'],
    ['{laid plans for} a parade of boats', 'planned'],
    ['{does not expect} a sale before June', 'expected'],
    ['{expect} the harbour master to be replaced', 'expected'],
    ['{said} “I will never moor there again”', 'promised'],
    ['{said} by June they will have sold the yard', 'promised'],
    ['{said} it may be years before the pier opens', 'possible'],
    ['{said} the cut could hurt the fleet', 'possible'],
    ['{said} the vote will be close', 'expected'],
    ['{said} “You’re going to see a lot of boats”', 'expected'],
    ['{said} the rowers look set to win', 'expected'],
    ['{said} harbour officials plan to sell the yard', 'planned'],
    ['{said} “If the ban becomes law I’ll be stopped from fishing”', 'expected'],
    ['{said} she would consider running for mayor', 'promised'],
    ['{announced} she was not coming', 'cancelled'],
    // Past, general, states, views, calls, questions, and what would have been.
    ['{said} the bridge opened on Monday', null],
    ['{said} he couldn’t remember the boat', null],
    ['{said} the losses could be blamed on the weather', null],
    ['{said} “She did it again and I’ll say it again”', null],
    ['{said} he would have come if he thought that it would pass', null],
    ['{said} if he had known, they would win', null],
    ['{chose not to respond to} his attacks', null],
    ['{stressed} their commitment to the islands', null],
    ['{mentioned} a meeting', null],
    ['{asked} whether the mayor would come', null],
    ['{said} the bridge would have opened', null],
    ['{said} the plan would cost a million', null],
    ['{said} the tax would hurt small shops', null],
    ['{said} they will have to work harder', null],
    ['{said} “when you push him, he will push back”', null],
    ['{said} every Friday he would call', null],
    ['{said} it would be a disaster', null],
    ['{said} the barge may have sunk', null],
    ['{said} the road may be closed', 'possible'],
    ['{said} one shop may have more than one owner', null],
    ['{urged} the council to close the road', null],
    ['{called on} Kerr to resign', null],
    ['{asked} whether he would resign', null],
    ['{said} “will he resign?”', null],
    ['{declined} to threaten the port', null],
    ['{attempted} to shift the blame', null],
    ['{said} a strong will is needed', null],
    ['{said} he is ready to help', null],
    ['{said} he decided to leave', null],
    ['{praised} the mayor', null],
    ['{backed off a proposal} to close the pier', null],
    ['{said} captains have cancelled trips in the past', null],
    ['{said} the mayor may not be telling all of it', null],
    ['{said} “It will be interesting to see the new pier”', null],
    ['{said} “We’ll see”', null],
    ['{said} their goal is to widen the road', null],
    ['{said} he did not know whether Kerr would come', null],
    ['{asked} when the yard will open', null],
    ['{said} sailors are more likely to vote', null],
    ['{said} they are looking forward to the fair', null],
    ['{estimates} the fleet at forty boats', null],
    ['{willingness} to hire sailors', null],
    ['{said} “I would point out that the pier is shut”', null],
    ['The bridge opened on Monday', null],
    ['MAY\nJUNE\nJULY', null],
    ['APPLES, PEARS, PLUMS', null],
  ] as const)('%s: %s', (marked, kind) => {
    expect(find(marked).event?.kind ?? null).toBe(kind);
  });

  it('takes the first time after publication for its window', () => {
    const when = (text: string, value: string): Attribution['when'] => {
      const at = text.indexOf('June');
      return [{ start: at, end: at + 7, text: text.slice(at, at + 7), type: 'DATE', value, edtf: value }];
    };
    const { text } = find('{said} the fair opens on June 10');
    const read = (published: string) => find('{said} the fair opens on June 10', { published, when: when(text, '2026-06-10') });
    expect(read('2026-06-01').event).toMatchObject({ kind: 'scheduled', window: '2026-06-10' });
    expect(read('2026-06-11').event).toBeNull();
  });

  it('prefers a time behind the modal, and a day to a year', () => {
    const at = (text: string, part: string, value: string): Attribution['when'][number] => {
      const start = text.indexOf(part);
      return { start, end: start + part.length, text: part, type: 'DATE', value, edtf: value };
    };
    const windowOf = (marked: string, ...times: (readonly [string, string])[]): string | null | undefined => {
      const { text } = find(marked);
      return find(marked, { published: '2026-05-30', when: times.map(([part, value]) => at(text, part, value)) }).event?.window; // prettier-ignore
    };
    expect(windowOf('{said} the ban agreed for Thursday will end by June 10', ['Thursday', '2026-06-04'], ['June 10', '2026-06-10'])).toBe('2026-06-10'); // prettier-ignore
    expect(windowOf('{said} on Monday the yard will close', ['Monday', '2026-06-01'])).toBe('2026-06-01');
    expect(windowOf('{said} they will cancel the 2027 fair on Friday', ['2027', '2027'], ['Friday', '2026-06-05'])).toBe('2026-06-05'); // prettier-ignore
    expect(windowOf('{said} they will hold a fair in 2027', ['2027', '2027'])).toBe('2027');
  });

  it('lists who takes part and where', () => {
    const text = 'Bo said Kerr will visit the yard in Lindow.';
    const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
    const event = findExpectedEvent({
      text,
      cue: [at('said')],
      content: [at('Kerr will visit the yard in Lindow')],
      act: 'say',
      published: null,
      when: [],
      where: [{ ...at('Lindow'), text: 'Lindow', name: 'Lindow', lat: 53.3, lon: -2.3, country: 'GB', geonames: null }],
      entities: [
        { id: 'e1', kind: 'person', mentions: [at('Bo')] },
        { id: 'e2', kind: 'person', mentions: [at('Kerr')] },
        { id: 'e3', kind: 'place', mentions: [at('Lindow')] },
      ],
      sense: null,
    });
    expect(event).toEqual({ kind: 'promised', window: null, where: [0], who: ['e2'] });
  });
});
