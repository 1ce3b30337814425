import { describe, expect, test } from "vitest";
import { searchOver, idsFor } from "../support/searchOver.ts";
import { page } from "../support/inventedPages.ts";

const filler = "Words that say nothing at all about it and go on for a while. ".repeat(10);

describe("documents come", () => {
  test("by where the word stands: title, summary, body", async () => {
    const search = searchOver([
      page("body", "A document", `${filler} The volcano.`),
      page("summary", "A document", filler, { summary: "About the volcano." }),
      page("title", "The volcano", filler),
      page("none", "Another", filler),
    ]);
    expect(await idsFor(search, "volcano")).toEqual(["title", "summary", "body"]);
  });

  test("with the word itself before its other forms", async () => {
    const search = searchOver([page("forms", "Universities", filler), page("itself", "Universe", filler), page("none", "A", filler)]);
    expect(await idsFor(search, "universe")).toEqual(["itself", "forms"]);
  });

  test("with rare words before common ones", async () => {
    const common = Array.from({ length: 20 }, (_, i) => page(`c${i}`, "A bridge", filler));
    const search = searchOver([...common, page("rare", "A document", `${filler} viaduct`)]);
    expect((await idsFor(search, "bridge OR viaduct")).at(0)).toBe("rare");
  });

  test("with words side by side before words apart", async () => {
    const apart = (slug: string, text: string) => page(slug, "A document", text, { date: "2024-04-22T07:10:00Z" });
    const search = searchOver([
      apart("apart", `The black cat. ${filler} The holes.`),
      apart("near", `The cat. ${filler} The black holes.`),
      apart("none", filler),
      apart("nothing", filler),
    ]);
    expect(await idsFor(search, "black holes")).toEqual(["near", "apart"]);
  });

  test("of equal ones the newer first", async () => {
    const search = searchOver([
      page("old", "The volcano", filler, { date: "2004-04-22T07:10:00Z" }),
      page("new", "The volcano", filler, { date: "2024-04-22T07:10:00Z" }),
      page("middle", "The volcano", filler, { date: "2022-04-22T07:10:00Z" }),
    ]);
    expect(await idsFor(search, "volcano")).toEqual(["new", "middle", "old"]);
    expect(await idsFor(search, "volcano", { sort: "oldest" })).toEqual(["old", "middle", "new"]);
    expect(await idsFor(search, "volcano", { sort: "newest" })).toEqual(["new", "middle", "old"]);
  });

  test("of an old one in the title before a new one in passing", async () => {
    const search = searchOver([
      page("old", "The volcano", filler, { date: "1994-04-22T07:10:00Z" }),
      page("new", "A document", `${filler} The volcano.`, { date: "2024-04-22T07:10:00Z" }),
      page("none", "Another", filler),
    ]);
    expect(await idsFor(search, "volcano")).toEqual(["old", "new"]);
  });
});
