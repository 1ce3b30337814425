import { expect, test } from "vitest";
import { pinnedPost, type Post, postsOf, withNewest } from "#content/liveBlog.ts";
import { anArticle } from "../support/anArticle.ts";

const post = (n: number, more: Partial<Post> = {}): Post => ({
  type: "post",
  id: `p${n}`,
  date: "2026-03-12T10:00:00Z",
  children: [],
  ...more,
});

test("of a live blog the newest posts are shown, and the pinned one however old it is: of several the newest", () => {
  const body = Array.from({ length: 60 }, (_, at) => post(59 - at, at > 50 ? { pinned: true } : {}));
  const article = anArticle({ body, liveBlog: { coverageStartTime: "2026-03-12T09:00:00Z", count: 60, keyEvents: [] } });
  const shown = postsOf(withNewest(article).body).map(({ id }) => id);
  expect(shown).toEqual([...Array.from({ length: 30 }, (_, at) => `p${59 - at}`), "p8"]);
  expect(pinnedPost(body)?.id).toBe("p8");
});
