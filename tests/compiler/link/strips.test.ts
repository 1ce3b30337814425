import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "#content/article.ts";
import type { ArticlePage } from "#content/pages/articlePage.ts";
import { link, type Linked } from "#compiler/link/link.ts";
import { relatedStories } from "#compiler/features/search/relatedStories.ts";
import { linked, pageAt, pagesOf } from "../../support/linked.ts";
import { makeArticle, makeArticles, ref } from "../../support/makeArticle.ts";
import { makeSettings } from "../../support/makeSettings.ts";

const withRelated = (articles: Article[]): Linked => link(articles, makeSettings(), { makeRelatedFinder: relatedStories() });
const page = (articles: Article[], slug: string): ArticlePage => pageAt("article", `/article/${slug}`, linked(articles));
const about = (articles: Article[], slug: string): string[] | undefined =>
  page(articles, slug).moreAbout?.teasers.map((teaser) => teaser.slug);
const named = (refs: { name: string }[] | undefined): string[] | undefined => refs?.map(({ name }) => name);
const topics = (...names: string[]): Partial<Article> => ({ topics: names.map(ref) });
const places = (...names: string[]): Partial<Article> => ({ places: names.map(ref) });

const anyArchive: fc.Arbitrary<Article[]> = fc
  .array(
    fc.record({
      topics: fc.uniqueArray(fc.constantFrom("A", "B", "C", "D", "E", "F"), { maxLength: 4 }),
      places: fc.uniqueArray(fc.constantFrom("X", "Y", "Z"), { maxLength: 3 }),
      hours: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 70 },
  )
  .map((drafts) =>
    drafts.map((draft, index) =>
      makeArticle({
        slug: `s${index}`,
        topics: draft.topics.map(ref),
        places: draft.places.map(ref),
        datePublished: new Date(Date.UTC(2024, 0, 1, draft.hours)).toISOString(),
      }),
    ),
  );

describe("More about", () => {
  it("puts stories that share a rare topic before those that share a common one", () => {
    const articles = makeArticles(30, (index) => (index < 2 ? topics("Science", "Voyager 1") : topics("Science")));
    expect(about(articles, "story-0001")?.[0]).toBe("story-0002");
    expect(named(page(articles, "story-0001").moreAbout?.topics)?.[0]).toBe("Voyager 1");
  });

  it("shows at most four, the newer first among equals", () => {
    const articles = makeArticles(7, () => topics("Europol"));
    expect(about(articles, "story-0003")).toEqual(["story-0007", "story-0006", "story-0005", "story-0004"]);
  });

  it("is absent where no other story shares a topic", () => {
    expect(page([makeArticle({ slug: "alone", ...topics("Europol") }), makeArticle({ slug: "other" })], "alone")).not.toHaveProperty(
      "moreAbout.topics",
    );
    expect(JSON.stringify(page([makeArticle({ slug: "alone" })], "alone"))).not.toContain("moreAbout");
  });

  it("leaves out a story that the two names of its heading would not explain", () => {
    const shares = [topics("A"), topics("A"), topics("B"), topics("B"), topics("C")];
    const articles = [
      makeArticle({ slug: "first", datePublished: "2023-01-01T00:00:00Z", ...topics("A", "B", "C") }),
      ...makeArticles(5, (index) => shares[index] ?? {}),
    ];
    const strip = page(articles, "first").moreAbout;
    for (const { slug } of strip?.teasers ?? []) {
      const story = articles.find((article) => article.slug === slug);
      expect(story?.topics.some((topic) => strip?.topics.some((heading) => heading.slug === topic.slug))).toBe(true);
    }
  });

  it("finds a story through a topic that every story has", () => {
    expect(
      about(
        makeArticles(2, () => topics("News")),
        "story-0001",
      ),
    ).toEqual(["story-0002"]);
  });
});

describe("More news from", () => {
  const from = (articles: Article[], slug: string) =>
    (page(articles, slug).moreFrom ?? []).map(({ place, total, stories }) => [place.name, total, stories.map((story) => story.slug)]);

  it("is a strip for the story's nearest place, with all stories of up to 20, newest first", () => {
    const articles = makeArticles(11, () => places("Pasadena"));
    const others = articles.slice(1).map(({ slug }) => slug);
    expect(from(articles, "story-0001")).toEqual([["Pasadena", 10, others.toReversed()]]);
  });

  it("passes over places that have no other story, and stops after two", () => {
    const articles = [
      makeArticle({ slug: "one", ...places("Delft", "Leiden", "Gouda", "Breda") }),
      makeArticle({ slug: "two", ...places("Breda", "Leiden", "Gouda") }),
      makeArticle({ slug: "three", ...places("Gouda") }),
      makeArticle({ slug: "four", ...places("Breda") }),
    ];
    expect(from(articles, "one")).toEqual([
      ["Leiden", 1, ["two"]],
      ["Gouda", 1, ["three"]],
    ]);
  });

  it("of more than 20 shows four, and counts what is on the page of its own place", () => {
    const articles = makeArticles(40, (index) => (index % 4 === 0 ? places("Pasadena", "California") : places("California")));
    const [near, far] = from(articles, "story-0001");
    expect(near?.slice(0, 2)).toEqual(["Pasadena", 9]);
    expect(far).toEqual(["California", 40, ["story-0040", "story-0039", "story-0038", "story-0036"]]);
  });

  it("of an older story has the newest of the full pages of its place, so that a new story changes only the newest ones", () => {
    const strips = (count: number) => {
      const pages = linked(makeArticles(count, () => places("Pasadena")));
      return Array.from({ length: count }, (_, index) => {
        const { moreFrom } = pageAt("article", `/article/story-${String(index + 1).padStart(4, "0")}`, pages);
        return JSON.stringify(moreFrom);
      });
    };
    const [before, after] = [strips(75), strips(76)];
    expect(before.flatMap((strip, index) => (strip === after[index] ? [] : index)).slice(0, 1)).toEqual([65]);
    expect(JSON.parse(before[0] ?? "")).toMatchObject([{ total: 60, isRounded: true, stories: [{ slug: "story-0060" }, {}, {}, {}] }]);
    expect(JSON.parse(before[74] ?? "")).toMatchObject([{ total: 75, stories: [{ slug: "story-0074" }, {}, {}, {}] }]);
  });

  it("is absent where the strip above has taken all there is", () => {
    const articles = makeArticles(3, () => ({ ...topics("Europol"), ...places("The Hague") }));
    expect(about(articles, "story-0001")).toHaveLength(2);
    expect(page(articles, "story-0001").moreFrom).toBeUndefined();
  });
});

describe("Related stories", () => {
  const related = (articles: Article[], slug: string): string[] | undefined =>
    pageAt("article", `/article/${slug}`, withRelated(articles)).related?.teasers.map((teaser) => teaser.slug);
  const volcanoes = (count: number, of: Partial<Article> = {}): Article[] =>
    makeArticles(count, (index) => ({ headline: `A volcano throws lava, ${index}`, ...of }));

  it("say the same words, where a story has no topics", () => {
    expect(related([makeArticle({ slug: "sea", headline: "The sea rises" }), ...volcanoes(3)], "story-0001")).toEqual([
      "story-0003",
      "story-0002",
    ]);
  });

  it("come below a strip of topics with too few, without its stories", () => {
    const articles = [...volcanoes(3), ...volcanoes(2, topics("Etna")).map((article, n) => ({ ...article, slug: `etna-${n}` }))];
    expect(pageAt("article", "/article/etna-0", withRelated(articles)).moreAbout?.teasers.map(({ slug }) => slug)).toEqual(["etna-1"]);
    expect(related(articles, "etna-0")).toEqual(["story-0003", "story-0002", "story-0001"]);
  });

  it("are absent where topics find enough, or nothing is near", () => {
    expect(related(volcanoes(4, topics("Etna")), "story-0001")).toBeUndefined();
    expect(related([makeArticle({ slug: "sea", headline: "The sea rises", body: [] }), ...volcanoes(1)], "sea")).toBeUndefined();
  });

  it("are not told again as news from a place", () => {
    const page = pageAt("article", "/article/story-0001", withRelated(volcanoes(7, places("Sicily"))));
    expect(page.related?.teasers).toHaveLength(4);
    expect(page.moreFrom?.map(({ stories }) => stories.map(({ slug }) => slug))).toEqual([["story-0003", "story-0002"]]);
  });
});

describe("all strips, in any archive", () => {
  it("are never empty, never show the story itself, nor any story twice", () => {
    fc.assert(
      fc.property(anyArchive, (articles) => {
        for (const { article, moreAbout, related, moreFrom } of pagesOf("article", withRelated(articles)).values()) {
          const ofPlaces = (moreFrom ?? []).flatMap(({ stories }) => stories);
          const shown = [...(moreAbout?.teasers ?? []), ...(related?.teasers ?? []), ...ofPlaces].map(({ slug }) => slug);
          expect(shown).not.toContain(article.slug);
          expect(new Set(shown).size).toBe(shown.length);
          expect(moreAbout?.teasers).not.toEqual([]);
          expect(related?.teasers).not.toEqual([]);
          for (const { stories } of moreFrom ?? []) expect(stories).not.toEqual([]);
        }
      }),
    );
  });

  it("explain each story by a name of their heading, and every topic there by a story", () => {
    fc.assert(
      fc.property(anyArchive, (articles) => {
        const bySlug = new Map(articles.map((article) => [article.slug, article]));
        for (const { moreAbout, moreFrom } of pagesOf("article", linked(articles)).values()) {
          const aboutTopics = (moreAbout?.teasers ?? []).map(({ slug }) => bySlug.get(slug)?.topics.map((topic) => topic.slug) ?? []);
          for (const of of aboutTopics) expect(moreAbout?.topics.some(({ slug }) => of.includes(slug))).toBe(true);
          for (const { slug } of moreAbout?.topics ?? []) expect(aboutTopics.some((of) => of.includes(slug))).toBe(true);
          for (const { place, stories } of moreFrom ?? [])
            for (const { slug } of stories) expect(bySlug.get(slug)?.places).toContainEqual(place);
        }
      }),
    );
  });

  it("say the true number of stories", () => {
    fc.assert(
      fc.property(anyArchive, (articles) => {
        for (const { article, moreAbout, moreFrom } of pagesOf("article", linked(articles)).values()) {
          const hidden = new Set([article.slug, ...(moreAbout?.teasers ?? []).map(({ slug }) => slug)]);
          const expected = [];
          for (const place of article.places) {
            const all = articles.filter(({ places: of }) => of.some(({ slug }) => slug === place.slug));
            const others = all.filter(({ slug }) => !hidden.has(slug)).length;
            if (others === 0 || expected.length === 2) continue;
            expected.push(
              others > 20 ? { place, total: all.length, stories: { length: 4 } } : { place, total: others, stories: { length: others } },
            );
            for (const { slug } of moreFrom?.[expected.length - 1]?.stories ?? []) hidden.add(slug);
          }
          if (expected.length === 0) expect(moreFrom).toBeUndefined();
          else expect(moreFrom).toMatchObject(expected);
        }
      }),
    );
  });
});

describe("any edition", () => {
  it("is the same whatever order its articles come in", () => {
    fc.assert(
      fc.property(
        anyArchive.chain((articles) => fc.tuple(fc.constant(articles), fc.shuffledSubarray(articles, { minLength: articles.length }))),
        ([articles, shuffled]) => {
          const text = (of: Article[]): string => JSON.stringify([...withRelated(of).pages]);
          expect(text(shuffled)).toBe(text(articles));
        },
      ),
      { numRuns: 30 },
    );
  });
});
