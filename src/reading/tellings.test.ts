import { expect, it } from 'vitest';
import { findTellings } from './tellings.ts';

function tell(text: string): string[] {
  const show = (parts: readonly { start: number; end: number }[]) =>
    parts.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return findTellings(text, [{ start: 0, end: text.length }]).map(
    ({ source, cue, content }) => `${show(source)} | ${show(cue)} | ${show(content)}`,
  );
}

it.each([
  ['I think the bridge will hold.', ['I | think | the bridge will hold']],
  ['their engineers claimed that the bridge would hold', ['their engineers | claimed | that the bridge would hold']],
  ['We don’t know where the money went.', ['We | don’t know | where the money went']],
  ['The bridge will hold, I think.', ['I | think | The bridge will hold']],
  ['She told me that it was over, but I stayed.', ['She | told | that it was over']],
  ['According to Holm, the bridge will hold.', ['Holm | According to | the bridge will hold']],
  ['The bridge will hold, according to the board.', ['the board | according to | The bridge will hold']],
  ['The engineer said, “It will hold.”', ['The engineer | said | It will hold']],
  ['He says he believes they left.', ['He | says | he believes they left', 'he | believes | they left']],
  ['The mayor found a bag of money.', []],
  ['They want to leave.', []],
  ['The bridge was built by Holm in 1912.', []],
])('%s', (text, expected) => {
  expect(tell(text)).toEqual(expected);
});
