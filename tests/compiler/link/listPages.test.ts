import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "#content/article.ts";
import type { ListPage } from "#content/pages/listPage.ts";
import { linked, pageAt, pagesOf } from "../../support/linked.ts";
import { makeArticle, makeArticles, ref } from "../../support/makeArticle.ts";

const slugs = ({ days }: ListPage): string[] => days.flatMap(({ teasers }) => teasers.map(({ slug }) => slug));
const europol = (count: number): Article[] => makeArticles(count, () => ({ topics: [ref("Europol")] }));
const numbered = (articles: Article[]): Map<string, string[]> =>
  new Map([...pagesOf("list", linked(articles))].filter(([, { page }]) => page !== undefined).map(([path, page]) => [path, slugs(page)]));

describe("a list", () => {
  it("shorter than a page has its newest page alone", () => {
    const pages = [...pagesOf("list", linked(europol(19)))].filter(([path]) => path.startsWith("/topic/"));
    expect(pages.map(([path, { count, fullPages }]) => ({ path, count, fullPages }))).toEqual([
      { path: "/topic/europol", count: 19, fullPages: 0 },
    ]);
  });

  it("of 45 stories shows 25 at its address, and has two numbered pages, the oldest first", () => {
    const edition = linked(europol(45));
    expect(pageAt("list", "/topic/europol", edition)).toMatchObject({ count: 45, fullPages: 2, name: "Europol", kind: "topic" });
    expect(slugs(pageAt("list", "/topic/europol", edition))).toHaveLength(25);
    expect(slugs(pageAt("list", "/topic/europol", edition))[0]).toBe("story-0045");
    expect(slugs(pageAt("list", "/topic/europol/page/1", edition)).at(-1)).toBe("story-0001");
    expect(slugs(pageAt("list", "/topic/europol/page/2", edition))[0]).toBe("story-0040");
  });

  it("offers a podcast if one of its stories is an episode, on no page of a month and on no numbered page", () => {
    const audio = { url: "/media/a.mp3", kind: "episode" as const };
    const articles = [
      ...makeArticles(40, (n) => ({ topics: [ref("Europol")], ...(n === 2 && { audio }) })),
      makeArticle({ slug: "other", topics: [ref("Rain")], audio: { ...audio, kind: "narration" } }),
    ];
    const pages = pagesOf("list", linked(articles));
    const offered = [...pages].filter(([, { podcast }]) => podcast).map(([path]) => path);
    expect(offered.toSorted()).toEqual(["/latest", "/topic/europol"]);
  });

  it("says on a numbered page whether a newer one exists", () => {
    expect(pageAt("list", "/latest/page/1", linked(europol(39))).newer).toBeUndefined();
    expect(pageAt("list", "/latest/page/1", linked(europol(40))).newer).toBe(true);
    expect(pageAt("list", "/latest/page/2", linked(europol(40))).newer).toBeUndefined();
  });

  it("keeps the stories of every numbered page for ever when a newer story comes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 45 }), (count, more) => {
        const before = numbered(europol(count));
        const after = numbered(europol(count + more));
        for (const [path, stories] of before) expect(after.get(path)).toEqual(stories);
      }),
      { numRuns: 40 },
    );
  });

  it("holds every story once over its numbered pages and what the newest page has beyond them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 130 }), (count) => {
        const edition = linked(europol(count));
        const newest = slugs(pageAt("list", "/topic/europol", edition));
        const pages = [...pagesOf("list", edition)]
          .filter(([path]) => path.startsWith("/topic/europol/page/"))
          .map(([, page]) => slugs(page));
        for (const page of pages) expect(page).toHaveLength(20);
        expect(newest.length).toBe(count < 20 ? count : 20 + (count % 20));
        const last = new Set(pages.at(-1));
        const all = [...pages.flat(), ...newest.filter((slug) => !last.has(slug))];
        expect(all.toSorted()).toEqual(europol(count).map(({ slug }) => slug));
      }),
      { numRuns: 40 },
    );
  });

  it("groups stories by day in the edition's time zone, newest day and newest story first", () => {
    const articles = [
      makeArticle({ slug: "a", datePublished: "2024-04-21T09:00:00Z" }),
      makeArticle({ slug: "b", datePublished: "2024-04-21T22:30:00Z" }),
      makeArticle({ slug: "c", datePublished: "2024-04-22T10:00:00Z" }),
    ];
    const { days } = pageAt("list", "/latest", linked(articles, { timeZone: "Europe/Amsterdam" }));
    expect(days.map(({ date, teasers }) => [date, teasers.map(({ slug }) => slug)])).toEqual([
      ["2024-04-22", ["c", "b"]],
      ["2024-04-21", ["a"]],
    ]);
  });

  it("exists for sections, topics, authors, places, months and the whole edition", () => {
    const article = makeArticle({
      section: ref("Europe"),
      topics: [ref("Europol")],
      places: [ref("The Hague")],
      authors: [{ ...ref("Crime desk"), kind: "desk" }],
    });
    const pages = pagesOf("list", linked([article]));
    expect([...pages.keys()].toSorted()).toEqual([
      "/archive/2024/04",
      "/author/crime-desk",
      "/latest",
      "/place/the-hague",
      "/section/europe",
      "/topic/europol",
    ]);
    expect(pages.get("/author/crime-desk")?.authorKind).toBe("desk");
    expect(pages.get("/archive/2024/04")).toMatchObject({ kind: "month", slug: "2024-04", name: "April 2024" });
  });

  it("names a month in the edition's language, and files it by the edition's time zone", () => {
    const newYear = makeArticle({ datePublished: "2023-12-31T23:30:00Z" });
    expect(pageAt("list", "/archive/2024/01", linked([newYear], { language: "de", timeZone: "Europe/Berlin" })).name).toBe("Januar 2024");
  });

  it("bears the settings' words about its subject", () => {
    const article = makeArticle({ topics: [ref("Europol")], authors: [{ ...ref("Crime desk"), kind: "desk" }] });
    const edition = linked([article], {
      topics: [{ name: "Europol", description: "The agency in The Hague." }],
      desks: [{ slug: "crime-desk", name: "Crime", description: "Writes soberly." }],
    });
    expect(pageAt("list", "/topic/europol", edition).description).toBe("The agency in The Hague.");
    expect(pageAt("list", "/author/crime-desk", edition).description).toBe("Writes soberly.");
  });

  it("counts a story once although it names the topic twice", () => {
    expect(pageAt("list", "/topic/europol", linked([makeArticle({ topics: [ref("Europol"), ref("Europol")] })])).count).toBe(1);
  });

  it("of an edition without a story is an empty Latest", () => {
    expect([...pagesOf("list", linked([]))].map(([path, { count }]) => [path, count])).toEqual([["/latest", 0]]);
  });
});

