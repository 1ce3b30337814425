import { chmodSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { folderOf } from "../../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../../support/temporaryFolder.ts";

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>';
const story = (headline: string, text = "Words.", more = ""): string =>
  `---\nheadline: ${headline}\ndatePublished: 2024-04-22T07:10:00Z\n${more}---\n${text}\n`;

const PAPER = { "edition.json": '{ "name": "The Paper" }', "articles/tea.md": story("Tea") };

async function built(
  files: Record<string, string | Uint8Array>,
  { content = folderOf(files), out = temporaryFolder(), preview = false } = {},
) {
  const { problems } = await compile({ content, out, encode: false, isLocal: true, preview });
  const site = filesIn(out);
  const has = (name: string): boolean => [...site.values()].some((text) => text.includes(name));
  return { content, out, site, has, problems, about: problems.filter(({ file }) => file.startsWith("public")) };
}

describe("the folder public", () => {
  it("is published as it is, in the paper's own addresses, and its files go when they are removed", async () => {
    const picture = Buffer.from([0, 255, 1, 254]);
    const { out, site, problems } = await built({
      ...PAPER,
      "public/ads.txt": "ads",
      "public/.well-known/security.txt": "Contact: mailto:desk@example.org",
      "public/deep/er/Report 1.bin": picture,
      "public/proof.html": "proof",
      "public/favicon.ico": "icon",
      "public/links.json": '{ "not": "a story" }',
    });
    expect(problems).toEqual([]);
    expect(site.get("ads.txt")).toBe("ads");
    expect(site.get(".well-known/security.txt")).toBe("Contact: mailto:desk@example.org");
    expect(site.get("links.json")).toBe('{ "not": "a story" }');
    expect([site.get("proof.html"), site.get("favicon.ico")]).toEqual(["proof", "icon"]);
    expect(readFileSync(join(out, "deep/er/Report 1.bin"))).toEqual(picture);
    const { site: later } = await built({}, { content: folderOf(PAPER), out });
    expect([...later.keys()].filter((file) => /^(?:ads|proof|deep|\.well-known)/u.test(file))).toEqual([]);
  });

  it("does not publish the key of the stories for members", async () => {
    const { site, about } = await built({ ...PAPER, "public/old/members.key": "the key" });
    expect([...site.keys()].filter((file) => file.endsWith(".key"))).toEqual([]);
    expect(about).toMatchObject([{ severity: "error", file: "public/old/members.key" }]);
  });

  it("publishes nothing that a program or a system left there, no links, and no stories as files", async () => {
    const content = folderOf({
      ...PAPER,
      "private.txt": "secret words",
      "public/.DS_Store": "x",
      "public/.git/config": "x",
      "public/notes.md": "--\nheadline: A fence with a fault\ndraft: true\n---\nSecret words.\n",
      "public/draft.md": story("Draft", "Secret words.", "draft: true\n"),
      "public/delayed.json": JSON.stringify({ headline: "Late", datePublished: "2024-04-22", draft: true, body: "Secret words." }),
      "public/broken.json": '{ "headline": "Late", "draft": true, "body": "Secret words."',
    });
    symlinkSync(join(content, "private.txt"), join(content, "public/private.txt"));
    const { site, has } = await built({}, { content });
    expect([...site.keys()].filter((file) => /DS_Store|\.git|notes|draft|delayed|broken|private/u.test(file))).toEqual([]);
    expect(has("ecret words")).toBe(false);
  });

  it("publishes the pictures of stories with their stories alone", async () => {
    const { site } = await built({
      ...PAPER,
      "articles/seen.md": story("Seen", "![A square](/seen.svg)"),
      "articles/kept.md": story("Kept", "![A square](/kept.svg)", "draft: true\n"),
      "public/seen.svg": DRAWING,
      "public/kept.svg": DRAWING.replaceAll("8", "9"),
      "public/free.svg": DRAWING.replaceAll("8", "7"),
    });
    const drawings = [...site.keys()].filter((file) => file.endsWith(".svg"));
    expect(drawings).toEqual(["free.svg", expect.stringMatching(/^pictures\/seen-[\da-f]{8}\.svg$/u)]);
  });

  it.each([
    ["a draft leads to", story("Draft", "See [the report](/a%20report.pdf).", "draft: true\n")],
    ["a field of a draft leads to", story("Draft", "Words.", "draft: true\nfile: ../public/a report.pdf\n")],
    ["a story that cannot be read leads to", story("Broken", "See [it](/a%20report.pdf).").replace("headline:", 'headline: "')],
  ])("keeps back a file that only %s, until a published story leads to it too", async (_what, text) => {
    const files = { ...PAPER, "articles/back.md": text, "public/a report.pdf": "figures" };
    const { site, about } = await built(files);
    expect(site.has("a report.pdf")).toBe(false);
    expect(about).toMatchObject([
      { file: "public/a report.pdf", severity: "notice", message: expect.stringContaining("only articles/back.md leads to it") },
    ]);
    const both = await built({ ...files, "articles/rain.md": story("Rain", "[Report](/a%20report.pdf)") });
    expect(both.site.get("a report.pdf")).toBe("figures");
    expect(both.about).toEqual([]);
  });

  it("does not take for published what only a preview in the same folder had", async () => {
    const files = {
      ...PAPER,
      "articles/draft.md": story("Draft", "[Figures](/figures.pdf)", "draft: true\n"),
      "public/figures.pdf": "figures",
    };
    const { content, out, site } = await built(files, { preview: true });
    expect(site.get("figures.pdf")).toBe("figures");
    expect((await built({}, { content, out })).site.has("figures.pdf")).toBe(false);
  });

  it("goes on publishing what is published, also once a draft leads to it, and what a draft only speaks of", async () => {
    const files = { ...PAPER, "public/ads.txt": "ads", "public/security.txt": "contact" };
    const { out } = await built(files);
    const later = { "articles/draft.md": story("Draft", "[Ours](/ads.txt) stands at /security.txt.", "draft: true\n") };
    const { site, about } = await built({}, { content: folderOf({ ...files, ...later }), out });
    expect([site.get("ads.txt"), site.get("security.txt"), about]).toEqual(["ads", "contact", []]);
    const anew = await built({ ...files, ...later });
    expect([anew.site.has("ads.txt"), anew.site.get("security.txt")]).toEqual([false, "contact"]);
  });

  it.each([
    ["public/feed.xml/more.txt", "feed.xml"],
    ["public/data/more.csv", "data/more.csv"],
    ["public/_headers", "_headers"],
    ["public/sitemap.xml", "sitemap.xml"],
    ["public/old.js.br", "old.js.br"],
  ])("does not let %s take the place of the site's own", async (file, published) => {
    const { site, about } = await built({ ...PAPER, [file]: "mine" });
    expect(about).toMatchObject([{ file, severity: "warning", remedy: "Give it another name." }]);
    expect(site.get(published)).not.toBe("mine");
  });

  it("says of a file that cannot be read that its previous version stays", async () => {
    const { content, out } = await built({ ...PAPER, "public/ads.txt": "ads" });
    chmodSync(join(content, "public/ads.txt"), 0o000);
    const { site, about } = await built({}, { content, out });
    // The superuser can read everything.
    if (process.getuid?.() === 0) expect(about).toEqual([]);
    else expect(about).toMatchObject([{ severity: "error", message: "It cannot be read, so its previous version stays." }]);
    expect(site.get("ads.txt")).toBe("ads");
  });

  it("is left alone in a folder without settings, where it may be what a site builder wrote", async () => {
    const { site, problems } = await built({ "tea.md": story("Tea"), "public/index.html": "old", "public/old.css": "old" });
    expect(site.has("old.css")).toBe(false);
    expect(problems.map(({ message }) => message).join("\n")).toMatch(/\.css file/u);
  });
});
