import { describe, expect, it } from "vitest";
import { editionOf, inEdition } from "#content/edition/editions.ts";
import { inSite } from "#content/paths.ts";

const EDITIONS = [
  { language: "en", prefix: "" },
  { language: "nl", prefix: "/nl" },
  { language: "pt", prefix: "/pt" },
  { language: "pt-BR", prefix: "/pt-br" },
];

describe("the edition of a text", () => {
  it.each([
    ["nl", "/nl"],
    ["nl-BE", "/nl"],
    ["pt-BR", "/pt-br"],
    ["pt-PT", "/pt"],
    ["en-GB", ""],
    ["de", ""],
  ])("that is in %s begins at “%s”", (tag, prefix) => {
    expect(editionOf(EDITIONS, tag)?.prefix).toBe(prefix);
  });

  it("is none where the site has one edition", () => {
    expect(editionOf([], "nl")).toBeUndefined();
  });
});

describe("a path", () => {
  it.each([
    ["", "/", "/"],
    ["", "/topic/tea", "/topic/tea"],
    ["/nl", "/", "/nl"],
    ["/nl", "/topic/tea", "/nl/topic/tea"],
    ["/pt-br", "/latest", "/pt-br/latest"],
  ])("of the edition “%s”, %s, is %s in the site, and found there again", (prefix, path, inTheSite) => {
    expect(inSite(prefix, path)).toBe(inTheSite);
    expect(inEdition(EDITIONS, inTheSite)).toEqual({ edition: EDITIONS.find((each) => each.prefix === prefix), path });
  });

  it("that only begins like a prefix is one of the main edition", () => {
    expect(inEdition(EDITIONS, "/nlp")).toEqual({ edition: EDITIONS[0], path: "/nlp" });
  });
});
