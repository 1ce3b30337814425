import { expect, test } from "vitest";
import { draft, paragraph, refineDrafts, refineOne, text } from "./refineDrafts.ts";

test("a draft with the least becomes an article with all that can be found out", () => {
  expect(refineOne({})).toEqual({
    id: "a-story",
    slug: "a-story",
    headline: "A story",
    standfirst: "Text.",
    body: [paragraph("Text.")],
    authors: [],
    datePublished: "2024-01-01T00:00:00Z",
    topics: [],
    places: [],
    inLanguage: "en",
    direction: "ltr",
    urgency: 5,
    corrections: [],
    citations: [],
    oldUrls: [],
    readingMinutes: 1,
  });
});

test("what is held back, has no headline or no date that can be read is skipped with the reason", () => {
  const { articles, skipped } = refineDrafts([
    { file: "a.md", held: "It is marked as a draft (draft: true)." },
    { file: "b.md", headline: undefined },
    { file: "c.md", datePublished: undefined },
    { file: "d.md", datePublished: "03/04/2024" },
    { file: "e.md" },
  ]);
  expect(articles).toHaveLength(1);
  expect(skipped).toEqual([
    { file: "a.md", reason: "It is marked as a draft (draft: true)." },
    { file: "b.md", reason: "It has no headline.", lost: "no headline" },
    { file: "c.md", reason: "It has no date.", lost: "no date" },
    { file: "d.md", reason: 'Its date "03/04/2024" cannot be read, or can be read in two ways.', lost: "unclear date" },
  ]);
});

test("articles stand in the order of their instants, not of their texts", () => {
  const { articles } = refineDrafts([
    { file: "a.md", headline: "Later", datePublished: "2024-01-01T01:00:00Z" },
    { file: "b.md", headline: "Earlier", datePublished: "2024-01-01T02:00:00+05:00" },
  ]);
  expect(articles.map(({ headline }) => headline)).toEqual(["Earlier", "Later"]);
});

test("a date that can be read in two ways is read as the others of the edition are, and that is told", () => {
  const dated = (...dates: string[]) => refineDrafts(dates.map((datePublished, index) => ({ file: `${index}.md`, datePublished })));
  const days = (...dates: string[]) => dated(...dates).articles.map(({ datePublished }) => datePublished.slice(0, 10));
  expect(days("03/04/2024", "25/12/2023")).toEqual(["2023-12-25", "2024-04-03"]);
  expect(days("03/04/2024", "12/25/2023")).toEqual(["2023-12-25", "2024-03-04"]);
  expect(days("03/04/2024", "25/12/2023", "12/25/2023")).toEqual(["2023-12-25", "2023-12-25"]);
  expect(dated("03/04/2024 07:10", "25/12/2023").messages).toContain(
    'Its date "03/04/2024 07:10" was read as 2024-04-03, as other dates of this edition are written.',
  );
  const american = refineDrafts([{ datePublished: "03/04/2024" }], { language: "en-US" });
  expect(american.articles[0]?.datePublished).toBe("2024-03-04T00:00:00Z");
  expect(american.messages).toEqual(['Its date "03/04/2024" was read as 2024-03-04, as is usual in en-US.']);
});

test("a story whose moment has not come is skipped with the reason", () => {
  const until = Date.parse("2024-05-01T12:00:00Z");
  const drafts = ["2024-05-01T12:00:00Z", "2024-05-01T14:30:00+02:00"].map((datePublished, index) => ({
    file: `${index}.md`,
    datePublished,
  }));
  const { articles, skipped } = refineDrafts(drafts, {}, until);
  expect(articles).toHaveLength(1);
  expect(skipped).toEqual([{ file: "1.md", reason: "Its date is in the future (2024-05-01T14:30:00+02:00); --future publishes it." }]);
  expect(refineDrafts(drafts).articles).toHaveLength(2);
});

test("a date of change counts when it lies after publication", () => {
  const modified = (dateModified: string) => refineOne({ datePublished: "2024-01-02T10:00:00+01:00", dateModified }).dateModified;
  expect(modified("2024-01-03")).toBe("2024-01-03T00:00:00Z");
  expect(modified("2024-01-02T09:00:00Z")).toBeUndefined();
  expect(modified("2023-01-01")).toBeUndefined();
  expect(modified("soon")).toBeUndefined();
});

