import { z } from 'zod';
import { readCursor, writeCursor } from '../../ledger/cursor.ts';

/** What every list takes. */
export const paging = {
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
};

export interface Paging {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const PAGE = 50;

/** Items that have to be there for a page. @throws HearsayError `usage.bad-option` where the cursor is none of ours */
export function reachOf({ cursor, limit = PAGE }: Paging): number {
  const [at] = cursor === undefined ? [0] : readCursor(cursor);
  return Number(at) + limit + 1;
}

/**
 * A page of a list that is there from its beginning. It goes on behind the item that came last, wherever that is now; where
 * it is gone, at its place.
 */
export function pageOf<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  { cursor, limit = PAGE }: Paging,
): { items: Item[]; next: string | null } {
  const [at = 0, last = ''] = cursor === undefined ? [] : readCursor(cursor);
  const found = cursor === undefined ? -1 : items.findIndex((item) => nameOf(item) === last);
  const from = found >= 0 ? found + 1 : Number(at);
  const page = items.slice(from, from + limit);
  const end = page.at(-1);
  const next = end === undefined || from + limit >= items.length ? null : writeCursor([from + limit, nameOf(end), 'page']); // prettier-ignore
  return { items: page, next };
}
