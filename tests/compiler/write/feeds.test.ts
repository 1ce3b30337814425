import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { MANIFEST } from "#compiler/output/previousSite.ts";
import { folderOf } from "../../support/importing.ts";
import { makeArticle, makeArticles, makeImage, ref } from "../../support/makeArticle.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { written } from "../../support/written.ts";

const desk = { ...ref("Science desk"), kind: "desk" as const };
const voyager = makeArticle({
  slug: "voyager-1",
  headline: "Voyager 1 & the <noise>",
  standfirst: "A chip < 1 kB & two days’ wait.",
  section: ref("Science"),
  topics: [ref("Voyager 1"), ref("NASA")],
  places: [ref("Pasadena")],
  authors: [desk],
  image: makeImage("voyager"),
  dateModified: "2024-04-23T09:30:00Z",
});

/** Further stories on one of its topics. */
const followed = (count: number) =>
  makeArticles(count, (at) => ({
    slug: `nasa-${at}`,
    datePublished: "2024-01-01T07:10:00Z",
    topics: [ref("NASA")],
    section: ref("Science"),
  }));

const feedsIn = (files: Iterable<string>) => [...files].filter((file) => /(?:feed\.xml|atom\.xml|feed\.json)$/u.test(file)).toSorted();

describe("feeds", () => {
  it("lie at the root for the edition in every format, and below the page of each section, and of each subject with four stories", async () => {
    const { texts } = await written([voyager, ...followed(3)]);
    expect(feedsIn(texts.keys())).toEqual(["atom.xml", "feed.json", "feed.xml", "section/science/feed.xml", "topic/nasa/feed.xml"]);
  });

  it("stay where a site has them, with the newest stories, as long as there is such a page", async () => {
    const own = ["topic/nasa/atom.xml", "topic/nasa/feed.xml", "topic/voyager-1/feed.json"];
    const out = folderOf(Object.fromEntries([[MANIFEST, [...own, "topic/mir/feed.xml"].join("\n")], ...own.map((file) => [file, "old"])]));
    const { texts, text } = await written([voyager], { out });
    expect(feedsIn(texts.keys()).filter((file) => file.startsWith("topic/"))).toEqual(own);
    for (const file of own) expect(text(file)).toContain(voyager.headline);
  });

  it("lie below the code of each language, where there is another than the edition's", async () => {
    const german = makeArticle({ slug: "de", headline: "Kraniche ziehen", inLanguage: "de-AT" });
    const { text, texts } = await written([voyager, german]);
    const feed = parseRssFeed(text("de/feed.xml"));
    expect(feed).toMatchObject({ title: "Broadsheet: Deutsch", link: "https://example.org/", language: "de" });
    expect(feed.items?.map(({ title }) => title)).toEqual(["Kraniche ziehen"]);
    expect(parseAtomFeed(text("de/atom.xml")).entries).toHaveLength(1);
    expect(parseJsonFeed(text("en/feed.json")).items?.map(({ title }) => title)).toEqual([voyager.headline]);
    expect(parseRssFeed(text("feed.xml")).items).toHaveLength(2);
    expect([...texts.keys()].filter((file) => /^[a-z]{2}\//u.test(file)).toSorted()).toEqual(
      ["de", "en"].flatMap((language) => ["atom.xml", "feed.json", "feed.xml"].map((file) => `${language}/${file}`)),
    );
  });

  it("say in RSS what a story is, with full addresses", async () => {
    const feed = parseRssFeed((await written([...followed(3), voyager])).text("topic/nasa/feed.xml"));
    expect(feed).toMatchObject({ title: "Broadsheet: NASA", link: "https://example.org/topic/nasa", language: "en" });
    expect(feed.atom?.links?.[0]).toMatchObject({ href: "https://example.org/topic/nasa/feed.xml", rel: "self" });
    expect(feed.items?.[0]).toMatchObject({
      title: "Voyager 1 & the <noise>",
      link: "https://example.org/article/voyager-1",
      guid: { value: "https://example.org/article/voyager-1", isPermaLink: true },
      pubDate: "Mon, 22 Apr 2024 07:10:00 GMT",
      dc: { creators: ["Science desk"] },
      categories: [{ name: "Science" }, { name: "Voyager 1" }, { name: "NASA" }, { name: "Pasadena" }],
      enclosures: [{ url: "https://example.org/pictures/voyager-1a2b3c4d.svg", type: "image/svg+xml" }],
    });
  });

  it("say the same in Atom, whose summary survives", async () => {
    const feed = parseAtomFeed((await written([voyager])).text("atom.xml"));
    expect(feed).toMatchObject({ id: "https://example.org/", title: { value: "Broadsheet" }, updated: "2024-04-23T09:30:00.000Z" });
    expect(feed.entries?.[0]).toMatchObject({
      id: "https://example.org/article/voyager-1",
      title: { value: "Voyager 1 & the <noise>" },
      summary: { value: "A chip < 1 kB & two days’ wait." },
      published: "2024-04-22T07:10:00.000Z",
      updated: "2024-04-23T09:30:00.000Z",
      authors: [{ name: "Science desk" }],
    });
  });

  it("say the same in JSON Feed, which always has a content", async () => {
    const feed = parseJsonFeed((await written([voyager])).text("feed.json"));
    expect(feed).toMatchObject({ title: "Broadsheet", home_page_url: "https://example.org/", feed_url: "https://example.org/feed.json" });
    expect(feed.items?.[0]).toMatchObject({
      content_text: "A chip < 1 kB & two days’ wait.",
      tags: ["Science", "Voyager 1", "NASA", "Pasadena"],
      image: "https://example.org/pictures/voyager-1a2b3c4d.svg",
    });
  });

  it("carry the newest stories, as many as the settings say", async () => {
    const { text } = await written(makeArticles(12), { json: { feeds: { items: 5 } } });
    const titles = parseRssFeed(text("feed.xml")).items?.map(({ link }) => link?.split("/").at(-1));
    expect(titles).toEqual(["story-0012", "story-0011", "story-0010", "story-0009", "story-0008"]);
  });

  it("carry the full text only where the settings say so", async () => {
    const short = await written([voyager]);
    expect(short.text("feed.xml") + short.text("atom.xml") + short.text("feed.json")).not.toContain("Words of voyager-1");
    const full = await written([voyager], { json: { feeds: { fullText: true } } });
    expect(parseRssFeed(full.text("feed.xml")).items?.[0]?.content?.encoded).toContain("<p>Words of voyager-1.</p>");
    expect(parseAtomFeed(full.text("atom.xml")).entries?.[0]?.content).toMatchObject({
      type: "html",
      value: expect.stringContaining("<p>Words of voyager-1.</p>"),
    });
    expect(parseJsonFeed(full.text("feed.json")).items?.[0]?.content_html).toContain("<p>Words of voyager-1.</p>");
  });

  it("take the first line of a story without a standfirst", async () => {
    const { text } = await written([makeArticle({ slug: "plain" })]);
    expect(parseAtomFeed(text("atom.xml")).entries?.[0]?.summary?.value).toBe("Words of plain.");
  });

  it("stay well-formed with signs that XML cannot hold", async () => {
    const headline = "End of ]]> section\u0007, a bell\uFFFE and half a \uD83D smile";
    const { text } = await written([makeArticle({ headline })]);
    expect(parseRssFeed(text("feed.xml")).items?.[0]?.title).toBe("End of ]]> section, a bell and half a  smile");
    expect(parseAtomFeed(text("atom.xml")).entries?.[0]?.title?.value).toBe("End of ]]> section, a bell and half a  smile");
  });

  it("name the language of a story that is not the edition's", async () => {
    const { text } = await written([makeArticle({ inLanguage: "de" })]);
    expect(parseAtomFeed(text("atom.xml")).entries?.[0]?.xml?.lang).toBe("de");
    expect(parseJsonFeed(text("feed.json")).items?.[0]?.language).toBe("de");
  });

  it("say how large a picture is", async () => {
    const from = join(temporaryFolder(), "voyager.svg");
    writeFileSync(from, "<svg/>");
    const { text } = await written([voyager], { pictures: [{ from, url: "/pictures/voyager-1a2b3c4d.svg" }] });
    expect(parseRssFeed(text("feed.xml")).items?.[0]?.enclosures?.[0]?.length).toBe(6);
  });

  it("percent-encode addresses of other scripts", async () => {
    const { text } = await written([makeArticle({ slug: "مرجان", section: ref("بحار"), image: makeImage("مرجان") })]);
    const feed = parseRssFeed(text("section/بحار/feed.xml"));
    expect(feed.link).toBe(`https://example.org/section/${encodeURIComponent("بحار")}`);
    expect(feed.items?.[0]?.enclosures?.[0]?.url).toBe(`https://example.org/pictures/${encodeURIComponent("مرجان")}-1a2b3c4d.svg`);
  });

  it("name this computer, with one notice, where the edition has no address", async () => {
    const { text, problems } = await written([voyager], { json: { url: undefined }, base: "/paper/" });
    expect(parseRssFeed(text("feed.xml")).link).toBe("http://localhost:4321/paper/");
    expect(problems).toEqual([expect.objectContaining({ severity: "notice", file: "edition.json", place: "url" })]);
  });
});
