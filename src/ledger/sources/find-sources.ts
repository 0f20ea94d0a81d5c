import { foldName } from '../claim-facets.ts';
import { listStanding, type KeptCorrection } from '../corrections.ts';
import type { Queries } from '../store/store.ts';
import { keyOfOutlet } from '../origins/trace.ts';
import { mayBeOneName, readPersonName } from './names.ts';
import { plainRole } from './roles.ts';
import { blocksOf, keyOfBodyName, type SourceRecord } from './source-record.ts';
import { unifySources, type Source, type SourceLinks, type Unified } from './unify-sources.ts';

/** What people said of two sources and did not take back: `same-source` and `other-source`, by the ids of their records. */
export function readSourceLinks(said: readonly KeptCorrection[]): SourceLinks {
  const pairs = new Map<string, { readonly kind: string; readonly pair: readonly [string, string] }>();
  for (const { kind, body } of listStanding(said)) {
    const [a, b] = Array.isArray(body.sources) ? (body.sources as unknown[]) : [];
    if ((kind === 'same-source' || kind === 'other-source') && typeof a === 'string' && typeof b === 'string')
      pairs.set([a, b].sort().join(' '), { kind, pair: [a, b] });
  }
  const of = (wanted: string): SourceLinks['must'] => [...pairs.values()].flatMap(({ kind, pair }) => (kind === wanted ? [pair] : [])); // prettier-ignore
  return { must: of('same-source'), cannot: of('other-source') };
}

/**
 * The sources of a block, with those who hold the offices that are named in it and those whom people joined to them. A
 * source that has other blocks too ("Tessaro" and "Tessaro Marine") is made of all of them.
 */
export async function unifyBlock(records: Records, block: string, links: SourceLinks): Promise<Unified> {
  const near = new Map<string, SourceRecord>();
  const loaded = new Set<string>();
  const mine = new Set<string>();
  let wanted: readonly string[] = [block];
  for (;;) {
    for (const next of wanted) {
      loaded.add(next);
      for (const one of await readBlock(records, next, links)) near.set(one.id, one);
      if (next === block) for (const { id, blocks } of near.values()) if (blocks.includes(block)) mine.add(id);
    }
    const { sources, doubts } = unifySources([...near.values()], links);
    const here = sources.filter((one) => one.records.some(({ id }) => mine.has(id)));
    const own = here.flatMap((one) => one.records.flatMap(({ blocks }) => blocks));
    wanted = [...new Set(own)].filter((one) => !loaded.has(one)).sort();
    const ids = new Set(here.map(({ id }) => id));
    if (wanted.length === 0) return { sources: here, doubts: doubts.filter(({ sources: pair }) => pair.some((id) => ids.has(id))) }; // prettier-ignore
  }
}

async function readBlock(records: Records, block: string, links: SourceLinks): Promise<readonly SourceRecord[]> {
  const own = await records('id IN (SELECT source FROM source_blocks WHERE block = ?)', block);
  return [...own, ...(await readOffices(records, own)), ...(await readJoined(records, own, links))];
}

/** Who is told of by office alone is one of those who hold it: all of them must be seen. */
async function readOffices(records: Records, own: readonly SourceRecord[]): Promise<readonly SourceRecord[]> {
  const offices = new Set(own.flatMap(({ role }) => (role === null ? [] : [plainRole(role)])));
  const found: SourceRecord[] = [];
  for (const office of offices) {
    const roles = await records(`kind = 'role' AND office = ?`, office);
    if (roles.length > 0) found.push(...roles, ...(await records(`kind = 'person' AND office = ?`, office)));
  }
  return found;
}

async function readJoined(
  records: Records,
  own: readonly SourceRecord[],
  { must }: SourceLinks,
): Promise<readonly SourceRecord[]> {
  const mine = new Set(own.map(({ id }) => id));
  const others = must.flatMap(([a, b]) => (mine.has(a) !== mine.has(b) ? [mine.has(a) ? b : a] : []));
  const found: SourceRecord[] = [];
  for (const id of others) found.push(...(await records('id IN (SELECT source FROM source_blocks WHERE block IN (SELECT block FROM source_blocks WHERE source = ?))', id))); // prettier-ignore
  return found;
}

/** The records of which something holds (`WHERE`, with one value). */
export type Records = (where: string, value: string) => Promise<readonly SourceRecord[]>;

/** The records of a ledger as it stands; what is asked again, as the holders of one office are, is read once. */
export function openRecords(queries: Queries): Records {
  const known = new Map<string, readonly SourceRecord[]>();
  return async (where, value) => {
    const key = `${where}\n${value}`;
    const held = known.get(key);
    if (held !== undefined) return held;
    const rows = await queries.all<{ body: string }>(`SELECT body FROM sources WHERE ${where} ORDER BY id`, [value]);
    const read = rows.map(({ body }) => JSON.parse(body) as SourceRecord);
    known.set(key, read);
    return read;
  };
}

