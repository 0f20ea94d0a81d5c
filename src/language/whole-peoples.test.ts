import { expect, it } from 'vitest';
import { tellSpans, wordsOf } from '../../test/told-spans.ts';
import { joinPeoples } from './whole-peoples.ts';

/** The names of a text, of which `told` are told. */
function join(text: string, told: readonly string[]): string[] {
  const { tokens, spans } = tellSpans(text, told);
  return wordsOf(text, tokens, joinPeoples(tokens, spans));
}

it.each<[string, string, readonly string[], readonly string[]]>([
  ['each word told by itself', 'A North Korean crew met Holm.', ['North', 'Korean', 'Holm'], ['North Korean', 'Holm']],
  ['the second alone', 'A South African crew left.', ['African'], ['South African']],
  ['a country', 'They flew to New Zealand.', ['Zealand'], ['New Zealand']],
  ['not where a longer name holds it', 'The North Korean Board met.', ['North Korean Board'], ['North Korean Board']],
  ['nor where the second begins a longer one', 'In North Korean War Board rooms.', ['Korean War Board'], ['Korean War Board']],
  ['before a body of theirs', 'The Danish Foreign Ministry and a Danish Holm Trust.', ['Danish', 'Foreign Ministry', 'Danish', 'Holm Trust'], ['Danish Foreign Ministry', 'Danish', 'Holm Trust']],
  ['in two words before a body', 'The North Korean Army left.', ['North', 'Army'], ['North Korean Army']],
  ['nor two that name nobody together', 'A Danish Korean crew left.', ['Danish', 'Korean'], ['Danish', 'Korean']],
])('%s', (_, text, told, names) => {
  expect(join(text, told)).toEqual(names);
}); // prettier-ignore
