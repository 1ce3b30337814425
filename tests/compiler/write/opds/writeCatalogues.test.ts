import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import OPDSParser, { AcquisitionFeed, NavigationFeed, OPDSAcquisitionLink, type OPDSFeed } from "opds-feed-parser";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile, type Compiled } from "#compiler/compile.ts";
import { epubcheck, hasEpubcheck } from "../../../support/epubcheck.ts";
import { filesIn } from "../../../support/temporaryFolder.ts";

const HOST = "https://post.example/";

let folder: string;
const put = (file: string, text: string | Uint8Array) => writeFileSync(join(folder, "content", file), text);
const path = (file: string) => join(folder, "out", file);
const fileAt = (url: string) => path(decodeURIComponent(url.replace(HOST, "")));
const story = (fields: string, text = "Words & more.") => `---\n${fields}\n---\n${text}\n`;

async function build(settings: object, now = "2026-03-02"): Promise<Compiled> {
  put("edition.json", JSON.stringify({ name: "The Post", url: HOST, sections: [{ name: "Science" }, { name: "World" }], ...settings }));
  const state = { folder: join(folder, "state"), version: "1" };
  return compile({ content: join(folder, "content"), out: join(folder, "out"), state, now: Date.parse(now) });
}

const EDITIONS = { epub: { issues: "daily" }, languages: { nl: { name: "De Post" } } };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-opds-"));
  mkdirSync(join(folder, "content"));
  const dish = sharp({ create: { width: 900, height: 600, channels: 3, background: "navy" } });
  put("dish.png", await dish.png().toBuffer());
  put(
    "one.md",
    story("headline: One < two & three\ndate: 2026-01-05\nsection: World\ntopics: [Sound]\nauthors: [Ada Keane]\nimage: dish.png"),
  );
  put("two.md", story("headline: Two\ndate: 2026-01-06T08:00:00Z\nsection: World\ntopics: [Sound, Light]"));
  put(
    "three.md",
    story("headline: Three\nstandfirst: What it says\ndate: 2026-01-06T09:00:00Z\nsection: Science", "![A dish](dish.png)\n\n$$x^2$$"),
  );
  put("drie.nl.md", story("headline: Drie veren\ndate: 2026-01-06\nsection: Wereld", "Er was eens een veerboot, en die voer elke dag."));
  put("secret.md", story("headline: Secret\ndate: 2026-01-06\nsection: World\ntopics: [Sound]\ndraft: true"));
  put("later.md", story("headline: Later\ndate: 2026-01-06\nembargo: 2026-04-01T00:00:00Z\nsection: World"));
  await build(EDITIONS);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A catalogue as a program that reads them sees it, which has no part in writing it. */
async function open(url: string): Promise<OPDSFeed> {
  const feed = await new OPDSParser().parse(readFileSync(fileAt(url), "utf8"));
  if (!("entries" in feed)) throw new Error(`${url} is no catalogue.`);
  return feed;
}

/** The ways that a catalogue shows, or the files that it offers, by their titles. */
function entriesOf(feed: OPDSFeed): Map<string, string> {
  return new Map(
    feed.entries.map(({ title, links }) => {
      const link = feed instanceof NavigationFeed ? links[0] : links.find((one) => one instanceof OPDSAcquisitionLink);
      return [title, link?.href ?? ""];
    }),
  );
}

/** All catalogues that a reader gets to from one. */
async function walk(url: string, seen = new Map<string, OPDSFeed>()): Promise<Map<string, OPDSFeed>> {
  if (seen.has(url)) return seen;
  const feed = await open(url);
  seen.set(url, feed);
  if (feed instanceof NavigationFeed) for (const next of entriesOf(feed).values()) await walk(next, seen);
  return seen;
}

test("a catalogue leads to issues, the newest stories, sections and topics, and from each to files that are there", async () => {
  const all = await walk(`${HOST}opds.xml`);
  expect([...all.keys()].map((url) => url.replace(HOST, ""))).toEqual([
    "opds.xml",
    "issues/opds.xml",
    "latest/opds.xml",
    "sections/opds.xml",
    "section/science/opds.xml",
    "section/world/opds.xml",
    "topics/opds.xml",
    "topic/sound/opds.xml",
    "topic/light/opds.xml",
  ]);
  expect([...entriesOf(all.get(`${HOST}latest/opds.xml`)!)].map(([title]) => title)).toEqual(["Three", "Two", "One < two & three"]);
  expect([...entriesOf(all.get(`${HOST}section/world/opds.xml`)!).keys()]).toEqual(["Two", "One < two & three"]);
  for (const feed of all.values()) {
    if (!(feed instanceof AcquisitionFeed)) continue;
    for (const { links } of feed.entries) {
      const link = links.find((one): one is OPDSAcquisitionLink => one instanceof OPDSAcquisitionLink);
      expect(link?.type).toBe("application/epub+zip");
      expect(strFromU8(readFileSync(fileAt(link!.href)).subarray(30, 58))).toBe("mimetypeapplication/epub+zip");
    }
  }
});

