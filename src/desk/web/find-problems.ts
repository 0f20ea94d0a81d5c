import { checkValue } from '../../base/config.ts';
import { HearsayError } from '../../base/error.ts';
import type { AddFields } from './parts/add-form.tsx';

/** Bytes of one upload, all files together. */
export const MOST_BYTES = 64 * 2 ** 20;
const MOST_FILES = 500;

/** The addresses, where a text is nothing but addresses, one a line; null: it is a text. */
export function readAddresses(text: string): readonly string[] | null {
  const lines = text.split(/\s+/u).filter((line) => line !== '');
  return lines.length > 0 && lines.every((line) => /^https?:\/\/\S+$/iu.test(line) && URL.canParse(line)) ? [...new Set(lines)] : null; // prettier-ignore
}

/** By its name: a page, a feed or a table may say who published it and when; a text says neither. */
function isPlainText({ name }: File): boolean {
  return /\.(?:txt|text|md|markdown)$/iu.test(name);
}

function askOf(texts: readonly File[]): string {
  const [first] = texts;
  const more = texts.length - 1;
  const named = more === 0 ? `${first?.name ?? ''} is` : `${first?.name ?? ''} and ${String(more)} more are`;
  return `${named} plain text, which says neither outlet nor day: give both, or say that they are not known, and choose the files again. Texts of several outlets go in one table (CSV) with the columns outlet, published and text.`;
}

/** What is wrong with what is to be added, in words; none: it can be read. `unknown`: outlet and day may be left out. */
export function findProblems(
  { text, outlet, published, url }: AddFields,
  files: readonly File[],
  addresses: readonly string[] | null,
  unknown: boolean,
): readonly string[] {
  const problems: string[] = [];
  const isText = text.trim() !== '' && addresses === null;
  if (text.trim() === '' && files.length === 0) problems.push('Paste addresses or a text, or choose files.');
  if (files.length > MOST_FILES) problems.push(`At most ${String(MOST_FILES)} files at once.`);
  const texts = unknown || (outlet !== '' && published !== '') ? [] : files.filter(isPlainText);
  if (texts.length > 0) problems.push(askOf(texts));
  if (isText && !unknown && outlet === '') problems.push('Say who published the text.');
  if (isText && !unknown && published === '')
    problems.push('Say when the text was published: without it, “Monday” stays open.');
  const check = (value: string, type: 'day' | 'address', label: string): void => {
    if (value === '') return;
    try {
      checkValue({ name: label, type }, value, label);
    } catch (error) {
      problems.push(
        error instanceof HearsayError ? `${error.what}: ${error.why}; ${error.fix}.` : `${label} is wrong.`,
      );
    }
  };
  check(published, 'day', 'The day of publication');
  check(url, 'address', 'The address');
  if (url !== '' && files.length + (isText ? 1 : (addresses?.length ?? 0)) > 1) problems.push('Two reports do not stand at one address: give the address with one report alone.'); // prettier-ignore
  return problems;
}
