import { expect, it } from 'vitest';
import type { Entity } from '../language/mentions.ts';
import { countAudit } from './audit.ts';
import type { Attribution, ChainLink } from './reading.ts';

const link = (kind: ChainLink['kind'], more: Partial<ChainLink> = {}): ChainLink => ({
  name: kind,
  kind,
  how: 'named',
  entity: null,
  mention: null,
  ...more,
});
const unnamed = (generic: boolean): ChainLink =>
  link('unnamed', {
    unnamed: {
      wording: 'a source',
      number: 'one',
      position: 'source',
      affiliation: null,
      closeness: null,
      reason: null,
      generic,
    },
  });
const told = (end: ChainLink, voice: Attribution['voice'] = 'attributed'): Attribution =>
  ({ voice, cue: [], chain: [link('outlet'), end] }) as unknown as Attribution;

it('counts who speaks, people at large and the report itself apart', () => {
  const ada: Entity = { id: 'e1', name: 'Ada Holm', kind: 'person', gender: 'woman', mentions: [] };
  const lars: Entity = { id: 'e2', name: 'Lars Finn', kind: 'person', gender: null, mentions: [] };
  const attributions = [
    told(link('person', { entity: 'e1' })),
    told(link('person', { entity: 'e2' })),
    told(unnamed(false)),
    told(unnamed(true)),
    told(link('government')),
    told(link('document')),
    told(link('unknown')),
    told(link('outlet'), 'own'),
  ];
  const counts = { attributions: 7, named: 4, unnamed: 1, official: 1, document: 1, women: 1, men: 0 };
  expect(countAudit('', attributions, [ada, lars])).toEqual(counts);
});
