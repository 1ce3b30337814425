import { describe, expect, test } from "vitest";
import { bylineAuthors } from "../../../src/compiler/text/bylineAuthors.ts";
import { cleanText, oneLine } from "../../../src/compiler/text/cleanText.ts";
import { compareText } from "../../../src/compiler/text/compareText.ts";
import { counted } from "../../../src/compiler/text/counted.ts";
import { decode } from "../../../src/compiler/text/decode.ts";
import { errorText, messageOf } from "../../../src/compiler/text/errorMessage.ts";
import { dayIn, extensionOf, fileName } from "../../../src/compiler/text/fileName.ts";
import { isPictureFile } from "../../../src/compiler/text/isPictureName.ts";
import { filled, isPlainRecord, numberIn, recordIn, recordsOf, scalarText, wordsIn } from "../../../src/compiler/text/jsonRecord.ts";
import { keysOfJson } from "../../../src/compiler/text/keysOfJson.ts";
import { lastUpTo } from "../../../src/compiler/text/lastUpTo.ts";
import { linesFrom } from "../../../src/compiler/text/linesFrom.ts";
import { nearestName } from "../../../src/compiler/text/nearestName.ts";
import { offsetIn } from "../../../src/compiler/text/offsetIn.ts";
import { parseJson } from "../../../src/compiler/text/parseJson.ts";
import { plainTextHtml } from "../../../src/compiler/text/plainTextHtml.ts";
import { recordingType } from "../../../src/compiler/text/recordingName.ts";
import { repeatedKeys } from "../../../src/compiler/text/repeatedKeys.ts";
import { replaceSpans } from "../../../src/compiler/text/replaceSpans.ts";
import { wikiAddress, wikiName } from "../../../src/compiler/text/wikiAddress.ts";

describe("names", () => {
  test.each([
    ["By Ada Keane and Ben Ruiz, Reuters", [{ name: "Ada Keane" }, { name: "Ben Ruiz" }, { name: "Reuters", kind: "desk" }]],
    ["Von AFP / dpa; Ada Keane ada@example.org.", [{ name: "AFP", kind: "desk" }, { name: "dpa", kind: "desk" }, { name: "Ada Keane" }]],
    ["Ada Keane, Ada Keane", [{ name: "Ada Keane" }]],
    ["The Foreign Pages", [{ name: "The Foreign Pages", kind: "desk" }]],
    ["2024 -", []],
  ])("the byline %j", (byline, authors) => expect(bylineAuthors(byline)).toEqual(authors));

  test.each([
    ["2018-6-2-a-title.md", { slug: "a-title", date: "2018-6-2" }],
    ["2018-06-22.md", { slug: "2018-06-22", date: "2018-06-22" }],
    ["20180622 a title.md", { slug: "a title", date: "2018-06-22" }],
    ["20180632 a title.md", { slug: "20180632 a title" }],
    ["2018/06/22/title.md", { slug: "title", date: "2018-06-22" }],
    ["2018/06/22/title/index.de-at.md", { slug: "title", date: "2018-06-22" }],
    ["blog/title/+page.md", { slug: "title" }],
    ["blog/title/page.mdx", { slug: "title" }],
    ["blog/page.md", { slug: "page" }],
    ["index.md", { slug: "index" }],
  ])("the slug and date of %s", (path, found) => expect(fileName(path)).toEqual(found));

  test.each([
    ["blog/1800-1-2/x", "1800-01-02"],
    ["2099/12/31", "2099-12-31"],
    ["1799/12/31", undefined],
    ["2100/01/01", undefined],
    ["2023/02/29", undefined],
    ["2018/13/01", undefined],
  ])("the day in the folders %s", (path, day) => expect(dayIn(path)).toBe(day));

  test("extensions are in lower case", () => {
    expect(["a/b.JPG", "a.b/c", "x.tar.gz"].map(extensionOf)).toEqual(["jpg", "", "gz"]);
    expect(["a.JPEG?w=3", "see a.png", "a.txt"].map(isPictureFile)).toEqual([true, false, false]);
    expect(["a.MP3?x", "https://x.org/a.webm#t=3", "a.constructor", "a.txt", "a"].map(recordingType)).toEqual(
      ["audio/mpeg", "video/webm", undefined, undefined, undefined], // prettier-ignore
    );
  });

  test("a misspelt name means the nearest known one, unless it is too far from all", () => {
    const known = ["authors", "author", "date", "datePublished", "id", "standfirst"];
    const meant = Object.entries({
      "auth-or": "author",
      authers: "authors",
      dtae: "date",
      dates: "date",
      datf: "date",
      dotf: undefined,
      ix: undefined,
      standfrits: "standfirst",
      standfritsx: undefined,
      date_publish: "datePublished",
      publishedDate: undefined,
    });
    expect(meant.map(([name]) => [name, nearestName(name, known)])).toEqual(meant);
  });
});

