import { rankOptions, type Choice, type Option } from './choice.ts';
import type { Placed } from './layout.ts';
import type { Linker } from './linker.ts';

/** A triple under way: which spans belong together, and how sure each tie is. */
export interface Draft {
  readonly cue: Placed | null;
  readonly source: Placed | null;
  readonly contents: readonly Placed[];
  /** Chance of the source (or of there being none), and the least chance of a content. 0–1. */
  readonly sourceChance: number;
  readonly contentChance: number;
}

/** A content goes over to a cue that has none from a cue that has several, from this chance on. Set on PolNeAR train. */
const LENT_CHANCE = 0.1;

/** Ties contents to cues and cues to sources, each by its likeliest option. Contents without a cue stand alone. */
export function draftTriples(choices: { sources: Choice[]; contents: Choice[] }, linker: Linker): Draft[] {
  const contents = choices.contents.map((choice) => ({ anchor: choice.anchor, options: rankOptions(choice, linker) }));
  const held = new Map<Placed, { content: Placed; chance: number }[]>();
  const alone: Draft[] = [];
  for (const { anchor, options } of contents) {
    const best = options[0];
    if (best?.other) push(held, best.other, { content: anchor, chance: best.chance });
    else alone.push({ cue: null, source: null, contents: [anchor], sourceChance: 1, contentChance: best?.chance ?? 1 });
  }
  for (const { anchor: cue } of choices.sources) if (!held.has(cue)) lendContent(cue, contents, held);

  const drafts = choices.sources.map((choice): Draft => {
    const source = rankOptions(choice, linker)[0];
    const mine = held.get(choice.anchor) ?? [];
    return {
      cue: choice.anchor,
      source: source?.other ?? null,
      contents: mine.map((tie) => tie.content).sort((a, b) => a.index - b.index),
      sourceChance: source?.chance ?? 1,
      contentChance: Math.min(1, ...mine.map((tie) => tie.chance)),
    };
  });
  return [...drafts, ...alone];
}

/** A cue nearly always has a content: the likeliest one moves to it, where that leaves its first cue another. */
function lendContent(
  cue: Placed,
  contents: readonly { anchor: Placed; options: readonly Option[] }[],
  held: Map<Placed, { content: Placed; chance: number }[]>,
): void {
  let best: { content: Placed; chance: number; from: Placed | null } | null = null;
  for (const { anchor, options } of contents) {
    const chance = options.find((option) => option.other === cue)?.chance ?? 0;
    const from = options[0]?.other ?? null;
    const spare = from === null || (held.get(from)?.length ?? 0) > 1;
    if (spare && chance >= LENT_CHANCE && chance > (best?.chance ?? 0)) best = { content: anchor, chance, from };
  }
  if (!best?.from) return;
  const { content, chance, from } = best;
  held.set(from, (held.get(from) ?? []).filter((tie) => tie.content !== content)); // prettier-ignore
  push(held, cue, { content, chance });
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
