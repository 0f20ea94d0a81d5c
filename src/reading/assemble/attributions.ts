import type { TaggedText } from '../../language/document.ts';
import type { Range } from '../../language/spans.ts';
import { listChoices } from './choice.ts';
import { describeDraft, rateDraft } from './confidence.ts';
import { draftTriples, type Draft } from './draft.ts';
import { layOut, type Layout, type Placed } from './layout.ts';
import type { Linker } from './linker.ts';
import { placeLoose } from './loose.ts';
import { joinContents, mendSpans } from './mending.ts';
import { asksForAnonymity, mendTriple } from './triple-mending.ts';
import { nestTriples, orderPairs, type Pair } from './nesting.ts';
import { hullOf, type Assembly, type Orphan, type Triple } from './triple.ts';

/**
 * Triples less likely than this to overlap a reader's in every role are left out, as notes: most of them are wrong.
 * Set on PolNeAR dev (overlap .850 / .837; at .29 .839 / .843) and GUM (recall .807 at .851; at .29 .809 at .828). A floor on `score` would raise F1
 * further by dropping tellings that are right but for an edge, which a reader would miss more than an edge.
 */
export const WEAK = 0.35;

/**
 * The network's spans as whole attributions. Each content chooses its cue and each cue its source, by trained weights; a
 * cue without a content is outer to the telling beside it, or an orphan. Never throws; linear in the number of spans.
 * `weak`: the least confidence of a triple, 0–1; 0 keeps all.
 */
export function assembleAttributions(document: TaggedText, linker: Linker, weak: number = WEAK): Assembly {
  const layout = layOut({ ...document, tagged: mendSpans(document.text, document.tagged) });
  const drafts = draftTriples(listChoices(layout), linker);
  const whole = drafts.filter((draft) => draft.cue && draft.contents.length > 0);
  const bare = drafts.filter(
    ({ cue, contents }) => contents.length === 0 && !asksForAnonymity(document.text, cue?.span),
  );
  const taken = new Set(whole.flatMap((draft) => draft.source ?? []));
  const placed = drafts.filter((draft) => !draft.cue).flatMap((draft) => placeLoose(draft, whole, layout, taken) ?? []);

  const rate = (draft: Draft): Pair[] => {
    const triple = mendTriple(document.text, rateTriple(draft, layout, document.text, linker));
    return triple ? [{ draft, triple }] : [];
  };
  const rated = whole.flatMap(rate);
  const strong = rated.filter(({ triple }) => triple.confidence >= weak);
  const kept = [...strong, ...nestTriples(strong, bare), ...placed.flatMap(rate)];
  return {
    triples: orderPairs(kept),
    orphans: [
      ...listOrphans(layout, [...rated, ...kept]),
      ...rated
        .filter(({ triple }) => triple.confidence < weak)
        .map(({ triple }): Orphan => ({ role: 'content', reason: 'weak', ...hullOf(triple) })),
    ].sort((a, b) => a.start - b.start),
  };
}

function rateTriple(draft: Draft, layout: Layout, text: string, linker: Linker): Triple {
  const features = describeDraft(draft, layout, text);
  const { exact, overlap } = rateDraft(draft, features, linker);
  return {
    source: draft.source ? [rangeOf(draft.source.span)] : [],
    cue: draft.cue ? [rangeOf(draft.cue.span)] : [],
    content: joinContents(
      text,
      draft.contents.map((content) => content.span),
    ),
    score: exact,
    confidence: overlap,
    features,
    within: null,
  };
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

const LEFT_OVER = {
  source: 'source-without-cue',
  cue: 'cue-without-content',
  content: 'content-without-cue',
} as const;

/** The spans that no draft uses. */
function listOrphans(layout: Layout, pairs: readonly Pair[]): Orphan[] {
  const used = new Set<Placed>();
  for (const { draft } of pairs)
    for (const part of [draft.source, draft.cue, ...draft.contents]) if (part) used.add(part);
  return layout.placed
    .filter((placed) => !used.has(placed))
    .map(({ span: { role, start, end } }) => ({ role, start, end, reason: LEFT_OVER[role] }));
}
