import { describe, expect, it } from "vitest";
import { spokenParts } from "#content/spokenParts.ts";
import { anArticle } from "../support/anArticle.ts";

const text = (words: string) => ({ type: "text" as const, text: words });
const paragraph = (words: string) => ({ type: "paragraph" as const, children: [text(words)] });

describe("what is read of a story", () => {
  it("begins with headline, standfirst and dateline", () => {
    const parts = spokenParts(
      anArticle({ standfirst: "Five months of noise.", dateline: "Pasadena", body: [paragraph("It spoke. It was heard.")] }),
    );
    expect(parts).toEqual([
      { place: "headline", sentences: ["Voyager 1 makes sense again"] },
      { place: "standfirst", sentences: ["Five months of noise."] },
      { place: 0, sentences: ["Pasadena", "It spoke.", "It was heard."] },
    ]);
  });

  it("counts every block that stands in the text, and speaks those that are meant for the ear", () => {
    const parts = spokenParts(
      anArticle({
        body: [
          paragraph("One."),
          { type: "note", id: "1", children: [paragraph("A note.")] },
          { type: "pullQuote", text: "One." },
          { type: "table", head: [], rows: [[{ children: [text("1977")] }]] },
          { type: "list", ordered: false, items: [[paragraph("First")], [paragraph("Second")]] },
          { type: "divider" },
          { type: "quote", children: [paragraph("That is us.")], attribution: [text("Carl Sagan")] },
        ],
      }),
    );
    expect(parts.slice(1)).toEqual([
      { place: 0, sentences: ["One."] },
      { place: 3, sentences: ["First", "Second"] },
      { place: 5, sentences: ["That is us.", "Carl Sagan"] },
    ]);
  });

  it("does not keep a correction from a listener", () => {
    const parts = spokenParts(anArticle({ corrections: [{ date: "2024-04-23T00:00:00Z", children: [text("It was 1977.")] }] }));
    expect(parts.at(-1)).toEqual({ place: 1, sentences: ["It was 1977."] });
  });
});
