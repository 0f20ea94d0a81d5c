import { z } from 'zod';
import { claimSchema, showAppearance } from '../shown-claim.ts';
import type { Queries } from '../store/store.ts';
import {
  countReports,
  findSource,
  findSources,
  listSources,
  openRecords,
  unifyBlock,
  type Records,
} from './find-sources.ts';
import { keyOfOutlet } from '../origins/trace.ts';
import { readOutletRecord, type OutletRecord } from './outlet-record.ts';
import { plainRole } from './roles.ts';
import { readTold } from './said.ts';
import type { SourceRecord } from './source-record.ts';
import type { Source, SourceLinks } from './unify-sources.ts';

const day = z.string().nullable();

export const listedSourceSchema = z.strictObject({
  /** That of its earliest record. */
  id: z.string(),
  name: z.string(),
  kind: z.enum(['person', 'body', 'outlet', 'role']),
  /** Other names by which reports call it. */
  forms: z.array(z.string()),
  /** Its offices as told, the latest first. */
  roles: z.array(z.strictObject({ role: z.string(), from: day, to: day, reports: z.int() })),
  party: z.string().nullable(),
  places: z.array(z.string()),
  /** Reports that credit it, and the attributions that do. */
  reports: z.int(),
  attributions: z.int(),
  from: day,
  to: day,
});

const copying = z.array(z.strictObject({ outlet: z.string(), claims: z.int() }));

export const sourceSchema = listedSourceSchema.extend({
  said: z.strictObject({
    total: z.int(),
    latest: z.array(
      z.strictObject({
        claim: z.string(),
        text: z.string(),
        against: z.boolean(),
        appearance: claimSchema.shape.firstAppearance,
      }),
    ),
  }),
  expected: z.strictObject({
    announced: z.int(),
    happened: z.int(),
    didNot: z.int(),
    moved: z.int(),
    cancelled: z.int(),
    overdue: z.int(),
    ahead: z.int(),
  }),
  /** Of an outlet whose reports are held: what they rest on; null for all others. */
  outlet: z
    .strictObject({
      reports: z.int(),
      from: day,
      to: day,
      attributions: z.int(),
      named: z.int(),
      unnamed: z.int(),
      official: z.int(),
      document: z.int(),
      copies: copying,
      copiedBy: copying,
      among: z.int(),
    })
    .nullable(),
  /** Others of its name, who are taken for others. */
  namesakes: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.string().nullable(), why: z.string().nullable() })), // prettier-ignore
});

/** A source as a list has it. */
export type ListedSource = z.infer<typeof listedSourceSchema>;
/** A source in full: what it said, on what, when; what became of the events that it announced; an outlet's own record. */
export type ShownSource = z.infer<typeof sourceSchema>;

/** Sources in a list without a name. */
const LISTED = 50;
const SAID = 50;

export async function queryListedSources(
  queries: Queries,
  limit: number | undefined,
  links: SourceLinks,
): Promise<readonly ListedSource[]> {
  const rows = await queries.all<{ outlet: string }>('SELECT DISTINCT outlet FROM audits');
  const held = new Set(rows.map(({ outlet }) => outlet));
  const found = (await listSources(queries, limit ?? LISTED, links)).map(listSource);
  // No list of outlets holds “The Harbour Courant”: its own reports show what it is.
  return found.map((one) =>
    one.kind === 'body' && held.has(keyOfOutlet(one.name)) ? { ...one, kind: 'outlet' } : one,
  );
}

/** The sources of a name (or of an id), each in full, those of most reports first; empty: none. `today`: ISO 8601. */
export async function querySources(
  queries: Queries,
  asked: string,
  today: string,
  links: SourceLinks,
  limit = SAID,
): Promise<readonly ShownSource[]> {
  const records = openRecords(queries);
  const byId = await findSource(queries, asked, links, records);
  const found = byId === null ? await findSources(queries, asked, links, records) : [byId];
  const shown: ShownSource[] = [];
  for (const source of found)
    shown.push({
      ...(await showSource(queries, source, today, limit)),
      namesakes: await findNamesakes(records, source, links),
    });
  // An outlet whose reports are held and which no other credits.
  if (shown.length === 0) {
    const [row] = await queries.all<{ name: string }>('SELECT name FROM audits WHERE outlet = ? ORDER BY name LIMIT 1', [keyOfOutlet(asked.replace(/^outlet:/u, ''))]); // prettier-ignore
    if (row !== undefined) shown.push(await showUncredited(queries, row.name));
  }
  return shown;
}

