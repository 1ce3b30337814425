import { posix } from "node:path";

/** What the name of a file says: Jekyll's names hold day and slug, Hugo's folders are named for their index.md. */
export function fileName(path: string): { slug: string; date?: string } {
  const { dir, name } = posix.parse(path);
  const own = name.toLowerCase() === "index" && dir !== "" ? posix.basename(dir) : name;
  const [, date, rest] = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/u.exec(own) ?? [];
  return date === undefined || rest === undefined ? { slug: own } : { slug: rest, date };
}