/** The sources that a name means, those of most reports first: by name, by letters, by office, else by any word of it. */
export async function findSources(
  queries: Queries,
  name: string,
  links: SourceLinks,
  records = openRecords(queries),
): Promise<readonly Source[]> {
  const blocks = (['person', 'body', 'outlet', 'role'] as const).flatMap((kind) => blocksOf(kind, name, [name]));
  const exact = await unifyAll(records, blocks, links);
  const meant = exact.filter((one) => isCalled(one, name));
  if (meant.length > 0) return rank(meant);
  const words = foldName(name);
  const rows = await queries.all<{ block: string }>(`SELECT DISTINCT block FROM source_blocks WHERE source IN (SELECT id FROM sources WHERE ' ' || name || ' ' LIKE ?) ORDER BY block LIMIT 50`, [`% ${words} %`]); // prettier-ignore
  const near = await unifyAll(records, rows.map(({ block }) => block), links); // prettier-ignore
  return rank(near.filter((source) => source.records.some((one) => ` ${foldName(one.name)} `.includes(` ${words} `))));
}

/** The source that holds a record of this id, or of one that begins so. */
export async function findSource(
  queries: Queries,
  id: string,
  links: SourceLinks,
  records = openRecords(queries),
): Promise<Source | null> {
  if (!/^(?:sha256:)?[0-9a-f]{6,}$/u.test(id)) return null;
  const [row] = await queries.all<{ id: string; block: string }>('SELECT source AS id, block FROM source_blocks WHERE source LIKE ? ORDER BY source, block LIMIT 1', [`${id}%`]); // prettier-ignore
  if (row === undefined) return null;
  const { sources } = await unifyBlock(records, row.block, links);
  return sources.find((source) => source.records.some((one) => one.id === row.id)) ?? null;
}

async function unifyAll(records: Records, blocks: readonly string[], links: SourceLinks): Promise<readonly Source[]> {
  const found = new Map<string, Source>();
  for (const block of new Set(blocks)) for (const one of (await unifyBlock(records, block, links)).sources) found.set(one.id, one); // prettier-ignore
  return [...found.values()];
}

function isCalled({ records }: Source, name: string): boolean {
  const [asked, folded] = [readPersonName(name), foldName(name)];
  return records.some((one) => {
    if (one.forms.some((form) => foldName(form) === folded)) return true;
    const own = readPersonName(one.name);
    if (one.kind === 'person') return asked.given.length > 0 && own.given.length > 0 && mayBeOneName(asked, own);
    if (one.kind === 'outlet') return keyOfOutlet(one.name) === keyOfOutlet(name);
    return one.kind === 'role' ? plainRole(one.name) === plainRole(name) : keyOfBodyName(one.name) === keyOfBodyName(name); // prettier-ignore
  });
}

function rank(sources: readonly Source[]): readonly Source[] {
  return [...sources].sort((a, b) => countReports(b) - countReports(a) || (a.id < b.id ? -1 : 1));
}

export function countReports({ records }: Source): number {
  return new Set(records.map(({ report }) => report)).size;
}

/**
 * The sources that most reports credit, `limit` of them. Blocks come by size, and a source is seldom more than twice its
 * larger block (a short and a long name): the work ends where the next block is less than half the last that is wanted.
 */
export async function listSources(queries: Queries, limit: number, links: SourceLinks): Promise<readonly Source[]> {
  const blocks = await queries.all<{ block: string; size: number }>(
    'SELECT block, COUNT(*) AS size FROM source_blocks GROUP BY block ORDER BY 2 DESC, block',
  );
  const records = openRecords(queries);
  const found = new Map<string, { readonly source: Source; readonly reports: number }>();
  let counts: number[] = [];
  for (const { block, size } of blocks) {
    const last = counts[limit - 1];
    if (last !== undefined && last > 2 * Number(size)) break;
    const { sources } = await unifyBlock(records, block, links);
    const fresh = sources.filter(({ id }) => !found.has(id)).map((source) => ({ source, reports: countReports(source) })); // prettier-ignore
    for (const one of fresh) found.set(one.source.id, one);
    counts = [...counts, ...fresh.map(({ reports }) => reports)].sort((a, b) => b - a).slice(0, limit);
  }
  const ranked = [...found.values()].sort((a, b) => b.reports - a.reports || (a.source.id < b.source.id ? -1 : 1));
  return ranked.slice(0, limit).map(({ source }) => source);
}
