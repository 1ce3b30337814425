import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { contentOf } from "../features/pictures/edition.ts";

const story = (more = "", body = "Words.") => `---\nheadline: The ferry\ndatePublished: 2024-04-22\ntopics: [Sea]\n${more}---\n\n${body}\n`;
const page = (fields: string, body = "We have reported since 1921.") => `---\n${fields}\n---\n\n${body}\n`;

/** What is built of these files and one story, and what is said on the way. */
async function builtOf(files: Record<string, string>, more: { preview?: boolean; now?: number } = {}) {
  const out = temporaryFolder();
  const content = contentOf({ "articles/ferry.md": story(), ...files });
  const { problems, counts, built } = await compile({ content, out, encode: false, url: "https://example.org/", ...more });
  const json = (file: string): Record<string, unknown> => JSON.parse(readFileSync(join(out, "data", file), "utf8"));
  const text = (file: string): string => readFileSync(join(out, file), "utf8");
  const told = problems.map(({ file, line, message, nearest }) => [file, line, message, ...(nearest === undefined ? [] : [nearest])]);
  const paths = [...(built?.pages ?? [])].flatMap(({ kind, path }) => (kind === "static" ? [path] : []));
  return { out, json, text, told, counts, paths, built };
}

describe("a page of the paper", () => {
  it("is published at the path of its file, with its text as that of a story", async () => {
    const { json, paths } = await builtOf({
      "pages/about.md": page("title: About us\nstandfirst: Who we are\ncontents: true", "## Owners\n\nSee the [staff](about/staff.md)."),
      "pages/about/staff.md": page("title: Staff"),
      "pages/Größe & Co/index.md": page("title: Size", "# Size\n\nWords."),
      "pages/masthead.md": page("title: Masthead\nslug: Who is who\ntype: ContactPage"),
    });
    expect(paths).toEqual([`/${encodeURIComponent("größe-co")}`, "/about", "/about/staff", "/who-is-who"]);
    expect(json("about.json")).toEqual({
      path: "/about",
      title: "About us",
      standfirst: "Who we are",
      type: "AboutPage",
      contents: true,
      body: [
        { type: "heading", level: 2, id: "owners", children: [{ type: "text", text: "Owners" }] },
        {
          type: "paragraph",
          children: [
            { type: "text", text: "See the " },
            { type: "link", url: "/about/staff", children: [{ type: "text", text: "staff" }] },
            { type: "text", text: "." },
          ],
        },
      ],
      inLanguage: "en",
      direction: "ltr",
    });
    expect(json("who-is-who.json")).toMatchObject({ type: "ContactPage" });
  });

  it("is in the sitemap and the search, and never among the stories, in a feed or in the sitemap of news", async () => {
    const { text, json, counts, out } = await builtOf({
      "pages/about.md": page("title: About us\naliases: [/ueber-uns/]"),
      "pages/imprint.md": page("title: Imprint\nsearch: false"),
    });
    expect(text("sitemap.xml")).toContain("<loc>https://example.org/about</loc>");
    for (const file of ["feed.xml", "atom.xml", "feed.json", "news-sitemap.xml", "data/latest.json", "data/front.json", "data/fresh.json"])
      expect(text(file)).not.toMatch(/About us|"[^"]*\/about\b/u);
    expect(json("search/manifest.json")).toMatchObject({ stories: 2 });
    expect(counts).toEqual({ read: 1, published: 1, skipped: [] });
    expect(text("_redirects")).toMatch(/^\/ueber-uns\/? +\/about /mu);
    expect(existsSync(join(out, "data/article/about.json"))).toBe(false);
  });

  it("stands in the menu if it wants to, by its weight and then by its name", async () => {
    const { built } = await builtOf({
      "pages/a.md": page("title: Zeal\nmenu: true"),
      "pages/b.md": page("title: Apples\nmenu: true"),
      "pages/c.md": page("title: A long name\nmenu: Last of all\nweight: 2"),
      "pages/d.md": page("title: First\nmenu: true\nweight: -1"),
      "pages/e.md": page("title: Nowhere\nmenu: false"),
    });
    expect(built?.edition.pages).toEqual([
      { name: "First", url: "/d" },
      { name: "Last of all", url: "/c" },
      { name: "Apples", url: "/b" },
      { name: "Zeal", url: "/a" },
    ]);
    expect(Object.keys((await builtOf({ "pages/e.md": page("title: Nowhere") })).built?.edition ?? {})).not.toContain("pages");
  });

  it("is led to from stories by its file and by its address, and a link to one that is not there is named", async () => {
    const body = "[About](../pages/about.md), [imprint](/imprint), [saved](/saved)";
    const { json, told } = await builtOf({ "articles/ferry.md": story("", body), "pages/about.md": page("title: About", "[Gone](/gone)") });
    expect(JSON.stringify(json("article/ferry.json"))).toContain('"url":"/about"');
    expect(told).toEqual([
      ["articles/ferry.md", 7, "The link to /imprint leads to nothing in this edition."],
      ["pages/about.md", 5, "The link to /gone leads to nothing in this edition."],
    ]);
  });

  it("is kept back as a story is, and shown to those who make the paper with a mark", async () => {
    const files = { "pages/a.md": page("title: A\ndraft: true"), "pages/b.md": page("title: B\nembargo: 2124-01-01") };
    const { paths, counts } = await builtOf(files);
    expect(paths).toEqual([]);
    expect(counts.read).toBe(counts.published + counts.skipped.length);
    expect(counts.skipped.map(({ file }) => file)).toEqual(["pages/a.md", "pages/b.md"]);
    const shown = await builtOf(files, { preview: true });
    expect([shown.json("a.json")["title"], shown.json("b.json")["title"]]).toEqual(["[Draft] A", "[Scheduled] B"]);
  });

  it("makes a paper without stories", async () => {
    const { problems, built } = await compile({ content: contentOf({ "pages/about.md": page("title: A") }), out: temporaryFolder() });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect([...(built?.pages ?? [])].map(({ path }) => path)).toContain("/about");
  });

  it("says in the paper's words what is not there and what is offline, in paragraphs and links", async () => {
    const { built, paths, told, text } = await builtOf({
      "pages/404.md": page("title: Nothing here", "Try the **[front page](/)**.\n\n- or\n- not"),
      "pages/offline.md": page("title: No line", "Wait."),
    });
    expect(built?.edition.texts).toEqual({
      missing: { title: "Nothing here", paragraphs: [[{ text: "Try the " }, { text: "front page", url: "/" }, { text: "." }]] },
      offline: { title: "No line", paragraphs: [[{ text: "Wait." }]] },
    });
    expect(paths).toEqual([]);
    expect(text("sitemap.xml")).not.toMatch(/404|offline/u);
    expect(told).toEqual([
      ["pages/404.md", 1, "This page shows only its picture, paragraphs and links; what else it has (list) was left out."],
    ]);
  });

  it("shows a picture where something is not there, and none without a connection", async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><path d="M0 0h9v9z"/></svg>';
    const shown = (file: string) => page(`title: Lost\nimage:\n  file: ../pictures/${file}\n  alt: A lighthouse\n  caption: On the pier`);
    const { built, out, told } = await builtOf({
      "pages/404.md": shown("pier.svg"),
      "pages/offline.md": shown("cable.svg"),
      "pictures/pier.svg": drawing,
      "pictures/cable.svg": drawing.replace("9v9", "8v8"),
    });
    const { missing, offline } = built?.edition.texts ?? {};
    expect(missing?.image).toMatchObject({ alt: "A lighthouse", caption: [{ type: "text", text: "On the pier" }], width: 400 });
    expect(existsSync(join(out, missing?.image?.url ?? "none"))).toBe(true);
    expect(readdirSync(join(out, "pictures"))).toHaveLength(1);
    expect(offline).not.toHaveProperty("image");
    expect(told).toEqual([["pages/offline.md", 1, "This page shows only paragraphs and links; what else it has (picture) was left out."]]);
  });
});

