import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { contentOf } from "../features/pictures/edition.ts";

const story = (body: string, more = "") => `---\nheadline: A story\ndatePublished: 2024-04-22\ntopics: [Mars]\n${more}---\n\n${body}\n`;

async function deadIn(files: Record<string, string>, url?: string) {
  const { problems } = await compile({ content: contentOf(files), out: temporaryFolder(), encode: false, url });
  return problems.flatMap(({ severity, file, place, address }) => (address === undefined ? [] : [{ severity, file, place, address }]));
}

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>';

describe("a link that leads to nothing inside the edition", () => {
  it("is named with its file, its line and its address", async () => {
    const files = {
      "one/a.md": story("Words.\n\n[Gone](/gone) and [no topic](/topic/venus)."),
      "b.md": story("[Gone](/gone)"),
    };
    expect(await deadIn(files)).toEqual([
      { severity: "warning", file: "b.md", place: "line 7", address: "/gone" },
      { severity: "warning", file: "one/a.md", place: "line 9", address: "/gone" },
      { severity: "warning", file: "one/a.md", place: "line 9", address: "/topic/venus" },
    ]);
  });

  it("is one to a place in the story that is not there", async () => {
    expect(await deadIn({ "a.md": story("## Here\n\n[Here](#here) [Up](#top) [Picture](#image-1) [There](#there)") })).toMatchObject([
      { address: "#there" },
    ]);
  });

  it("is that of closed stories to how to become a member", async () => {
    const files = { "edition.json": '{"members": {"join": "/join"}}', "a.md": story("Words.") };
    expect(await deadIn(files)).toEqual([{ severity: "warning", file: "edition.json", place: "members.join", address: "/join" }]);
    expect(await deadIn({ ...files, "pages/join.md": "---\ntitle: Join\n---\n\nAsk us.\n" })).toEqual([]);
  });

  it("is one to the edition's own address", async () => {
    const body = "[Gone](https://example.org/paper/gone) [B](https://example.org/paper/article/b) [Shop](https://example.org/shop)";
    const files = { "a.md": story(body), "b.md": story("Words.") };
    expect(await deadIn(files, "https://example.org/paper/")).toMatchObject([{ file: "a.md", address: "https://example.org/paper/gone" }]);
  });

  it("is none that leads to a page, a file or another site", async () => {
    const links = [
      "/",
      "/search?q=x",
      "/topic/mars",
      "/topics",
      "/archive/2024/04",
      "/latest",
      "/feed.xml",
      "/article/b#p-1",
      "b.md",
      "/old/b/",
      "x.svg",
      "/article/b.html",
    ];
    const body = [...links, "https://example.com/", "mailto:x@example.org"].map((link) => `[x](${link})`).join("\n\n");
    expect(await deadIn({ "a.md": story(body), "b.md": story("Words.", "oldUrls: [/old/b]\n"), "x.svg": PICTURE })).toEqual([]);
  });
});

describe("a link to the file of a story that is not published", () => {
  /** Stories that link to a file, in each of the places that can have links. */
  const linking = (file: string): Record<string, string> => ({
    "articles/a.md": story(
      `<figure><img src="x.svg" alt="x"><figcaption>See <a href="${file}">that</a></figcaption></figure>\n\n[Words](${file}#part) that stay.`,
      `corrections: [{ date: 2024-04-23, text: "As [we said](${file})" }]\n`,
    ),
    "articles/x.svg": PICTURE,
    "pages/about.md": `---\ntitle: About\n---\n[Ours](../articles/${file})\n`,
    "edition.json": JSON.stringify({
      url: "https://example.org/",
      navigation: [{ name: "That", link: `https://example.org/articles/${file}` }],
      footer: { columns: [{ title: "More", links: [{ name: "That", link: `https://example.org/articles/${file}` }] }] },
    }),
    "front.json": JSON.stringify({ lead: `articles/${file}`, alert: { text: "Now", link: `/articles/${file}` } }),
  });
  const outputOf = async (files: Record<string, string>) => {
    const out = temporaryFolder();
    const { problems } = await compile({ content: contentOf(files), out, encode: false });
    const written = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const text = written.map(({ parentPath, name }) => `${name} ${readFileSync(join(parentPath, name), "utf8")}`).join("\n");
    return { text, told: problems.map(({ file, line, message }) => [file, line, message]) };
  };
  const noStory = "The link to articles/that-file.md leads to no story of the edition, so only its words are shown.";

  it.each([
    ["was deleted", undefined],
    ["is empty", ""],
    ["cannot be read", "---\nheadline: [\n---\nWords."],
  ])("shows only its words, and names the file nowhere, where that %s", async (_name, content) => {
    const { text, told } = await outputOf({
      ...linking("that-file.md"),
      ...(content !== undefined && { "articles/that-file.md": content }),
    });
    expect(text).not.toContain("that-file");
    expect(text).toContain("that stay.");
    expect(told).toContainEqual(["articles/a.md", 5, noStory]);
    expect(told).toContainEqual(["pages/about.md", 4, noStory]);
    expect(told).toContainEqual(["edition.json", 1, expect.stringMatching(/^navigation\.0: there is no published story/u)]);
    expect(told).toContainEqual(["front.json", 1, expect.stringMatching(/^There is no published story at "\/articles\/that-file\.md"/u)]);
  });

  it.each([
    ["was moved to another folder", { "archive/that-file.md": story("Words.") }],
    ["was renamed, and its former address is known", { "articles/b.md": story("Words.", "oldUrls: [/article/that-file]\n") }],
    [
      "was joined with another",
      {
        "articles/b.md": story("Words.", "id: same\n"),
        "articles/that-file.md": story("Words.", "id: same\n").replace("04-22", "04-25"),
      },
    ],
  ])("leads to the story, where that %s", async (_name, files) => {
    const { text, told } = await outputOf({ ...linking("that-file.md"), ...files });
    const [to] = /\/article\/(?:b|that-file)(?=")/u.exec(text) ?? [];
    expect(to).toBeDefined();
    expect(text).toContain(`"url":"${to}#part"`);
    expect(text).toContain(`{"name":"That","url":"${to}"}`);
    expect(text).toContain(`"alert":{"text":"Now","link":"${to}"`);
    expect(text).not.toContain("that-file.md");
    expect(told.filter(([, , message]) => String(message).includes("that-file.md leads to"))).toEqual([]);
  });
});
