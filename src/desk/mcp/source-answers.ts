import { HearsayError } from '../../base/error.ts';
import type { ListedSource, ShownSource } from '../../ledger/ledger.ts';
import {
  countCredits,
  countShare,
  describeRecord,
  describeRoles,
  nameRole,
  SOURCE_KIND,
} from '../format/source-words.ts';
import { cite } from './claim-answers.ts';
import { cutWords } from '../format/cut-words.ts';

/** Signs of an id that are enough to name it again. */
const ID = 16;
/** Names, offices and outlets of one line. */
const MOST = 6;
/** Things said that one answer holds. */
const SAID = 10;

/** A source in a list: who it is, how many reports credit it, and its id. */
export function listSource(source: ListedSource): string[] {
  const { id, name, kind } = source;
  return [
    `source ${shortId(id)}: ${cutWords(`${name}${nameRole(source)}`)}`,
    `  ${[SOURCE_KIND[kind], ...countCredits(source)].join('; ')}`,
  ];
}

/**
 * The source of a name in full, from the thing said that has the number `from` on; of several that may be meant the list.
 * @throws HearsayError `ledger.unknown-source`
 */
export function describeNamed(name: string, found: readonly ShownSource[], from: number): string[] {
  const [source] = found;
  if (source === undefined) throw new HearsayError('ledger.unknown-source', `No report in the ledger credits ${name}`, 'no source has this name or id', 'ask for sources without a name for those that are credited'); // prettier-ignore
  if (found.length > 1) return [`${String(found.length)} sources may be meant; ask again with the id of one:`, ...found.flatMap(listSource)]; // prettier-ignore
  return from === 1 ? [...listSource(source), ...describeFacts(source), ...describeSaid(source, 1)] : [...listSource(source), ...describeSaid(source, from)]; // prettier-ignore
}

function describeFacts(source: ShownSource): string[] {
  const { forms, party, places, outlet, namesakes } = source;
  const facts = [...(party === null ? [] : [party]), ...places];
  const record = describeRecord(source);
  return [
    ...tell('also called', forms),
    ...tell('told as', describeRoles(source)),
    ...tell('told with', facts),
    ...(record === null ? [] : [`  events that it said were ahead: ${record}`]),
    ...(outlet === null ? [] : describeOutlet(outlet)),
    ...namesakes.map(({ id, name, role, why }) => `  another of the name: ${cutWords(name)}${role === null ? '' : `, ${role}`}, source ${shortId(id)}${why === null ? '' : `; may be the same: ${why}`}`), // prettier-ignore
  ];
}

function describeOutlet(record: NonNullable<ShownSource['outlet']>): string[] {
  const { reports, attributions, named, unnamed, copies, copiedBy, among } = record;
  const list = (all: typeof copies): string => all.length === 0 ? 'nobody' : all.slice(0, MOST).map(({ outlet, claims }) => `${outlet} (${String(claims)})`).join(', '); // prettier-ignore
  return [
    `  its own reports here: ${String(reports)}, with ${String(attributions)} statements of others: named ${countShare(named, attributions)}, unnamed ${countShare(unnamed, attributions)}`,
    `  over ${String(among)} claims that others carry too, it copies ${list(copies)}; it is copied by ${list(copiedBy)}`,
  ];
}

function describeSaid({ said: { total, latest } }: ShownSource, from: number): string[] {
  const shown = latest.slice(from - 1, from - 1 + SAID);
  const next = from + shown.length;
  if (shown.length === 0)
    return [total === 0 ? '  no claim has its word' : `  there are ${String(latest.length)} to show`];
  return [
    `said ${String(from)} to ${String(next - 1)} of ${String(total)}, the latest first:`,
    ...shown.flatMap(({ claim, text, against, appearance }, i) => [
      `  ${String(from + i)}. ${cite(appearance)}`,
      `     ${against ? 'against' : 'on'} claim ${claim.slice(0, ID)}: ${cutWords(text)}`,
    ]),
    ...(next <= latest.length ? [`  more: ask again with from ${String(next)}`] : []),
    ...(next > latest.length && latest.length < total ? [`  the ${String(total - latest.length)} earlier ones are found with search_claims and source`] : []), // prettier-ignore
  ];
}

function tell(label: string, all: readonly string[]): string[] {
  if (all.length === 0) return [];
  const more = all.length > MOST ? `; and ${String(all.length - MOST)} more` : '';
  return [`  ${label}: ${cutWords(all.slice(0, MOST).join('; '))}${more}`];
}

/** An outlet that nobody credits has no id but its own name. */
function shortId(id: string): string {
  return id.startsWith('outlet:') ? id : id.slice(0, ID);
}
