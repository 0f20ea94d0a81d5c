import type { Draft } from './draft.ts';
import { pathOf, shapeOf } from './features.ts';
import type { Layout, Placed } from './layout.ts';
import { sumWeights, type Linker } from './linker.ts';

/** The chance that a draft is exactly right, and that its parts all overlap the right ones. 0–1 each. */
export interface Confidence {
  readonly exact: number;
  readonly overlap: number;
}

/**
 * The weights were fitted on the spans of an earlier network; what the present one thinks of its own (log odds of the product
 * of their scores) comes on top. Three numbers fitted on PolNeAR dev (Platt): calibration error .034 before, .010 fitted on one
 * half and measured on the other; right told from wrong .844 of the time (AUC) where the weights alone have .755.
 */
const CALM = { weights: 0.354, spans: 0.435, shift: -0.064 };

/** `names`: what `describeDraft` gives. */
export function rateDraft(draft: Draft, names: readonly string[], linker: Linker): Confidence {
  const spans = logOdds(multiply(listParts(draft).map((x) => x.span.score)));
  return {
    exact: logistic(sumWeights(linker.exact, names)),
    overlap: logistic(CALM.weights * sumWeights(linker.overlap, names) + CALM.spans * spans + CALM.shift),
  };
}

/** What speaks for or against a draft as a whole: names of binary features, weighed by models/linker.json. */
export function describeDraft(draft: Draft, layout: Layout, text: string): string[] {
  const parts = listParts(draft);
  const indices = parts.map((x) => x.index);
  const path = pathOf(layout, Math.min(...indices), Math.max(...indices));
  const kind = `${draft.source ? 'S' : ''}${draft.cue ? 'c' : ''}${'K'.repeat(Math.min(3, draft.contents.length))}`;
  const chances = (of: readonly Placed[]): number => multiply(of.map((x) => x.span.chance));
  const ties = draft.sourceChance * draft.contentChance;
  return [
    'all',
    `kind ${kind}`,
    `path ${path}`,
    `least ${bin(Math.min(...parts.map((x) => x.span.score)))}`,
    `cue-score ${bin(draft.cue?.span.score ?? 0)}`,
    `source-score ${draft.source ? bin(draft.source.span.score) : '-'}`,
    `content-score ${bin(Math.min(1, ...draft.contents.map((x) => x.span.score)))}`,
    `source-tie ${bin(draft.sourceChance)}`,
    `content-tie ${bin(draft.contentChance)}`,
    `product ${bin(multiply(parts.map((x) => x.span.score)))}`,
    `chance ${bin(chances(parts))}`,
    `chance-ties ${bin(chances(parts) * ties)}`,
    `cue-chance ${draft.cue ? bin(draft.cue.span.chance) : '-'}`,
    `source-chance ${draft.source ? bin(draft.source.span.chance) : '-'}`,
    `content-chance ${bin(chances(draft.contents))}`,
    `cue ${draft.cue?.wording ?? '-'}`,
    `head ${draft.cue?.words[0] ?? '-'}`,
    `cue-words ${Math.min(6, draft.cue?.words.length ?? 0)}`,
    `source-words ${Math.min(8, draft.source?.words.length ?? 0)}`,
    `shape ${draft.cue ? shapeOf(draft.cue) : '-'}`,
    ...draft.contents.flatMap((content) => describeContent(content, text)),
  ];
}

function describeContent(content: Placed, text: string): string[] {
  const marks = `${content.opensQuote ? '“' : ''}${content.closesQuote ? '”' : ''}`;
  const after = /^\s*["”’]?\s*\S?/u.exec(text.slice(content.span.end, content.span.end + 6))?.[0].trim() ?? '';
  const quotes = (text.slice(content.span.start, content.span.end).match(/["“”]|''|``/gu) ?? []).length;
  return [
    `marks ${marks}`,
    `marks-odd ${marks} ${quotes % 2}`,
    `after ${/^[\p{L}\p{N}]/u.test(after) ? 'word' : after}`,
    `content-words ${Math.round(2 * Math.log2(content.words.length + 1))}`,
    `content-first ${content.words[0] ?? ''}`,
    `content-last ${/[\p{L}\p{N}]/u.test(content.words.at(-1) ?? '') ? 'word' : (content.words.at(-1) ?? '')}`,
  ];
}

/** Twenty steps, finer near one, where most scores lie. */
function bin(chance: number): number {
  return Math.max(-4, Math.min(16, Math.round(2 * logOdds(chance))));
}

function logOdds(chance: number): number {
  return Math.log((chance + 1e-4) / (1 - chance + 1e-4));
}

function multiply(values: readonly number[]): number {
  return values.reduce((all, value) => all * value, 1);
}

function listParts(draft: Draft): Placed[] {
  return [draft.source, draft.cue, ...draft.contents].filter((x) => x !== null);
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
