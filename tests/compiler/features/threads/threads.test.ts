import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import type { ArticlePage } from "#content/pages/articlePage.ts";
import type { ListPage } from "#content/pages/listPage.ts";
import { dutchFiles, ferryFiles, ferryHeadlines, ferryPart, perhapsFerry } from "../../../support/ferryThread.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";
import { contentOf } from "../pictures/edition.ts";

const NOW = Date.parse("2024-06-01T12:00:00Z");

async function built(threads?: unknown, settings: object = {}, more: Record<string, string> = {}) {
  const content = contentOf({
    ...ferryFiles,
    ...more,
    "edition.json": JSON.stringify({ url: "https://example.org/", ...settings }),
    ...(threads !== undefined && { "threads.json": typeof threads === "string" ? threads : JSON.stringify({ threads }, null, 2) }),
  });
  const out = temporaryFolder();
  const { problems, built: result } = await compile({ content, out, encode: false, now: NOW });
  const pages = [...(result?.pages ?? [])];
  const lists = new Map(pages.flatMap((page): [string, ListPage][] => (page.kind === "list" ? [[page.path, page.value]] : [])));
  const stories = new Map(pages.flatMap((page): [string, ArticlePage][] => (page.kind === "article" ? [[page.path, page.value]] : [])));
  const told = problems.filter(({ file }) => file === "threads.json").map(({ line, message }) => [line, message]);
  const inThread = (slug: string, edition = "") =>
    lists.get(`${edition}/thread/${slug}`)?.days.flatMap(({ teasers }) => teasers.map((one) => one.slug));
  const recent = (edition = ""): unknown => JSON.parse(readFileSync(join(out, `data/${edition}recent-threads.json`), "utf8"));
  const data = (file: string): unknown => JSON.parse(readFileSync(join(out, "data", file), "utf8"));
  const feeds = (slug: string) => (existsSync(join(out, "thread", slug)) ? readdirSync(join(out, "thread", slug)).toSorted() : []);
  return { lists, stories, told, inThread, recent, data, feeds, redirects: result?.redirects ?? [], problems };
}

/** A number of further parts, one a day. */
const more = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const date = new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10);
      return [`articles/m${n}.md`, ferryPart(0, { headline: `Harwick ferry and Gullstone reef, day ${n + 1}`, date })];
    }),
  );

describe("threads", () => {
  it("are found from words, topics, places and links, and have a page at the slug of their first story", async () => {
    const { inThread, lists, stories, recent } = await built();
    expect(inThread("f0")).toEqual(["f3", "f2", "f1", "f0"]);
    expect(lists.get("/thread/f0")).toMatchObject({ kind: "thread", name: ferryHeadlines[0], count: 4 });
    const { thread } = stories.get("/article/f2") ?? {};
    expect(thread).toMatchObject({ slug: "f0", count: 4 });
    expect(thread?.stories.map(({ slug }) => slug)).toEqual(["f0", "f1", "f2", "f3"]);
    expect(stories.get("/article/o1")).not.toHaveProperty("thread", expect.anything());
    expect(recent()).toEqual({ f0: ["f0", "f1", "f2", "f3"] });
  });

  it("stand once on the page of a story: its strips show none of their stories again", async () => {
    const { moreAbout, related, moreFrom } = (await built()).stories.get("/article/f2") ?? {};
    const strips = [...(moreAbout?.teasers ?? []), ...(related?.teasers ?? []), ...(moreFrom ?? []).flatMap(({ stories }) => stories)];
    expect(strips.filter(({ slug }) => slug.startsWith("f"))).toEqual([]);
  });

  it("stay as they are when later stories come", async () => {
    const before = await built();
    const towed = ferryPart(3, { headline: "Harwick ferry towed home, raised from Gullstone reef", date: "2024-05-04" });
    const { inThread } = await built(undefined, {}, { "articles/f4.md": towed });
    expect(inThread("f0")?.filter((slug) => slug !== "f4")).toEqual(before.inThread("f0"));
    expect(inThread("f0")).toContain("f4");
  });

  it("are none where the settings say so, and then the file of recent ones is empty", async () => {
    const { lists, recent } = await built(undefined, { threads: false });
    expect([...lists.keys()].filter((path) => path.startsWith("/thread"))).toEqual([]);
    expect(recent()).toEqual({});
  });

  it("show eight stories of many on the page of one, and say how many they leave out", async () => {
    const named = [...Array.from({ length: 60 }, (_, n) => `m${n}`), "f0", "f1", "f2", "f3"];
    const { stories } = await built([{ slug: "m0", stories: named }], {}, more(60));
    const { thread } = stories.get("/article/m30") ?? {};
    expect(thread).toMatchObject({ slug: "m0", count: 64 });
    const shown = thread?.stories.map(({ slug }) => slug) ?? [];
    expect(shown.length).toBeLessThanOrEqual(8);
    for (const slug of ["m0", "m29", "m30", "m31", "f3"]) expect(shown).toContain(slug);
    const skipped = thread?.stories.reduce((sum, one) => sum + (one.skipped ?? 0), 0) ?? 0;
    expect(skipped + shown.length).toBe(64);
  });

  it("are those of its own stories in each edition", async () => {
    const { inThread, recent } = await built(undefined, { language: "en", languages: { nl: {} } }, dutchFiles);
    expect(inThread("f0")).toEqual(["f3", "f2", "f1", "f0"]);
    expect(inThread("g0", "/nl")).toEqual(["g3", "g2", "g1", "g0"]);
    expect(recent("nl/")).toEqual({ g0: ["g0", "g1", "g2", "g3"] });
  });
});

