import { hashValue } from '../base/canonical-json.ts';
import { CORRECTION_COLUMNS } from './fact-tables.ts';
import { insertRows } from './store/insert-rows.ts';
import type { Queries } from './store/store.ts';

/** What a person did (contract §2.9). It is only ever added: one that takes another back is a correction too. */
export interface Correction {
  /** A slug of what was done: `accept`, `set-source`, `merge`, `outcome`, `undo`, … */
  readonly kind: string;
  /** The report's key and the sha256 of the text that it is anchored to; null where it concerns none. */
  readonly report: string | null;
  readonly text: string | null;
  /** What the kind needs: spans, ids, a value. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly why: string;
}

/** A correction as it was kept: with when and by whom. */
export interface KeptCorrection extends Correction {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly by: string;
}

/** Who said it, when and why. */
export type Said = Pick<KeptCorrection, 'by' | 'at' | 'why'>;

/** @returns the correction's id */
export async function keepCorrection(
  queries: Queries,
  correction: Correction,
  by: string,
  at: string,
): Promise<string> {
  const { kind, report, text, body, why } = correction;
  const id = hashValue({ kind, report, text, body, said_at: at, said_by: by, why });
  await insertRows(queries, 'corrections', CORRECTION_COLUMNS, [
    [id, kind, report, text, JSON.stringify(body), at, by, why],
  ]);
  return id;
}

const SELECTED = 'SELECT id, kind, report, text, body, said_at AS "at", said_by AS "by", why FROM corrections';

/** All corrections, in the order in which they were said. */
export async function listCorrections(queries: Queries): Promise<readonly KeptCorrection[]> {
  return (await queries.all<Row>(`${SELECTED} ORDER BY said_at, id`)).map(unpack);
}

/** Those that are anchored to a report, undone ones and their undoing too. */
export async function listCorrectionsOf(queries: Queries, report: string): Promise<readonly KeptCorrection[]> {
  return (await queries.all<Row>(`${SELECTED} WHERE report = ? ORDER BY said_at, id`, [report])).map(unpack);
}

/** What people said and did not take back, in the order in which they said it. An `undo` may be undone too. */
export function listStanding(said: readonly KeptCorrection[]): readonly KeptCorrection[] {
  const undone = new Set<unknown>();
  for (const { id, kind, body } of said.toReversed())
    if (kind === 'undo' && !undone.has(id)) undone.add(body.correction);
  return said.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id));
}

type Row = Omit<KeptCorrection, 'body'> & { readonly body: string };

function unpack(row: Row): KeptCorrection {
  return { ...row, body: JSON.parse(row.body) as Correction['body'] };
}
