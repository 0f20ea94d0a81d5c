import { describe, expect, it } from 'vitest';
import type { ChainLink } from '../../reading/reading.ts';
import { isBareRole, traceChain } from './trace.ts';

function link(name: string, kind: ChainLink['kind']): ChainLink {
  return { name, kind, how: 'named', entity: null, mention: null };
}

function endOf(...links: readonly ChainLink[]): string | null {
  const chain = [{ ...link('The Saltmere Gazette', 'outlet'), how: 'metadata' as const }, ...links];
  return traceChain({ chain, voice: 'attributed', act: 'say' }).end?.name ?? null;
}

describe('where a trail ends', () => {
  it('ends behind an office without a name at who tells of it', () => {
    expect(endOf(link('officials', 'unnamed'), link('Minister', 'person'))).toBe('officials');
    expect(endOf(link('officials', 'unnamed'), link('Ada Holm', 'person'))).toBe('Ada Holm');
  });

  it.each(['report', 'reports', 'a new report', 'newspaper'])('ends at no “%s”', (name) => {
    expect(endOf(link(name, 'document'))).toBeNull();
  });

  it('ends at a document that is named by what it is', () => {
    expect(endOf(link('a draft of the contract', 'document'))).toBe('a draft of the contract');
  });

  it.each([['Minister', true], ['Officials', true], ['Holm', false], ['Ada Holm', false]] as const)('“%s” is an office alone: %s', (name, bare) => {
    expect(isBareRole(link(name, 'person'))).toBe(bare);
  }); // prettier-ignore
});
