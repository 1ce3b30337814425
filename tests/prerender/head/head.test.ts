import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Edition } from "#content/edition/edition.ts";
import type { Page } from "#content/pages/pages.ts";
import type { Episode } from "#content/recording.ts";
import { head } from "#prerender/head/head.ts";
import { anEdition } from "../../support/anArticle.ts";
import { makeArticle, makeImage, ref } from "../../support/makeArticle.ts";
import { wordsIn } from "../../support/words.ts";

const site = { url: "https://example.org/paper/", base: "/paper/", data: "https://data.example/" };

const edition: Edition = {
  ...anEdition,
  tagline: "News & more",
  language: "en-GB",
  podcast: true,
  catalogues: true,
  sharePicture: { url: "/share.png", width: 1200, height: 630, alt: "The paper" },
  editions: [
    { language: "en", prefix: "" },
    { language: "de", prefix: "/de" },
  ],
};

const text = (words: string) => [{ type: "text" as const, text: words }];
const photo = { url: "/pictures/ada.jpg", width: 40, height: 40, sources: [] };
const picture = { url: "/media/dish.jpg", width: 1200, height: 800, sources: [] };
const drawing = makeImage("dish");
const teaser = (slug: string) => ({ slug, headline: `Headline of ${slug}`, datePublished: "2024-04-22T07:10:00Z", readingMinutes: 1 });
const episode: Episode = { kind: "episode", url: "/media/tone.mp3", mediaType: "audio/mpeg", duration: 61.6, title: "Talk", credit: "Ada" };
const post = { type: "post" as const, date: "2024-04-22T07:10:00Z" };

const bare = makeArticle({ slug: "bare", inLanguage: "de-AT", image: drawing, url: "https://elsewhere.example/bare" });

const full = makeArticle({
  slug: "full",
  standfirst: 'A "quoted" < standfirst',
  section: ref("Science"),
  topics: [ref("Mars"), ref("NASA")],
  places: [ref("Pasadena"), ref("Delft")],
  authors: [
    { slug: "ada", name: "Ada", kind: "person" },
    { slug: "desk", name: "Desk", kind: "desk" },
    { slug: "ben", name: "Ben", kind: "person" },
  ],
  dateModified: "2024-04-23T07:10:00Z",
  dateline: "PASADENA",
  genre: "Analysis",
  image: { ...drawing, card: { url: "/media/dish.png", width: 1200, height: 750 } },
  audio: episode,
  translations: [
    { slug: "voll", inLanguage: "de", headline: "Voll" },
    { slug: "plein", inLanguage: "fr", headline: "Plein" },
  ],
  citations: [{ title: "Paper", url: "https://doi.example/1" }, { title: "Book" }],
  corrections: [{ date: "2024-05-01T00:00:00Z", children: text("Wrong.") }],
  discussion: "https://social.example/@paper/1",
  comments: [
    { id: "1", body: [], replies: [{ id: "2", body: [], replies: [] }] },
    { id: "3", body: [], replies: [] },
  ],
});

const live = makeArticle({
  slug: "live",
  liveBlog: { coverageStartTime: "2024-04-22T07:00:00Z", coverageEndTime: "2024-04-22T09:00:00Z", count: 2, keyEvents: [] },
  body: [
    { ...post, id: "two", headline: "Two", authors: [{ name: "Ada", slug: "ada" }, { name: "Guest" }], children: [] },
    { ...post, id: "one", children: [{ type: "paragraph", children: text(`${"word ".repeat(45)}end`) }] },
  ],
});

const list = { slug: "delft", name: "Delft", related: [], days: [] };

