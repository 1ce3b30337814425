import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { contentOf } from "../features/pictures/edition.ts";

const STORY = "---\nheadline: The ferry\ndatePublished: 2024-04-22\nsection: World\ntopics: [North Sea]\nplaces: [Delft]\n---\nWords.\n";
const PAGES = { "pages/about.md": "---\ntitle: About us\n---\nWords.\n", "pages/about/who.md": "---\ntitle: Who\n---\nWords.\n" };

async function menusOf(settings: object, more: Record<string, string> = {}) {
  const content = contentOf({
    "a.md": STORY,
    ...PAGES,
    ...more,
    "edition.json": JSON.stringify({ url: "https://example.org/", ...settings }),
  });
  const { problems, built } = await compile({ content, out: temporaryFolder(), encode: false });
  const told = problems.map(({ severity, place, message, nearest }) => [
    severity,
    place,
    message,
    ...(nearest === undefined ? [] : [nearest]),
  ]);
  return { edition: built?.edition, told };
}

describe("menus of a paper", () => {
  it("do not lead to stories and pages that are kept back", async () => {
    const back = {
      "b.md": STORY.replace("---\n", "---\nslug: b\nembargo: 2124-01-01\n"),
      "pages/c.md": "---\ntitle: C\ndraft: true\n---\nWords.\n",
    };
    const at = (path: string) => ({ link: `https://example.org${path}`, name: path });
    const navigation = [at("/article/b"), at("/article/the-ferry")];
    const { edition, told } = await menusOf({ navigation, footer: { columns: [{ title: "C", links: [at("/c")] }] } }, back);
    expect(edition).toMatchObject({ navigation: [{ name: "/article/the-ferry" }], footer: { columns: [] } });
    expect(told).toEqual([
      ["notice", "navigation.0.link", "navigation.0 leads to b.md, which is kept back, so this link was left out."],
      [
        "notice",
        "footer.columns.0.links.0.link",
        "footer.columns.0.links.0 leads to pages/c.md, which is kept back, so this link was left out.",
      ],
    ]);
  });

  it("lead to sections, topics, places, pages, elsewhere, and to several things under a name", async () => {
    const navigation = [
      { section: "world" },
      { topic: "north sea", name: "The sea" },
      { place: "Delft" },
      { page: "about/who" },
      { page: "/archive" },
      { link: "https://shop.example/" },
      {
        name: "More",
        items: [
          { page: "/about", name: "Us" },
          { link: "mailto:desk@example.org", name: "Write" },
        ],
      },
    ];
    const { edition, told } = await menusOf({ navigation });
    expect(told).toEqual([]);
    expect(edition?.navigation).toEqual([
      { name: "World", url: "/section/world" },
      { name: "The sea", url: "/topic/north-sea" },
      { name: "Delft", url: "/place/delft" },
      { name: "Who", url: "/about/who" },
      { name: "/archive", url: "/archive" },
      { name: "shop.example", url: "https://shop.example/" },
      {
        name: "More",
        items: [
          { name: "Us", url: "/about" },
          { name: "Write", url: "mailto:desk@example.org" },
        ],
      },
    ]);
  });

  it("have columns at the foot of each page, places elsewhere, words, and no word of what made it", async () => {
    const social = [{ name: "Mastodon", url: "https://social.example/@paper" }];
    const columns = [{ title: "Us", links: [{ page: "about" }] }];
    const { edition } = await menusOf({ footer: { columns, social, text: "Since 1921", madeWith: false }, breadcrumbs: true });
    expect(edition).toMatchObject({
      footer: { columns: [{ name: "Us", items: [{ name: "About us", url: "/about" }] }], social, text: "Since 1921", madeWith: false },
      breadcrumbs: true,
    });
  });

  it("are as they were where nothing is asked for", async () => {
    const { edition } = await menusOf({});
    for (const field of ["navigation", "footer", "breadcrumbs"]) expect(edition).not.toHaveProperty(field);
  });
});

describe("a menu that names what is not there", () => {
  it("leaves it out, and names its place and the nearest name", async () => {
    const navigation = [{ section: "Wrold" }, { page: "/abuot" }, { name: "More", items: [{ topic: "Venus" }] }];
    const { edition, told } = await menusOf({ navigation, footer: { columns: [{ title: "Us", links: [{ place: "Delfd" }] }] } });
    expect(edition).toMatchObject({ navigation: [], footer: { columns: [] } });
    expect(told).toEqual([
      ["warning", "navigation.0.section", 'navigation.0: there is no section "Wrold" with a story, so this link was left out.', "World"],
      ["warning", "navigation.1.page", "navigation.1: there is no page at /abuot, so this link was left out.", "/about"],
      ["warning", "navigation.2.items.0.topic", 'navigation.2.items.0: there is no topic "Venus" with a story, so this link was left out.'],
      [
        "warning",
        "footer.columns.0.links.0.place",
        'footer.columns.0.links.0: there is no place "Delfd" with a story, so this link was left out.',
        "Delft",
      ],
    ]);
  });

  it("builds nothing where an entry says too little, too much or a word with a letter wrong", async () => {
    const said = async (item: object) => (await menusOf({ navigation: [item] })).told;
    const which = "section, topic, place, page, link";
    expect(await said({ name: "X" })).toEqual([["error", "navigation.0", `navigation.0 must have one of ${which}, or a name and items.`]]);
    expect(await said({ page: "/about", section: "world" })).toMatchObject([
      ["error", "navigation.0", expect.stringContaining("must have one of")],
    ]);
    expect(await said({ name: "X", items: [{}] })).toEqual([
      ["error", "navigation.0.items.0", `navigation.0.items.0 must have one of ${which}.`],
    ]);
    expect(await said({ link: "javascript:alert(1)" })).toMatchObject([
      ["error", "navigation.0.link", expect.stringContaining("must be an address")],
    ]);
    const social = ["https://social.example/@paper", "javascript:alert(1)", "social.example"].map((url) => ({ name: "X", url }));
    expect((await menusOf({ footer: { social } })).told).toMatchObject([
      ["error", "footer.social.1.url", expect.stringContaining("must be a full address")],
      ["error", "footer.social.2.url", expect.stringContaining("must be a full address")],
    ]);
    expect(await said({ secton: "world", page: "/about" })).toEqual([
      ["error", "navigation.0.secton", "navigation.0.secton is not a known setting.", "section"],
    ]);
  });
});
