import { describe, expect, it } from "vitest";
import { type Kind, KindSchema } from "#content/labels.ts";
import type { Page } from "#content/pages/pages.ts";
import { jsonLd } from "#prerender/head/jsonLd.ts";
import { anEdition } from "../../support/anArticle.ts";
import { makeArticle } from "../../support/makeArticle.ts";
import { wordsIn } from "../../support/words.ts";

const SITE = { url: "https://example.org/paper/", base: "/paper/" };

/** The things of schema.org that a page says it is, by their type. */
function things(page: Page, language = "en", edition = anEdition): Record<string, Record<string, unknown>> {
  const script = jsonLd(page, edition, SITE, `https://example.org/paper${page.path}`, wordsIn(language).page);
  const { "@graph": graph }: { "@graph": { "@type": string }[] } = JSON.parse(script.replace(/<[^>]+>/gu, ""));
  return Object.fromEntries(graph.map((thing) => [thing["@type"], thing]));
}

const photo = { url: "/pictures/ada.jpg", width: 40, height: 40, sources: [] };
const links = [{ name: "Mastodon", url: "https://social.example/@ada" }];
const trail = (...names: string[]) => ({ itemListElement: names.map((name) => expect.objectContaining({ name })) });

describe("what search engines are told", () => {
  it("of a story's author is where else they are, what they do and how they look; of its series, which part it is", () => {
    const article = makeArticle({
      authors: [
        { slug: "ada", name: "Ada", kind: "person" },
        { slug: "ben", name: "Ben", kind: "person" },
      ],
    });
    const profiles = [{ slug: "ada", role: "Editor", image: photo.url, sameAs: ["https://social.example/@ada"] }];
    const value = { article, profiles, series: { slug: "deltas", name: "Deltas", part: 2, of: 3 } };
    const { NewsArticle } = things({ kind: "article", path: "/article/a-story", value });
    expect(NewsArticle).toMatchObject({
      author: [
        {
          "@type": "Person",
          url: "https://example.org/paper/author/ada",
          jobTitle: "Editor",
          image: "https://example.org/paper/pictures/ada.jpg",
          sameAs: ["https://social.example/@ada"],
        },
        { "@type": "Person", name: "Ben" },
      ],
      isPartOf: { "@type": "CreativeWorkSeries", url: "https://example.org/paper/series/deltas" },
      position: 2,
    });
  });

  it("of a story that is not news is what it is instead", () => {
    const typeOf = (kind: Kind) =>
      Object.keys(things({ kind: "article", path: "/article/a-story", value: { article: makeArticle({ kind }) } }))[0];
    expect(KindSchema.options.map(typeOf)).toEqual([
      "OpinionNewsArticle",
      "AnalysisNewsArticle",
      "SatiricalArticle",
      "Article",
      "OpinionNewsArticle",
    ]);
  });

  it("of an advertisement is that it is one, and who has paid", () => {
    const article = makeArticle({ sponsor: { name: "Acme", url: "https://acme.example/", label: "Paid for by Acme" } });
    const { AdvertiserContentArticle } = things({ kind: "article", path: "/article/a-story", value: { article } });
    expect(AdvertiserContentArticle?.["sponsor"]).toEqual({ "@type": "Organization", name: "Acme", url: "https://acme.example/" });
  });

  it("of what AI has made is the digital source type, and how the story was made", () => {
    const image = { ...photo, alt: "", digitalSourceType: "trainedAlgorithmicMedia" as const };
    const article = makeArticle({ ai: { for: ["translation"], label: "Translated with AI." }, image });
    const { NewsArticle } = things({ kind: "article", path: "/article/a-story", value: { article } });
    const vocabulary = "http://cv.iptc.org/newscodes/digitalsourcetype";
    expect(NewsArticle).toMatchObject({
      backstory: "Translated with AI.",
      digitalSourceType: `${vocabulary}/compositeWithTrainedAlgorithmicMedia`,
      image: { digitalSourceType: `${vocabulary}/trainedAlgorithmicMedia` },
    });
  });

  it("of a story's publisher is the name, where it is, and its icon as the logo", () => {
    const { NewsArticle } = things({ kind: "article", path: "/article/a-story", value: { article: makeArticle({}) } });
    expect(NewsArticle?.["publisher"]).toEqual({
      "@type": "NewsMediaOrganization",
      name: anEdition.name,
      url: "https://example.org/paper/",
      logo: "https://example.org/paper/icon-512.png",
    });
  });

  it("of the publisher is where it says how it corrects", () => {
    const edition = { ...anEdition, policies: [{ name: "How we correct", url: "/corrections", about: "corrections" as const }] };
    const { NewsArticle } = things({ kind: "article", path: "/article/a-story", value: { article: makeArticle({}) } }, "en", edition);
    expect(NewsArticle).toMatchObject({ publisher: { correctionsPolicy: "https://example.org/paper/corrections" } });
  });

  it("of an author's page is whom it is about, where the paper tells of them", () => {
    const profile = { role: "Editor", photo, bio: ["Covers space.", "Lives in Delft."], links };
    const list = { kind: "author" as const, slug: "ada", name: "Ada", authorKind: "person" as const, related: [], days: [] };
    const { ProfilePage } = things({ kind: "list", path: "/author/ada", value: { ...list, profile } });
    expect(ProfilePage).toMatchObject({
      mainEntity: { "@type": "Person", jobTitle: "Editor", description: "Covers space. Lives in Delft.", sameAs: [links[0]?.url] },
    });
    expect(things({ kind: "list", path: "/author/ada", value: list })).toHaveProperty("CollectionPage");
  });

  it("of a page of the paper is its kind, with the pages above it", () => {
    const value = { path: "/about/who", title: "Who", type: "AboutPage" as const, body: [], inLanguage: "en", direction: "ltr" as const };
    const { AboutPage, BreadcrumbList } = things({
      kind: "static",
      path: "/about/who",
      value: { ...value, above: [{ name: "About", url: "/about" }] },
    });
    expect(AboutPage).toMatchObject({ name: "Who", url: "https://example.org/paper/about/who" });
    expect(BreadcrumbList).toMatchObject(trail("The Paper", "About", "Who"));
  });

  it("of a series is its stories in their order, and of the staff who they are", () => {
    const teaser = { slug: "a", headline: "A", datePublished: "2024-04-22T07:10:00Z", readingMinutes: 1 };
    const series = things({ kind: "series", path: "/series/deltas", value: { slug: "deltas", name: "Deltas", teasers: [teaser] } });
    expect(series).toMatchObject({ CreativeWorkSeries: { hasPart: [{ position: 1, url: "https://example.org/paper/article/a" }] } });
    const groups = [{ people: [{ name: "Ada", slug: "ada", role: "Editor" }] }];
    const staff = things({ kind: "staff", path: "/staff", value: { groups } });
    expect(staff).toMatchObject({ CollectionPage: { mainEntity: { itemListElement: [{ item: { name: "Ada", jobTitle: "Editor" } }] } } });
  });

  it("of a month and a year is the way through the archive", () => {
    const month = { kind: "month" as const, slug: "2024-04", name: "April 2024", related: [], days: [] };
    expect(things({ kind: "list", path: "/archive/2024/04", value: month })["BreadcrumbList"]).toMatchObject(
      trail("The Paper", "Archive by date", "2024", "April 2024"),
    );
    expect(things({ kind: "archive", path: "/archive/2024", value: { year: "2024", years: [] } })["BreadcrumbList"]).toMatchObject(
      trail("The Paper", "Archive by date", "2024"),
    );
  });

  it.each([
    ["en", "Archive by date", "Topics A to Z", "Places A to Z"],
    ["nl", "Archief op datum", "Onderwerpen van A tot Z", "Plaatsen van A tot Z"],
  ])("of the way to a page is the names of the pages above it, as readers see them, in %s", (language, archive, topics, places) => {
    const crumbsOf = (page: Page) => things(page, language)["BreadcrumbList"];
    const list = { name: "Delft", slug: "delft", related: [], days: [] };
    expect(crumbsOf({ kind: "list", path: "/topic/delft", value: { kind: "topic", ...list } })).toMatchObject(
      trail("The Paper", topics, "Delft"),
    );
    expect(crumbsOf({ kind: "list", path: "/place/delft", value: { kind: "place", ...list } })).toMatchObject(
      trail("The Paper", places, "Delft"),
    );
    expect(crumbsOf({ kind: "archive", path: "/archive/2024", value: { year: "2024", years: [] } })).toMatchObject(
      trail("The Paper", archive, "2024"),
    );
  });
});
