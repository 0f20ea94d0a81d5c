import { describe, expect, it } from 'vitest';
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
  [
    'The engineers proved to the board and the town that it would hold.',
    ['The engineers | proved | that it would hold'],
  ],
  ['We convinced the board of the town that it would hold.', ['We | convinced | that it would hold']],
  ['He left upon learning there was a crack.', [' | learning | there was a crack']],
  ['We found a note stating, “It will hold.”', ['a note | stating | It will hold']],
  ['The sign read “No entry”.', ['The sign | read | No entry']],
  [
    'She found out why it broke, and was able to prove that nobody checked.',
    ['She | found | why it broke', ' | to prove | that nobody checked'],
  ],
  ['Let us see whether it holds.', ['us | see | whether it holds']],
  ['We did not know what to do.', ['We | did not know | what to do']],
  ['I have no doubt that it will hold.', ['I | have no doubt | that it will hold']],
  ['There were rumours that it would not hold.', [' | There were rumours | that it would not hold']],
  ['It is claimed by the board that it will hold.', ['the board | It is claimed by | that it will hold']],
  ['Moved, I think, by the rain, the board voted.', ['I | think | Moved … by the rain, the board voted']],
  ['In the words of the engineer, “it will hold.”', ['the engineer | In the words of | it will hold']],
  ['So I was like, it will hold.', ['I | was like | it will hold']],
  ['The mayor found a bag of money.', []],
  ['Nobody will be refused “on this ground”.', []],
  ['The word "hold" was painted out.', []],
  ['The board held talks that would fail.', []],
  ['So why do I say so?', []],
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

describe('findPassedOver', () => {
  const facts = { score: 1, confidence: 1, features: [], within: null };

  function pass(text: string, found: readonly string[] = [], orphans: readonly string[] = []): string[] {
    const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    const sentences = [...text.matchAll(/[^.]+\./gu)].map((one) => at(one[0]));
    return findPassedOver(
      text,
      sentences,
      found.map((part) => ({ source: [], cue: [], content: [at(part)], ...facts })),
      orphans.map((part) => ({ role: 'content', reason: 'weak', ...at(part) })),
    ).flatMap(({ cue, confidence }) => cue.map(({ start, end }) => `${text.slice(start, end)} ${confidence}`));
  }

  it.each([
    ['what a person tells of himself', 'I think it will hold.', [], [], ['think 0.6']],
    ['nothing where the network found something', 'We hope it will hold.', ['We hope it will hold'], [], []],
    ['the clause beside what the network found', 'It held, but I doubt that it will.', ['It held'], [], ['doubt 0.6']],
    ['a third person’s clause that is opened', 'The board knows that it will hold.', [], [], ['knows 0.35']],
    ['a third person’s bare clause only with a hint', 'The board knows it will hold.', [], [], []],
    [
      'a third person’s bare clause with a hint',
      'The board knows it will hold.',
      [],
      ['board knows it'],
      ['knows 0.4'],
    ],
    ['a quotation', 'The board said, “It will hold”.', [], [], ['said 0.65']],
    ['no inference', 'It means that the bridge will hold.', [], [], []],
    ['what stands inside an inference', 'It means that you know where we are.', [], [], ['know 0.6']],
  ])('%s', (_, text, found, orphans, expected) => {
    expect(pass(text, found, orphans)).toEqual(expected);
  });
});
