import { describe, expect, it } from "vitest";
import { MADE_OF_META } from "#content/pages/madeOf.ts";
import { makeArticle, ref } from "../support/makeArticle.ts";
import { prerenderedPage } from "../support/prerendered.ts";

describe("a page of HTML", () => {
  it("says what it was made of where it is a story: its own data, and what it shows of the paper", async () => {
    const story = makeArticle({ topics: [ref("Tea")] });
    const made = async (file: string, article: typeof story) =>
      (await prerenderedPage(file, [article])).querySelector(`meta[name="${MADE_OF_META}"]`)?.getAttribute("content");
    const first = await made("article/a-story.html", story);
    expect(first).toMatch(/^[\w+/]{16}$/u);
    expect(await made("article/a-story.html", story)).toBe(first);
    expect(await made("article/a-story.html", { ...story, headline: "Corrected" })).not.toBe(first);
    expect(await made("topic/tea.html", story)).toBeUndefined();
  });
});
