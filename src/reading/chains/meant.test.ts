import { describe, expect, it } from 'vitest';
import { herald, know, show, traceLast } from '../../../test/marked-telling.ts';
import type { Entity } from '../../language/mentions.ts';

/** The last attribution's links behind the report's own outlet. */
function trace(marked: string, ...entities: readonly Entity[]): string[] {
  return show(traceLast(marked, herald, entities)).slice(1);
}

const holm = (marked: string, ...said: readonly (readonly [string, string])[]): Entity => know(marked, 'Ada Holm', said, { gender: 'woman' }); // prettier-ignore
const finn = (marked: string, ...said: readonly (readonly [string, string])[]): Entity => know(marked, 'Lars Finn', said, { id: 'e2', gender: 'man' }); // prettier-ignore

describe('an office without a name', () => {
  it('is whose name stands behind it, in full or cut short', () => {
    const marked = 'Gov. Ada Holm spoke. Lars Finn left. [The governor] {said} <it was over>.';
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']), finn(marked, ['Lars Finn', 'full name']))).toEqual(['Ada Holm (person, coreference)']); // prettier-ignore
  });

  it('is whose name it stands beside', () => {
    const marked = 'Ada Holm, the harbour commissioner, spoke. [The commissioner] {said} <it was over>.';
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']))).toEqual(['Ada Holm (person, coreference)']);
  });

  it('is who spoke last, where public persons hold it', () => {
    const marked = '[Ada Holm] {said} <it was over>. |[The candidate] {added} <it was late>.';
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']))).toEqual(['Ada Holm (person, coreference)']);
  });

  it('is not who spoke last, where it is a judge', () => {
    const marked = '[Ada Holm] {said} <it was over>. |[The judge] {said} <it was not>.';
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']))).toEqual(['The judge (person, inferred)']);
  });

  it('is not a former holder of it', () => {
    const marked = 'Former governor Ada Holm came. [The governor] {said} <it was over>.';
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']))).toEqual(['The governor (person, inferred)']);
  });

  it('is not whom a mention ties, where the text calls another so', () => {
    const marked = 'Harbour Director Ada Holm met Lars Finn. [The harbour director] {said} <it was over>.';
    const lars = finn(marked, ['Lars Finn', 'full name'], ['The harbour director', 'description']);
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']), lars)).toEqual(['Ada Holm (person, coreference)']);
  });

  it('is who spoke, not of whom the words were', () => {
    const marked = '[Ada Holm] {said} <that Lars Finn lost>. |“<I won>,” [the candidate] {added}.';
    const lars = finn(marked, ['Lars Finn', 'full name'], ['the candidate', 'description']);
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']), lars)).toEqual(['Ada Holm (person, coreference)']);
  });

  it('is not whom only a mention ties to a film’s narrator', () => {
    const marked = 'Lars Finn was on stage. [The film’s narrator] {said} <it was over>.';
    const lars = finn(marked, ['Lars Finn', 'full name'], ['The film’s narrator', 'description']);
    expect(trace(marked, lars)).toEqual(['The film’s narrator (unnamed, named)']);
  });
});

