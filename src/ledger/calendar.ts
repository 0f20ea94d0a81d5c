import type { Appearance } from './appearances.ts';
import type { Expected, ReportLine } from './claim.ts';
import type { SaidOutcome } from './hand.ts';
import { keyAddress } from './report-key.ts';

/** An event that is called off or moved says so in its kind. */
const OFF: Readonly<Record<string, Expected['status']>> = { cancelled: 'cancelled', postponed: 'moved' };

/**
 * What is expected and what became of it, from a claim's appearances in their order; null where nothing is ahead. The
 * window is the last one told. A party's own word confirms; own voice without a "will" after the window's end says that
 * it happened. Whether it is overdue follows from the day on which it is asked for: `judgeOverdue`.
 */
export function followExpected(
  members: readonly Appearance[],
  reportOf: (one: Appearance) => ReportLine,
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
      : confirmed.length > 0
        ? ['confirmed' as const, confirmed]
        : ['expected' as const, []];
  return {
    window,
    where,
    who,
    status,
    evidence: shown.map((one) => ({ report: reportOf(one), attribution: one.attribution })),
    setBy: null,
  };
}

const UNFORESEEN: Expected = { window: null, where: [], who: [], status: 'expected', evidence: [], setBy: null };

/** What a person said of the outcome stands before what is computed; also of an event that the machine did not see coming. */
export function settleOutcome(
  expected: Expected | null,
  said: SaidOutcome | null,
  held: ReadonlyMap<string, ReportLine>,
): Expected | null {
  if (said === null) return expected;
  const { outcome, evidence: url, by, at, why } = said;
  const key = url === null ? null : keyAddress(url);
  const report = key === null ? null : (held.get(key) ?? { key, url, outlet: null, title: null, published: null, version: null }); // prettier-ignore
  return {
    ...(expected ?? UNFORESEEN),
    status: outcome,
    evidence: report === null ? [] : [{ report, attribution: null }],
    setBy: { by, at, why, evidence: url },
  };
}

/** The status as of a day: what nobody has told of since its window closed is overdue. */
export function judgeOverdue<Event extends Pick<Expected, 'status' | 'window'>>(expected: Event, today: string): Event {
  const isOpen = expected.status === 'expected' || expected.status === 'confirmed';
  return isOpen && isOver(expected.window, today) ? { ...expected, status: 'overdue' } : expected;
}

/** Told in own voice as a fact, on or after the window's first day. */
function isDone({ voice, published, proposition, certainty }: Appearance, window: string | null): boolean {
  if (voice !== 'own' || proposition.negated || proposition.weighed || proposition.nominal || certainty.level === 'possible') return false; // prettier-ignore
  const start = window?.split('/')[0];
  return start !== undefined && published !== null && published.slice(0, start.length) >= start;
}

function isOver(window: string | null, today: string): boolean {
  const end = window?.split('/').at(-1);
  return end !== undefined && end !== '' && /^\d{4}/u.test(end) && end < today.slice(0, end.length);
}
