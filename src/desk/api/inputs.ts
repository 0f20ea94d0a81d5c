import { z } from 'zod';
import { checkValue } from '../../base/config.ts';

/** A day, month or year: ISO 8601. */
export const day = z.string().refine((value) => isOf(value, 'day'), 'it is no ISO 8601 date');
export const address = z.string().max(4000).refine((value) => isOf(value, 'address'), 'it is no web address'); // prettier-ignore
/** Why something is done, for the record. */
export const why = z.string().trim().max(500).optional();
export const shortId = z.string().regex(/^[\w-]{4,100}$/u);

function isOf(value: string, type: 'day' | 'address'): boolean {
  try {
    checkValue({ name: type, type }, value, type);
    return true;
  } catch {
    return false;
  }
}
