import { describe, expect, it } from "vitest";
import { type LiveFile, type Post, stampOf } from "#content/liveBlog.ts";
import { editsIn } from "#reader/features/article/live/editedPosts.ts";
import { newIds } from "#reader/features/article/live/useNewPosts.ts";

const shown = (...ids: string[]) => ids.map((id) => ({ id }));

describe("the posts that are new to an open live blog", () => {
  it("are those before the first that it shows", () => {
    expect(newIds({ newest: ["d", "c", "b", "a"] }, shown("b", "a"))).toEqual(["d", "c"]);
    expect(newIds({ newest: ["b", "a"] }, shown("b", "a"))).toEqual([]);
  });

  it("leave out what was published late, and stands among those that are there", () => {
    expect(newIds({ newest: ["c", "late", "b"] }, shown("c", "b"))).toEqual([]);
  });

  it("are all that are named, where the reader was away for longer", () => {
    expect(newIds({ newest: ["z", "y"] }, shown("a"))).toEqual(["z", "y"]);
  });
});

describe("what became of the posts that an open live blog shows", () => {
  const post = (id: string, words = "Words."): Post => ({
    type: "post",
    id,
    date: "2026-03-12T10:00:00Z",
    children: [{ type: "paragraph", children: [{ type: "text", text: words }] }],
  });
  const file = (posts: Post[], more: Partial<LiveFile> = {}): LiveFile => ({
    newest: posts.map(({ id }) => id),
    stamps: posts.map(stampOf),
    posts: [],
    ...more,
  });

  it("is nothing where all have the same words, whatever the order of their fields", () => {
    const { type, id, date, children } = post("a");
    expect(editsIn(file([post("b"), post("a")]), [post("b"), { children, date, id, type }])).toEqual({ edited: [], gone: [] });
  });

  it("is told by their stamps and their ids", () => {
    const found = editsIn(file([post("d"), post("c", "Other words."), post("a")]), [post("c"), post("b"), post("a")]);
    expect(found).toEqual({ edited: ["c"], gone: ["b"] });
  });

  it("is not known of those that are older than all that are named", () => {
    const named = Array.from({ length: 40 }, (_, at) => post(`n${40 - at}`));
    expect(editsIn(file(named), [...named.slice(5), post("old")])).toEqual({ edited: [], gone: [] });
    expect(editsIn(file(named.slice(1)), [...named.slice(5), post("old")])).toEqual({ edited: [], gone: ["old"] });
  });

  it("is nothing where the file has no stamps, as that of an older build", () => {
    expect(editsIn(file([post("a")], { stamps: undefined }), [post("a", "Other words.")])).toEqual({ edited: [], gone: [] });
  });
});
