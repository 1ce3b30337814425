import { cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { LinkMemory } from "#compiler/state/LinkMemory.ts";
import { besideSite } from "#cli/stage/sitePlaces.ts";
import { Paper, PICTURE, story } from "../../support/laterPaper.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

describe("a later build", () => {
  let paper: Paper;
  beforeEach(async () => {
    paper = new Paper();
    await paper.build();
  });

  it("prints and writes nothing when nothing changed", async () => {
    const { built } = await paper.build();
    expect(paper.printed).toEqual([]);
    expect(built?.files).toMatchObject({ written: [], removed: [] });
  });

  it("of a live blog with a post more makes its pages and feeds anew, and is the site that a clean build makes", async () => {
    const post = (n: number) =>
      `---\nheadline: Post ${n}\ndate: 2024-05-20T10:${String(n % 60).padStart(2, "0")}:0${Math.floor(n / 60)}Z\n---\nSaid ${n}.\n`;
    paper.write("articles/live.md", "---\nheadline: It happens\ntype: liveBlog\ndate: 2024-05-20T09:00:00Z\ntopics: [Sea]\n---\nSo far.\n");
    for (let n = 0; n < 59; n += 1) paper.write(`articles/live/posts/p${n}.md`, post(n));
    await paper.build();
    paper.write("articles/live/posts/p59.md", post(59));
    const { later, clean, written } = await paper.bothWays();
    expect(later).toEqual(clean);
    // The sixtieth fills a numbered page, and the one before it learns that there is a newer.
    expect(paper.printed.toSorted()).toEqual(["/article/live", "/article/live/page/2", "/article/live/page/3", "/article/live/post/p59"]);
    const data = written.filter((file) => file.startsWith("data/") && !file.startsWith("data/search/"));
    expect(data.toSorted()).toEqual([
      "data/article/live.json",
      "data/article/live/live.json",
      "data/article/live/page/2.json",
      "data/article/live/page/3.json",
      "data/article/live/post/p59.json",
      "data/fresh.json",
    ]);
  });

  it("says before any page is made that there will be pages to make, and only where a story has changed, come or gone", async () => {
    expect(paper.wasTold).toBe(true);
    await paper.build();
    expect(paper.wasTold).toBe(false);
    paper.write("articles/story-4.md", story(4));
    await paper.build();
    expect(paper.wasTold).toBe(false);
    paper.write("articles/story-4.md", story(4, { words: "Corrected." }));
    await paper.build();
    expect(paper.wasTold).toBe(true);
    paper.remove("articles/story-4.md");
    await paper.build();
    expect(paper.wasTold).toBe(true);
  });

  it("of a corrected story prints that story alone, and gives what a clean build gives", async () => {
    paper.write("articles/story-4.md", story(4, { words: "Corrected." }));
    const { later, clean, written } = await paper.bothWays();
    expect(later).toEqual(clean);
    expect(paper.printed).toEqual(["/article/story-4"]);
    expect(written.filter((file) => !/feed|atom|data\/search/u.test(file)).toSorted()).toEqual([
      ".broadsheet-build",
      "article/story-4.html",
      "data/article/story-4.json",
    ]);
    expect(later.get("article/story-4.html")).toContain("Corrected.");
  });

  it("of a page of the paper prints that page alone, and gives what a clean build gives", async () => {
    paper.write("pages/about.md", "---\ntitle: About\n---\nWho we were.\n");
    const { later, clean } = await paper.bothWays();
    expect(later).toEqual(clean);
    expect(paper.printed).toEqual(["/about"]);
  });

  it("gives what a clean build gives: of a story that had its standfirst of another file, which is withdrawn", async () => {
    const twice = { more: "id: twice\n" };
    paper.write("articles/story-5.md", story(5, twice));
    paper.write("articles/twice.md", story(5, { more: `${twice.more}standfirst: Said by the other file.\n` }));
    await paper.build();
    expect(filesIn(paper.out).get("data/article/story-5.json")).toContain("Said by the other file.");
    paper.remove("articles/twice.md");
    const { later, clean } = await paper.bothWays();
    expect(later).toEqual(clean);
  });

  it("gives what a clean build gives wherever links begin or cease to lead, edit after edit", async () => {
    const linking = (n: number, to: string, more = "") => story(n, { more, words: `And [there](${to}).` });
    const edits: [what: string, edit: () => void][] = [
      ["a link to another story", () => paper.write("articles/story-8.md", linking(8, "story-20.md"))],
      ["a story to which others link is kept back", () => paper.write("articles/story-20.md", story(20, { more: "draft: true\n" }))],
      ["a sentence meanwhile", () => paper.write("articles/story-12.md", story(12, { words: "Corrected." }))],
      ["the story is published with other words", () => paper.write("articles/story-20.md", story(20, { words: "At last." }))],
      ["a sentence in a story with links", () => paper.write("articles/story-8.md", `${linking(8, "story-20.md")}\nOne more.\n`)],
      ["a link to what is no file", () => paper.write("articles/story-8.md", linking(8, "../notes/plan.json"))],
      ["the file that it names", () => paper.write("notes/plan.json", "{}")],
      ["the file is gone", () => paper.remove("notes/plan.json")],
      ["a link to a tag of a former site", () => paper.write("articles/story-8.md", linking(8, "/tag/mars"))],
      ["no story with that topic", () => [0, 3, 6, 9, 12, 15, 18, 21, 24, 27].forEach((n) => paper.write(`articles/story-${n}.md`, story(n, { topic: "Sea" })))],
      ["a link to an old address", () => paper.write("articles/story-8.md", linking(8, "/was/three"))],
      ["the old address goes to another story", () => paper.write("articles/story-5.md", story(5, { more: "aliases: [/was/three]\n" }))],
      ["a story is moved", () => [paper.write("articles/sea/six.md", story(6, { more: "aliases: [/article/story-6]\n" })), paper.remove("articles/story-6.md")]],
      ["a correction with a link", () => paper.write("articles/story-8.md", linking(8, "story-9.md", "corrections: [{ date: 2024-08-01, text: It was Mars. }]\n"))],
      ["old addresses of any kind", () => paper.write("redirects.csv", "/old,/article/story-9\n")],
      ["a story comes and one goes", () => [paper.write("articles/story-30.md", linking(30, "story-29.md")), paper.remove("articles/story-29.md")]],
      ["a link to a story beside a sentence elsewhere", () => [paper.write("articles/story-8.md", linking(8, "story-2.md")), paper.write("articles/story-2.md", story(2, { words: "Corrected." }))]],
    ]; // prettier-ignore
    for (const [what, edit] of edits) {
      edit();
      const { later, clean } = await paper.bothWays();
      expect(later, what).toEqual(clean);
    }
  }, 120_000);

  it("gives what a clean build gives after many changes, one after another", async () => {
    for (let round = 0; round < 4; round += 1) {
      for (let n = round; n < 30; n += 3) paper.write(`articles/story-${n}.md`, story(n, { words: `Round ${round}.` }));
      const { later, clean } = await paper.bothWays();
      expect(later).toEqual(clean);
    }
  });

  it("prints all anew with another version of the program", async () => {
    await paper.build({ version: "2" });
    expect(paper.printed).toContain("/article/story-9");
    expect(filesIn(paper.out).get("article/story-9.html")).toMatch(/^<p>2/u);
  });

  it("builds from nothing after a build that was stopped half-way", async () => {
    paper.write("articles/story-4.md", story(4, { words: "Corrected." }));
    const begun = vi.spyOn(LinkMemory.prototype, "begin").mockImplementationOnce(() => {
      throw new Error("Killed.");
    });
    onTestFinished(() => begun.mockRestore());
    await expect(paper.build()).rejects.toThrow("Killed.");
    const { later, clean } = await paper.bothWays();
    expect(later).toEqual(clean);
  });

  it("mends a site of which something was taken away", async () => {
    rmSync(join(paper.out, "article/story-3.html"));
    const { later, clean } = await paper.bothWays();
    expect(later).toEqual(clean);
  });

  it("mends a site of which something was taken away when it had long been as it was", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
    onTestFinished(() => void vi.useRealTimers());
    await paper.build();
    rmSync(join(paper.out, "topic/mars/feed.xml"));
    const { later, clean } = await paper.bothWays();
    expect(later).toEqual(clean);
  });

  it("never takes what was left for another site for its own", async () => {
    const older = join(temporaryFolder(), "older");
    cpSync(paper.out, older, { recursive: true });
    paper.write("articles/story-4.md", story(4, { words: "Corrected." }));
    await paper.build();
    // Someone puts the site of yesterday back.
    rmSync(paper.out, { recursive: true });
    cpSync(older, paper.out, { recursive: true });
    const { later, clean } = await paper.bothWays();
    expect(later).toEqual(clean);
    expect(readFileSync(join(paper.out, "article/story-4.html"), "utf8")).toContain("Corrected.");
  });

  it("gives what a clean build gives, edit after edit", async () => {
    const edits: [what: string, edit: () => void][] = [
      ["of a story without its old address", () => paper.write("articles/story-3.md", story(3))],
      ["of a page of the paper that has come", () => paper.write("pages/contact.md", "---\ntitle: Contact\nmenu: true\n---\nWrite.\n")],
      ["of an arranged front page", () => paper.write("front.json", '{ "lead": "story-5" }')],
      ["of stories in a series", () => [4, 9].forEach((n) => paper.write(`articles/story-${n}.md`, story(n, { more: "series: Two\n" })))],
      ["of people with roles", () => paper.write("edition.json", '{ "people": [{ "name": "bell", "role": "Editor" }] }')],
      ["of a new story", () => paper.write("articles/story-31.md", story(31))],
      ["of a new story that is older than others", () => paper.write("articles/old.md", story(98).replace("2024", "1999"))],
      ["of a topic that was renamed", () => [0, 3, 6, 9, 12, 15, 18, 21, 24, 27].forEach((n) => paper.write(`articles/story-${n}.md`, story(n, { topic: "The red planet" })))],
      ["of a story without topics, and one near it", () => [paper.write("articles/story-9.md", story(9, { words: "The volcano throws lava." }).replace("topics: [Mars]\n", "")), paper.write("articles/story-31.md", story(31, { words: "A volcano, and lava." }))]],
      ["without a story that was withdrawn", () => paper.remove("articles/story-12.md")],
      ["of a story with another headline", () => paper.write("articles/story-5.md", story(5).replace("Story 5", "Another headline"))],
      ["of a story from another place", () => paper.write("articles/story-5.md", story(5).replace("[Delft]", "[Leiden]"))],
      ["of a story in another section", () => paper.write("articles/story-5.md", story(5).replace("Science", "Sport"))],
      ["of a story with another date", () => paper.write("articles/story-5.md", story(5).replace("2024", "2023"))],
      ["of a story with an author", () => paper.write("articles/story-5.md", story(5, { more: "authors: [Anna Bell]\n" }))],
      ["of a story with another address, to which others link", () => paper.write("articles/story-6.md", story(6, { more: "slug: six\n" }))],
      ["of an author whose name a file beside the stories tells", () => paper.write("_data/authors.yml", "bell: Anna Bell\n")],
      ["of stories whose languages a new folder tells", () => paper.write("articles/de/story-32.md", story(32))],
      ["of a story in another language", () => paper.write("articles/story-2.de.md", story(2))],
      ["of a story with one more old address", () => paper.write("articles/story-5.md", story(5, { more: "aliases: [/was/five]\n" }))],
      ["of a picture that was painted over", () => paper.write("pictures/reef.svg", PICTURE.replace("12", "24"))],
      ["without a picture that is gone", () => paper.remove("pictures/reef.svg")],
      ["of other settings", () => paper.write("edition.json", '{ "name": "The Other Test", "timeZone": "Asia/Tokyo" }')],
    ]; // prettier-ignore
    for (const [what, edit] of edits) {
      edit();
      const { later, clean } = await paper.bothWays();
      expect(later, what).toEqual(clean);
      expect(paper.printed.length, what).toBeGreaterThan(0);
    }
  }, 120_000);

  it("builds from nothing where what the last one left is not whole", async () => {
    const state = besideSite(paper.out, "state");
    const damages: [what: string, damage: () => void][] = [
      ["is gone", () => rmSync(state, { recursive: true })],
      ["is of an earlier version", () => writeFileSync(join(state, "state.json"), readFileSync(join(state, "state.json"), "utf8").replace('"addresses"', '"before"'))],
      ["is no JSON", () => writeFileSync(join(state, "state.json"), "{")],
      ["lost some of its pages", () => truncateSync(join(state, "pages.jsonl"), 100)],
      ["lost some of its words", () => truncateSync(join(state, "words.jsonl"), 100)],
      ["lost some of its stories", () => truncateSync(join(state, "stories.jsonl"), 100)],
      ["lost some of its bodies", () => truncateSync(join(state, "bodies.bin"), 100)],
      ["has other bodies", () => writeFileSync(join(state, "bodies.bin"), "x".repeat(statSync(join(state, "bodies.bin")).size))],
      ["lost some of what stood where", () => truncateSync(join(state, "links.jsonl"), 100)],
      ["lost what the search keeps", () => rmSync(join(state, "search"), { recursive: true })],
    ]; // prettier-ignore
    for (const [what, damage] of damages) {
      paper.write("articles/story-4.md", story(4, { words: `Corrected, and the state ${what}.` }));
      damage();
      const { later, clean } = await paper.bothWays();
      expect(later, what).toEqual(clean);
    }
  }, 120_000);
});
