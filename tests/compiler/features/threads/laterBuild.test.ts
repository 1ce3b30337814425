import { describe, expect, it, onTestFinished, vi } from "vitest";
import { Evidence } from "#compiler/features/threads/evidence.ts";
import { dutchFiles, dutchPart, ferryFiles, ferryPart } from "../../../support/ferryThread.ts";
import { Paper } from "../../../support/laterPaper.ts";

/** A paper with the thread of the ferry, built once. */
async function paperWithThread(edition?: object): Promise<Paper> {
  const paper = new Paper();
  if (edition) paper.write("edition.json", JSON.stringify(edition));
  for (const [file, text] of Object.entries(ferryFiles)) paper.write(file, text);
  await paper.build();
  return paper;
}

/** A thread that was longer keeps its feed, of which a build from nothing knows nothing; the lists of files then differ too. */
const withoutFeeds = (site: ReadonlyMap<string, string>) =>
  new Map([...site].filter(([file]) => !/^thread\/.*feed\.xml$|^\.broadsheet-/u.test(file)));

const threads = (json: unknown): string => JSON.stringify({ threads: json });

/** What an editor does, one thing after another. */
const EDITS: [what: string, edit: (paper: Paper) => void][] = [
  ["a correction below its beginning", (paper) => paper.write("articles/f2.md", ferryPart(2, { rest: "Corrected." }))],
  ["another headline of the first story", (paper) => paper.write("articles/f0.md", ferryPart(0, { headline: "The Harwick ferry strikes Gullstone reef" }))],
  ["a newer story", (paper) => paper.write("articles/f4.md", ferryPart(3, { headline: "Harwick ferry towed home from Gullstone reef", date: "2024-05-02" }))],
  ["an older story", (paper) => paper.write("articles/f5.md", ferryPart(0, { headline: "A Harwick ferry grazed Gullstone reef before", date: "2024-02-11" }))],
  ["a story about something else", (paper) => paper.write("articles/f1.md", "---\nheadline: Cheese wins\ndatePublished: 2024-04-02\ntopics: [Cheese]\n---\nA cheese won.\n")],
  ["a name, a story less and another turning point", (paper) => paper.write("threads.json", threads([{ slug: "f5", name: "The Harwick ferry", description: "A wreck.", without: ["f3"], turningPoints: ["f2"] }]))],
  ["two threads of one", (paper) => paper.write("threads.json", threads([{ slug: "f5" }, { name: "Raising", stories: ["f3", "f4"] }]))],
  ["the first story removed", (paper) => paper.remove("articles/f5.md")],
  ["the file removed", (paper) => paper.remove("threads.json")],
]; // prettier-ignore

