import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile, type Compiled } from "#compiler/compile.ts";
import type { CompileOptions } from "#compiler/compileOptions.ts";
import type { ArticlePage } from "#content/pages/articlePage.ts";
import { type LiveFile, MOST_LIVE_BYTES, type Post, postsOf } from "#content/liveBlog.ts";
import type { PostsPage } from "#content/pages/postsPage.ts";
import { filesIn, temporaryFolder } from "../support/temporaryFolder.ts";

const NOON = Date.parse("2026-03-12T12:00:00Z");

const BLOG = "---\nheadline: The landing\ntype: liveBlog\ndate: 2026-03-12T09:00:00Z\nauthors: [Ada Keane]\n---\nWhat is known so far.\n";

const post = (minute: number, more = "", words = `Words of post ${minute}.`): string =>
  `---\nheadline: Post ${minute}\ndate: ${new Date(Date.parse("2026-03-12T10:00:00Z") + minute * 60_000).toISOString()}\n${more}---\n${words}\n`;

type Paper = { compiled: Compiled; files: Map<string, string>; page: ArticlePage; posts: Post[]; live: LiveFile };

/** A paper with a live blog and these files besides. */
async function paperOf(files: Record<string, string>, options: Partial<CompileOptions> = {}): Promise<Paper> {
  const [content, out] = [temporaryFolder(), temporaryFolder()];
  for (const [file, text] of Object.entries({ ...("articles/landing.json" in files ? {} : { "articles/landing.md": BLOG }), ...files })) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  const compiled = await compile({ content, out, now: NOON, ...options });
  const built = filesIn(out);
  const page: ArticlePage = JSON.parse(built.get("data/article/landing.json") ?? "{}");
  return {
    compiled,
    files: built,
    page,
    posts: postsOf(page.article.body),
    live: JSON.parse(built.get("data/article/landing/live.json") ?? "{}"),
  };
}

const posts = (count: number, more = ""): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`articles/landing/posts/p${at}.md`, post(at / 10, more)]));

const pageIn = (files: Map<string, string>, path: string): PostsPage => JSON.parse(files.get(`data/article/landing/${path}.json`) ?? "{}");