test("of two that want a slug, the one published first gets it, whatever the case", () => {
  const { articles, messages } = refineDrafts([
    { file: "b.md", slug: "hub", datePublished: "2024-01-02" },
    { file: "a.md", slug: "Hub", datePublished: "2024-01-01" },
    { file: "c.md", slug: "hub-2", datePublished: "2024-01-03" },
  ]);
  expect(articles.map(({ slug }) => slug)).toEqual(["Hub", "hub-2", "hub-2-2"]);
  expect(messages[0]).toBe('The slug "hub" belongs to a.md, which was published before; this article is at "hub-2".');
});

test.each([
  [{ slug: "2014/The Hub!" }, "2014-the-hub"],
  [{ slug: "???", headline: "The hub" }, "the-hub"],
  [{ headline: "البنسلين" }, "البنسلين"],
  [{ headline: "!!!" }, "story"],
  [{ slug: "a".repeat(300) }, "a".repeat(80)],
])("the slug of %j is %s", (own, slug) => {
  expect(refineOne(own).slug).toBe(slug);
});

test("an id of its own stays, and is never given twice", () => {
  const { articles } = refineDrafts([{ id: "42" }, { id: "42", headline: "Another" }, { headline: "Other" }]);
  expect(articles.map(({ id }) => id)).toEqual(["42", "42-2", "other"]);
});

test("language and direction are found, and a language that is none is the edition's", () => {
  expect(refineOne({ inLanguage: "pt_br" })).toMatchObject({ inLanguage: "pt-BR", direction: "ltr" });
  expect(refineOne({ inLanguage: "ar" })).toMatchObject({ inLanguage: "ar", direction: "rtl" });
  expect(refineOne({ inLanguage: "English!" }, { language: "de" })).toMatchObject({ inLanguage: "de" });
  expect(refineOne({ inLanguage: "ar", direction: "ltr" })).toMatchObject({ direction: "ltr" });
});

test("a headline with İ leads on from the address that earlier versions gave it", () => {
  const { slug, oldUrls } = refineOne({ headline: "İstanbul", slug: undefined });
  expect([slug, ...oldUrls]).toEqual(["istanbul", `/article/${encodeURIComponent("i\u0307stanbul")}`]);
});

test("reading takes a minute for 230 words or 500 Chinese characters, and never none", () => {
  expect(refineOne({ body: [paragraph("word ".repeat(690))] }).readingMinutes).toBe(3);
  expect(refineOne({ body: [paragraph("字".repeat(1500))] }).readingMinutes).toBe(3);
  expect(refineOne({ body: [paragraph("word ".repeat(460) + "字".repeat(500))] }).readingMinutes).toBe(3);
  expect(refineOne({ body: [] }).readingMinutes).toBe(1);
});

test.each([
  ["Thai", "ประเทศไทยมีแม่น้ำหลายสาย", 6],
  ["Lao", "ປະເທດລາວມີແມ່ນ້ຳຫຼາຍສາຍ", 6],
  ["Khmer", "ប្រទេសកម្ពុជាមានទន្លេច្រើន", 5],
  ["Burmese", "မြန်မာနိုင်ငံတွင်မြစ်များရှိသည်", 6],
])("the words of %s count, though nothing separates them", (_, sentence, words) => {
  const { readingMinutes } = refineOne({ body: [paragraph(sentence.repeat(230))] });
  expect(Math.abs(readingMinutes - words)).toBeLessThanOrEqual(2);
});

test("corrections stand by their days; one without a day closes the text", () => {
  const article = refineOne({
    corrections: [
      { date: "2024-02-02", children: [text("Second.")] },
      { date: "2024-02-01", children: [text("First.")] },
      { children: [text("Undated.")] },
    ],
  });
  expect(article.corrections).toEqual([
    { date: "2024-02-01T00:00:00Z", children: [text("First.")] },
    { date: "2024-02-02T00:00:00Z", children: [text("Second.")] },
  ]);
  expect(article.body.at(-1)).toEqual({ type: "correction", children: [text("Undated.")] });
});

test("refining changes no draft", () => {
  const given = draft({
    topics: [{ name: "A" }, { name: "a" }],
    body: [{ type: "paragraph", children: [{ type: "link", url: "/story.md", children: [] }] }],
  });
  const before = JSON.stringify(given);
  refineDrafts([given]);
  expect(JSON.stringify(given)).toBe(before);
});
