import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { prepareBuild } from "#compiler/prepareBuild.ts";
import { linkArticles, compile, type Compiled, finish, render, readStories } from "#compiler/compile.ts";
import type { CompileOptions } from "#compiler/compileOptions.ts";
import { renderInThisThread } from "#compiler/write/renderFiles.ts";
import { expectLines } from "../support/expectLines.ts";
import { filesIn, temporaryFolder } from "../support/temporaryFolder.ts";

const story = (headline: string, more = ""): string =>
  `---\nheadline: ${headline}\ndatePublished: 2024-04-22T07:10:00Z\ntopics: [Mars]\n${more}---\nWords of ${headline}.\n`;

/** A content folder with these files. */
function archive(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const build = (content: string, more: Partial<CompileOptions> = {}): Promise<Compiled> =>
  compile({ content, out: temporaryFolder(), ...more });

/** The names of a site's files, and its texts without those that are the same for each list; JSON as values. */
function textsOf(site: string): [string, unknown][] {
  const files = [...filesIn(site)].filter(([file]) => !/^data\/search\/|^\.broadsheet-files$/u.test(file));
  const texts = files.filter(([file]) => !/\.(?:epub|svg)$|^(?:section|topic|place|author|en)\//u.test(file));
  return [
    ["files", files.map(([file]) => file)],
    ...texts.map(([file, text]): [string, unknown] => [file, file.endsWith(".json") ? JSON.parse(text) : text]),
  ];
}

it("makes of the papers in tests/fixtures what their expected.ndjson says, file by file, and reports the same", async () => {
  const folder = join(import.meta.dirname, "../fixtures/papers/courier");
  const out = temporaryFolder();
  const { problems, counts } = await build(join(folder, "content"), { out, now: Date.parse("2024-05-25T10:00:00Z"), encode: false });
  expectLines([["problems", problems], ["counts", counts], ...textsOf(out)], join(folder, "expected.ndjson"));
});

describe("compile", () => {
  it("makes an edition of a folder with one article and nothing else", async () => {
    const out = temporaryFolder();
    const { counts, built } = await build(archive({ "articles/ingenuity.md": story("Ingenuity signs off") }), { out });
    expect(counts).toEqual({ read: 1, published: 1, skipped: [] });
    expect(built?.edition).toMatchObject({ name: "Broadsheet", date: "2024-04-22" });
    const paths = [...(built?.pages ?? [])].map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(["/", "/latest", "/topic/mars", "/topics", "/archive/2024/04"]));
    expect(built?.pageCount).toBe(paths.length);
    const article = [...filesIn(out)].find(([file]) => file.startsWith("data/article/"));
    expect(article?.[1]).toContain("Words of Ingenuity signs off.");
  });

  it("says of a folder without articles that the paper is empty, and gives the paper no date", async () => {
    const { problems, counts, built } = await build(archive({ "notes.txt": "none" }));
    expect(problems).toContainEqual({
      severity: "error",
      file: ".",
      message: "The only file in this folder is not an article, so the paper is empty.",
      remedy: expect.stringMatching(/^Put Markdown/u),
    });
    expect(counts.read).toBe(0);
    expect(built?.edition.date).toBeUndefined();
  });

  it("asks for the address of the edition, unless the site is only looked at on this computer", async () => {
    const content = archive({ "a.md": story("A") });
    const asked = async (isLocal: boolean) => (await build(content, { isLocal })).problems.map(({ place }) => place);
    expect(await asked(false)).toEqual(["url"]);
    expect(await asked(true)).toEqual([]);
  });

  it("has one topic for İstanbul and istanbul, and leads there from the address that the former once had", async () => {
    const out = temporaryFolder();
    const headed = (headline: string, topic: string) =>
      JSON.stringify({ headline, body: "Words.", datePublished: "2024-04-22", inLanguage: "tr", topics: [topic] });
    const { built, problems } = await build(archive({ "a.json": headed("İstanbul", "İstanbul"), "b.json": headed("Su", "istanbul") }), {
      out,
    });
    expect([...(built?.pages ?? [])].flatMap(({ path }) => (path.startsWith("/topic/") ? [path] : []))).toEqual(["/topic/istanbul"]);
    const dotted = encodeURIComponent("i\u0307stanbul");
    const text = new Map(filesIn(out)).get("_redirects");
    expect(text).toContain(`/topic/${dotted} /topic/istanbul 301\n`);
    expect(problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
  });

  it("fails where nothing or less than half is published, with counts and what would help most", async () => {
    const undated = Object.fromEntries(["a", "b", "c"].map((name) => [`${name}.md`, `---\ntitle: ${name}\n---\nWords.\n`]));
    const failed = async (files: Record<string, string>) =>
      (await build(archive(files))).problems.filter(({ severity }) => severity === "error").map(({ message, remedy }) => [message, remedy]);
    expect(await failed({ ...undated, "d.md": story("D") })).toEqual([
      [
        "Only 1 of 4 stories is published. 3 were skipped for this reason: It has no date.",
        "Write a date into each (date: 2024-03-12), or start their file names with it (2024-03-12-title.md). An import takes the dates from Git with --date-from git, and from the files with --undated keep.",
      ],
    ]);
    expect(await failed(undated)).toEqual([[expect.stringMatching(/^None of 3 stories is published\./u), expect.any(String)]]);
    expect(await failed({ "a.md": undated["a.md"] ?? "" })).toEqual([
      ["The only story is not published. It was skipped for this reason: It has no date.", expect.any(String)],
    ]);
    expect(await failed({ "a.rst": "A", "b.rst": "B", "c.md": story("C") })).toEqual([
      ["Only 1 of 3 stories is published. 2 were skipped for this reason: A .rst file is not read.", expect.stringMatching(/pandoc/u)],
    ]);
    const drafts = { "a.md": "---\ntitle: A\ndraft: true\n---\nA", "b.md": "---\ntitle: B\ndraft: true\n---\nB" };
    expect(await failed({ ...drafts, "a.rst": "A", "c.md": story("C") })).toEqual([]);
  });

  it("builds nothing with settings that break their schema, and says what is wrong", async () => {
    const out = temporaryFolder();
    const compiled = await build(archive({ "edition.json": '{ "timeZone": "Mars/Gale" }', "a.md": story("A") }), { out });
    expect(compiled.built).toBeUndefined();
    expect(compiled.problems).toEqual([expect.objectContaining({ severity: "error", file: "edition.json", place: "timeZone" })]);
    expect([...filesIn(out)]).toEqual([]);
  });

  it("accounts for every article that it read", async () => {
    const files = { "a.md": story("A"), "b.md": story("B"), "c.md": story("C", "draft: true\n"), "d.json": "{ broken" };
    const { counts, built } = await build(archive(files));
    expect(counts.read).toBe(counts.published + counts.skipped.length);
    expect([...(built?.pages ?? [])].filter(({ kind }) => kind === "article")).toHaveLength(counts.published);
    expect(counts.published).toBe(2);
  });

  it("takes address, base and data from its options before edition.json", async () => {
    const content = archive({ "edition.json": '{ "url": "https://old.example.org/", "data": "/old/" }', "a.md": story("A") });
    const { built } = await build(content, { url: "https://new.example.org/", base: "/paper/", data: "https://data.example.org/" });
    expect(built?.settings).toMatchObject({ url: "https://new.example.org/paper/", data: "https://data.example.org/" });
    expect(built?.site).toEqual({ url: "https://new.example.org/paper/", base: "/paper/" });
  });

  it("lets HTML be written into the same output, and removes it when it is written no more", async () => {
    const content = archive({ "a.md": story("A") });
    const out = temporaryFolder();
    const context = await prepareBuild({ content, out });
    if (!("output" in context)) throw new Error("The settings are not valid.");
    const stories = await readStories(context);
    const linkedArticles = await linkArticles(context, stories);
    const written = await render(context, stories, linkedArticles, renderInThisThread(context.output));
    context.output.write("article/a.html", "<!doctype html>");
    await finish(context, stories, linkedArticles, written);
    expect(filesIn(out).has("article/a.html")).toBe(true);
    const again = await build(content, { out });
    expect(again.built?.files.removed).toEqual(["article/a.html"]);
    expect(filesIn(out).has("article/a.html")).toBe(false);
  });

  it("writes an index of all words beside the data, and removes what of it is out of date", async () => {
    const content = archive({ "a.md": story("A"), "b.md": story("B") });
    const out = temporaryFolder();
    const first = await build(content, { out });
    const index = (compiled: Compiled) => compiled.built?.files.written.filter((file) => file.startsWith("data/search/")) ?? [];
    expect(index(first)).toContain("data/search/manifest.json");
    expect([...filesIn(out).keys()].filter((file) => file.startsWith("data/search/"))).toEqual(index(first).toSorted());
    writeFileSync(join(content, "a.md"), story("Another"));
    const second = await build(content, { out });
    expect(index(second)).toContain("data/search/manifest.json");
    expect(second.built?.files.removed.some((file) => file.startsWith("data/search/"))).toBe(true);
    const anew = temporaryFolder();
    await build(content, { out: anew });
    expect(filesIn(out)).toEqual(filesIn(anew));
  });

  it("makes of the index only what a changed story touches, also where names in it are links", async () => {
    const names = ["Europol", "NASA"].flatMap((name) =>
      [0, 1].map((at) => [`${name}-${at}.md`, story(`${name} ${at}`, `places: [${name}]\n`)]),
    );
    const text = "In Europol and **NASA**, NASA.\n\n- Of NASA\n- Europol’s";
    const files = { ...Object.fromEntries(names), "a.md": `${story("A")}\n${text}\n`, "b.md": story("B") };
    const content = archive(files);
    const site = temporaryFolder();
    const state = { folder: temporaryFolder(), version: "1" };
    const first = await build(content, { out: site, state });
    expect(first.built?.search).toMatchObject({ documents: 6, changed: 6, whole: true });
    expect(filesIn(site).get("data/article/a.json")).toContain('"url":"/place/nasa","card":true');
    writeFileSync(join(content, "a.md"), `${story("A")}\nAlbatrosses. ${text}\n`);
    const out = temporaryFolder();
    const second = await build(content, { out, site, state });
    expect(second.built?.search).toMatchObject({ documents: 6, changed: 1, whole: false });
    const whole = temporaryFolder();
    await build(content, { out: whole });
    const index = (...folders: string[]) =>
      new Map(folders.flatMap((folder) => [...filesIn(folder)].filter(([file]) => file.startsWith("data/search/"))));
    expect([...index(site, out)]).toEqual(expect.arrayContaining([...index(whole)]));
  });

  it("touches nothing when nothing changed, and only what shows a story that did", async () => {
    const files = { "a.md": story("A"), "b.md": story("B"), "far.md": story("Far").replace("Mars", "Sea").replace("2024", "1999") };
    const content = archive(files);
    const out = temporaryFolder();
    await build(content, { out });
    expect((await build(content, { out })).built?.files).toMatchObject({ written: [], removed: [] });
    writeFileSync(join(content, "a.md"), files["a.md"].replace("Words of", "New words of"));
    const { written = [] } = (await build(content, { out })).built?.files ?? {};
    expect(written).toContain("data/article/a.json");
    expect(written.filter((file) => /sea(?!rch)/u.test(file) || file.includes("far") || file.includes("1999"))).toEqual([]);
    rmSync(join(content, "a.md"));
    expect((await build(content, { out })).built?.files.removed).toContain("data/article/a.json");
  });

  it("copies the pictures that stories show, and leads old addresses on", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="8"/>';
    const more = "image:\n  file: ../pictures/reef.svg\n  alt: A reef\noldUrls: [/article/304791]\n";
    const out = temporaryFolder();
    const { built } = await build(archive({ "articles/a.md": story("A", more), "pictures/reef.svg": svg }), { out });
    const pictures = [...filesIn(out)].filter(([file]) => file.startsWith("pictures/"));
    expect(pictures.map(([file]) => file.replace(/-[0-9a-f]{8}/u, ""))).toEqual(["pictures/reef-card.png", "pictures/reef.svg"]);
    expect(pictures[1]?.[1]).toBe(svg);
    expect(built?.redirects).toContainEqual({ from: "/article/304791", to: "/article/a" });
  });

  it("makes the picture by which pages without one are shared, a bitmap of a drawing", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="8"/>';
    const settings = JSON.stringify({ url: "https://example.org/", sharePicture: { file: "pictures/paper.svg", alt: "The paper" } });
    const out = temporaryFolder();
    const { built, problems } = await build(archive({ "a.md": story("A"), "edition.json": settings, "pictures/paper.svg": svg }), { out });
    expect(problems).toEqual([]);
    const { url = "", ...rest } = built?.edition.sharePicture ?? {};
    expect(rest).toEqual({ width: 1200, height: 800, alt: "The paper" });
    expect(url).toMatch(/^\/pictures\/paper-[0-9a-f]{8}-card\.png$/u);
    expect(filesIn(out).has(url.slice(1))).toBe(true);
    const gone = await build(archive({ "a.md": story("A"), "edition.json": settings, "pictures/papper.svg": svg }));
    expect(gone.problems).toMatchObject([{ severity: "warning", file: "edition.json", line: 1, nearest: "pictures/papper.svg" }]);
    expect(gone.built?.edition.sharePicture).toBeUndefined();
  });

  it("tells how far it is", async () => {
    const steps = new Map<string, [number, number]>();
    await build(archive({ "a.md": story("A") }), { onProgress: (step, done, total) => steps.set(step, [done, total]) });
    expect([...steps.keys()]).toEqual(["Articles", "Data", "Feeds"]);
    for (const [done, total] of steps.values()) expect(done).toBe(total);
  });
});
