import type { Comment } from "./comment.ts";

/** A post whose replies a page can show: its network, the host that people know, and the server to ask. */
export type DiscussionPost = { host: string; server: string } & (
  { network: "mastodon"; id: string } | { network: "bluesky"; actor: string; key: string }
);

/**
 * The post at an address; undefined if it is on neither network, or not https. A Mastodon server is recognised
 * only by the paths of its posts, as are compatible servers (Pleroma and Akkoma: /notice/ID).
 */
export function postAt(address: string): DiscussionPost | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, origin, pathname } = new URL(address);
  if (protocol !== "https:") return undefined;
  if (host === "bsky.app") {
    const [, actor, key] = /^\/profile\/([\w.:-]+)\/post\/(\w+)\/?$/u.exec(pathname) ?? [];
    return actor === undefined || key === undefined ? undefined : { network: "bluesky", host, server: BLUESKY, actor, key };
  }
  const id = MASTODON.exec(pathname)?.slice(1).find(Boolean);
  return id === undefined ? undefined : { network: "mastodon", host, server: origin, id };
}

/** Bluesky's public API, which needs no account (https://docs.bsky.app/docs/advanced-guides/api-directory). */
const BLUESKY = "https://public.api.bsky.app";

const MASTODON = /^\/(?:(?:deck\/|web\/)?@[^/]+\/(\d+)|users\/[^/]+\/statuses\/(\d+)|web\/statuses\/(\d+)|notice\/(\w+))\/?$/u;

/** How many comments there are, including all replies. */
export const countComments = (comments: Comment[]): number => comments.reduce((sum, { replies }) => sum + 1 + countComments(replies), 0);
