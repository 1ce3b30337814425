import { describe, expect, it } from "vitest";
import { link } from "#compiler/link/link.ts";
import type { FindThreads } from "#compiler/link/threads.ts";
import { relatedStories } from "#compiler/features/search/relatedStories.ts";
import { type LinkedBefore, LinkMemory } from "#compiler/state/LinkMemory.ts";
import { WordMemory } from "#compiler/state/WordMemory.ts";
import type { Article } from "#content/article.ts";
import { makeArticle } from "../../support/makeArticle.ts";
import { makeSettings } from "../../support/makeSettings.ts";

const mars = [{ slug: "mars", name: "Mars" }];
const sea = [{ slug: "sea", name: "Sea" }];
const delft = [{ slug: "delft", name: "Delft" }];

const text = (words: string): Article["body"] => [{ type: "paragraph", children: [{ type: "text", text: words }] }];

const day = (slug: string, date: number, more: Partial<Article>): Article =>
  makeArticle({ slug, headline: `About ${slug}`, datePublished: `2024-05-${date}T00:00:00Z`, ...more });

const edition = [
  day("rover", 10, { topics: mars }),
  day("dust", 11, { topics: mars }),
  day("reef", 12, { topics: sea, places: delft }),
  day("port", 13, { places: delft }),
  day("volcano", 14, { body: text("A volcano throws lava.") }),
  day("lava", 15, { body: text("Lava of a volcano.") }),
  day("quiet", 16, {}),
];

type Before = LinkedBefore & { words: ReadonlyMap<string, string> };

/** Links an edition; `asBefore` are the paths of pages that are known to show what they showed, without being made. */
function linkAfter(articles: Article[], before: Before, threadNamed?: string) {
  const memory = new LinkMemory(before);
  const words = new WordMemory(before.words);
  const findThreads: FindThreads = (stories) =>
    threadNamed === undefined ? [] : [{ slug: "rover", name: threadNamed, stories: stories.slice(0, 2), turningPoints: [] }];
  const { pages } = link(articles, makeSettings(), { makeRelatedFinder: relatedStories(words), findThreads, memory });
  const asBefore: string[] = [];
  for (const page of pages) {
    if (page.isAsBefore) asBefore.push(page.path);
    else expect(page.value).toBeDefined();
  }
  const result = memory.result();
  const known = [...result.records.values()].map((record) => record.known);
  return { asBefore, result: { ...result, words: words.records(known) } };
}

const nothing: Before = { ground: "", records: new Map(), words: new Map() };

const changed = (slug: string, changes: Partial<Article>): Article[] =>
  edition.map((article) => (article.slug === slug ? { ...article, ...changes } : article));

describe("what stands where", () => {
  it("is made anew in a first edition", () => {
    expect(linkAfter(edition, nothing).asBefore).toEqual([]);
  });

  it("is as before where no story has changed, and again in the edition after that", () => {
    const first = linkAfter(edition, nothing);
    const second = linkAfter(edition, first.result);
    const stories = edition.map(({ slug }) => `/article/${slug}`);
    expect(second.asBefore).toEqual(expect.arrayContaining([...stories, "/latest", "/topic/mars", "/place/delft"]));
    expect(linkAfter(edition, second.result).asBefore).toEqual(second.asBefore);
  });

  it("is as before but for a corrected story, the pages that show it, and its lists", () => {
    const { result } = linkAfter(edition, nothing);
    const { asBefore } = linkAfter(changed("dust", { urgency: 2 }), result);
    expect(asBefore).toEqual(expect.arrayContaining(["/article/volcano", "/article/lava", "/topic/sea", "/place/delft"]));
    for (const path of ["/article/dust", "/article/rover", "/topic/mars", "/latest"]) expect(asBefore).not.toContain(path);
  });

  it("keeps the words of stories that were not asked for again, for the editions after that", () => {
    const first = linkAfter(edition, nothing);
    const second = linkAfter(changed("rover", { urgency: 2 }), first.result);
    const third = linkAfter(changed("rover", { urgency: 3 }), second.result);
    for (const { asBefore } of [second, third]) expect(asBefore).toEqual(expect.arrayContaining(["/article/volcano", "/article/lava"]));
    const last = linkAfter(changed("quiet", { body: text("A volcano throws lava here too.") }), third.result);
    for (const path of ["/article/volcano", "/article/lava"]) expect(last.asBefore).not.toContain(path);
  });

  it("is as before but for the stories of a thread that has changed, and what shows them", () => {
    const { result } = linkAfter(edition, nothing, "The rover");
    expect(linkAfter(edition, result, "The rover").asBefore).toContain("/thread/rover");
    const { asBefore } = linkAfter(edition, result, "Dust on Mars");
    expect(asBefore).toEqual(expect.arrayContaining(["/article/volcano", "/article/lava", "/topic/sea", "/place/delft"]));
    for (const path of ["/article/rover", "/article/dust", "/thread/rover"]) expect(asBefore).not.toContain(path);
  });

  it("is as before for the stories that share no subject with a new one, and are not beside it", () => {
    const on = (date: number): Pick<Article, "topics"> => ({ topics: date % 2 === 0 ? mars : sea });
    const ten = Array.from({ length: 10 }, (_, at) => day(`story-${at}`, 10 + at, on(at)));
    const { result } = linkAfter(ten, nothing);
    const after = linkAfter([...ten, day("new", 25, on(0))], result);
    const pages = after.asBefore.filter((path) => path.startsWith("/article/"));
    expect(pages).toEqual([1, 3, 5, 7].map((at) => `/article/story-${at}`));
    expect(linkAfter(ten, after.result).asBefore).not.toContain("/article/story-9");
  });

  it("is made anew for stories found by words where a story has other words", () => {
    const { result } = linkAfter(edition, nothing);
    const { asBefore } = linkAfter(changed("quiet", { body: text("A volcano throws lava here too.") }), result);
    for (const path of ["/article/volcano", "/article/lava"]) expect(asBefore).not.toContain(path);
  });

  it.each<[string, Article[]]>([
    ["a story hangs on another topic", changed("quiet", { topics: mars })],
    ["a topic has another name", changed("rover", { topics: [{ slug: "mars", name: "The red planet" }] })],
    ["a story is gone", edition.slice(1)],
    ["stories have another order", changed("rover", { datePublished: "2024-05-20T00:00:00Z" })],
  ])("is made anew for all where %s", (_, articles) => {
    const { result } = linkAfter(edition, nothing);
    expect(linkAfter(articles, result).asBefore).toEqual([]);
  });
});
