import { BlockList, isIP } from "node:net";

/** IPv4 ranges that are not public: the IANA registry of special-purpose addresses, and the metadata services of cloud providers. */
const NOT_PUBLIC_4: [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

/** The exceptions in IPv6's only public range: protocol assignments with Teredo, documentation, and 6to4, which leads to IPv4. */
const NOT_PUBLIC_6: [string, number][] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const public6 = new BlockList();
public6.addSubnet("2000::", 3, "ipv6");
const hidden6 = new BlockList();
for (const [net, prefix] of NOT_PUBLIC_6) hidden6.addSubnet(net, prefix, "ipv6");
const hidden4 = new BlockList();
for (const [net, prefix] of NOT_PUBLIC_4) hidden4.addSubnet(net, prefix, "ipv4");

/** Whether an IP address is public. An IPv4 address in IPv6 notation is treated as IPv4. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !hidden4.check(address, "ipv4");
  if (kind !== 6 || address.includes("%")) return false;
  const inside = ipv4In(address);
  if (inside !== undefined) return isPublicAddress(inside);
  return public6.check(address, "ipv6") && !hidden6.check(address, "ipv6");
}

/** The IPv4 address in ::ffff:a.b.c.d (RFC 4291, 2.5.5.2) or 64:ff9b::a.b.c.d (RFC 6052), in any notation. */
function ipv4In(address: string): string | undefined {
  const host = new URL(`http://[${address}]/`).hostname;
  const [, high, low] = /^\[(?:::ffff|64:ff9b:):([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/u.exec(host) ?? [];
  if (high === undefined || low === undefined) return undefined;
  const [first, second] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [first >> 8, first & 255, second >> 8, second & 255].join(".");
}
