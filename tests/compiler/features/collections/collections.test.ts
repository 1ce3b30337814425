import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import type { CompileOptions } from "#compiler/compileOptions.ts";
import { ItemWords } from "#compiler/features/collections/itemWords.ts";
import { filesIn, temporaryFolder } from "../../../support/temporaryFolder.ts";

const QUAY = join(import.meta.dirname, "../../../fixtures/papers/quay");
const SETTINGS = { name: { singular: "A", plural: "B" }, path: "b", required: [], reviewed: "Book", feed: true, menu: false };
const EVENTS = "collections/events";

/** A copy of the paper with collections, and what builds it, each time as the paper then is. */
function quay() {
  const [content, root] = [temporaryFolder(), temporaryFolder()];
  cpSync(QUAY, content, { recursive: true });
  const [out, state] = [join(root, "site"), join(root, "state")];
  const build = async (more: Partial<CompileOptions> = {}) => {
    const compiled = await compile({ content, out, encode: false, state: { folder: state, version: "1" }, ...more });
    const files = filesIn(out);
    const json = (file: string) => JSON.parse(files.get(`data/${file}`) ?? "null");
    const told = compiled.problems.map(({ severity, file, line, message }) => `${severity} ${file}:${line} ${message}`);
    return { ...compiled, files, json, told };
  };
  const path = (file: string): string => join(content, file);
  const change = (file: string, from: string | RegExp, to: string): void => {
    const text = readFileSync(path(file), "utf8");
    expect(text).toMatch(from);
    writeFileSync(path(file), text.replace(from, to));
  };
  return { build, change, path, out, state };
}

type Listed = { collection: { list: { count: number; parts: unknown[]; groups: { name?: string; items: { path: string }[] }[] } } };
const groupsIn = (page: Listed) => page.collection.list.groups.map(({ name, items }) => [name, ...items.map(({ path }) => path)]);

