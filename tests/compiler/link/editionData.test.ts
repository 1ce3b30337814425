import { describe, expect, it } from "vitest";
import { shownOf } from "#content/pages/listPage.ts";
import type { Article } from "#content/article.ts";
import { linked, pageAt, pagesOf } from "../../support/linked.ts";
import { makeArticle, makeArticles, ref } from "../../support/makeArticle.ts";

const on = (day: number, ...topics: string[]): Partial<Article> => ({
  slug: `story-${day}-${topics.join("-").toLowerCase()}`,
  datePublished: new Date(Date.UTC(2024, 3, day, 12)).toISOString(),
  topics: topics.map(ref),
});
const trending = (drafts: Partial<Article>[], json: unknown = {}): string[] =>
  linked(drafts.map(makeArticle), json).edition.trending.map(({ name }) => name);

describe("the edition", () => {
  it("appears under the day of its newest story, in its own time zone", () => {
    const late = makeArticle({ datePublished: "2024-04-22T23:00:00Z" });
    expect(
      linked([late, makeArticle({ slug: "older", datePublished: "2020-01-01T00:00:00Z" })], { timeZone: "Asia/Tokyo" }).edition.date,
    ).toBe("2024-04-23");
  });

  it("has the sections of the settings in their order and with a page each, so none without a story", () => {
    const articles = ["World", "Science", "Sport"].map((name) => makeArticle({ slug: name.toLowerCase(), section: ref(name) }));
    const { sections } = linked(articles, { sections: [{ name: "Sport" }, { name: "Europe" }, { name: "World" }] }).edition;
    expect(sections).toEqual([ref("Sport"), ref("World")]);
  });

  it("has the largest sections where the settings name none, and at most twelve", () => {
    const articles = makeArticles(60, (index) => ({ section: ref(index < 30 ? "World" : `Section ${index % 15}`) }));
    const { sections } = linked(articles).edition;
    expect(sections[0]).toEqual(ref("World"));
    expect(sections).toHaveLength(12);
  });

  it("keeps the order of sections with about as many stories, since every page names them", () => {
    const sections = (count: number) =>
      linked(makeArticles(count, (index) => ({ section: ref(index % 2 === 0 ? "World" : "Sport") }))).edition.sections;
    expect(sections(40)).toEqual(sections(41));
  });

  it("names the languages of its stories, its own first, where there is another", () => {
    const inLanguages = (...tags: string[]) =>
      linked(
        tags.map((inLanguage, place) => makeArticle({ slug: `s${place}`, inLanguage })),
        { language: "en-IE" },
      ).edition.languages;
    expect(inLanguages("nl", "en", "de-AT", "de")).toEqual(["en", "de", "nl"]);
    expect(inLanguages("ar")).toEqual(["en", "ar"]);
    expect(inLanguages("en", "en-GB")).toBeUndefined();
  });

  it("names the servers that may be asked for replies, each once, and no other address of a discussion", () => {
    const servers = (...addresses: string[]) =>
      linked(addresses.map((discussion, place) => makeArticle({ slug: `s${place}`, discussion }))).edition.discussionServers;
    const post = "https://bsky.app/profile/paper.example/post/3lroot";
    expect(servers(post, "https://b.example/@paper/2", "https://b.example/@paper/1", post)).toEqual([
      "https://b.example",
      "https://public.api.bsky.app",
    ]);
    expect(servers("https://forum.example/t/1", "http://b.example/@paper/1")).toBeUndefined();
  });

  it("is written right to left in Arabic", () => {
    expect(linked([], { language: "ar" }).edition.direction).toBe("rtl");
  });
});

describe("trending", () => {
  it("counts back from the newest story, and leaves out what is older than the settings' days", () => {
    const drafts = [on(1, "Old"), on(2, "Old"), on(3, "Old"), on(20, "A", "B", "C"), on(21, "A", "B", "C"), on(22, "A", "B", "C")];
    expect(trending(drafts, { trending: { days: 14 } })).toEqual(["A", "B", "C"]);
  });

  it("weighs a story of today more than one of two weeks ago", () => {
    const drafts = [on(9, "Early", "X"), on(10, "Early", "X"), on(21, "Late", "X"), on(22, "Late")];
    expect(trending(drafts)).toEqual(["X", "Late", "Early"]);
  });

  it("leaves out a topic with a single story, where there are enough others", () => {
    const drafts = [on(20, "A", "B"), on(21, "A", "B", "C"), on(22, "C", "Once")];
    expect(trending(drafts)).toEqual(["C", "A", "B"]);
  });

  it("in a small edition shows the best there are", () => {
    expect(trending([on(20, "A"), on(21, "B"), on(22, "B")])).toEqual(["B", "A"]);
  });

  it("shows no more topics than the settings say", () => {
    const names = [..."ABCDEFGHIJ"];
    expect(trending([on(21, ...names), on(22, ...names)], { trending: { count: 5 } })).toHaveLength(5);
  });
});

