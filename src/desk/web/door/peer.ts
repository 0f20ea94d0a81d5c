import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';
import { HearsayError } from '../../../base/error.ts';

/** The addresses of a reverse proxy. */
export type Trusted = (address: string) => boolean;

/** What Node's server hands on with each request; nothing in a test without a port. */
interface Bindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** The machine at the other end of the connection; null: there is none. */
export function peerOf(c: Context): string | null {
  const { incoming } = (c.env ?? {}) as Bindings;
  return incoming?.socket?.remoteAddress?.replace(/^::ffff:(?=\d+\.)/u, '') ?? null;
}

/** Who asks: what the proxy says, where it is one that is trusted; else the machine at the other end. */
export function clientOf(c: Context, isProxy: Trusted): string {
  const peer = peerOf(c);
  if (peer === null || !isProxy(peer)) return peer ?? 'unknown';
  // Each proxy adds whom it heard from at the end; what stands before may be invented.
  const named = (c.req.header('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? '';
  return isIP(named) > 0 ? named : peer;
}

/** @param typed `127.0.0.1, 10.0.0.0/8` @throws HearsayError `usage.bad-option` */
export function readTrusted(typed: string | null): Trusted {
  const list = new BlockList();
  for (const one of (typed ?? '').split(',').map((part) => part.trim()).filter(Boolean)) {
    const [address = '', bits] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const most = family === 'ipv6' ? 128 : 32;
    const prefix = bits === undefined ? most : /^\d{1,3}$/u.test(bits) ? Number(bits) : -1;
    if (isIP(address) === 0 || prefix < 0 || prefix > most) throw new HearsayError('usage.bad-option', `--proxy-from cannot be “${typed ?? ''}”`, `“${one}” is no IP address`, 'give addresses like 127.0.0.1 or 10.0.0.0/8, with commas between'); // prettier-ignore
    list.addSubnet(address, prefix, family);
  }
  return (address) => isIP(address) > 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
} // prettier-ignore
