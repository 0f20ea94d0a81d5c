import { join } from 'node:path';
import type { TaggedText } from '../../src/language/document.ts';
import { ROLES, type TaggedSpan } from '../../src/language/spans.ts';
import type { Encoder } from '../../src/language/encoder.ts';
import { findParagraphs } from '../../src/language/paragraphs.ts';
import { findSentences } from '../../src/language/sentences.ts';
import { findRoles, scoreBlocks } from '../../src/language/tagger.ts';
import { assembleAttributions } from '../../src/reading/assemble/attributions.ts';
import { loadLinker } from '../../src/reading/assemble/linker.ts';
import type { Triple } from '../../src/reading/assemble/triple.ts';
import type { EvalRow } from '../row.ts';
import { readPolnear, type Marked, type MarkedArticle } from './polnear.ts';
import { listReliability } from './reliability.ts';
import { countExact, f1, isAlike } from './score.ts';
import { wrapText } from './wrap.ts';

const TASK = 'whole triples, PolNeAR dev';

/** Spans of the network, or of any other, for a text. */
export type TagText = (document: TaggedText) => Promise<readonly TaggedSpan[]>;

/**
 * Whole triples on PolNeAR dev, each annotator's file once: exact F1 with the network's spans, with a reader's own spans
 * (what the assembly alone loses), loose precision and recall (every role overlaps, or is empty in both), and how
 * far `confidence` is off. Values 0–1.
 */
export async function evaluateTriples(dataDir: string, encoder: Encoder): Promise<EvalRow[]> {
  return scoreTriples(readPolnear(join(dataDir, 'polnear/dev')), async ({ text, paragraphs }) =>
    findRoles(await scoreBlocks(encoder, text, paragraphs), encoder),
  );
}

/** The same over any articles and any tagger. */
export async function scoreTriples(articles: readonly MarkedArticle[], tagText: TagText): Promise<EvalRow[]> {
  const linker = loadLinker();
  const exact = { right: 0, said: 0, gold: 0 };
  const bound = { right: 0, said: 0, gold: 0 };
  const judged: { chance: number; right: boolean }[] = [];
  let found = 0;
  for (const article of articles) {
    const document = makeDocument(article);
    const { triples } = assembleAttributions({ ...document, tagged: await tagText(document) }, linker);
    for (const { marked } of article.files) {
      countExact(exact, triples, marked);
      const ideal = assembleAttributions({ ...document, tagged: spansOf(marked) }, linker);
      countExact(bound, ideal.triples, marked);
      found += marked.filter((one) => triples.some((triple) => isAlike(one, triple))).length;
      for (const triple of triples) judged.push({ chance: triple.confidence, right: isRight(triple, marked) });
    }
  }
  const { rows, error } = listReliability(judged);
  const row = (metric: string, value: number, size: number): EvalRow => ({ task: TASK, metric, value, size });
  return [
    row('exact F1', f1(exact), exact.gold),
    row('exact precision', exact.right / exact.said, exact.said),
    row('exact recall', exact.right / exact.gold, exact.gold),
    row('exact F1 with gold spans', f1(bound), bound.gold),
    row('overlap precision', judged.filter((one) => one.right).length / judged.length, judged.length),
    row('overlap recall', found / exact.gold, exact.gold),
    row('confidence: 1 − calibration error', 1 - error, judged.length),
    ...rows.map((bin) =>
      row(`right where confidence is ${bin.from}–${bin.to} (mean ${bin.mean})`, bin.right, bin.size),
    ),
  ];
}

function isRight(triple: Triple, marked: readonly Marked[]): boolean {
  return marked.some((one) => isAlike(one, triple));
}

/** An untagged document of a bare text. */
export function makeDocument({ id, text }: Pick<MarkedArticle, 'id' | 'text'>): TaggedText {
  const paragraphs = findParagraphs(text);
  return {
    article: wrapText(id, text),
    text,
    paragraphs,
    sentences: findSentences(text, paragraphs),
    tagged: [],
  };
}

/** A reader's spans as if a perfect network had found them. */
export function spansOf(marked: readonly Marked[]): TaggedSpan[] {
  const spans = new Map<string, TaggedSpan>();
  for (const one of marked)
    for (const role of ROLES)
      for (const range of one[role])
        spans.set(`${role} ${String(range.start)} ${String(range.end)}`, { ...range, role, score: 1, chance: 1 });
  return [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
