import { readFileSync } from 'node:fs';

const loaded = new Map<string, readonly (readonly string[])[]>();

/**
 * The rows of `lexicons/<name>.tsv`, parsed on first use and kept. Lines that begin with `#` say where the words come
 * from and what the columns are. `lexicons/` lies at the package root, one level above both `src/` and `dist/`.
 */
export function readLexicon(name: string): readonly (readonly string[])[] {
  const held = loaded.get(name);
  if (held) return held;
  const text = readFileSync(new URL(`../../lexicons/${name}.tsv`, import.meta.url), 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
  loaded.set(name, rows);
  return rows;
}
