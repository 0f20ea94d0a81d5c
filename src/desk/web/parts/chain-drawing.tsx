import { scalePoint } from 'd3-scale';
import { linkHorizontal } from 'd3-shape';
import type { ShownClaim } from '../../../ledger/ledger.ts';
import { nameOutletOf } from '../../format/claim-words.ts';
import { makeChainGraph, type ChainEdge, type ChainGraph, type ChainNode, type EdgeKind } from './chain-graph.ts';
import { breakWords } from './break-words.ts';
import { plural } from './words.tsx';

/** Units of the drawing. */
const NODE = { width: 190, height: 42 };
const COLUMN = 300;
const ROW = 56;
const TOP = 34;

export const EDGE_WORDS: Readonly<Record<EdgeKind, string>> = {
  credited: 'says where it got it',
  linked: 'links to it',
  copied: 'copied, by the same words',
  completed: 'that report says the rest',
  silent: 'does not say',
};

/** Who has it from whom: outlets to the left, origins to the right; the same as a table. */
export function ChainDrawing({ claim }: { claim: ShownClaim }) {
  const graph = makeChainGraph(claim);
  const kinds = [...new Set(graph.edges.map(({ kind }) => kind))];
  return (
    <>
      <ul class="key" aria-label="What the lines mean">
        {kinds.map((kind) => (
          <li>
            <svg viewBox="0 0 36 10" aria-hidden="true">
              <path class={`edge ${kind}`} d="M1 5H35" />
            </svg>
            {EDGE_WORDS[kind]}
          </li>
        ))}
      </ul>
      <div class="scroll" tabindex={0} role="region" aria-label="Drawing of the chains; it can be scrolled sideways">
        <Drawing graph={graph} />
      </div>
      <details class="data">
        <summary>The same as a table</summary>
        <ChainTable claim={claim} graph={graph} />
      </details>
    </>
  );
}

function Drawing({ graph }: { graph: ChainGraph }) {
  const columns = Array.from({ length: graph.layers }, (_, layer) => graph.nodes.filter((node) => node.layer === layer));
  const rows = Math.max(...columns.map(({ length }) => length));
  const [width, height] = [(graph.layers - 1) * COLUMN + NODE.width + 4, TOP + rows * ROW];
  const places = placeNodes(columns, graph.edges, height);
  return (
    <svg class="chains" viewBox={`0 0 ${String(width)} ${String(height)}`} width={width} height={height} role="img" aria-label={describe(graph)}>
      {columns.map((nodes, layer) => (
        <text class="column" x={layer * COLUMN + 2} y={14}>
          {nameColumn(nodes, layer, graph.layers)}
        </text>
      ))}
      {graph.edges.map((edge) => (
        <path class={`edge ${edge.kind}`} d={drawEdge(edge, places)} stroke-width={Math.min(1.5 + Math.sqrt(edge.appearances.length - 1), 5)}>
          <title>{`${nameOf(graph, edge.from)} → ${nameOf(graph, edge.to)}: ${EDGE_WORDS[edge.kind]}`}</title>
        </path>
      ))}
      {graph.nodes.map((node) => (
        <Node node={node} at={places.get(node.id)} />
      ))}
    </svg>
  );
}

function Node({ node, at }: { node: ChainNode; at: Point | undefined }) {
  if (at === undefined) return null;
  const lines = breakWords(node.name, 25, 2);
  return (
    <g class={`node ${node.kind}`}>
      <title>{node.name}</title>
      <rect x={at.x} y={at.y - NODE.height / 2} width={NODE.width} height={NODE.height} rx={node.kind === 'origin' || node.kind === 'unnamed' ? 21 : 4} />
      {lines.map((line, i) => (
        <text x={at.x + NODE.width / 2} y={at.y + 4 + (i - (lines.length - 1) / 2) * 15}>
          {line}
        </text>
      ))}
    </g>
  );
}

