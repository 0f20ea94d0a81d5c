import type { Revision } from '../../ledger/revisions.ts';
import { cutWords } from './cut-words.ts';
import { makeOneLine } from './harmless.ts';

type Changed = Revision['changed'][number];

/** What of a claim changed, in a newsroom's words. */
export const CHANGE: Readonly<Record<Changed['kind'], string>> = {
  're-hedged': 'How surely',
  're-attributed': 'Credited to',
  number: 'Number',
  polarity: 'For or against',
};

/** A certainty that no word marks has no name in a newsroom but this. */
export function sayValue({ value, text }: Changed['before']): string {
  return value === 'unstated' ? 'no hedge' : value || text;
}

/** What changed in a report, under a line that names it; `nothing`: what stands there where no claim changed, null: no text. */
export function describeRevision(name: string, revision: Revision, nothing: string | null): string {
  const { added, removed, changed, notices } = revision;
  const lines = [
    ...notices.map((notice) => `notice: ${notice}`),
    ...changed.flatMap(({ kind, before, after }) => [`${CHANGE[kind]}: ${sayValue(before)} → ${sayValue(after)}`, `  ${cutWords(after.text)}`]), // prettier-ignore
    ...added.map((words) => `new: ${words}`),
    ...removed.map((words) => `gone: ${words}`),
  ];
  if (lines.length === 0 && nothing === null) return '';
  const told = lines.length > 0 ? lines : [nothing ?? ''];
  const indent = (line: string): string => ' '.repeat(line.startsWith(' ') ? 4 : 2);
  return [`${makeOneLine(name)}\n`, ...told.map((line) => `${indent(line)}${makeOneLine(line)}\n`)].join('');
}
