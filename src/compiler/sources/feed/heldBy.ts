import { ofKind } from "../archive.ts";
import type { FeedItem } from "./feedItem.ts";

/** Why an item is no article that readers may see, as a full sentence; undefined for one that is. */
export function heldBy({ kind, isDraft }: FeedItem, types: string[]): string | undefined {
  if (isDraft === true) return "It is marked as a draft (app:draft: yes).";
  if (kind === undefined || kind === "post" || types.includes(kind)) return undefined;
  if (kind === "page") return ofKind(kind);
  return kind === "comment" ? "It is a comment." : `It is a part of the blog's setup (${kind}).`;
}
