import { join } from "node:path";
import { expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { filesIn, temporaryFolder, writeFiles } from "../../support/temporaryFolder.ts";

const PAPER = {
  "edition.json": JSON.stringify({
    name: "The Post",
    url: "https://post.example/paper/",
    markdown: true,
    languages: { de: { name: "Die Post" } },
  }),
  "articles/tide.md": [
    '---\nheadline: "The tide: turned"\ndatePublished: 2026-01-05\nauthors: [Ada Keane]\nsection: World\ntopics: [Sea]\nkind: opinion',
    "corrections:\n  - date: 2026-01-06\n    text: It was eight.\ncitations:\n  - { title: A report, url: https://report.example/ }",
    "---\nSee [the offer](offer.md) and *all* of it.[^1]\n\n[^1]: A note.\n",
  ].join("\n"),
  "articles/offer.md": "---\nheadline: An offer\ndatePublished: 2026-01-04\nsponsor: Acme\n---\nBuy.\n",
  "articles/flut.md": "---\nheadline: Die Flut\ndatePublished: 2026-01-03\nlang: de\n---\nWorte.\n",
  "articles/secret.md": "---\nheadline: A secret\ndatePublished: 2026-01-03\ndraft: true\n---\nHush.\n",
};

/** The Markdown files of a paper, and llms.txt. */
async function published(files: Record<string, string>, out = join(temporaryFolder(), "site")) {
  const content = temporaryFolder();
  writeFiles(content, files);
  await compile({ content, out, encode: false, now: Date.parse("2026-01-20") });
  return new Map([...filesIn(out)].filter(([file]) => /\.md$|llms\.txt$/u.test(file)));
}

it("each published story is Markdown too, with its labels, corrections and sources, and full addresses", async () => {
  const files = await published(PAPER);
  expect([...files.keys()].toSorted()).toEqual(["article/offer.md", "article/tide.md", "de/article/flut.md", "de/llms.txt", "llms.txt"]);
  expect(files.get("article/tide.md")).toBe(`---
headline: "The tide: turned"
datePublished: "2026-01-05T00:00:00Z"
authors: ["Ada Keane"]
url: "https://post.example/paper/article/tide"
inLanguage: "en"
section: "World"
topics: ["Sea"]
kind: "opinion"
genre: "Opinion"
---

# The tide: turned

See [the offer](https://post.example/paper/article/offer) and *all* of it.[^1]

[^1]: A note.

> 2026-01-06: It was eight.

- [A report](https://report.example/)
`);
  expect(files.get("article/offer.md")).toContain("\n\n**Paid for by Acme**\n\nBuy.");
});

it("llms.txt names the newest stories and the lists of an edition, and no withheld one", async () => {
  const files = await published(PAPER);
  expect(files.get("llms.txt")).toBe(`# The Post

Each story is Markdown at its address with “.md”: https://post.example/paper/article/example.md

## Newest stories

- [The tide: turned](https://post.example/paper/article/tide.md): See the offer and all of it.
- [An offer](https://post.example/paper/article/offer.md): Paid for by Acme — Buy.

## Lists

- [World](https://post.example/paper/section/world)
- [Archive](https://post.example/paper/archive)
`);
  expect(files.get("de/llms.txt")).toContain("https://post.example/paper/de/article/flut.md");
});

it("a paper without the setting has no such file, and its own llms.txt stays", async () => {
  const off = { ...PAPER, "edition.json": "{}" };
  expect(await published(off)).toEqual(new Map());
  const own = await published({ ...PAPER, "public/llms.txt": "Ours." });
  expect(own.get("llms.txt")).toBe("Ours.");
});