it("a thread has a feed from four stories on", async () => {
  const { feeds, inThread } = await built([{ name: "Other", stories: ["o1", "o2", "o3"] }]);
  expect(feeds("f0")).toEqual(["feed.xml"]);
  expect(inThread("other")).toHaveLength(3);
  expect(feeds("other")).toEqual([]);
});

describe("stories that may be of one thread", () => {
  const suggestions = async (threads: object[]) =>
    (await built(threads, {}, { "articles/light.md": perhapsFerry })).problems.filter(({ severity }) => severity === "notice");

  it("are named to the editor with what to write, and no more once the editor has written that they are, or are not", async () => {
    const [suggestion, ...more] = await suggestions([]);
    expect(more).toEqual([]);
    expect(suggestion).toMatchObject({
      message: expect.stringMatching(
        /^These 5 stories may be one: “The Harwick ferry .*” and “Light for Gullstone reef at Harwick harbour”\.$/u,
      ),
      remedy: `If they are, write {"slug":"f0","stories":["light"]} into threads.json; if not, {"slug":"f0","without":["light"]}.`,
    });
    expect(await suggestions([{ slug: "f0", stories: ["light"] }])).toEqual([]);
    expect(await suggestions([{ slug: "f0", without: ["light"] }])).toEqual([]);
  });
});

