import { describe, expect, it } from 'vitest';
import { herald, know, show, traceLast } from '../../../test/marked-telling.ts';
import type { Entity } from '../../language/mentions.ts';

/** The last attribution's links behind the report's own outlet. */
function trace(marked: string, ...entities: readonly Entity[]): string[] {
  return show(traceLast(marked, herald, entities)).slice(1);
}

const holm = (marked: string, ...said: readonly (readonly [string, string])[]): Entity => know(marked, 'Ada Holm', said, { gender: 'woman' }); // prettier-ignore
const finn = (marked: string, ...said: readonly (readonly [string, string])[]): Entity => know(marked, 'Lars Finn', said, { id: 'e2', gender: 'man' }); // prettier-ignore

describe('a pronoun', () => {
  it('inside a quotation is not who speaks it, but whoever was spoken of last', () => {
    const marked = 'Ida Berg met Ada Holm. [Ida Berg] {said} “<What >^[she] {says} <is not what she does>.”';
    const berg = know(marked, 'Ida Berg', [['Ida Berg', 'full name'], ['Ida Berg', 'full name'], ['she', 'pronoun']], { id: 'e3', gender: 'woman' }); // prettier-ignore
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']), berg)).toEqual(['Ida Berg (person, named)', 'Ada Holm (person, coreference)']); // prettier-ignore
  });

  it('of many in the words of many is those many', () => {
    const marked = '[Some dockers] {say} <that >^[they] {fear} <the new crane>.';
    const crane = know(marked, 'Saltmere', [['they', 'pronoun']], { kind: 'place' });
    expect(trace(marked, crane)).toEqual(['Some dockers (unnamed, named)']);
  });

  it('of many is the people whose wording begins with a body’s name', () => {
    const marked = 'Senate aides left early. [They] {said} <the hall was cold>.';
    const senate = know(
      marked,
      'Senate',
      [
        ['Senate', 'name'],
        ['They', 'pronoun'],
      ],
      { kind: 'government' },
    );
    expect(trace(marked, senate)).toEqual(['Senate aides (unnamed, coreference)']);
  });

  it('“it” is the paper spoken of just before, where no body spoke', () => {
    expect(trace('The memo was found in May. “<Close the dock>,” [it] {reads}.')).toEqual(['The memo (document, coreference)']); // prettier-ignore
  });

  it.each([
    ['The Harbour Board on Friday [that] {showed} <the dock was full>.', 'Harbour Board (organization, named)'],
    ['Two boards, both of [which] {had approved} <the dock>.', 'Two boards (organization, named)'],
    ['Norton, [which] {declined} <to speak>, left.', 'Norton (organization, named)'],
    ['An essay by Ada Holm, [which] {said} <it was over>.', 'An essay (document, named)'],
    ['The Huffington Post, [which] {said} <it was over>, left.', 'HuffPost (outlet, named)'],
    ['A site called “Clean Docks” [that] {says} <it is over>.', 'A site (outlet, named)'],
  ])('of a clause goes back to its noun: %s', (marked, link) => {
    expect(trace(marked)).toEqual([link]);
  });

  it('is who holds the words, where another holds their holder’s', () => {
    const marked = '“[The mayor] {believes} <that >^[he] {can win} <the vote>,” said Lars Finn.';
    expect(trace(marked, finn(marked, ['he', 'pronoun'], ['Lars Finn', 'full name']))[0]).toBe('The mayor (person, inferred)'); // prettier-ignore
  });

  it('is not whom the words are of, where another just spoke', () => {
    const marked = '[Ada Holm] {spoke of} <the dock>. |“<Berg lost it>,” [she] {said}.';
    const berg = know(
      marked,
      'Berg',
      [
        ['Berg', 'last name'],
        ['she', 'pronoun'],
      ],
      { id: 'e3', gender: null },
    );
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']), berg)).toEqual(['Ada Holm (person, speaker-turn)']);
  });

  it('is whose name comes behind its clause, where nobody else was spoken of', () => {
    const marked = 'The dock is full. In what [she] {called} <a farce>, Ada Holm left.';
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']))).toEqual(['Ada Holm (person, coreference)']);
  });

  it.each(['who (with ten others)', 'whose scars'])('of a clause may run on: %s', (words) => {
    const marked = `He met Ada Holm, [${words}] {recalled} <the strike>.`;
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']))).toEqual(['Ada Holm (person, named)']);
  });

  it('“it is clear” is the view of who holds the words', () => {
    expect(trace('[The Port Board] {said} <that >^[it] {is clear} <that the dock will empty>.')).toEqual(['Port Board (organization, named)']); // prettier-ignore
  });

  it('of a clause goes back to the whole name of a body', () => {
    const marked = 'He spoke of the Bureau of Tides, [which] {showed} <the dock was full>.';
    const bureau = know(marked, 'Bureau of Tides', [['Bureau of Tides', 'name']], { kind: 'government' });
    expect(trace(marked, bureau)).toEqual(['Bureau of Tides (government, named)']);
  });

  it('of many is no state that their words are of', () => {
    const marked = '[Dock traders] {fear} <the toll>. |<Norland blocks the way>, [they] {say}.';
    const norland = know(marked, 'Norland', [['Norland', 'name'], ['they', 'pronoun']], { kind: 'place' }); // prettier-ignore
    expect(trace(marked, norland)).toEqual(['Dock traders (unnamed, speaker-turn)']);
  });

  it.each(['’s hoped', 'can be seen', 'is widely anticipated', 'seems'])('“it %s” is nobody', (cue) => {
    expect(trace(`[The Port Board] {said} <the dock was full>. |[It] {${cue}} <that it will empty>.`)).toEqual([`${cue} (unnamed, inferred)`]); // prettier-ignore
  });
});

