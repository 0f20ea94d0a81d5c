import { curveBumpX, line } from 'd3-shape';
import type { ShownClaim } from '../../../ledger/ledger.ts';
import { makeChainGraph, type ChainEdge, type ChainGraph, type ChainNode, type EdgeKind } from './chain-graph.ts';
import { breakWords } from './break-words.ts';
import { nameBend, passedLayers, placeNodes } from './chain-places.ts';
import { plural } from './words.tsx';
import { nameCarrier } from './names.ts';

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
  const columns = Array.from({ length: graph.layers }, (_, layer) =>
    graph.nodes.filter((node) => node.layer === layer),
  );
  const { places, height } = placeNodes(graph, TOP, ROW);
  const width = (graph.layers - 1) * COLUMN + NODE.width + 4;
  return (
    <svg
      class="chains"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      role="img"
      aria-label={describe(graph)}
    >
      {columns.map((nodes, layer) => (
        <text class="column" x={layer * COLUMN + 2} y={14}>
          {nameColumn(nodes, layer, graph.layers)}
        </text>
      ))}
      {graph.edges.map((edge) => (
        <path
          class={`edge ${edge.kind}`}
          d={drawEdge(graph, edge, places)}
          stroke-width={Math.min(1.5 + Math.sqrt(edge.appearances.length - 1), 5)}
        >
          <title>{`${nameOf(graph, edge.from)} → ${nameOf(graph, edge.to)}: ${EDGE_WORDS[edge.kind]}`}</title>
        </path>
      ))}
      {graph.nodes.map((node) => (
        <Node node={node} x={node.layer * COLUMN + 2} y={places.get(node.id) ?? TOP} />
      ))}
    </svg>
  );
}

function Node({ node, x, y }: { node: ChainNode; x: number; y: number }) {
  const lines = breakWords(node.name, 25, 2);
  return (
    <g class={`node ${node.kind}`}>
      <title>{node.name}</title>
      <rect
        x={x}
        y={y - NODE.height / 2}
        width={NODE.width}
        height={NODE.height}
        rx={node.kind === 'origin' || node.kind === 'unnamed' ? 21 : 4}
      />
      {lines.map((line, i) => (
        <text x={x + NODE.width / 2} y={y + 4 + (i - (lines.length - 1) / 2) * 15}>
          {line}
        </text>
      ))}
    </g>
  );
}

const curve = line().curve(curveBumpX);

/** From the right side of one to the left side of the other; between the boxes of the columns that it passes. */
function drawEdge({ nodes }: ChainGraph, edge: ChainEdge, places: ReadonlyMap<string, number>): string {
  const [a, b] = [edge.from, edge.to].map((id) => nodes.find((node) => node.id === id));
  if (a === undefined || b === undefined) return '';
  const [from, to] = [places.get(a.id) ?? 0, places.get(b.id) ?? 0];
  const [right, left] = [a.layer * COLUMN + 2 + NODE.width, b.layer * COLUMN + 2];
  if (b.layer > a.layer) {
    const bends = passedLayers(a.layer, b.layer).flatMap((layer): [number, number][] => {
      const y = places.get(nameBend(edge, layer)) ?? from;
      return [[layer * COLUMN + 2, y], [layer * COLUMN + 2 + NODE.width, y]]; // prettier-ignore
    });
    return curve([[right, from], ...bends, [left, to]]) ?? ''; // prettier-ignore
  }
  // In a circle: out to the right and back.
  const back = left + NODE.width;
  const out = Math.max(right, back) + 60;
  const shift = from < to ? 8 : -8;
  return `M${String(right)},${String(from + shift)}C${String(out)},${String(from + shift)} ${String(out)},${String(to + shift)} ${String(back)},${String(to + shift)}`;
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
  const places = (edge: ChainEdge): string => [...new Set(edge.appearances.flatMap((i) => (claim.appearances[i] ? [nameCarrier(claim.appearances[i])] : [])))].join(', '); // prettier-ignore
  return (
    <div class="table-scroll" tabindex={0} role="region" aria-label="Chains as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">from whom</th>
            <th scope="col">how it is known</th>
            <th scope="col">in reports of</th>
            <th scope="col" class="number">
              Places
            </th>
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
