import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { inventAppearance, inventClaim } from '../../../test/invented-claim.ts';
import { claimSchema } from '../../ledger/shown-claim.ts';
import { formatClaim, formatClaimLine } from './claim-text.ts';
import { describeAlert, describeExpected, listReasons, summariseClaim } from './claim-words.ts';
import { judgeClaim } from './judge-claim.ts';
import { describeMoment, describeWindow } from './moment.ts';

const SIX = ['A', 'B', 'C', 'D', 'E', 'F'];
const FIRST = 'Earliest seen here: 3 May 2031, 14:03.';

describe('the sentence that heads a claim', () => {
  it.each([
    ['one outlet that says whence', inventClaim(['The Saltmere Courier'], { 'Aldous Venn': [0] }), `The Saltmere Courier traces it to Aldous Venn. ${FIRST} Not checked.`],
    ['one outlet that does not', inventClaim(['The Saltmere Courier']), `The Saltmere Courier does not say where it got it. ${FIRST} Not checked.`],
    ['all from one', inventClaim(SIX, { 'unnamed officials, to The Tidewater Post': [0, 1, 2, 3, 4, 5] }), `All 6 outlets trace to unnamed officials speaking to The Tidewater Post. ${FIRST} None of 6 checked.`],
    ['all but one', inventClaim(SIX, { 'Aldous Venn': [0, 1, 2, 3, 4] }), `5 of the 6 outlets trace to Aldous Venn; one does not say. ${FIRST} None of 6 checked.`],
    ['several origins', inventClaim(SIX, { 'Mira Tolland': [3], 'Aldous Venn': [0, 1] }), `2 of the 6 outlets trace to Aldous Venn and one to Mira Tolland; 3 do not say. ${FIRST} None of 6 checked.`],
    ['many origins', inventClaim(SIX, { P: [0], Q: [1], R: [2], S: [3], T: [4] }), `One of the 6 outlets traces to P, one to Q, one to R and to 2 other origins; one does not say. ${FIRST} None of 6 checked.`],
    ['nobody says', inventClaim(['A', 'B', 'C']), `None of the 3 outlets says where it got it. ${FIRST} None of 3 checked.`],
    ['two outlets', inventClaim(['A', 'B'], { 'Aldous Venn': [0, 1] }), `Both outlets trace to Aldous Venn. ${FIRST} None of 2 checked.`],
  ] as const)('%s', (_, claim, sentence) => {
    expect(summariseClaim(claim)).toBe(sentence);
  }); // prettier-ignore

  it('counts reports without an outlet each for itself', () => {
    const [first, second] = ['a', 'b'].map((version) => {
      const one = inventAppearance('this report');
      return { ...one, report: { ...one.report, outlet: null, version } };
    });
    if (first === undefined || second === undefined) throw new Error('two were made');
    const claim = inventClaim(['A', 'B'], { 'Aldous Venn': [0, 1] }, { appearances: [first, second] });
    expect(summariseClaim(claim)).toBe(`Both outlets trace to Aldous Venn. ${FIRST} None of 2 checked.`);
  });

  it('says who speaks against it, what is not read yet, and how much a person has checked', () => {
    const denial = (by: string, strength: 'denied' | 'unconfirmed' | 'declined') => ({ by, strength, leaves: null, appearance: inventAppearance('A') }); // prettier-ignore
    const claim = inventClaim(['A', 'B'], { 'Aldous Venn': [0, 1] }, {
      denials: [denial('Mira Tolland', 'denied'), denial('Mira Tolland', 'denied'), denial('the council', 'declined')],
      unread: [{ outlet: 'The Tidewater Post', date: null, href: null, citedBy: [0] }],
      checked: { appearances: 1, of: 2, by: ['ines'], last: '2031-05-04T08:00:00Z' },
    }); // prettier-ignore
    expect(summariseClaim(claim)).toBe(
      `Both outlets trace to Aldous Venn. Against it: Mira Tolland. No comment from: the council. ${FIRST} Named and not read yet: The Tidewater Post. 1 of 2 checked.`,
    );
  });

  it('says so where only denials are seen, and where nothing is dated', () => {
    const claim = inventClaim(['A'], {}, { appearances: [inventAppearance('A', { polarity: 'denied' })] });
    expect(summariseClaim({ ...claim, basis: { ...claim.basis, from: null } })).toBe(
      'Only what speaks against it is seen. A does not say where it got it. None of its reports is dated. Not checked.',
    );
  });
});

