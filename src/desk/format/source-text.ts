import type { ListedSource, ShownSource } from '../../ledger/ledger.ts';
import { ClaimLines } from './claim-text.ts';
import { nameOutletOf } from './claim-words.ts';
import { describeMoment } from './moment.ts';
import type { TextOptions } from './text.ts';
import { countCredits, countShare, describeRecord, describeRoles, nameRole, SOURCE_KIND } from './source-words.ts';
import { POLARITY, quoteSpans } from './words.ts';

/** Signs of an id that are printed; `sources` takes them. */
const SHORT_ID = 12;
/** Other names and offices that are printed. */
const MOST = 6;

/** A source in a list: who it is, how many reports credit it. */
export function formatSourceLine(source: ListedSource, options: TextOptions): string {
  const lines = new ClaimLines(options);
  lines.write(`${source.name}${nameRole(source)}`, 'source');
  return lines.write([...countCredits(source), shortId(source.id)].join(' · '), 'faint', 2).end();
}

/** A source in full: offices, what it said, what became of what it announced; an outlet's own record; others of its name. */
export function formatSource(source: ShownSource, options: TextOptions): string {
  const lines = new ClaimLines(options);
  lines
    .write(source.name, 'heading')
    .write([SOURCE_KIND[source.kind], ...countCredits(source)].join(' · '), 'plain', 2);
  const also = source.forms.slice(0, MOST);
  if (also.length > 0) lines.write(`Also: ${also.join(', ')}`, 'plain', 2);
  if (source.roles.length > 0) lines.write(`Told as: ${describeRoles(source).slice(0, MOST).join('; ')}`, 'plain', 2);
  const facts = [...(source.party === null ? [] : [source.party]), ...source.places];
  if (facts.length > 0) lines.write(`Told with: ${facts.join(', ')}`, 'plain', 2);
  if (source.outlet !== null) writeOutlet(lines, source.outlet);
  writeEvents(lines, source);
  writeSaid(lines, source);
  if (source.namesakes.length > 0) lines.leave().write('Others of the name', 'heading');
  for (const { id, name, role, why } of source.namesakes)
    lines.write([`${name}${role === null ? '' : `, ${role}`}`, ...(why === null ? [] : [why]), shortId(id)].join(' · '), 'plain', 2); // prettier-ignore
  return lines.leave().write(shortId(source.id), 'faint').end();
}

function writeOutlet(lines: ClaimLines, record: NonNullable<ShownSource['outlet']>): void {
  const { attributions, named, unnamed, official, document, reports, copies, copiedBy, among } = record;
  lines.leave().write('Its own reports', 'heading');
  lines.write(`${plural(reports, 'report')} here, with ${plural(attributions, 'statement')} of others: named ${countShare(named, attributions)}, unnamed ${countShare(unnamed, attributions)}.`, 'plain', 2); // prettier-ignore
  lines.write(`Of the named: governments ${String(official)}, documents ${String(document)}.`, 'plain', 2);
  const list = (all: typeof copies): string => all.slice(0, MOST).map(({ outlet, claims }) => `${outlet} (${plural(claims, 'claim')})`).join(', '); // prettier-ignore
  lines.write(copies.length === 0 ? `It copies nobody, of ${plural(among, 'claim')} that others carry too.` : `It copies ${list(copies)}, of ${plural(among, 'claim')} that others carry too.`, 'plain', 2); // prettier-ignore
  if (copiedBy.length > 0) lines.write(`It is copied by ${list(copiedBy)}.`, 'plain', 2);
}

function writeEvents(lines: ClaimLines, source: ShownSource): void {
  const record = describeRecord(source);
  if (record !== null) lines.leave().write('Events that it said were ahead', 'heading').write(record, 'plain', 2);
}

function writeSaid(lines: ClaimLines, { said, reports }: ShownSource): void {
  if (reports === 0) return;
  const shown = said.latest.length < said.total ? `, the latest ${String(said.latest.length)}` : '';
  lines.leave().write(`Said, ${plural(said.total, 'time')}${shown}`, 'heading');
  for (const { text, against, appearance } of said.latest) {
    const { report, polarity, content } = appearance;
    const date = report.published === null ? 'undated' : describeMoment(report.published);
    const stance = POLARITY[against && polarity === 'affirmed' ? 'denied' : polarity];
    lines.write(`“${quoteSpans(content).replace(/^[“"]|[”"]$/gu, '')}”`, against ? 'against' : 'plain', 2);
    if (against) lines.write(`on: ${text}`, 'plain', 6);
    lines.write([nameOutletOf(appearance), date, ...(stance === null ? [] : [stance]), ...(report.url === null ? [] : [report.url])].join(' · '), 'faint', 6); // prettier-ignore
  }
}

function shortId(id: string): string {
  return id.replace(/^sha256:/u, '').slice(0, SHORT_ID);
}

function plural(count: number, one: string): string {
  return `${String(count)} ${count === 1 ? one : `${one}s`}`;
}
