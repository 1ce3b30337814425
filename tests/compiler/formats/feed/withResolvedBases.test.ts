import { expect, test } from "vitest";
import { withResolvedBases } from "#compiler/formats/feed/withResolvedBases.ts";

test("each item has its number and its base, and links are whole", () => {
  const xml = [
    '<feed xml:base="https://a.example/b/">',
    '<link xml:base="c/" href="d?e&amp;f"/>',
    '<entry><title mode="base64">V29yZHM8</title></entry>',
    '<entry xml:id="own" xml:base="g/"><link xml:base="h/">  i </link><link xml:base="k/"/></entry>',
    '<entry xml:base="mailto:x@example.org"><entry><x/></entry></entry>',
    "</feed>",
  ].join("\n");
  expect(withResolvedBases(xml)).toEqual({
    xml: '<feed xml:base="https://a.example/b/">\n<link xml:base="c/" href="https://a.example/b/c/d?e&amp;f"/>\n<entry xml:id="0" xml:base="https://a.example/b/"><title mode="base64">Words&lt;</title></entry>\n<entry xml:id="1" xml:base="https://a.example/b/g/"><link xml:base="h/">https://a.example/b/g/h/i</link><link xml:base="k/"/></entry>\n<entry xml:id="2" xml:base="https://a.example/b/"><entry><x/></entry></entry>\n</feed>',
    base: "https://a.example/b/",
    count: 3,
    whole: { end: 408, around: ["feed"] },
  });
});

test("a feed that is cut off ends with its last complete item", () => {
  const { xml, whole, open, count } = withResolvedBases("<rss><channel><item><b/></item><item><title>Cut");
  expect([xml.slice(0, whole?.end), whole?.around, open, count]).toEqual([
    '<rss><channel><item xml:id="0"><b/></item>',
    ["channel", "rss"],
    "title",
    2,
  ]);
  expect(withResolvedBases("<rss></channel><item/>")).toMatchObject({ whole: undefined, base: undefined, count: 1, open: "rss" });
});
