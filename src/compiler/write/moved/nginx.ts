import { bothEnds, type Rule } from "./rules.ts";

const USE = [
  "# map_hash_max_size 1048576; map_hash_bucket_size 512;",
  "# map $request_uri $moved { include redirects.nginx.map; }",
  "# server { if ($moved) { return 301 $moved; } }",
];

/** The text of redirects.nginx.map, with how to use it. No key stands twice, which nginx would refuse. */
export function nginxMap(rules: Rule[]): string {
  const map = new Map<string, string>();
  for (const { path, query, to } of rules) {
    const keys = query === undefined ? bothEnds(path) : [`${path}?${query}`];
    for (const key of keys) if (!map.has(key)) map.set(key, to);
  }
  return [...USE, ...[...map].map(([from, to]) => `"${from}" "${to}";`), ""].join("\n");
}
