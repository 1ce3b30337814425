import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ImportOptions } from "#compiler/importing/importArchive.ts";
import { compile } from "#compiler/compile.ts";
import { articlesIn, folderOf, tryImport } from "../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

const TEXT = "Words that are long enough to be the text of an article in the eyes of everybody who reads it.";
const CHANGED = TEXT.replace("Words", "Other words");

/** A story as an archive has it; a folder of Markdown gives ids that another folder may have too. */
const ARCHIVES = {
  ninjs: {
    file: "n.json",
    write: (text: string, more: object = {}) =>
      JSON.stringify({ uri: "urn:1", type: "text", versioncreated: "2024-04-22T07:10:00Z", headline: "A claim", pubstatus: "usable", body_html: `<p>${text}</p>`, ...more }), // prettier-ignore
  },
  Markdown: { file: "posts/a.md", write: (text: string) => `---\ntitle: A claim\ndate: 2024-04-22\n---\n${text}\n` },
};

/** A paper that has imported one story, and what happens when an editor, and then the archive, change it. */
async function imported(kind: keyof typeof ARCHIVES = "ninjs") {
  const { file, write } = ARCHIVES[kind];
  const input = folderOf({ [file]: write(TEXT), "other.md": `---\ntitle: Another\ndate: 2024-04-23\n---\n${TEXT}\n` });
  const { content } = await tryImport(input);
  const path = [...articlesIn(content)].find(([, { headline }]) => headline === "A claim")?.[0] ?? "";
  const edit = (fields: object) =>
    writeFileSync(join(content, path), JSON.stringify({ ...JSON.parse(readFileSync(join(content, path), "utf8")), ...fields }));
  const archiveHas = (text: string, more?: object) => writeFileSync(join(input, file), write(text, more));
  const again = async (options: Partial<ImportOptions> = {}) => {
    const { items, counts, problems } = await tryImport(input, { content, ...options });
    const story = items.find(({ file: of }) => of === file);
    const severities = [...(story?.changes ?? []), ...problems.filter(({ file: of }) => of === path)].map(({ severity }) => severity);
    return { counts, problems, severities, text: existsSync(join(content, path)) ? readFileSync(join(content, path), "utf8") : undefined };
  };
  return { input, file, content, path, edit, archiveHas, again };
}

const beside = (content: string, path: string) => join(content, ".import/theirs", path);

test.each([
  ["neither has changed", false, false, undefined, "A claim", "Words", []],
  ["the archive has changed it", false, true, undefined, "A claim", "Other words", []],
  ["an editor has changed it", true, false, { kept: 1, changed: 0, deleted: 0 }, "Mine", "Words", ["notice"]],
  ["both have changed it", true, true, { kept: 1, changed: 1, deleted: 0 }, "Mine", "Words", ["warning"]],
])("if %s, importing again leaves the right version", async (_, byEditor, byArchive, edits, headline, words, severities) => {
  for (const kind of ["ninjs", "Markdown"] as const) {
    const { content, path, edit, archiveHas, again } = await imported(kind);
    if (byEditor) edit({ headline: "Mine" });
    if (byArchive) archiveHas(CHANGED);
    const first = await again();
    expect(first.counts?.edits).toEqual(edits);
    expect(first.severities).toEqual(severities);
    expect(articlesIn(content).get(path)).toMatchObject({ headline });
    expect(first.text).toContain(`"${words} that`);
    expect(existsSync(beside(content, path))).toBe(byEditor && byArchive);
    // Once more, nothing changes: what both have changed is still said.
    const before = filesIn(content);
    expect((await again()).severities).toEqual(severities);
    expect(filesIn(content)).toEqual(before);
  }
});

test("the archive's version of what both have changed can be taken, or its file deleted", async () => {
  const { content, path, edit, archiveHas, again } = await imported();
  edit({ headline: "Mine" });
  archiveHas(CHANGED);
  await again();
  expect(readFileSync(beside(content, path), "utf8")).toContain("Other words");
  rmSync(beside(content, path));
  expect((await again()).severities).toEqual(["notice"]);

  const taken = await again({ discard: [path] });
  expect(taken.severities).toEqual([]);
  expect(articlesIn(content).get(path)).toMatchObject({ headline: "A claim" });
  expect(taken.text).toContain("Other words");
  expect((await again()).counts).toMatchObject({ written: 0, published: 2 });
});

