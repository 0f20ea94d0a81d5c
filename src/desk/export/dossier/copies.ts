import type { ExportedReport } from '../../../ledger/exported-reports.ts';
import type { Material } from '../material.ts';

/** The saved copies that a dossier names, numbered as they come. */
export interface Copies {
  /** From 1; null where the report is not held any more. */
  number(key: string): number | null;
  list(): readonly ExportedReport[];
}

export function openCopies(material: Material): Copies {
  const named = new Map<string, ExportedReport>();
  return {
    number(key) {
      const held = material.held(key);
      if (held === undefined) return null;
      named.set(key, held);
      return [...named.keys()].indexOf(key) + 1;
    },
    list: () => [...named.values()],
  };
}