const PAGES: Record<string, Page> = {
  front: { kind: "front", path: "/", value: { lead: { ...teaser("a"), image: picture }, also: [], latest: [], top: [], sections: [] } },
  bare: { kind: "article", path: "/article/bare", value: { article: bare } },
  full: {
    kind: "article",
    path: "/article/full",
    value: {
      article: full,
      profiles: [
        { slug: "ada", role: "Editor", image: photo.url, sameAs: ["https://social.example/@ada"] },
        { slug: "desk", role: "Desk", image: "/pictures/desk.jpg" },
      ],
      series: { slug: "tones", name: "Tones", part: 2, of: 3 },
    },
  },
  translation: {
    kind: "article",
    path: "/article/voll",
    value: {
      article: {
        ...full,
        slug: "voll",
        inLanguage: "de",
        translationOf: "full",
        translations: [
          { slug: "full", inLanguage: "en", headline: "Full" },
          { slug: "plein", inLanguage: "fr", headline: "Plein" },
        ],
      },
    },
  },
  live: { kind: "article", path: "/article/live", value: { article: live } },
  posts: {
    kind: "posts",
    path: "/article/live/page/1",
    value: { story: live, page: 1, posts: live.body.flatMap((block) => (block.type === "post" ? [block] : [])) },
  },
  post: {
    kind: "posts",
    path: "/article/live/post/two",
    value: { story: live, posts: live.body.flatMap((block) => (block.type === "post" && block.id === "two" ? [block] : [])) },
  },
  latest: { kind: "list", path: "/latest", value: { ...list, kind: "latest", slug: "", name: "" } },
  month: { kind: "list", path: "/archive/2024/04", value: { ...list, kind: "month", slug: "2024-04", name: "April 2024", podcast: true } },
  topic: {
    kind: "list",
    path: "/topic/delft",
    value: {
      ...list,
      kind: "topic",
      description: "All on Delft",
      podcast: true,
      days: [{ date: "2024-04-22", teasers: [{ ...teaser("a"), image: picture }] }],
    },
  },
  place: { kind: "list", path: "/place/delft", value: { ...list, kind: "place", count: 1 } },
  section: { kind: "list", path: "/section/delft", value: { ...list, kind: "section", count: 1 } },
  author: {
    kind: "list",
    path: "/author/ada",
    value: {
      ...list,
      kind: "author",
      slug: "ada",
      name: "Ada",
      description: "Short.",
      authorKind: "person",
      profile: { role: "Editor", photo, bio: ["One.", "Two."], links: [{ name: "Mastodon", url: "https://social.example/@ada" }] },
    },
  },
  desk: {
    kind: "list",
    path: "/author/desk",
    value: { ...list, kind: "author", slug: "desk", name: "Desk", authorKind: "desk", profile: {} },
  },
  series: {
    kind: "series",
    path: "/series/tones",
    value: {
      slug: "tones",
      name: "Tones",
      description: "Of tones",
      podcast: true,
      teasers: [{ ...teaser("a"), image: picture }, teaser("b")],
    },
  },
  staff: {
    kind: "staff",
    path: "/staff",
    value: {
      groups: [{ people: [{ name: "Ada", slug: "ada", role: "Editor", photo }, { name: "Guest" }] }, { people: [{ name: "Ben" }] }],
    },
  },
  static: {
    kind: "static",
    path: "/about/who",
    value: {
      path: "/about/who",
      title: "Who",
      type: "AboutPage",
      standfirst: "Us",
      image: { ...picture, alt: "All of us" },
      body: [],
      above: [{ name: "About", url: "/about" }],
      inLanguage: "en",
      direction: "ltr",
      translations: [
        { path: "/de/about/wer", inLanguage: "de", title: "Wer" },
        { path: "/fr/about/qui", inLanguage: "fr", title: "Qui" },
      ],
    },
  },
  index: { kind: "index", path: "/topics", value: { kind: "topic", letters: [] } },
  versions: {
    kind: "versions",
    path: "/article/full/versions",
    value: { slug: "full", headline: "Full", datePublished: "2024-04-22T07:10:00Z", inLanguage: "de", direction: "ltr", entries: [] },
  },
  corrections: {
    kind: "corrections",
    path: "/corrections",
    value: {
      corrections: [
        { slug: "a", headline: "A", number: 1, date: "2024-05-01T00:00:00Z", children: text("One."), inLanguage: "en", direction: "ltr" },
        { slug: "b", headline: "B", number: 1, date: "2024-05-02T00:00:00Z", children: text("Two."), inLanguage: "en", direction: "ltr" },
      ],
    },
  },
  archive: { kind: "archive", path: "/archive", value: { years: [] } },
  year: { kind: "archive", path: "/archive/2024", value: { year: "2024", years: [] } },
};

/** One element on each line, JSON-LD indented. */
function linesOf(page: Page, of = edition): string {
  const html = head(page, of, site, "Title & more", wordsIn("en").page).replaceAll("><", ">\n<");
  return `${html.replace(/(<script[^>]*>)(.*)<\/script>/u, (_, open: string, json: string) => `${open}\n${JSON.stringify(JSON.parse(json), null, 1)}\n</script>`)}\n`;
}

it.each(Object.entries(PAGES))("the head of a page of the kind %s is as in tests/fixtures/heads", (name, page) => {
  expect(linesOf(page)).toBe(readFileSync(join(import.meta.dirname, `../../fixtures/heads/${name}.html`), "utf8"));
});

it("the head of the front page of an edition that has only a name and a language has no more than that", () => {
  const front: Page = { kind: "front", path: "/", value: { also: [], latest: [], top: [], sections: [] } };
  expect(linesOf(front, anEdition)).toBe(readFileSync(join(import.meta.dirname, "../../fixtures/heads/plain.html"), "utf8"));
});
