import { expect, it } from 'vitest';
import { nameReport } from './names.ts';

const HASH = 'ca9ac920'.repeat(8);

it.each([
  ['tidewater.example/ferry?id=3', 'tidewater.example/ferry?id=3'],
  [`text::${HASH}`, 'report ca9ac920'],
  [`text:wall%20street%20journal:${HASH}`, 'wall street journal, report ca9ac920'],
])('the report %s is called %s', (key, name) => {
  expect(nameReport(key)).toBe(name);
});
