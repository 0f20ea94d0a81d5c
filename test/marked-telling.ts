import type { Entity } from '../src/language/mentions.ts';
import { findParagraphs } from '../src/language/paragraphs.ts';
import { findQuotations } from '../src/language/quotes.ts';
import { findSentences } from '../src/language/sentences.ts';
import type { Range } from '../src/language/spans.ts';
import type { Article } from '../src/page/article.ts';
import { traceChains, type Placed } from '../src/reading/chains.ts';
import type { ChainLink } from '../src/reading/reading.ts';

export type Publisher = Pick<Article, 'outlet' | 'url' | 'wire' | 'authors'> & Partial<Pick<Article, 'links'>>;
export const herald: Publisher = { outlet: 'The Harbour Herald', url: null, wire: null, authors: [] };

/** A telling or several: `[source]`, `{cue}`, `<content>` mark the parts; `|` begins the next attribution, `^` one inside the one before. */
export function parse(marked: string): { text: string; placed: Placed[] } {
  let text = '';
  const placed: Placed[] = [];
  for (const part of marked.split(/(?=[|^])/u)) {
    const told: Record<'source' | 'cue' | 'content', Range[]> = { source: [], cue: [], content: [] };
    let start = 0;
    for (const char of part.replace(/^[|^]/u, '')) {
      if ('[{<'.includes(char)) start = text.length;
      else if (char === ']') told.source.push({ start, end: text.length });
      else if (char === '}') told.cue.push({ start, end: text.length });
      else if (char === '>') told.content.push({ start, end: text.length });
      else text += char;
    }
    const parent = part.startsWith('^') ? `a${placed.length}` : null;
    placed.push({ ...told, id: `a${placed.length + 1}`, parent });
  }
  return { text, placed };
}

export function show(links: readonly ChainLink[]): string[] {
  return links.map((link) => `${link.name} (${link.kind}, ${link.how})`);
}

/** The chain of the last attribution. */
export function traceLast(marked: string, article = herald, entities: readonly Entity[] = []): readonly ChainLink[] {
  const { text, placed } = parse(marked);
  const paragraphs = findParagraphs(text);
  const quotations = findQuotations(text, paragraphs).quotations.map(({ inner }) => inner);
  const ground = { article, text, entities, quotations, sentences: findSentences(text, paragraphs) };
  return traceChains(ground, placed).get(placed.at(-1)?.id ?? '') ?? [];
}

/** Who is known in a marked text: a name, or words that are one's, with why, as often as they stand in it in that order. */
export function know(
  marked: string,
  name: string,
  said: readonly (readonly [words: string, why: string])[],
  more: Partial<Pick<Entity, 'kind' | 'gender' | 'id'>> = {},
): Entity {
  const { text } = parse(marked);
  let from = 0;
  const mentions = said.map(([words, why]) => {
    const start = text.indexOf(words, from);
    if (start < 0) throw new RangeError(`"${words}" is not in the text from ${String(from)} on`);
    from = start + words.length;
    return { start, end: from, why };
  });
  return { id: 'e1', name, kind: 'person', gender: null, ...more, mentions };
}