async function showSource(
  queries: Queries,
  source: Source,
  today: string,
  limit: number,
): Promise<Omit<ShownSource, 'namesakes'>> {
  const { total, said, expected } = await readTold(queries, source, today, limit);
  const own = listSource(source);
  const isBody = own.kind === 'body' || own.kind === 'outlet';
  const outlet = isBody ? copyRecord(await readOutletRecord(queries, own.name)) : null;
  return {
    ...own,
    kind: outlet === null ? own.kind : 'outlet',
    said: { total, latest: said.map((one) => ({ ...one, appearance: showAppearance(one.appearance) })) },
    expected: { ...expected },
    outlet,
  };
}

async function showUncredited(queries: Queries, name: string): Promise<ShownSource> {
  const nothing = { announced: 0, happened: 0, didNot: 0, moved: 0, cancelled: 0, overdue: 0, ahead: 0 };
  return {
    ...{ id: `outlet:${keyOfOutlet(name)}`, name, kind: 'outlet', forms: [], roles: [], party: null, places: [] },
    ...{ reports: 0, attributions: 0, from: null, to: null, said: { total: 0, latest: [] }, expected: nothing },
    outlet: copyRecord(await readOutletRecord(queries, name)),
    namesakes: [],
  };
}

function copyRecord(record: OutletRecord | null): ShownSource['outlet'] {
  return record === null ? null : { ...record, copies: [...record.copies], copiedBy: [...record.copiedBy] };
}

async function findNamesakes(records: Records, source: Source, links: SourceLinks): Promise<ShownSource['namesakes']> {
  const block = source.records.find(({ kind }) => kind !== 'role')?.blocks[0];
  if (block === undefined) return [];
  const { sources, doubts } = await unifyBlock(records, block, links);
  const whyOf = (id: string): string | null => doubts.find(({ sources: pair }) => pair.includes(id) && pair.includes(source.id))?.why ?? null; // prettier-ignore
  const own = new Set(source.records.flatMap(({ forms }) => forms.map((form) => form.toLowerCase())));
  return sources
    .filter(({ id, records: told }) => id !== source.id && (whyOf(id) !== null || told.some(({ forms }) => forms.some((form) => own.has(form.toLowerCase()))))) // prettier-ignore
    .map((one) => ({ id: one.id, name: listSource(one).name, role: listSource(one).roles[0]?.role ?? null, why: whyOf(one.id) })); // prettier-ignore
}

export function listSource({ id, records }: Source): ListedSource {
  const days = records.flatMap(({ published }) => published ?? []).sort();
  const name = nameOf(records);
  return {
    ...{ id, name },
    kind: records.find(({ kind }) => kind !== 'role')?.kind ?? 'role',
    forms: [...new Set(records.flatMap(({ forms }) => forms))].filter((form) => form !== name).sort(),
    roles: listRoles(records),
    party: mostTold(records.flatMap(({ facts }) => facts.party ?? [])),
    places: [...new Set(records.flatMap(({ facts }) => facts.places))].sort(),
    ...{
      reports: countReports({ id, records }),
      attributions: records.reduce((sum, { told }) => sum + told.length, 0),
    },
    ...{ from: days[0] ?? null, to: days.at(-1) ?? null },
  };
}

/** The name that most reports give; of equal ones the longest. */
function nameOf(records: readonly SourceRecord[]): string {
  const named = records.filter(({ kind }) => kind !== 'role');
  return mostTold((named.length > 0 ? named : records).map(({ name }) => name)) ?? '';
}

function mostTold(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

function listRoles(records: readonly SourceRecord[]): ListedSource['roles'] {
  const byRole = new Map<string, SourceRecord[]>();
  for (const record of records) {
    if (record.role === null) continue;
    const key = plainRole(record.role);
    byRole.set(key, [...(byRole.get(key) ?? []), record]);
  }
  const roles = [...byRole.values()].map((held) => {
    const days = held.flatMap(({ published }) => published ?? []).sort();
    return { role: held[0]?.role ?? '', from: days[0] ?? null, to: days.at(-1) ?? null, reports: held.length };
  });
  return roles.sort((a, b) => ((b.to ?? '') < (a.to ?? '') ? -1 : (b.to ?? '') > (a.to ?? '') ? 1 : b.reports - a.reports || (a.role < b.role ? -1 : 1))); // prettier-ignore
}
