import type { Reading } from '../../reading/reading.ts';

/** The reading as it is printed: what a ledger compares by is numbers, and ten thousand characters long. */
export function withoutSense(reading: Reading): Reading {
  const shown = { ...reading };
  delete shown.sense;
  return shown;
}