describe("threads in a build that knows the one before", () => {
  it("are, byte for byte, what a build from nothing makes, edit after edit", async () => {
    const paper = await paperWithThread();
    const seen = new Set<string>();
    for (const [what, edit] of EDITS) {
      edit(paper);
      const { later, clean } = await paper.bothWays();
      expect(withoutFeeds(later), what).toEqual(withoutFeeds(clean));
      for (const file of later.keys()) if (file.startsWith("data/thread/")) seen.add(file);
    }
    for (const slug of ["f0", "f5", "raising"]) expect(seen).toContain(`data/thread/${slug}.json`);
  }, 180_000);

  it("are found anew only where something has changed that they are found by", async () => {
    const paper = await paperWithThread();
    const compared = vi.spyOn(Evidence.prototype, "add");
    try {
      await paper.build();
      paper.write("articles/f2.md", ferryPart(2, { rest: "Corrected." }));
      await paper.build();
      expect(compared).not.toHaveBeenCalled();
      paper.write("articles/f2.md", ferryPart(2, { headline: "Inquiry into the Harwick ferry ends" }));
      await paper.build();
      expect(compared).toHaveBeenCalled();
    } finally {
      compared.mockRestore();
    }
  });

  it("compare only the stories after the first that has changed", async () => {
    const paper = await paperWithThread();
    const long = (n: number) =>
      `---\nheadline: Long ago ${n}\ndatePublished: 2019-01-0${(n % 9) + 1}\n---\nNumber ${n} of cheese ${n % 7}.\n`;
    for (let n = 0; n < 70; n += 1) paper.write(`articles/old-${n}.md`, long(n));
    await paper.build();
    const compared = vi.spyOn(Evidence.prototype, "add");
    onTestFinished(() => compared.mockRestore());
    paper.write("articles/f4.md", ferryPart(3, { headline: "Harwick ferry towed home from Gullstone reef", date: "2024-05-02" }));
    await paper.build();
    expect(compared.mock.calls.length).toBeLessThan(60);
    const { later, clean } = await paper.bothWays();
    expect(withoutFeeds(later)).toEqual(withoutFeeds(clean));
    paper.write("threads.json", threads([{ name: "Cheese", stories: ["old-3", "old-5"] }]));
    const settled = await paper.bothWays();
    expect(withoutFeeds(settled.later)).toEqual(withoutFeeds(settled.clean));
  });

  it("print what a changed thread is shown on, and nothing else", async () => {
    const paper = await paperWithThread();
    paper.write("threads.json", threads([{ slug: "f0", name: "The Harwick ferry" }]));
    const { later, clean } = await paper.bothWays();
    expect(later).toEqual(clean);
    expect(paper.printed.toSorted()).toEqual(["/article/f0", "/article/f1", "/article/f2", "/article/f3", "/thread/f0"]);
  });

  it("keep what editions in other languages say too", async () => {
    const paper = await paperWithThread({ name: "The Test", language: "en", languages: { nl: { name: "De Test" } } });
    for (const [file, text] of Object.entries(dutchFiles)) paper.write(file, text);
    await paper.build();
    const compared = vi.spyOn(Evidence.prototype, "add");
    try {
      paper.write("articles/nl/g2.md", dutchPart(2, "Verbeterd."));
      await paper.build();
      expect(compared).not.toHaveBeenCalled();
    } finally {
      compared.mockRestore();
    }
    const { later, clean } = await paper.bothWays();
    expect(later).toEqual(clean);
    expect(JSON.parse(later.get("data/nl/thread/g0.json") ?? "")).toMatchObject({ count: 4 });
  });

  it("tell of a story that has left its thread, and of a thread that has another address", async () => {
    const paper = await paperWithThread();
    paper.write("articles/f2.md", "---\nheadline: Cheese wins\ndatePublished: 2024-04-03\ntopics: [Cheese]\n---\nA cheese won.\n");
    const left = (await paper.build()).problems.map(({ file, message }) => [file, message]);
    expect(left).toContainEqual(["articles/f2.md", "“Cheese wins” was in the thread /thread/f0 and is in none now."]);
    paper.write("articles/f2.md", ferryPart(2));
    paper.write("articles/f5.md", ferryPart(0, { headline: "A Harwick ferry grazed Gullstone reef before", date: "2024-02-11" }));
    const moved = (await paper.build()).problems.filter(({ message }) => message.startsWith("The thread"));
    const message = "The thread /thread/f0 is at /thread/f5 now, and its old address leads nowhere.";
    expect(moved).toMatchObject([{ file: ".", message }]);
    paper.write("threads.json", threads([{ slug: "f5", formerly: ["f0"] }]));
    expect((await paper.build()).problems.filter(({ message }) => message.startsWith("The thread"))).toEqual([]);
  });

  it("do not tell of stories that follow one which an editor has put into another thread", async () => {
    const paper = await paperWithThread();
    paper.write("threads.json", threads([{ name: "Inquiry", stories: ["f2"] }]));
    const { problems, built } = await paper.build();
    expect([...(built?.pages ?? [])].map(({ path }) => path)).toContain("/thread/inquiry");
    expect(problems.filter(({ message }) => message.includes("was in the thread"))).toEqual([]);
  });
});
