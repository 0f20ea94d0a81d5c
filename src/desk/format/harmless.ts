/**
 * Characters of a report that a terminal or a page would obey instead of show: control codes, the marks that turn the
 * direction of text around (“Trojan Source”, CVE-2021-42574), invisible tags, and halves of surrogate pairs.
 */
const OBEYED =
  // eslint's no-control-regex is not in force here: control characters are what this file is about.
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2028\u2029\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;

/** The text with each such character made visible: ESC as ␛, U+202E as ‹U+202E›. Line feeds and tabs stay. */
export function makeHarmless(text: string): string {
  return text.replace(OBEYED, showCharacter);
}

/** The text on one line, harmless. */
export function makeOneLine(text: string): string {
  return makeHarmless(text.replace(/\s+/gu, ' ').trim());
}

function showCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\uFFFD';
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}

/** JSON in which no such character stands raw: the value is the same, and a terminal obeys nothing in it. */
export function escapeJson(json: string): string {
  return json.replace(OBEYED, (character) =>
    Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
