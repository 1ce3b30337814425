import { expect, test } from "vitest";
import type { ArchiveFormat } from "../../src/compiler/formats/archiveFormat.ts";
import { archives } from "../../src/compiler/formats/archives.ts";
import { feedArchive } from "../../src/compiler/formats/feed/feedArchive.ts";
import { jsonFeedArchive } from "../../src/compiler/formats/jsonFeed/jsonFeedArchive.ts";
import { liveJournalArchive } from "../../src/compiler/formats/liveJournal/liveJournalArchive.ts";
import { movableTypeArchive } from "../../src/compiler/formats/movableType/movableTypeArchive.ts";
import { newsmlArchive } from "../../src/compiler/formats/newsml/newsmlArchive.ts";
import { pageArchive } from "../../src/compiler/formats/page/pageArchive.ts";
import { substackArchive } from "../../src/compiler/formats/substack/substackArchive.ts";
import { wxrArchive } from "../../src/compiler/formats/wxr/wxrArchive.ts";
import { isRecord } from "../../src/compiler/text/jsonRecord.ts";
import { folderOf, tryImport } from "../support/importing.ts";
import { archiveNamed, readArchive } from "../support/readArchive.ts";
import { bodyOf, readFiles } from "./reading/contentFolder.ts";

/** What was promised for any file, in seconds of the processor. */
const MOST = 5;

const nested = (depth: number, open: string, close: string): string => `${open.repeat(depth)}deep${close.repeat(depth)}`;
const notes = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => `[^${at}]: ${text(at)}\n`).join("\n");

