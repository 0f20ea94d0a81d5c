import { HearsayError } from '../base/error.ts';
import { getReading } from './read-back.ts';
import { compareVersions, type Revision } from './revisions.ts';
import type { Queries } from './store/store.ts';
import type { Version } from './versions.ts';

/** What changed from one version to the next. */
export interface VersionChange extends Revision {
  readonly from: Pick<Version, 'number' | 'captured' | 'modified'>;
  readonly to: Pick<Version, 'number' | 'captured' | 'modified'>;
}

/**
 * Each version of a report against the one before it, oldest first; empty where only one is held.
 * @throws HearsayError `ledger.unknown-report`
 */
export async function listRevisions(queries: Queries, report: string): Promise<readonly VersionChange[]> {
  const versions = await queries.all<Version>('SELECT number, text, reading, captured, modified FROM versions WHERE report = ? ORDER BY number', [report]); // prettier-ignore
  if (versions.length === 0)
    throw new HearsayError(
      'ledger.unknown-report',
      `The ledger holds no report ${report}`,
      'it was never added, or is forgotten',
      'give the address that the report was added with',
    );
  const changes: VersionChange[] = [];
  for (const [i, version] of versions.entries()) {
    const former = versions[i - 1];
    if (former === undefined) continue;
    const [before, after] = [await getReading(queries, former.reading), await getReading(queries, version.reading)];
    if (before !== null && after !== null) changes.push({ from: describeVersion(former), to: describeVersion(version), ...compareVersions(before, after) }); // prettier-ignore
  }
  return changes;
}

function describeVersion({ number, captured, modified }: Version): VersionChange['from'] {
  return { number: Number(number), captured, modified };
}
