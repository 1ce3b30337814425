import { describe, expect, it } from "vitest";
import { makeArticle, makeImage, ref } from "../../support/makeArticle.ts";
import { written } from "../../support/written.ts";

const bytesIn = (text: string): unknown => JSON.parse(text).bytes;

describe("what a list takes on a device", () => {
  it("is told on its newest page, and grows with its stories and pictures", async () => {
    const story = (slug: string, topic: string, image = false) =>
      makeArticle({ slug, headline: slug, topics: [ref(topic)], ...(image && { image: makeImage("x.jpg") }) });
    const { text } = await written([story("a", "Tea"), story("b", "Tea"), story("c", "Rain"), story("d", "Snow", true)]);
    const one = Number(bytesIn(text("data/topic/rain.json")));
    expect(one).toBeGreaterThan(text("data/article/c.json").length);
    expect(bytesIn(text("data/topic/tea.json"))).toBe(2 * one);
    expect(Number(bytesIn(text("data/topic/snow.json")))).toBeGreaterThan(one);
  });

  it("is not told on a page that never changes", async () => {
    const { text } = await written(Array.from({ length: 40 }, (_, place) => makeArticle({ slug: `s${place}`, headline: "S" })));
    expect(JSON.parse(text("data/latest/page/1.json"))).not.toHaveProperty("bytes");
  });
});
