import { HearsayError } from '../base/error.ts';
import type { Note } from '../base/note.ts';
import type { CaptureResult } from './capture.ts';

/** The columns that have a place of their own in a report. A value of another type, read as null, stays in `extra`, with a note. */
const COLUMNS = {
  id: readId,
  url: readString,
  outlet: readString,
  title: readString,
  published: readString,
  modified: readString,
  captured: readString,
  section: readString,
  authors: readAuthors,
  language: readString,
  text: readString,
  html: readString,
} as const;
type Column = keyof typeof COLUMNS;

export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly Column[];
/** What is read of a report stays as it is, white space and all (contract §2.2). */
const BODIES: ReadonlySet<Column> = new Set<Column>(['text', 'html']);
/** Names that other tables use, read where ours is absent. */
const OTHER_NAMES: Partial<Record<Column, string>> = { published: 'date' };

/** @throws HearsayError `usage.bad-option` where `columns` names a column that Hearsay does not have */
export function checkColumns(columns: Readonly<Record<string, string>>): void {
  const unknown = Object.keys(columns).find((name) => !COLUMN_NAMES.some((known) => known === name));
  if (unknown === undefined) return;
  throw new HearsayError(
    'usage.bad-option',
    `No column "${unknown}" to rename to`,
    'the option says OURS=THEIRS',
    `use one of ${COLUMN_NAMES.join(', ')}, as in --columns text=body`,
  );
}

/**
 * A table that names its columns once must name one that holds what is read: one error, and not one for each row.
 * @throws HearsayError `input.bad-row`
 */
export function checkHeader(input: string, names: readonly string[], columns: Readonly<Record<string, string>>): void {
  const row = Object.fromEntries(names.map((name) => [name, '']));
  if (![columns.text ?? 'text', columns.html ?? 'html'].some((name) => Object.hasOwn(row, name)))
    throw describeEmpty(`${input}:1`, row, columns);
}

/**
 * One row of a report table as a capture, or as the failure that it is.
 * @param columns our name → the table's
 * @param found what was found when the row was read from its file
 */
export function captureRow(
  input: string,
  row: Readonly<Record<string, unknown>>,
  columns: Readonly<Record<string, string>>,
  found: readonly Note[] = [],
): CaptureResult {
  const notes = [...found];
  const { values, extra } = sortColumns(row, columns, notes);
  const { text, html, ...facts } = values;
  const body = text ?? html;
  if (typeof body !== 'string') return { input, error: describeEmpty(input, row, columns) };
  if (text !== undefined && html !== undefined) {
    notes.push(note('capture.html-unused', 'The row has text and html; its text was read.'));
  }
  if (/\p{Surrogate}/u.test(body)) {
    notes.push(note('capture.lone-surrogates', 'Halves of characters (lone surrogates) in the row became U+FFFD.'));
  }
  return {
    input,
    kind: text === undefined ? 'html' : 'text',
    bytes: Buffer.from(body, 'utf8'),
    charset: 'utf-8',
    given: { ...facts, ...(Object.keys(extra).length === 0 ? {} : { extra }) },
    ...(notes.length === 0 ? {} : { notes }),
  };
}

type Values = Partial<Record<Exclude<Column, 'authors'>, string>> & { authors?: readonly string[] };

/** The columns that a report has, and the others. Empty values are absent; one of a wrong type is one of the others. */
function sortColumns(
  row: Readonly<Record<string, unknown>>,
  columns: Readonly<Record<string, string>>,
  notes: Note[],
): { values: Values; extra: Record<string, unknown> } {
  const found: [string, unknown][] = [];
  const used = new Set<string>();
  for (const name of COLUMN_NAMES) {
    const other = columns[name] === undefined ? OTHER_NAMES[name] : undefined;
    const key = [columns[name] ?? name, other].find((at) => at !== undefined && !isAbsent(row, at));
    if (key === undefined) continue;
    const value = COLUMNS[name](row[key]);
    if (value !== null) {
      used.add(key);
      found.push([name, typeof value === 'string' && !BODIES.has(name) ? value.trim() : value]);
    } else notes.push(note('capture.bad-column', `Column "${key}" is no ${name}; it stays among the other columns.`));
  }
  const own = new Set<string>(COLUMN_NAMES);
  const rest = Object.entries(row).filter(([key]) => !used.has(key) && !(own.has(key) && isAbsent(row, key)));
  return { values: Object.fromEntries(found), extra: Object.fromEntries(rest) };
}

function isAbsent(row: Readonly<Record<string, unknown>>, key: string): boolean {
  const value = Object.hasOwn(row, key) ? row[key] : null;
  return (
    value === null || (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0)
  );
}

function describeEmpty(
  input: string,
  row: Readonly<Record<string, unknown>>,
  columns: Readonly<Record<string, string>>,
) {
  const names = [columns.text ?? 'text', columns.html ?? 'html'];
  const present = names.filter((name) => Object.hasOwn(row, name));
  const others = Object.keys(row).slice(0, 12).join(', ');
  return present.length > 0
    ? describeBadRow(input, `its column "${present.join('" and "')}" holds no text`)
    : describeBadRow(
        input,
        `it has neither ${names.join(' nor ')}${others === '' ? '' : `; its columns are ${others}`}`,
      );
}

export function describeBadRow(input: string, why: string, cause?: unknown): HearsayError {
  return new HearsayError(
    'input.bad-row',
    `Cannot read the row ${input}`,
    why,
    'each row has a column text or html (in JSONL as one object a line); --columns text=NAME renames',
    { cause },
  );
}

function readString(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function readId(value: unknown): string | null {
  return Number.isFinite(value) ? String(value) : readString(value);
}

/** Names in one string, or a list of names or of objects with a name. */
function readAuthors(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return splitAuthors(value);
  if (!Array.isArray(value)) return null;
  const names = value.map((one: unknown) =>
    readString(typeof one === 'object' && one !== null && 'name' in one ? one.name : one),
  );
  return names.every((name) => name !== null) ? names : null;
}

/** `A. One, B. Two and C. Three` as three. A comma before a single word ("Jr.", a family name first) parts nothing. */
function splitAuthors(names: string): string[] {
  const trim = (parts: readonly string[]) => parts.map((part) => part.trim()).filter((part) => part !== '');
  return trim(names.split(';')).flatMap((part) => {
    const people = trim(part.split(/,|\s(?:and|&)\s/u));
    return people.every((person) => person.includes(' ')) ? people : [part];
  });
}

function note(code: string, what: string): Note {
  return { code, what, span: null };
}
