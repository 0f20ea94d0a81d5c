import { describe, expect, it } from 'vitest';
import type { TaggedText } from '../../language/document.ts';
import type { Range, TaggedSpan } from '../../language/spans.ts';
import { findParagraphs } from '../../language/paragraphs.ts';
import { findSentences } from '../../language/sentences.ts';
import type { Article } from '../../page/article.ts';
import { assembleAttributions } from './attributions.ts';
import { loadLinker } from './linker.ts';

const linker = loadLinker();

/** Marks `[S …]`, `[c …]`, `[K …]` in a text become tagged spans, as from a sure network. */
function documentOf(marked: string, score = 0.99): TaggedText {
  const tagged: TaggedSpan[] = [];
  let text = '';
  let open: { role: TaggedSpan['role']; start: number } | null = null;
  for (let i = 0; i < marked.length; i++) {
    const mark = /^\[([ScK]) /u.exec(marked.slice(i, i + 3))?.[1];
    if (mark) {
      open = { role: mark === 'S' ? 'source' : mark === 'c' ? 'cue' : 'content', start: text.length };
      i += 2;
    } else if (marked[i] === ']' && open) {
      tagged.push({ ...open, end: text.length, score, chance: score });
      open = null;
    } else text += marked[i] ?? '';
  }
  const paragraphs = findParagraphs(text);
  return {
    article: { text } as Article,
    text,
    paragraphs,
    sentences: findSentences(text, paragraphs),
    tagged,
  };
}

function show({ text }: TaggedText, ranges: readonly Range[]): string {
  return ranges.map(({ start, end }) => text.slice(start, end)).join(' … ');
}

function readTriples(marked: string): string[] {
  const document = documentOf(marked);
  return assembleAttributions(document, linker, 0).triples.map(
    ({ source, cue, content, within }) =>
      `${show(document, source)} | ${show(document, cue)} | ${show(document, content)}${within === null ? '' : ` < ${String(within)}`}`,
  );
}

describe('assembleAttributions', () => {
  it.each<[string, string, string[]]>([
    [
      'ties a source, a cue and a content in a row',
      '[S The mayor of Eastholm] [c said] [K that the bridge would open in May].',
      ['The mayor of Eastholm | said | that the bridge would open in May'],
    ],
    [
      'ties both halves of a content around "he said"',
      '[K “We have the steel,”] [S he] [c said]. [K “We do not have the men.”]',
      ['he | said | “We have the steel,” … “We do not have the men.”'],
    ],
    [
      'ties a content before "according to"',
      '[K The ferry lost power twice in a week], [c according to] [S two members of the crew].',
      ['two members of the crew | according to | The ferry lost power twice in a week'],
    ],
    [
      'gives one source two cues',
      '[S Mrs Larkin] [c said] [K the plan was sound] and [c promised] [K to publish the costs].',
      ['Mrs Larkin | said | the plan was sound', 'Mrs Larkin | promised | to publish the costs'],
    ],
    [
      'leaves the source empty where the text names none',
      'It [c was announced] [K that the fair had been called off].',
      [' | was announced | that the fair had been called off'],
    ],
    [
      'keeps neighbours in a paragraph apart',
      '[S The union] [c says] [K pay has fallen]. [S The firm] [c denies] [K that anyone earns less].',
      ['The union | says | pay has fallen', 'The firm | denies | that anyone earns less'],
    ],
    [
      'carries a quotation over paragraphs that each open with a mark',
      '[K “The water rose in an hour,”] [S she] [c said]. [K “We ran.]\n\n[K “Nobody was left behind.”]',
      ['she | said | “The water rose in an hour,” … “We ran. … “Nobody was left behind.”'],
    ],
    [
      'makes one content of two with only a space between',
      '[S The coach] [c urged] [K supporters] [K to stay at home].',
      ['The coach | urged | supporters to stay at home'],
    ],
    [
      'trims a comma after which the sentence goes on',
      '[S The clerk] [c said] [K that the vote stood,] and left.',
      ['The clerk | said | that the vote stood'],
    ],
    [
      'takes the speaker before a colon where no cue was found',
      '[S HOLT]: [K I never saw the letter].',
      ['HOLT |  | I never saw the letter'],
    ],
    [
      'never makes a content of a lone quotation mark',
      '[K "] [S He] [c said] [K the road was closed].',
      ['He | said | the road was closed'],
    ],
    [
      'makes one cue of "It" and what follows it',
      '[c It] [c has been reported] [K that the mine will close].',
      [' | It has been reported | that the mine will close'],
    ],
    ['finds nothing where nothing is tagged', 'The road was closed.', []],
  ])('%s', (_, marked, expected) => {
    expect(readTriples(marked)).toEqual(expected);
  });

  it('keeps both tellings of "According to X, their sources claimed that Y", the second within the first', () => {
    const triples = readTriples(
      '[c According to] [S The Harbour Post], [S their sources] [c claimed] [K that the port had been sold].',
    );
    expect(triples).toEqual([
      'The Harbour Post | According to | their sources claimed that the port had been sold',
      'their sources | claimed | that the port had been sold < 0',
    ]);
  });

  it('names every tagged span that no triple uses', () => {
    const document = documentOf('[S The baker] walked home. [c Saying] nothing, the rest slept.');
    const { triples, orphans } = assembleAttributions(document, linker);
    expect(triples).toEqual([]);
    expect(orphans.map(({ role, reason }) => `${role} ${reason}`)).toEqual([
      'source source-without-cue',
      'cue cue-without-content',
    ]);
  });

  it('leaves a triple under the least score out, and says where it stood', () => {
    const document = documentOf('[S The mayor] [c said] [K that the bridge would open].');
    const { triples, orphans } = assembleAttributions(document, linker, 1);
    expect(triples).toEqual([]);
    expect(orphans).toEqual([{ role: 'content', reason: 'weak', start: 0, end: 41 }]);
  });

  it('reads a paragraph the same whatever quotation marks another one lacks', () => {
    const plain = '[S The union] [c says] [K “pay has fallen”].';
    const odd = 'He wrote “nothing at all of the matter.\n\nThe rest slept well.\n\n';
    expect(readTriples(odd + plain)).toEqual(readTriples(plain));
  });

  it('is surer of what the network is surer of', () => {
    const marked = '[S The mayor] [c said] [K that the bridge would open in May].';
    const of = (score: number) =>
      assembleAttributions(documentOf(marked, score), linker, 0).triples[0]?.confidence ?? 0;
    expect(of(0.99)).toBeGreaterThan(of(0.6));
    expect(of(0.99)).toBeLessThanOrEqual(1);
  });

  it('reads 20,000 tagged spans in proportion to their number', () => {
    const document = documentOf('[S The mayor] [c said] [K that the bridge would open].\n\n'.repeat(7000));
    expect(assembleAttributions(document, linker, 0).triples).toHaveLength(7000);
  });
});
