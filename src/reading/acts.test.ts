import { describe, expect, it } from 'vitest';
import { readLexicon } from '../base/lexicon.ts';
import { actOf } from './acts.ts';
import { ACTS } from './act-names.ts';

describe('actOf', () => {
  it.each([
    ['said', 'say'],
    ['has repeatedly said', 'say'],
    ['said in a statement', 'say'],
    ['tells', 'say'],
    ['pointed out', 'say'],
    ['made it very clear', 'say'],
    ['claimed', 'claim'],
    ['was quoted as saying', 'report'],
    ['according to', 'report'],
    ['as reported by', 'report'],
    ['citing', 'report'],
    ['reportedly', 'report'],
    ['allegedly', 'allege'],
    ['announced plans', 'announce'],
    ['called on', 'demand'],
    ['called', 'call'],
    ['are calling for', 'demand'],
    ['vowed', 'promise'],
    ['threatened', 'threaten'],
    ['denied', 'deny'],
    ['dismissed', 'deny'],
    ['cast doubt on', 'dispute'],
    ['questioned', 'dispute'],
    ['questions about', 'ask'],
    ['the question of', 'ask'],
    ['will no doubt champion', 'praise'],
    ['declined', 'decline'],
    ['admitted', 'confirm'],
    ['lashed out at', 'criticise'],
    ['paid tribute to', 'praise'],
    ['is expected', 'expect'],
    ['warned', 'warn'],
    ['accused', 'accuse'],
    ['charged', 'accuse'],
    ['thinks', 'believe'],
    ['found out', 'learn'],
    ['showed', 'show'],
    ['would like', 'hope'],
    ['agreed with', 'agree'],
    ['predicts', 'predict'],
    ['ordered', 'order'],
    ['asked about', 'ask'],
    ['is planning to', 'plan'],
    [':', null],
    ['of', null],
  ] as const)('“%s” is the act %s', (cue, act) => {
    expect(actOf(cue)).toBe(act);
  });
});

describe('lexicons/cues.tsv', () => {
  const rows = readLexicon('cues');
  it('names only acts and polarities of the contract', () => {
    const polarities = ['affirmed', 'negated', 'denied', 'disputed', 'unconfirmed', 'declined'];
    const wrong = rows.filter(
      ([, kind, act, polarity]) =>
        !['verb', 'phrase'].includes(kind ?? '') ||
        !ACTS.some((name) => name === act) ||
        !polarities.includes(polarity ?? ''),
    );
    expect(wrong).toEqual([]);
  });
  it('has an entry for every act', () => {
    const acts = new Set(rows.map(([, , act]) => act));
    expect(ACTS.filter((act) => !acts.has(act))).toEqual([]);
  });
});
