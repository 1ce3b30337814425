import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "#content/article.ts";
import type { FrontPage } from "#content/pages/frontPage.ts";
import { linked, pageAt } from "../../support/linked.ts";
import { makeArticles, makeImage, ref } from "../../support/makeArticle.ts";

const front = (articles: Article[], json: unknown = {}): FrontPage => pageAt("front", "/", linked(articles, json));
const slugs = (stories: { slug: string }[]): string[] => stories.map(({ slug }) => slug);
const everything = ({ lead, also, latest, top, longRead, sections }: FrontPage): string[] =>
  slugs([
    ...(lead ? [lead] : []),
    ...also,
    ...latest,
    ...top,
    ...(longRead ? [longRead] : []),
    ...sections.flatMap(({ teasers }) => teasers),
  ]);

/** 80 stories; the one with this number (1 is the oldest) is as said. */
const with80 = (special: Record<number, Partial<Article>>): Article[] => makeArticles(80, (index) => special[index + 1] ?? {});

describe("the lead", () => {
  it("is the most urgent of the newest 60 stories, though newer ones have pictures", () => {
    expect(front(with80({ 30: { urgency: 1 }, 80: { image: makeImage("a"), urgency: 2 } })).lead?.slug).toBe("story-0030");
  });

  it("is never older than the newest 60 stories", () => {
    expect(front(with80({ 20: { urgency: 1 } })).lead?.slug).toBe("story-0080");
  });

  it("among equals is the newest with a picture, if that is one of the newest 20, else the newest", () => {
    expect(front(with80({ 70: { image: makeImage("a") } })).lead?.slug).toBe("story-0070");
    expect(front(with80({ 60: { image: makeImage("a") } })).lead?.slug).toBe("story-0080");
  });
});

describe("the front page", () => {
  it("puts beside the lead up to three stories that share its topics, its rarest first", () => {
    const space = (...names: string[]): Partial<Article> => ({ topics: names.map(ref) });
    const articles = with80({
      80: { urgency: 1, ...space("Science", "Voyager 1") },
      25: space("Voyager 1"),
      76: space("Science"),
      77: space("Science"),
      78: space("Science"),
      10: space("Voyager 1"),
    });
    expect(slugs(front(articles).also)).toEqual(["story-0025", "story-0078", "story-0077"]);
  });

  it("runs the newest seven stories that do not stand on it yet as the latest", () => {
    expect(slugs(front(with80({ 79: { urgency: 1 } })).latest)).toEqual([80, 78, 77, 76, 75, 74, 73].map((n) => `story-00${n}`));
  });

  it("has the newest three key events of a lead that is a live blog, until it ends", () => {
    const event = (id: string) => ({ id, headline: `Event ${id}`, date: "2024-04-22T07:10:00Z" });
    const live = { coverageStartTime: "2024-04-22T07:00:00Z", count: 9, keyEvents: ["d", "c", "b", "a"].map(event) };
    expect(front(with80({ 80: { urgency: 1, liveBlog: live } })).events?.map(({ id }) => id)).toEqual(["d", "c", "b"]);
    const ended = { ...live, coverageEndTime: "2024-04-22T09:00:00Z" };
    expect(front(with80({ 80: { urgency: 1, liveBlog: ended } }))).not.toHaveProperty("events");
  });

  it("has four top stories, by urgency, then with a picture, then the newest", () => {
    const articles = with80({ 30: { urgency: 2 }, 40: { urgency: 3 }, 50: { image: makeImage("a") }, 80: { urgency: 1 } });
    expect(slugs(front(articles).top)).toEqual(["story-0030", "story-0040", "story-0050", "story-0072"]);
  });

  it("gives the long read's place to the newest story marked so, although it is short and new", () => {
    const articles = with80({ 78: { genre: "Long read" }, 50: { genre: "Long read" }, 60: { readingMinutes: 30 } });
    expect(front(articles).longRead?.slug).toBe("story-0078");
    expect(slugs(front(articles).latest)).not.toContain("story-0078");
  });

  it("gives it to the longest of at least eight minutes where none is marked, and to none where all are short", () => {
    expect(front(with80({ 30: { readingMinutes: 12 }, 31: { readingMinutes: 8 } })).longRead?.slug).toBe("story-0030");
    expect(front(with80({ 30: { readingMinutes: 7 } })).longRead).toBeUndefined();
  });

  it("has a block for each section in the settings' order, with three and two teasers in turn", () => {
    const articles = makeArticles(100, (index) => ({ section: ref(["World", "Science", "Sport"][index % 3] ?? "") }));
    const { sections } = front(articles, { sections: [{ name: "Science" }, { name: "Europe" }, { name: "World" }, { name: "Sport" }] });
    expect(sections.map(({ section, teasers }) => [section.name, teasers.length])).toEqual([
      ["Science", 3],
      ["World", 2],
      ["Sport", 3],
    ]);
  });

  it("without sections in the settings takes the largest first", () => {
    const articles = makeArticles(100, (index) => ({ section: ref(index % 4 === 0 ? "World" : "Science") }));
    expect(front(articles).sections.map(({ section }) => section.name)).toEqual(["Science", "World"]);
  });

  it("looks further back than 60 stories for a section that is seldom written for", () => {
    const articles = makeArticles(200, (index) => ({ section: ref(index < 5 ? "Culture" : "World") }));
    const culture = front(articles).sections.find(({ section }) => section.name === "Culture");
    expect(slugs(culture?.teasers ?? [])).toEqual(["story-0005", "story-0004"]);
  });

  it("shows no story twice and, where there are few, every story", () => {
    const story = fc.record({
      topics: fc.uniqueArray(fc.constantFrom("A", "B", "C"), { maxLength: 2 }).map((names) => names.map(ref)),
      section: fc.constantFrom("World", "Science").map(ref),
      urgency: fc.integer({ min: 1, max: 9 }),
      readingMinutes: fc.integer({ min: 1, max: 15 }),
      genre: fc.constantFrom("Analysis", "Long read"),
    });
    fc.assert(
      fc.property(fc.array(story, { maxLength: 90 }), (stories) => {
        const shown = everything(front(makeArticles(stories.length, (index) => stories[index] ?? {})));
        expect(new Set(shown).size).toBe(shown.length);
        if (stories.length <= 8) expect(shown).toHaveLength(stories.length);
      }),
    );
  });
});
