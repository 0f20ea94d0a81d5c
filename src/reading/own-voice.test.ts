import { expect, it } from 'vitest';
import { findOwnVoice } from './own-voice.ts';

function own(sentence: string, taken: readonly string[] = []): string[] {
  const whole = { start: 0, end: sentence.length };
  const ranges = taken.map((part) => ({ start: sentence.indexOf(part), end: sentence.indexOf(part) + part.length }));
  const found = findOwnVoice({ text: sentence, paragraphs: [whole], sentences: [whole] }, ranges);
  return found.map(({ content }) => content.map(({ start, end }) => sentence.slice(start, end)).join(' … '));
}

const cases: readonly (readonly [name: string, sentence: string, own: readonly string[], taken?: readonly string[]])[] = [
  ['a plain statement loses its full stop', 'The bridge opened on Friday.', ['The bridge opened on Friday']],
  ['two main clauses', 'The bridge opened on Friday, and traffic returned to the old town.', ['The bridge opened on Friday', 'traffic returned to the old town']],
  ['a pronoun subject without a comma', 'The mayor cut the ribbon and she drove across.', ['The mayor cut the ribbon', 'she drove across']],
  ['one subject with two verbs is one clause', 'The mayor cut the ribbon and drove across.', ['The mayor cut the ribbon and drove across']],
  ['two subjects with one verb are one clause', 'The mayor and the bishop drove across.', ['The mayor and the bishop drove across']],
  ['a semicolon', 'The bridge opened on Friday; the tunnel stayed closed.', ['The bridge opened on Friday', 'the tunnel stayed closed']],
  ['a concession in front', 'Although the rain had stopped, the match was abandoned.', ['the match was abandoned']],
  ['a concession behind', 'The match was abandoned, although the rain had stopped.', ['The match was abandoned']],
  ['a relative clause between commas', 'The mayor, who lives nearby, cut the ribbon.', ['The mayor … cut the ribbon']],
  ['a relative clause at the end', 'The mayor opened the bridge, which cost two million.', ['The mayor opened the bridge']],
  ['a relative clause without commas stays', 'The man who built the bridge lives nearby.', ['The man who built the bridge lives nearby']],
  ['framing in front', 'In response, the council closed the bridge.', ['the council closed the bridge']],
  ['a conjunction in front', 'But the council closed the bridge.', ['the council closed the bridge']],
  ['a question', 'Who will pay for the bridge?', []],
  ['an imperative', 'Thank you for reading this article.', []],
  ['a heading', 'A bridge for the old town', []],
  ['a sentence that somebody tells', 'The bridge is safe, the mayor said.', [], ['The bridge is safe', 'the mayor', 'said']],
  ['the clause beside one that somebody tells', 'The bridge opened on Friday, and the mayor said it was safe.', ['The bridge opened on Friday'], ['the mayor', 'said', 'it was safe']],
  ['somebody’s words inside a relative clause', 'The bridge, which the mayor called a wonder, opened on Friday.', ['The bridge … opened on Friday'], ['the mayor', 'called', 'a wonder']],
  ['a quotation without a speaker', '“We waited for this bridge for twenty years and more.”', []],
  ['a subject that holds what somebody likes', 'The owners of the boats that those who like the pier want to see moved paid nothing at all for the work last year.', ['The owners of the boats that those who like the pier want to see moved paid nothing at all for the work last year'], ['who', 'like', 'the pier']],
  ['two words', 'Danger lurks.', ['Danger lurks']],
  ['an aside between subject and participle', 'Lawmakers, as part of the deal in May, delayed the vote for two months.', ['Lawmakers, as part of the deal in May, delayed the vote for two months']],
  ['a dateline', 'Saltmere (Reuters) - The ferry sank on Friday.', ['The ferry sank on Friday']],
  ['an exclamation', 'What a difference a month makes.', []],
  ['what opens a quotation', 'Looking back, she says:', []],
  ['a credit', 'The Harbour Press contributed to this report.', []],
  ['a reason is part of its clause', 'The bridge closed because the wind rose, and the ferry stopped.', ['The bridge closed because the wind rose, and the ferry stopped']],
]; // prettier-ignore

it.each(cases.map(([name, sentence, expected, taken]) => ({ name, sentence, expected, taken })))('$name', (one) => {
  const { sentence, expected, taken = [] } = one;
  expect(own(sentence, taken)).toEqual([...expected]);
});

it('gives none from the first of several speaker turns on', () => {
  const parts = [
    'The ferry sank.',
    'JO HALE: It was an old boat.',
    'It had no pumps.',
    'BO LIND, mayor: We knew that.',
  ];
  const text = parts.join('\n\n');
  const ranges = parts.map((part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length }));
  const found = findOwnVoice({ text, paragraphs: ranges, sentences: ranges }, []);
  expect(found.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join())).toEqual(['The ferry sank']); // prettier-ignore
});