describe("related topics", () => {
  const beside = (...names: string[]): Partial<Article> => ({ topics: ["Europol", ...names].map(ref) });

  it("are those that most often stand beside a topic, at most five, never itself", () => {
    const articles = makeArticles(30, (index) => (index < 12 ? beside(`T${index % 6}`, "Cybercrime") : {}));
    const names = pageAt("list", "/topic/europol", linked(articles)).related.map(({ name }) => name);
    expect(names).toHaveLength(5);
    expect(names[0]).toBe("Cybercrime");
    expect(names).not.toContain("Europol");
  });

  it("prefer a rare topic to one that the whole edition has", () => {
    const articles = makeArticles(20, (index) => (index < 4 ? beside("News", "LockBit") : { topics: [ref("News")] }));
    expect(pageAt("list", "/topic/europol", linked(articles)).related.map(({ name }) => name)).toEqual(["LockBit", "News"]);
  });

  it("leave out a topic with a single story, which leads nowhere", () => {
    const articles = makeArticles(3, (index) => (index === 0 ? beside("LabHost") : beside("Cybercrime")));
    expect(pageAt("list", "/topic/europol", linked(articles)).related.map(({ name }) => name)).toEqual(["Cybercrime"]);
  });

  it("keep their order when another story has one of them, so that lists without that story do not change", () => {
    const both = makeArticles(20, () => beside("Fraud", "Spam"));
    const more = [...both, makeArticle({ slug: "more", topics: [ref("Fraud")] })];
    expect(pageAt("list", "/topic/europol", linked(more)).related).toEqual(pageAt("list", "/topic/europol", linked(both)).related);
  });

  it("stand on the newest page only", () => {
    const articles = makeArticles(25, () => beside("Cybercrime"));
    expect(pageAt("list", "/topic/europol", linked(articles)).related).not.toEqual([]);
    expect(pageAt("list", "/topic/europol/page/1", linked(articles)).related).toEqual([]);
  });
});
