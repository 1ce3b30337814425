import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { type ImportArguments, importAgain, importCommand } from "#cli/importing/importCommand.ts";
import { compile } from "#compiler/compile.ts";
import { folderOf } from "../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

afterEach(() => void vi.restoreAllMocks());

/** Lines that the command prints. */
async function printed(run: () => Promise<number>): Promise<string[]> {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await run()).toBe(0);
  return error.mock.calls.map(([line]) => String(line));
}

const story = (n: number): string => `---\ntitle: Story ${n}\ndate: 2024-01-${n + 10}\nauthor: Jane Doe\ntype: post\n---\nWords of ${n}.\n`;
const stories = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`posts/${n + 10}.md`, story(n)]));
const feed = (words: string): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><updated>2024-04-22T07:10:00Z</updated><entry><id>tag:1</id><title>Tides</title><updated>2024-04-22T07:10:00Z</updated><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#page"/><content>${words}</content></entry></feed>`;

/** A folder with two archives, and a content folder beside them. */
function archives(): { posts: string; feed: string; options: ImportArguments } {
  const folder = folderOf({ ...stories, "feed.xml": feed("They turn.") });
  return { posts: join(folder, "posts"), feed: join(folder, "feed.xml"), options: { to: join(folder, "content") } };
}

test("a dry run shows the first ten stories as they would come in, and writes nothing", async () => {
  const { posts, options } = archives();
  const lines = await printed(() => importCommand(posts, { ...options, dryRun: true }));
  expect(lines.filter((line) => line.includes("Story"))).toEqual(
    Array.from({ length: 10 }, (_, n) => expect.stringContaining(`2024-01-${n + 10} · Story ${n} · Jane Doe`)),
  );
  expect(() => filesIn(options.to)).toThrow();
});

test("a file of an unknown format leaves no trace in the content folder", async () => {
  const folder = folderOf({ "a.bin": "Words." });
  const to = join(folder, "content");
  await expect(importCommand(join(folder, "a.bin"), { to })).rejects.toThrow("a.bin is not in a format that can be imported.");
  expect(() => filesIn(to)).toThrow();
});

test("the summary counts one file as one", async () => {
  const folder = folderOf({ "posts/11.md": story(1) });
  const run = () => printed(() => importCommand(join(folder, "posts"), { to: join(folder, "content") }));
  expect(await run()).toContain("1 file is new or changed, 0 were already there; 0 pictures were copied.");
  expect(await run()).toContain("0 files are new or changed, 1 was already there; 0 pictures were copied.");
});

test("what came in is noted with its choices, comes in again by them, and is no article", async () => {
  const { posts, feed: file, options } = archives();
  await printed(() => importCommand(posts, options));
  await printed(() => importCommand(file, { ...options, types: ["page"] }));
  const before = filesIn(options.to);
  expect(JSON.parse(before.get("import.json") ?? "")).toEqual({
    imports: [{ archive: "../posts" }, { archive: "../feed.xml", types: ["page"] }],
  });
  await printed(() => importAgain(options));
  expect(filesIn(options.to)).toEqual(before);

  writeFileSync(file, feed("They turn again."));
  await printed(() => importAgain(options));
  expect([...filesIn(options.to).values()].join("")).toContain("They turn again.");

  const { problems, counts } = await compile({ content: options.to, out: join(temporaryFolder(), "site") });
  expect(counts).toMatchObject({ read: 13, published: 13 });
  expect(problems.filter(({ message }) => message.includes("import.json"))).toEqual([]);
});

test("the summary says what editors have changed, and one option takes the archive's version instead", async () => {
  const { posts, options } = archives();
  await printed(() => importCommand(posts, options));
  const [file = ""] = [...filesIn(options.to).keys()].filter((name) => name.startsWith("articles/"));
  const path = join(options.to, file);
  writeFileSync(path, readFileSync(path, "utf8").replace("Words of", "Our words of"));
  writeFileSync(join(posts, "10.md"), story(0).replace("Words of", "Their words of"));
  expect(await printed(() => importAgain(options))).toContain(
    "1 article changed by editors stays; the archive has changed 1 of them too, and its versions are in .import/theirs.",
  );
  expect(readFileSync(path, "utf8")).toContain("Our words");
  await printed(() => importAgain({ ...options, discardEdits: [path] }));
  expect(readFileSync(path, "utf8")).toContain("Their words");
});

