import stringWidth from 'string-width';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { attribute, inventReading, link, quote, TEXT } from '../../../test/invented-reading.ts';
import { formatText } from './text.ts';

const plain = { width: 200, color: false };

/** The one line that holds `words`. */
function lineWith(out: string, words: string): string {
  return out.split('\n').find((line) => line.includes(words)) ?? '';
}

describe('the text format', () => {
  it('tells source, cue and content apart by shape, and shows how deep a content lies', () => {
    expect(lineWith(formatText(inventReading(), plain), 'Tidewater')).toBe(
      '⟦²The Tidewater Post⟧ ‹²reported› ⌈²that ⟦³its sources⟧ ‹³believed› ⌈⌈³the ferry would move in April⌉⌉⌉.',
    );
  });

  it('marks every part of a content that is cut in two, and leaves the own voice alone', () => {
    const out = formatText(inventReading(), plain);
    expect(out).toContain(
      '⌈⁴“Nobody has decided anything,”⌉ ⟦⁴Aldous Venn⟧ ‹⁴said› on Tuesday. ⌈⁴“I have read the same rumours.”⌉',
    );
    expect(out).toContain('\nThe quay is sixty years old.\n');
  });

  it('lists who told whom, from the reader backwards, with what is unusual in newsroom words', () => {
    const out = formatText(inventReading(), plain);
    expect(out).toContain('\n  The Saltmere Courier ← The Tidewater Post: 2\n');
    expect(out).toContain('\n  The Saltmere Courier ← Aldous Venn: 4 against\n');
    expect(out).toContain('unnamed sources of The Tidewater Post: 3 probable expected');
    expect(out).toContain('\n  The Saltmere Courier ← unnamed officials: 1 possible\n');
  });

  it('sums up whom the report relies on, and ends with the notes', () => {
    const out = formatText(inventReading(), plain);
    expect(out).toContain(
      '3 attributions: 2 named, 1 unnamed. Among the sources: 1 official, 1 man. 1 statement in the outlet’s own words.',
    );
    expect(out.endsWith('Notes\n  page.caption-removed A caption is no part of the story\n')).toBe(true);
  });

  it('writes the same with colour, and not a single code without', () => {
    const colored = formatText(inventReading(), { width: 200, color: true });
    expect(colored).toContain('\u001B[');
    expect(stripVTControlCharacters(colored)).toBe(formatText(inventReading(), plain));
  });

  it('begins a crossing mark anew, so that what is opened last is closed first', () => {
    const crossing = [
      attribute('a1', { content: quote(TEXT, 'The Tidewater Post reported') }),
      attribute('a2', { content: quote(TEXT, 'reported that') }),
    ];
    const out = formatText(inventReading({ attributions: crossing, headline: [] }), plain);
    expect(out).toContain('⌈¹The Tidewater Post ⌈²reported⌉⌉⌈² that⌉ its sources');
  });

  it.each([
    ['a terminal code', 'red \u001B[31malert\u0007', 'red ␛[31malert␇'],
    ['an 8-bit terminal code', 'x\u009B31m', 'x‹U+009B›31m'],
    ['text turned around', 'user \u202Etxt.exe', 'user ‹U+202E›txt.exe'],
    ['half of a surrogate pair', 'a\uD800b', 'a\uFFFDb'],
    ['a carriage return that would overwrite the line', 'true\rfake', 'true␍fake'],
  ])('makes %s harmless, in every place', (_, raw, shown) => {
    const out = formatText(
      inventReading({
        report: { text: raw, title: raw, outlet: raw, url: `https://a.example/${raw}` },
        attributions: [attribute('a1', { chain: [link(raw, 'person')] })],
        headline: [],
        notes: [{ code: 'page.x', what: raw, span: { start: 0, end: raw.length, text: raw } }],
      }),
      { width: 200, color: false },
    );
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Surrogate}|[\u202A-\u202E\u2066-\u2069]/u);
    expect(out).toContain(shown);
  });

  it.each([20, 33, 80])('never writes a line wider than %i columns, whatever the script', (width) => {
    const text =
      'Ein 👩‍👩‍👧‍👦 Wort, 港口渡輪將於四月遷往安塞爾港口渡輪將於四月遷往, été \u0301 и שלום '.repeat(4) + 'x'.repeat(90);
    const out = formatText(inventReading({ report: { text, title: null }, attributions: [], headline: [] }), {
      width,
      color: false,
    });
    for (const line of out.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    expect(out).toContain('👩‍👩‍👧‍👦');
  });

  it('keeps the lines and blank lines of the report as they are', () => {
    const out = formatText(inventReading({ report: { text: 'one\n\n  two\n' }, attributions: [] }), plain);
    expect(out).toContain('\none\n\n  two\n\n3 attributions');
  });
});
