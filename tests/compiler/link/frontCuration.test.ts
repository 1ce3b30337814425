import { describe, expect, it } from "vitest";
import type { FrontPage } from "#content/pages/frontPage.ts";
import { compile } from "#compiler/compile.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { contentOf } from "../features/pictures/edition.ts";

const NOW = Date.parse("2024-06-01T12:00:00Z");

const story = (n: number): string => {
  const section = n % 2 === 0 ? "Science" : "World";
  const series = n < 5 ? `series: Deltas\npart: ${6 - n}\n` : "";
  const day = String(n + 1).padStart(2, "0");
  return `---\nheadline: Story ${n}\ndatePublished: 2024-05-${day}\nsection: ${section}\ntopics: [${n < 10 ? "Sea" : "Mars"}]\n${series}---\nWords.\n`;
};

const stories = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`articles/s${n}.md`, story(n)]));

async function frontOf(front: unknown, settings: object = {}, more: Record<string, string> = {}) {
  const content = contentOf({
    ...stories,
    ...more,
    "edition.json": JSON.stringify({ url: "https://example.org/", ...settings }),
    ...(front !== undefined && { "front.json": typeof front === "string" ? front : JSON.stringify(front) }),
  });
  const { problems, built } = await compile({ content, out: temporaryFolder(), encode: false, now: NOW });
  const [page] = [...(built?.pages ?? [])].flatMap((each): FrontPage[] => (each.kind === "front" ? [each.value] : []));
  if (!page) throw new Error("There is no front page.");
  return {
    page,
    told: problems.map(({ file, line, message, nearest }) => [file, line, message, ...(nearest === undefined ? [] : [nearest])]),
  };
}

const slugs = (teasers: { slug: string }[] = []): string[] => teasers.map(({ slug }) => slug);

