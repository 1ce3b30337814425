import { expect, it } from "vitest";
import { BLOCKS, type Block, BlocksSchema, fieldsOf, itemOf, RowsSchema } from "#content/blocks/block.ts";
import type { Image } from "#content/image.ts";
import { ImageSchema } from "#content/image.ts";
import { type Inline, InlinesSchema } from "#content/blocks/inline.ts";
import { ChaptersSchema, TranscriptSchema } from "#content/recording.ts";
import { DrawnSchema } from "#content/blocks/drawn.ts";
import { MathMlSchema } from "#content/blocks/mathMl.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { eachPart, visitArticle, visitBlocks } from "#content/blocks/visitBlocks.ts";

const words = (text: string): Inline[] => [{ type: "text", text }];
const image = (name: string, caption?: string): Image => ({
  url: `/pictures/${name}.jpg`,
  width: 10,
  height: 10,
  sources: [],
  alt: "",
  ...(caption !== undefined && { caption: words(caption) }),
});

const BODY: Block[] = [
  {
    type: "list",
    ordered: false,
    items: [[{ type: "figure", image: image("in-list", "one") }], [{ type: "paragraph", children: words("two") }]],
  },
  { type: "quote", attribution: words("four"), children: [{ type: "heading", level: 2, id: "three", children: words("three") }] },
  {
    type: "table",
    rows: [[{ children: words("seven") }, { children: words("eight") }]],
    head: [[{ children: words("six") }]],
    caption: words("five"),
  },
  { type: "note", id: "1", children: [{ type: "gallery", images: [image("a", "nine"), image("b", "ten")] }] },
];

it("tells of all that stands in a body, in the order of reading and whatever the order of its fields", () => {
  const texts: string[] = [];
  const types: string[] = [];
  const images: string[] = [];
  visitBlocks(BODY, {
    block: ({ type }) => void types.push(type),
    image: ({ url }) => void images.push(url),
    inline: (inline) => void ("text" in inline && inline.text !== " " && texts.push(inline.text)),
  });
  expect(texts).toEqual(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]);
  expect(types).toEqual(["list", "figure", "paragraph", "quote", "heading", "table", "note", "gallery"]);
  expect(images).toEqual(["/pictures/in-list.jpg", "/pictures/a.jpg", "/pictures/b.jpg"]);
  expect(plainText(BODY)).toBe("one\ntwo\nthree\nfour\nfive\nsix\nseven eight\nnine\nten");
});

it("goes into an inline unless it is told not to", () => {
  const body: Block[] = [
    {
      type: "paragraph",
      children: [{ type: "link", url: "/a", children: [{ type: "strong", children: words("in") }] }, ...words("after")],
    },
  ];
  const told = (into: boolean): string[] => {
    const types: string[] = [];
    visitBlocks(body, { inline: ({ type }) => (types.push(type), into) });
    return types;
  };
  expect(told(true)).toEqual(["link", "strong", "text", "text"]);
  expect(told(false)).toEqual(["link", "text"]);
});

it("tells of the lead picture first, and of corrections last", () => {
  const texts: string[] = [];
  const article = { image: image("lead", "lead"), body: BODY.slice(0, 1), corrections: [{ children: words("correction") }] };
  visitArticle(article, { inline: (inline) => void ("text" in inline && texts.push(inline.text)) });
  expect(texts).toEqual(["lead", "one", "two", "correction"]);
});

it("gives the words of blocks without marks", () => {
  const lines = (block: Block): unknown[] =>
    eachPart<unknown>(block, { line: (line) => line, image: () => "image", blocks: () => "blocks" });
  expect(lines({ type: "code", text: "a = 1" })).toEqual([words("a = 1")]);
  expect(lines({ type: "embed", provider: "youtube", url: "https://youtu.be/x", title: "Cranes" })).toEqual([words("Cranes")]);
  expect(lines({ type: "divider" })).toEqual([]);
  const chapters = [{ start: 0, title: "The bells" }];
  const transcript = [
    { start: 0, end: 1, text: "They ring" },
    { start: 1, speaker: "Ada", text: "at noon." },
  ];
  const captions = [{ url: "/media/bells.vtt" }];
  expect(lines({ type: "audio", url: "/media/bells.mp3", title: "Bells", captions, chapters, transcript })).toEqual([
    words("Bells"),
    words("The bells"),
    words("They ring at noon."),
  ]);
});

it("finds the words, pictures and blocks of a field in lists and objects too", () => {
  const terms = [words("ebb"), words("flow")];
  const block: Block = { type: "definitions", entries: [{ terms, definitions: [[], []] }] };
  expect(eachPart<unknown>(block, { line: (line) => line, image: () => "image", blocks: () => "blocks" })).toEqual([
    ...terms,
    "blocks",
    "blocks",
  ]);
});

it("knows every schema in a block that is more than a list, an object, a text, a number or a switch", () => {
  // The last two are drawings, and hold no words of their own.
  const known: unknown[] = [
    InlinesSchema,
    ImageSchema,
    BlocksSchema,
    RowsSchema,
    ChaptersSchema,
    TranscriptSchema,
    MathMlSchema,
    DrawnSchema,
  ];
  const innermost = (schema: unknown): unknown[] => {
    if (known.includes(schema)) return [schema];
    const inner = [itemOf(schema), ...fieldsOf(schema).map((field) => field.schema)].filter((each) => each !== undefined);
    return inner.length === 0 ? [schema] : inner.flatMap(innermost);
  };
  const typeOf = (schema: unknown) => (typeof schema === "object" && schema !== null && "type" in schema ? String(schema.type) : "");
  const all = Object.values(BLOCKS).flatMap(({ schema }) => innermost(schema));
  expect(all.length).toBeGreaterThan(50);
  expect(
    all
      .filter((each) => !known.includes(each))
      .map(typeOf)
      .filter((type) => !/^(?:literal|string|number|boolean|picklist|unknown)$/u.test(type)),
  ).toEqual([]);
});
