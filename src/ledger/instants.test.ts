import { expect, it } from 'vitest';
import { toInstant } from './instants.ts';

it.each([
  ['a day', '2023-09-05', '2023-09-05T00:00:00Z'],
  ['a month', '2023-09', '2023-09-01T00:00:00Z'],
  ['a year', '2023', '2023-01-01T00:00:00Z'],
  ['an instant', '2023-09-05T14:03:12Z', '2023-09-05T14:03:12Z'],
  ['an offset', '2023-09-05T14:03+02:00', '2023-09-05T12:03:00Z'],
  ['no offset', '2023-09-05T14:03:00', '2023-09-05T14:03:00Z'],
  ['about a day', '2023-09-05~', '2023-09-05T00:00:00Z'],
  ['an interval', '2023-09-05/2023-09-08', '2023-09-05T00:00:00Z'],
])('%s', (_, date, instant) => {
  expect(toInstant(date)).toBe(Date.parse(instant));
});

it.each([null, '', 'yesterday', '../2023', '2023-13-45'])('%s is before all', (date) => {
  expect(toInstant(date)).toBe(-Infinity);
});
