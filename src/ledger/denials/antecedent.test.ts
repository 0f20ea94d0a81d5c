import { describe, expect, it } from 'vitest';
import { pointsBack } from './antecedent.ts';

describe('whether a denial only takes up what was said before', () => {
  it.each(['the charges', 'a charge that', 'which', 'any wrongdoing', 'the report', 'it happened', 'that that was the case', 'their account', 'that’s untrue', 'this is simply not true', 'the fraud claims', 'that suggestion as a sign of disarray', 'the reports and no bid materialized', 'he would seriously consider it', 'she had ever done so', 'they’d asked for that'])(
    '“%s” does',
    (words) => {
      expect(pointsBack(words)).toBe(true);
    },
  ); // prettier-ignore

  it.each(['that the dock would be moved', 'the claim that the mayor sold the yard', 'she mishandled the accounts', 'he would sell it to them', 'any worker would lose their job'])(
    '“%s” says what is not so',
    (words) => {
      expect(pointsBack(words)).toBe(false);
    },
  ); // prettier-ignore
});
