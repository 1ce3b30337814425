import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noticeText } from "../../src/query/notice.ts";
import { parseQuery } from "../../src/query/parseQuery.ts";
import { schema } from "../support/inventedPages.ts";
import type { Item } from "../../src/query/clauses.ts";

/** A query in one line, as it was understood. */
function understood(text: string, typing = false): string {
  return parseQuery(text, schema, typing)
    .clauses.map(({ excluded, any }) => (excluded ? "-" : "") + any.map(shown).join("|"))
    .join(" ");
}

function shown(item: Item): string {
  switch (item.type) {
    case "word":
      return item.token.term + (item.prefix ? "*" : "");
    case "phrase":
      return `${item.quoted ? "" : "~"}"${item.tokens.map(({ term }) => term).join(" ")}"`;
    case "title":
      return `title(${item.tokens.map(({ term }) => term).join(" ")})`;
    case "facet":
      return `${item.facet}(${item.text})${item.prefix ? "*" : ""}`;
    case "language":
      return `lang(${item.tag})`;
    case "dates":
      return `[${item.from ?? ""},${item.until ?? ""})`;
    case "all":
      return item.items.map(shown).join("+");
  }
}

const told = (text: string, typing = false): string[] => parseQuery(text, schema, typing).notices.map(noticeText);

describe("a query", () => {
  test.each([
    ["coral bleaching", "coral bleaching"],
    ['"coral bleaching"', '"coral bleaching"'],
    ["“coral bleaching” „Große Brücke“ «été»", '"coral bleaching" "grosse brucke" ete'],
    ["coral -florida", "coral -florida"],
    ['-"great barrier" reef', '-"great barrier" reef'],
    ["reef NOT florida", "reef -florida"],
    ["coral OR reef bleaching", "coral|reef bleaching"],
    ["coral | reef", "coral|reef"],
    ["coral AND reef", "coral reef"],
    ["(coral reef) (oceans)", "coral reef oceans"],
    ["bleach*", "bleach*"],
    ["covid-19 data.gov", '~"covid 19" ~"data gov"'],
    ["東京都", '~"東京 京都"'],
    ["猫", "猫*"],
    ["title:reefs", "title(reefs)"],
    ['title:"space telescope"', "title(space telescope)"],
    ['topic:"Coral bleaching" place:florida', "topic(Coral bleaching) place(florida)"],
    ["TOPIC:europol -section:crime author:science-desk", "topic(europol) -section(crime) author(science-desk)"],
    ["lang:DE", "lang(de)"],
    ["before:2024-04-22", "[,2024-04-22)"],
    ["after:2024-04-22", "[2024-04-23,)"],
    ["on:2024-04", "[2024-04-01,2024-05-01)"],
    ["on:2024", "[2024-01-01,2025-01-01)"],
    ["on:2024-02-29", "[2024-02-29,2024-03-01)"],
    ["after:9999", "[9999-12-31,)"],
    ["http://example.org note:this", '~"http example org" ~"note this"'],
    ["!!! … —", ""],
    ["- -- -", ""],
  ])("%s is %s", (text, meaning) => expect(understood(text)).toBe(meaning));
});

describe("a name before a colon that is no field", () => {
  test.each(["foo:bar", "-foo:bar"])("is told of, and its words are searched: %s", (text) => {
    expect(told(text)).toEqual(["foo: is not a field; its words were searched."]);
    expect(understood(text)).toContain("foo");
  });

  test("is told of while the rest is typed", () => {
    expect(told("sektion:cri", true)).toEqual(["sektion: is not a field; its words were searched."]);
  });

  test.each(["https://example.org", "10:30", '"foo:bar"', "foo:", "foo: bar", "topic:europol"])("is not seen in %s", (text) => {
    expect(told(text, true)).toEqual([]);
  });
});

describe("a query that is being typed", () => {
  test.each([
    ["coral blea", "coral blea*"],
    ["coral bleaching ", "coral bleaching"],
    ['"coral blea', '"coral blea"'],
    ["topic:euro", "topic(euro)*"],
    ["before:20", ""],
  ])("%s is %s", (text, meaning) => expect(understood(text, true)).toBe(meaning));

  test("is not told of mistakes that the next letter may mend", () => {
    expect(['"coral', "topic:", "before:20", "coral OR"].flatMap((text) => told(text, true))).toEqual([]);
  });
});

describe("a wrong query", () => {
  test.each([
    ["before:yesterday", "before: needs a date such as 2024-04-22, 2024-04 or 2024; “yesterday” is not one."],
    ["on:2023-02-29", "on: needs a date such as 2024-04-22, 2024-04 or 2024; “2023-02-29” is not one."],
    ["topic:", "topic: needs something after the colon."],
    ['"coral reef', "A quotation mark is not closed; the phrase was taken to run to the end."],
    ["OR coral", "OR needs a word on each side."],
    ["coral OR -reef", "A word with a minus cannot be one side of OR; documents with it were left out."],
    ["w ".repeat(100), "Only the first 24 words were searched."],
  ])("%s says: %s", (text, sentence) => expect(told(text)).toEqual([sentence]));
});

test("ten thousand queries of any characters are read", () => {
  const signs = fc.constantFrom(
    '"',
    "“",
    "-",
    "OR",
    "topic:",
    "before:",
    "title:",
    "*",
    "|",
    "(",
    " ",
    "猫",
    "ال",
    "é",
    "2024-13",
    "\ud800",
    "\0",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.oneof(signs, fc.string())).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, fc.boolean(), (query, typing) => {
      for (const notice of parseQuery(query, schema, typing).notices) expect(noticeText(notice)).not.toBe("");
    }),
    { numRuns: 10_000 },
  );
});
