import { describe, expect, it } from 'vitest';
import type { Range } from '../language/spans.ts';
import { MAX_DEPTH, nestAttributions, type Telling } from './nesting.ts';

const text = 'Ada said that, by her account, Bo claimed that Cy thought it was late. Dee agreed.';

function at(part: string): Range[] {
  if (part === '') return [];
  const start = text.indexOf(part);
  return [{ start, end: start + part.length }];
}

function tell(source: string, cue: string, content: string, within: number | null = null): Telling {
  return { source: at(source), cue: at(cue), content: at(content), within };
}

const ada = tell('Ada', 'said', 'that, by her account, Bo claimed that Cy thought it was late');
const bo = tell('Bo', 'claimed', 'that Cy thought it was late');
const cy = tell('Cy', 'thought', 'it was late');
const dee = tell('Dee', 'agreed', '');

function nest(outer: readonly Telling[], inner: readonly (readonly [Telling, readonly Telling[]])[] = []) {
  const { nested, notes } = nestAttributions(text, outer, new Map(inner));
  const cueOf = ({ telling }: (typeof nested)[number]) => text.slice(telling.cue[0]?.start, telling.cue[0]?.end);
  return { rows: nested.map((one) => `${one.id} ${cueOf(one)} < ${one.parent ?? '-'}`), notes: notes.length };
}

describe('nestAttributions', () => {
  it('gives ids in text order where nothing is nested', () => {
    expect(nest([dee, ada]).rows).toEqual(['a1 said < -', 'a2 agreed < -']);
  });

  it('sets parents over three levels', () => {
    const { rows } = nest([ada, dee], [[ada, [bo]], [bo, [cy]]]); // prettier-ignore
    expect(rows).toEqual(['a1 said < -', 'a2 claimed < a1', 'a3 thought < a2', 'a4 agreed < -']);
  });

  it('keeps each telling once, where two readings find it', () => {
    const again = tell('Cy', 'thought', 'it was late');
    expect(nest([ada], [[ada, [bo, again]], [bo, [cy]]]).rows).toHaveLength(3); // prettier-ignore
  });

  it('takes what assembly says stands within another of its list', () => {
    const inner = tell('Bo', 'claimed', 'that Cy thought it was late', 0);
    const holder = tell('', 'by her account', '');
    expect(nest([holder, inner]).rows).toEqual(['a1 by her account < -', 'a2 claimed < a1']);
  });

  it('finds the holder by its place in a list of which some are dropped', () => {
    const outside = tell('', 'agreed', '');
    const inner = [outside, tell('Cy', 'thought', 'it was late', 2), bo];
    expect(nest([ada], [[ada, inner]]).rows).toEqual(['a1 said < -', 'a2 claimed < a1', 'a3 thought < a2']);
  });

  it('drops a telling that gives the content back whole', () => {
    const whole = tell('', 'by her account', 'that, by her account, Bo claimed that Cy thought it was late');
    expect(nest([ada], [[ada, [whole]]]).rows).toEqual(['a1 said < -']);
  });

  it('drops a telling with a part outside the content', () => {
    expect(nest([bo], [[bo, [tell('Ada', 'thought', 'it was late')]]]).rows).toEqual(['a1 claimed < -']);
  });

  it('drops a content with neither cue nor source', () => {
    expect(nest([ada], [[ada, [tell('', '', 'it was late')]]]).rows).toEqual(['a1 said < -']);
  });

  it('keeps what a content without a cue holds', () => {
    const floating = tell('', '', 'Bo claimed that Cy thought it was late');
    const { nested } = nestAttributions(text, [floating], new Map([[floating, [cy]]]));
    expect(nested.map((one) => one.parent)).toEqual([null, 'a1']);
  });

  it('does not hang on tellings that stand within one another', () => {
    expect(nest([{ ...ada, within: 1 }, { ...dee, within: 0 }]).rows).toHaveLength(2); // prettier-ignore
  });

  it(`leaves out with a note what is deeper than ${MAX_DEPTH}`, () => {
    const deep = 'A said B said C said D said E said F said G left';
    const one = (k: number): Telling => ({
      source: [{ start: k * 7, end: k * 7 + 1 }],
      cue: [{ start: k * 7 + 2, end: k * 7 + 6 }],
      content: [{ start: (k + 1) * 7, end: deep.length }],
      within: null,
    });
    const all = [0, 1, 2, 3, 4, 5].map(one);
    const inner = new Map(all.slice(0, -1).map((telling, k) => [telling, all.slice(k + 1, k + 2)]));
    const { nested, notes } = nestAttributions(deep, all.slice(0, 1), inner);
    expect([nested.length, notes.map((note) => note.code)]).toEqual([MAX_DEPTH, ['reading.nested-too-deep']]);
  });
});
