import { expect, test } from "vitest";
import { renderMarkdown } from "#compiler/reading/markdown/renderMarkdown.ts";
import { blocks } from "../../src/admin/blocks.ts";
import { readHtml, text } from "../compiler/body/readHtml.ts";

/** A block of each kind as somebody fills it in, and what a story has then. */
const FILLED: Record<string, [values: Record<string, string>, block: object]> = {
  figure: [
    { file: "/pictures/a.jpg", alt: "A dish", caption: "The dish, at night & in rain", credit: "Photo: Ada Keane" },
    {
      type: "figure",
      image: {
        url: "/pictures/a.jpg",
        width: 640,
        height: 480,
        sources: [],
        alt: "A dish",
        caption: [text("The dish, at night & in rain")],
        credit: "Photo: Ada Keane",
      },
    },
  ],
  "pull-quote": [{ text: "Rust & <iron> never sleep" }, { type: "pullQuote", text: "Rust & <iron> never sleep" }],
  embed: [
    { url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" },
    expect.objectContaining({ type: "embed", provider: "YouTube", url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" }),
  ],
};

test.each(blocks.map((block) => [block.id, block] as const))(
  "%s is a block of the story, and is found again as it was filled in",
  (id, block) => {
    const [values, expected] = FILLED[id] ?? [{}, {}];
    const written = block.toBlock(values);
    expect(readHtml(renderMarkdown(`Before.\n\n${written}\n\nAfter.`).html, { titleIsCaption: true }).blocks[1]).toEqual(expected);
    const match = block.pattern.exec(`Before.\n\n${written}\n\nAfter.`);
    expect(match && (block.fromBlock?.(match) ?? { ...match.groups })).toEqual(values);
  },
);

test("signs that would end a caption are left out", () => {
  const figure = blocks.find(({ id }) => id === "figure");
  expect(figure?.toBlock({ file: "a.jpg", alt: "[A] dish", caption: 'The "dish" |\nat night', credit: "" })).toBe(
    '![A dish](a.jpg "The dish at night | ")',
  );
});
