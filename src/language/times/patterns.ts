import { CLOCKS } from './patterns/clock.ts';
import { DATES } from './patterns/dates.ts';
import { DURATIONS } from './patterns/durations.ts';
import { EDGES } from './patterns/edges.ts';
import { HOLIDAYS } from './patterns/holidays.ts';
import { PARTS } from './patterns/parts.ts';
import { REFERENCES } from './patterns/references.ts';
import { SETS } from './patterns/sets.ts';
import { STEPS } from './patterns/steps.ts';
import { YEARS } from './patterns/years.ts';

/** In order: the longest match wins, and of two equally long ones the earlier pattern. */
export const PATTERNS = [
  ...DATES,
  ...HOLIDAYS,
  ...YEARS,
  ...PARTS,
  ...STEPS,
  ...CLOCKS,
  ...SETS,
  ...REFERENCES,
  ...DURATIONS,
];
export { EDGES };
export { SPREADS } from './patterns/spreads.ts';
