import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { folderOf } from "../../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../../support/temporaryFolder.ts";

const SENTINEL = "zqxsecret";
const LATER = "2999-12-01T06:00:00Z";

const story = (fields = "", body = "Words."): string => `---\ntitle: A story\ndate: 2024-04-22\n${fields}\n---\n${body}\n`;

const build = (files: Record<string, string>, out = temporaryFolder()) => compile({ content: folderOf(files), out });

describe("what is kept back", () => {
  it("is found in front matter as Hexo and Jekyll leave it open", async () => {
    const stories = {
      "2024-04-22-unopened.md": "title: One\ntags:\n- a\npublished: false\n---\nWords of one.\n",
      "dots.md": "---\ntitle: Two\ndate: 2024-04-22\ndraft: true\n...\nWords of two.\n",
      "four.md": "----\ntitle: Three\ndate: 2024-04-22\ndraft: true\n----\nWords of three.\n",
    };
    const { counts } = await build({ ...stories, "2024-04-22-heading.md": "Note: a heading\n---\nWords of four.\n" });
    expect(counts.published).toBe(1);
    expect(counts.skipped.map(({ file }) => file).toSorted()).toEqual(Object.keys(stories).toSorted());
  });

  it("is no story whose unknown field is near to the name of a moment and holds words", async () => {
    expect((await build({ "a.md": story("related: [one, two]") })).counts.published).toBe(1);
  });

  it("is linked to by no other story: of such links the words stay, until it is out", async () => {
    const links = `[one](/article/${SENTINEL}-a), [two](${SENTINEL}.md), [three](/${SENTINEL}/old/) and [open](other.md)`;
    const cited = `citations: [{ title: Four, url: "https://p.example.org/article/${SENTINEL}-a" }]`;
    const content = folderOf({
      "public.md": story(cited, `Words: ${links}.`),
      "other.md": story(),
      [`${SENTINEL}.md`]: story(`slug: ${SENTINEL}-a\nembargo: ${LATER}\naliases: [/${SENTINEL}/old/]`),
    });
    const state = { folder: temporaryFolder(), version: "1" };
    const out = temporaryFolder();
    const buildAt = async (now: number) => {
      const compiled = await compile({ content, out, url: "https://p.example.org/", state, now });
      return compiled.problems.filter(({ message }) => message.includes("kept back"));
    };
    for (let time = 0; time < 2; time += 1) {
      expect(await buildAt(Date.now())).toMatchObject([{ severity: "notice", file: `${SENTINEL}.md` }]);
      expect([...filesIn(out)].filter(([file, text]) => `${file} ${text}`.includes(SENTINEL)).map(([file]) => file)).toEqual([]);
      expect(filesIn(out).get("data/article/public.json")).toContain('"url":"/article/other"');
    }
    await buildAt(Date.parse(LATER));
    expect(filesIn(out).get("data/article/public.json")).toContain(`"url":"/article/${SENTINEL}-a"`);
  });

  it("is linked to by no other story as a page of the paper either, nor in an edition in another language", async () => {
    const content = folderOf({
      "edition.json": JSON.stringify({ language: "en", languages: { nl: {} } }),
      "public.md": story(
        "",
        `Words: [one](pages/${SENTINEL}.md), [two](/${SENTINEL}), [three](/nl/article/${SENTINEL}) and [four](/search).`,
      ),
      "pages/open.md": `---\ntitle: Open\n---\nWords, and [one](${SENTINEL}.md).\n`,
      [`pages/${SENTINEL}.md`]: `---\ntitle: A plan\nembargo: ${LATER}\n---\nWords.\n`,
      "pages/search.md": "---\ntitle: Search\ndraft: true\n---\nWords.\n",
      [`${SENTINEL}.nl.md`]: story(`slug: ${SENTINEL}\nlang: nl\nembargo: ${LATER}`),
      "open.nl.md": story("lang: nl"),
    });
    const out = temporaryFolder();
    const { problems } = await compile({ content, out });
    expect(problems.filter(({ message }) => message.includes("kept back")).map(({ file }) => file).toSorted()).toEqual(
      [`pages/${SENTINEL}.md`, `${SENTINEL}.nl.md`].toSorted(),
    ); // prettier-ignore
    expect([...filesIn(out)].filter(([file, text]) => `${file} ${text}`.includes(SENTINEL)).map(([file]) => file)).toEqual([]);
    expect(filesIn(out).get("data/article/public.json")).toContain('"url":"/search"');
  });

  it.each([{ url: "https://p.example.org/paper/" }, { url: "https://p.example.org/", base: "/paper/" }])(
    "is linked to at no address below its own, nor a post that is kept back by itself, in a paper at %o",
    async (place) => {
      const below = ["", "/post/one", "/page/2", "/versions", ".epub", "/feed.xml"].map((end) => `/article/${SENTINEL}${end}`);
      const inFull = below.map((path) => `https://p.example.org/paper${path}`);
      const links = [...below, ...inFull, `/article/landing/post/${SENTINEL}`, "/article/landing/post/out"];
      const content = folderOf({
        "public.md": story("", links.map((link) => `[words](${link})`).join(", ")),
        "other.md": story("", "See [it](https://p.example.org/paper/article/public)."),
        [`${SENTINEL}.md`]: story(`slug: ${SENTINEL}\ntype: liveBlog\ndraft: true`),
        "landing.md": story("type: liveBlog"),
        "landing/posts/out.md": story(),
        [`landing/posts/${SENTINEL}.md`]: story(`embargo: ${LATER}`),
      });
      const out = temporaryFolder();
      const { problems } = await compile({ content, out, ...place });
      expect(problems.filter(({ message }) => message.includes("kept back")).map(({ file }) => file).toSorted()).toEqual(
        [`${SENTINEL}.md`, `landing/posts/${SENTINEL}.md`].toSorted(),
      ); // prettier-ignore
      expect([...filesIn(out)].filter(([file, text]) => `${file} ${text}`.includes(SENTINEL)).map(([file]) => file)).toEqual([]);
      expect(filesIn(out).get("data/article/public.json")).toContain('"url":"/article/landing/post/out"');
      expect(filesIn(out).get("data/article/other.json")).toContain('"url":"/article/public"');
    },
  );

  it("takes no link from a page that every paper has and that its file is named like", async () => {
    const pages = ["/", "/corrections", "/latest?from=mail", "/nl", "/nl/topics"];
    const files = ["index.md", "2026-11-20-corrections.md"];
    const content = folderOf({
      "edition.json": JSON.stringify({ language: "en", languages: { nl: {} } }),
      "a.md": story("", [...pages, ...files].map((link) => `[words](${link})`).join(", ")),
      ...Object.fromEntries([...files, "latest.md", "nl/index.md", "nl/topics.md"].map((file) => [file, story("draft: true")])),
    });
    const out = temporaryFolder();
    await compile({ content, out });
    const { body } = JSON.parse(filesIn(out).get("data/article/a.json") ?? "{}").article;
    expect(JSON.stringify(body).match(/"url":"[^"]*"/gu)).toEqual(pages.map((page) => `"url":"${page}"`));
  });

  it("keeps no link from a story that is public at the same address", async () => {
    const next = story("slug: flood\ndraft: true", "Its next version.");
    const content = folderOf({
      "flood.md": story("slug: flood"),
      "next.md": next,
      "a.md": story("", "See [it](/article/flood#top), [then](/article/flood/versions)."),
    });
    const out = temporaryFolder();
    await compile({ content, out });
    expect(filesIn(out).get("data/article/a.json")).toMatch(/"url":"\/article\/flood#top".*"url":"\/article\/flood\/versions"/u);
  });

  it("is a passage that its own page hides", async () => {
    const out = temporaryFolder();
    const hidden = [
      `<div hidden><p>${SENTINEL}</p><img src="${SENTINEL}.svg" alt=""></div>`,
      `Seen <span style="color: red; display: none">${SENTINEL}</span> words <em>and <b style="visibility:hidden">${SENTINEL}</b></em>.`,
      `<pre><code>code <i hidden>${SENTINEL}</i></code></pre>`,
    ];
    const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="8"><title>x</title></svg>';
    const { problems } = await build({ "a.md": story("", hidden.join("\n\n")), [`${SENTINEL}.svg`]: picture }, out);
    expect([...filesIn(out)].filter(([file, text]) => `${file} ${text}`.includes(SENTINEL)).map(([file]) => file)).toEqual([]);
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: "warning", message: expect.stringContaining("hidden on its page") }),
    );
  });
});

describe("a file that is called as a folder's own files are", () => {
  it("is a story unless it has exactly such a name", async () => {
    const stories = ["security-council-meets.md", "changes-in-law.md", "support.md", "notice.md", "readme-of-the-city.md"];
    const others = ["README.md", "readme.de.md", "LICENSE-MIT.md", "SECURITY.md", "NOTICE.md", "CONTRIBUTING.md"];
    const { counts } = await build(Object.fromEntries([...stories, ...others].map((file) => [file, story(`slug: ${file.replace(".md", "")}`, file)]))); // prettier-ignore
    expect(counts).toMatchObject({ read: stories.length });
  });
});
