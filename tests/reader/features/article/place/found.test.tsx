import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { findFound } from "#reader/features/article/place/findFound.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { renderApp } from "../../../../support/renderApp.tsx";

const text = (words: string): Inline[] => [{ type: "text", text: words }];
const paragraph = (words: string): Block => ({ type: "paragraph", children: text(words) });

const body: Block[] = [
  paragraph("It had never fallen silent."),
  { type: "heading", level: 2, id: "why", children: text("Why an antenna turned") },
  { type: "list", ordered: false, items: [[paragraph("a gyroscope")], [paragraph("a magnetometer")]] },
  { type: "quote", children: [paragraph("Look again.")], attribution: text("A navigator") },
  { type: "table", head: [], rows: [[{ children: text("Plutonium") }, { children: text("decays") }]] },
  { type: "code", text: "POKE heliopause" },
  { type: "note", id: "1", children: [paragraph("An almanac says so.")] },
  { type: "paragraph", children: [...text("The com"), { type: "strong", children: text("mand") }, ...text(" took a day.")] },
];

const open = (state?: unknown, changes = {}) =>
  renderApp("/article/voyager-1", { "article/voyager-1.json": anArticlePage({ article: anArticle({ body, ...changes }) }) }).then(
    async (app) => {
      if (state) await app.router.navigate("/article/voyager-1", { state });
      return app;
    },
  );
const found = (word: string) => findFound(new Set([word]))?.range;

beforeEach(() => {
  vi.stubGlobal("scrollTo", vi.fn());
  vi.stubGlobal("CSS", { escape: (words: string) => words });
});

describe("the passage that a search found", () => {
  it.each([
    ["a paragraph", "silent", "P"],
    ["a heading", "antenna", "H2"],
    ["a list", "magnetometer", "LI"],
    ["a quotation", "again", "P"],
    ["who is quoted", "navigator", "CITE"],
    ["a table", "plutonium", "TD"],
    ["code", "heliopause", "CODE"],
    ["a note", "almanac", "LI"],
    ["a word of several pieces", "command", "P"],
  ])("is found in %s", async (_, word, tag) => {
    await open();
    const range = found(word);
    expect(range?.toString().toLowerCase()).toContain(word);
    const start = range?.startContainer.parentElement;
    expect(start?.closest(tag)).not.toBeNull();
  });

  it("is the standfirst where that has the words, and nothing where the story has none", async () => {
    await open(undefined, { standfirst: "After an almanac’s winter." });
    expect(found("almanac")?.toString()).toBe("After an almanac’s winter.");
    expect(found("zebra")).toBeUndefined();
  });

  it("is marked for a reader who comes from a hit, and is where they are led", async () => {
    await open({ found: ["magnetometer"] });
    await expect.poll(() => document.querySelectorAll("[data-here]").length, { timeout: 5000 }).toBe(1);
    expect(document.querySelector("[data-here]")?.textContent).toContain("magnetometer");
    expect(scrollTo).toHaveBeenCalledWith(expect.objectContaining({ behavior: expect.any(String) }));
  });
});