describe("a live blog", () => {
  it("has its posts below its summary, the newest first, and says when it began", async () => {
    const {
      page,
      posts: shown,
      compiled,
    } = await paperOf({
      "articles/landing/posts/out.md": post(1, "key: true\npinned: true\nauthor: Ada Keane\n"),
      "articles/landing/posts/down.md": "---\ndate: 2026-03-12T10:05:00Z\n---\nIt stands.\n",
    });
    expect(page.article.body[0]).toMatchObject({ type: "paragraph", children: [{ text: "What is known so far." }] });
    expect(shown.map(({ id, headline }) => [id, headline])).toEqual([
      ["down", undefined],
      ["out", "Post 1"],
    ]);
    expect(shown[1]).toMatchObject({ pinned: true, authors: [{ name: "Ada Keane", slug: "ada-keane" }] });
    expect(page.article.liveBlog).toEqual({
      coverageStartTime: "2026-03-12T09:00:00Z",
      count: 2,
      keyEvents: [{ id: "out", headline: "Post 1", date: "2026-03-12T10:01:00.000Z" }],
    });
    expect(page.article.dateModified).toBe("2026-03-12T10:05:00Z");
    expect(compiled.problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
    expect(compiled.counts).toMatchObject({ read: 1, published: 1, skipped: [] });
  });

  it("is found by the words of each post, of which feeds have the newest ten", async () => {
    const { files } = await paperOf({ ...posts(40), "edition.json": '{ "feeds": { "fullText": true } }' });
    const feed = files.get("feed.xml") ?? "";
    expect(feed.match(/Words of post/gu)).toHaveLength(10);
    expect(feed).toContain("Words of post 3.9.");
    expect([...files.keys()].some((file) => file.startsWith("data/search/"))).toBe(true);
    expect(files.get("sitemap.xml")).not.toMatch(/landing\/p/u);
  });

  it("keeps its page and the file for open pages as small with 500 posts as with 50, and its numbered pages for good", async () => {
    const [some, many] = [await paperOf(posts(50)), await paperOf(posts(500))];
    const size = ({ files }: Paper) => files.get("data/article/landing.json")?.length ?? 0;
    expect(size(many) / size(some)).toBeGreaterThan(0.95);
    expect(size(many) / size(some)).toBeLessThan(1.05);
    expect(many.posts).toHaveLength(30);
    expect(many.files.get("data/article/landing/live.json")?.length).toBeLessThanOrEqual(MOST_LIVE_BYTES);
    expect(many.live.newest[0]).toBe("p499");
    expect(many.live.posts[0]).toEqual(many.posts[0]);
    expect(pageIn(many.files, "page/1")).toEqual(pageIn(some.files, "page/1"));
    expect(pageIn(many.files, "page/1").posts.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => `p${19 - at}`));
    expect(pageIn(many.files, "post/p7").posts.map(({ headline }) => headline)).toEqual(["Post 0.7"]);
  });

  it("keeps posts back that are drafts or to come, with what only they show, and says when the next comes", async () => {
    const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="8"/>';
    const {
      files,
      posts: shown,
      compiled,
    } = await paperOf({
      "pictures/secret.svg": PICTURE,
      "articles/landing/posts/out.md": post(1),
      "articles/landing/posts/idea.md": post(2, "draft: true\n"),
      "articles/landing/posts/later.md": post(180, "", "![Soon](../../../pictures/secret.svg)\n\nSoon."),
    });
    expect(shown.map(({ id }) => id)).toEqual(["out"]);
    expect([...files.keys()].filter((file) => /secret|idea|later/u.test(file))).toEqual([]);
    expect([...files.values()].join("")).not.toContain("Soon.");
    expect(compiled.schedule?.due).toEqual([{ file: "articles/landing/posts/later.md", at: Date.parse("2026-03-12T13:00:00Z") }]);
    const after = await paperOf({ "articles/landing/posts/later.md": post(180) }, { now: Date.parse("2026-03-12T13:00:00Z") });
    expect(after.posts.map(({ id }) => id)).toEqual(["later"]);
  });

  it("publishes the rest where a post has no date, an id that is taken, or an author whom nobody knows, and names the file", async () => {
    const { posts: shown, compiled } = await paperOf({
      "articles/landing/posts/out.md": post(1),
      "articles/landing/posts/undated.md": "---\nheadline: When?\n---\nSome time.\n",
      "articles/landing/posts/twin.md": post(2, "slug: out\n"),
      "articles/landing/posts/who.md": post(3, "author: Ada Kaene\n"),
    });
    expect(shown.map(({ id }) => id)).toEqual(["who", "out"]);
    const told = compiled.problems
      .filter(({ severity }) => severity === "warning")
      .map(({ file, line, message, nearest }) => [file, line, message, nearest]);
    expect(told).toEqual(
      expect.arrayContaining([
        ["articles/landing/posts/undated.md", 1, "It has no date, so it was skipped.", undefined],
        [
          "articles/landing/posts/twin.md",
          1,
          'The post "out" is in articles/landing/posts/out.md already, so this one was left out.',
          undefined,
        ],
        ["articles/landing/posts/who.md", 4, '"Ada Kaene" writes this post and no story, and is not in edition.json.', "Ada Keane"],
      ]),
    );
    expect(told).toHaveLength(3);
    expect(compiled.counts.read).toBe(compiled.counts.published + compiled.counts.skipped.length);
  });

  it("ends at its newest post, or at the moment that is given, and open pages are told", async () => {
    const ended = await paperOf({ "articles/landing.md": BLOG.replace("type:", "ended: true\ntype:"), ...posts(2) });
    expect(ended.page.article.liveBlog?.coverageEndTime).toBe(ended.posts[0]?.date);
    expect(ended.live.ended).toBe(true);
    const at = await paperOf({ "articles/landing.md": BLOG.replace("type:", "ended: 2026-03-12T11:00:00Z\ntype:"), ...posts(2) });
    expect(at.page.article.liveBlog?.coverageEndTime).toBe("2026-03-12T11:00:00Z");
  });

  it("may stand in article JSON with its posts, of which those to come wait", async () => {
    const body = [
      { type: "paragraph", children: "Known so far." },
      { type: "post", date: "2026-03-12T10:00:00Z", headline: "Out", authors: ["Ada Keane"], key: true, children: ["It is out."] },
      { type: "post", id: "later", date: "2026-03-12T13:00:00Z", children: ["Soon."] },
    ];
    const { page, compiled } = await paperOf({
      "articles/landing.json": JSON.stringify({ headline: "The landing", datePublished: "2026-03-12T09:00:00Z", body }),
      "articles/landing/posts/down.md": post(9),
    });
    expect(postsOf(page.article.body).map(({ id }) => id)).toEqual(["down", "out"]);
    expect(page.article.liveBlog).toMatchObject({ count: 2, keyEvents: [{ id: "out" }] });
    expect(compiled.schedule?.due).toHaveLength(1);
  });

  it("keeps posts of article JSON back that are not for readers, with their pictures and recordings, and says why", async () => {
    const at = "2026-03-12T10:00:00Z";
    const post = (id: string, more: object) => ({ type: "post", id, date: at, children: [`Words of ${id}.`], ...more });
    const show = (name: string) => ({
      children: [
        { type: "figure", image: { file: `../pictures/${name}.svg`, alt: name } },
        { type: "audio", url: `../media/${name}.mp3` },
      ],
    });
    const body = [
      { type: "figure", image: { file: "../pictures/summary.svg", alt: "summary" } },
      post("out", show("shown")),
      post("gone", { expires: "2026-03-12T11:00:00Z" }),
      post("going", { expires: "2026-03-12T14:00:00Z" }),
      post("idea", { draft: true, ...show("idea") }),
      post("typo", { drafft: true }),
      post("held", { embargo: "2026-03-12T13:00:00Z", ...show("held") }),
      post("soon", { publishDate: "2026-03-12T13:30:00Z" }),
      post("later", { date: "2026-03-12T15:00:00Z", ...show("later") }),
      post("undated", { date: "at noon, if all goes well", ...show("undated") }),
      { type: "quote", children: [post("nested", { draft: true }), "Said."] },
    ];
    const names = ["summary", "shown", "idea", "held", "later", "undated"];
    const files = {
      ...Object.fromEntries(
        names.map((name) => [
          `pictures/${name}.svg`,
          `<svg xmlns="http://www.w3.org/2000/svg" width="12" height="8"><title>${name}</title></svg>`,
        ]),
      ),
      ...Object.fromEntries(names.map((name) => [`media/${name}.mp3`, `${name} sound`])),
      "articles/landing.json": JSON.stringify({ headline: "The landing", datePublished: "2026-03-12T09:00:00Z", body }),
    };
    const paper = await paperOf(files);
    expect(paper.posts.map(({ id }) => id).toSorted()).toEqual(["going", "out"]);
    const all = [...paper.files].map(([file, text]) => `${file} ${text}`).join("\n");
    for (const word of ["gone", "idea", "typo", "held", "soon", "later", "undated", "nested"])
      expect(all).not.toMatch(new RegExp(`Words of ${word}|(?:pictures|media)/${word}`, "u"));
    const made = [...paper.files.keys()].filter((file) => /^(?:pictures|media)\//u.test(file)).map((file) => /\/(\w+)/u.exec(file)?.[1]);
    expect(new Set(made)).toEqual(new Set(["shown", "summary"]));
    const file = "articles/landing.json";
    expect(paper.compiled.schedule).toEqual({
      due: ["13:00", "13:30", "15:00"].map((time) => ({ file, at: Date.parse(`2026-03-12T${time}:00Z`) })),
      ends: [{ file, at: Date.parse("2026-03-12T14:00:00Z") }],
    });
    expect(paper.compiled.counts.read).toBe(1 + paper.compiled.counts.skipped.length);
    expect(JSON.stringify(paper.compiled)).toMatch(/the post was left out/u);
    expect((await paperOf(files, { preview: true })).posts.map(({ headline }) => headline)).toContain("[Draft]");
  });

  it("leads to the headings and notes of each post, whose names are nobody else's", async () => {
    const words = "## Out\n\nSee [above](#out) and [known](#known).[^1]\n\n[^1]: So it is said.";
    const { page, posts: shown } = await paperOf({
      "articles/landing.md": `${BLOG}\n## Post out\n\nSee [here](#post-out).\n`,
      "articles/landing/posts/out.md": post(1, "", words),
      "articles/landing/posts/down.md": post(2, "", words),
    });
    const text = (blocks: unknown): string[] => JSON.stringify(blocks).match(/"(?:id|url|note)":"[^"]*"/gu) ?? [];
    expect(text(shown[1]?.children)).toEqual(['"id":"out-out"', '"url":"#out-out"', '"url":"#known"', '"note":"out~1"', '"id":"out~1"']);
    expect(text(shown[0]?.children)).toEqual([
      '"id":"down-out"',
      '"url":"#down-out"',
      '"url":"#known"',
      '"note":"down~1"',
      '"id":"down~1"',
    ]);
    expect(text(page.article.body.filter(({ type }) => type !== "post"))).toEqual(['"id":"section-post-out"', '"url":"#section-post-out"']);
  });

  it("has the corrections of its posts among its own", async () => {
    const { page } = await paperOf({
      "articles/landing/posts/out.md": post(1, "corrections:\n  - date: 2026-03-12T11:00:00Z\n    text: It was later.\n"),
      "articles/landing/posts/idea.md": post(2, "draft: true\ncorrections:\n  - date: 2026-03-12T11:00:00Z\n    text: A secret.\n"),
    });
    expect(page.article.corrections).toEqual([{ date: "2026-03-12T11:00:00Z", children: [{ type: "text", text: "It was later." }] }]);
  });

  it("says when a post in a file of its own goes", async () => {
    const { compiled } = await paperOf({ "articles/landing/posts/out.md": post(1, "expires: 2026-03-12T14:00:00Z\n") });
    expect(compiled.schedule?.ends).toEqual([{ file: "articles/landing/posts/out.md", at: Date.parse("2026-03-12T14:00:00Z") }]);
  });
});