test("a newer export takes over what import.json has of the one it replaces, which must be in it", async () => {
  const { posts, options } = archives();
  const newer = join(posts, "../december");
  cpSync(posts, newer, { recursive: true });
  await expect(importCommand(newer, { ...options, replaces: posts })).rejects.toThrow("was not imported into");
  await printed(() => importCommand(posts, options));
  const record = join(options.to, "import.json");
  writeFileSync(record, JSON.stringify({ imports: [{ archive: "../posts", public: { status: ["in-legal"] } }] }));
  writeFileSync(join(newer, "10.md"), story(0).replace("---\n", "---\nstatus: in-legal\n"));
  const [file = ""] = [...filesIn(options.to).keys()].filter((name) => name.endsWith("/11.json"));
  rmSync(join(options.to, file));
  expect((await printed(() => importCommand(newer, { ...options, replaces: posts }))).join("\n")).toContain("11 published + 1 skipped");
  expect(JSON.parse(readFileSync(record, "utf8"))).toEqual({
    imports: [{ archive: "../december", public: { status: ["in-legal"] } }],
  });
});

test("of two imports at once into one folder, both leave their record", async () => {
  const { posts, feed: file, options } = archives();
  await printed(async () => {
    const codes = await Promise.all([importCommand(posts, options), importCommand(file, { ...options, types: ["page"] })]);
    return Math.max(...codes);
  });
  const record: unknown = JSON.parse(readFileSync(join(options.to, ".import/imported.json"), "utf8"));
  expect(record).toHaveLength(13);
  const { imports } = JSON.parse(readFileSync(join(options.to, "import.json"), "utf8"));
  expect(imports).toHaveLength(2);
});

test("without an archive, what is missing is told", async () => {
  const { posts, options } = archives();
  await expect(importAgain(options, temporaryFolder())).rejects.toThrow(
    /has no import\.json .* no archive is in this folder\. Known formats/u,
  );
  await printed(() => importCommand(posts, options));
  const chosen = importAgain({ ...options, types: ["page"], firstTag: "topic" });
  await expect(chosen).rejects.toThrow("Name the archive for --types and --first-tag.");
  rmSync(posts, { recursive: true });
  await expect(importAgain(options)).rejects.toThrow("There is no file or folder");
  mkdirSync(posts);
  writeFileSync(join(options.to, "import.json"), '{ "imports": "all" }');
  await expect(importAgain(options)).rejects.toThrow("import.json cannot be read");
});

test("values that import.json calls public stay public in every later import, and mistakes in it are named", async () => {
  const folder = folderOf({ "posts/11.md": story(1), "posts/12.md": story(2).replace("---\n", "---\nstatus: in-legal\n") });
  const archive = join(folder, "posts");
  const options = { to: join(folder, "content") };
  const record = join(options.to, "import.json");
  const stories = () => [...filesIn(options.to).keys()].filter((file) => file.startsWith("articles/"));
  expect((await printed(() => importCommand(archive, options))).join("\n")).toContain('"public": {"status": ["in-legal"]}');
  expect(JSON.parse(readFileSync(record, "utf8"))).toEqual({ imports: [{ archive: "../posts" }] });

  const mapped = JSON.stringify({ imports: [{ archive: "../posts", public: { status: ["in-legal"] } }] });
  for (const again of [() => importAgain(options), () => importCommand(archive, options)]) {
    writeFileSync(record, mapped);
    await printed(again);
    expect(stories()).toHaveLength(2);
    expect(JSON.parse(readFileSync(record, "utf8"))).toEqual(JSON.parse(mapped));
  }
  writeFileSync(record, mapped.replace("public", "pubilc"));
  await expect(importAgain(options)).rejects.toThrow("pubilc");
});

test("without an archive and an earlier import, the archive in the folder is described, and nothing is written", async () => {
  const { options, posts } = archives();
  const folder = join(posts, "..");
  rmSync(posts, { recursive: true });
  const lines = await printed(() => importAgain({ ...options, types: ["page"] }, folder));
  expect(lines).toContain("1 in = 1 published + 0 skipped (a dry run: nothing was written)");
  expect(lines).toContain("Read as RSS or Atom feed (feed.xml).");
  expect(lines.at(-1)).toBe(`Nothing was imported. To import it: npx broadsheet import ${join(folder, "feed.xml")}`);
  expect(() => filesIn(options.to)).toThrow();
});

test("of several archives in the folder, each is named with what it is", async () => {
  const folder = folderOf({ "feed.xml": feed("They turn."), "site/index.html": "", "old/_config.yml": "title: Old", "old/_posts/2024-01-10-a.md": story(1), "notes/a.md": story(2), "package.json": "{}" }); // prettier-ignore
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  await expect(importAgain({ to: join(folder, "content") }, folder)).rejects.toThrow("There are 2 archives in this folder. Name one:");
  expect(error.mock.calls.map(([line]) => String(line).replace(folder, "."))).toEqual([
    "./feed.xml: RSS or Atom feed (feed.xml)",
    "./old: Markdown (_posts/2024-01-10-a.md); a site of Jekyll (_config.yml)",
  ]);
});
