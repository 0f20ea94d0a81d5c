import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../reading/reading.ts';
import { attribute, inventReading, link, quote } from '../../../test/invented-reading.ts';
import { describeSources, type SourceRecord } from './source-record.ts';
import { unifySources } from './unify-sources.ts';

type Kind = Reading['entities'][number]['kind'];

/** A report in which somebody says something; `forms`: the places where it names them, the first is the whole name. */
function report(
  number: number,
  text: string,
  forms: readonly string[],
  kind: Kind,
  more: Partial<Reading> = {},
): Reading {
  const mentions = forms.flatMap((form) => quote(text, form).map((span) => ({ ...span, why: /^[A-Z]{2,}$/u.test(form) ? 'acronym' : 'name' }))); // prettier-ignore
  const end = { ...link(forms[0] ?? '', kind === 'place' ? 'government' : kind), entity: 'e1' };
  return inventReading({
    report: { url: `https://courier.example/${String(number)}`, published: `2031-05-${String(number).padStart(2, '0')}`, title: null, text }, // prettier-ignore
    entities: [{ id: 'e1', name: forms[0] ?? '', kind, mentions }],
    attributions: [attribute('a1', { chain: [link('The Saltmere Courier', 'outlet', 'metadata'), end] })],
    headline: [],
    places: [],
    ...more,
  });
}

function person(number: number, text: string, name: string): Reading {
  return report(number, text, [name], 'person');
}

/** For each reading the position of the first whose source is its own. */
function sourcesOf(readings: readonly Reading[]): readonly number[] {
  const records = readings.map((reading) => describeSources(reading)[0]);
  const { sources } = unifySources(records.flatMap((one) => one ?? []));
  const idOf = (record: SourceRecord | undefined): string => sources.find(({ records: own }) => own.some(({ id }) => id === record?.id))?.id ?? ''; // prettier-ignore
  const ids = records.map(idOf);
  return ids.map((id) => ids.indexOf(id));
}

const LAWYER = person(1, 'The fisheries board’s top lawyer, Jo Marlow, left on Monday.', 'Jo Marlow');
const SENATOR = person(2, 'Sen. Jo Marlow, D-Ohio, voted no.', 'Jo Marlow');

describe('who is one over reports', () => {
  it.each<readonly [string, readonly Reading[], readonly number[]]>([
    ['a short given name and a middle initial', [person(1, 'Former Defense Secretary Robert M. Halse wrote it.', 'Robert M. Halse'), person(2, 'Bob Halse, the former secretary, said no.', 'Bob Halse')], [0, 0]],
    ['two of one name with other offices', [LAWYER, SENATOR], [0, 1]],
    ['two of one name from other states', [SENATOR, person(3, 'Sen. Jo Marlow, D-Texas, spoke.', 'Jo Marlow')], [0, 1]],
    ['two of one name of other parties', [SENATOR, person(3, 'Sen. Jo Marlow, R-Ohio, spoke.', 'Jo Marlow')], [0, 1]],
    ['one whom a report tells nothing more of', [SENATOR, person(3, 'We met Jo Marlow at noon.', 'Jo Marlow')], [0, 0]],
    ['two middle names', [person(1, 'President Ann H. Bruck spoke.', 'Ann H. Bruck'), person(2, 'President Ann W. Bruck spoke.', 'Ann W. Bruck')], [0, 1]],
    ['the words of a body in another order', [report(1, 'The Justice Department said no.', ['Justice Department'], 'government'), report(2, 'The Department of Justice said no.', ['Department of Justice'], 'government')], [0, 0]],
    ['letters that another report spells out', [report(1, 'The Saltmere Ferry Union (SFU) said no.', ['Saltmere Ferry Union', 'SFU'], 'organization'), report(2, 'The SFU said no.', ['SFU'], 'organization')], [0, 0]],
    ['a short name that another report uses for the long one', [report(1, 'Tarnow Marine said no. Later Tarnow agreed.', ['Tarnow Marine', 'Tarnow agreed'.slice(0, 6)], 'organization'), report(2, 'Tarnow said no.', ['Tarnow'], 'organization')], [0, 0]],
    ['the ministries of two countries', [report(1, 'The Chinese Foreign Ministry said no.', ['Chinese Foreign Ministry'], 'government'), report(2, 'Bulgaria’s Foreign Ministry said no.', ['Foreign Ministry'], 'government')], [0, 1]],
    ['one ministry in two forms', [report(1, 'The Russian Defense Ministry said no.', ['Russian Defense Ministry'], 'government'), report(2, 'Russia’s Ministry of Defence said no.', ['Ministry of Defence'], 'government')], [0, 0]],
    ['an outlet by its short form', [report(1, 'The Wall Street Journal said so.', ['Wall Street Journal'], 'outlet'), report(2, 'The WSJ said so.', ['WSJ'], 'outlet')], [0, 0]],
  ])('%s', (_, readings, expected) => {
    expect(sourcesOf(readings)).toEqual(expected);
  }); // prettier-ignore

  it('does not depend on the order in which the reports came', () => {
    const records = [LAWYER, SENATOR, person(3, 'Jo Marlow of Ohio spoke.', 'Jo Marlow'), person(4, 'Marlow spoke.', 'Marlow')].flatMap((one) => describeSources(one)); // prettier-ignore
    const expected = unifySources(records);
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (some) => {
        expect(unifySources(some)).toEqual(expected);
      }),
    );
  });

  it('offers a surname alone for review, and a person settles it', () => {
    const records = [LAWYER, SENATOR, person(4, 'Marlow spoke.', 'Marlow')].flatMap((one) => describeSources(one));
    const [lawyer, , alone] = records.map(({ id }) => id);
    const found = unifySources(records);
    expect(found.sources).toHaveLength(3);
    expect(found.doubts.map(({ why }) => why)).toContain('only the surname is told');
    const joined = unifySources(records, { must: [[lawyer ?? '', alone ?? '']], cannot: [] });
    expect(joined.sources.map(({ records: own }) => own.length).sort()).toEqual([1, 2]);
  });

  it('finds who holds an office that another report tells of without the name', () => {
    const text = 'White House spokesman Cal Drury spoke.';
    const named = report(1, text, ['Cal Drury'], 'person');
    const role = { ...quote(text, 'White House spokesman')[0], why: 'role' };
    const [entity] = named.entities;
    const holder = { ...named, entities: entity === undefined ? [] : [{ ...entity, mentions: [...entity.mentions, role as (typeof entity.mentions)[number]] }] }; // prettier-ignore
    const end = link('The White House spokesman', 'person');
    const office = inventReading({ report: { url: 'https://courier.example/9', published: '2031-05-09', title: null, text: 'The White House spokesman said no.' }, entities: [], headline: [], attributions: [attribute('a1', { chain: [link('The Saltmere Courier', 'outlet', 'metadata'), end] })] }); // prettier-ignore
    expect(sourcesOf([holder, office])).toEqual([0, 0]);
  });
});
