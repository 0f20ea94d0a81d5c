import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Name, NameKind } from '../../src/language/spans.ts';

/** A sentence of CrossNER with its marked names; tokens are joined by a space, but not before closing marks. */
export interface MarkedSentence {
  readonly text: string;
  readonly names: readonly Name[];
}

const KINDS: Readonly<Record<string, NameKind>> = {
  ...{ person: 'person', politician: 'person' },
  ...{ organisation: 'organization', organization: 'organization', politicalparty: 'organization' },
  ...{ location: 'place', country: 'place', event: 'other', election: 'other', misc: 'other' },
};
const OF_A_PEOPLE = /(?:ese|[ai]an|ish|[rc]i|ch)s?$/u;

/** Reads `crossner/politics/PART.txt` (token, tab, label; blank lines between sentences). */
export function readCrossner(dataDir: string, part: string): readonly MarkedSentence[] {
  const blocks = readFileSync(join(dataDir, 'crossner/politics', `${part}.txt`), 'utf8')
    .trim()
    .split(/\n\s*\n/u);
  return blocks.map(readSentence);
}

function readSentence(block: string): MarkedSentence {
  let text = '';
  const names: { start: number; end: number; kind: NameKind; score: number; type: string; words: number }[] = [];
  for (const line of block.split('\n')) {
    const [token = '', label = 'O'] = line.split('\t');
    if (text !== '' && !/^(?:[,.;:!?)\]%]|['’]s?|n['’]t)$/u.test(token) && !/[([]$/u.test(text)) text += ' ';
    const start = text.length;
    text += token;
    const [edge, type = ''] = [label.slice(0, 1), label.slice(2)];
    const last = names.at(-1);
    if (edge === 'B') names.push({ start, end: text.length, kind: KINDS[type] ?? 'other', score: 1, type, words: 1 });
    else if (edge === 'I' && last) {
      last.end = text.length;
      last.words++;
    }
  }
  return {
    text,
    names: names.map(({ start, end, kind, score, type, words }) => {
      const isPeople = type === 'misc' && words === 1 && OF_A_PEOPLE.test(text.slice(start, end));
      return { start, end, kind: isPeople ? 'demonym' : kind, score };
    }),
  };
}
