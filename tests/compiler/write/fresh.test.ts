import { describe, expect, it } from "vitest";
import { makeArticle } from "../../support/makeArticle.ts";
import { written } from "../../support/written.ts";

const day = (place: number) => new Date(Date.UTC(2024, 0, 1 + place)).toISOString().replace(".000", "");

describe("the file of what is new", () => {
  it("names the newest stories and the last changes, twenty of each at most", async () => {
    const articles = Array.from({ length: 30 }, (_, place) =>
      makeArticle({ slug: `s${place}`, headline: "S", datePublished: day(place), dateModified: day(60 - place) }),
    );
    const { text } = await written(articles);
    const file: { newest: string[]; changed: [string, string][] } = JSON.parse(text("data/fresh.json"));
    expect(file.newest).toEqual(Array.from({ length: 20 }, (_, place) => `s${29 - place}`));
    expect(file.changed).toHaveLength(20);
    expect(file.changed[0]).toEqual(["s0", day(60)]);
  });

  it("says that nothing was changed where nothing was", async () => {
    const { text } = await written([makeArticle({ slug: "a", headline: "A" })]);
    expect(JSON.parse(text("data/fresh.json"))).toEqual({ newest: ["a"], changed: [] });
  });
});
