import { expect, it } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import type { Image } from "#content/image.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { mapBlocks } from "#content/blocks/mapBlocks.ts";

const link: Inline[] = [{ type: "link", url: "/old", children: [{ type: "text", text: "a" }] }];
const linked: Inline[] = [{ type: "link", url: "/new", children: [{ type: "text", text: "a" }] }];
const image = (url: string, caption: Inline[]): Image => ({ url, width: 1, height: 1, sources: [], alt: "", caption });

const body = (words: Inline[], url: string): Block[] => [
  { type: "paragraph", children: [{ type: "strong", children: words }] },
  { type: "list", ordered: true, items: [[{ type: "correction", children: words }]] },
  { type: "quote", children: [{ type: "heading", level: 2, id: "h", children: words }], attribution: words, url },
  { type: "figure", image: image("/a.jpg", words) },
  { type: "gallery", images: [image("/b.jpg", words), image("/c.jpg", words)] },
  { type: "table", caption: words, head: [[{ children: words }]], rows: [[{ children: words, heading: true }]] },
  { type: "note", id: "1", children: [{ type: "paragraph", children: words }] },
  { type: "code", text: "/old" },
  { type: "divider" },
];

const toNew = (url: string) => (url === "/old" ? "/new" : url);

it("changes every inline and every source, wherever it stands, and nothing else", () => {
  const inline = (each: Inline): Inline[] => [each.type === "link" ? { ...each, url: toNew(each.url) } : each];
  expect(mapBlocks(body(link, "/old"), { inline, url: toNew })).toEqual(body(linked, "/new"));
  expect(mapBlocks(body(link, "/old"), {})).toEqual(body(link, "/old"));
});

it("puts what stands instead in the place of a picture that is not shown", () => {
  const instead = ({ url }: Image): Block[] => [{ type: "paragraph", children: [{ type: "text", text: url }] }];
  const only = (shown: string[]) => (each: Image) => (shown.includes(each.url) ? each : undefined);
  const pictures: Block[] = [
    { type: "list", ordered: false, items: [[{ type: "figure", image: image("/a.jpg", []) }]] },
    { type: "gallery", images: [image("/b.jpg", []), image("/c.jpg", [])] },
  ];
  expect(mapBlocks(pictures, { image: only(["/c.jpg"]), instead })).toEqual([
    { type: "list", ordered: false, items: [instead(image("/a.jpg", []))] },
    { type: "gallery", images: [image("/c.jpg", [])] },
    ...instead(image("/b.jpg", [])),
  ]);
  expect(mapBlocks(pictures.slice(1), { image: only([]) })).toEqual([]);
});

it("leaves out an address that leads nowhere", () => {
  const quote: Block = { type: "quote", children: [], url: "/old" };
  expect(mapBlocks([quote], { url: () => undefined })).toEqual([{ type: "quote", children: [], url: undefined }]);
});
