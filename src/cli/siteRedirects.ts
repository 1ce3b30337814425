import { existsSync, readFileSync } from "node:fs";

/**
 * The file that static hosts read: "from to 301" a line.
 * @returns by the old address in the spelling of `samePath`
 */
export function readRedirects(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map();
  const rules = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/u));
  return new Map(rules.flatMap(([from, to]) => (from?.startsWith("/") && to ? [[samePath(from), to] as const] : [])));
}

/** One spelling for all that mean the same: not percent-encoded, and without a slash at the end. */
export function samePath(path: string): string {
  const bare = path.length > 1 ? path.replace(/\/+$/u, "") : path;
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
