import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type LiveFile, type Post, stampOf } from "#content/liveBlog.ts";
import { type Asked, changesIn, editsOf } from "#reader/features/article/live/editedPosts.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";

const post = (id: string, words = "Words."): Post => ({
  type: "post",
  id,
  date: "2026-03-12T10:00:00Z",
  children: [{ type: "paragraph", children: [{ type: "text", text: words }] }],
});
const many = (count: number, words?: string) => Array.from({ length: count }, (_, at) => post(`n${count - at}`, words));

describe("what may have become of the posts that an open live blog shows", () => {
  const file = (posts: Post[], more: Partial<LiveFile> = {}): LiveFile => ({
    newest: posts.map(({ id }) => id),
    stamps: posts.map(stampOf),
    posts: [],
    ...more,
  });
  const missing = (...ids: string[]) => ids.map((id) => ({ id, stamp: undefined }));

  it("is nothing where all have the same words, whatever the order of their fields", () => {
    const { type, id, date, children } = post("a");
    expect(changesIn(file([post("b"), post("a")]), [post("b"), { children, date, id, type }], [])).toEqual([]);
  });

  it("is told by their stamps and their ids", () => {
    const other = post("c", "Other words.");
    const found = changesIn(file([post("d"), other, post("a")]), [post("c"), post("b"), post("a")], []);
    expect(found).toEqual([{ id: "c", stamp: stampOf(other) }, ...missing("b")]);
  });

  it("is not known of those that are older than all that are named", () => {
    const named = many(40);
    expect(changesIn(file(named), [...named.slice(5), post("old")], [])).toEqual([]);
    expect(changesIn(file(named.slice(1)), [...named.slice(5), post("old")], [])).toEqual([]);
    expect(changesIn(file(named.slice(1), { isAll: true }), [...named.slice(5), post("old")], [])).toEqual(missing("old"));
  });

  it("is nothing where forty others came meanwhile", () => {
    expect(changesIn(file(many(40)), [post("c"), post("b"), post("a")], [])).toEqual([]);
  });

  it("is nothing where the file has no stamps, as that of an older build", () => {
    expect(changesIn(file([post("a")], { stamps: undefined }), [post("a", "Other words.")], [])).toEqual([]);
  });

  it("is that they are there again, where they were withdrawn and are named", () => {
    expect(changesIn(file([post("a")]), [post("b"), post("a")], ["b", "a"])).toEqual([{ id: "a", stamp: stampOf(post("a")) }]);
  });
});

describe("posts that may have changed", () => {
  let asked: string[];
  let served: Record<string, unknown>;
  const signal = new AbortController().signal;
  const story = { slug: "landing", headline: "The landing", inLanguage: "en", direction: "ltr" };
  const pageOf = (body: Post[]) => anArticlePage({ article: anArticle({ slug: "landing", body }) });
  beforeEach(() => {
    [asked, served] = [[], {}];
    vi.stubGlobal("fetch", async (input: string) => {
      const name = input.replace(/^.*article\//u, "");
      asked.push(name);
      return name in served ? Response.json(served[name]) : new Response("Not found", { status: 404 });
    });
  });
  afterEach(() => void vi.unstubAllGlobals());

  it("are asked for a few times, and again when they have another stamp", async () => {
    served["landing/post/a.json?now"] = { story, posts: [post("a")] };
    const times: Asked = new Map();
    for (let poll = 0; poll < 10; poll += 1) await editsOf([{ id: "a", stamp: "of-other-code" }], times, "landing", signal);
    expect(asked).toHaveLength(4);
    await expect(editsOf([{ id: "a", stamp: "another" }], times, "landing", signal)).resolves.toEqual([{ id: "a", post: post("a") }]);
  });

  it("come with the page where they are many, and those that it lacks by themselves", async () => {
    const [others, changes] = [many(5, "Other words."), many(5).map(({ id }) => ({ id, stamp: `s-${id}` }))];
    served["landing.json?now"] = pageOf(others.slice(0, 3));
    for (const each of others.slice(3)) served[`landing/post/${each.id}.json?now`] = { story, posts: [each] };
    const edits = await editsOf(changes, new Map(), "landing", signal);
    expect(edits).toEqual(others.map((each) => ({ id: each.id, post: each })));
    expect(asked).toEqual(["landing.json?now", "landing/post/n2.json?now", "landing/post/n1.json?now"]);
  });

  it("all come in the end where the page has none of them, some at a time", async () => {
    const others = many(30, "Other words.");
    for (const each of others) served[`landing/post/${each.id}.json?now`] = { story, posts: [each] };
    const [times, found]: [Asked, Set<string>] = [new Map(), new Set()];
    for (let poll = 0; poll < 30; poll += 1) {
      const changes = others.filter(({ id }) => !found.has(id)).map(({ id }) => ({ id, stamp: `s-${id}` }));
      for (const { id } of await editsOf(changes, times, "landing", signal)) found.add(id);
    }
    expect(found.size).toBe(30);
    expect(asked.filter((name) => name.includes("/post/"))).toHaveLength(30);
  });

  it("were withdrawn where their own file is gone and the small one does not name them", async () => {
    served["landing/post/c.json?now"] = { story, posts: [post("c")] };
    const changes = [
      { id: "c", stamp: undefined },
      { id: "b", stamp: undefined },
      { id: "a", stamp: "named" },
    ];
    await expect(editsOf(changes, new Map(), "landing", signal)).resolves.toEqual([
      { id: "c", post: post("c") },
      { id: "b", post: undefined },
    ]);
  });
});