describe("a page that cannot be as it is written", () => {
  it("is left out where an edition in another language is", async () => {
    const { told, paths } = await builtOf({
      "edition.json": JSON.stringify({ name: "The Post", language: "en", languages: { nl: {} } }),
      "articles/nl/veer.md": "---\nheadline: Het veer\ndatePublished: 2024-04-22\nslug: veer\n---\nWoorden.\n",
      "pages/nl.md": page("title: News letters"),
      "pages/letters.md": page("title: Letters\nslug: nl/letters"),
      "pages/nlx.md": page("title: Other"),
      "pages/nl/over.md": page("title: Over ons"),
    });
    const left = (path: string) => `The address ${path} belongs to the edition in “nl”, so this page was left out.`;
    expect(told).toEqual([
      ["pages/letters.md", 3, left("/nl/letters")],
      ["pages/nl.md", 1, left("/nl")],
    ]);
    expect(paths).toEqual(["/nlx", "/nl/over"]);
  });

  it("is left out where its address belongs to something else, which is named", async () => {
    const { told, paths, counts } = await builtOf({
      "articles/ferry.md": story("aliases: [/boats/]\n"),
      "pages/search.md": page("title: Search"),
      "pages/topic/sea.md": page("title: Sea"),
      "pages/front.md": page("title: Front"),
      "pages/index.md": page("title: Front"),
      "pages/API/x.md": page("title: X"),
      "pages/boats.md": page("title: Boats"),
      "pages/help.md": page("title: Help"),
      "pages/help/index.md": page("title: Help"),
    });
    const left = (path: string, owner: string) => `The address ${path} belongs to ${owner}, so this page was left out.`;
    expect(told).toEqual([
      ["pages/API/x.md", 1, left("/api/x", "the accounts")],
      ["pages/boats.md", 1, left("/boats", "the story articles/ferry.md, which had it before")],
      ["pages/front.md", 1, left("/front", "the file data/front.json")],
      ["pages/help/index.md", 1, left("/help", "pages/help.md")],
      ["pages/index.md", 1, left("/index", "the front page")],
      ["pages/search.md", 1, left("/search", "the search")],
      ["pages/topic/sea.md", 1, left("/topic/sea", "Broadsheet’s own pages")],
    ]);
    expect(paths).toEqual(["/help"]);
    expect(counts.skipped.filter(({ lost }) => lost)).toHaveLength(7);
  });

  it("is published without what is wrong in it, which is named with its line and the nearest name", async () => {
    const { told, json } = await builtOf({
      "pages/about.md": page("title: About\nmenu: [1]\ncontents: often\ntype: AboutPages\nmenue: true\ndate: 2024-01-01\ntopics: [Sea]"),
    });
    expect(told).toEqual([
      ["pages/about.md", 6, 'The field "menue" is not known here and was not read.', "menu"],
      ["pages/about.md", 7, "A page has no date, and is never among the stories; its date was left out."],
      ["pages/about.md", 1, "Pages do not show topics."],
      ["pages/about.md", 5, expect.stringMatching(/^The field "type" is "AboutPages" but must be /u), "AboutPage"],
      ["pages/about.md", 4, expect.stringMatching(/^The field "contents" is "often" but must be boolean/u)],
      ["pages/about.md", 3, 'The field "menu" must be true, false or a name, so it was left out.'],
    ]);
    expect(json("about.json")).toMatchObject({ title: "About", type: "AboutPage" });
  });

  it("is skipped and named where its front matter is broken or its text is missing", async () => {
    const { told, counts } = await builtOf({ "pages/a.md": page("title: [A"), "pages/b.md": page("title: B", "") });
    expect(told.map(([file]) => file)).toEqual(["pages/a.md", "pages/b.md"]);
    expect(counts).toMatchObject({ read: 3, published: 1 });
  });
});
