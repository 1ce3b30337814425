import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { contentOf } from "../pictures/edition.ts";

const story = (body: string, more = "") => `---\nheadline: A story\ndatePublished: 2024-04-22\ntopics: [Mars]\n${more}---\n\n${body}\n`;

async function deadIn(files: Record<string, string>, url?: string) {
  const { problems } = await compile({ content: contentOf(files), out: temporaryFolder(), encode: false, url });
  return problems.flatMap(({ severity, file, place, address }) => (address === undefined ? [] : [{ severity, file, place, address }]));
}

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>';

describe("a link that leads to nothing inside the edition", () => {
  it("is named with its file, its line and its address", async () => {
    const files = {
      "one/a.md": story("Words.\n\n[Gone](/gone) and [no topic](/topic/venus).\n\n[No file](../none.md)"),
      "b.md": story("[Gone](/gone)"),
    };
    expect(await deadIn(files)).toEqual([
      { severity: "warning", file: "b.md", place: "line 7", address: "/gone" },
      { severity: "warning", file: "one/a.md", place: "line 9", address: "/gone" },
      { severity: "warning", file: "one/a.md", place: "line 9", address: "/topic/venus" },
      { severity: "warning", file: "one/a.md", place: "line 11", address: "/none.md" },
    ]);
  });

  it("is one to a place in the story that is not there", async () => {
    expect(await deadIn({ "a.md": story("## Here\n\n[Here](#here) [Up](#top) [Picture](#image-1) [There](#there)") })).toMatchObject([
      { address: "#there" },
    ]);
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
