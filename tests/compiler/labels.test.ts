import { strFromU8, unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { contentOf } from "./features/pictures/edition.ts";
import { filesIn, temporaryFolder } from "../support/temporaryFolder.ts";

const story = (slug: string, more = "", body = "Words.", date = "2024-04-22T07:10:00Z"): [string, string] => [
  `articles/${slug}.md`,
  `---\nheadline: About ${slug}\ndatePublished: ${date}\ntopics: [Mars]\nplaces: [Delft]\nsection: Science\n${more}\n---\n${body}\n`,
];

/** A site with these stories. */
async function paper(stories: [file: string, text: string | Uint8Array][]) {
  const edition = JSON.stringify({ url: "https://example.org/", epub: {} });
  const content = contentOf({ "edition.json": edition, ...Object.fromEntries(stories) });
  const out = temporaryFolder();
  const { problems } = await compile({ content, out, encode: false, now: Date.parse("2024-04-23T00:00:00Z") });
  const texts = filesIn(out);
  const json = (file: string) => JSON.parse(texts.get(file) ?? "null");
  const book = (slug: string) => {
    const files = unzipSync(readFileSync(join(out, `article/${slug}.epub`)));
    return strFromU8(files["book/story-1.xhtml"] ?? new Uint8Array());
  };
  if (texts.size === 0) throw new Error(JSON.stringify(problems));
  return { texts, text: (file: string) => texts.get(file) ?? "", json, book, said: problems.map(({ message }) => message) };
}

it("a story of a kind says so before its genre, in its language, on its page, in lists, in feeds and in books", async () => {
  const { json, text, book, said } = await paper([
    story("tides", "kind: Opinion\ngenre: Review"),
    story("ebb", "kind: press_release\ninLanguage: de"),
    story("flow", "kind: satyre"),
    story("surf", "kind: obituary"),
    story("calm", "kind: analysis\ngenre: Analysis"),
  ]);
  const kindOf = (slug: string) => {
    const { kind, genre } = json(`data/article/${slug}.json`).article;
    return [kind, genre];
  };
  expect(["tides", "ebb", "flow", "surf", "calm"].map(kindOf)).toEqual([
    ["opinion", "Opinion / Review"],
    ["press-release", "Pressemitteilung"],
    ["satire", "Satire"],
    [undefined, undefined],
    ["analysis", "Analysis"],
  ]);
  expect(said).toEqual([
    'kind is "satyre", which is none; it was taken for the nearest.',
    'kind is "obituary", which is none; it was left out.',
  ]);
  expect(text("data/topic/mars.json")).toContain('"genre":"Opinion / Review"');
  expect(text("feed.xml")).toContain("<category>Opinion / Review</category>");
  expect(book("tides")).toContain('<p class="kicker">Opinion / Review</p>');
});
