import { expect, it } from 'vitest';
import type { ExpectedEvent } from '../../ledger/ledger.ts';
import { daysOf, writeCalendar } from './icalendar.ts';

it.each([
  ['2031-04-05', '2031-04-05', '2031-04-06'],
  ['2031-04-05T12:00', '2031-04-05', '2031-04-06'],
  ['2031-04-13/2031-04-14', '2031-04-13', '2031-04-15'],
  ['2031-12', '2031-12-01', '2032-01-01'],
  ['2031', '2031-01-01', '2032-01-01'],
  ['2031-04~', '2031-04-01', '2031-05-01'],
])('the days of %s', (window, first, end) => {
  expect(daysOf(window)).toEqual({ first, end });
});

it.each([null, '', '2031-22', 'XXXX-04', '../2031-04-05', '2031-04-05/..', '2031-04-14/2031-04-01'])('no days in %s', (window) => {
  expect(daysOf(window)).toBeNull();
}); // prettier-ignore

it('writes dated events by RFC 5545: escaped, folded at 75 octets, CR LF', () => {
  const event: ExpectedEvent = {
    claim: 'sha256:ab12',
    text: `The ferry, it is said; moves to Pärnu\nin April ${'and further '.repeat(8)}`,
    window: '2031-04-13/2031-04-14',
    where: ['Pärnu'],
    who: [],
    status: 'confirmed',
    evidence: [],
    setBy: null,
    origins: ['Aldous Venn'],
    basis: { reports: 2, outlets: 2, from: null, to: null },
  };
  const written = writeCalendar([event, { ...event, window: null }], '2031-03-02T08:09:10.000Z');
  expect(written.split('BEGIN:VEVENT')).toHaveLength(2);
  expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = written.replaceAll('\r\n ', '');
  expect(unfolded).toContain('\r\nSUMMARY:The ferry\\, it is said\\; moves to Pärnu\\nin April and further');
  for (const line of ['UID:sha256-ab12@hearsay', 'DTSTAMP:20310302T080910Z', 'DTSTART;VALUE=DATE:20310413', 'DTEND;VALUE=DATE:20310415', 'STATUS:CONFIRMED', 'LOCATION:Pärnu']) expect(unfolded).toContain(`\r\n${line}\r\n`); // prettier-ignore
});
