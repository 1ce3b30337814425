import type { Block } from "#content/blocks/block.ts";

/** A reply to a story's post on its network. */
export type Reply = {
  type: "reply";
  /** The permalink; undefined if the server names none. */
  url: string | undefined;
  author: string;
  handle: string;
  date: string | undefined;
  language: string | undefined;
  body: Block[];
  /** The number of pictures and recordings, which are not loaded. */
  attachments: number;
  likes: number;
  reposts: number;
  /** Why the text is collapsed: the author's warning, sensitive content, or an author whom the server limits. */
  folded: { warning: string } | "sensitive" | "limited" | undefined;
  replies: Answer[];
};

/** A reply that is not shown: it is missing, its author is blocked or requires a sign-in, or the paper or a moderator has hidden it. */
export type Missing = { type: "missing"; why: "gone" | "blocked" | "closed" | "hidden"; url?: string; replies: Answer[] };

export type Answer = Reply | Missing;

/** The replies to a post. `isPartial`: the server counts more replies than it sent. */
export type Thread = { likes: number; reposts: number; replies: Answer[]; isPartial: boolean };

/** Requests the JSON at a path from the network's server. */
export type Ask = (path: string) => Promise<unknown>;
