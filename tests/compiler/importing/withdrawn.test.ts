import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "#compiler/compile.ts";
import { articlesIn, folderOf, tryImport } from "../../support/importing.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const TEXT = "Words that are long enough to be the text of an article in the eyes of everybody who reads it.";

const ninjs = (pubstatus: string): string =>
  JSON.stringify({
    uri: "urn:1",
    type: "text",
    versioncreated: "2024-04-22T07:10:00Z",
    headline: "A claim",
    pubstatus,
    body_html: `<p>${TEXT}</p>`,
  });

const newsml = (pubStatus: string): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2024-04-22T07:10:00Z</versionCreated><pubStatus qcode="stat:${pubStatus}"/></itemMeta>` +
  `<contentMeta><headline>A claim</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>${TEXT}</p></body.content></body></nitf></inlineXML></contentSet></newsItem>`;

const nitf = (status: string): string =>
  `<nitf><head><docdata management-status="${status}"><doc-id id-string="urn:1"/><date.issue norm="20240422T071000Z"/></docdata></head><body><body.head><hedline><hl1>A claim</hl1></hedline></body.head><body.content><p>${TEXT}</p></body.content></body></nitf>`;

const wxr = (status: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title>A claim</title><guid isPermaLink="false">https://p.example/?p=1</guid><content:encoded><![CDATA[${TEXT}]]></content:encoded>
<wp:post_id>1</wp:post_id><wp:post_date>2024-04-22 07:10:00</wp:post_date><wp:post_type>post</wp:post_type><wp:status>${status}</wp:status></item></channel></rss>`;

const rest = (status: string): string =>
  JSON.stringify([{ id: 1, guid: { rendered: "https://p.example/?p=1" }, link: "https://p.example/a/", date_gmt: "2024-04-22T07:10:00", status, type: "post", title: { rendered: "A claim" }, content: { rendered: `<p>${TEXT}</p>` } }]); // prettier-ignore

const ghost = (status: string): string =>
  JSON.stringify({ db: [{ meta: { version: "5.0.0" }, data: { posts: [{ id: "1", title: "A claim", slug: "a-claim", html: `<p>${TEXT}</p>`, status, published_at: "2024-04-22T07:10:00.000Z" }] } }] }); // prettier-ignore

