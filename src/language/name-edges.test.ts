import { expect, it } from 'vitest';
import { tellSpans, wordsOf } from '../../test/told-spans.ts';
import { mendNameEdges } from './name-edges.ts';

it.each<[string, string, readonly string[], readonly string[]]>([
  ['a title cut short', 'Sen. Ada Holm met Rep. Reed.', ['Sen', 'Ada Holm', 'Rep.', 'Reed'], ['Ada Holm', 'Reed']],
  ['titles and nothing else', 'Lt. Col. Holm met [Rep.] Reed, Mrs or Mr.', ['Lt. Col', 'Holm', 'Rep', 'Reed', 'Mrs'], ['Holm', 'Reed']],
  ['a surname that is a title, at the end', 'They asked King. The sale goes on.', ['King'], ['King']],
  ['behind an initial', 'Speaker Paul D. Holm said so.', ['Paul D.', 'Holm'], ['Paul D. Holm']],
  ['an article that belongs to it, or to nothing', 'A court of The Hague told The press.', ['The', 'Hague', 'The'], ['The Hague']],
  ['not over the end of a sentence', 'It was Jo B.  Reed left.', ['Jo B.', 'Reed'], ['Jo B.', 'Reed']],
  ['marks at the ends', 'From Saltmere, Holm (Reed) wrote.', ['Saltmere,', 'Holm (', 'Reed)'], ['Saltmere', 'Holm', 'Reed']],
])('%s', (_, text, told, names) => {
  const { tokens, spans } = tellSpans(text, told);
  expect(wordsOf(text, tokens, mendNameEdges(tokens, spans))).toEqual(names);
}); // prettier-ignore
