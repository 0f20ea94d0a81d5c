import { ADDRESS_LINE } from './kind.ts';
import { decodeHead } from './text-head.ts';

/** An address in a list, and its line from 1. */
export interface ListedAddress {
  readonly address: string;
  readonly line: number;
}

/** The addresses of a text of nothing but addresses, blank lines and `# remarks` apart; null where anything else stands in it. */
export function listAddresses(bytes: Uint8Array): readonly ListedAddress[] | null {
  const told = decodeHead(bytes)
    .split('\n')
    .map((line, i) => ({ address: line.trim(), line: i + 1 }))
    .filter(({ address }) => address !== '' && !address.startsWith('#'));
  return told.every(({ address }) => ADDRESS_LINE.test(address)) ? told : null;
}
