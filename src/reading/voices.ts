import type { Note } from '../base/note.ts';
import { isWithin, makeSpan } from '../base/span.ts';
import type { Document } from '../language/document.ts';
import type { Encoder } from '../language/encoder.ts';
import { unpackSense } from '../language/sense.ts';
import { assembleAttributions } from './assemble/attributions.ts';
import type { Linker } from './assemble/linker.ts';
import type { Orphan } from './assemble/triple.ts';
import { findBlockQuotes } from './block-quotes.ts';
import { traceChains } from './chains.ts';
import { describeVoice, type Voice } from './description.ts';
import { findHearsay } from './hearsay.ts';
import { readInside } from './inside.ts';
import { nestAttributions, type Telling } from './nesting.ts';
import { findOwnVoice } from './own-voice.ts';
import type { Attribution } from './reading.ts';
import { findScareQuotes } from './scare-quotes.ts';
import { findSigned, joinSigned } from './signatures.ts';
import { findPassedOver, joinTellings } from './tellings.ts';

export interface Voices {
  /** In text order, with ids `a1`, `a2`, … */
  readonly attributions: Attribution[];
  readonly notes: readonly Note[];
}

/** Everyone who speaks in a text, the report itself among them. */
export async function readVoices(
  document: Document,
  { encoder, linker }: { readonly encoder: Encoder; readonly linker: Linker },
): Promise<Voices> {
  const { text, paragraphs, sentences, quotations } = document;
  const { triples: tied, orphans } = assembleAttributions(document, linker);
  const signed = joinSigned(tied, findSigned(text, paragraphs, quotations));
  const blocks = findBlockQuotes(text, paragraphs, orphans);
  const marked = joinTellings(signed, blocks);
  const left = orphans.filter((one) => !blocks.some(({ source, cue }) => isWithin(one, [...source, ...cue])));
  const seen = [...marked, ...findPassedOver(text, sentences, marked, left)];
  const triples = [...seen, ...findHearsay(text, sentences, seen)];
  const inside = await readInside(document, triples, encoder, linker);

  const voices = new Map(triples.map((triple) => [triple, attributed(triple)]));
  const inner = new Map<Voice, readonly Voice[]>();
  for (const [triple, found] of inside) {
    for (const one of found) voices.set(one, attributed(one));
    const outer = voices.get(triple);
    const within = found.flatMap((one) => voices.get(one) ?? []);
    if (outer) inner.set(outer, within);
  }
  const outermost = [...triples.flatMap((triple) => voices.get(triple) ?? []), ...ownVoices(document, triples)];
  const { nested, notes } = nestAttributions(text, outermost, inner);
  const placed = nested.map(({ telling, id, parent }) => ({ ...telling, id, parent }));
  const chains = traceChains({ ...document, quotations: quotations.map((one) => one.inner) }, placed);
  const told = outermost
    .filter(({ voice }) => voice !== 'own')
    .flatMap((one) => [...one.source, ...one.cue, ...one.content]);
  const described = { ...document, senseCells: unpackSense(document.sense) };
  return {
    attributions: nested.map((one) => describeVoice(described, one, chains.get(one.id) ?? [])),
    notes: [...notes, ...findScareQuotes(text, quotations, told), ...left.map((orphan) => noteOrphan(text, orphan))],
  };
}

function attributed(telling: Telling & { readonly confidence: number }): Voice {
  return { ...telling, voice: 'attributed' };
}

function ownVoices(document: Document, triples: readonly Telling[]): Voice[] {
  const taken = triples.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
  return findOwnVoice(document, taken).map(({ content, confidence }) => ({
    source: [],
    cue: [],
    content,
    within: null,
    voice: 'own',
    confidence,
  }));
}

const ORPHANED: Readonly<Record<Orphan['reason'], string>> = {
  'source-without-cue': 'The network marked a source here, and nothing that it said.',
  'cue-without-content': 'The network marked words of telling here, and nothing that is told.',
  'content-without-cue': 'The network marked something told here, and nobody who tells it.',
  weak: 'The network marked a telling here, too weakly to be listed.',
};

function noteOrphan(text: string, orphan: Orphan): Note {
  return {
    code: `reading.${orphan.reason}`,
    what: ORPHANED[orphan.reason],
    span: makeSpan(text, orphan.start, orphan.end),
  };
}
