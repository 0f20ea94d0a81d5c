import type { Encoder } from '../language/encoder.ts';
import type { Document } from '../language/document.ts';
import { tagText } from '../language/tag-text.ts';
import { assembleAttributions } from './assemble/attributions.ts';
import type { Linker } from './assemble/linker.ts';
import type { Triple } from './assemble/triple.ts';
import { MAX_DEPTH } from './nesting.ts';
import { findTellings, joinTellings } from './tellings.ts';

/** A content shorter than this many characters has no room for a source, a cue and a content ("we know he lied"). */
const LEAST = 15;

/**
 * What is told inside each content: the network reads the content alone, as if it were the whole text, and again inside
 * what it finds there; the plainest tellings are found by rule too. PolNeAR marks no attribution inside another, so a
 * reading of the whole never shows them.
 */
export async function readInside(
  document: Document,
  triples: readonly Triple[],
  encoder: Encoder,
  linker: Linker,
): Promise<ReadonlyMap<Triple, readonly Triple[]>> {
  const inside = new Map<Triple, readonly Triple[]>();
  let level = triples;
  for (let depth = 1; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: Triple[] = [];
    for (const triple of level) {
      if (sizeOf(triple) < LEAST) continue;
      const part = await tagText(encoder, document.article, document.text, triple.content);
      const rules = findTellings(document.text, triple.content);
      const found = dropWanted(document.text, joinTellings(assembleAttributions(part, linker).triples, rules));
      if (found.length > 0) inside.set(triple, found);
      next.push(...found.filter((inner) => sizeOf(inner) < sizeOf(triple)));
    }
    level = next;
  }
  return inside;
}

/** Where one stands `within` another all are kept: their indexes must hold. */
function dropWanted(text: string, found: readonly Triple[]): readonly Triple[] {
  return found.some(({ within }) => within !== null) ? found : found.filter((inner) => !isWanted(text, inner));
}

/** "Asked {to comment on} the closure": a word that somebody wants of another is not told. */
export function isWanted(text: string, { source, cue }: Pick<Triple, 'source' | 'cue'>): boolean {
  const words = cue.map(({ start, end }) => text.slice(start, end)).join(' ');
  return source.length === 0 && /^(?:to comment|(?:for )?comment)(?: on| about)?$/iu.test(words);
}

function sizeOf(triple: Triple): number {
  return triple.content.reduce((sum, { start, end }) => sum + end - start, 0);
}
