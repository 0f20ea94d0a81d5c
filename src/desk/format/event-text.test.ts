import { describe, expect, it } from 'vitest';
import { formatEvent } from './event-text.ts';
import { describeRevision } from './revision-text.ts';

const OPTIONS = { width: 80, color: false };

describe('an expected event as text', () => {
  const event = {
    ...{ claim: 'ab'.repeat(32), text: 'the ferry will move to Norring', window: '2031-05-04/2031-05-06', where: ['Norring'] }, // prettier-ignore
    ...{ status: 'overdue', origins: ['unnamed officials, to The Tidewater Post', 'Aldous Venn'], who: [], evidence: [], setBy: null }, // prettier-ignore
    basis: { reports: 2, outlets: 2, from: null, to: null },
  } as const;

  it('says when, where, how it stands, whom it is traced to, and the id that `claim` takes', () => {
    expect(formatEvent(event as never, OPTIONS)).toBe(`the ferry will move to Norring
  4 May 2031 to 6 May 2031, Norring · overdue
  2 reports · traced to unnamed officials speaking to The Tidewater Post and
    Aldous Venn
  abababababab
`);
  });

  it('without a day and without an origin says so', () => {
    const told = formatEvent({ ...event, window: 'FUTURE_REF', where: [], status: 'expected', origins: [] } as never, OPTIONS); // prettier-ignore
    expect(told).toContain('  No date told · still ahead\n  2 reports · nobody is named as its origin\n');
  });
});

it('a revision says in newsroom words what changed in each claim', () => {
  const changed = [{ kind: 're-hedged', before: { value: 'unstated', text: 'x' }, after: { value: 'possible: could', text: 'the ferry could move' } }]; // prettier-ignore
  const told = describeRevision('Version 1 → 2', { added: ['a'], removed: ['b'], changed, notices: ['Corrected.'] } as never, null); // prettier-ignore
  expect(told).toBe(`Version 1 → 2
  notice: Corrected.
  How surely: no hedge → possible: could
    the ferry could move
  new: a
  gone: b
`);
});
