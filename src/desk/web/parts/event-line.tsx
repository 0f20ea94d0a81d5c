import type { ExpectedEvent } from '../../../ledger/ledger.ts';
import { cutWords } from '../../format/cut-words.ts';
import { EVENT_STATUS } from '../../format/event-text.ts';
import { tellWindow } from '../../format/moment.ts';
import { claimPath } from './words.tsx';

/** One expected event: when, what, and what became of it. */
export function EventLine({ event }: { event: ExpectedEvent }) {
  const { claim, text, window, status, where } = event;
  return (
    <div class="event" data-item>
      <p class="when">
        {tellWindow(window) ?? 'No date told'}
        {where.length > 0 ? `, ${where.slice(0, 2).join(', ')}` : ''} <StatusMark status={status} />
      </p>
      <p>
        <a href={claimPath(claim)} dir="auto">
          {cutWords(text)}
        </a>
      </p>
    </div>
  );
}

export function StatusMark({ status }: { status: ExpectedEvent['status'] }) {
  return <span class={`status ${status}`}>{EVENT_STATUS[status]}</span>;
}