describe('a noun', () => {
  it('of a trade is not whom only a mention ties it to', () => {
    const marked = 'Lars Finn’s trial goes on. [The judge] {said} <it would be long>.';
    expect(trace(marked, finn(marked, ['Lars Finn', 'full name'], ['The judge', 'description']))).toEqual(['The judge (person, inferred)']); // prettier-ignore
  });

  it('of a trade is who spoke unnamed under it', () => {
    const marked = '[A Finn adviser] {said} <it was over>. Lars Finn left. |[The adviser] {added} <it was late>.';
    expect(trace(marked, finn(marked, ['Lars Finn', 'full name'], ['The adviser', 'description']))).toEqual(['A Finn adviser (unnamed, coreference)']); // prettier-ignore
  });

  it('of many is no one person', () => {
    const marked = 'Lars Finn came. [The family] {said} <it was over>.';
    expect(trace(marked, finn(marked, ['Lars Finn', 'full name'], ['The family', 'description']))).toEqual(['The family (unnamed, named)']); // prettier-ignore
  });

  it.each(['The Norlandic socialist', 'the former island governor', 'The 68-year-old'])(
    'that varies a name is the one person named just before: %s',
    (words) => {
      const marked = `Ada Holm came to Saltmere. [${words}] {said} <it was over>.`;
      expect(trace(marked, holm(marked, ['Ada Holm', 'full name']))).toEqual(['Ada Holm (person, coreference)']);
    },
  );

  it.each(['The leader of a union', 'The caller', 'The judge'])('of somebody else is not: %s', (words) => {
    const marked = `Ada Holm came to Saltmere. [${words}] {said} <it was over>.`;
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']))[0]).not.toContain('Ada Holm');
  });

  it('that blames a ruler is whom the text calls leader', () => {
    const marked = 'Norlandic leader Lars Finn met Ada Holm. [The Norlandic despot] {hoped} <for ships>.';
    expect(trace(marked, finn(marked, ['Lars Finn', 'full name']), holm(marked, ['Ada Holm', 'full name']))).toEqual(['Lars Finn (person, coreference)']); // prettier-ignore
  });

  it.each([
    ['Iowa Sen. Ada Holm met Lars Finn (D-Vt.).', 'The Iowa senator', 'Ada Holm'],
    ['Ada Holm met Lars Finn (D-Vt.).', 'the Vermont Democrat', 'Lars Finn'],
    ['Lars Finn, R-Iowa, met Ada Holm.', 'the Iowa Republican', 'Lars Finn'],
  ])('of a state is whose state the text gives: %s %s', (before, words, name) => {
    const marked = `${before} [${words}] {said} <it was over>.`;
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']), finn(marked, ['Lars Finn', 'full name']))).toEqual([`${name} (person, coreference)`]); // prettier-ignore
  });

  it('of a body is the last one named with it', () => {
    expect(trace('The Holm administration is new. [The administration] {said} <it was over>.')).toEqual(['Holm administration (government, coreference)']); // prettier-ignore
  });

  it('of a body with other words beside it stays open', () => {
    expect(trace('The Holm administration is new. [The city administration] {said} <it was over>.')).toEqual(['The city administration (government, inferred)']); // prettier-ignore
  });

  it('of a body is the one body that was just named', () => {
    const marked = 'The stock of Tidefox fell. On Tuesday, [the company] {said} <it was over>.';
    const tidefox = know(marked, 'Tidefox', [['Tidefox', 'name']], { kind: 'organization' });
    expect(trace(marked, tidefox)).toEqual(['Tidefox (organization, coreference)']);
  });

  it('of a government is no agency of that name', () => {
    expect(trace('The Food and Drug Administration met. [The administration] {said} <it was over>.')).toEqual(['The administration (government, inferred)']); // prettier-ignore
  });

  it('is whom the text calls by another word for it', () => {
    const marked =
      'Finn met a Norlandic academic, Ada Holm. Time went. Rain fell. [The professor] {said} <it was over>.';
    expect(trace(marked, holm(marked, ['a Norlandic academic', 'role'], ['Ada Holm', 'full name']))).toEqual(['Ada Holm (person, coreference)']); // prettier-ignore
  });

  it('of a body is the body in whose words it stands', () => {
    const marked = '[Tidefox] {said} <that >^[the company] {expects} <rain>.';
    const tidefox = know(marked, 'Tidefox', [['Tidefox', 'name']], { kind: 'organization' });
    expect(trace(marked, tidefox)).toEqual(['Tidefox (organization, named)']);
  });

  it('that somebody owns is called after the owner', () => {
    const marked = 'Ada Holm runs. [Her campaign] {said} <it was over>.';
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name'], ['Her', 'pronoun']))).toEqual(['Ada Holm’s campaign (organization, possessive)']); // prettier-ignore
  });

  it.each([
    ['some of whom', 'inferred'],
    ['at least 13 of them', 'inferred'],
    ['All four', 'inferred'],
    ['everyone else', 'named'],
    ['tens of thousands of dockers', 'named'],
    ['the left', 'named'],
    ['officials directing the work', 'named'],
  ])('or a number of people is unnamed: %s', (words, how) => {
    expect(trace(`[${words}] {said} <it was over>.`)).toEqual([`${words} (unnamed, ${how})`]);
  });
});

