import { describe, expect, it } from 'vitest';
import type { Range } from './spans.ts';
import { findQuotations } from './quotes.ts';

function paragraphsOf(text: string): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const part of text.split('\n\n')) {
    ranges.push({ start, end: start + part.length });
    start += part.length + 2;
  }
  return ranges;
}

function quote(text: string): { quoted: string[]; notes: number } {
  const { quotations, notes } = findQuotations(text, paragraphsOf(text));
  return { quoted: quotations.map(({ inner }) => text.slice(inner.start, inner.end)), notes: notes.length };
}

const cases: readonly (readonly [name: string, text: string, quoted: readonly string[], notes: number])[] = [
  ['curly double marks', 'She said “the bridge is safe” on Monday.', ['the bridge is safe'], 0],
  ['straight double marks', '"We won," he said. "At last."', ['We won,', 'At last.'], 0],
  ['curly single marks, British', 'She said: ‘We don’t know yet’.', ['We don’t know yet'], 0],
  ['straight single marks beside apostrophes', "The mayor's aide said: 'It isn't ours.'", ["It isn't ours."], 0],
  ['a plural possessive alone', 'The miners’ union met the drivers’ union.', [], 0],
  [
    'a plural possessive inside single marks',
    'He said ‘the miners’ pay is too low’ and left.',
    ['the miners’ pay is too low'],
    0,
  ],
  ['an elided decade and an elided them', "Back in the '90s they told 'em so.", [], 0],
  ['angle marks', 'Il a dit «tout va bien» hier.', ['tout va bien'], 0],
  ['German marks', 'Sie sagte: „Es reicht“, und ging.', ['Es reicht'], 0],
  [
    'single inside double',
    '“He told me ‘never again’ twice,” she said.',
    ['He told me ‘never again’ twice,', 'never again'],
    0,
  ],
  ['an opening mark that nothing closes', '“It is over, he said.\n\nShe called it “a start”.', ['a start'], 1],
  ['an odd mark costs its own paragraph only', 'He said “it is over.\n\nShe called it “a start”.', ['a start'], 1],
  ['an odd closing mark', 'It is over,” he said. “Go home.”', ['Go home.'], 1],
  ['a straight mark left open at the end', '"We won," he said. "At last.\n\nThe crowd left.', ['We won,'], 1],
  ['two paragraphs, an opening mark on each', '“First.\n\n“Second,” she said.', ['First.', 'Second,'], 0],
  ['three paragraphs in straight marks', '"One.\n\n"Two.\n\n"Three," he said.', ['One.', 'Two.', 'Three,'], 0],
  ['inches are no quotation', 'The 6\'2" keeper bought a 12" record.', [], 0],
  ['a quotation that ends in a bracket', 'He wrote ("no deal") and left.', ['no deal'], 0],
  ['TeX marks', "She wrote ``so be it'' and left.", ['so be it'], 0],
];

describe('findQuotations', () => {
  it.each(cases)('%s', (_name, text, quoted, notes) => {
    expect(quote(text)).toEqual({ quoted: [...quoted], notes });
  });

  it('says which quotation goes on in the next paragraph and which continues one', () => {
    const text = '“First.\n\n“Second,” she said.';
    const { quotations } = findQuotations(text, paragraphsOf(text));
    expect(quotations.map(({ goesOn, continued }) => [goesOn, continued])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('takes time in proportion to the marks, whatever their order', () => {
    const text = `${'“'.repeat(100_000)}${'»'.repeat(100_000)}‘${'s’ a '.repeat(50_000)}`;
    expect(findQuotations(text, paragraphsOf(text)).quotations).toEqual([]);
  });

  it('gives the depth of a quotation inside a quotation', () => {
    const text = '“He told me ‘never again’ twice,” she said.';
    const { quotations } = findQuotations(text, paragraphsOf(text));
    expect(quotations.map(({ depth }) => depth)).toEqual([0, 1]);
  });
});
