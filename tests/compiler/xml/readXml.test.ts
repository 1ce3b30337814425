import { expect, test } from "vitest";
import type { Problem } from "../../../src/compiler/draft/problem.ts";
import { innerMarkup } from "../../../src/compiler/xml/innerMarkup.ts";
import { readXml } from "../../../src/compiler/xml/readXml.ts";
import { child, type XmlFound } from "../../../src/compiler/xml/xmlElement.ts";
import { XmlError } from "../../../src/compiler/xml/XmlError.ts";

type Read = { found: XmlFound[]; problems: Problem[]; error?: XmlError };

/** Reads bytes in pieces, so that tags, characters and the declaration are cut. */
async function read(source: string | Uint8Array, paths: string[], { piece = 7, lenient = false } = {}): Promise<Read> {
  const bytes = typeof source === "string" ? new TextEncoder().encode(source) : source;
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const result: Read = { found: [], problems: [] };
  try {
    for await (const element of readXml(
      { path: "x.xml", bytes: pieces },
      { paths, lenient, report: (problem) => result.problems.push(problem) },
    ))
      result.found.push(element);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    result.error = error;
  }
  return result;
}

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test("elements at the paths come out complete, with their namespace, line and what is around them", async () => {
  const { found } = await read(
    `<rss xml:lang="de" xmlns:c="urn:c"><channel><title>T</title>\n<item id="1"><c:body>a<![CDATA[<b>]]>c</c:body></item><item/></channel></rss>`,
    ["rss/channel/item", "rss/channel/title"],
  );
  expect(found.map(({ name }) => name)).toEqual(["title", "item", "item"]);
  const item = found[1]!;
  expect(item.line).toBe(2);
  expect(item.attributes).toEqual({ id: "1" });
  expect(child(item, "c:body")).toMatchObject({ local: "body", namespace: "urn:c", text: "a<b>c" });
  expect(child(item, "missing")).toBeUndefined();
  expect(item.ancestors[0]?.attributes).toMatchObject({ "xml:lang": "de" });
});

test("markup in the XML comes out as HTML", async () => {
  const { found } = await read(`<e xmlns:h="http://www.w3.org/1999/xhtml"><h:p title="&quot;">a &lt; <h:br/><h:b>c</h:b></h:p></e>`, ["e"]);
  expect(innerMarkup(found[0]!)).toBe(`<p title="&quot;">a &lt; <br><b>c</b></p>`);
});

test.each([
  ["UTF-8", new TextEncoder().encode("<a>žluť 🎈</a>")],
  ["UTF-8 with its mark", new TextEncoder().encode("\uFEFF<?xml version='1.0'?><a>žluť 🎈</a>")],
  ["UTF-16 with its mark", Uint8Array.from(Buffer.from("\uFEFF<a>žluť 🎈</a>", "utf16le"))],
  ["UTF-16 without", Uint8Array.from(Buffer.from("<a>žluť 🎈</a>", "utf16le"))],
])("text in %s is read, wherever a piece ends", async (_, bytes) => {
  for (const piece of [1, 2, 3, 5, 1000]) {
    const { found, problems } = await read(bytes, ["a"], { piece });
    expect(found[0]?.text).toBe("žluť 🎈");
    expect(problems).toEqual([]);
  }
});

test("the declaration names the encoding", async () => {
  const { found } = await read(latin(`<?xml version="1.0" encoding="iso-8859-15"?><a>10 \u00A4</a>`), ["a"]);
  expect(found[0]?.text).toBe("10 €");
  const cyrillic = await read(latin(`<?xml version="1.0" encoding="windows-1251"?><a>\u00C4\u00E0</a>`), ["a"]);
  expect(cyrillic.found[0]?.text).toBe("Да");
});

test("bytes that are no UTF-8 are read as Windows-1252 and reported once", async () => {
  const bytes = Uint8Array.from([...new TextEncoder().encode("<a>é "), 0xe9, 0x20, 0xe9, ...new TextEncoder().encode(" €</a>")]);
  const { found, problems } = await read(bytes, ["a"], { piece: 3 });
  expect(found[0]?.text).toBe("é é é €");
  expect(problems).toHaveLength(1);
});

