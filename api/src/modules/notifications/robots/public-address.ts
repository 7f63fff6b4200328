import { BlockList, isIP } from 'node:net';

/** Everything that is not the public internet: loopback, private, link-local, shared, documentation, multicast, reserved. */
const inside = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, bits, 'ipv4');
/** Of IPv6 only global unicast is public, and of that not what wraps an IPv4 address or is for documentation. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside.addSubnet(network, bits, 'ipv6');

/** Whether an IP address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !inside.check(address, 'ipv4');
  return version === 6 && globalUnicast.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}

/** Why a robot may not have this address; null = it may. What its name stands for is asked when it is called. */
export function addressTrouble(text: string): string | null {
  if (!URL.canParse(text)) return 'This is no address';
  const url = new URL(text);
  if (url.protocol !== 'https:') return 'Only https';
  if (url.username || url.password) return 'No user name in the address';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host)) return isPublicAddress(host) ? null : 'This address is not on the public internet';
  return host === 'localhost' || /\.(localhost|local|internal)$/.test(host) || !host.includes('.')
    ? 'This address is not on the public internet'
    : null;
}