test("a story that differs in both is described by what differs", async () => {
  const { input, content, path, edit, archiveHas } = await imported();
  edit({ headline: "Mine" });
  archiveHas(CHANGED);
  const { messages } = await tryImport(input, { content });
  expect(messages).toContainEqual(
    `An editor has changed “${path}” since it was imported, and the archive has changed it too. The edited one stays; they differ in headline (“Mine” here, “A claim” in the archive), body.`,
  );
});

test.each(["ninjs", "Markdown"] as const)(
  "a story of %s that an editor deleted stays deleted until its edits are discarded",
  async (kind) => {
    const { content, path, archiveHas, again } = await imported(kind);
    rmSync(join(content, path));
    for (const text of [TEXT, CHANGED]) {
      archiveHas(text);
      const { counts } = await again();
      expect(counts).toMatchObject({ published: 1, skipped: 1, edits: { deleted: 1 } });
      expect(existsSync(join(content, path))).toBe(false);
    }
    expect((await again({ discard: ["all"] })).text).toContain("Other words");
  },
);

test("a story that is gone from its archive is named and stays; another archive names only its own", async () => {
  const { input, file, content, path, again } = await imported();
  rmSync(join(input, file));
  const { counts, severities, text } = await again();
  expect([counts?.gone, severities]).toEqual([1, ["notice"]]);
  expect(text).toContain("Words");
  const other = await tryImport(folderOf({ "b.md": `---\ntitle: B\ndate: 2024-04-24\n---\n${TEXT}\n` }), {
    content,
    hasOthers: () => true,
  });
  expect(other.counts?.gone).toBeUndefined();
  expect(articlesIn(content).get(path)).toBeDefined();
});

test("an edited story that its archive embargoes, reschedules or withdraws is kept back, with its edits", async () => {
  const { content, path, edit, archiveHas, again } = await imported();
  const published = async () => (await compile({ content, out: temporaryFolder(), encode: false })).counts.published;
  edit({ headline: "Mine" });
  for (const more of [
    { embargoed: "2124-01-01T00:00:00Z" },
    { versioncreated: "2124-01-01T00:00:00Z", firstcreated: "2124-01-01T00:00:00Z" },
    { pubstatus: "canceled" },
  ]) {
    archiveHas(TEXT, more);
    await again();
    expect(articlesIn(content).get(path)).toMatchObject({ headline: "Mine" });
    expect(await published()).toBe(1);
  }
  archiveHas(TEXT);
  await again();
  expect([articlesIn(content).get(path)?.["headline"], await published()]).toEqual(["Mine", 2]);
});

test("a file that an editor has renamed, reformatted or broken is not written again", async () => {
  const { content, path, archiveHas, again } = await imported();
  writeFileSync(join(content, path), JSON.stringify(JSON.parse(readFileSync(join(content, path), "utf8")), null, 8));
  archiveHas(CHANGED);
  expect((await again()).text).toContain("Other words");

  const renamed = "articles/2024/better.json";
  renameSync(join(content, path), join(content, renamed));
  archiveHas(TEXT);
  await again();
  expect(articlesIn(content).get(renamed)).toBeDefined();
  expect(articlesIn(content).size).toBe(2);

  const broken = readFileSync(join(content, renamed), "utf8").replace(/\}\s*$/u, "");
  writeFileSync(join(content, renamed), broken);
  archiveHas(CHANGED);
  expect((await again()).counts).toMatchObject({ edits: { kept: 1, changed: 1 } });
  expect(readFileSync(join(content, renamed), "utf8")).toBe(broken);
});

