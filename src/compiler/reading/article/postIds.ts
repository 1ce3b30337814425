import { createHash } from "node:crypto";
import type { BlockOf } from "#content/blocks/block.ts";

/** Returns a unique id for a post of a live blog; undefined for one that came before with all its words. */
export type PostIds = (post: BlockOf<"post">) => string | undefined;

/** Different posts with one id are all kept. Takes linear time, however many are called "Update". */
export function postIds(): PostIds {
  const named = new Map<string, { next: number; digests: Set<string> }>();
  const taken = new Set<string>();
  return (post) => {
    const same = named.get(post.id) ?? { next: 2, digests: new Set() };
    named.set(post.id, same);
    const digest = createHash("sha256").update(JSON.stringify(post)).digest("base64");
    if (same.digests.has(digest)) return undefined;
    same.digests.add(digest);
    let id = post.id;
    while (taken.has(id)) id = `${post.id}-${same.next++}`;
    taken.add(id);
    return id;
  };
}
