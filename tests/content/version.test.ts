import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { partsChanged, storyWords, textOfEntry, textOfWords } from "#content/version.ts";
import { makeArticle, makeImage, ref } from "../support/makeArticle.ts";

const text = (words: string) => ({ type: "text" as const, text: words });
const paragraph = (words: string) => ({ type: "paragraph" as const, children: [text(words)] });

const article = makeArticle({
  headline: "The ferry",
  standfirst: "It sails again.",
  authors: [{ ...ref("Ada Keane"), kind: "person" }],
  body: [paragraph("It left at seven."), { type: "figure", image: { ...makeImage("ferry"), caption: [text("The ferry at noon.")] } }],
  corrections: [{ date: "2024-04-23T00:00:00Z", children: [text("It left at eight.")] }],
});

const POST = { type: "post" as const, id: "noon", date: "2024-04-22T12:00:00Z", children: [paragraph("It is noon.")] };

describe("the words of a story", () => {
  it("are what readers read, and have one form for ever: published hashes stand on it", () => {
    const words = storyWords(article);
    expect(textOfWords(words)).toBe(
      '["The ferry","It sails again.",["Ada Keane"],"2024-04-22T07:10:00Z",["It left at seven.","The ferry at noon."],[["2024-04-23T00:00:00Z","It left at eight."]]]',
    );
    const version = {
      type: "version" as const,
      at: "2024-04-22T07:10:00.000Z",
      changed: [],
      words: createHash("sha256").update(textOfWords(words)).digest("hex"),
    };
    expect(createHash("sha256").update(textOfEntry(version)).digest("hex")).toBe(
      "5c1b09a4df449f82de036fef3e01e5d6ea1a15411021d21e23c56601ae5660cc",
    );
  });

  it("are not changed by whoever writes the posts of a live blog", () => {
    const blog = { ...article, liveBlog: { coverageStartTime: "2024-04-22T07:10:00Z", count: 0, keyEvents: [] } };
    const later = { ...blog, authors: [...blog.authors, { ...ref("Ben Ruiz"), kind: "person" as const }] };
    expect(partsChanged(storyWords(blog), storyWords(later))).toEqual([]);
    expect(partsChanged(storyWords(article), storyWords({ ...article, authors: later.authors }))).toEqual(["byline"]);
  });

  it("are not changed by pictures, topics, posts or a later date of modification", () => {
    const other = {
      ...article,
      image: makeImage("other"),
      topics: [ref("Sea")],
      dateModified: "2024-05-01T00:00:00Z",
      body: [POST, ...article.body],
    };
    expect(partsChanged(storyWords(article), storyWords(other))).toEqual([]);
  });

  it.each([
    ["headline", { headline: "Another" }],
    ["standfirst", { standfirst: undefined }],
    ["byline", { authors: [] }],
    ["text", { body: [paragraph("It left at eight.")] }],
    ["correction", { corrections: [] }],
    ["date", { datePublished: "2024-04-21T07:10:00Z" }],
  ])("tell that the %s was changed", (part, change) => {
    expect(partsChanged(storyWords(article), storyWords({ ...article, ...change }))).toEqual([part]);
  });
});
