import { expect, it } from 'vitest';
import { tokenize } from './tokens.ts';
import { joinPeoples } from './whole-peoples.ts';

/** The names of a text, of which `told` are told by their words, the first occurrences after each other. */
function join(text: string, told: readonly string[]): string[] {
  const tokens = tokenize(text, { start: 0, end: text.length });
  let from = 0;
  const spans = told.map((words) => {
    const at = text.indexOf(words, from);
    from = at + words.length;
    const start = tokens.findIndex((token) => token.start === at);
    return { begin: 1, chance: 1, start, end: tokens.findIndex((token) => token.end === from) + 1 };
  });
  return joinPeoples(tokens, spans).map(({ start, end }) => text.slice(tokens[start]?.start, tokens[end - 1]?.end));
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