test("a picture that an editor has replaced stays, until its edits are discarded", async () => {
  const svg = (width: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"/>`;
  const story = `---\ntitle: A\ndate: 2024-04-22\n---\n${TEXT}\n\n![One](one.svg)\n`;
  const input = folderOf({ "a.md": story, "one.svg": svg(10) });
  const { content } = await tryImport(input);
  const [one = ""] = [...filesIn(content).keys()].filter((name) => name.endsWith(".svg"));
  writeFileSync(join(content, one), svg(11));
  const { messages } = await tryImport(input, { content });
  expect(readFileSync(join(content, one), "utf8")).toBe(svg(11));
  expect(messages.join()).toContain("it was replaced here, and stays");
  await tryImport(input, { content, discard: [one] });
  expect(readFileSync(join(content, one), "utf8")).toBe(svg(10));
});

test("without the record of an earlier import, what differs from the archive is taken for edited", async () => {
  const { content, path, edit, archiveHas, again } = await imported();
  rmSync(join(content, ".import"), { recursive: true });
  edit({ headline: "Mine" });
  archiveHas(TEXT);
  expect((await again()).counts).toMatchObject({ edits: { kept: 1, changed: 1 } });
  expect(articlesIn(content).get(path)).toMatchObject({ headline: "Mine" });
});

/** A paper with two stories of a folder, of which one was deleted and the other renamed and kept back, and a newer export of it. */
async function renewed() {
  const { input, content, path, edit, archiveHas } = await imported("Markdown");
  const [other = ""] = [...articlesIn(content).keys()].filter((name) => name !== path);
  rmSync(join(content, other));
  edit({ draft: true, slug: "mine" });
  renameSync(join(content, path), join(content, "articles/2024/mine.json"));
  const newer = folderOf({});
  cpSync(input, newer, { recursive: true });
  const again = (options: Partial<ImportOptions> = {}) => tryImport(newer, { content, hasOthers: () => true, ...options });
  return { input, newer, content, archiveHas, again };
}

test("what an editor has decided about a story is not undone by an export under a new name, which says how to name the former one", async () => {
  const { input, content, again } = await renewed();
  const before = [...articlesIn(content)];
  for (const options of [{ dry: true }, {}, {}]) {
    const { counts, items, warnings, messages } = await again(options);
    expect([counts?.published, counts?.skipped, warnings]).toEqual([0, 2, 1]);
    expect(messages).toContainEqual(expect.stringContaining("had the same id"));
    expect(items.map((item) => "reason" in item && item.reason)).toEqual(Array(2).fill(expect.stringContaining(`--replaces ${input}`)));
    expect([...articlesIn(content)]).toEqual(before);
  }
  expect((await again({ discard: ["all"] })).counts).toMatchObject({ published: 2 });
});

test("a newer export takes the place of the former one: what was changed, deleted and withdrawn stays so", async () => {
  const { input, newer, content, again } = await renewed();
  const replaced = await again({ replaces: input, hasOthers: () => false });
  expect(replaced).toMatchObject({ warnings: 0, counts: { published: 0, edits: { deleted: 2 } } });
  expect((await again()).counts).toMatchObject({ published: 0, edits: { deleted: 2 } });
  expect([...articlesIn(content).values()]).toEqual([expect.objectContaining({ draft: true, slug: "mine" })]);

  await again({ discard: ["all"] });
  writeFileSync(join(newer, "other.md"), readFileSync(join(newer, "other.md"), "utf8").replace("---\n", "---\ndraft: true\n"));
  await again();
  expect([...articlesIn(content).values()].find(({ headline }) => headline === "Another")).toMatchObject({ withdrawn: true });
});

test("a story that an export under a new name withdraws is kept back, if most others are the same in both", async () => {
  for (const [text, withdrawn] of [
    [TEXT, true],
    [CHANGED, undefined],
  ] as const) {
    const { input, content, path } = await imported("Markdown");
    const newer = folderOf({
      "posts/a.md": ARCHIVES.Markdown.write(TEXT).replace("---\n", "---\ndraft: true\n"),
      "other.md": readFileSync(join(input, "other.md"), "utf8").replace(TEXT, text),
    });
    await tryImport(newer, { content, hasOthers: () => true });
    expect(articlesIn(content).get(path)?.["withdrawn"]).toBe(withdrawn);
  }
});

test("with a record that cannot be read, an import stops and writes nothing", async () => {
  const { content, path, again } = await imported();
  rmSync(join(content, path));
  const record = join(content, ".import/imported.json");
  const whole = readFileSync(record, "utf8");
  for (const damaged of [whole.replace("[", "[\n<<<<<<< HEAD"), whole.replace('"digest"', '"digset"'), ""]) {
    writeFileSync(record, damaged);
    const before = filesIn(content);
    const { counts, problems } = await again();
    expect(counts).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({ file: ".import/imported.json", message: expect.stringContaining("cannot be read") }),
    ]);
    expect(filesIn(content)).toEqual(before);
  }
});

test("a dry run says what would be kept, and writes nothing", async () => {
  const { content, edit, archiveHas, again } = await imported();
  edit({ headline: "Mine" });
  archiveHas(CHANGED);
  const before = filesIn(content);
  expect((await again({ dry: true })).counts).toMatchObject({ edits: { kept: 1, changed: 1 } });
  expect(filesIn(content)).toEqual(before);
});
