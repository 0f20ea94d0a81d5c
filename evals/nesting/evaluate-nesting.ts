import { overlaps } from '../../src/base/span.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvalRow } from '../row.ts';
import { readGum, type GumDocument, type Range, type Relation } from './gum.ts';

/** What is scored of an attribution: offsets into the text that was read. */
export interface Told {
  readonly voice: string;
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

/** GUM's own split (splits.md): measured, never tuned on. */
const TEST = new Set(['GUM_interview_hill', 'GUM_interview_libertarian', 'GUM_news_nasa', 'GUM_news_sensitive']);

interface Counts {
  gold: number;
  found: number;
  credits: number;
  creditsFound: number;
  nested: number;
  nestedFound: number;
  told: number;
  right: number;
}

/** One relation or telling that was judged, for reading by eye. */
export type Report = (line: string) => void;

/**
 * GUM's attribution relations in news and interviews against readings of the same texts. A relation is found where a
 * telling's cue or source overlaps its satellite and the content overlaps its nucleus; a telling is right where it finds
 * a relation; precision is over the tellings that begin in a sentence with a relation. `nested.tsv` lists the relations
 * inside another's nucleus. Own voice is no telling. Picture credits ("Image: somebody." told of a caption) are relations
 * in GUM and read in no voice here (contract §2.2): recall is given with and without them.
 */
export async function evaluateNesting(
  dataDir: string,
  readText: (text: string) => Promise<readonly Told[]>,
  report: Report = () => undefined,
): Promise<EvalRow[]> {
  const nested = readNested();
  const parts = { dev: emptyCounts(), test: emptyCounts() };
  for (const id of listDocuments(dataDir)) {
    const document = readGum(dataDir, id);
    const unlisted = listNested(document).filter((name) => !nested.has(name));
    if (unlisted.length > 0) throw new RangeError(`nested.tsv lacks ${unlisted.join('; ')}`);
    const told = (await readText(document.text)).filter((one) => one.voice !== 'own');
    countDocument(document, told, nested, parts[TEST.has(id) ? 'test' : 'dev'], report);
  }
  return Object.entries(parts).flatMap(([part, counts]) => rowsOf(part, counts));
}

/** The documents of the two genres, in order. */
export function listDocuments(dataDir: string): readonly string[] {
  const files = readdirSync(join(dataDir, 'gum/rst')).filter((file) => /^GUM_(?:news|interview)_.*\.rs4$/u.test(file));
  return files.map((file) => file.replace(/\.rs4$/u, '')).sort();
}

/** A relation's name in `nested.tsv`: document, units of the satellite, units of the nucleus. */
export function nameRelation(id: string, { satellite, nucleus }: Relation): string {
  return `${id}\t${satellite.join(',')}\t${nucleus.join(',')}`;
}

/** Relations that stand whole inside the nucleus of another. */
function listNested({ id, relations }: GumDocument): readonly string[] {
  const inner = relations.filter((one) =>
    relations.some(
      (other) => other !== one && [...one.satellite, ...one.nucleus].every((edu) => other.nucleus.includes(edu)),
    ),
  );
  return inner.map((one) => nameRelation(id, one));
}

function readNested(): ReadonlySet<string> {
  const lines = readFileSync(new URL('nested.tsv', import.meta.url), 'utf8').split('\n');
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')));
}

function countDocument(
  document: GumDocument,
  told: readonly Told[],
  nested: ReadonlySet<string>,
  counts: Counts,
  report: Report,
): void {
  // prettier-ignore
  const { id, text, relations, sentences } = document;
  const show = (ranges: readonly Range[]): string => ranges.map(({ start, end }) => text.slice(start, end)).join(' … ');
  const placed = relations.map((relation) => ({
    relation,
    satellite: rangesOf(document, relation.satellite),
    nucleus: rangesOf(document, relation.nucleus),
  }));
  const finds = (one: Told, gold: (typeof placed)[number]): boolean =>
    touches([...one.cue, ...one.source], gold.satellite) && touches(one.content, gold.nucleus);
  for (const gold of placed) {
    const found = told.some((one) => finds(one, gold));
    const inner = nested.has(nameRelation(id, gold.relation));
    counts.gold++;
    if (found) counts.found++;
    const credit = /^[“"(]*(?:image|photo|video|audio)\b/iu.test(show(gold.satellite));
    if (credit) counts.credits++;
    if (credit && found) counts.creditsFound++;
    if (inner) counts.nested++;
    if (inner && found) counts.nestedFound++;
    if (!found) report(`${id} missed${inner ? ' (nested)' : ''}: ${show(gold.satellite)} => ${show(gold.nucleus)}`);
  }
  const withOne = sentences.filter((sentence) => placed.some(({ satellite }) => touches([sentence], satellite)));
  for (const one of told) {
    const anchor = [...one.cue, ...one.source, ...one.content].slice(0, 1);
    if (!withOne.some((sentence) => touches([sentence], anchor))) continue;
    counts.told++;
    if (placed.some((gold) => finds(one, gold))) counts.right++;
    else report(`${id} not in gold: [${show(one.source)}] {${show(one.cue)}} <${show(one.content)}>`);
  }
}

function rangesOf({ edus }: GumDocument, units: readonly number[]): readonly Range[] {
  return units.flatMap((unit) => edus.get(unit) ?? []);
}

function touches(a: readonly Range[], b: readonly Range[]): boolean {
  return a.some((one) => b.some((other) => overlaps(one, other)));
}

function emptyCounts(): Counts {
  return { gold: 0, found: 0, credits: 0, creditsFound: 0, nested: 0, nestedFound: 0, told: 0, right: 0 };
}

function rowsOf(part: string, counts: Counts): EvalRow[] {
  const task = `nesting, GUM news+interview, ${part}`;
  return [
    { task, metric: 'relation recall', value: counts.found / counts.gold, size: counts.gold },
    {
      task,
      metric: 'relation recall, picture credits apart',
      value: (counts.found - counts.creditsFound) / (counts.gold - counts.credits),
      size: counts.gold - counts.credits,
    },
    { task, metric: 'relation precision', value: counts.right / counts.told, size: counts.told },
    { task, metric: 'nested relation recall', value: counts.nestedFound / counts.nested, size: counts.nested },
  ];
}