test("an entry says what an e-reader shows of a story: author, language, day, subjects, picture and size", async () => {
  const feed = await open(`${HOST}topic/sound/opds.xml`);
  const entry = feed.entries.find(({ title }) => title.startsWith("One"))!;
  expect(entry).toMatchObject({
    id: `${HOST}article/one`,
    language: "en",
    issued: "2026-01-05T00:00:00Z",
    publisher: "The Post",
  });
  expect("authors" in entry && entry.authors).toMatchObject([{ name: "Ada Keane" }]);
  expect("categories" in entry && entry.categories.map(({ term }) => term)).toEqual(["World", "Sound"]);
  const picture = entry.links.find(({ rel }) => rel === "http://opds-spec.org/image");
  expect(statSync(fileAt(picture!.href)).size).toBeGreaterThan(0);
  const size = statSync(path("article/one.epub")).size;
  expect(readFileSync(path("topic/sound/opds.xml"), "utf8")).toContain(`length="${size}"`);
});

test("the same is there in JSON, in OPDS 2", () => {
  const read = (file: string) => JSON.parse(readFileSync(path(file), "utf8"));
  const root = read("opds.json");
  expect(root.navigation.map(({ href }: { href: string }) => href)).toEqual(
    ["issues", "latest", "sections", "topics"].map((name) => `${HOST}${name}/opds.json`),
  );
  const { metadata, links, publications } = read("issues/opds.json");
  expect(metadata).toMatchObject({ title: "The Post: Issues", numberOfItems: 2 });
  expect(links.map(({ rel, href }: { rel: string; href: string }) => [rel, href])).toContainEqual(["self", `${HOST}issues/opds.json`]);
  expect(publications[0]).toMatchObject({
    metadata: {
      title: "The Post, January 6, 2026",
      published: "2026-01-06",
      belongsTo: { newspaper: "The Post" },
      description: "Three · Two",
    },
    links: [
      {
        rel: "http://opds-spec.org/acquisition/open-access",
        href: `${HOST}issues/2026-01-06.epub`,
        type: "application/epub+zip",
        size: statSync(path("issues/2026-01-06.epub")).size,
      },
    ],
  });
});

test("an issue has the stories of its day, section by section", () => {
  const files = unzipSync(readFileSync(path("issues/2026-01-06.epub")));
  const contents = strFromU8(files["book/contents.xhtml"]!);
  expect([...contents.matchAll(/<span>([^<]+)<|">([^<]+)<\/a>/gu)].map(([, part, headline]) => part ?? headline)).toEqual([
    "Science",
    "Three",
    "World",
    "Two",
  ]);
  expect(strFromU8(files["book/package.opf"]!)).toContain('<meta property="belongs-to-collection" id="paper">The Post</meta>');
});

test("each language has catalogues of its own, in its words and with its stories alone", async () => {
  const all = await walk(`${HOST}nl/opds.xml`);
  expect([...all.keys()].every((url) => url.startsWith(`${HOST}nl/`))).toBe(true);
  expect(all.get(`${HOST}nl/issues/opds.xml`)?.title).toBe("De Post: Nummers");
  expect([...entriesOf(all.get(`${HOST}nl/latest/opds.xml`)!)]).toEqual([["Drie veren", `${HOST}nl/article/drie.epub`]]);
  expect(statSync(path("nl/article/drie.epub")).size).toBeGreaterThan(0);
});

test("what readers may not see is in no catalogue and no file", () => {
  for (const [file, text] of filesIn(join(folder, "out"))) {
    if (!/(?:opds\.(?:xml|json)|\.epub)$/u.test(file)) continue;
    const words = file.endsWith(".epub") ? Object.values(unzipSync(readFileSync(path(file)))).map((bytes) => strFromU8(bytes)) : [text];
    expect(file + words.join("")).not.toMatch(/secret|later/iu);
  }
});

test("a story that has changed is bound anew, with the issue that it is in, and nothing else is written", async () => {
  expect((await build(EDITIONS)).built?.files.written).toEqual([]);
  const before = readFileSync(path("issues/2026-01-05.epub"));
  put("two.md", story("headline: Two\ndate: 2026-01-06T08:00:00Z\nsection: World\ntopics: [Sound, Light]", "Other words."));
  const { built } = await build(EDITIONS);
  expect(built?.files.written.filter((file) => file.endsWith(".epub")).toSorted()).toEqual(["article/two.epub", "issues/2026-01-06.epub"]);
  expect(readFileSync(path("issues/2026-01-05.epub")).equals(before)).toBe(true);
});

// Java takes its time on a machine with other work.
test.skipIf(!hasEpubcheck && !process.env["CI"])("an issue and a story pass epubcheck", { timeout: 240_000 }, () => {
  for (const file of ["issues/2026-01-06.epub", "article/one.epub"]) expect(epubcheck(path(file))).toBe("");
});

test("weeks go from Monday to Sunday, and as many issues are kept as the settings say", async () => {
  put("four.md", story("headline: Four\ndate: 2026-01-04T23:00:00Z"));
  await build({ epub: { issues: "weekly", keep: 2, stories: 0 } });
  expect([...entriesOf(await open(`${HOST}issues/opds.xml`)).values()]).toEqual(
    ["2026-W02", "2026-W01"].map((name) => `${HOST}issues/${name}.epub`),
  );
  await build({ epub: { issues: "weekly", keep: 1, stories: 0 } });
  const files = [...filesIn(join(folder, "out")).keys()].filter((file) => /opds|\.epub$/u.test(file));
  expect(files).toEqual(["issues/2026-W02.epub", "issues/opds.json", "issues/opds.xml", "opds.json", "opds.xml"]);
});

test("without the setting there is none of it", async () => {
  await build({});
  expect([...filesIn(join(folder, "out")).keys()].filter((file) => /opds|\.epub$/u.test(file))).toEqual([]);
});