const rss = (status: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title><item><title>A claim</title><guid>urn:1</guid><description>${TEXT}</description><pubDate>Mon, 22 Apr 2024 07:10:00 GMT</pubDate><x:status>${status}</x:status></item></channel></rss>`;

const jsonFeed = (status: string): string =>
  JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Feed", items: [{ id: "1", title: "A claim", content_text: TEXT, date_published: "2024-04-22T07:10:00Z", status }] }); // prettier-ignore

const govuk = (state: string): string =>
  JSON.stringify({ base_path: "/x", content_id: "one", schema_name: "news_article", title: "A claim", first_published_at: "2024-04-22T07:10:00Z", publication_state: state, details: { body: `<p>${TEXT}</p>` } }); // prettier-ignore

const arc = (status: string): string =>
  JSON.stringify({ _id: "ONE", type: "story", status, headlines: { basic: "A claim" }, display_date: "2024-04-22T07:10:00Z", content_elements: [{ type: "text", content: TEXT }] }); // prettier-ignore

// What is taken down has no text any more.
const guardian = (status: string): string =>
  JSON.stringify({ id: "one", type: "article", webTitle: "A claim", webUrl: "https://g.example/one", webPublicationDate: "2024-04-22T07:10:00Z", ...(status === "gone" ? { isGone: true } : { fields: { body: `<p>${TEXT}</p>` } }) }); // prettier-ignore

const schemaOrg = (status: string): string =>
  JSON.stringify({ "@context": "https://schema.org", "@type": "NewsArticle", "@id": "urn:1", headline: "A claim", datePublished: "2024-04-22T07:10:00Z", creativeWorkStatus: status, articleBody: TEXT }); // prettier-ignore

const liveBlog = (post_status: string): string =>
  JSON.stringify({ posts: { _items: [{ guid: "urn:1", particular_type: "post", post_status, published_date: "2024-04-22T07:10:00Z", blog: { _id: "one", title: "A claim", blog_status: "open" }, groups: [{ id: "main", refs: [{ residRef: "1", item: { text: `<p>${TEXT}</p>` } }] }] }] } }); // prettier-ignore

const medium = (number: string): string =>
  `<article class="h-entry"><h1 class="p-name">A claim</h1><section data-field="body" class="e-content"><p>${TEXT}</p></section><footer>${number === "out" ? '<p>On <a href="https://medium.com/p/0a1b2c3d4e5f"><time class="dt-published" datetime="2024-04-22T07:10:00Z">x</time></a></p>' : '<p><a href="https://medium.com/p/0a1b2c3d4e5f">View original.</a></p>'}</footer></article>`; // prettier-ignore

const markdown = (status: string): string => `---\ntitle: A claim\ndate: 2024-04-22\nstatus: ${status}\n---\n${TEXT}\n`;

const partOf = (state: string): string => rest("publish").replace(TEXT, state === "open" ? TEXT : `${TEXT} [restrict]${TEXT}[/restrict]`);

const ARCHIVES: [name: string, file: string, write: (status: string) => string, open: string, taken: string][] = [
  ["ninjs", "n.json", ninjs, "usable", "canceled"],
  ["NewsML-G2", "n.xml", newsml, "usable", "canceled"],
  ["NITF", "i.xml", nitf, "usable", "withheld"],
  ["WordPress", "w.xml", wxr, "publish", "private"],
  ["WordPress's REST API", "r.json", rest, "publish", "private"],
  ["WordPress that has a part for members", "p.json", partOf, "open", "members"],
  ["Ghost", "g.json", ghost, "published", "draft"],
  ["RSS", "r.xml", rss, "published", "draft"],
  ["JSON Feed", "j.json", jsonFeed, "published", "draft"],
  ["GOV.UK", "u.json", govuk, "published", "draft"],
  ["Arc XP", "a.json", arc, "published", "draft"],
  ["the Guardian", "g.json", guardian, "open", "gone"],
  ["schema.org", "s.json", schemaOrg, "Published", "Draft"],
  ["Superdesk's Live Blog, with its posts,", "l.json", liveBlog, "open", "deleted"],
  ["Medium", "m.html", medium, "out", "draft"],
  ["a tree of Markdown", "m.md", markdown, "published", "draft"],
];

const published = async (content: string): Promise<number> => (await compile({ content, out: temporaryFolder(), encode: false })).counts.published; // prettier-ignore

test.each(ARCHIVES)(
  "a story of %s that its archive takes back is kept back, until the archive publishes it again",
  async (_name, file, write, open, taken) => {
    const input = folderOf({ [file]: write(open) });
    const { content, counts } = await tryImport(input);
    expect([counts?.published, await published(content)]).toEqual([1, 1]);
    const [[path = ""] = []] = articlesIn(content);
    const before = readFileSync(join(content, path), "utf8");

    writeFileSync(join(input, file), write(taken));
    const again = await tryImport(input, { content });
    expect(again.counts).toMatchObject({ published: 0, skipped: 1, written: 1 });
    expect(again.problems).toContainEqual(expect.objectContaining({ severity: "warning", file, message: expect.stringContaining(path) }));
    expect(articlesIn(content).get(path)).toMatchObject({ headline: "A claim", withdrawn: true });
    expect(await published(content)).toBe(0);

    // Nothing more is said or written of it.
    const third = await tryImport(input, { content });
    expect([third.counts?.written, third.problems.filter(({ severity }) => severity === "warning")]).toEqual([0, []]);

    writeFileSync(join(input, file), write(open));
    await tryImport(input, { content });
    expect(readFileSync(join(content, path), "utf8")).toBe(before);
  },
);

test.each([
  ["1.json", "2.json"],
  ["2.json", "1.json"],
])("a story that one file of a folder takes back is kept back, whichever comes first", async (first, second) => {
  const { content } = await tryImport(folderOf({ [first]: ninjs("usable"), [second]: ninjs("canceled") }));
  expect(await published(content)).toBe(0);
});

test("an import that writes nothing says so too, and keeps nothing back", async () => {
  const input = folderOf({ "n.json": ninjs("usable") });
  const { content } = await tryImport(input);
  writeFileSync(join(input, "n.json"), ninjs("canceled"));
  const { problems } = await tryImport(input, { content, dry: true });
  expect(problems.some(({ severity, message }) => severity === "warning" && message.includes("no longer publishes it"))).toBe(true);
  expect(await published(content)).toBe(1);
});

test("what is no story to the archive, and stories of others, stay as they are", async () => {
  const page = (type: string) => wxr("publish").replace("<wp:post_type>post<", `<wp:post_type>${type}<`);
  const input = folderOf({ "w.xml": page("page") });
  const { content } = await tryImport(input, { archive: { types: ["page"] } });
  writeFileSync(join(content, "own.json"), JSON.stringify({ id: "own", headline: "Own", datePublished: "2024-04-22", body: TEXT }));
  await tryImport(input, { content });
  expect(await published(content)).toBe(2);
});

test("all versions of an item that came in as stories of their own are kept back", async () => {
  const version = (headline: string, pubstatus = "usable") => ninjs(pubstatus).replace("A claim", headline);
  const input = folderOf({ "1.json": version("A claim"), "2.json": version("Another claim") });
  const { content } = await tryImport(input);
  expect(await published(content)).toBe(2);
  writeFileSync(join(input, "3.json"), version("A claim", "canceled"));
  await tryImport(input, { content });
  expect(await published(content)).toBe(0);
});

test("a story that is in a folder with its withdrawal is written once, and an editor may keep it public", async () => {
  const input = folderOf({ "1.json": ninjs("usable"), "2.json": ninjs("canceled") });
  const { content } = await tryImport(input);
  const again = await tryImport(input, { content });
  expect([again.counts?.written, again.warnings]).toEqual([0, 0]);

  const [[path = ""] = []] = articlesIn(content);
  const file = join(content, path);
  writeFileSync(file, readFileSync(file, "utf8").replace('"withdrawn": true', '"withdrawn": false'));
  const third = await tryImport(input, { content });
  expect([third.counts?.written, third.warnings, await published(content)]).toEqual([0, 0, 1]);
});

test("a number that is unique in its archive alone withdraws no story of another", async () => {
  const one = await tryImport(folderOf({ "one.json": jsonFeed("published") }));
  const other = jsonFeed("draft").replace("A claim", "Another claim");
  const two = await tryImport(folderOf({ "two.json": other }), { content: one.content, hasOthers: () => true });
  expect(await published(one.content)).toBe(1);
  expect(two.problems).toContainEqual(expect.objectContaining({ message: expect.stringContaining("may come from another archive") }));
});

test("a story whose address ends in a number is no version of another", async () => {
  const at = (url: string, pubstatus = "usable") => ninjs(pubstatus).replace("urn:1", url).replace("A claim", url);
  const input = folderOf({ "1.json": at("https://p.example/budget"), "2.json": at("https://p.example/budget-2") });
  const { content } = await tryImport(input);
  writeFileSync(join(input, "1.json"), at("https://p.example/budget", "canceled"));
  await tryImport(input, { content });
  expect([...articlesIn(content).values()].filter(({ withdrawn }) => withdrawn === true).map(({ id }) => id)).toEqual([
    "https://p.example/budget",
  ]);
});

test("stories of two trees that differ in their slugs keep a file each, though their paths are the same, and what no import wrote stays", async () => {
  const page = (title: string) => `---\ntitle: ${title}\nslug: ${title}\ndate: 2024-04-22\n---\n${TEXT}\n`;
  const { content } = await tryImport(folderOf({ "posts/welcome.md": page("Hello") }));
  mkdirSync(join(content, "data.json"));
  const own = JSON.stringify({ id: "urn:1", headline: "Own", datePublished: "2024-04-22", body: TEXT });
  writeFileSync(join(content, "own.json"), own);
  await tryImport(folderOf({ "posts/welcome.md": page("Good day") }), { content, hasOthers: () => true });
  await tryImport(folderOf({ "n.json": ninjs("usable") }), { content });
  expect(new Set([...articlesIn(content).values()].map(({ headline }) => headline))).toEqual(new Set(["A claim", "Good day", "Hello"]));
  expect(readFileSync(join(content, "own.json"), "utf8")).toBe(own);
});

test("files of two trees with the same name are two stories, none of which an editor has changed", async () => {
  const page = (title: string, day: number, text: string) => `---\ntitle: ${title}\ndate: 2024-04-0${day}\n---\n${text}\n`;
  const one = folderOf({ "1.md": page("Monday", 1, TEXT), "2.md": page("Notes", 2, TEXT) });
  const two = folderOf({ "1.md": page("Tuesday", 2, TEXT), "2.md": page("Notes", 2, "Other words.") });
  const { content } = await tryImport(one);
  const first = await tryImport(two, { content, hasOthers: () => true });
  expect(first.counts).toMatchObject({ published: 2, written: 1 });
  expect(new Set([...articlesIn(content).values()].map(({ headline }) => headline))).toEqual(new Set(["Monday", "Tuesday", "Notes"]));
  expect(first.messages).toContainEqual(expect.stringMatching(/^“articles\/2024\/2\.json” came from an item of .* and stays/u));
  for (const input of [one, two]) {
    const { counts, messages } = await tryImport(input, { content, hasOthers: () => true });
    expect([counts?.written, counts?.edits, messages]).toEqual([0, undefined, []]);
  }
});
