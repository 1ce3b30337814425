import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { besideSite } from "#cli/stage/sitePlaces.ts";
import type { Compiled } from "#compiler/compile.ts";
import { Paper, PICTURE, story } from "../support/laterPaper.ts";
import { filesIn } from "../support/temporaryFolder.ts";

const TOML = '+++\ntitle = "In TOML"\ndate = 2024-06-01\n+++\nSaid in TOML.\n';
const JSON_STORY = JSON.stringify({ headline: "In JSON", datePublished: "2024-06-02", body: "Said in JSON." });
const LIVE = "---\nheadline: It happens\ntype: liveBlog\ndate: 2024-06-03T09:00:00Z\n---\nSo far.\n";
const POST = "---\nheadline: First\ndate: 2024-06-03T10:00:00Z\nauthors: [bell]\n---\n## Now\n\nSaid [above](#now).\n";
const ABOUT = "---\ntitle: About\n---\nWho we are.\n";
const ACCENTED = story(20, { words: "“Café” is said." });

const errorsOf = ({ problems }: Compiled): string[] => problems.flatMap(({ severity, file }) => (severity === "error" ? [file] : []));

/** The site without what identifies the build. */
const siteOf = (paper: Paper): Map<string, string> => new Map([...filesIn(paper.out)].filter(([file]) => file !== ".broadsheet-build"));

