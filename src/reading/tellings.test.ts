import { expect, it } from 'vitest';
import { findPassedOver, findTellings, joinTellings } from './tellings.ts';

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
  ['He says he believes they left.', ['He | says | he believes they left']],
  ['I am sure that it will hold.', ['I | am sure | that it will hold']],
  ['You see, the bridge was old.', ['You | see | the bridge was old']],
  ['It was in my third year I think.', ['I | think | It was in my third year']],
  ['The mayor found a bag of money.', []],
  ['They want to leave.', []],
  ['The bridge was built by Holm in 1912.', []],
])('%s', (text, expected) => {
  expect(tell(text)).toEqual(expected);
});

it('keeps the network’s telling over the rule’s, and puts it within a rule’s that holds it', () => {
  const text = 'I think the board said it was over.';
  const rules = findTellings(text, [{ start: 0, end: text.length }]);
  const at = (part: string) => [{ start: text.indexOf(part), end: text.indexOf(part) + part.length }];
  const facts = { score: 1, confidence: 1, features: [], within: null };
  const network = { source: at('the board'), cue: at('said'), content: at('it was over'), ...facts };
  expect(joinTellings([network], rules).map((one) => [one.cue, one.within])).toEqual([
    [at('said'), 1],
    [at('think'), null],
  ]);
  const same = { ...network, source: at('I'), cue: at('think'), content: at('the board said it was over') };
  expect(joinTellings([same], rules)).toEqual([same]);
});

it('takes of the whole text only what a person tells of himself, where nothing else was found', () => {
  const text = 'I think it will hold. The board knows it will hold. We hope it will hold.';
  const sentences = [...text.matchAll(/[^.]+\./gu)].map((one) => ({
    start: one.index,
    end: one.index + one[0].length,
  }));
  const facts = { score: 1, confidence: 1, features: [], within: null };
  const network = { source: [], cue: [], content: [{ start: text.indexOf('We'), end: text.length }], ...facts };
  const cues = findPassedOver(text, sentences, [network], []).flatMap(({ cue }) => cue);
  expect(cues.map(({ start, end }) => text.slice(start, end))).toEqual(['think']);
});
