import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { knownNames } from "#compiler/link/knownNames.ts";
import { link } from "#compiler/link/link.ts";
import { type FindNames, type KnownName, nameFinder } from "#compiler/link/nameFinder.ts";
import { linkedBody, unlinkedBody } from "#compiler/link/nameLinks.ts";
import { NameMemory } from "#compiler/state/NameMemory.ts";
import type { Article } from "#content/article.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { visitBlocks } from "#content/blocks/visitBlocks.ts";
import { linked, pageAt } from "../../support/linked.ts";
import { makeArticle, ref } from "../../support/makeArticle.ts";
import { makeSettings } from "../../support/makeSettings.ts";

const text = (words: string): Inline => ({ type: "text", text: words });
const paragraph = (...children: (Inline | string)[]): Block => ({
  type: "paragraph",
  children: children.map((each) => (typeof each === "string" ? text(each) : each)),
});

/** The links of a body with their words: "Europol > /topic/europol". */
function linksIn(body: Block[]): string[] {
  const links: string[] = [];
  visitBlocks(body, {
    inline: (inline) => {
      if (inline.type === "link" && inline.card) links.push(`${plainText([paragraph(...inline.children)])} > ${inline.url}`);
    },
  });
  return links;
}

const topic = (name: string): { name: string; url: string } => ({ name, url: `/topic/${name}` });
const place = (name: string): KnownName => ({ name, url: `/place/${name}`, mustStandAlone: true });
const found = (find: FindNames, words: string): string[] => find(words).map(({ at, length }) => words.slice(at, at + length));

describe("the names in a text", () => {
  const find = nameFinder([
    ...["Europol", "Delta", "Delta Works", "Delta Works Museum", "Voyager 1", "Coral bleaching", "King's Cross"].map(topic),
    ...["London", "Paris", "the Netherlands", "Baden"].map(place),
  ]);

  it.each([
    ["the longest that begins at a place", "The Delta Works of the Delta", ["Delta Works", "Delta"]],
    ["with what follows a word", "Europol’s list, (Europol), Europol.", ["Europol", "Europol", "Europol"]],
    ["after an apostrophe", "le rapport d’Europol", ["Europol"]],
    ["whatever its space and apostrophe", "Voyager\u00a01 over King’s\nCross", ["Voyager\u00a01", "King’s\nCross"]],
    [
      "a common noun in either case",
      "Coral bleaching, coral bleaching, The Netherlands",
      ["Coral bleaching", "coral bleaching", "The Netherlands"],
    ],
    ["no other case", "EUROPOL, europol, voyager 1", []],
    ["no part of a word", "Europols Europolis Voyager 10 Voyager 1b", []],
    ["no part of what is joined", "Baden-Württemberg, www.Europol.example, @Europol, Europol-Chef, Voyager 1.5", []],
    ["no place beside another name", "The writer Jack London saw the London Marathon. In London it rained.", ["London"]],
    ["a place at the beginning of a sentence", "It rained. In Paris, too: Paris.", ["Paris", "Paris"]],
    ["a place after what a sentence begins with", "In London it rained. “On Paris (In London).", ["London", "Paris", "London"]],
    ["no place in a name that a text begins with", "Jack London wrote.", []],
    ["no place in a name that a sentence begins with", "It rained. Jack London wrote: “Élise Paris” (Jack London).", []],
  ])("are found: %s", (_, words, names) => {
    expect(found(find, words)).toEqual(names);
  });

  it.each([
    ["Chinese", "欧洲刑警组织在发展中国家工作，中国也是。", ["欧洲刑警组织", "中国"], ["欧洲刑警组织", "中国"]],
    ["Japanese", "ユーロポールは東京にある。", ["ユーロポール"], ["ユーロポール"]],
    ["Latin letters in Chinese", "周五Europol公布了", ["Europol"], ["Europol"]],
    ["Arabic", "قالت يوروبول إن", ["يوروبول"], ["يوروبول"]],
    ["Arabic, with no letter joined to it", "ويوروبولية", ["يوروبول"], []],
    ["Hindi", "यूरोपोल ने कहा", ["यूरोपोल"], ["यूरोपोल"]],
  ])("are found in %s", (_, words, names, expected) => {
    expect(found(nameFinder(names.map(topic)), words)).toEqual(expected);
  });

  it("come from the first of two that are written alike, and never from one within another that has no page", () => {
    const one = nameFinder([place("Paris"), topic("Paris"), { name: "Paris agreement" }]);
    expect(one("Paris and the Paris agreement")).toEqual([{ at: 0, length: 5, url: "/place/Paris" }]);
  });
});

