import type { Pieces } from './pieces.ts';
import type { Token } from './tokens.ts';

/** One pass of the network: tokens `[from, to)` of the text, as pieces between [CLS] and [SEP]. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly ids: Int32Array;
  readonly shapes: Int32Array;
  /** Where the first piece of each token stands in `ids`: that piece stands for the token. */
  readonly first: readonly number[];
}

export interface WindowSize {
  /** Most pieces in a window, [CLS] and [SEP] among them. */
  readonly pieces: number;
  /** Tokens that neighbouring windows share. */
  readonly overlap: number;
}

/** Cuts `tokens` into windows of at most `size.pieces` pieces. A token longer than a window keeps its first pieces. */
export function cutWindows(tokens: readonly Token[], pieces: Pieces, size: WindowSize): Window[] {
  const room = size.pieces - 2;
  const ids = tokens.map((token) => {
    const found = pieces.idsOf(token.plain);
    return found.length > room ? found.slice(0, room) : found;
  });
  const windows: Window[] = [];
  let from = 0;
  while (from < tokens.length) {
    let to = from;
    let used = 0;
    while (to < tokens.length && used + (ids[to]?.length ?? 0) <= room) used += ids[to++]?.length ?? 0;
    windows.push(makeWindow(tokens, ids, from, to, pieces));
    if (to >= tokens.length) break;
    from = Math.max(from + 1, to - size.overlap);
  }
  return windows;
}

function makeWindow(
  tokens: readonly Token[],
  pieceIds: readonly (readonly number[])[],
  from: number,
  to: number,
  pieces: Pieces,
): Window {
  const ids = [pieces.cls];
  const shapes = [0];
  const first: number[] = [];
  for (let i = from; i < to; i++) {
    first.push(ids.length);
    for (const id of pieceIds[i] ?? []) {
      ids.push(id);
      shapes.push(tokens[i]?.shape ?? 0);
    }
  }
  ids.push(pieces.sep);
  shapes.push(0);
  return { from, to, ids: Int32Array.from(ids), shapes: Int32Array.from(shapes), first };
}
