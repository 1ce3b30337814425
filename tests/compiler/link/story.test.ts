import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrder } from "#compiler/link/story.ts";
import { makeArticle, makeArticles } from "../../support/makeArticle.ts";

describe("inOrder", () => {
  it("orders by the moment, not by its text: half past nine in Amsterdam is before eight in London", () => {
    const articles = [
      makeArticle({ slug: "london", datePublished: "2024-01-01T09:00:00Z" }),
      makeArticle({ slug: "amsterdam", datePublished: "2024-01-01T09:30:00+01:00" }),
    ];
    expect(inOrder(articles, "UTC").map(({ article }) => article.slug)).toEqual(["amsterdam", "london"]);
  });

  it("orders stories of the same moment by slug, whatever order they come in", () => {
    const articles = makeArticles(12, () => ({ datePublished: "2024-01-01T09:00:00Z" }));
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: 12 }), (shuffled) => {
        expect(inOrder(shuffled, "UTC").map(({ article }) => article)).toEqual(articles);
      }),
    );
  });

  it("gives each story its day in the edition's time zone", () => {
    const evening = makeArticle({ datePublished: "2024-04-21T22:30:00Z" });
    expect(inOrder([evening], "UTC")[0]?.day).toBe("2024-04-21");
    expect(inOrder([evening], "Europe/Amsterdam")[0]?.day).toBe("2024-04-22");
    expect(inOrder([evening], "America/New_York")[0]?.day).toBe("2024-04-21");
  });

  it("writes years before 1000 with four digits", () => {
    expect(inOrder([makeArticle({ datePublished: "0079-10-24T12:00:00Z" })], "Europe/Rome")[0]?.day).toBe("0079-10-24");
  });
});
