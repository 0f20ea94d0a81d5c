import { openBlob } from './blobs.ts';
import { isCurrent } from './derive.ts';
import { IS_LATEST } from './stale.ts';
import type { Store } from './store/store.ts';

/** How large a ledger is, and what is wrong with it. */
export interface LedgerState {
  readonly reports: number;
  readonly captures: number;
  readonly readings: number;
  /** Bytes of captures, texts and readings, as they are kept. */
  readonly bytes: number;
  /** Whether the derived tables were made as this program makes them; else the next addition makes them again. */
  readonly current: boolean;
  /** One sentence each; none: it is sound. */
  readonly problems: readonly string[];
}

/** Blobs opened at once. */
const PAGE = 100;

/** Checks the database, each byte kept against its hash, and that nothing names what is not there. */
export async function checkLedger(store: Store): Promise<LedgerState> {
  return store.snapshot(async (queries) => {
    const count = async (sql: string): Promise<number> =>
      (await queries.all<{ n: number | null }>(`SELECT ${sql}`))[0]?.n ?? 0;
    const problems = [...(await store.checkFile())];
    for (let after = ''; ;) {
      const rows = await queries.all<{ sha256: string; size: number; bytes: Uint8Array }>(
        'SELECT sha256, size, bytes FROM blobs WHERE sha256 > ? ORDER BY sha256 LIMIT ?',
        [after, PAGE],
      );
      for (const { sha256, size, bytes } of rows)
        await openBlob(sha256, bytes, size).catch(() => problems.push(`The bytes ${sha256} have changed.`));
      after = rows.at(-1)?.sha256 ?? '';
      if (rows.length < PAGE) break;
    }
    const lost = await count(
      `COUNT(*) AS n FROM (SELECT bytes AS blob FROM captures UNION SELECT text FROM readings UNION SELECT content FROM readings)
       AS named WHERE NOT EXISTS (SELECT 1 FROM blobs WHERE sha256 = blob)`,
    );
    if (lost > 0) problems.push(`${String(lost)} captures, texts or readings are named and not there.`);
    const current = await isCurrent(queries);
    const derived = await count(
      `COUNT(*) AS n FROM (SELECT report FROM readings WHERE ${IS_LATEST} EXCEPT SELECT id FROM reports) AS missing`,
    );
    if (current && derived > 0) problems.push(`${String(derived)} reports are held and not listed.`);
    return {
      reports: await count(`COUNT(DISTINCT report) AS n FROM readings WHERE ${IS_LATEST}`),
      captures: await count('COUNT(*) AS n FROM captures'),
      readings: await count('COUNT(*) AS n FROM readings'),
      bytes: await count('SUM(LENGTH(bytes)) AS n FROM blobs'),
      current,
      problems,
    };
  });
}
