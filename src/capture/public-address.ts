import { BlockList, isIP, isIPv4 } from 'node:net';

/** IANA special-purpose IPv4 blocks that are not globally reachable (RFC 6890 and successors), multicast and reserved. */
const NOT_PUBLIC_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays, withdrawn
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];

/** Inside 2000::/3, the only block of global unicast addresses, these are not to be reached. */
const NOT_PUBLIC_IPV6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // protocol assignments, Teredo, benchmarks, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: leads to any IPv4 address
  ['3fff::', 20], // documentation
];

const blocked4 = new BlockList();
for (const [net, prefix] of NOT_PUBLIC_IPV4) blocked4.addSubnet(net, prefix, 'ipv4');
const blocked6 = new BlockList();
for (const [net, prefix] of NOT_PUBLIC_IPV6) blocked6.addSubnet(net, prefix, 'ipv6');
const unicast6 = new BlockList();
unicast6.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address (no name, no brackets) lies in the public internet. What is no address is not public. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !blocked4.check(address, 'ipv4');
  if (isIP(address) !== 6) return false;
  const groups = readGroups(address);
  if (groups === null) return false;
  const embedded = readEmbeddedIPv4(groups);
  if (embedded !== null) return !blocked4.check(embedded, 'ipv4');
  const plain = groups.map((group) => group.toString(16)).join(':');
  return unicast6.check(plain, 'ipv6') && !blocked6.check(plain, 'ipv6');
}

/** The eight 16-bit groups of an IPv6 address. The URL parser does the expanding of dotted tails. */
function readGroups(address: string): number[] | null {
  const bare = address.replace(/%.*$/u, ''); // a zone, as in fe80::1%eth0
  if (!URL.canParse(`http://[${bare}]/`)) return null;
  const [head = '', tail] = new URL(`http://[${bare}]/`).hostname.slice(1, -1).split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = new Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  const groups = [...front, ...zeros, ...back].map((group) => Number.parseInt(group, 16));
  return groups.length === 8 ? groups : null;
}

/** The IPv4 address inside ::ffff:0:0/96 (mapped) or 64:ff9b::/96 (NAT64, how an IPv6-only network reaches IPv4 sites). */
function readEmbeddedIPv4(groups: readonly number[]): string | null {
  const prefix = groups.slice(0, 6).join(',');
  if (prefix !== '0,0,0,0,0,65535' && prefix !== '100,65435,0,0,0,0') return null;
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
