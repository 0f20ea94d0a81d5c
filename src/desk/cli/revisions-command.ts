import type { Settings } from '../../base/config.ts';
import type { VersionChange } from '../../ledger/ledger.ts';
import { escapeJson } from '../format/harmless.ts';
import { describeMoment } from '../format/moment.ts';
import { describeRevision } from '../format/revision-text.ts';
import { openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';

/** `hearsay revisions`: what changed, claim by claim, from version to version of one address. */
export async function runRevisions(
  report: string,
  format: 'text' | 'json',
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  const ledger = await openSettled(settings, terminal);
  try {
    const changes = await ledger.revisions(report);
    const text = changes.length === 0 ? 'One version is held: nothing to compare.\n' : changes.map(describeChange).join('\n'); // prettier-ignore
    await writeOut(terminal.stdout, format === 'json' ? `${escapeJson(JSON.stringify(changes, null, 2))}\n` : text);
    return 0;
  } finally {
    await ledger.close();
  }
}

function describeChange({ from, to, ...change }: VersionChange): string {
  const when = (captured: string | null): string => (captured === null ? 'saved at an unknown time' : `saved ${describeMoment(captured)}`); // prettier-ignore
  const head = `Version ${String(from.number)}, ${when(from.captured)} → version ${String(to.number)}, ${when(to.captured)}`;
  return describeRevision(head, change, 'no claim changed');
}
