import { expect, test } from "vitest";
import { paragraph, refineDrafts } from "./refineDrafts.ts";

const LONG = paragraph("The gates were opened before dawn, and the town waited for news from the coast. ".repeat(4));

test("the same headline and text is one article, with what each of both knew", () => {
  const { articles, skipped, messages } = refineDrafts([
    {
      file: "b.md",
      headline: "The  gates",
      body: [LONG],
      datePublished: "2024-01-02",
      topics: [{ name: "Sea" }],
      oldUrls: ["/?p=2"],
      section: { name: "World" },
    },
    { file: "a.md", headline: "The gates", body: [LONG], datePublished: "2024-01-01", topics: [{ name: "Town" }], oldUrls: ["/?p=1"] },
  ]);
  expect(articles).toMatchObject([
    {
      headline: "The gates",
      slug: "the-gates",
      topics: [{ name: "Town" }, { name: "Sea" }],
      section: { name: "World" },
      oldUrls: ["/?p=1", "/?p=2"],
    },
  ]);
  expect(skipped).toEqual([
    { file: "b.md", reason: "It is the same article as a.md (the same headline and text), which was joined with it." },
  ]);
  expect(messages).toEqual([]);
});

test("the recording, the dateline, the series and all else that only the later file has are in the joined article", () => {
  const own = {
    id: "7",
    url: "https://example.org/gates",
    audio: { kind: "episode" as const, url: "https://example.org/a.mp3" },
    dateline: "Delft",
    series: { name: "The coast", part: 2 },
    genre: "Report",
    urgency: 2,
    inLanguage: "en",
  };
  const { articles } = refineDrafts([
    { file: "a.md", body: [LONG] },
    { file: "b.md", body: [LONG], datePublished: "2024-01-02", ...own },
  ]);
  expect(articles).toMatchObject([own]);
});

test("of one canonical address or of one id and headline too, and a text that is left out is told", () => {
  const url = "https://example.org/gates";
  const byAddress = refineDrafts([
    { file: "a.md", url, headline: "Gates open" },
    { file: "b.md", url: "http://www.example.org/gates/", headline: "Gates shut", slug: "shut", body: [LONG], datePublished: "2024-01-02" },
  ]);
  expect(byAddress.articles).toMatchObject([{ headline: "Gates open", oldUrls: ["/article/shut"] }]);
  expect(byAddress.skipped[0]?.reason).toContain("the same canonical address");
  expect(byAddress.messages).toEqual([
    "It is published as one article with a.md, whose text is kept; the text of this file differs, and is not published.",
  ]);
  const byId = refineDrafts([
    { file: "a.md", id: "7" },
    { file: "b.md", id: "7" },
  ]);
  expect(byId.skipped).toEqual([
    { file: "b.md", reason: "It is the same article as a.md (the same id and headline), which was joined with it." },
  ]);
});

test("three of one article are one, which has what only the third knew, though that is only like the second", () => {
  const url = "https://example.org/gates";
  const { articles, skipped } = refineDrafts([
    { file: "a.md", headline: "Gates open", url },
    { file: "b.md", headline: "Gates shut", url, id: "7", datePublished: "2024-01-02" },
    { file: "c.md", headline: "Gates shut", id: "7", dateline: "Delft", datePublished: "2024-01-03" },
  ]);
  expect(articles).toMatchObject([{ headline: "Gates open", id: "7", dateline: "Delft" }]);
  expect(skipped.map(({ file, reason }) => [file, reason.includes("article as a.md")])).toEqual([
    ["b.md", true],
    ["c.md", true],
  ]);
});

test("what only looks alike stays", () => {
  const { articles } = refineDrafts([
    { file: "a.md", headline: "Closed today" },
    { file: "b.md", headline: "Closed today", datePublished: "2024-02-01" },
    { file: "c.md", headline: "Gates", body: [LONG], url: "https://example.org/" },
    { file: "d.md", headline: "Other gates", body: [LONG], url: "https://example.org/" },
    { file: "e.md", headline: "Tore", url: "https://example.org/x", inLanguage: "de" },
    { file: "f.md", headline: "Portes", url: "https://example.org/x", inLanguage: "fr" },
    { file: "g.md", headline: "One", id: "7" },
    { file: "h.md", headline: "Two", id: "7" },
  ]);
  expect(articles).toHaveLength(8);
});
