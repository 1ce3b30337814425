import type { Block } from "#content/blocks/block.ts";

/** A reply to a story's post, as its network gives it. */
export type Reply = {
  type: "reply";
  /** Where it is; undefined where its server names no page for it. */
  url: string | undefined;
  author: string;
  handle: string;
  date: string | undefined;
  language: string | undefined;
  body: Block[];
  /** Pictures and recordings, which are not loaded. */
  attachments: number;
  likes: number;
  reposts: number;
  /** Why its text stands folded: in the author's words, as sensitive, or since its server hides the author. */
  folded: { warning: string } | "sensitive" | "limited" | undefined;
  replies: Answer[];
};

/** A reply that is not shown: it is not there (any more), its author is blocked or wants readers to sign in, or the account that posted the story has hidden it. */
export type Missing = { type: "missing"; why: "gone" | "blocked" | "closed" | "hidden"; url?: string; replies: Answer[] };

export type Answer = Reply | Missing;

/** What was said of a post. `isPartial`: its server counts more replies than it gave. */
export type Thread = { likes: number; reposts: number; replies: Answer[]; isPartial: boolean };

/** Asks the server of a network for the JSON at a path. */
export type Ask = (path: string) => Promise<unknown>;