describe("a published file that can no longer be parsed", () => {
  let paper: Paper;
  beforeEach(async () => {
    paper = new Paper();
    paper.write("articles/toml.md", TOML);
    paper.write("articles/data.json", JSON_STORY);
    paper.write("articles/live.md", LIVE);
    paper.write("articles/live/posts/first.md", POST);
    paper.write("articles/live/posts/second.md", POST.replace("First", "Second").replace("10:00", "11:00"));
    paper.write("articles/story-20.md", ACCENTED);
    await paper.build();
  });

  const loseState = (): void => rmSync(besideSite(paper.out, "state"), { recursive: true });

  const BROKEN: [file: string, text: string | Uint8Array][] = [
    ["articles/toml.md", TOML.replace('TOML"', "TOML")],
    ["articles/data.json", JSON_STORY.slice(0, -4)],
    ["articles/live.md", LIVE.replace("headline", "\theadline")],
    ["articles/live/posts/first.md", POST.replace("[bell]", "[bell")],
    ["pages/about.md", ABOUT.replace("About", '"About')],
    ["articles/story-20.md", Buffer.from(ACCENTED, "latin1")],
    ["articles/story-3.md", story(3).slice(0, 60)],
    ["articles/story-4.md", ""],
    ["articles/story-5.md", story(5).replace("---\n", "--\n")],
    ["articles/story-6.md", Buffer.alloc(300)],
    ["articles/story-7.md", story(7, { more: "image: ../pictures/reef.svg\n" }).replace("headline:", "headline: Reef:")],
    ["articles/story-8.md", "x".repeat(4_000_001)],
    ["articles/story-9.md", story(9).slice(0, story(9).indexOf("Words"))],
    ["articles/story-13.md", story(13).replace("headline:", "hedline:")],
    ["articles/story-14.md", story(14).replace("datePublished:", "datePublishd:")],
    ["articles/story-17.md", story(17).replace(/(?<=datePublished: )\S+/u, "2024-13-45")],
    ["articles/story-16.md", story(16).replace("Words", "<<<<<<< HEAD\nSome\n=======\nOther\n>>>>>>> other\nWords")],
  ];

  it.each([
    ["as the previous build read it", () => {}],
    ["with a picture that was deleted too", () => paper.remove("pictures/reef.svg")],
    [
      "as the previous site has it, if the state is gone and a picture was deleted too",
      () => {
        loseState();
        paper.remove("pictures/reef.svg");
      },
    ],
  ])("keeps what was last published of it, %s, and is named as an error until it is mended", async (_, prepare) => {
    const before = siteOf(paper);
    for (const [file, text] of BROKEN) paper.write(file, text);
    prepare();
    const broken = await paper.build();
    expect(siteOf(paper)).toEqual(before);
    expect(errorsOf(broken).toSorted()).toEqual(BROKEN.map(([file]) => file).toSorted());
    const [first] = broken.problems.filter(({ file }) => file === "articles/toml.md");
    expect(first).toMatchObject({
      line: 2,
      remedy: expect.stringMatching(/Until it is mended or deleted, what was last published of it stays\.$/u),
    });
    expect(broken.counts.skipped).toEqual([]);

    const again = await paper.build();
    expect(errorsOf(again)).toEqual(errorsOf(broken));
    expect(siteOf(paper)).toEqual(before);

    paper.write("pictures/reef.svg", PICTURE);
    paper.write("articles/toml.md", TOML);
    paper.write("articles/data.json", JSON_STORY);
    paper.write("articles/live.md", LIVE);
    paper.write("articles/live/posts/first.md", POST.replace("Said", "Mended"));
    paper.write("pages/about.md", ABOUT);
    for (const n of [3, 4, 5, 6, 8, 9, 13, 14, 16, 17]) paper.write(`articles/story-${n}.md`, story(n, { words: "Mended." }));
    paper.write("articles/story-7.md", story(7, { more: "image: ../pictures/reef.svg\n" }));
    paper.write("articles/story-20.md", ACCENTED);
    const { later, clean } = await paper.bothWays();
    expect(later).toEqual(clean);
  });

  it.each([
    ["is no live blog any more", (): void => paper.write("articles/live.md", LIVE.replace("liveBlog", "liveBlgo"))],
    ["is renamed", (): void => (paper.remove("articles/live.md"), paper.write("articles/it-happened.md", LIVE))],
    ["is deleted", (): void => paper.remove("articles/live.md")],
  ])("does not become a story where it is a post and its live blog %s", async (_, change) => {
    change();
    await paper.build();
    paper.write("articles/live/posts/first.md", POST.replace("Said", "Changed"));
    const { problems, counts } = await paper.build();
    expect(paper.publishes("first") || paper.publishes("second")).toBe(false);
    expect(counts.skipped.map(({ file }) => file)).toEqual(["articles/live/posts/first.md", "articles/live/posts/second.md"]);
    expect(problems).toContainEqual(expect.objectContaining({ severity: "error", file: "articles/live/posts/first.md" }));
  });

  it("is gone when it is deleted, marked as a draft or has ended, as before, and when it was never published", async () => {
    for (const n of [3, 4, 5]) paper.write(`articles/story-${n}.md`, `---\nheadline: "${n}\n---\nNothing.\n`);
    paper.write("articles/new.md", story(31).replace("headline: ", 'headline: "'));
    await paper.build();
    expect(paper.publishes("new")).toBe(false);
    paper.remove("articles/story-3.md");
    paper.write("articles/story-4.md", story(4, { more: "draft: true\n" }));
    paper.write("articles/story-5.md", story(5, { more: "darft: true\n" }));
    paper.write("articles/story-6.md", story(6, { more: "expires: 2024-12-31\n" }));
    await paper.build();
    expect([3, 4, 5, 6].filter((n) => paper.publishes(`story-${n}`))).toEqual([]);
  });

  it("is withheld when its head says so, also without the state, and stays so until it is mended", async () => {
    const heads = ['draft: true\nheadline: "A\n', 'headline: "A\nembargo: 2999-01-01\n', 'headline: "A\nparams:\n  status: in review\n'];
    const slugs = heads.map((_, at) => `story-${at + 3}`);
    for (const [at, head] of heads.entries()) paper.write(`articles/${slugs[at]}.md`, `---\n${head}---\nWords.\n`);
    const withheld = await paper.build();
    expect(slugs.filter((slug) => paper.publishes(slug))).toEqual([]);
    expect(withheld.counts.skipped.map(({ file }) => file).toSorted()).toEqual(slugs.map((slug) => `articles/${slug}.md`));
    expect([...filesIn(paper.out).values()].join("")).not.toMatch(/story-[345]\b/u);
    for (const slug of slugs) paper.write(`articles/${slug}.md`, '---\nheadline: "A\n---\nWords.\n');
    await paper.build();
    loseState();
    await paper.build();
    expect(slugs.filter((slug) => paper.publishes(slug))).toEqual([]);
  });

  it("is withheld when its JSON says so after the text, or once the expiry that it had has passed, also without the state", async () => {
    paper.write("articles/story-3.md", story(3, { more: "expires: 2030-01-01\n" }));
    await paper.build();
    paper.write("articles/story-3.md", story(3).replace("headline: ", 'headline: "'));
    paper.write("articles/data.json", `${JSON_STORY.slice(0, -1)},, "draft": true }`);
    await paper.build();
    expect([paper.publishes("data"), paper.publishes("story-3")]).toEqual([false, true]);
    loseState();
    await paper.build();
    expect([paper.publishes("data"), paper.publishes("story-3")]).toEqual([false, true]);
    await paper.build({ now: Date.parse("2030-01-02") });
    expect(paper.publishes("story-3")).toBe(false);
  });

  it("does not become public while it is broken, if it was scheduled for that time", async () => {
    paper.write("articles/later.md", story(31).replace(/2024-\S+/u, "2030-01-01"));
    const now = Date.parse("2029-12-31");
    await paper.build({ now });
    paper.write("articles/later.md", story(31).replace("headline: ", 'headline: "'));
    await paper.build({ now: now + 2 * 86_400_000 });
    expect(paper.publishes("later")).toBe(false);
  });

  it("keeps nothing of a preview for readers", async () => {
    paper.write("articles/draft.md", story(31, { more: "draft: true\n" }));
    await paper.build({ preview: true, version: "preview" });
    expect(paper.publishes("draft")).toBe(true);
    paper.write("articles/draft.md", '---\nheadline: "A\n---\n');
    await paper.build();
    expect(paper.publishes("draft")).toBe(false);
  });

  it("withdrawn.txt takes a story, a post and a page down, whatever state their files are in, and names a line that means none", async () => {
    paper.write("articles/story-3.md", story(3).replace("headline: ", 'headline: "'));
    paper.write("articles/live/posts/first.md", '---\nheadline: "A\n---\n');
    const lines = ["# By order of the court", "articles/story-3.md", "./articles/story-4.md  # whole", "articles/live/posts/first.md"];
    paper.write("withdrawn.txt", [...lines, "pages/about.md", "articles/story-55.md", ""].join("\r\n"));
    const built = await paper.build();
    const files = filesIn(paper.out);
    const gone = ["article/story-3", "article/story-4", "article/live/post/first", "about"].map((path) => `data/${path}.json`);
    expect(gone.filter((file) => files.has(file))).toEqual([]);
    expect(built.problems.filter(({ file }) => file === "withdrawn.txt")).toMatchObject([{ severity: "error", line: 6 }]);
    expect([...files.values()].join("")).not.toContain("withdrawn.txt");
  });

  it("leaves a file that was published as Windows-1252 as it is", async () => {
    const old = story(31, { words: "Café." });
    paper.write("articles/old.md", Buffer.from(old, "latin1"));
    await paper.build();
    paper.write("articles/old.md", Buffer.from(old.replace("Café", "Thé"), "latin1"));
    loseState();
    await paper.build();
    expect(readFileSync(join(paper.out, "data/article/old.json"), "utf8")).toContain("Thé");
  });
});