describe("what an editor says of threads", () => {
  it("names, splits, closes and rids them of a story", async () => {
    const named = await built([{ slug: "f0", name: "The Harwick ferry", description: "A wreck.", without: ["f1"] }]);
    expect(named.lists.get("/thread/f0")).toMatchObject({ name: "The Harwick ferry", description: "A wreck." });
    expect(named.inThread("f0")).not.toContain("f1");
    expect((await built([{ slug: "f0", closed: "2024-04-02" }])).inThread("f0")).toEqual(["f1", "f0"]);
    const split = await built([{ name: "Raising", stories: ["articles/f2.md", "/article/f3"] }]);
    expect(split.inThread("raising")).toEqual(["f3", "f2"]);
    expect(split.told).toEqual([]);
  });

  it("joins threads one after another, and all addresses lead to the last", async () => {
    const { inThread, lists, data, redirects, told } = await built([
      { slug: "f0", join: ["middle"] },
      { slug: "middle", stories: ["o2", "o3"], join: ["o1"], formerly: ["ferry"] },
    ]);
    expect(inThread("f0")).toEqual(["f3", "f2", "f1", "f0", "o3", "o2", "o1"]);
    expect(inThread("middle")).toBeUndefined();
    // Whoever follows a thread by the slug that it had asks for its data.
    for (const slug of ["middle", "o1", "ferry"]) expect(data(`thread/${slug}.json`)).toEqual(lists.get("/thread/f0"));
    expect(redirects).toContainEqual({ from: "/thread/middle/feed.xml", to: "/thread/f0/feed.xml" });
    expect(redirects).toEqual(
      expect.arrayContaining(["middle", "o1", "ferry"].map((slug) => ({ from: `/thread/${slug}`, to: "/thread/f0" }))),
    );
    expect(told).toEqual([]);
  });

  it("takes a story out of all that a joined thread joins in turn", async () => {
    const { inThread } = await built([
      { slug: "f0", join: ["middle"] },
      { slug: "middle", stories: ["o2", "o3"], join: ["side"], without: ["o5"] },
      { slug: "side", stories: ["o4", "o5"] },
    ]);
    expect(inThread("f0")).toEqual(["f3", "f2", "f1", "f0", "o4", "o3", "o2"]);
  });

  it("tells of a story that is kept back only to the editor: no address has its slug", async () => {
    const draft = ferryPart(0, { headline: "Harwick ferry owner arrested" }).replace("---\n", "---\ndraft: true\n");
    const { told, redirects } = await built(
      [
        { slug: "f0", join: ["secret", "nothing", "void"], stories: ["articles/secret.md"] },
        { slug: "void", join: ["secret"] },
      ],
      {},
      { "articles/secret.md": draft },
    );
    expect(redirects.filter(({ from }) => from.startsWith("/thread/"))).toEqual([]);
    const isBack = (name: string) => `The story "${name}" is kept back, so it was left out here.`;
    expect(told.map(([, message]) => message)).toEqual([
      isBack("articles/secret.md"),
      isBack("secret"),
      expect.stringContaining('There is no thread "nothing"'),
      expect.stringContaining('There is no thread "void"'),
      isBack("secret"),
    ]);
  });

  it("cannot join threads in a circle, to two others, or what is none", async () => {
    const { inThread, told } = await built([
      { slug: "f0", join: ["o1", "f2"] },
      { slug: "o1", join: ["f0"] },
      { slug: "o2", join: ["o1"] },
    ]);
    expect(inThread("f0")).toEqual(["f3", "f2", "f1", "f0", "o1"]);
    expect(told.map(([, message]) => message)).toEqual([
      `The thread "f0" cannot be joined to "o1", which is joined to it, so it was left out here.`,
      `The thread "o1" is joined to "f0" already, so it was left out here.`,
      // Too late to be a part of another, and alone no thread.
      `The thread "o2" has fewer than two stories, so it has no page.`,
    ]);
  });

  it("chooses turning points among the stories of the thread alone", async () => {
    const { stories, told } = await built([{ slug: "f0", turningPoints: ["f2", "o1"] }]);
    const turns = stories.get("/article/f0")?.thread?.stories.filter(({ turningPoint }) => turningPoint);
    expect(turns?.map(({ slug }) => slug)).toEqual(["f2"]);
    expect(told).toEqual([[expect.any(Number), 'The story "o1" is not in the thread "f0", so it is not a turning point of it.']]);
  });

  it("shows the first of its turning points where a page has no room for all", async () => {
    const named = Array.from({ length: 60 }, (_, n) => `m${n}`);
    const { stories } = await built([{ slug: "m0", stories: named, turningPoints: ["m50", "m10", "m40", "m20"] }], {}, more(60));
    const turns = stories.get("/article/m30")?.thread?.stories.filter(({ turningPoint }) => turningPoint);
    expect(turns?.map(({ slug }) => slug)).toEqual(["m10", "m40", "m50"]);
  });

  it("has no slug that is too long for the name of a file", async () => {
    const long = "ferry".repeat(54);
    const { told, inThread } = await built([
      { slug: long, stories: ["o1", "o2"] },
      { slug: "f0", formerly: [long] },
    ]);
    expect(told).toEqual([
      [4, "threads.0.slug must have at most 240 bytes."],
      [13, "threads.1.formerly.0 must have at most 240 bytes."],
    ]);
    expect(inThread("f0")).toHaveLength(4);
  });

  it("is told of with its line where it names what is not there, and of what it says twice", async () => {
    const { told, inThread } = await built([
      { slug: "f0", stories: ["articles/f9.md"] },
      { slug: "nothing" },
      { slug: "f0", name: "Again" },
      { name: "Other", stories: ["o1", "o2"] },
      { name: "Another", stories: ["o2", "o3", "o4"], without: ["o4"] },
    ]);
    expect(told).toEqual([
      [12, expect.stringContaining('The thread "f0" has two entries')],
      [6, 'There is no story "articles/f9.md", so threads.0.stories.0 was left out.'],
      [26, expect.stringContaining('The story "o2" belongs to the thread "other" already')],
      [28, expect.stringContaining('The story "o4" is in "without" as well')],
      [9, expect.stringContaining('There is no thread "nothing"')],
      [23, expect.stringContaining('The thread "another" has fewer than two stories')],
    ]);
    expect(inThread("other")).toEqual(["o2", "o1"]);
  });

  it("counts but for what is wrong in it, which is told of with its place", async () => {
    const { told, lists, inThread } = await built([
      { slug: "f0", name: "The Harwick ferry", closed: "soon", colour: "red" },
      "no thread",
      { description: "Without a name." },
      { name: "Other", stories: ["o1", 7, "o2"] },
    ]);
    expect(lists.get("/thread/f0")).toMatchObject({ name: "The Harwick ferry", count: 4 });
    expect(inThread("other")).toEqual(["o2", "o1"]);
    expect(told).toEqual([
      [6, expect.stringContaining("threads.0.closed must be a day such as 2024-04-22")],
      [9, expect.stringContaining("threads.1")],
      [10, expect.stringContaining("threads.2 must have a slug, or a name")],
      [17, expect.stringContaining("threads.3.stories.1")],
      [7, "threads.0.colour is not a known setting."],
    ]);
  });

  it("is as none where it cannot be read at all", async () => {
    const { told, inThread } = await built('{ "threads": [');
    expect(told).toEqual([[1, expect.stringContaining("This is not JSON")]]);
    expect(inThread("f0")).toHaveLength(4);
  });
});
