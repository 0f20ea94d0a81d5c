import { describe, expect, it } from 'vitest';
import { inventAppearance, inventClaim } from '../../../../test/invented-claim.ts';
import { link } from '../../../../test/invented-reading.ts';
import { makeChainGraph } from './chain-graph.ts';
import { placeNodes } from './chain-places.ts';

const of = (outlet: string, more: Parameters<typeof inventAppearance>[1] = {}) => ({ ...inventAppearance(outlet, more), id: outlet.padEnd(64, 'a') }); // prettier-ignore

function draw(claim: ReturnType<typeof inventClaim>): readonly string[] {
  const { nodes, edges } = makeChainGraph(claim);
  const name = (id: string): string => nodes.find((node) => node.id === id)?.name ?? id;
  return edges.map(({ from, to, kind, appearances }) => `${name(from)} ${kind} ${name(to)} ×${String(appearances.length)}`); // prettier-ignore
}

describe('the chains of a claim', () => {
  const paper = of('The Saltmere Courier');
  const wire = of('Aldwire', { chain: [link('Aldwire', 'wire'), link('Saltmere Courier', 'outlet')], lineage: 'completed' }); // prettier-ignore
  const linked = of('Norring Herald', { chain: [link('Norring Herald', 'outlet'), link('Aldwire', 'wire', 'link')], lineage: 'completed' }); // prettier-ignore
  const copy = of('Coast Daily', { lineage: 'copied', copiedFrom: wire.id });
  const silent = of('Harbour Radio', { lineage: 'unknown' });
  const all = [paper, wire, linked, copy, silent];
  const claim = inventClaim([], { 'Aldous Venn': [0, 1, 2, 3] }, { appearances: all, firstAppearance: paper });

  it('tell credited, linked, copied, completed and silent apart', () => {
    expect(draw(claim)).toEqual([
      'The Saltmere Courier credited Aldous Venn ×2',
      'Aldwire credited The Saltmere Courier ×1',
      'Norring Herald linked Aldwire ×1',
      'Aldwire completed Aldous Venn ×1',
      'Coast Daily copied Aldwire ×1',
      'Harbour Radio silent does not say ×1',
    ]);
  });

  it('stand in layers: outlets, wires, papers, origins', () => {
    const { nodes, layers } = makeChainGraph(claim);
    expect(layers).toBe(4);
    expect(Object.fromEntries(nodes.map(({ name, layer }) => [name, layer]))).toEqual({
      'Norring Herald': 0,
      'Coast Daily': 0,
      'Harbour Radio': 0,
      Aldwire: 1,
      'The Saltmere Courier': 2,
      'Aldous Venn': 3,
      'does not say': 3,
    });
  });

  it('end where outlets credit each other in a circle', () => {
    const ring = [['A', 'B'], ['B', 'A']].map(([outlet = '', cited = '']) => of(outlet, { chain: [link(outlet, 'outlet'), link(cited, 'outlet')], lineage: 'unknown' })); // prettier-ignore
    const [first = of('A')] = ring;
    const graph = makeChainGraph(inventClaim([], {}, { appearances: ring, firstAppearance: first }));
    expect(graph.layers).toBe(3);
    expect(graph.edges.map(({ from, to }) => `${from}>${to}`)).toContain('outlet:b>outlet:a');
  });

  it('leave out what a person set aside', () => {
    const aside = { ...silent, setAside: true };
    expect(draw({ ...claim, appearances: [...all.slice(0, 4), aside] }).join()).not.toContain('does not say');
  });

  it('of very many outlets join those that have it from the same one in the same way', () => {
    const many = Array.from({ length: 30 }, (_, i) => of(`Outlet ${String(i)}`));
    const graph = makeChainGraph(inventClaim([], { 'Aldous Venn': many.map((_, i) => i) }, { appearances: many, firstAppearance: paper })); // prettier-ignore
    expect(graph.nodes.map(({ name }) => name)).toEqual(['30 outlets', 'Aldous Venn']);
    expect(graph.edges[0]?.appearances).toHaveLength(30);
  });

  it('are placed with no two in one column at one place', () => {
    const graph = makeChainGraph(claim);
    const { places, height } = placeNodes(graph, 30, 50);
    const spots = graph.nodes.map(({ id, layer }) => `${String(layer)} ${(places.get(id) ?? 0).toFixed(1)}`);
    expect(new Set(spots).size).toBe(graph.nodes.length);
    expect(Math.max(...places.values())).toBeLessThan(height);
  });
});
