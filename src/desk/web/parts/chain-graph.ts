import type { ShownClaim } from '../../../ledger/ledger.ts';
import { nameOrigin } from '../../format/claim-words.ts';
import { nameCarrier } from './names.ts';

/** How one has it from another, as the desk says it. */
export type EdgeKind = 'credited' | 'linked' | 'copied' | 'completed' | 'silent';

export interface ChainNode {
  readonly id: string;
  readonly name: string;
  readonly kind: 'outlet' | 'wire' | 'origin' | 'unnamed' | 'silent' | 'group';
  /** Column from the left: who tells it to the reader stands at 0. */
  readonly layer: number;
}

export interface ChainEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** Positions of the appearances that it stands for. */
  readonly appearances: readonly number[];
}

/** Who has a claim from whom: outlets → wires → papers → origins. */
export interface ChainGraph {
  readonly nodes: readonly ChainNode[];
  readonly edges: readonly ChainEdge[];
  readonly layers: number;
}

const SILENT = 'silent';

/** From here on, outlets that have it from the same one in the same way stand as one. */
const MANY = 18;

export function makeChainGraph(claim: ShownClaim): ChainGraph {
  const names = new Map<string, Omit<ChainNode, 'id' | 'layer'>>();
  const edges = new Map<string, { from: string; to: string; kind: EdgeKind; appearances: number[] }>();
  const meet = (id: string, name: string, kind: ChainNode['kind']): string => {
    const known = names.get(id);
    if (known === undefined || (known.kind === 'outlet' && kind === 'wire')) names.set(id, { name, kind });
    return id;
  };
  const tie = (from: string, to: string, kind: EdgeKind, at: number): void => {
    const key = `${from}\n${to}\n${kind}`;
    const known = edges.get(key) ?? { from, to, kind, appearances: [] };
    known.appearances.push(at);
    edges.set(key, known);
  };
  const byId = new Map(claim.appearances.map((one) => [one.id, one]));
  claim.appearances.forEach((one, at) => {
    if (one.setAside) return;
    const [own] = one.chain;
    const outlet = nameCarrier(one);
    let last = meet(keyOutlet(outlet), outlet, own?.kind === 'wire' ? 'wire' : 'outlet');
    const copied = one.copiedFrom === null ? undefined : byId.get(one.copiedFrom);
    if (one.lineage === 'copied' && copied !== undefined && keyOutlet(nameCarrier(copied)) !== last) {
      tie(last, meet(keyOutlet(nameCarrier(copied)), nameCarrier(copied), 'outlet'), 'copied', at);
      return;
    }
    for (const link of one.chain.slice(1)) {
      if (link.kind !== 'outlet' && link.kind !== 'wire') continue;
      const next = keyOutlet(link.name);
      if (next === last) continue;
      tie(last, meet(next, link.name, link.kind), link.how === 'link' ? 'linked' : 'credited', at);
      last = next;
    }
    const origin = claim.origins.findIndex(({ appearances }) => appearances.includes(at));
    const found = claim.origins[origin];
    if (found !== undefined) {
      const node = meet(`origin:${String(origin)}`, nameOrigin(found), found.kind === 'unnamed' ? 'unnamed' : 'origin');
      tie(last, node, one.lineage === 'completed' ? 'completed' : 'credited', at);
    } else tie(last, meet(SILENT, 'does not say', 'silent'), 'silent', at);
  });
  return joinMany(layOut(names, foldCompleted([...edges.values()])));
}

/** Where the outlet's own report names the same origin, that others name it through the outlet is no line of its own. */
function foldCompleted(edges: readonly ChainEdge[]): readonly ChainEdge[] {
  const told = (edge: ChainEdge): ChainEdge | undefined => edges.find(({ from, to, kind }) => kind === 'credited' && from === edge.from && to === edge.to); // prettier-ignore
  const folded = edges.filter((edge) => edge.kind === 'completed' && told(edge) !== undefined);
  return edges
    .filter((edge) => !folded.includes(edge))
    .map((edge) => {
      const more = folded.filter((other) => told(other) === edge).flatMap(({ appearances }) => appearances);
      return more.length === 0 ? edge : { ...edge, appearances: [...edge.appearances, ...more].sort((a, b) => a - b) };
    });
}

/** “The Harbour Courant” and “Harbour Courant” are one. */
function keyOutlet(name: string): string {
  return `outlet:${name.toLowerCase().replace(/^the /u, '').trim()}`;
}

function layOut(names: ReadonlyMap<string, Omit<ChainNode, 'id' | 'layer'>>, edges: readonly ChainEdge[]): ChainGraph {
  const depth = measureDepths([...names.keys()], edges);
  const isEnd = (kind: ChainNode['kind']): boolean => kind === 'origin' || kind === 'unnamed' || kind === 'silent';
  const inner = Math.max(0, ...[...names].flatMap(([id, { kind }]) => (isEnd(kind) ? [] : [depth.get(id) ?? 0])));
  const nodes = [...names].map(([id, node]) => ({
    id,
    ...node,
    layer: isEnd(node.kind) ? inner + 1 : (depth.get(id) ?? 0),
  }));
  return { nodes, edges, layers: inner + 2 };
}

/** Steps of the longest way to each from one that nobody cites; a circle is walked once. */
function measureDepths(ids: readonly string[], edges: readonly ChainEdge[]): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>();
  const cited = new Set<string>();
  for (const { from, to } of edges) {
    next.set(from, [...(next.get(from) ?? []), to]);
    cited.add(to);
  }
  const depth = new Map<string, number>();
  const walk = (id: string, at: number, path: ReadonlySet<string>): void => {
    if (path.has(id) || (depth.get(id) ?? -1) >= at) return;
    depth.set(id, at);
    for (const to of next.get(id) ?? []) walk(to, at + 1, new Set([...path, id]));
  };
  for (const id of ids) if (!cited.has(id)) walk(id, 0, new Set());
  // Who stands in a circle that nobody outside cites.
  for (const id of ids) if (!depth.has(id)) walk(id, 0, new Set());
  return depth;
}

/** Of very many outlets, those that have it from the same one in the same way become one node. */
function joinMany(graph: ChainGraph): ChainGraph {
  const first = graph.nodes.filter(({ layer }) => layer === 0);
  if (first.length <= MANY) return graph;
  const ways = new Map<string, string[]>();
  for (const { id } of first) {
    const own = graph.edges.filter(({ from, to }) => from === id || to === id);
    const [only] = own;
    if (own.length !== 1 || only?.from !== id) continue;
    const way = `${only.to}\n${only.kind}`;
    ways.set(way, [...(ways.get(way) ?? []), id]);
  }
  const joined = new Map<string, string>();
  const nodes: ChainNode[] = [];
  for (const [way, ids] of ways) {
    if (ids.length < 3) continue;
    for (const id of ids) joined.set(id, `group:${way}`);
    nodes.push({ id: `group:${way}`, name: `${String(ids.length)} outlets`, kind: 'group', layer: 0 });
  }
  const edges = new Map<string, ChainEdge>();
  for (const edge of graph.edges) {
    const from = joined.get(edge.from) ?? edge.from;
    const key = `${from}\n${edge.to}\n${edge.kind}`;
    edges.set(key, { ...edge, from, appearances: [...(edges.get(key)?.appearances ?? []), ...edge.appearances] });
  }
  return {
    ...graph,
    nodes: [...nodes, ...graph.nodes.filter(({ id }) => !joined.has(id))],
    edges: [...edges.values()],
  };
}
