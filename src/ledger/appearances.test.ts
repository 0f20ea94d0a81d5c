import { describe, expect, it } from 'vitest';
import { attribute, inventReading, quote, TEXT } from '../../test/invented-reading.ts';
import { listAppearances } from './appearances.ts';

const contents = (reading = inventReading()): readonly string[] =>
  listAppearances('a.example', reading).map(
    ({ part, attribution, content }) => `${part} ${attribution}: ${content.map(({ text }) => text).join(' … ')}`,
  );

describe('what appears', () => {
  it('is each content, but for one that is only what another says', () => {
    expect(contents()).toEqual([
      'text a2: the ferry would move in April',
      'text a3: “Nobody has decided anything,” … “I have read the same rumours.”',
      'text a4: The quay is sixty years old.',
      'title a1: Ferry may move',
    ]);
  });

  it('is the outer content too where it says more than the inner', () => {
    const whole = quote(TEXT, 'The Tidewater Post reported that its sources believed the ferry would move in April');
    const outer = attribute('a1', { content: whole });
    const inner = attribute('a2', { parent: 'a1', content: quote(TEXT, 'the ferry would move in April') });
    expect(contents(inventReading({ attributions: [outer, inner], headline: [] }))).toHaveLength(2);
  });

  it('is one where two attributions have the same words', () => {
    const content = quote(TEXT, 'The quay is sixty years old.');
    const twice = [attribute('a1', { content }), attribute('a2', { content })];
    expect(contents(inventReading({ attributions: twice, headline: [] }))).toEqual([
      'text a1: The quay is sixty years old.',
    ]);
  });
});

describe('its id', () => {
  const ids = (key: string, text = TEXT): readonly string[] =>
    listAppearances(key, inventReading({ report: { text } })).map(({ id }) => id);
  it('is of the report, the text and the offsets', () => {
    expect(ids('a.example')).toEqual(ids('a.example'));
    expect(ids('a.example').filter((id) => ids('b.example').includes(id))).toEqual([]);
    expect(new Set(ids('a.example')).size).toBe(4);
  });
  it('stays in the title where only the text changed', () => {
    const [before, after] = [ids('a.example'), ids('a.example', `${TEXT} More.`)];
    expect(before.map((id, i) => id === after[i])).toEqual([false, false, false, true]);
  });
});