describe("previous and next", () => {
  it("name no advertisement, and are there for one", () => {
    const sponsor = { name: "Acme", label: "Paid for by Acme" };
    const articles = ["a", "ad", "b", "bd"].map((slug, at) =>
      makeArticle({ slug, datePublished: `2024-04-0${at + 1}T07:10:00Z`, ...(slug.endsWith("d") && { sponsor }) }),
    );
    const around = (slug: string) => {
      const { previous, next } = pageAt("article", `/article/${slug}`, linked(articles));
      return [previous?.slug, next?.slug];
    };
    expect(["a", "ad", "b", "bd"].map(around)).toEqual([
      [undefined, "b"],
      ["a", "b"],
      ["a", undefined],
      ["b", undefined],
    ]);
  });

  const section = (name: string | undefined): Partial<Article> => (name === undefined ? {} : { section: ref(name) });

  it("are the older and the newer story of the same section", () => {
    const articles = makeArticles(6, (index) => section(index % 2 === 0 ? "World" : "Sport"));
    const { previous, next } = pageAt("article", "/article/story-0003", linked(articles));
    expect([previous?.slug, next?.slug]).toEqual(["story-0001", "story-0005"]);
    expect(pageAt("article", "/article/story-0001", linked(articles)).previous).toBeUndefined();
    expect(pageAt("article", "/article/story-0005", linked(articles)).next).toBeUndefined();
  });

  it("lead through stories without a section, too", () => {
    const articles = makeArticles(3, (index) => section(index === 1 ? "World" : undefined));
    expect(pageAt("article", "/article/story-0001", linked(articles)).next?.slug).toBe("story-0003");
  });
});

describe("the archive", () => {
  const articles = ["2023-11-05", "2024-01-31", "2024-04-01", "2024-04-02"].map((day) =>
    makeArticle({ slug: day, datePublished: `${day}T12:00:00Z` }),
  );

  it("counts the stories of each year and month, newest first", () => {
    const { years } = pageAt("archive", "/archive", linked(articles));
    expect(years.map(({ year, count, months }) => ({ year, count, months }))).toEqual([
      {
        year: "2024",
        count: 3,
        months: [
          { month: "2024-04", count: 2 },
          { month: "2024-01", count: 1 },
        ],
      },
      { year: "2023", count: 1, months: [{ month: "2023-11", count: 1 }] },
    ]);
  });

  it("names the most urgent story of each year and month, else the newest, and the years beside", () => {
    const edition = linked([...articles, makeArticle({ slug: "flood", datePublished: "2024-01-05T12:00:00Z", urgency: 1 })]);
    expect(pageAt("archive", "/archive", edition).years.map(({ lead }) => lead?.slug)).toEqual(["flood", "2023-11-05"]);
    const { years, previous, next } = pageAt("archive", "/archive/2024", edition);
    expect(years[0]?.months.map(({ lead }) => lead?.slug)).toEqual(["2024-04-02", "flood"]);
    expect([previous, next]).toEqual(["2023", undefined]);
    expect(pageAt("archive", "/archive/2023", edition).next).toBe("2024");
  });

  it("leads from each month to those beside it, and to its days where they are for good", () => {
    const edition = linked([
      ...articles,
      ...makeArticles(70, (index) => ({ datePublished: `2024-02-${String(1 + Math.floor(index / 5)).padStart(2, "0")}` })),
    ]);
    expect(pageAt("list", "/archive/2024/01", edition).calendar).toEqual({
      previous: "2023-11",
      next: "2024-02",
      days: [{ date: "2024-01-31" }],
    });
    const { calendar } = pageAt("list", "/archive/2024/02", edition);
    expect(calendar?.days).toHaveLength(14);
    for (const { date, page } of calendar?.days ?? []) {
      const list = pageAt("list", `/archive/2024/02${page ? `/page/${page}` : ""}`, edition);
      const stories = list.days.flatMap((day) => day.teasers.map(() => day.date));
      expect(page ? stories : stories.slice(0, shownOf(list))).toContain(date);
    }
    expect(pageAt("list", "/archive/2024/02/page/1", edition).calendar).toBeUndefined();
  });

  it("has a page of each year, and a list behind every month it names", () => {
    const edition = linked(articles);
    expect([...pagesOf("archive", edition).keys()]).toEqual(["/archive", "/archive/2024", "/archive/2023"]);
    expect(pageAt("archive", "/archive/2023", edition).years.map(({ year }) => year)).toEqual(["2023"]);
    expect(pageAt("list", "/archive/2024/04", edition).count).toBe(2);
    expect(pageAt("list", "/archive/2023/11", edition).count).toBe(1);
  });
});
