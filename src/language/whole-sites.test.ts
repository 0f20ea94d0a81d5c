import { expect, it } from 'vitest';
import { tellSpans, wordsOf } from '../../test/told-spans.ts';
import { keepSitesWhole } from './whole-sites.ts';

it.each<[string, string, readonly string[], readonly string[]]>([
  ['cut at the dot', 'It came, as reported by oarlight.ru.', ['reported by', 'oarlight'], ['reported by', 'oarlight.ru']],
  ['cut in the middle', 'Ask news.oarlight.com today.', ['news.oarlight'], ['news.oarlight.com']],
  ['both parts told', 'He wrote to oarlight.net, she said.', ['wrote to oarlight', 'net', 'she'], ['wrote to oarlight.net', 'she']],
  ['not a sentence that begins without a space', 'It was the last week.Now Holm spoke.', ['the last week'], ['the last week']],
])('%s', (_, text, told, kept) => {
  const { tokens, spans } = tellSpans(text, told);
  expect(wordsOf(text, tokens, [...keepSitesWhole(tokens, spans)])).toEqual(kept);
}); // prettier-ignore
