import { z } from 'zod';
import { HearsayError } from '../base/error.ts';

const place = z.array(z.union([z.string(), z.number()])).min(3);

/** The place behind which the next page begins, as text for an address. */
export function writeCursor(at: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** @throws HearsayError `usage.bad-option` */
export function readCursor(cursor: string): readonly (string | number)[] {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new HearsayError('usage.bad-option', 'The cursor is none', 'it was not given by a page before', 'take `next` of the page before as it is'); // prettier-ignore
  }
}

/** A page of a list of which one item more was asked for than the page may have, and the cursor of the page after it. */
export function cutPage<Item>(
  found: readonly Item[],
  limit: number,
  placeOf: (last: Item) => readonly (string | number)[],
): { readonly items: readonly Item[]; readonly next: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? writeCursor(placeOf(last)) : null };
}