describe('times for people', () => {
  it.each([
    ['2023-09-04T14:03:00+02:00', '4 September 2023, 14:03'],
    ['2023-09-04', '4 September 2023'],
    ['2023-09', 'September 2023'],
    ['2023', '2023'],
    ['2023-09~', 'about September 2023'],
    ['2023-21', 'spring 2023'],
    ['2023-25', '2023-25'],
    ['XXXX-09-04', 'XXXX-09-04'],
  ])('%s is %s', (written, spoken) => {
    expect(describeMoment(written)).toBe(spoken);
  });
  it.each([
    ['2031-05-04/2031-05-06', '4 May 2031 to 6 May 2031'],
    ['2031-05-04/..', 'from 4 May 2031'],
    ['../2031-05-04', 'until 4 May 2031'],
  ])('%s is %s', (window, spoken) => {
    expect(describeWindow(window)).toBe(spoken);
  });
  it('an expected event tells time, place and what became of it', () => {
    const expected = {
      window: '2031-05-04',
      where: ['Ansel'],
      who: [],
      status: 'did-not',
      evidence: [],
      setBy: null,
    } as const;
    expect(describeExpected({ ...expected, where: ['Ansel'], who: [], evidence: [] })).toBe(
      'Expected 4 May 2031, in Ansel: did not happen',
    );
    const open = { ...expected, where: [] as string[], who: [], evidence: [], status: 'expected' as const };
    expect(describeExpected({ ...open, window: 'FUTURE_REF' })).toBe('Expected, no date told: still ahead');
    expect(describeExpected({ ...open, window: null, where: ['Ansel'] })).toBe(
      'Expected in Ansel, no date told: still ahead',
    );
  });
  it('what its day has passed and nobody has told of is overdue, as of a day', () => {
    const expected = { window: '2031-05-04', status: 'expected' } as const;
    expect(judgeClaim({ expected }, '2031-05-04').expected?.status).toBe('expected');
    expect(judgeClaim({ expected }, '2031-05-05').expected?.status).toBe('overdue');
    expect(judgeClaim({ expected: null }, '2031-05-05').expected).toBeNull();
  });
  it.each([
    ['told as 2,000,000,000 $, 326,000,000 $', 'Numbers differ: told as $2 billion, $326 million'],
    ['told as 2,500,000 crowns, 20 $', 'Numbers differ: told as 2.5 million crowns, $20'],
    ['told as 140 workers, 1,240 workers', 'Numbers differ: told as 140 workers, 1,240 workers'],
  ])('numbers that differ are written as a newsroom does: %s', (what, spoken) => {
    expect(describeAlert({ kind: 'number-drift', what, reports: [] })).toBe(spoken);
  });
  it('why origins are counted so stands as sentences, each once', () => {
    const open = 'where Coastline Daily has it from is not known';
    const why = [open, 'unnamed officials, to A and unnamed staff, to B may be the same people', open];
    expect(listReasons({ independent: { why } })).toEqual([
      'Where Coastline Daily has it from is not known.',
      'Unnamed officials speaking to A and unnamed staff speaking to B may be the same people.',
    ]);
  });
});

describe('claims as text', () => {
  const claim = inventClaim(['The Saltmere Courier', 'The Tidewater Post'], { 'Aldous Venn': [0] }, {
    alerts: [{ kind: 'number-drift', what: 'told as 2 ferries, 3 ferries', reports: [] }],
    match: 'by meaning',
  }); // prettier-ignore

  it('are of the published shape', () => {
    expect(claimSchema.parse(claim)).toEqual(claim);
  });

  it('stand in a list with the sentence, what to look at, the short id and why they were found', () => {
    expect(formatClaimLine(claim, { width: 200, color: false })).toBe(
      `The ferry will move
  One of the 2 outlets traces to Aldous Venn; one does not say. ${FIRST} None of 2 checked.
  ! Numbers differ: told as 2 ferries, 3 ferries
  014aaaaaaaaa · by meaning
`,
    );
  });

  it('are the same with colour, and harmless', () => {
    const evil = { ...claim, text: 'a \u001B[31mred\u202E ferry' };
    const colored = formatClaim(evil, true, { width: 60, color: true });
    expect(stripVTControlCharacters(colored)).toBe(formatClaim(evil, true, { width: 60, color: false }));
    expect(formatClaim(evil, true, { width: 60, color: false }).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
  });

  it('tell in full where each is seen, and with --why what the counts are made of', () => {
    const out = formatClaim(claim, true, { width: 200, color: false });
    expect(out).toContain('  Aldous Venn · [1]\n');
    expect(out).toContain(
      '  [2] The Tidewater Post · 3 May 2031, 14:03 · says where it got it\n      “the ferry will move”\n',
    );
    expect(out).toContain('Why these counts\n  2 reports, 3 May 2031, 14:03 to 3 May 2031, 14:03; 2 outlets: The Saltmere Courier, The Tidewater Post.\n'); // prettier-ignore
    expect(formatClaim(claim, false, { width: 200, color: false })).not.toContain('Why these counts');
  });

  it('show what a person graded, and strike through what is set aside', () => {
    const appearances = [inventAppearance('The Saltmere Courier'), inventAppearance('The Tidewater Post', { setAside: true })]; // prettier-ignore
    const grade = { reliability: 'B', credibility: null, by: 'Ines', at: '2031-05-04T09:00:00Z', why: 'he signs them' } as const; // prettier-ignore
    const graded = { ...claim, appearances, outlets: 1, grade };
    expect(formatClaimLine(graded, { width: 200, color: false })).toContain('\n  Graded B– by Ines on 4 May 2031: he signs them.\n'); // prettier-ignore
    const out = formatClaim(graded, false, { width: 200, color: true });
    expect(out).toContain('The Tidewater Post · 3 May 2031, 14:03 · set aside, in no count');
    expect(out).toContain('\u001B[2;9m“the');
    expect(summariseClaim({ ...graded, appearances: appearances.slice(1), outlets: 0 })).toBe('Set aside by a person: it is in no count.'); // prettier-ignore
  });
});
