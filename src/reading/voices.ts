import type { Note } from '../base/note.ts';
import { makeSpan, type Span } from '../base/span.ts';
import type { Document, Range } from '../language/document.ts';
import type { Encoder } from '../language/encoder.ts';
import { findQuotations, type Quotation } from '../language/quotes.ts';
import { tagDocument } from '../language/tag-document.ts';
import type { Article } from '../page/article.ts';
import { actOf } from './acts.ts';
import { assembleAttributions } from './assemble/attributions.ts';
import type { Linker } from './assemble/linker.ts';
import type { Orphan } from './assemble/triple.ts';
import { certaintyOf } from './certainty.ts';
import { traceChain } from './chains.ts';
import { findExpectedEvent } from './expected.ts';
import { findScareQuotes } from './scare-quotes.ts';
import { readInside } from './inside.ts';
import { cueWithLead, polarityOf } from './polarity.ts';
import { quoteForm } from './quote.ts';
import { nestAttributions, type Nested, type Telling } from './nesting.ts';
import { findOwnVoice } from './own-voice.ts';
import type { Attribution } from './reading.ts';
import { findPersonalTellings } from './tellings.ts';

export interface Voices {
  /** In text order, with ids `a1`, `a2`, … */
  readonly attributions: Attribution[];
  readonly notes: readonly Note[];
}

interface Voice extends Telling {
  readonly voice: Attribution['voice'];
  readonly confidence: number;
}

/** Everyone who speaks in `paragraphs` of a text (the article's, or its title), the report itself among them. */
export async function readVoices(
  article: Article,
  text: string,
  paragraphs: readonly Range[],
  { encoder, linker }: { encoder: Encoder; linker: Linker },
): Promise<Voices> {
  if (paragraphs.length === 0) return { attributions: [], notes: [] };
  const document = await tagDocument(encoder, article, text, paragraphs);
  const { triples: marked, orphans } = assembleAttributions(document, linker);
  const triples = [...marked, ...findPersonalTellings(text, document.sentences, marked)];
  const inside = await readInside(document, triples, encoder, linker);

  const voices = new Map(triples.map((triple) => [triple, attributed(triple)]));
  const inner = new Map<Voice, readonly Voice[]>();
  for (const [triple, found] of inside) {
    for (const one of found) voices.set(one, attributed(one));
    const outer = voices.get(triple);
    if (outer)
      inner.set(
        outer,
        found.flatMap((one) => voices.get(one) ?? []),
      );
  }
  const outermost = [...triples.flatMap((triple) => voices.get(triple) ?? []), ...ownVoices(document, triples)];

  const { quotations, notes } = findQuotations(text, paragraphs);
  const { nested, notes: nestingNotes } = nestAttributions(text, outermost, inner);
  // Parents come before what stands inside them, so that a chain can go on from its parent's.
  const described = new Map<string, Attribution>();
  for (const one of nested) {
    const parent = one.parent === null ? undefined : described.get(one.parent);
    described.set(one.id, describe(document, one, quotations, parent?.chain ?? []));
  }
  return {
    attributions: [...described.values()],
    notes: [
      ...notes,
      ...nestingNotes,
      ...findScareQuotes(
        text,
        quotations,
        outermost
          .filter(({ voice }) => voice !== 'own')
          .flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
      ),
      ...orphans.map((orphan) => noteOrphan(text, orphan)),
    ],
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

function describe(
  document: Document,
  { telling, id, parent }: Nested<Voice>,
  quotations: readonly Quotation[],
  holder: Attribution['chain'],
): Attribution {
  const { text, article } = document;
  const spans = (ranges: readonly Range[]): Span[] => ranges.map(({ start, end }) => makeSpan(text, start, end));
  const [source, cue, content] = [spans(telling.source), spans(telling.cue), spans(telling.content)];
  const words = (parts: readonly Span[]): string => parts.map((part) => part.text).join(' ');
  const act = telling.voice === 'own' ? null : actOf(words(cue));
  const { published } = article;
  const event = findExpectedEvent({ text, cue, content, act, published, when: [], where: [], entities: [] });
  return {
    id,
    parent,
    voice: telling.voice,
    source,
    cue,
    content,
    quote: quoteForm(content, quotations),
    act,
    chain: [...traceChain(article, { source, cue, content }, text, holder)],
    polarity: polarityOf(cueWithLead(text, cue), words(content)),
    certainty: certaintyOf(text, telling.content, telling.cue),
    when: [],
    where: [],
    expected: event !== null,
    event,
    confidence: telling.confidence,
  };
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