describe('a noun that nothing gives a name', () => {
  it('is nobody with a name: the man', () => {
    expect(trace('One came. “<It is over>,” [the man] {shouted}.')).toEqual(['the man (unnamed, inferred)']);
  });

  it('is whom its own words bring up', () => {
    const marked = 'Lars Finn left. [The author of a blog] {said} <it was over>.';
    expect(trace(marked, finn(marked, ['Lars Finn', 'full name'], ['The author', 'description']))).toEqual(['The author (person, inferred)']); // prettier-ignore
  });

  it('is not of the other party', () => {
    const marked = 'GOP Sen. Lars Finn of Vermont met Democratic Sen. Ada Holm of Vermont. [The Vermont Democrat] {said} <it was over>.'; // prettier-ignore
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']), finn(marked, ['Lars Finn', 'full name']))).toEqual(['Ada Holm (person, coreference)']); // prettier-ignore
  });
});

describe('a cue without a source', () => {
  it.each([
    ['A week after {announcing} <a strike>, Ada Holm left.', 'Ada Holm (person, named)'],
    ['The memo {was released} <whole> by the Harbour Board on Friday.', 'was released (unnamed, inferred)'],
    ['<The memo> {was released} by the Harbour Board on Friday.', 'Harbour Board (organization, named)'],
    ['And the press {seems} intent on <proving it>.', 'the press (outlet, named)'],
    ['Lars Finn rose. Lars Finn countered {claims} <that it was over>.', 'claims (unnamed, inferred)'],
  ])('has its subject elsewhere in the sentence, or nobody: %s', (marked, link) => {
    expect(trace(marked, holm(marked, ...(marked.includes('Ada Holm') ? [['Ada Holm', 'full name'] as const] : [])), ...(marked.includes('Lars Finn') ? [finn(marked, ['Lars Finn', 'full name'])] : []))).toEqual([link]); // prettier-ignore
  });

  it.each([
    'faces questions about',
    'dubbed',
    'once dismissed as',
    'became known as',
    'was once touted as',
    'the fear is',
    'is also considered',
  ])('is nobody’s: %s', (cue) => {
    // prettier-ignore
    expect(trace(`[Lars Finn] {said} <it was over>. |The dock {${cue}} <a “ruin”>.`)).toEqual([`${cue} (unnamed, inferred)`]); // prettier-ignore
  });

  it('is not told by “There” or by whom it reportedly concerns', () => {
    expect(trace('There {is little known about} <the dock>.')).toEqual(['is little known about (unnamed, inferred)']);
    expect(trace('Lars Finn {has reportedly sold} <the dock>.')).toEqual(['has reportedly sold (unnamed, inferred)']);
  });
});