const MARKDOWN: [name: string, text: string][] = [
  ["140,000 comments that do not end", "<!--".repeat(140_000)],
  ["45,000 comments in lines of their own", "<!--\n\n".repeat(45_000)],
  ["45,000 shortcodes that do not end", "{{< fig ".repeat(45_000)],
  ["60,000 tags of raw text that does not end", "{% raw %}".repeat(60_000)],
  ["45,000 highlights that do not end", "{{< highlight a ".repeat(45_000)],
  ["45,000 pieces of code that do not end", "{{ a }}<code>".repeat(45_000)],
  ["notes of which each refers to the next", `[^0]\n\n${notes(10_000, (at) => `Note[^${at + 1}]`)}`],
  ["10,000 notes that nothing refers to", notes(10_000, () => "Note")],
  ["tables 2,000 deep", nested(2000, "<table><tr><td>", "</td></tr></table>")],
  ["elements 50,000 deep", nested(50_000, "<div>", "</div>")],
  ["100,000 brackets", "[".repeat(100_000)],
  ["50,000 brackets of names", "[[a".repeat(50_000)],
  ["70,000 asterisks twice", "**".repeat(70_000)],
  ["70,000 asterisks around words", "**a ".repeat(70_000)],
  ["50,000 signs of comments in one line", "%%a ".repeat(50_000)],
  ["50,000 comments in one line", "%% a %% ".repeat(50_000)],
  ["50,000 comments in lines of their own", "%% a\n".repeat(50_000)],
  ["20,000 notes inside it", "![[x]]\n".repeat(20_000)],
  ["20,000 notes inside it in one line", "![[x]] ".repeat(20_000)],
  ["40,000 references that lead nowhere", "[a][b]\n".repeat(40_000)],
  ["40,000 notes that lead nowhere, in one line", "[^b] ".repeat(40_000)],
  ["100,000 formulas that do not end", String.raw`\[ `.repeat(100_000)],
  ["100,000 formulas in a line that do not end", String.raw`\( `.repeat(100_000)],
  ["100,000 formulas in a line, of which the next ends", `${"\\(\n".repeat(100_000)}\\)`],
  ["40,000 formulas", "$x$\n".repeat(40_000)],
  ["a formula of 400,000 characters", `$${"x_1+".repeat(100_000)}x$`],
  ["runs of backticks, each longer", `{{ a }} ${Array.from({ length: 500 }, (_, at) => "`".repeat(at + 1)).join(" ")}`],
  ["quotes 10,000 deep", `${"> ".repeat(10_000)}deep`],
  ["lists 5,000 deep", `${"- ".repeat(5000)}deep`],
  ["a comment of white space that does not end", `<!-- ${" ".repeat(1_000_000)}x`],
  ["white space in a line", `a${" ".repeat(100_000)}b`],
  ["white space in the first line of a box", `::: tip a${" ".repeat(100_000)}b`],
  ["colons in the first line of a box", `::: tip a${":".repeat(100_000)}b`],
  ["titles in the first line of a box", `::: tip ${"title=“".repeat(20_000)}`],
  ["a chart above 140,000 backticks", `\`\`\`chart\n${"`".repeat(140_000)}x`],
  ["10,000 boxes that do not end", "::: tip\n".repeat(10_000)],
  ["5,000 boxes that others cross", ":::: other\n::: tip\n::::\n".repeat(5000)],
  ["1,000 lists, each in the one above", Array.from({ length: 1000 }, (_, at) => `${"  ".repeat(at)}- deep`).join("\n")],
];

test.each(MARKDOWN)("a story of %s is read in time, and its words stay", async (_, text) => {
  const { seconds, of: { body } } = await timed(() => bodyOf(`Words.\n\n${text}`)); // prettier-ignore
  expect(seconds).toBeLessThan(MOST);
  expect(JSON.stringify(body)).toContain("Words.");
  if (text.includes("deep")) expect(JSON.stringify(body)).toContain("deep");
});

test("a story that begins with 100,000 empty lines is read in time, and its file names it", async () => {
  const text = `---\ndate: 2024-01-01\n---\n${"\n".repeat(100_000)}Words.`;
  const { seconds, of: { drafts } } = await timed(() => readFiles({ "The lock.md": text })); // prettier-ignore
  expect(seconds).toBeLessThan(MOST);
  expect(drafts.map(({ headline }) => headline)).toEqual(["The lock"]);
});

const FIELDS = Array.from({ length: 1001 }, (_, at) => `k${at}`);
const REFUSED: [name: string, file: string, text: string, says: string][] = [
  ["signs", "a.md", `---\ntitle: A\ndate: 2024-01-01\n---\n${"_a_ ".repeat(75_000)}`, "The file has 150,004 lines and signs of markup (*, _, [, |, < and others); a story may have at most 150,000, so it was skipped."],
  ["fields", "a.md", `---\ntitle: A\n${FIELDS.map((name) => `${name}: a\n`).join("")}---\nWords.`, "The front matter cannot be read: it has 1,002 fields, and a story may have at most 1,000."],
  ["fields of JSON", "a.json", JSON.stringify({ headline: "A", body: "Words.", datePublished: "2024-01-01", ...Object.fromEntries(FIELDS.map((name) => [name, 1])) }), "It has 1,004 fields, and a story may have at most 1,000, so it was skipped."],
]; // prettier-ignore

test.each(REFUSED)("a story with too many %s is refused by a sentence", async (_, file, text, says) => {
  const { drafts, problems } = await readFiles({ [file]: text });
  expect(drafts).toEqual([]);
  expect(problems.map(({ message }) => message)).toEqual([says]);
});

const HEADS: [name: string, head: string][] = [
  ["30 comments", `${"<!---->".repeat(30)}<html>`],
  ["9,000 comments", `${"<!---->".repeat(9000)}<html>`],
  ["64 kB of white space", " ".repeat(65_536)],
  ["13,000 processing instructions", "<?a?>".repeat(13_000)],
  ["4,000 document types", "<!DOCTYPE a [ ] > ".repeat(4000)],
  ["a document type of 16,000 parts", `<!DOCTYPE a [${"] > ".repeat(16_000)}`],
  ["16,000 names of types", `{"@type":[${'"a",'.repeat(16_000)}`],
  ["6,000 types", '{"@type":["a",'.repeat(6000)],
];

test.each(HEADS)("of a file that begins with %s it is told in time what it is", (_, head) => {
  const start = process.cpuUsage();
  for (const archive of archives) archive.detects({ path: "a.xml", head });
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(MOST);
});

const rss = (item: string): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>Title</title><pubDate>Mon, 22 Apr 2024 07:10:00 GMT</pubDate><wp:post_date>2024-04-22 07:10:00</wp:post_date><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>${item}</item></channel></rss>`;
const content = (html: string): string => rss(`<content:encoded><![CDATA[Words. ${html}]]></content:encoded>`);
const deep = nested(40_000, "<a>", "</a>");

const entry = (fields: string): string =>
  `TITLE: T\nSTATUS: Publish\n${fields}DATE: 04/22/2024 07:10:00\n-----\nBODY:\nWords.\n-----\n--------\n`;
const journal = (html: string): string =>
  `<livejournal><entry><itemid>1</itemid><security>public</security><event><![CDATA[Words. ${html}]]></event></entry></livejournal>`;
const tumblr = (fields: object): string =>
  JSON.stringify({ id_string: "1", reblog_key: "k", post_url: "https://a.example/1", state: "published", content: [{ type: "text", text: "Words." }], ...fields }); // prettier-ignore
const sanity = (body: object[]): string => JSON.stringify([{ _id: "a", _type: "post", _rev: "r", title: "T", body }]);
const span = { _type: "span", text: "Words." };
const times = (count: number, make: (at: number) => unknown): unknown[] => Array.from({ length: count }, (_, at) => make(at));
/** A paragraph that holds itself ten times, and texts below it. */
const paragraphs = { field_parts: { data: times(10, () => ({ type: "paragraph--text", id: "p" })) } };
const drupal = JSON.stringify({
  data: [{ type: "node--article", id: "1", attributes: { status: true, title: "T" }, relationships: paragraphs }],
  included: [{ type: "paragraph--text", id: "p", attributes: { field_text: { value: "Words." } }, relationships: paragraphs }],
});
/** The text of the post in an export of Substack. */
const callouts = nested(3000, '<div class="callout-block button-wrapper">', "</div>");

const ARCHIVES: [name: string, archive: ArchiveFormat, text: string, says?: RegExp][] = [
  ["a feed of elements 40,000 deep", feedArchive, rss(deep), /nested/u],
  ["an export of elements 40,000 deep", wxrArchive, rss(deep), /are nested more than/u],
  ["news of elements 40,000 deep", newsmlArchive, `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">${deep}</newsItem>`, /are nested more than/u],
  ["a feed of 200,000 comments", feedArchive, content("<!--".repeat(200_000))],
  ["an export of 200,000 comments", wxrArchive, content("<!--".repeat(200_000))],
  ["an export of 60,000 shortcodes", wxrArchive, content("[caption ".repeat(60_000))],
  ["an export of 60,000 blocks", wxrArchive, content('<!-- wp:group {"a":1 '.repeat(60_000))],
  ["an export of tables 2,000 deep", wxrArchive, content(nested(2000, "<table><tr><td>", "</td></tr></table>"))],
  ["a JSON feed of 20,000 items", jsonFeedArchive, JSON.stringify({ version: "https://jsonfeed.org/version/1.1", items: Array.from({ length: 20_000 }, (_, at) => ({ id: `${at}`, title: "Title", content_text: "Words.", date_published: "2024-04-22T07:10:00Z" })) })],
  ["a journal of an account's name of 50 kB", liveJournalArchive, journal(`<lj user=${"a".repeat(50_000)}`)],
  ["a journal of 14,000 accounts in a tag", liveJournalArchive, journal(`<lj ${"user=a ".repeat(14_000)}`)],
  ["an entry of a tag of 60 kB that does not end", movableTypeArchive, entry(`TAGS: "${'\\"'.repeat(30_000)}\n`)],
  ["an entry of 20,000 equal fields", movableTypeArchive, entry("TAGS: a\n".repeat(20_000))],
  ["a post of 2,000 marks over each other", archiveNamed("tumblr"), tumblr({ content: [{ type: "text", text: "a".repeat(2000), formatting: times(2000, (start) => ({ start, end: 2000, type: "bold" })) }] })],
  ["a post of 2,000 links over each other", archiveNamed("tumblr"), tumblr({ content: [{ type: "text", text: "a".repeat(2000), formatting: times(2000, (start) => ({ start, end: 2000, type: "link", url: `https://a.example/${start}` })) }] })],
  ["a post of a row of 250,000", archiveNamed("tumblr"), tumblr({ content: [{ type: "image", media: [{ url: "https://a.example/a.jpg" }] }], layout: [{ type: "rows", display: [{ blocks: times(250_000, () => 0) }] }] })],
  ["posts in lists 20,000 deep", archiveNamed("tumblr"), `[${tumblr({})},${nested(20_000, "[", "]").replace("deep", "1")}]`, /not an object/u],
  ["a paragraph that holds itself", archiveNamed("drupal"), drupal],
  ["a text of 11,000 lists", archiveNamed("sanity"), sanity(times(11_000, (at) => ({ _type: "block", listItem: at % 2 === 0 ? "bullet" : "number", children: [span] })).filter(isRecord))],
  ["documents in results 20,000 deep", archiveNamed("sanity"), nested(20_000, '{"result":', "}").replace("deep", sanity([{ _type: "block", children: [span] }]))],
  ["a post of boxes 3,000 deep", substackArchive, "post_id,post_date,is_published,type,audience,title\n7.a,2024-04-22T07:10:00Z,true,newsletter,everyone,T\n"],
  ["a page of 200,000 comments", pageArchive, `<title>Title</title><article><h1>Title</h1><p>Words.</p>${"<!--".repeat(200_000)}`],
  ["a page of tables 2,000 deep", pageArchive, `<title>Title</title><article><h1>Title</h1><p>Words.</p>${nested(2000, "<table><tr><td>", "</td></tr></table>")}</article>`],
]; // prettier-ignore

test.each(ARCHIVES)("%s is read in time, or refused by its name", async (_, archive, text, says) => {
  const { seconds, of } = await timed(() => readArchive(archive, "source.dat", text, {}, () => Promise.resolve(callouts)));
  expect(seconds).toBeLessThan(MOST);
  const said = [
    ...of.problems.map(({ file, message }) => `${file}: ${message}`),
    ...of.skipped.map(({ file, reason }) => `${file}: ${reason}`),
  ];
  if (says) expect(said.join("\n")).toMatch(says);
  else expect(of.drafts.length + said.length).toBeGreaterThan(0);
});

test("a picture whose path has 10,000 folders is looked for in time", async () => {
  const feed = content(`<img src="https://a.example/${"a/".repeat(10_000)}b.jpg">`);
  const { seconds, of } = await timed(() => tryImport(folderOf({ "a.xml": feed })));
  expect(seconds).toBeLessThan(MOST);
  expect(of.items.map(({ outcome }) => outcome)).toEqual(["published"]);
});

/** Of the processor: others may be at work beside it. */
async function timed<T>(read: () => Promise<T>): Promise<{ seconds: number; of: T }> {
  const start = process.cpuUsage();
  const of = await read();
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1_000_000, of };
}
