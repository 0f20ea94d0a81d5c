import { scalePoint } from 'd3-scale';
import type { ChainEdge, ChainGraph } from './chain-graph.ts';

/** Rounds of putting each beside whom it is tied to: the order settles after a few. */
const ROUNDS = 6;

/** Half of the room that a line takes which only passes a column, in rows. */
const BEND = 0.45;

export interface Places {
  /** The middle of each node and of each bend, from the top. */
  readonly places: ReadonlyMap<string, number>;
  readonly height: number;
}

interface Spot {
  readonly id: string;
  /** Room that it takes, in rows. */
  readonly room: number;
  /** Who it is tied to in the columns beside it. */
  readonly ties: readonly string[];
}

/**
 * Columns from top to bottom, those that belong together near each other: by the mean place of whom they are tied to
 * (Sugiyama’s barycentres). A line over several columns gets a place in each, so that it runs behind no box.
 */
export function placeNodes(graph: ChainGraph, top: number, row: number): Places {
  const columns = listSpots(graph);
  const rooms = columns.map((spots) => spots.reduce((sum, { room }) => sum + room, 0));
  const height = top + Math.max(...rooms) * row;
  const places = new Map<string, number>();
  const put = (spots: readonly Spot[]): void => {
    // Slots of half a row each, spread over the whole height.
    const slots = spots.flatMap(({ id, room }) => (room < 1 ? [id] : [id, `${id}\u0000`]));
    const scale = scalePoint(slots, [top, height]).padding(0.5);
    const half = scale.step() / 2;
    for (const { id, room } of spots) places.set(id, (scale(id) ?? top) + (room < 1 ? 0 : half));
  };
  columns.forEach(put);
  const mean = ({ id, ties }: Spot): number => {
    const ys = ties.flatMap((other) => places.get(other) ?? []);
    return ys.length === 0 ? (places.get(id) ?? 0) : ys.reduce((sum, y) => sum + y, 0) / ys.length;
  };
  for (let round = 0; round < ROUNDS; round++)
    for (const spots of round % 2 === 0 ? [...columns].reverse() : columns)
      put([...spots].sort((a, b) => mean(a) - mean(b) || (a.id < b.id ? -1 : 1)));
  return { places, height };
}

/** The columns that a line passes on its way. */
export function passedLayers(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from - 1) }, (_, i) => from + 1 + i);
}

export function nameBend({ from, to, kind }: ChainEdge, layer: number): string {
  return `bend:${String(layer)}:${from}:${to}:${kind}`;
}

function listSpots({ nodes, edges, layers }: ChainGraph): readonly (readonly Spot[])[] {
  const layerOf = new Map(nodes.map(({ id, layer }) => [id, layer]));
  const ties = new Map<string, string[]>();
  const bends: { readonly id: string; readonly layer: number }[] = [];
  const tie = (a: string, b: string): void => {
    ties.set(a, [...(ties.get(a) ?? []), b]);
    ties.set(b, [...(ties.get(b) ?? []), a]);
  };
  for (const edge of edges) {
    const passed = passedLayers(layerOf.get(edge.from) ?? 0, layerOf.get(edge.to) ?? 0);
    const stops = [edge.from, ...passed.map((layer) => nameBend(edge, layer)), edge.to];
    bends.push(...passed.map((layer) => ({ id: nameBend(edge, layer), layer })));
    stops.slice(1).forEach((stop, i) => {
      tie(stops[i] ?? stop, stop);
    });
  }
  return Array.from({ length: layers }, (_, layer) => [
    ...nodes.filter((node) => node.layer === layer).map(({ id }) => ({ id, room: 1, ties: ties.get(id) ?? [] })),
    ...bends.filter((bend) => bend.layer === layer).map(({ id }) => ({ id, room: BEND, ties: ties.get(id) ?? [] })),
  ]);
}
