import { cpSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { despiteBrokenState } from "#cli/build.ts";
import { besideSite } from "#cli/sitePlaces.ts";
import { type Stage, stageSite } from "#cli/stagedSite.ts";
import { arrange, begin, type Begun, type Compiled, finish, print, readStories, saveState } from "#compiler/compile.ts";
import type { Redirect } from "#content/site.ts";
import { pressHere } from "#compiler/write/press.ts";
import { filesIn, temporaryFolder } from "../support/temporaryFolder.ts";

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="8"/>';

type Words = { topic?: string; more?: string | undefined; words?: string };

/** What some stories say besides. */
const MORE = new Map([
  [3, "aliases: [/was/three]\n"],
  [7, "image: ../pictures/reef.svg\n"],
  [11, "authors: [bell]\n"],
]);

const story = (n: number, { topic = n % 3 === 0 ? "Mars" : "Sea", more = "", words = "" }: Words = {}): string =>
  `---\nheadline: Story ${n}\ndatePublished: 2024-0${(n % 5) + 1}-1${n % 10}T07:10:00Z\ntopics: [${topic}]\nplaces: [Delft]\nsection: Science\n${more}---\nWords of number ${n}.\n\nSee [the other](story-${(n + 1) % 30}.md). ${words}\n`;

const forwardFile = ({ from }: Redirect): string => `${from.slice(1)}.html`;

async function* forwarding(redirects: Redirect[], name: string, printed: string[]): AsyncGenerator<{ file: string; html: string }> {
  for (const redirect of redirects) {
    printed.push(redirect.from);
    yield { file: forwardFile(redirect), html: await Promise.resolve(`<p>${redirect.to}${name}`) };
  }
}

/** An archive on the disk, its site, and what of it was printed. */
class Paper {
  readonly content = temporaryFolder();
  readonly out = join(temporaryFolder(), "site");
  printed: string[] = [];
  /** Whether it was told, before pages were made, that there will be some to make. */
  wasTold = false;

  constructor() {
    this.write("edition.json", '{ "name": "The Test", "sections": [{ "name": "Science" }] }');
    this.write("pictures/reef.svg", PICTURE);
    this.write("pages/about.md", "---\ntitle: About\n---\nWho we are.\n");
    for (let n = 0; n < 30; n += 1) this.write(`articles/story-${n}.md`, story(n, { more: MORE.get(n) }));
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.content, file)), { recursive: true });
    writeFileSync(join(this.content, file), text);
  }

  remove(file: string): void {
    rmSync(join(this.content, file));
  }

  /** As the command does it, but that a page's HTML is the JSON of what it shows. */
  async build({ out = this.out, version = "1" } = {}): Promise<Compiled> {
    this.printed = [];
    this.wasTold = false;
    return despiteBrokenState(() => this.#buildOnce(out, version));
  }

  async #buildOnce(out: string, version: string): Promise<Compiled> {
    const given = { content: this.content, state: { folder: besideSite(out, "state"), version } };
    let begun: Begun | undefined;
    const stage = async ({ folder, site }: Stage): Promise<Compiled> => {
      const opened = await begin({ ...given, out: folder, site });
      if (!("output" in opened)) return opened;
      begun = opened;
      try {
        return await this.#steps(begun, version);
      } catch (error) {
        begun.state?.close();
        throw error;
      }
    };
    const compiled = await stageSite(
      out,
      stage,
      ({ built }) => built !== undefined,
      () => {},
    );
    if (begun && compiled.built) saveState(begun);
    return compiled;
  }

  async #steps(begun: Begun, version: string): Promise<Compiled> {
    const stories = await readStories(begun);
    this.wasTold = !stories.isAsBefore;
    const arranged = await arrange(begun, stories);
    const { name } = arranged.linked.edition;
    const press = pressHere(begun.output, {
      print: (page) => {
        this.printed.push(page.path);
        return Promise.resolve(`<p>${version}${JSON.stringify(page.value)}${name}`);
      },
      dependsOn: () => name,
      others: (redirects) => forwarding(redirects, name, this.printed),
      otherFiles: (redirects) => redirects.map(forwardFile),
    });
    return finish(begun, stories, arranged, await print(begun, stories, arranged, press));
  }

  /** Both the site that was brought up to date and the same archive's built from nothing: files and problems. */
  async bothWays(): Promise<{ later: Map<string, string>; clean: Map<string, string>; written: string[] }> {
    const later = await this.build();
    const printed = this.printed;
    const anew = join(temporaryFolder(), "site");
    const clean = await this.build({ out: anew });
    expect(later.problems).toEqual(clean.problems);
    expect(later.counts).toEqual(clean.counts);
    this.printed = printed;
    return { later: filesIn(this.out), clean: filesIn(anew), written: later.built?.files.written ?? [] };
  }
}

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

  it.each<[string, (paper: Paper) => void]>([
    ["of a page of the paper that has come", (each) => each.write("pages/contact.md", "---\ntitle: Contact\nmenu: true\n---\nWrite.\n")],
    ["of an arranged front page", (each) => each.write("front.json", '{ "lead": "story-5" }')],
    ["of stories in a series", (each) => [4, 9].forEach((n) => each.write(`articles/story-${n}.md`, story(n, { more: "series: Two\n" })))],
    ["of people with roles", (each) => each.write("edition.json", '{ "people": [{ "name": "bell", "role": "Editor" }] }')],
    ["of a new story", (each) => each.write("articles/story-30.md", story(30))],
    ["of a new story that is older than others", (each) => each.write("articles/old.md", story(99).replace("2024", "1999"))],
    ["without a story that was withdrawn", (each) => each.remove("articles/story-12.md")],
    [
      "of a topic that was renamed",
      (each) => {
        for (let n = 0; n < 30; n += 3) each.write(`articles/story-${n}.md`, story(n, { topic: "The red planet" }));
      },
    ],
    [
      "of a story without topics, and one near it",
      (each) => {
        each.write("articles/story-9.md", story(9, { words: "The volcano throws lava." }).replace("topics: [Mars]\n", ""));
        each.write("articles/story-30.md", story(30, { words: "A volcano, and lava." }));
      },
    ],
    ["of a story with another headline", (each) => each.write("articles/story-5.md", story(5).replace("Story 5", "Another headline"))],
    ["of a story from another place", (each) => each.write("articles/story-5.md", story(5).replace("[Delft]", "[Leiden]"))],
    ["of a story in another section", (each) => each.write("articles/story-5.md", story(5).replace("Science", "Sport"))],
    ["of a story with another date", (each) => each.write("articles/story-5.md", story(5).replace("2024", "2023"))],
    ["of a story with an author", (each) => each.write("articles/story-5.md", story(5, { more: "authors: [Anna Bell]\n" }))],
    [
      "of a story with another address, to which others link",
      (each) => each.write("articles/story-6.md", story(6, { more: "slug: six\n" })),
    ],
    ["of an author whose name a file beside the stories tells", (each) => each.write("_data/authors.yml", "bell: Anna Bell\n")],
    ["of stories whose languages a new folder tells", (each) => each.write("articles/de/story-30.md", story(30))],
    ["of a story in another language", (each) => each.write("articles/story-2.de.md", story(2))],
    ["of a story with one more old address", (each) => each.write("articles/story-5.md", story(5, { more: "aliases: [/was/five]\n" }))],
    ["of a story without its old address", (each) => each.write("articles/story-3.md", story(3))],
    ["of a picture that was painted over", (each) => each.write("pictures/reef.svg", PICTURE.replace("12", "24"))],
    ["without a picture that is gone", (each) => each.remove("pictures/reef.svg")],
    ["of a file that cannot be read any more", (each) => each.write("articles/story-8.md", "---\nheadline: [\n---\n")],
    ["of other settings", (each) => each.write("edition.json", '{ "name": "The Other Test", "timeZone": "Asia/Tokyo" }')],
  ])("gives what a clean build gives: %s", async (_, change) => {
    change(paper);
    const { later, clean } = await paper.bothWays();
    expect(later).toEqual(clean);
    expect(paper.printed.length).toBeGreaterThan(0);
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

  it.each<[string, (paper: Paper, state: string) => void]>([
    ["is gone", (_, state) => rmSync(state, { recursive: true })],
    ["is no JSON", (_, state) => writeFileSync(join(state, "state.json"), "{")],
    ["lost some of its pages", (_, state) => truncateSync(join(state, "pages.jsonl"), 100)],
    ["lost some of its words", (_, state) => truncateSync(join(state, "words.jsonl"), 100)],
    ["lost some of its stories", (_, state) => truncateSync(join(state, "stories.jsonl"), 100)],
    ["lost some of its bodies", (_, state) => truncateSync(join(state, "bodies.bin"), 100)],
    ["has other bodies", (_, state) => writeFileSync(join(state, "bodies.bin"), "x".repeat(statSync(join(state, "bodies.bin")).size))],
    ["lost some of what stood where", (_, state) => truncateSync(join(state, "links.jsonl"), 100)],
    ["lost what the search keeps", (_, state) => rmSync(join(state, "search"), { recursive: true })],
  ])("builds from nothing where what the last one left %s", async (_, damage) => {
    paper.write("articles/story-4.md", story(4, { words: "Corrected." }));
    damage(paper, besideSite(paper.out, "state"));
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
});
