import type { Document, Range } from '../../language/document.ts';
import { listChoices } from './choice.ts';
import { describeDraft, rateDraft } from './confidence.ts';
import { draftTriples, type Draft } from './draft.ts';
import { layOut, type Layout } from './layout.ts';
import type { Linker } from './linker.ts';
import { listOrphans, nestTriples, orderPairs } from './nesting.ts';
import type { Assembly, Triple } from './triple.ts';

/**
 * The network's spans as whole attributions. Each content chooses its cue and each cue its source, by trained weights; a
 * cue without a content is outer to the telling beside it, or an orphan. Never throws; linear in the number of spans.
 */
export function assembleAttributions(document: Document, linker: Linker): Assembly {
  const layout = layOut(document);
  const drafts = draftTriples(listChoices(layout), linker);
  const whole = drafts.filter((draft) => draft.contents.length > 0);
  const bare = drafts.filter((draft) => draft.contents.length === 0);
  const rated = whole.map((draft) => ({ draft, triple: rateTriple(draft, layout, document.text, linker) }));
  const outer = nestTriples(rated, bare);
  const used = [...whole, ...outer.map(({ draft }) => draft)];
  return {
    triples: orderPairs([...rated, ...outer]),
    orphans: listOrphans(layout, used),
  };
}

function rateTriple(draft: Draft, layout: Layout, text: string, linker: Linker): Triple {
  const features = describeDraft(draft, layout, text);
  const { exact, overlap } = rateDraft(features, linker);
  return {
    source: draft.source ? [rangeOf(draft.source.span)] : [],
    cue: draft.cue ? [rangeOf(draft.cue.span)] : [],
    content: draft.contents.map((content) => rangeOf(content.span)),
    score: exact,
    confidence: overlap,
    features,
    within: null,
  };
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