describe("a front page that an editor arranges", () => {
  it("has the stories that are named in their places, and no story twice", async () => {
    const strips = [
      {
        title: "Best of spring",
        description: "From the archive",
        stories: ["s7", "s6", "/article/s8", "s9", "s10"],
      },
    ];
    const { page, told } = await frontOf({
      lead: "articles/s3.md",
      also: ["s1"],
      top: ["s12", "s11"],
      longRead: "s0",
      strips,
    });
    expect(told).toEqual([]);
    expect(page.lead?.slug).toBe("s3");
    expect(slugs(page.also)).toContain("s1");
    expect(slugs(page.top).slice(0, 2)).toEqual(["s12", "s11"]);
    expect(page.top).toHaveLength(4);
    expect(page.longRead?.slug).toBe("s0");
    expect(page.strips).toMatchObject([{ name: "Best of spring", description: "From the archive" }]);
    expect(slugs(page.strips?.[0]?.teasers)).toEqual(["s7", "s6", "s8", "s9", "s10"]);
    const all = [
      ...slugs(page.lead && [page.lead]),
      ...slugs(page.also),
      ...slugs(page.latest),
      ...slugs(page.top),
      ...slugs(page.longRead && [page.longRead]),
    ];
    const shown = [
      ...all,
      ...(page.strips ?? []).flatMap(({ teasers }) => slugs(teasers)),
      ...page.sections.flatMap(({ teasers }) => slugs(teasers)),
    ];
    expect(new Set(shown).size).toBe(shown.length);
  });

  it("has series in the order of their parts, and topics with the newest first", async () => {
    const { page } = await frontOf({ strips: [{ series: "Deltas" }, { topic: "sea", title: "At sea" }] });
    expect(page.strips?.map(({ name, path, teasers }) => [name, path, slugs(teasers)])).toEqual([
      ["Deltas", "/series/deltas", ["s4", "s3", "s2", "s1"]],
      ["At sea", "/topic/sea", ["s9", "s8", "s7", "s6"]],
    ]);
  });

  it("has sections in the order and layouts that are wanted, and without those that are not", async () => {
    const { page } = await frontOf({ sections: [{ section: "Science", layout: "headlines" }] });
    expect(page.sections.map(({ section, layout, teasers }) => [section.slug, layout, teasers.length])).toEqual([
      ["science", "headlines", 8],
      ["world", undefined, 2],
    ]);
    const hidden = await frontOf({
      sections: [
        { section: "science", hidden: true },
        { section: "world", layout: "grid" },
      ],
    });
    expect(hidden.page.sections.map(({ section, teasers }) => [section.slug, teasers.length])).toEqual([["world", 6]]);
  });

  it("says of a section that is wanted when all of its stories stand elsewhere", async () => {
    const science = Array.from({ length: 15 }, (_, n) => `s${2 * n}`);
    const strips = [
      { title: "New science", stories: science.slice(8) },
      { title: "Old science", stories: science.slice(0, 8) },
    ];
    const { told, page } = await frontOf({ strips, sections: [{ section: "Science", layout: "grid" }] });
    expect(page.sections.map(({ section }) => section.slug)).toEqual(["world"]);
    expect(told).toEqual([["front.json", expect.any(Number), expect.stringMatching(/^All recent stories of Science are higher up/u)]]);
  });

  it("has a banner until its end, and a notice that is known by its words", async () => {
    const breaking = { text: "The dam holds", link: "/article/s3", until: "2024-06-01T15:00" };
    const { page } = await frontOf({ breaking, alert: { text: "We are moving" } }, { timeZone: "Europe/Amsterdam" });
    expect(page.breaking).toEqual({
      text: "The dam holds",
      link: "/article/s3",
      until: "2024-06-01T15:00:00+02:00",
      date: "2024-05-04T00:00:00+02:00",
    });
    const other = await frontOf({ alert: { text: "We have moved" }, breaking: { ...breaking, until: "2024-06-01T11:59Z" } });
    expect(page.alert).toEqual({ text: "We are moving", id: expect.stringMatching(/^[\w-]{8}$/u) });
    expect(other.page.alert?.id).not.toBe(page.alert?.id);
    expect(other.page).not.toHaveProperty("breaking");
  });

  it("has no banner and no notice that tell of what is kept back, until it is out", async () => {
    const front = {
      breaking: { text: "The minister resigns", link: "/article/resigns", until: "2024-06-02T15:00" },
      alert: { text: "Prices rise", link: "https://example.org/prices#when" },
    };
    const at = (moment: string) => ({
      "articles/resigns.md": `---\nheadline: The minister resigns\nslug: resigns\ndatePublished: 2024-05-20\nembargo: ${moment}\n---\nWords.\n`,
      "pages/prices.md": `---\ntitle: Prices\nembargo: ${moment}\n---\nWords.\n`,
    });
    const { page, told } = await frontOf(front, {}, at("2024-06-01T18:00Z"));
    expect(page).not.toHaveProperty("breaking");
    expect(page).not.toHaveProperty("alert");
    expect(told).toEqual([
      ["front.json", 1, "breaking leads to articles/resigns.md, which is kept back, so it was left out."],
      ["front.json", 1, "alert leads to pages/prices.md, which is kept back, so it was left out."],
    ]);
    const over = await frontOf({ breaking: { ...front.breaking, until: "2024-06-01T11:59Z" } }, {}, at("2024-06-01T18:00Z"));
    expect(over.told).toEqual([]);
    const out = await frontOf(front, {}, at("2024-06-01T11:00Z"));
    expect([out.page.breaking?.text, out.page.alert?.text]).toEqual(["The minister resigns", "Prices rise"]);
  });

  it("is as without a file where the file says nothing", async () => {
    expect((await frontOf({})).page).toEqual((await frontOf(undefined)).page);
  });
});

describe("a file front.json with faults", () => {
  it("names what is not there with its line and the nearest name, and does without it", async () => {
    const front = `{
  "lead": "articles/s33.md",
  "strips": [{ "series": "Delta" }, { "topic": "Venus" }],
  "sections": [{ "section": "Sciense" }],
  "breaking": { "text": "Now", "until": "soon" }
}`;
    const { told, page } = await frontOf(front);
    expect(page.lead).toBeDefined();
    expect(page).not.toHaveProperty("breaking");
    expect(told).toEqual([
      ["front.json", 3, 'There is no series "Delta", so strips.0.series was left out.', "Deltas"],
      ["front.json", 3, 'There is no topic with stories called "Venus", so strips.1.topic was left out.'],
      ["front.json", 2, 'There is no story "articles/s33.md", so lead was left out.', expect.stringMatching(/^articles\/s\d+\.md$/u)],
      ["front.json", 4, 'There is no section with stories called "Sciense", so sections.0.section was left out.', "Science"],
      ["front.json", 5, 'breaking.until is not a date and time that can be read: "soon"; breaking was left out.'],
    ]);
  });

  it("is left out as a whole where it breaks its schema, and the paper is built", async () => {
    const { told, page } = await frontOf({ leads: "s3", sections: [{ section: "World", layout: "tower" }] });
    expect(told).toEqual([
      ["front.json", 1, expect.stringMatching(/^sections\.0\.layout is "tower" but must be /u)],
      ["front.json", 1, "leads is not a known setting.", "lead"],
    ]);
    expect(page).toEqual((await frontOf(undefined)).page);
    expect((await frontOf("{ no json")).told).toEqual([["front.json", 1, expect.stringMatching(/^This is not JSON/u)]]);
  });
});
