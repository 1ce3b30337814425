import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { Paper, story } from "../../support/laterPaper.ts";

const HOUR = 3_600_000;

describe("a build of a paper in which nothing has changed", () => {
  let paper: Paper;
  beforeEach(() => {
    paper = new Paper();
    paper.remembers = true;
    // Files that were written a moment ago may still change unseen.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR });
    onTestFinished(() => void vi.useRealTimers());
  });

  it("answers what the one before it answered, and makes nothing", async () => {
    paper.write("articles/story-5.md", story(5, { words: "See [this](gone.md)." }));
    const first = await paper.build();
    const again = await paper.build();
    expect(first.problems).not.toEqual([]);
    expect(again).toMatchObject({ problems: first.problems, counts: first.counts, schedule: first.schedule, timeZone: "UTC" });
    expect(again.built).toBeUndefined();
  });

  it.each<[string, (paper: Paper) => unknown]>([
    ["a story is corrected", (each) => each.write("articles/story-4.md", story(4, { words: "Corrected." }))],
    ["a story is removed", (each) => each.remove("articles/story-4.md")],
    ["a picture is added", (each) => each.write("pictures/new.svg", "<svg/>")],
    ["a published file is added that programs leave in their folder", (each) => each.write("public/node_modules/script.js", "")],
    ["a setting is changed", (each) => each.write("edition.json", '{ "name": "The Times" }')],
    ["a file of the site is gone", (each) => rmSync(join(each.out, "data", "fresh.json"))],
    ["the site is another", (each) => rmSync(each.out, { recursive: true })],
  ])("is made if %s", async (_, change) => {
    await paper.build();
    change(paper);
    vi.setSystemTime(Date.now() + HOUR);
    expect((await paper.build()).built).toBeDefined();
  });

  it("is made by another version of the program", async () => {
    await paper.build();
    expect((await paper.build({ version: "2" })).built).toBeDefined();
  });

  it.each([
    ["a story appears", "articles/due.md", "---\nheadline: Due\ndate: TIME\n---\nSoon.\n"],
    ["a story expires", "articles/ends.md", "---\nheadline: Ends\ndate: 2024-01-01\nexpires: TIME\n---\nStill.\n"],
    ["a page expires", "pages/ends.md", "---\ntitle: Ends\nexpires: TIME\n---\nStill.\n"],
    ["a notice ends", "front.json", '{ "breaking": { "text": "Now", "until": "TIME" } }'],
  ])("is made again once %s", async (_, file, text) => {
    paper.write(file, text.replace("TIME", new Date(Date.now() + 2 * HOUR).toISOString()));
    await paper.build();
    vi.setSystemTime(Date.now() + HOUR);
    expect((await paper.build()).built).toBeUndefined();
    vi.setSystemTime(Date.now() + HOUR);
    expect((await paper.build()).built).toBeDefined();
  });

  it("is made once more after a change, since what is said of the change is said once", async () => {
    await paper.build();
    paper.write("articles/story-4.md", story(4, { words: "Corrected." }));
    vi.setSystemTime(Date.now() + HOUR);
    await paper.build();
    expect((await paper.build()).built?.files.written).toEqual([]);
    expect((await paper.build()).built).toBeUndefined();
  });

  it.each<[string, (paper: Paper) => unknown]>([
    ["a folder of assets beside the paper", ({ content }) => mkdirSync(join(content, "..", "static"))],
    ["settings of a site builder above the paper", ({ content }) => writeFileSync(join(content, "..", "hugo.toml"), "title = 'Site'")],
    ["a folder of assets that the settings name", (each) => each.write("edition.json", '{ "name": "The Paper", "assets": [".."] }')],
  ])("is made if there is %s, whose files may change too", async (_, add) => {
    await paper.build();
    add(paper);
    vi.setSystemTime(Date.now() + HOUR);
    for (let build = 0; build < 3; build += 1) expect((await paper.build()).built).toBeDefined();
  });

  it("is made while a film has no poster, since FFmpeg may be installed meanwhile", async () => {
    vi.stubEnv("PATH", "");
    onTestFinished(() => void vi.unstubAllEnvs());
    paper.write("articles/film.mp4", readFileSync(join(import.meta.dirname, "../../fixtures/recordings/film.mp4")));
    paper.write("articles/story-5.md", story(5, { words: '\n\n<video src="film.mp4"></video>' }));
    for (let build = 0; build < 2; build += 1) expect((await paper.build()).built).toBeDefined();
  });

  it("is made if the paper has a link to a folder, whose files are not known", async () => {
    mkdirSync(join(paper.out, "..", "elsewhere"));
    symlinkSync(join(paper.out, "..", "elsewhere"), join(paper.content, "theme"));
    await paper.build();
    expect((await paper.build()).built).toBeDefined();
  });
});