describe("a settings file that breaks", () => {
  const FILES: [file: string, good: string, broken: string][] = [
    ["edition.json", '{ "name": "The Good", "sections": [{ "name": "Science" }] }', '{ "name": "The Bad", '],
    ["front.json", '{ "lead": "story-5" }', '{ "leed": "story-6" }'],
    ["threads.json", '{ "threads": [{ "name": "Tides", "stories": ["story-1", "story-2"] }] }', '{ "threads": [{ "name": 3 }] }'],
    ["newsletter.json", '{ "count": 5 }', '{ "count": "five" }'],
    ["theme/theme.yaml", "colors:\n  light:\n    accent: '#123456'\n", "colors: {{"],
    ["words/en.json", '{ "page": { "menu": "Sections" } }', '{ "page": '],
  ];

  it("is replaced by its last version without a fault, which is named, until it is mended", async () => {
    const paper = new Paper();
    for (const [file, good] of FILES) paper.write(file, good);
    // Beside what is known to be good may lie what is none of it.
    for (const file of ["words/notes.txt", "words/old.json/en.json"]) paper.write(file, "{");
    const good = await paper.build();
    expect(good.problems.filter(({ file, severity }) => severity !== "notice" && FILES.some(([each]) => each === file))).toEqual([]);
    const before = siteOf(paper);
    for (const [file, , broken] of FILES) paper.write(file, broken);
    for (const version of ["1", "1", "2"]) {
      const built = await paper.build({ version });
      expect([...new Set(errorsOf(built))].toSorted()).toEqual(FILES.map(([file]) => file).toSorted());
      expect(built.built?.brand?.colors).toEqual(good.built?.brand?.colors);
      if (version === "1") expect(siteOf(paper)).toEqual(before);
    }
    for (const [file, text] of FILES) paper.write(file, text.replace("Good", "Better"));
    const { later, clean } = await paper.bothWays();
    expect(later).toEqual(clean);
    paper.remove("front.json");
    expect((await paper.build()).problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("stops the first build of a site, as before", async () => {
    const paper = new Paper();
    paper.write("edition.json", "{");
    expect((await paper.build()).built).toBeUndefined();
  });
});
