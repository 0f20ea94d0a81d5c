import type { Reading } from '../../reading/reading.ts';

type Entity = Reading['entities'][number];

const EMPTY = /^(?:the|a|an|of|and|for|in|on|at|mr|mrs|ms|dr|sir|corp|corporation|inc|co|ltd|plc|llc|ab|ag|sa|nv|gmbh|company|group|holdings|jr|sr)$/u; // prettier-ignore
const NAMING = /name|acronym/u;

/** The words of a name, lower case, with the letters it is shortened to: "Hewlett-Packard Co." → hewlett, packard, hp. */
export function nameTokens(name: string): readonly string[] {
  const words = splitName(name);
  const short = words.length > 1 && words.length < 6 ? [words.map((word) => word[0]).join('')] : [];
  return [...words, ...short];
}

export function splitName(name: string): readonly string[] {
  return cleanName(name)
    .toLowerCase()
    .normalize('NFKC')
    .replace(/['’]s?\b|\([^)]*\)/gu, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== '' && !EMPTY.test(word));
}

/** A name without what markets hang on it: "Holm Co. HLM +2.00%" and "Holm Corp (HLM.O)". */
export function cleanName(name: string): string {
  return name
    .replace(/\s*\([A-Z0-9.:^-]+\)|\s+[A-Z]{2,5}\s+[+-−]?\d[\d.]*%?/gu, '')
    .replace(/^["“”'‘’\s]+|["“”\s]+$/gu, '');
}

/** Both are asked for each proposition of a report anew: some fifty times. */
const tokens = new WeakMap<Entity, readonly string[]>();
const subjects = new WeakMap<readonly Entity[], readonly Entity[]>();

/** All words by which a report names one of its entities. */
export function entityTokens(entity: Entity): readonly string[] {
  const known = tokens.get(entity);
  if (known) return known;
  const forms = entity.mentions.filter(({ why }) => NAMING.test(why)).map(({ text }) => text);
  const found = [...new Set([entity.name, ...new Set(forms)].flatMap(nameTokens))];
  tokens.set(entity, found);
  return found;
}

/** Entities that a report is about: named most often, the title and the first lines counting more. */
export function findSubjects({ entities }: Pick<Reading, 'entities'>): readonly Entity[] {
  const known = subjects.get(entities);
  if (known) return known;
  const found = rankSubjects(entities);
  subjects.set(entities, found);
  return found;
}

function rankSubjects(entities: readonly Entity[]): readonly Entity[] {
  const weigh = ({ mentions }: Entity): number =>
    mentions.reduce((sum, { start, why }) => sum + (NAMING.test(why) ? 1 : 0.5) * (start < LEAD ? 3 : 1), 0);
  return entities
    .filter(({ kind, name }) => kind !== 'unknown' && kind !== 'outlet' && /^\p{Lu}/u.test(name))
    .map((entity) => ({ entity, weight: weigh(entity) }))
    .sort((a, b) => b.weight - a.weight || (a.entity.id < b.entity.id ? -1 : 1))
    .slice(0, SUBJECTS)
    .map(({ entity }) => entity);
}

/** Characters of a report that count as its lead. */
const LEAD = 400;
const SUBJECTS = 3;
