import { describe, expect, it } from 'vitest';
import { traceChain, type Publisher, type Told } from './chains.ts';
import type { ChainLink } from './reading.ts';

const herald: Publisher = { outlet: 'The Harbour Herald', url: null, wire: null, authors: [] };

/** `[source]`, `{cue}`, `<content>` mark the parts. */
function parse(marked: string): { text: string; told: Told } {
  const told = { source: [] as { start: number; end: number }[], cue: [] as { start: number; end: number }[], content: [] as { start: number; end: number }[] }; // prettier-ignore
  let text = '';
  let start = 0;
  for (const char of marked) {
    if ('[{<'.includes(char)) start = text.length;
    else if (char === ']') told.source.push({ start, end: text.length });
    else if (char === '}') told.cue.push({ start, end: text.length });
    else if (char === '>') told.content.push({ start, end: text.length });
    else text += char;
  }
  return { text, told };
}

function show(links: readonly ChainLink[]): string[] {
  return links.map((link) => `${link.name} (${link.kind}, ${link.how})`);
}

function trace(marked: string): string[] {
  const { text, told } = parse(marked);
  return show(traceChain(herald, told, text)).slice(1);
}

describe('traceChain', () => {
  it.each<readonly [string, readonly string[]]>([
    ['[Ada Holm] {said} <it was over>.', ['Ada Holm (person, named)']],
    ['<It is over>, {said} [Harbour Board spokesman Lars Finn].', ['Lars Finn (person, named)']],
    ['[Ada Holm, the port’s chief engineer,] {said} <it was over>.', ['Ada Holm (person, named)']],
    ['[President Ursula von der Holm] {said} <it was over>.', ['Ursula von der Holm (person, named)']],
    ['[Mr. Finn] {said} <it was over>.', ['Finn (person, named)']],
    ['[A spokeswoman, Ida Berg,] {said} <it was over>.', ['Ida Berg (person, named)']],
    ['[The Health Ministry] {said} <it was over>.', ['Health Ministry (government, named)']],
    ['[Moscow] {said} <it was over>.', ['Moscow (government, named)']],
    ['[The White House] {said} <it was over>.', ['White House (government, named)']],
    ['[Police] {said} <it was over>.', ['Police (government, named)']],
    ['[The company] {said} <it was over>.', ['The company (organization, inferred)']],
    ['[The Holm Foundation] {said} <it was over>.', ['Holm Foundation (organization, named)']],
    ['[They] {said} <it was over>.', ['They (unknown, inferred)']],
    ['[the news outlet] {said} <it was over>.', ['the news outlet (outlet, inferred)']],
    ['[The president] {said} <it was over>.', ['The president (person, inferred)']],
    ['[A new poll] {shows} <it is over>.', ['A new poll (poll, named)']],
    ['[Court documents] {show} <it is over>.', ['Court documents (document, named)']],
    ['[Critics] {say} <it is over>.', ['Critics (unnamed, named)']],
    ['[Two senior officials] {said} <it was over>.', ['Two senior officials (unnamed, named)']],
    ['{According to} [Reuters], <it is over>.', ['Reuters (wire, named)']],
    ['{According to} [the New York Times on Monday], <it is over>.', ['The New York Times (outlet, named)']],
    ['<It is over>, {as reported by} [gazeta.ru].', ['Gazeta.ru (outlet, named)']],
    ['<It is over>, {as reported by} [gazeta].ru.', ['Gazeta.ru (outlet, named)']],
    ['[The National Weather Service in Holm] {said} <it was over>.', ['National Weather Service (organization, named)']],
    ['[the Harbour Board’s Jo Hale] {said} <it was over>.', ['Jo Hale (person, named)']],
    ['[Holm and Finn] {said} <it was over>.', ['Holm and Finn (person, named)']],
    ['[Health and Human Services Secretary Jo Hale] {said} <it was over>.', ['Jo Hale (person, named)']],
    ['[Duke Energy] {said} <it was over>.', ['Duke Energy (organization, named)']],
    ['[A report in the Guardian] {said} <it was over>.', ['The Guardian (outlet, named)']],
    ['[Ada Holm] {told} Reuters on Monday <it was over>.', ['Reuters (wire, named)', 'Ada Holm (person, named)']],
    ['[Ada Holm] {said} in an interview with CNN that <it was over>.', ['CNN (outlet, named)', 'Ada Holm (person, named)']],
    ['[The Washington Post’s sources] {said} <it was over>.', ['The Washington Post (outlet, named)', 'unnamed sources of The Washington Post (unnamed, possessive)']],
    ['[CNN’s Ida Berg] {said} <it was over>.', ['CNN (outlet, named)', 'Ida Berg (person, named)']],
    ['According to The New York Times on Monday, [their sources] {claimed} <it was over>.', ['The New York Times (outlet, named)', 'unnamed sources of The New York Times (unnamed, possessive)']],
    ['[Their sources] also {claimed} <it was over>.', ['Their (unknown, inferred)', 'Their sources (unnamed, possessive)']],
    ['<It was over>.', []],
  ])('%s', (marked, links) => {
    expect(trace(marked)).toEqual(links);
  }); // prettier-ignore

  it.each<readonly [string, Partial<Publisher>, readonly string[]]>([
    ['the outlet from metadata', {}, ['The Harbour Herald (outlet, metadata)']],
    ['the host of the address', { outlet: null, url: 'https://www.bbc.co.uk/news/1' }, ['BBC (outlet, inferred)']],
    ['an unknown host', { outlet: null, url: 'https://www.harbour.example/a' }, ['harbour.example (outlet, inferred)']],
    ['no address', { outlet: null }, ['this report (outlet, inferred)']],
    ['a wire in the metadata', { wire: 'Reuters' }, ['The Harbour Herald (outlet, metadata)', 'Reuters (wire, metadata)']],
    ['a wire in the byline', { wire: 'AP', authors: ['Associated Press'] }, ['The Harbour Herald (outlet, metadata)', 'AP (wire, byline)']],
    ['the wire’s own page', { outlet: 'Reuters', wire: 'Reuters' }, ['Reuters (outlet, metadata)']],
  ])('begins with %s', (_name, facts, links) => {
    expect(show(traceChain({ ...herald, ...facts }, { source: [], cue: [], content: [] }, ''))).toEqual(links);
  }); // prettier-ignore

  it('goes on from the chain of the attribution that holds it', () => {
    const outer = parse('{According to} [The New York Times], <their sources claimed it was over>.');
    const above = traceChain(herald, outer.told, outer.text);
    const inner = parse('According to The New York Times, [their sources] {claimed} <it was over>.');
    expect(show(traceChain(herald, inner.told, inner.text, above))).toEqual([
      'The Harbour Herald (outlet, metadata)',
      'The New York Times (outlet, named)',
      'unnamed sources of The New York Times (unnamed, possessive)',
    ]);
  });

  it('leaves out an outlet that quotes itself', () => {
    const { text, told } = parse('[Ada Holm] {told} CNN <it was over>.');
    expect(show(traceChain({ ...herald, outlet: 'CNN' }, told, text))).toEqual([
      'CNN (outlet, metadata)',
      'Ada Holm (person, named)',
    ]);
  });

  it('gives every mention the text that stands there', () => {
    const { text, told } = parse('<It is over>, {said} [Harbour Board spokesman Lars Finn].');
    const mention = traceChain(herald, told, text).at(-1)?.mention;
    expect(mention?.text).toBe('Lars Finn');
    expect(text.slice(mention?.start, mention?.end)).toBe('Lars Finn');
  });
});