describe('a pronoun', () => {
  it('goes on with many who just spoke, not with others without a name', () => {
    const marked = '[Dock workers] {say} <the new quays are empty>. |[They] {say} <the cranes stand still>.';
    const quays = know(marked, 'new quays', [['new quays', 'description'], ['They', 'pronoun']], { kind: 'organization' }); // prettier-ignore
    expect(trace(marked, quays)).toEqual(['Dock workers (unnamed, speaker-turn)']);
  });

  it('of many is not one woman', () => {
    const marked = '[Ship owners] {fear} <the toll>. Ada Holm knows it. |[They] {say} <it is too high>.';
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name'], ['They', 'pronoun']))).toEqual(['Ship owners (unnamed, speaker-turn)']); // prettier-ignore
  });

  it('is the only person whom the sentence before names', () => {
    const marked =
      '[Lars Finn] {said} <it was over>.\n\nIt has been a hard year for Ada Holm. |<“We lost a ship,”> [she] {said}.';
    const lars = know(
      marked,
      'Lars Finn',
      [
        ['Lars Finn', 'full name'],
        ['she', 'pronoun'],
      ],
      { id: 'e2' },
    );
    expect(trace(marked, lars, holm(marked, ['Ada Holm', 'full name']))).toEqual(['Ada Holm (person, coreference)']);
  });

  it('is not whose thing the sentence before names', () => {
    const marked = 'Lars Finn came to the port. He stood in Ada Holm’s way. |<“We lost a ship,”> [he] {said}.';
    const lars = finn(marked, ['Lars Finn', 'full name'], ['He', 'pronoun'], ['he', 'pronoun']);
    expect(trace(marked, know(marked, 'Ada Holm', [['Ada Holm', 'full name']]), lars)).toEqual(['Lars Finn (person, coreference)']); // prettier-ignore
  });

  it('"who" behind an office is whose office it is', () => {
    const marked = '<It is over>, said Ada Holm, the harbour commissioner, [who] {conceded} <that it was late>.';
    expect(trace(marked, holm(marked, ['Ada Holm', 'full name']))).toEqual(['Ada Holm (person, named)']);
  });

  it('"who" behind a place is somebody there', () => {
    const marked = 'We met a young engineer in Denmark [who] {told} us <it was over>.';
    expect(trace(marked)).toEqual(['a young engineer (unnamed, named)']);
  });
});

describe('a telling without a source', () => {
  it.each<readonly [string, readonly string[]]>([
    ['[Ada Holm] {said} <it was over> when |{it became clear} <that the yard was sold>.', ['it became clear (unnamed, inferred)']],
    ['[Ada Holm] {told} <a man> who |{seemed} <to be lost>.', ['seemed (unnamed, inferred)']],
    ['[Ada Holm] {said} <it was over>. |{The usual complaints about} <the dock> came up.', ['The usual complaints about (unnamed, inferred)']],
    ['[Ada Holm] {said} <no> when |{asked about} <the dock>.', ['asked about (unnamed, inferred)']],
    ['[Ada Holm] {said} <it was over>. |<The deal> {was greeted with joy}.', ['was greeted with joy (unnamed, inferred)']],
    ['[Ada Holm] {rated} <the first claim true>. |<The rest> {were rated} <false>.', ['Ada Holm (person, speaker-turn)']],
    ['[Ada Holm] {denied} <^{reports} that she left>.', ['Ada Holm (person, named)', 'reports (unnamed, inferred)']],
    ['[Ada Holm] {said} <it was over>, |{adding} <that it was late>.', ['Ada Holm (person, speaker-turn)']],
    ['Denmark, which has the largest fleet, {long blocked} <a new treaty>.', ['Denmark (government, named)']],
    ['<Norland’s Ada Holm> {Believed} <To Be Planning A Trip>.', ['Believed (unnamed, inferred)']],
    ['[Ada Holm] {denied} <^{reports of} a sale>.', ['Ada Holm (person, named)', 'reports of (unnamed, inferred)']],
    ['While Tessaro {isn’t expected} <to close the yard>, others will.', ['isn’t expected (unnamed, inferred)']],
    ['While Tessaro {refuses to explain} <why the yard is shut>, others do.', ['Tessaro (person, named)']],
    ['Last week, the company {announced} <a new ship>.', ['the company (organization, inferred)']],
  ])('%s', (marked, links) => {
    expect(trace(marked)).toEqual(links);
  }); // prettier-ignore
});

describe('a document that a participle describes', () => {
  it('keeps its noun', () => {
    expect(trace('<The yard will shut>, {according to} [a published report].')).toEqual(['a published report (document, named)']); // prettier-ignore
    expect(trace('[A leaked memo] {said} <the yard will shut>.')).toEqual(['A leaked memo (document, named)']);
  });
});
