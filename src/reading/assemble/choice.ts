import type { Role } from '../../language/spans.ts';
import { describeLink, describeNone, findCandidates } from './features.ts';
import type { Layout, Placed } from './layout.ts';
import { softmax, sumWeights, type Linker } from './linker.ts';

/** A span and those that it may be tied to, each with the names of what speaks for it; `none` for having no partner. */
export interface Choice {
  readonly anchor: Placed;
  readonly candidates: readonly { readonly other: Placed; readonly names: readonly string[] }[];
  readonly none: readonly string[];
}

/** A candidate and its chance among all, none included. */
export interface Option {
  readonly other: Placed | null;
  readonly chance: number;
}

/** Each cue chooses its source, and each content its cue (a source may serve several cues: "he said … and added …"). */
export function listChoices(layout: Layout): { sources: Choice[]; contents: Choice[] } {
  const of = (role: Role) => layout.placed.filter((placed) => placed.span.role === role);
  return {
    sources: of('cue').map((cue) => listOptions(layout, cue, 'source')),
    contents: of('content').map((content) => listOptions(layout, content, 'cue')),
  };
}

function listOptions(layout: Layout, anchor: Placed, role: Role): Choice {
  return {
    anchor,
    candidates: findCandidates(layout, anchor, role).map((other) => ({
      other,
      names: role === 'cue' ? describeLink(layout, other, anchor) : describeLink(layout, anchor, other),
    })),
    none: describeNone(anchor, role),
  };
}

/** The options of a choice with their chances, the likeliest first; equal ones in text order. */
export function rankOptions(choice: Choice, linker: Linker): Option[] {
  const scores = [choice.none, ...choice.candidates.map((c) => c.names)].map((names) => sumWeights(linker.link, names));
  const chances = softmax(scores);
  const options: Option[] = [null, ...choice.candidates.map((c) => c.other)].map((other, i) => ({
    other,
    chance: chances[i] ?? 0,
  }));
  return options.sort((a, b) => b.chance - a.chance || (a.other?.index ?? -1) - (b.other?.index ?? -1));
}
