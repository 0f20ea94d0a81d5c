import { listCorrections, type KeptCorrection } from './corrections.ts';
import type { Queries } from './store/store.ts';

/** By appearance id: who saw it in its place and accepted or edited it last, and when (contract §1, checked). */
export type Checks = ReadonlyMap<string, Pick<KeptCorrection, 'by' | 'at'>>;

const CHECKING = new Set(['accept', 'edit']);

/** What people checked and did not take back. Such a correction names its `appearance`, an `undo` its `correction`. */
export async function readChecks(queries: Queries): Promise<Checks> {
  const said = await listCorrections(queries);
  const undone = new Set(said.flatMap(({ kind, body }) => (kind === 'undo' ? [body.correction] : [])));
  const standing = said.filter(({ id, kind }) => CHECKING.has(kind) && !undone.has(id));
  return new Map(
    standing.flatMap(({ body, by, at }) =>
      typeof body.appearance === 'string' ? [[body.appearance, { by, at }]] : [],
    ),
  );
}