describe("characters", () => {
  test("control characters are removed, and those of Windows-1252 and half of a pair replaced", () => {
    expect(cleanText("a\u0000b\u007F\uFFFEc\t\n \u0080\u0093x\u0094\u009F \uD83D!")).toBe("abc\t\n €“x”Ÿ \uFFFD!");
    expect(oneLine("  a\n\t b\u0007 ")).toBe("a b");
  });

  test("a file is UTF-8, UTF-16 by its mark, or else Windows-1252", () => {
    const bytes = (...each: number[]): Uint8Array => Uint8Array.from(each);
    expect(decode(Buffer.from("\uFEFFé\r\nx\ry"))).toEqual({ text: "é\nx\ny", guessed: false });
    expect(decode(bytes(0xff, 0xfe, 0x41, 0, 0x0d, 0))).toEqual({ text: "A\n", guessed: false });
    expect(decode(bytes(0xfe, 0xff, 0, 0x41))).toEqual({ text: "A", guessed: false });
    expect(decode(bytes(0xff, 0x41))).toEqual({ text: "ÿA", guessed: true });
    expect(decode(bytes(0xfe, 0x93, 0x0d, 0x0a))).toEqual({ text: "þ“\n", guessed: true });
  });

  test("texts are in the order of their code units", () => {
    expect(["b", "a", "B", "a"].toSorted(compareText)).toEqual(["B", "a", "a", "b"]);
    expect(compareText("a", "a")).toBe(0);
  });

  test("plain text becomes paragraphs, at empty lines or else at each line", () => {
    expect(plainTextHtml(" a <b>\nc \n \t\nd\r\n\r\ne\n")).toBe("<p>a &lt;b&gt; c</p><p>d</p><p>e</p>");
    expect(plainTextHtml('a\r\n"b" & c\rd')).toBe("<p>a</p><p>&quot;b&quot; &amp; c</p><p>d</p>");
  });

  test("spans are replaced up to the next end that belongs to them; starts in them and without an end stay", () => {
    const replaced = (text: string) =>
      replaceSpans(
        text,
        /[<([]/gu,
        (start) => ({ "<": ">", "(": ")" })[start] ?? "]",
        (span) => `{${span}}`,
      );
    expect(replaced("a(b(c)d)<(>(x)[y(z)")).toBe("a{(b(c)}d){<(>}{(x)}[y{(z)}");
    expect(replaced("[[ (a)(b)")).toBe("[[ {(a)}{(b)}");
  });

  test("a link by name has an address of its own", () => {
    expect(wikiName(wikiAddress(" A/B c.md "))).toBe("A/B c");
    expect(wikiName(`${wikiAddress("x")}#part`)).toBe("x");
    expect(["/[[%E0%A4]]", "/x", "[[x]]"].map(wikiName)).toEqual([undefined, undefined, undefined]);
  });
});

describe("numbers", () => {
  test("a number has the noun in its form", () => {
    expect([counted(0, "file"), counted(1, "story", "stories"), counted(2000, "story", "stories")]).toEqual([
      "0 files",
      "1 story",
      "2,000 stories",
    ]);
  });

  test("the last number up to a limit is found", () => {
    expect([0, 1, 2, 3, 4, 9].map((limit) => lastUpTo([1, 2, 2, 4], limit))).toEqual([-1, 0, 2, 2, 3, 3]);
  });

  test("the line of an offset counts from 1, and a line end belongs to its line", () => {
    const lineAt = linesFrom("a\nbc\n\nd");
    expect([0, 1, 2, 4, 5, 6, 6].map(lineAt)).toEqual([1, 1, 2, 2, 3, 4, 4]);
  });

  test("where the clocks skip or repeat an hour, the offset before counts", () => {
    const offsets = (timeZone: string, ...locals: string[]) => locals.map((local) => offsetIn(timeZone, Date.parse(`2024-${local}Z`)));
    expect(offsets("Europe/Berlin", "01-15T12:00", "07-15T12:00", "03-31T01:59", "03-31T02:30", "03-31T03:00")).toEqual([
      60, 120, 60, 60, 120,
    ]);
    expect(offsets("Europe/Berlin", "10-27T01:59", "10-27T02:30", "10-27T03:00")).toEqual([120, 120, 60]);
    expect(offsets("America/New_York", "03-10T01:59", "03-10T02:30", "03-10T03:00")).toEqual([-300, -300, -240]);
    expect(offsets("America/New_York", "11-03T00:59", "11-03T01:30", "11-03T02:00")).toEqual([-240, -240, -300]);
    expect(offsetIn("Europe/Berlin", Date.UTC(1880, 0, 1))).toBe(53);
  });
});

describe("JSON", () => {
  test("the outermost fields of a text that may be cut off", () => {
    const keys = (head: string) => [...keysOfJson(head)];
    expect(keys('{"a": {"b": 1}, "c\\"d" : "e:", "f"\r\n\t: [{"g": 1}], "h')).toEqual(["a", 'c\\"d', "f"]);
    expect(keys('\uFEFF [{"a": ["x", {"b": 2}], "c": 3}, {"d": 4}]')).toEqual(["a", "c"]);
    expect(keys('{"a": 1} {"b": 2}')).toEqual(["a"]);
    expect(keys('["a", "b"')).toEqual([]);
  });

  test("an error has its line and column", () => {
    expect(parseJson('\uFEFF{"a": 1}')).toEqual({ value: { a: 1 } });
    expect(parseJson('{"a": 1,\n "b": x}')).toMatchObject({
      error: expect.stringMatching(/^Unexpected token/u),
      place: "line 2, column 7",
    });
    expect(parseJson('{"a": 1,\n\n "b": 2')).toMatchObject({ place: "line 3, column 8" });
    expect(parseJson("x")).toMatchObject({ place: "line 1, column 1" });
  });

  test("a key that an object repeats is found, with its line", () => {
    const json = '{"a": "a\\"",\n "b": {"a": 1},\n "c": [{"a": 1}, {"a": 2,\n "a": 3}],\n "\\u0061": 4}';
    expect(repeatedKeys(json)).toEqual([{ name: "a", line: 4 }, { name: "a", line: 5 }]); // prettier-ignore
  });

  test("values of another kind than expected count as none", () => {
    expect([recordIn({ a: { b: 1 } }, "a"), recordIn({ a: [1] }, "a"), recordIn({ a: null }, "a")]).toEqual([{ b: 1 }, {}, {}]);
    expect([recordsOf([{ a: 1 }, 2, null, [3], { b: 4 }]), recordsOf({ a: 1 })]).toEqual([[{ a: 1 }, { b: 4 }], []]);
    expect(filled({ a: " ", b: null, c: undefined, d: 0, e: false, f: "x" })).toEqual({ d: 0, e: false, f: "x" });
    expect([scalarText("x"), scalarText(1), scalarText(false), scalarText({}), scalarText(null)]).toEqual(["x", "1", "false", "", ""]);
    expect(["4", 4, "", "x", {}].map(numberIn)).toEqual([4, 4, Number.NaN, Number.NaN, Number.NaN]);
    expect([{}, new Date(0), [], null].map(isPlainRecord)).toEqual([true, false, false, false]);
  });

  test("the words of a value that is not understood are kept, but no addresses and names of types", () => {
    expect(wordsIn({ type: "x", url: "y", a: " one ", b: [2, { c: "three", d: null, e: true }], f: "" })).toBe("one 2 three");
    const nested = (depth: number): unknown => (depth === 0 ? "deep" : [nested(depth - 1)]);
    expect([wordsIn(nested(100)), wordsIn(nested(101)), wordsIn(nested(102))]).toEqual(["deep", "deep", ""]);
  });
});

describe("errors", () => {
  test("have their causes as text", () => {
    const error = new Error("first", { cause: new Error("second", { cause: "third" }) });
    expect(errorText(error)).toMatch(/^Error: first\n.*\nCaused by Error: second\n.*\nCaused by third$/su);
    expect(errorText(new Error("alone"))).not.toContain("Caused by");
    expect(errorText(3)).toBe("3");
  });

  test("their first line ends with one full stop", () => {
    expect([new Error(" a\nb"), new Error("a."), "c"].map(messageOf)).toEqual(["a.", "a.", "c."]);
  });
});