describe("the links of a body", () => {
  const find = nameFinder([topic("Europol"), topic("NASA"), place("Delft")]);
  const body = (...blocks: Block[]) => linkedBody(blocks, find).body;

  it("stand at the first mention of each name, and change no word", () => {
    const before = [paragraph("Europol and NASA."), paragraph("Europol in ", { type: "strong", children: [text("Delft")] }, ".")];
    const after = body(...before);
    expect(linksIn(after)).toEqual(["Europol > /topic/Europol", "NASA > /topic/NASA", "Delft > /place/Delft"]);
    expect(plainText(after)).toBe(plainText(before));
    expect(after[1]).toEqual(
      paragraph(
        "Europol in ",
        { type: "strong", children: [{ type: "link", url: "/place/Delft", card: true, children: [text("Delft")] }] },
        ".",
      ),
    );
  });

  it("stand in lists, quotations and what is folded", () => {
    const quote: Block = { type: "quote", children: [paragraph("By NASA")], attribution: [text("Europol")] };
    expect(linksIn(body({ type: "list", ordered: false, items: [[paragraph("Europol")]] }, quote))).toEqual([
      "Europol > /topic/Europol",
      "NASA > /topic/NASA",
    ]);
  });

  it("stand in no heading, link, code, caption, note, table or deletion", () => {
    const cell = { children: [text("Europol")] };
    expect(
      linksIn(
        body(
          { type: "heading", level: 2, id: "a", children: [text("Europol")] },
          paragraph({ type: "link", url: "https://example.org/", children: [text("Europol")] }, { type: "code", text: "NASA" }),
          paragraph({ type: "del", children: [text("NASA")] }, { type: "abbr", title: "The agency", children: [text("NASA")] }),
          { type: "figure", image: { url: "/a.svg", width: 1, height: 1, sources: [], alt: "", caption: [text("Europol")] } },
          { type: "note", id: "1", children: [paragraph("Europol")] },
          { type: "table", head: [], rows: [[cell]] },
          { type: "quote", children: [paragraph({ type: "link", url: "https://example.org/", children: [text("Delft")] })] },
        ),
      ),
    ).toEqual([]);
  });

  it("stand in no longer name of which a part is marked", () => {
    const marked = (words: string): Inline => ({ type: "emphasis", children: [text(words)] });
    const joined = body(
      paragraph(marked("Jack"), " Delft wrote."),
      paragraph("To Delft ", marked("Station"), ", ", marked("NASA"), "-like."),
    );
    expect(linksIn(joined)).toEqual([]);
    expect(linksIn(body(paragraph(marked("In"), " Delft ", marked("it rained"), ": ", marked("NASA"), "’s turn.")))).toEqual([
      "Delft > /place/Delft",
      "NASA > /topic/NASA",
    ]);
  });

  it("can be taken away again", () => {
    const strong: Inline = { type: "strong", children: [text("Delft, NASA")] };
    const link: Inline = { type: "link", url: "https://example.org/", children: [text("a page")] };
    const before: Block[] = [
      paragraph("Europol"),
      paragraph("It ", "was told."),
      { type: "heading", level: 2, id: "a", children: [text("Europol")] },
      { type: "list", ordered: true, items: [[paragraph(strong, " and ", link, ".")]] },
      { type: "quote", children: [paragraph("By NASA in Delft.")], attribution: [text("Europol")] },
    ];
    const after = body(...before);
    expect(linksIn(after)).toHaveLength(3);
    expect(unlinkedBody(after)).toEqual(before);
  });

  it("leave out what the text leads to already", () => {
    const own: Inline = { type: "link", url: "/topic/Europol", children: [text("the agency")] };
    expect(linksIn(body(paragraph("Europol, ", own, ", NASA")))).toEqual(["NASA > /topic/NASA"]);
  });

  it("are ten at most, which a story in HTML and JSON carries in half a kilobyte", () => {
    const many = "Geneva Delft Leiden Utrecht Rotterdam Haarlem Arnhem Nijmegen Zwolle Groningen Maastricht Breda".split(" ");
    const words = many.map((name, at) => `In the year ${1950 + at * 7} the dam at ${name} held back ${at * 331} tonnes of water and more.`);
    const before = words.map((each) => paragraph(each));
    const names = many.map((name) => ({ name, url: `/place/${name.toLowerCase()}`, mustStandAlone: true }));
    const after = linkedBody(before, nameFinder(names)).body;
    expect(linksIn(after)).toHaveLength(10);
    const html = after.map((block) =>
      block.type === "paragraph"
        ? block.children.map((each) =>
            each.type === "link"
              ? `<a class="name" href="${each.url}">${plainText([paragraph(...each.children)])}</a>`
              : plainText([paragraph(each)]),
          )
        : [],
    );
    const bytes = (value: string) => brotliCompressSync(value).length;
    const cost = bytes(JSON.stringify(after)) - bytes(JSON.stringify(before)) + bytes(html.flat().join("")) - bytes(words.join(""));
    expect(cost).toBeLessThan(500);
  });
});

