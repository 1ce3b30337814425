import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as v from "valibot";
import { BlockSchema } from "#content/blocks/block.ts";
import { readFiles } from "./contentFolder.ts";

const STORY = "---\ntitle: A story\ndate: 2024-01-01\n---\nText.\n";

test("only stories are read, in the order of their names, and each is counted once", async () => {
  const { drafts, read, skipped, problems } = await readFiles({
    "b.md": STORY,
    "a.markdown": STORY,
    "deep/er/c.md": STORY,
    "_posts/d.md": STORY,
    "broken.json": "{",
    "empty.md": "",
    "README.md": STORY,
    "deep/license.md": STORY,
    "_hidden.md": STORY,
    ".git/e.md": STORY,
    "node_modules/x/f.md": STORY,
    "pictures/g.md": STORY,
    "edition.json": "{}",
    "most-read.json": `{"stories":[{"path":"/article/one","opened":3}]}`,
    "package.json": '{"name":"x"}',
    "notes.txt": "Words",
  });
  expect(drafts.map(({ file }) => file)).toEqual(["_posts/d.md", "a.markdown", "b.md", "deep/er/c.md"]);
  expect(skipped.map(({ file }) => file)).toEqual(["broken.json", "empty.md"]);
  expect(read).toBe(6);
  const said = problems.map(({ severity, file, message }) => `${severity} ${file}: ${message}`);
  expect(said).toContain("notice .: One file is not an article and was left alone: package.json.");
});

test("a pipe in the folder is not waited for", async () => {
  const { contentFiles } = await import("../../../src/compiler/reading/contentFiles.ts");
  const { contentFolder } = await import("./contentFolder.ts");
  const folder = contentFolder({ "a.md": STORY });
  execFileSync("mkfifo", [join(folder, "b.md")]);
  expect((await contentFiles(folder, new Set(["md"]))).articles).toEqual(["a.md"]);
});

test("progress is told file by file", async () => {
  const { readDrafts } = await import("../../../src/compiler/reading/readDrafts.ts");
  const { contentFolder, settingsOf } = await import("./contentFolder.ts");
  const steps: string[] = [];
  const onProgress = (done: number, total: number) => void steps.push(`${done}/${total}`);
  await readDrafts(contentFolder({ "a.md": STORY, "b.md": STORY }), settingsOf(), () => {}, { onProgress });
  expect(steps).toEqual(["1/2", "2/2"]);
});

test("UTF-16 and a byte order mark are read without a word", async () => {
  const utf16 = Buffer.from(`\ufeff${STORY}`, "utf16le");
  const { drafts, problems } = await readFiles({ "a.md": utf16, "b.md": `\ufeff${STORY}`, "c.md": STORY.replaceAll("\n", "\r\n") });
  expect(drafts.map(({ headline }) => headline)).toEqual(["A story", "A story", "A story"]);
  expect(problems).toEqual([]);
});

test("whatever JSON says, reading it gives valid blocks or a reason", async () => {
  const text = fc.string({ maxLength: 8 });
  const inline = fc.letrec((tie) => ({
    inline: fc.oneof(
      { maxDepth: 3 },
      fc.record({ type: fc.constant("text"), text: fc.oneof(text, fc.integer()) }),
      fc.record(
        {
          type: fc.constantFrom("strong", "link", "lang", "noteRef", "break", "blink"),
          url: text,
          lang: text,
          children: fc.array(tie("inline"), { maxLength: 3 }),
        },
        { requiredKeys: ["type"] },
      ),
      fc.jsonValue({ maxDepth: 2 }),
    ),
  })).inline;
  const types = [
    "paragraph",
    "heading",
    "list",
    "quote",
    "pullQuote",
    "figure",
    "gallery",
    "table",
    "code",
    "divider",
    "embed",
    "note",
    "correction",
    "unknown",
    "x",
  ];
  const block = fc.letrec((tie) => ({
    block: fc.oneof(
      { maxDepth: 3 },
      fc.record(
        {
          type: fc.constantFrom(...types),
          level: fc.nat(7),
          children: fc.array(fc.oneof(inline, tie("block")), { maxLength: 3 }),
          items: fc.array(fc.array(tie("block"), { maxLength: 2 }), { maxLength: 2 }),
          rows: fc.jsonValue({ maxDepth: 3 }),
          head: fc.jsonValue({ maxDepth: 2 }),
          text,
          url: text,
          id: text,
          date: text,
          image: fc.jsonValue({ maxDepth: 2 }),
          images: fc.jsonValue({ maxDepth: 2 }),
        },
        { requiredKeys: ["type"] },
      ),
      fc.jsonValue({ maxDepth: 2 }),
    ),
  })).block;
  const article = fc.record(
    {
      headline: fc.constant("x"),
      datePublished: fc.constant("2024-01-01"),
      body: fc.array(block, { maxLength: 6 }),
      authors: fc.jsonValue({ maxDepth: 2 }),
      image: fc.jsonValue({ maxDepth: 2 }),
      citations: fc.jsonValue({ maxDepth: 2 }),
      corrections: fc.jsonValue({ maxDepth: 2 }),
      section: fc.jsonValue({ maxDepth: 1 }),
      urgency: fc.jsonValue({ maxDepth: 1 }),
    },
    { requiredKeys: ["headline", "datePublished", "body"] },
  );
  const articles = fc.sample(article, 150);
  const { drafts, skipped } = await readFiles(Object.fromEntries(articles.map((each, index) => [`${index}.json`, JSON.stringify(each)])));
  expect(drafts.length + skipped.length).toBe(150);
  for (const { body } of drafts) v.assert(v.array(BlockSchema), body);
});

test("whatever Markdown says, reading it gives valid blocks or a reason", async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "---",
      "+++",
      "\n",
      "\n\n",
      "title: x",
      "date: 2024-01-01",
      "{{",
      "}}",
      "{%",
      "%}",
      "{% raw %}",
      "{% endraw %}",
      "`",
      "```",
      "    ",
      "> — ",
      "![a](b)",
      "<div>",
      "</div>",
      "| a |",
      "|--|",
      "[^1]",
      "[^1]: n",
      "Table: x",
      "- ",
      "1. ",
      "# ",
      '{{< figure src="a.png" >}}',
      "https://youtu.be/CWSLSHljQLM",
    ),
    fc.string({ maxLength: 6 }),
  );
  const texts = fc.sample(fc.array(piece, { maxLength: 30 }), 300).map((pieces) => pieces.join(""));
  const files = texts.flatMap((text, index) => [
    [`2024-01-01-a${index}.md`, text],
    [`b${index}.md`, `---\ntitle: x\ndate: 2024-01-01\n---\nWords\n\n${text}`],
  ]);
  const { drafts, skipped, read } = await readFiles(Object.fromEntries(files));
  expect(drafts.length + skipped.length).toBe(600);
  expect(read).toBe(600);
  for (const { body } of drafts) v.assert(v.array(BlockSchema), body);
});
