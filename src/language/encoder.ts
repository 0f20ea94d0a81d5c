import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HearsayError } from '../base/error.ts';
import { loadTransitions, NAME_LABELS, ROLE_LABELS, type Transitions } from './labels.ts';
import { loadPieces, type Pieces } from './pieces.ts';
import { openRuntime, SENSE, type Runtime, type RuntimeOptions, type Scores } from './runtime.ts';
import type { Token } from './tokens.ts';
import { cutWindows, type Window, type WindowSize } from './windows.ts';

/** Set by `npm run eval` on PolNeAR dev: longer windows than the trained 224 pieces lose F1, more overlap gains none. */
export const WINDOW: WindowSize = { pieces: 224, overlap: 40 };

/** The network, open: with the ledger's store, the only state there is (house.md). */
export interface Encoder {
  readonly runtime: Runtime['name'];
  /** `sha256:…` of the network's file. */
  readonly hash: string;
  /** How likely one role's label follows another; learned with the network. */
  readonly transitions: Transitions;
  /** The scores of each token, the whole text read in overlapping windows. */
  score(tokens: readonly Token[]): Promise<Scores>;
}

const MODELS = new URL('../../models/', import.meta.url);

/** Throws `network.missing`, `network.runtime`. `open` is handed in by those who measure the network alone (benchmarks). */
export async function openEncoder(options: RuntimeOptions, open = openRuntime): Promise<Encoder> {
  const model = readModel(new URL('tagger.onnx', MODELS));
  const runtime = await open(model, options);
  const pieces: Pieces = loadPieces(MODELS);
  return {
    runtime: runtime.name,
    hash: hashModel(model),
    transitions: loadTransitions(new URL('transitions.json', MODELS)),
    score: (tokens) => scoreTokens(runtime, pieces, tokens),
  };
}

/** The `hash` that `openEncoder` gives, without opening the network. Throws `network.missing`. */
export function hashNetwork(): string {
  return hashModel(readModel(new URL('tagger.onnx', MODELS)));
}

function hashModel(model: Uint8Array): string {
  return `sha256:${createHash('sha256').update(model).digest('hex')}`;
}

/**
 * Windows are run one at a time: dynamic quantisation takes its scale over a whole batch, so that a batch of strangers
 * would change a reading by who else is read. Alone, a window gives the same numbers always (docs/decisions/0002).
 */
async function scoreTokens(runtime: Runtime, pieces: Pieces, tokens: readonly Token[]): Promise<Scores> {
  const scores: Scores = {
    roles: new Float32Array(tokens.length * ROLE_LABELS.length),
    names: new Float32Array(tokens.length * NAME_LABELS.length),
    sense: new Float32Array(tokens.length * SENSE),
  };
  const depth = new Int32Array(tokens.length).fill(-1);
  for (const window of cutWindows(tokens, pieces, WINDOW)) {
    keepDeepest(window, await runtime.run(window.ids, window.shapes), scores, depth, tokens.length);
  }
  return scores;
}

/** A token's scores come from the window in which it lies deepest; the text's own edges count as deep. */
function keepDeepest(window: Window, found: Scores, scores: Scores, depth: Int32Array, total: number): void {
  const far = 1_000_000;
  for (let token = window.from; token < window.to; token++) {
    const left = window.from === 0 ? far : token - window.from;
    const right = window.to === total ? far : window.to - 1 - token;
    const deep = Math.min(left, right);
    if (deep <= (depth[token] ?? -1)) continue;
    depth[token] = deep;
    const row = window.first[token - window.from] ?? 0;
    copyRow(found.roles, row, scores.roles, token, ROLE_LABELS.length);
    copyRow(found.names, row, scores.names, token, NAME_LABELS.length);
    copyRow(found.sense, row, scores.sense, token, SENSE);
  }
}

function copyRow(from: Float32Array, row: number, to: Float32Array, place: number, width: number): void {
  to.set(from.subarray(row * width, (row + 1) * width), place * width);
}

function readModel(model: URL): Uint8Array {
  try {
    return readFileSync(model);
  } catch (cause) {
    throw new HearsayError(
      'network.missing',
      'The network is not there',
      `${fileURLToPath(model)} cannot be read`,
      'install Hearsay again: the file is part of the package',
      { cause },
    );
  }
}