const story = (slug: string, words: string, more: Partial<Article> = {}): Article =>
  makeArticle({ slug, body: [paragraph(words)], ...more });

describe("the names that an edition knows", () => {
  const stories = [
    story("one", "Europol and Delft and Ada Keane and Business, says Ben Cole.", {
      topics: [ref("Europol"), ref("Business")],
      places: [ref("Delft")],
    }),
    story("two", "The Delta Works of Zeeland.", {
      topics: [ref("Delta Works"), ref("Business"), ref("Delta Works")],
      places: [ref("Delft"), ref("Zeeland")],
      authors: [
        { ...ref("Ada Keane"), kind: "person" },
        { ...ref("Ben Cole"), kind: "person" },
      ],
    }),
    story("three", "The sea.", { topics: [ref("Delta Works")], authors: [{ ...ref("Ben Cole"), kind: "person" }] }),
  ];
  const links = (slug: string, settings: unknown = {}) =>
    linksIn(pageAt("article", `/article/${slug}`, linked(stories, settings)).article.body);

  it("are topics that are written as names, and places, of several stories", () => {
    expect(links("one")).toEqual(["Delft > /place/delft"]);
    expect(links("two")).toEqual(["Delta Works > /topic/delta-works"]);
  });

  it("are besides those that edition.json describes, and the people that it names", () => {
    const settings = {
      topics: [{ name: "Europol", description: "Police." }, { name: "Business" }],
      people: [{ name: "Ada Keane", role: "Editor" }],
    };
    expect(links("one", settings)).toEqual([
      "Europol > /topic/europol",
      "Delft > /place/delft",
      "Ada Keane > /author/ada-keane",
      "Business > /topic/business",
    ]);
  });

  it("are found by their aliases", () => {
    expect(
      links("two", { places: [{ name: "Zeeland Province", slug: "zeeland", aliases: ["Zeeland"], description: "In the sea." }] }),
    ).toEqual(["Delta Works > /topic/delta-works", "Zeeland > /place/zeeland"]);
  });

  it("have no card where the settings want none", () => {
    expect(links("one", { places: [{ name: "Delft", card: false }] })).toEqual([]);
    expect(links("two", { cards: false })).toEqual([]);
  });

  it("lead into their edition", () => {
    const subjects = linked(stories).subjects;
    expect(knownNames(subjects, makeSettings(), "/nl").map(({ url }) => url)).toContain("/nl/place/delft");
  });

  it("leave the article itself as it is, for feeds, books and the record", () => {
    const edition = linked(stories);
    pageAt("article", "/article/two", edition);
    expect(linksIn(edition.stories.find(({ article }) => article.slug === "two")?.article.body ?? [])).toEqual([]);
  });
});

describe("what was found in the build before", () => {
  const stories = [
    story("one", "The Delta Works and Veere.", { topics: [ref("Delta Works")] }),
    story("two", "The sea.", { topics: [ref("Delta Works")], places: [ref("Veere")] }),
  ];

  /** Links an edition after another. @returns what it leaves, and the stories of which the body was read for their names */
  function linkAfter(articles: Article[], before: ReadonlyMap<string, string>) {
    const read: string[] = [];
    const watched = articles.map((article) =>
      Object.defineProperty({ ...article }, "body", { get: () => (read.push(article.slug), article.body), enumerable: true }),
    );
    const names = new NameMemory(before);
    const bodies = new Map<string, string[]>();
    const { pages } = link(watched, makeSettings(), { names });
    // A story is known by its digest from here on, and no longer read for that.
    for (const page of pages) if (page.kind === "article") void page.value.article.slug;
    read.length = 0;
    const again = new NameMemory(names.records([]));
    for (const page of link(watched, makeSettings(), { names: again }).pages) {
      if (page.kind === "article") bodies.set(page.value.article.slug, linksIn(page.value.article.body));
    }
    return { records: again.records([]), bodies, read };
  }

  it("is not looked for again while names and stories are the same", () => {
    const { bodies, read } = linkAfter(stories, new Map());
    expect(bodies.get("one")).toEqual(["Delta Works > /topic/delta-works"]);
    // Each once, for what its page shows.
    expect(read).toEqual(["one", "two"]);
  });

  it("is looked for again when another name has come", () => {
    const { records } = linkAfter(stories, new Map());
    const { bodies } = linkAfter([...stories, story("three", "More.", { places: [ref("Veere")] })], records);
    expect(bodies.get("one")).toEqual(["Delta Works > /topic/delta-works", "Veere > /place/veere"]);
  });
});
