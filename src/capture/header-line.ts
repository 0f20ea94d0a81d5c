const DELIMITERS = [',', ';', '\t', '|'] as const;
const QUOTED = /"(?:[^"]|"")*"/gu;

/** What parts the columns, by the first line: commas, semicolons (as Excel writes in most of Europe), tabs or bars; null where none stands in it. */
export function tellDelimiter(line: string): string | null {
  const bare = line.replaceAll(QUOTED, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length - 1);
  const most = Math.max(...counts);
  return most === 0 ? null : (DELIMITERS[counts.indexOf(most)] ?? null);
}

/** The names in the first line of a table. */
export function readHeaderLine(line: string): readonly string[] {
  const delimiter = tellDelimiter(line);
  const cells = delimiter === null ? [line] : line.split(delimiter);
  return cells.map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
}