test("control characters are taken out with a notice", async () => {
  const { found, problems } = await read("<a>x\u0001\u0008y</a>", ["a"]);
  expect(found[0]?.text).toBe("xy");
  expect(problems).toMatchObject([{ severity: "notice", file: "x.xml", place: "line 1" }]);
});

test.each([
  ["<a>Q&A and &nbsp;</a>", "Q&A and &nbsp;"],
  ["<a x='1&2'>Café & more</a>", "Café & more"],
  ["<a>&<!-- & --><![CDATA[& &amp; ]]]>&amp;&#38;&</a>", "&& &amp; ]&&&"],
  ["<a>x ]]> y</a>", "x ]]> y"],
  ["\n<?xml version='1.0'?><a>z</a>", "z"],
  ["<a>w<x:b/></a>", "w"],
])("the small fault of %s is reported and read over", async (source, text) => {
  for (const piece of [1, 2, 3, 1000]) expect((await read(source, ["a"], { piece })).found[0]?.text).toBe(text);
  const { found, problems, error } = await read(source, ["a"]);
  expect(error).toBeUndefined();
  expect(found[0]?.text).toBe(text);
  expect(problems.length).toBeGreaterThan(0);
});

test("a file that breaks off gives what is complete, then an error with place and path", async () => {
  const { found, error } = await read("<rss>\n<item>1</item>\n<item>\n<title>", ["rss/item"], { piece: 1000 });
  expect(found).toHaveLength(1);
  expect(error).toMatchObject({ line: 4, path: "rss/item/title", unfinished: { line: 3, tag: { name: "item" } } });
  expect(error?.message).toContain("cut off");
  expect(error?.place).toMatch(/^line 4, column \d+, in rss\/item\/title$/u);
});

test("an element that is not closed ends the reading, or ends with the one around it where that is asked for", async () => {
  const source = "<a><b>x<c>y</b><b>z</b></a>";
  const strict = await read(source, ["a/b"]);
  expect(strict.error?.message).toBe("<c> is not closed: an element around it ends first.");
  const { found, error } = await read(source, ["a/b"], { lenient: true });
  expect(error).toBeUndefined();
  expect(found.map(innerMarkup)).toEqual(["x<c>y</c>", "z"]);
});

test.each([
  [`<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;">]><a>&z;</a>`],
  [`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`],
  [`<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]><a/>`],
])("entities of %s are refused", async (source) => {
  const { found, error } = await read(source, ["a"]);
  expect(found).toEqual([]);
  expect(error?.message).toBe("The file declares entities of its own, which may do harm and are not read.");
});

test("a document type without entities does no harm", async () => {
  expect(
    (await read(`<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://my.netscape.com/rss.dtd"><rss>x</rss>`, ["rss"])).found,
  ).toHaveLength(1);
});

test("what would fill the memory is refused", async () => {
  expect((await read("<a>".repeat(5000), ["a"], { piece: 4096 })).error?.message).toContain("deep");
  const endless = new Uint8Array(2_000_000).fill(0x20);
  expect((await read(endless, ["a"], { piece: 65_536 })).error?.message).toContain("first million");
});

test("an empty file has no element", async () => {
  expect((await read("", ["a"])).error?.message).toBe("There is no element in the file.");
});

test("what stands in CDATA means nothing, and places after it are those of the file", async () => {
  const source = "<a><b><![CDATA[one & <two>\r\n]] ]]]]><![CDATA[> three\n4]]></b> <c/><![CDATA[x]]></d></a>";
  for (const piece of [1, 3, 1000]) {
    const { found, error } = await read(source, ["a/b", "a/c"], { piece });
    expect(found.map(({ text, line }) => [text, line])).toEqual([
      ["one & <two>\n]] ]]> three\n4", 1],
      ["", 3],
    ]);
    expect([error?.line, error?.column]).toEqual([3, source.split("\n")[2]!.indexOf("</d>") + "</d>".length + 1]);
  }
});

test("a processing instruction that holds what looks like CDATA changes nothing of the next", async () => {
  const { found } = await read("<a><?php <![CDATA[no]]> ?><b><![CDATA[yes]]></b></a>", ["a/b"]);
  expect(found[0]?.text).toBe("yes");
});

test("CDATA that is never closed is told of", async () => {
  const { error } = await read("<a><b>1</b><![CDATA[ and so on", ["a/b"]);
  expect(error?.message).toContain("cut off");
});
