import type { ListedSource, ShownSource } from '../../ledger/ledger.ts';
import { describeMoment } from './moment.ts';

/** Newsroom words for a source (contract §5). */

export const SOURCE_KIND = {
  person: 'person',
  body: 'organisation',
  outlet: 'outlet',
  role: 'by office alone',
} as const;

/** The office of a person as told last, behind a comma: “, Industry Minister”; nothing where none is told. */
export function nameRole({ roles, kind }: Pick<ListedSource, 'roles' | 'kind'>): string {
  const [latest] = roles;
  return latest === undefined || kind !== 'person' ? '' : `, ${latest.role}`;
}

/** “credited by 4 reports, 9 times”, “3 May 2031 to 5 May 2031” */
export function countCredits({ reports, attributions, from, to }: ListedSource): readonly string[] {
  if (reports === 0) return ['credited by no other'];
  const [first, last] = [from?.slice(0, 10) ?? null, to?.slice(0, 10) ?? null];
  const days = first === null ? 'undated' : first === last || last === null ? describeMoment(first) : `${describeMoment(first)} to ${describeMoment(last)}`; // prettier-ignore
  return [`credited by ${countWords(reports, 'report')}, ${countWords(attributions, 'time')}`, days];
}

/** “Industry Minister (2 reports, from 3 May 2031)” */
export function describeRoles({ roles }: Pick<ListedSource, 'roles'>): readonly string[] {
  return roles.map(({ role, from, reports }) => `${role} (${countWords(reports, 'report')}${from === null ? '' : `, from ${describeMoment(from.slice(0, 10))}`})`); // prettier-ignore
}

/** What became of the events that it said were ahead, over all of them: “Of 3: 1 happened, 2 overdue.”; null: it announced none. */
export function describeRecord({ expected }: Pick<ShownSource, 'expected'>): string | null {
  const { announced, happened, didNot, moved, cancelled, overdue, ahead } = expected;
  if (announced === 0) return null;
  const parts = ([[happened, 'happened'], [didNot, 'did not'], [moved, 'moved'], [cancelled, 'called off'], [overdue, 'overdue'], [ahead, 'still ahead or undated']] as const).flatMap(([count, words]) => (count === 0 ? [] : [`${String(count)} ${words}`])); // prettier-ignore
  return `Of ${String(announced)}: ${parts.join(', ')}.`;
}

/** “9 (60 %)” of all attributions of an outlet's reports. */
export function countShare(count: number, of: number): string {
  return of === 0 ? String(count) : `${String(count)} (${String(Math.round((100 * count) / of))} %)`;
}

function countWords(count: number, one: string): string {
  return `${String(count)} ${count === 1 ? one : `${one}s`}`;
}
