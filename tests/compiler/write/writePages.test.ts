import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArticlePageSchema } from "#content/pages/articlePage.ts";
import { EditionSchema } from "#content/edition/edition.ts";
import { ListPageSchema } from "#content/pages/listPage.ts";
import { parse } from "#content/parse.ts";
import { filesIn } from "../../support/temporaryFolder.ts";
import { makeArchive } from "../../support/makeArchive.ts";
import { makeArticle, makeArticles, ref } from "../../support/makeArticle.ts";
import { written } from "../../support/written.ts";

describe("the JSON of an edition", () => {
  it("is where the address of its page says, and matches its schema", async () => {
    const site = await written([makeArticle({ slug: "voyager", topics: [ref("Mars")] })]);
    expect(parse(ArticlePageSchema, JSON.parse(site.text("data/article/voyager.json")), "article").article.slug).toBe("voyager");
    expect(parse(ListPageSchema, JSON.parse(site.text("data/topic/mars.json")), "list page").name).toBe("Mars");
    expect(parse(EditionSchema, JSON.parse(site.text("data/edition.json")), "edition").name).toBe("Broadsheet");
    for (const file of [
      "data/front.json",
      "data/latest.json",
      "data/topics.json",
      "data/places.json",
      "data/archive.json",
      "data/archive/2024/04.json",
    ]) {
      expect(site.texts.has(file)).toBe(true);
    }
  });

  it("is named after the slug as it is written, not percent-encoded", async () => {
    const site = await written([makeArticle({ slug: "الشعاب-المرجانية" })]);
    expect(site.texts.has("data/article/الشعاب-المرجانية.json")).toBe(true);
    expect(site.pages.find(({ kind }) => kind === "article")).toMatchObject({ path: `/article/${encodeURIComponent("الشعاب-المرجانية")}` });
  });

  it("is byte for byte the same when built twice, and when its articles are read in another order", async () => {
    const articles = makeArchive(300);
    const [first, second, shuffled] = [
      await written(articles),
      await written(articles),
      await written(fc.sample(fc.shuffledSubarray(articles, { minLength: 300 }), 1)[0] ?? []),
    ];
    expect(second.texts).toEqual(first.texts);
    expect(shuffled.texts).toEqual(first.texts);
  });

  it("is not touched when nothing changed", async () => {
    const articles = makeArchive(100);
    const first = await written(articles);
    const again = await written(articles, { out: first.out });
    expect(again.files).toEqual({ written: [], unchanged: first.files.written.length, removed: [] });
  });

  it("of numbered pages stays the same when a newer story is published", async () => {
    const articles = makeArticles(60, () => ({ topics: [ref("Europol")], section: ref("Europe"), places: [ref("The Hague")] }));
    const first = await written(articles.slice(0, 59));
    const again = await written(articles, { out: first.out });
    const rewritten = again.files.written.filter((file) => file.includes("/page/"));
    expect(rewritten.filter((file) => first.texts.has(file)).every((file) => file.endsWith("/page/2.json"))).toBe(true);
    expect(rewritten.filter((file) => !first.texts.has(file)).every((file) => file.endsWith("/page/3.json"))).toBe(true);
  });

  it("of a story that was withdrawn is removed, and its topic with it", async () => {
    const articles = [
      makeArticle({ slug: "stays", topics: [ref("Mars")] }),
      makeArticle({ slug: "goes", topics: [ref("Venus")], section: ref("Venus") }),
    ];
    const first = await written(articles);
    const again = await written(articles.slice(0, 1), { out: first.out });
    expect(again.files.removed).toEqual(
      expect.arrayContaining(["data/article/goes.json", "data/topic/venus.json", "section/venus/feed.xml"]),
    );
    expect([...filesIn(first.out).keys()].join()).not.toMatch(/goes|venus/u);
  });
});