describe("a collection", () => {
  it("has pages of its items and lists in its order, and is not among the stories", async () => {
    const { json, files, counts, told } = await quay().build();
    expect(told).toEqual([expect.stringMatching(/secret-concert\.md:1 Other stories link to it while it is kept back/u)]);
    expect(counts.published).toBe(1);
    expect(groupsIn(json("events.json"))).toEqual([
      ["Saturday 6 June 2099", "/events/fish-market", "/events/lanterns"],
      ["Sunday 7 June 2099", "/events/tide-walk"],
    ]);
    expect(groupsIn(json("events/past.json"))).toEqual([["Saturday 4 April 2020", "/events/regatta"]]);
    expect(groupsIn(json("kitchen.json"))).toEqual([
      ["Soup", "/kitchen/mussel-soup"],
      ["Main course", "/kitchen/fish-pie"],
      ["Dessert", "/kitchen/apple-dumplings"],
    ]);
    const { item } = json("events/lanterns.json").collection;
    expect(item.rows.map(({ name, text, url }: Record<string, string>) => [name, text, ...(url === undefined ? [] : [url])])).toEqual([
      ["When", "Saturday 6 June 2099, 21:30–23:45"],
      ["Where", "Old Harbour"],
      ["Address", "4 Ropewalk"],
      ["Kind", "Concert"],
      ["Price", "€12.50"],
      ["Tickets", "tickets.example", "https://tickets.example/lanterns"],
    ]);
    expect(json("article/boats.json").article.body[0].children[1]).toMatchObject({ type: "link", url: "/events/lanterns" });
    expect(json("edition.json").pages).toEqual([{ name: "Events", url: "/events" }]);
    expect(files.get("sitemap.xml")).toContain("<loc>https://quay.example/events/lanterns</loc><lastmod>");
    for (const file of ["feed.xml", "data/latest.json", "data/front.json", "news-sitemap.xml"])
      expect(files.get(file)).not.toMatch(/\/events\/|\/kitchen\//u);
    expect(files.get("kitchen/feed.xml")).toContain("<title>The Quay: Recipes</title>");
    expect([...files.keys()].filter((file) => file.endsWith(".ics"))).toEqual([
      "events/calendar.ics",
      "events/fish-market.ics",
      "events/lanterns.ics",
      "events/tide-walk.ics",
    ]);
    expect(files.get("events/lanterns.ics")).toContain("\r\nDTSTART:20990606T193000Z\r\nDTEND:20990606T214500Z\r\n");
  });

  it("publishes nothing of an item that is kept back, and lets it go when it expires", async () => {
    const { build, change } = quay();
    const sentinels = /zyzzyva|xylorimba|quindecim|secret-concert/iu;
    const leaks = (files: Map<string, string>) => [...files].flatMap(([file, text]) => (sentinels.test(file + text) ? [file] : []));
    expect(leaks((await build()).files)).toEqual([]);
    for (const field of ["embargo: 2098-01-01", "expires: 2001-01-01", "access: members", "status: in review"]) {
      change(`${EVENTS}/secret-concert.md`, /^(?:draft|embargo|expires|access|status): .*$/mu, field);
      expect([field, leaks((await build()).files)]).toEqual([field, []]);
    }
    change(`${EVENTS}/secret-concert.md`, /^status: .*$/mu, "expires: 2098-01-01");
    expect(leaks((await build()).files)).toContain("data/events/secret-concert.json");
    expect(leaks((await build({ now: Date.parse("2098-01-02") })).files)).toEqual([]);
  });

  it("moves an item to the past when it is over, and says when that will be", async () => {
    const { build } = quay();
    const over = Date.parse("2099-06-06T21:45:00Z");
    expect(await build()).toMatchObject({ nextChange: over });
    const { json, files } = await build({ now: over });
    expect(groupsIn(json("events/past.json"))[0]).toEqual(["Saturday 6 June 2099", "/events/lanterns"]);
    expect(files.has("events/lanterns.ics")).toBe(false);
    const { json: later } = await build({ now: Date.parse("2100-01-01") });
    expect(later("events.json").collection.list).toMatchObject({ count: 4, parts: [] });
    expect(later("events/past.json")).toBeNull();
  });
});

describe("the list of a collection", () => {
  it("has each group once, what is past as well, whatever the order of its items", async () => {
    const { build, change, path } = quay();
    const recipes = "collections/recipes";
    change(`${recipes}/collection.json`, '"group": "course"', '"group": "cooked"');
    change(`${recipes}/collection.json`, '"properties": {', '"properties": { "cooked": { "format": "date" },');
    for (const [file, day] of [
      ["mussel-soup", "2026-03-01"],
      ["fish-pie", "2026-05-01"],
      ["apple-dumplings", "2026-03-09"],
    ])
      change(`${recipes}/${file}.md`, /^title:/mu, `cooked: ${day}\ntitle:`);
    change(`${EVENTS}/collection.json`, '"calendar"', '"group": "what", "calendar"');
    const event = (at: number, what: string) =>
      `---\ntitle: Event ${at}\ndate: 2020-01-01\nstart: 2020-02-0${at}\nvenue: Quay\nwhat: ${what}\n---\n`;
    for (const [at, what] of ["Market", "Concert", "Market"].entries()) writeFileSync(path(`${EVENTS}/e${at + 1}.md`), event(at + 1, what));
    const { json } = await build();
    const namesOf = (page: Listed) => groupsIn(page).map(([name]) => name);
    expect(namesOf(json("kitchen.json"))).toEqual(["May 2026", "March 2026"]);
    expect(new Set(namesOf(json("events/past.json"))).size).toBe(namesOf(json("events/past.json")).length);
  });

  it("keeps its address, those of its numbered pages too", async () => {
    const { build, path } = quay();
    mkdirSync(path("pages"));
    mkdirSync(path(`${EVENTS}/page`));
    writeFileSync(path("pages/events.md"), "---\ntitle: What is on\n---\n\nA page.\n");
    writeFileSync(path(`${EVENTS}/page/2.md`), "---\ntitle: Two\ndate: 2026-01-01\nstart: 2099-06-06\nvenue: Quay\n---\n");
    const { told, json } = await build();
    expect(told.filter((each) => each.includes("belongs to the collection in collections/events"))).toEqual([
      expect.stringMatching(/^warning collections\/events\/page\/2\.md:1 The address \/events\/page\/2 /u),
      expect.stringMatching(/^warning pages\/events\.md:1 The address \/events /u),
    ]);
    expect(json("events.json").title).toBe("Events");
  });
});

describe("a fault in a collection", () => {
  it("of a property leaves out the property, with its line", async () => {
    const { build, change } = quay();
    change(`${EVENTS}/lanterns.md`, "what: Concert", "what: Concrt");
    change(`${EVENTS}/lanterns.md`, "price: 12.5", "price: cheap");
    change(`${EVENTS}/lanterns.md`, "venue: Old Harbour", "venu: Old Harbour");
    const { told, json } = await build();
    expect(told.filter((each) => each.includes("lanterns"))).toEqual([
      `warning ${EVENTS}/lanterns.md:7 The field "venu" is not known here and was not read.`,
      `warning ${EVENTS}/lanterns.md:9 what is “Concrt”, which is none of its values; it was left out.`,
      `warning ${EVENTS}/lanterns.md:10 price is “cheap”, which is no number; it was left out.`,
      expect.stringMatching(/It has no venue, which collection\.json requires; it is shown without\./u),
    ]);
    expect(json("events/lanterns.json").collection.item.rows).toHaveLength(3);
  });

  it("of a date leaves a published item as it was", async () => {
    const { build, change } = quay();
    const before = (await build()).json("events/lanterns.json");
    change(`${EVENTS}/lanterns.md`, "start: 2099-06-06", "start: 2099-06-36");
    const { told, json } = await build();
    expect(told).toContainEqual(expect.stringMatching(/^error .*lanterns\.md:\d+ It has no start, by which its collection is ordered\./u));
    expect(json("events/lanterns.json")).toEqual(before);
  });

  it.each(["front matter", "lost state"])("of the %s leaves a published item as it was", async (what) => {
    const { build, change, state } = quay();
    const before = (await build()).json("events/lanterns.json");
    change(`${EVENTS}/lanterns.md`, "venue: Old Harbour", "venue: [Old Harbour");
    if (what === "lost state") rmSync(state, { recursive: true });
    const { told, json } = await build();
    expect(told).toContainEqual(expect.stringMatching(/^error .*lanterns\.md:\d+ The front matter cannot be read/u));
    expect(json("events/lanterns.json")).toEqual(before);
  });

  it("of its own file keeps the last version without a fault, and is named with its line", async () => {
    const { build, change, path } = quay();
    const before = (await build()).json("events.json");
    change(`${EVENTS}/collection.json`, '"line": ["start", "venue"', '"line": ["start", "venu"');
    const wrong = await build();
    expect(wrong.told).toContainEqual(
      expect.stringMatching(/^error collections\/events\/collection\.json:15 show\.line\.1 names “venu”.*did you mean “venue”/u),
    );
    expect(wrong.json("events.json")).toEqual(before);
    renameSync(path(`${EVENTS}/collection.json`), path(`${EVENTS}/colection.json`));
    const missing = await build();
    expect(missing.told).toContainEqual(expect.stringMatching(/^error collections\/events\/collection\.json.* The file is missing/u));
    expect(missing.json("events.json")).toEqual(before);
    expect(missing.counts.published).toBe(1);
  });

  it.each([
    ["a property with the name of a field", `${EVENTS}/collection.json`, '"venue": {', '"headline": {}, "venue": {'],
    ["an address of the product", `${EVENTS}/collection.json`, '"properties"', '"path": "latest", "properties"'],
    [
      "the address of another",
      "collections/a-fair/collection.json",
      "",
      '{ "name": { "singular": "F", "plural": "Fs" }, "path": "events", "properties": {} }',
    ],
  ])("by %s leaves what was published of it as it was", async (_, file, from, to) => {
    const { build, change, path } = quay();
    const before = (await build()).json("events.json");
    if (from === "") {
      mkdirSync(dirname(path(file)));
      writeFileSync(path(file), to);
    } else change(file, from, to);
    await build();
    const { told, json } = await build();
    expect(told).toContainEqual(expect.stringMatching(new RegExp(`^error ${file}`, "u")));
    expect(json("events.json")).toEqual(before);
  });

  it("of its own file builds nothing if something is published and no sound version is known", async () => {
    const { build, change, state } = quay();
    const before = (await build()).files;
    change(`${EVENTS}/collection.json`, '"calendar"', '"calender"');
    rmSync(state, { recursive: true });
    const { told, files } = await build();
    expect(told).toContainEqual(
      expect.stringMatching(/^error collections\/events\/collection\.json.* no earlier version of this file is known/u),
    );
    expect(files).toEqual(before);
  });

  it("publishes no item, and no story in its place, if there was no sound version", async () => {
    const { build, change } = quay();
    change(`${EVENTS}/collection.json`, '"calendar"', '"calender"');
    change("collections/recipes/collection.json", '"path": "kitchen"', '"path": "latest"');
    const { told, files, counts } = await build();
    expect(told.filter((each) => /collection\.json/u.test(each))).toEqual([
      expect.stringMatching(/^error collections\/events\/collection\.json:\d+ calender is not a known setting/u),
      expect.stringMatching(/^error collections\/recipes\/collection\.json:3 The address \/latest belongs to Broadsheet’s own pages/u),
    ]);
    expect(counts.published).toBe(1);
    expect([...files.keys()].filter((file) => /events|kitchen|lanterns|mussel/u.test(file))).toEqual([]);
  });

  it("that gives a property the name of a field of release is refused", async () => {
    const { build, change } = quay();
    change("collections/recipes/collection.json", '"ingredients"', '"embargo"');
    expect((await build()).told).toContainEqual(
      expect.stringMatching(/“embargo” is the name of a field that says when readers may see an item/u),
    );
  });
});

it("writes a range of days in the language of the edition", () => {
  const settings = {
    properties: { start: { format: "date" as const, type: "string" as const } },
    show: {},
    calendar: { start: "start", end: "end" },
  };
  const rows = (language: string) =>
    new ItemWords(language, "UTC").rows({ start: "2026-12-12", end: "2026-12-14" }, { ...SETTINGS, ...settings });
  expect([rows("en"), rows("de")].map(([row]) => row?.text)).toEqual([
    "Saturday 12 December – Monday 14 December 2026",
    "Samstag, 12. – Montag, 14. Dezember 2026",
  ]);
  const line = new ItemWords("en", "UTC").line({ start: "2026-12-12", end: "2026-12-14" }, { ...SETTINGS, ...settings });
  expect(line).toEqual([{ text: "12–14 December 2026", date: "2026-12-12" }]);
});
