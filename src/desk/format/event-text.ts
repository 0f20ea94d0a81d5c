import type { ExpectedEvent } from '../../ledger/ledger.ts';
import { ClaimLines, SHORT_ID } from './claim-text.ts';
import { joinSome, nameTeller } from './claim-words.ts';
import { cutWords } from './cut-words.ts';
import { describeMoment, tellWindow } from './moment.ts';
import type { TextOptions } from './text.ts';

export const EVENT_STATUS: Readonly<Record<ExpectedEvent['status'], string>> = {
  expected: 'still ahead',
  confirmed: 'confirmed',
  happened: 'happened',
  'did-not': 'did not happen',
  moved: 'moved',
  cancelled: 'called off',
  overdue: 'overdue',
};

/** An expected event: what, when and where, what became of it, whom it is traced to, who shows it, and its claim's id. */
export function formatEvent(event: ExpectedEvent, options: TextOptions): string {
  const { claim, text, status, window, where, origins, basis, evidence, setBy } = event;
  const lines = new ClaimLines(options).write(cutWords(text), 'heading');
  const place = where.length === 0 ? '' : `, ${joinSome(where)}`;
  lines.write(`${tellWindow(window) ?? 'No date told'}${place} · ${EVENT_STATUS[status]}`, status === 'overdue' ? 'against' : 'plain', 2); // prettier-ignore
  const traced =
    origins.length === 0 ? 'nobody is named as its origin' : `traced to ${joinSome(origins.map(nameTeller))}`;
  lines.write(`${String(basis.reports)} ${basis.reports === 1 ? 'report' : 'reports'} · ${traced}`, 'plain', 2);
  for (const { report } of evidence) lines.write(`shown by ${[report.outlet, report.url].filter((one) => one !== null).join(', ')}`, 'plain', 2); // prettier-ignore
  if (setBy !== null) lines.write(`set by ${setBy.by}, ${describeMoment(setBy.at.slice(0, 10))}${setBy.why === '' ? '' : `: ${setBy.why}`}`, 'plain', 2); // prettier-ignore
  return lines.write(claim.slice(0, SHORT_ID), 'faint', 2).end();
}
