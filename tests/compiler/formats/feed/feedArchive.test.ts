import { describe, expect, test } from "vitest";
import { feedArchive } from "../../../../src/compiler/formats/feed/feedArchive.ts";
import { archiveFile, readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";

archiveCases(feedArchive);

const rss = (items: string, more = "") =>
  `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><link>https://t.example/</link>${more}${items}</channel></rss>`;
const item = (inner: string) => `<item><title>A</title><pubDate>2020-01-01</pubDate><description>Words.</description>${inner}</item>`;

describe("a file is a feed by its first element", () => {
  test.each([
    ["<rss version='2.0'>", true],
    ["\uFEFF<?xml version='1.0'?>\n<!-- <html> --><feed xmlns='http://www.w3.org/2005/Atom'>", true],
    ["<!DOCTYPE rss [<!ENTITY a 'b>'>]><rss>", true],
    ["<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", true],
    ["<rdf:RDF>", true],
    ["<html><body><rss version='2.0'>", false],
    ["<!-- <rss> -->", false],
    ["{}", false],
    ["<rss><channel><title>{{ .Site.Title }}</title>{{ range .Pages }}<item>", false],
    ["<feed>{% for post in site.posts %}<entry>", false],
    ["<rss><channel><title>T</title><item><title>What {{ .Title }} means</title>", true],
  ])("%s: %s", (head, is) => {
    expect(feedArchive.detects(archiveFile("export.dat", head))).toBe(is);
  });
});

describe("pictures", () => {
  const image = async (inner: string) => (await readArchive(feedArchive, "f.xml", rss(item(inner)))).drafts[0];

  test("of a group the widest is taken, and stands over the story", async () => {
    const group = [90, 1600, 800].map(
      (width) => `<media:content url="https://t.example/${width}.jpg" type="image/jpeg" width="${width}"/>`,
    );
    const draft = await image(`<media:group>${group.join("")}</media:group>`);
    expect(draft?.image?.url).toBe("https://t.example/1600.jpg");
    expect(draft?.body).toHaveLength(1);
  });

  test("further ones stand below the text", async () => {
    const draft = await image('<enclosure url="/1.png" type="image/png"/><enclosure url="/2.png" type="image/png"/>');
    expect(draft?.image?.url).toBe("https://t.example/1.png");
    expect(draft?.body[1]).toMatchObject({ type: "figure", image: { url: "https://t.example/2.png" } });
  });

  test("one that is missing is reported and left out", async () => {
    const { drafts, problems } = await readArchive(feedArchive, "f.xml", rss(item('<enclosure url="/missing.png" type="image/png"/>')));
    expect(drafts[0]?.image).toBeUndefined();
    expect(problems.map(({ message }) => message)).toEqual(["The picture /missing.png is not there; it was left out."]);
  });
});

test("an address of a person is no name, wherever it is written", async () => {
  const authors = ["<author>a@t.example</author>", "<author>Jo (b@t.example)</author>", "<author>c@t.example (Kim)</author>"].map(item);
  const { drafts } = await readArchive(feedArchive, "f.xml", rss(authors.join("")));
  expect(drafts.map((draft) => draft.authors.map(({ name }) => name))).toEqual([[], ["Jo"], ["Kim"]]);
});

test("for whom an item was written keeps it back from nobody, who may read it does", async () => {
  const items = [
    "<dcterms:audience>Technical professionals</dcterms:audience>",
    "<schema:audience>Teachers</schema:audience>",
    "<blog:audience>paid</blog:audience>",
  ].map(item);
  const { drafts, skipped } = await readArchive(feedArchive, "f.xml", rss(items.join("")));
  expect(drafts).toHaveLength(2);
  expect(skipped).toEqual([{ file: "f.xml", place: "item 3", reason: "It is not for everybody (audience: paid)." }]);
});

test("names that JavaScript's objects have are names like any other", async () => {
  const odd = '<constructor constructor="1">x</constructor><dc:prototype xmlns:dc="urn:x"/><__proto__/>';
  const { drafts, problems } = await readArchive(feedArchive, "f.xml", rss(item(odd), "<prototype/>"));
  expect({ drafts, problems }).toMatchObject({ drafts: [{ headline: "A" }], problems: [] });
});

test("a feed of 3,000 items comes in whole", async () => {
  const { drafts } = await readArchive(feedArchive, "f.xml", rss(item("").repeat(3_000)));
  expect(drafts).toHaveLength(3_000);
});

test.each([
  ["<item>", /nested tags/u],
  ["<!--", /Comment is not closed/u],
  ['<a b="', /cannot be read/u],
  ["<![CDATA[", /CDATA is not closed/u],
])("a feed that opens 30,000 of %s comes to an end, without an item and with an error", async (hostile, said) => {
  const { drafts, problems } = await readArchive(feedArchive, "f.xml", `<rss version="2.0"><channel>${hostile.repeat(30_000)}`);
  expect(drafts).toEqual([]);
  expect(problems).toEqual([expect.objectContaining({ severity: "error", message: expect.stringMatching(said) })]);
});

test.each(["http://www.w3.org/2007/app", "http://purl.org/atom/app#"])(
  "of a blog that Blogger wrote as one feed the published posts come in, and not its drafts, comments, pages and setup (%s)",
  async (app) => {
    const entry = (kind: string, title: string, more = "") =>
      `<entry><id>tag:blogger.com,1999:blog-1.${title}</id><published>2014-03-12T08:00:00+01:00</published><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/><category scheme="http://www.blogger.com/atom/ns#" term="Cranes"/><title type="text">${title}</title><content type="html">Words.</content>${more}</entry>`;
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="${app}"><title>Blog</title>${entry("template", "T")}${entry("post", "Published")}${entry("post", "Secret", "<app:control><app:draft>yes</app:draft></app:control>")}${entry("comment", "Nice")}${entry("page", "About")}</feed>`;
    const { drafts, skipped, leftOut } = await readArchive(feedArchive, "blog.xml", feed);
    expect(drafts.map(({ headline, topics }) => [headline, topics.map(({ name }) => name)])).toEqual([["Published", ["Cranes"]]]);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      "It is part of the blog's setup (template).",
      "It is marked as a draft (draft: yes).",
      "It is a comment.",
      "It is of the type page, which is not an article; --types page imports such items too.",
    ]);
    expect(leftOut).toEqual({ comments: 1 });
    const withPages = await readArchive(feedArchive, "blog.xml", feed, { types: ["page"] });
    expect(withPages.drafts.map(({ headline }) => headline)).toEqual(["Published", "About"]);
  },
);
