import type { Revision } from '../../ledger/revisions.ts';
import { makeOneLine } from './harmless.ts';

/** What changed in a report, under a line that names it; `nothing`: what stands there where no claim changed, null: no text. */
export function describeRevision(name: string, revision: Revision, nothing: string | null): string {
  const { added, removed, changed, notices } = revision;
  const lines = [
    ...notices.map((notice) => `notice: ${notice}`),
    ...added.map((words) => `added: ${words}`),
    ...removed.map((words) => `removed: ${words}`),
    ...changed.map(({ kind, before, after }) => `${kind}: ${before.value || 'nobody'} → ${after.value || 'nobody'}: ${after.text}`), // prettier-ignore
  ];
  if (lines.length === 0 && nothing === null) return '';
  const told = lines.length > 0 ? lines : [nothing ?? ''];
  return [name, ...told].map((line, i) => `${i === 0 ? '' : '  '}${makeOneLine(line)}\n`).join('');
}