interface Point {
  /** The node's left edge and its middle. */
  readonly x: number;
  readonly y: number;
}

/** Each column from top to bottom, those that belong together near each other: by the mean place of whom they are tied to. */
function placeNodes(columns: readonly (readonly ChainNode[])[], edges: readonly ChainEdge[], height: number): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  const put = (nodes: readonly ChainNode[], layer: number): void => {
    const scale = scalePoint(nodes.map(({ id }) => id), [TOP, height]).padding(0.5); // prettier-ignore
    for (const { id } of nodes) places.set(id, { x: layer * COLUMN + 2, y: scale(id) ?? TOP });
  };
  columns.forEach(put);
  const mean = ({ id }: ChainNode): number => {
    const ties = edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
    const ys = ties.flatMap((other) => places.get(other)?.y ?? []);
    return ys.length === 0 ? (places.get(id)?.y ?? 0) : ys.reduce((sum, y) => sum + y, 0) / ys.length;
  };
  for (let pass = 0; pass < 4; pass++) {
    const order = columns.map((nodes, layer) => [nodes, layer] as const);
    for (const [nodes, layer] of pass % 2 === 0 ? order.reverse() : order)
      put([...nodes].sort((a, b) => mean(a) - mean(b) || (a.name < b.name ? -1 : 1)), layer); // prettier-ignore
  }
  return places;
}

const curve = linkHorizontal<{ source: [number, number]; target: [number, number] }, [number, number]>();

function drawEdge({ from, to }: ChainEdge, places: ReadonlyMap<string, Point>): string {
  const [a, b] = [places.get(from), places.get(to)];
  if (a === undefined || b === undefined) return '';
  const right = a.x + NODE.width;
  if (b.x > a.x) return curve({ source: [right, a.y], target: [b.x, b.y] }) ?? '';
  // In a circle: out to the right and back.
  const out = Math.max(right, b.x + NODE.width);
  const shift = a.y < b.y ? 8 : -8;
  return `M${String(right)},${String(a.y + shift)}C${String(out + 60)},${String(a.y + shift)} ${String(out + 60)},${String(b.y + shift)} ${String(b.x + NODE.width)},${String(b.y + shift)}`;
}

function nameColumn(nodes: readonly ChainNode[], layer: number, layers: number): string {
  if (layer === layers - 1) return 'Traced to';
  if (layer === 0) return 'Told by';
  return nodes.every(({ kind }) => kind === 'wire') ? 'Wires' : 'Named by them';
}

function nameOf({ nodes }: ChainGraph, id: string): string {
  return nodes.find((node) => node.id === id)?.name ?? id;
}

function describe(graph: ChainGraph): string {
  const ends = graph.nodes.filter(({ layer }) => layer === graph.layers - 1);
  const outlets = graph.nodes.length - ends.length;
  return `${plural(outlets, 'outlet')}, and where their chains end: ${ends.map(({ name }) => name).join('; ')}. The table below has the same.`;
}

function ChainTable({ claim, graph }: { claim: ShownClaim; graph: ChainGraph }) {
  const places = (edge: ChainEdge): string => [...new Set(edge.appearances.flatMap((i) => (claim.appearances[i] ? [nameOutletOf(claim.appearances[i])] : [])))].join(', '); // prettier-ignore
  return (
    <div class="table-scroll" tabindex={0} role="region" aria-label="Chains as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">from whom</th>
            <th scope="col">how it is known</th>
            <th scope="col">in reports of</th>
            <th scope="col" class="number">Places</th>
          </tr>
        </thead>
        <tbody>
          {graph.edges.map((edge) => (
            <tr>
              <th scope="row">{nameOf(graph, edge.from)}</th>
              <td>{nameOf(graph, edge.to)}</td>
              <td>{EDGE_WORDS[edge.kind]}</td>
              <td>{places(edge)}</td>
              <td class="number">{String(edge.appearances.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
