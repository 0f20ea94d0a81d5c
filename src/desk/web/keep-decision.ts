import { HearsayError } from '../../base/error.ts';
import type { Decision } from '../../ledger/ledger.ts';
import type { SourceDecision } from './decision-form.ts';
import { todayOf, type Desk } from './desk.ts';

/**
 * Keeps what a person decided. `by`: who.
 * @returns its id, for an undo
 * @throws HearsayError `usage.bad-option`, `ledger.unknown-*`
 */
export async function keepDecision(desk: Desk, decision: Decision | SourceDecision, by: string): Promise<string> {
  if (!('one' in decision)) return desk.ledger.decide(decision, by);
  const { kind, one, other, why } = decision;
  if (one === other) throw new HearsayError('usage.bad-option', 'This cannot be kept', 'it names one source twice', 'name two'); // prettier-ignore
  const sources = [await nameSource(desk, one), await nameSource(desk, other)];
  return desk.ledger.correct({ kind, report: null, text: null, body: { sources }, why }, by);
}

async function nameSource(desk: Desk, id: string): Promise<string> {
  if ((await desk.ledger.source(id, todayOf(desk))).length === 1) return id;
  throw new HearsayError('ledger.unknown-source', 'This source is not in the ledger', 'the report that told of it was forgotten since', 'load the review again'); // prettier-ignore
}
