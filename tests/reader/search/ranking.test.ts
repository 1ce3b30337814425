import { describe, expect, test } from "vitest";
import { searchOver, slugsFor } from "../../support/searchOver.ts";
import { story } from "../../support/searchStories.ts";

const filler = "Words that say nothing at all about it and go on for a while. ".repeat(10);

describe("stories come", () => {
  test("by where the word stands: headline, standfirst, body", async () => {
    const search = searchOver([
      story("body", "A story", `${filler} The volcano.`),
      story("standfirst", "A story", filler, { standfirst: "About the volcano." }),
      story("headline", "The volcano", filler),
      story("none", "Another", filler),
    ]);
    expect(await slugsFor(search, "volcano")).toEqual(["headline", "standfirst", "body"]);
  });

  test("with the word itself before its other forms", async () => {
    const search = searchOver([story("forms", "Universities", filler), story("itself", "Universe", filler), story("none", "A", filler)]);
    expect(await slugsFor(search, "universe")).toEqual(["itself", "forms"]);
  });

  test("with rare words before common ones", async () => {
    const common = Array.from({ length: 20 }, (_, i) => story(`c${i}`, "A bridge", filler));
    const search = searchOver([...common, story("rare", "A story", `${filler} viaduct`)]);
    expect((await slugsFor(search, "bridge OR viaduct")).at(0)).toBe("rare");
  });

  test("with words side by side before words apart", async () => {
    const apart = (slug: string, text: string) => story(slug, "A story", text, { datePublished: "2024-04-22T07:10:00Z" });
    const search = searchOver([
      apart("apart", `The black cat. ${filler} The holes.`),
      apart("near", `The cat. ${filler} The black holes.`),
      apart("none", filler),
      apart("nothing", filler),
    ]);
    expect(await slugsFor(search, "black holes")).toEqual(["near", "apart"]);
  });

  test("of equal ones the newer first", async () => {
    const search = searchOver([
      story("old", "The volcano", filler, { datePublished: "2004-04-22T07:10:00Z" }),
      story("new", "The volcano", filler, { datePublished: "2024-04-22T07:10:00Z" }),
      story("middle", "The volcano", filler, { datePublished: "2022-04-22T07:10:00Z" }),
    ]);
    expect(await slugsFor(search, "volcano")).toEqual(["new", "middle", "old"]);
    expect(await slugsFor(search, "volcano", { sort: "oldest" })).toEqual(["old", "middle", "new"]);
    expect(await slugsFor(search, "volcano", { sort: "newest" })).toEqual(["new", "middle", "old"]);
  });

  test("of an old one in the headline before a new one in passing", async () => {
    const search = searchOver([
      story("old", "The volcano", filler, { datePublished: "1994-04-22T07:10:00Z" }),
      story("new", "A story", `${filler} The volcano.`, { datePublished: "2024-04-22T07:10:00Z" }),
      story("none", "Another", filler),
    ]);
    expect(await slugsFor(search, "volcano")).toEqual(["old", "new"]);
  });
});
