import { expect, test } from "vitest";
import { compile } from "#compiler/compile.ts";
import { servedSite } from "../../../src/server/alerts/servedSite.ts";
import { contentOf } from "../../compiler/features/pictures/edition.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const story = (slug: string, more: string) =>
  `---\nheadline: The story of ${slug}\nslug: ${slug}\nstandfirst: In short.\ndate: 2026-03-10T12:00:00Z\nsection: World\nauthors: [Ada Lane]\ntopics: [Rivers]\nplaces: [Vienna]\n${more}---\n\nThe river rose in the night, and the people of the town went to see it in the morning.\n`;

test("a site is read as a build writes it, in each of its editions", async () => {
  const out = temporaryFolder();
  const content = contentOf({
    "edition.json": JSON.stringify({ name: "The Test", language: "en", languages: { nl: {} } }),
    "front.json": JSON.stringify({
      breaking: { text: "It is happening now", link: "/article/dam", until: "2099-03-10T18:00:00Z" },
    }),
    "articles/dam.md": story("dam", ""),
    "articles/oven.md": story("oven", "date: 2026-03-09T12:00:00Z\nsponsor: Acme\n").replace("date: 2026-03-10T12:00:00Z\n", ""),
    "articles/dijk.md": story("dijk", "lang: nl\n"),
  });
  const { problems } = await compile({ content, out, encode: false, url: "https://paper.example/" });
  expect(problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
  const site = servedSite(out, "https://paper.example/");
  const [main, dutch] = await site.editions();
  expect([main, dutch]).toEqual([
    { language: "en", prefix: "" },
    { language: "nl", prefix: "/nl" },
  ]);
  expect((await site.list("", "latest", "latest")).stories.map(({ slug }) => slug)).toEqual(["dam", "oven"]);
  expect((await site.list("/nl", "latest", "latest")).stories.map(({ slug }) => slug)).toEqual(["dijk"]);
  expect((await site.list("", "topic", "rivers")).stories).toHaveLength(2);
  expect(await site.list("", "topic", "no-such-topic")).toEqual({ stories: [], fullPages: 0 });
  expect((await site.list("", "topic", "ü".repeat(250))).stories).toEqual([]);
  expect(await site.story("/nl", "dijk")).toMatchObject({ headline: "The story of dijk", inLanguage: "nl", standfirst: "In short." });
  expect((await site.story("", "dam"))?.subjects).toEqual([
    { kind: "section", slug: "world" },
    { kind: "topic", slug: "rivers" },
    { kind: "place", slug: "vienna" },
    { kind: "author", slug: "ada-lane" },
  ]);
  // Nobody who follows them is alerted to an advertisement.
  expect((await site.story("", "oven"))?.subjects).toEqual([]);
  expect(await site.story("", "withdrawn")).toBeUndefined();
  const before = Date.parse("2099-03-10T17:59:00Z");
  expect(await site.front("", before)).toEqual({ order: ["dam"], breaking: "dam" });
  expect(await site.front("", before + 60_000)).toEqual({ order: ["dam"], breaking: undefined });
  expect(site.address("/nl", "/article/dijk")).toBe("https://paper.example/nl/article/dijk");
});

test("a preview is known as one, and no longer once the site is built without drafts", async () => {
  const out = temporaryFolder();
  const content = contentOf({ "articles/dam.md": story("dam", ""), "articles/secret.md": story("secret", "draft: true\n") });
  const site = servedSite(out, "https://paper.example/");
  const isPreview = [];
  for (const preview of [true, false]) {
    await compile({ content, out, encode: false, preview });
    isPreview.push(site.isPreview());
  }
  expect(isPreview).toEqual([true, false]);
});
