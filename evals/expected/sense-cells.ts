import type { Encoder } from '../../src/language/encoder.ts';
import { findParagraphs } from '../../src/language/paragraphs.ts';
import { drawSense, unpackSense } from '../../src/language/sense.ts';
import { scoreBlocks } from '../../src/language/tagger.ts';

/** What each text means, place by place, as a reading of it holds. */
export async function readSenseCells(encoder: Encoder, texts: readonly string[]): Promise<ReadonlyMap<string, Int8Array>> {
  const cells = new Map<string, Int8Array>();
  for (const text of new Set(texts)) {
    const scored = await scoreBlocks(encoder, text, findParagraphs(text));
    cells.set(text, unpackSense(drawSense(text.length, scored)));
  }
  return cells;
}
