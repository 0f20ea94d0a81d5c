import type { Appearance } from './appearances.ts';
import type { Expected, ReportLine } from './claim.ts';

/** An event that is called off or moved says so in its kind. */
const OFF: Readonly<Record<string, Expected['status']>> = { cancelled: 'cancelled', postponed: 'moved' };

/**
 * What is expected and what became of it, from a claim's appearances in their order; null where nothing is ahead. The
 * window is the last one told. A party's own word confirms; own voice without a "will" after the window's end says that
 * it happened; nothing known after its end is overdue by `today` (an ISO day; null: never overdue).
 */
export function followExpected(
  members: readonly Appearance[],
  reportOf: (one: Appearance) => ReportLine,
  today: string | null,
): Expected | null {
  // prettier-ignore
  const ahead = members.filter(({ event }) => event !== null);
  if (ahead.length === 0) return null;
  const window = ahead.flatMap(({ event }) => event?.window ?? []).at(-1) ?? null;
  const where = [...new Set(ahead.flatMap((one) => one.where.map(({ name }) => name)))];
  const who = [...new Set(ahead.flatMap(({ body }) => body ?? []))];
  const off = ahead.findLast(({ event }) => event !== null && OFF[event.kind] !== undefined);
  const done = members.filter((one) => one.event === null && isDone(one, window));
  const confirmed = members.filter(
    ({ act, polarity }) => (act === 'confirm' || act === 'announce') && polarity === 'affirmed',
  );
  const [status, shown] = off
    ? [OFF[off.event?.kind ?? ''] ?? 'cancelled', [off]]
    : done.length > 0
      ? ['happened' as const, done]
      : isOver(window, today)
        ? ['overdue' as const, []]
        : confirmed.length > 0
          ? ['confirmed' as const, confirmed]
          : ['expected' as const, []];
  return {
    window,
    where,
    who,
    status,
    evidence: shown.map((one) => ({ report: reportOf(one), attribution: one.attribution })),
  };
}

/** Told in own voice as a fact, on or after the window's first day. */
function isDone({ voice, published, proposition, certainty }: Appearance, window: string | null): boolean {
  if (voice !== 'own' || proposition.negated || proposition.weighed || proposition.nominal || certainty.level === 'possible') return false; // prettier-ignore
  const start = window?.split('/')[0];
  return start !== undefined && published !== null && published.slice(0, start.length) >= start;
}

function isOver(window: string | null, today: string | null): boolean {
  const end = window?.split('/').at(-1);
  return end !== undefined && end !== '' && today !== null && /^\d{4}/u.test(end) && end < today.slice(0, end.length);
}
