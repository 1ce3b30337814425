import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { contentOf } from "../features/pictures/edition.ts";

const story = (name: string, day: number, fields = ""): string =>
  `---\nheadline: ${name}\ndatePublished: 2024-05-1${day}\nsection: World\n${fields}---\nWords of ${name}.\n`;

async function builtOf(files: Record<string, string>, settings: object = {}) {
  const out = temporaryFolder();
  const content = contentOf({ ...files, "edition.json": JSON.stringify({ url: "https://example.org/", ...settings }) });
  const { problems, built } = await compile({ content, out, encode: false });
  const json = (file: string): unknown => JSON.parse(readFileSync(join(out, "data", file), "utf8"));
  return { json, messages: problems.map(({ message }) => message), paths: [...(built?.pages ?? [])].map(({ path }) => path) };
}

const DELTAS = {
  "a.md": story("Alpha", 1, "series: Deltas\npart: 2\n"),
  "b.md": story("Beta", 2, "series: [deltas]\npart: '1'\n"),
  "c.md": story("Gamma", 3, "series: Deltas\n"),
  "d.json": JSON.stringify({ headline: "Delta", datePublished: "2024-05-14", body: "Words.", series: { name: "Deltas", part: 3 } }),
  "e.md": story("Epsilon", 5),
  "f.md": story("Zeta", 6, "series: Alone\n"),
};

describe("a series", () => {
  it("has a page with its stories by their parts, then by their dates, and what the settings say of it", async () => {
    const { json, messages } = await builtOf(DELTAS, { series: [{ name: "Deltas", description: "Where rivers end." }] });
    expect(json("series/deltas.json")).toMatchObject({
      name: "Deltas",
      description: "Where rivers end.",
      teasers: [{ slug: "b" }, { slug: "a" }, { slug: "d" }, { slug: "c" }],
    });
    expect(messages).toEqual([]);
  });

  it("tells each story its place and its neighbours there; a story that is alone has those of its section", async () => {
    const { json } = await builtOf(DELTAS);
    expect(json("article/a.json")).toMatchObject({
      series: { slug: "deltas", name: "Deltas", part: 2, of: 4 },
      previous: { slug: "b" },
      next: { slug: "d" },
    });
    expect(json("article/c.json")).toMatchObject({ series: { part: 4, of: 4 }, previous: { slug: "d" } });
    expect(json("article/c.json")).not.toHaveProperty("next");
    expect(json("article/f.json")).toMatchObject({ previous: { slug: "e" } });
    expect(json("article/f.json")).not.toHaveProperty("series");
  });

  it("is none where no story names one", async () => {
    const { paths } = await builtOf({ "e.md": story("Epsilon", 5) });
    expect(paths.filter((path) => path.startsWith("/series"))).toEqual([]);
  });

  it("is published without a part that is no number, which is named", async () => {
    const { messages, json } = await builtOf({ "a.md": story("Alpha", 1, "series: Deltas\npart: two\n") });
    expect(messages).toEqual([expect.stringMatching(/^series .*whole number/u)]);
    expect(json("article/a.json")).not.toHaveProperty("article.series");
  });
});
