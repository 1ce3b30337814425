import { expect, test } from "vitest";
import { compile } from "#compiler/compile.ts";
import { articlesIn, folderOf, tryImport } from "../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

const note = (title: string, text: string, fields = ""): string => `---\ntitle: ${title}\ndate: 2024-04-22\n${fields}---\n${text}\n`;

const FILES = {
  "The harbour.md": note("A new quay", "Words of [[Rain in May#What fell|the rain]].", "aliases: [Quay]\n"),
  "weather/Rain in May.md": note("Rain", "## What fell\n\nRain."),
  "Hidden.md": note("Hidden", "Rain.", "draft: true\n"),
  "links.md": note(
    "Links",
    "[[The harbour]], [[the harbour.md|here]], [[weather/Rain in May]], [[Quay]], [[#Below]], [[Nobody]], [[Hidden|later]], ![[Rain in May]].\n\n## Below\n\nText.",
  ),
};

type Inline = { type: string; text?: string; url?: string; children?: Inline[] };
const linksOf = (json: string): [words: string, url: string][] => {
  const found: [string, string][] = [];
  JSON.parse(json, (_, value: Inline) => {
    if (value?.type === "link") found.push([value.children?.[0]?.text ?? "", value.url ?? ""]);
    return value;
  });
  return found;
};

const LINKS = [
  ["The harbour", "/article/the-harbour"],
  ["here", "/article/the-harbour"],
  ["weather/Rain in May", "/article/rain-in-may"],
  ["Quay", "/article/the-harbour"],
  ["Below", "#below"],
  ["Rain in May", "/article/rain-in-may"],
];

test("links by name lead to the articles that have it, and the words of others stay", async () => {
  const out = temporaryFolder();
  const { problems } = await compile({ content: folderOf(FILES), out });
  const files = filesIn(out);
  expect(linksOf(files.get("data/article/links.json") ?? "").slice(0, LINKS.length)).toEqual(LINKS);
  expect(files.get("data/article/links.json")).toContain(", Nobody, later, ");
  expect(linksOf(files.get("data/article/the-harbour.json") ?? "")[0]).toEqual(["the rain", "/article/rain-in-may#what-fell"]);
  for (const [name, text] of files) if (/article/u.test(name)) expect(text, name).not.toMatch(/\[\[|%5B%5B/iu);
  expect(problems.filter(({ severity }) => severity === "warning")).toMatchObject([
    { file: "links.md", line: 5, message: expect.stringContaining("inside another") },
    { file: "links.md", line: 5, message: expect.stringContaining('"Nobody"') },
  ]);
});

test("an import of notes keeps their links by name", async () => {
  const { content, messages } = await tryImport(folderOf(FILES));
  const texts = [...articlesIn(content).values()].map((article) => JSON.stringify(article));
  expect(linksOf(texts.find((text) => text.includes("Nobody")) ?? "")).toEqual(LINKS);
  expect(messages.join("\n")).toMatch(/Nobody.* leads to nothing/u);
});

test("a link that only has the form of one by name, and is no address, stays as it is and ends no build", async () => {
  const out = temporaryFolder();
  await compile({ content: folderOf({ "sale.md": note("Sale", 'Now at <a href="/[[50%]]">half price</a>.') }), out });
  expect(linksOf(filesIn(out).get("data/article/sale.json") ?? "")).toEqual([["half price", "/[[50%]]"]]);
});
