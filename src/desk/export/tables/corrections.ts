import { anchorsOf } from '../../../ledger/hand.ts';
import { defineTable, REPORT_KEY } from './table.ts';

export const corrections = defineTable(
  'corrections',
  'One row an act of a person, in the order in which they came; an undo is one too.',
  {
    correction: ['text', 'id'],
    kind: ['text', 'accept, reject, merge, split, outcome, undo and so on'],
    report: REPORT_KEY,
    text_sha256: ['text', 'sha256 of the text (UTF-8) that it is anchored to'],
    appearance: ['text', 'id of the appearance that it is about'],
    other: ['text', 'of a merge or a split, the other appearance'],
    outcome: ['text', 'happened, did-not, cancelled or moved'],
    evidence: ['text', 'address that shows the outcome'],
    undoes: ['text', 'id of the correction that an undo takes back'],
    at: ['text', 'when, in UTC'],
    by: ['text', 'who'],
    why: ['text', 'why, in their words'],
  },
  // What comes is whole and sorted already.
  async function* rows({ corrections: kept }) {
    for (const correction of await Promise.resolve(kept)) {
      const { id, kind, report, text, body, at, by, why } = correction;
      const [one, other] = anchorsOf(correction);
      const told = (name: string): string | null => (typeof body[name] === 'string' ? body[name] : null);
      yield {
        ...{ correction: id, kind, report, text_sha256: text, appearance: one?.appearance ?? null },
        ...{ other: other?.appearance ?? null, outcome: told('outcome'), evidence: told('evidence') },
        ...{ undoes: told('correction'), at, by, why },
      };
    }
  },
);
