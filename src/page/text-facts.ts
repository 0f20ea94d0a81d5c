import { cleanNames } from './authors.ts';
import type { NoStoryLine, TextLine } from './plain-lines.ts';
import { fold } from './lines.ts';

/** The authors that a text's byline lines name. */
export function findTextAuthors(noStory: readonly NoStoryLine[]): string[] {
  const bylines = noStory.filter(({ reason }) => reason === 'byline').map(({ text }) => text);
  const names = bylines.filter(
    (text) => !/^(?:written by|reported by|by|author|text|words by|story by)\s*:?$/iu.test(text),
  );
  return [...new Set(cleanNames(names.map((name) => name.replace(/,\s.*$/u, ''))))];
}

const WORDS = String.raw`((?:The )?\p{Lu}[\p{L}'’&-]*(?: (?:of|the|and|&|\p{Lu}[\p{L}'’&-]*)){0,5})`;
const EMPLOYERS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:reporter|journalist|correspondent|editor|columnist|writer|staff)\b[^.]{0,40}?\b(?:for|at|with|of) ${WORDS}`,
    'u',
  ),
  new RegExp(String.raw`\b(?:check|visit|back to|reading|read) ${WORDS} (?:website|site|online|app)\b`, 'u'),
  new RegExp(String.raw`^(?:By [^,]{3,60}|[^,]{3,60}), ${WORDS}$`, 'u'),
];

/** The outlet that the text's own closing and byline lines name; null where they name none. */
export function findTextOutlet(noStory: readonly NoStoryLine[], lines: readonly TextLine[]): string | null {
  const text = noStory.filter(({ reason }) => reason === 'biography' || reason === 'newsletter' || reason === 'byline');
  for (const pattern of EMPLOYERS) {
    for (const line of text) {
      const name = pattern.exec(line.text)?.[1]?.replace(/ (?:and|of|the)$/u, '');
      if (name !== undefined && name.length > 3) return dropArticle(name, lines);
    }
  }
  return null;
}

/** “The” goes where the outlet's own address does without it: editorial@harbourpost.example for The Harbour Post. */
function dropArticle(name: string, lines: readonly TextLine[]): string {
  const bare = name.replace(/^The /u, '');
  const domain = fold(bare).replace(/ /gu, '');
  return lines.some(({ text }) => new RegExp(String.raw`(?:@|www\.|//)${domain}\.`, 'iu').test(text)) ? bare : name;
}
