import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { contentOf } from "../features/pictures/edition.ts";

const STORY = "---\nheadline: The landing\ndate: 2026-03-12T09:00:00Z\n---\nWhat is known so far.\n";
const BLOG = STORY.replace("date:", "type: liveBlog\ndate:");

const post = (minute: number, more = ""): string =>
  `---\nheadline: Post ${minute}\ndate: 2026-03-12T10:0${minute}:00Z\n${more}---\nWords of post ${minute}.\n`;

const compiled = (files: Record<string, string>) =>
  compile({ content: contentOf(files), out: temporaryFolder(), now: Date.parse("2026-03-12T12:00:00Z") });

describe("a folder of posts", () => {
  it.each([
    ["blog/index.md", "---\ntitle: Our blog\n---\nAll our type of live blogging.\n"],
    ["blog/index.json", '{ "headline": "Our blog" }'],
    ["blog/index.html", "<!doctype html><title>Our blog</title><p>Welcome."],
  ])("is one of stories beside %s, which no story comes of", async (file, text) => {
    const { counts } = await compiled({ [file]: text, "blog/posts/a.md": post(1), "blog/posts/b.md": post(2) });
    expect(counts.published).toBe(2);
  });

  it.each([
    ["articles/talks.md", "---\ntype: live-blog\n---\nWords.\n"],
    ["articles/talks/index.json", '{ "headline": "Talks", "type": "LiveBlog" }'],
    ["articles/talks.json", '{ "headline": "Talks", "liveBlog": {} }'],
    ["articles/talks.json", '{ "headline": "Talks", "type": "liveBlog", }'],
    ["articles/talks.md", ""],
  ])("is kept back where its live blog %s cannot be read", async (file, text) => {
    const { counts } = await compiled({ [file]: text, "articles/talks/posts/a.md": post(1) });
    expect(counts.published).toBe(0);
    const reason = `It is a post of ${file}, which could not be read.`;
    expect(counts.skipped).toContainEqual({ file: "articles/talks/posts/a.md", reason });
  });

  it("is one of stories beside a story that is no live blog", async () => {
    const { counts } = await compiled({ "a.md": STORY, "a/posts/a.md": post(1), "a/posts/b.md": post(2) });
    expect(counts.published).toBe(3);
  });

  it.each([
    ["was moved to another folder", "2026/landing.md", "", "Move the folder to 2026/landing/posts, beside 2026/landing.md."],
    [
      "was renamed, if a post is a key event",
      "down.md",
      "key: true\n",
      "Move the folder beside its live blog, or name that articles/landing.md again.",
    ],
  ])("is left out as an error where its live blog %s", async (_name, file, more, remedy) => {
    const folder = "articles/landing/posts";
    const { counts, problems } = await compiled({ [file]: BLOG, [`${folder}/a.md`]: post(1, more), [`${folder}/b.md`]: post(2) });
    expect(counts.published).toBe(1);
    expect(counts.skipped).toContainEqual({ file: `${folder}/b.md`, reason: "It is a post without its live blog." });
    const message = `The posts in ${folder} lie beside no live blog, so they were left out.`;
    expect(problems).toContainEqual(expect.objectContaining({ severity: "error", file: `${folder}/a.md`, message, remedy }));
  });
});
