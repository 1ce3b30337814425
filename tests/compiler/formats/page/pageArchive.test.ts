import { plainText } from "#content/blocks/plainText.ts";
import { describe, expect, test } from "vitest";
import { pageArchive } from "../../../../src/compiler/formats/page/pageArchive.ts";
import { archiveFile, readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";

archiveCases(pageArchive);

const TEXT = "<p>A paragraph that is long enough to be one, with commas, and with a point to make, or two, if need be.</p>".repeat(6);

describe("a page is told by its name or its first tag", () => {
  test.each([
    ["index.html", "<p>x", true],
    ["saved", "<!-- saved from url -->\n<!DOCTYPE html>", true],
    ["a.php", "<html>", true],
    ["a.xml", "<?xml version='1.0'?><rss>", false],
    ["a.json", "{}", false],
  ])("%s %s: %s", (path, text, is) => {
    expect(pageArchive.detects({ ...archiveFile("x", text), path })).toBe(is);
  });
});

test("a picture that was saved beside the page is taken from there", async () => {
  const html = `<title>T</title><link rel="canonical" href="https://t.example/a"><article>${TEXT}<p><img src="a_files/1.jpg" alt="One"></p>${TEXT}</article>`;
  const { drafts } = await readArchive(pageArchive, "pages/a.html", html);
  expect(JSON.stringify(drafts[0]?.body)).toContain('"/pages/a_files/1.jpg"');
});

test("a page without an address of its own keeps its path in the folder as an old address", async () => {
  const { drafts } = await readArchive(pageArchive, "2014/05/the-tide.html", `<title>The tide</title><article>${TEXT}</article>`);
  expect(drafts[0]).toMatchObject({ slug: "the-tide", oldUrls: ["/2014/05/the-tide.html"] });
});

test("a page with more elements than any article has is skipped at once", async () => {
  const { drafts, skipped } = await readArchive(pageArchive, "a.html", `<title>T</title>${"<p>x".repeat(50_000)}`);
  expect(drafts).toEqual([]);
  expect(skipped.map(({ reason }) => reason)).toEqual(["The page has more than 40000 elements, which no article has."]);
});

const FIRST = "The cranes left at dawn, three weeks early, and nobody who counts them in the marshes can say what made them go.";
const SECOND =
  "They were seen over the sound at noon, in four lines, and again at dusk above the ferry, where the captain counted two hundred.";

/** The text of an article in a page that has these things around it, a line for each block. */
async function linesOf(above: string, within: string, below: string): Promise<string[]> {
  const html = `<!doctype html><html lang="en"><head><title>Cranes leave early</title>
    <link rel="canonical" href="https://paper.example/nature/cranes"><meta property="og:type" content="article"><meta property="og:site_name" content="The Paper">
    <meta property="article:section" content="Nature"><meta name="author" content="Ada Keane"><meta name="date" content="2019-11-19"></head>
    <body><article>${above}<p>${FIRST}</p>${within}<p>${SECOND}</p><p>${FIRST.replace("dawn", "night")}</p>${below}</article></body></html>`;
  const { drafts } = await readArchive(pageArchive, "a.html", html);
  return (drafts[0]?.body ?? []).map((block) => plainText([block]));
}

const TEXT_ALONE = [FIRST, SECOND, FIRST.replace("dawn", "night")];
const links = (count: number, host = "https://paper.example") =>
  Array.from({ length: count }, (_, n) => `<li><a href="${host}/other/${n}">Another story of some length, number ${n}</a></li>`).join("");

test.each([
  ["section, byline and day", "<p>Nature</p><p>By Ada Keane</p><p>Updated Nov 19, 6:55 AM; Posted Nov 19, 6:51 AM</p>", "", ""],
  [
    "a way to the page and buttons",
    "<p>News » Nature » Cranes</p><p>Facebook Twitter WhatsApp</p><p>Advertisement</p>",
    "",
    "<p>2 comments</p>",
  ],
  ["a menu above the headline", `<ul>${links(6)}</ul><p>print logo</p><p>Cranes leave early</p><p>Ada Keane</p>`, "", ""],
  ["other stories below", "", "", `<h3>You may also like</h3><ul>${links(5)}</ul>`],
  ["other stories within", "", `<h3>Do not miss</h3><ul>${links(3)}</ul>`, ""],
])("%s are no part of an article's text", async (_, above, within, below) => {
  expect(await linesOf(above, within, below)).toEqual(TEXT_ALONE);
});

test("what an author links to stays, and so do notes and short lines", async () => {
  const below = `<h3>Sources</h3><ul>${links(5, "https://atlas.example")}</ul>`;
  expect(await linesOf("<p>BERGEN</p>", "<p>On 3 June 2018 they had left, too, said the keeper of the light.</p>", below)).toEqual([
    "BERGEN",
    FIRST,
    "On 3 June 2018 they had left, too, said the keeper of the light.",
    ...TEXT_ALONE.slice(1),
    "Sources",
    expect.stringContaining("Another story of some length, number 4"),
  ]);
});

test("a post that a text shows is a part of it, whatever the box around it is called", async () => {
  const post = `<div class="social-media"><blockquote class="twitter-tweet"><p>They are gone!</p>— Ada (@ada) <a href="https://twitter.com/ada/status/1196501054197649413">November 18, 2019</a></blockquote></div>`;
  expect((await linesOf("", post, "")).length).toBe(4);
});

test.each([
  [
    "a description of the page",
    '<script type="application/ld+json">{"@type":"WebPage","datePublished":"2019-11-18T10:00:00Z"}</script>',
    "",
    "2019-11-18T10:00:00Z",
  ],
  [
    "a description with a fault",
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-11-18","headline":"a "b" c"}</script>',
    "",
    "2019-11-18",
  ],
  ["a name of the publisher's own", '<meta name="xy-post-date" content="2019/11/18">', "", "2019/11/18"],
  ["a class", "", '<span class="article_date">November 18, 2019 - 11:28 AMT</span>', "November 18, 2019"],
  ["a hidden field", "", '<input type="hidden" class="published_date" value="2019-11-18 23:41:18">', "2019-11-18 23:41:18"],
  ["the only time", "", '<div><time datetime="2019-11-18T10:36:00Z">yesterday</time></div>', "2019-11-18T10:36:00Z"],
  ["a line by the headline", "", "<h1>Cranes leave early</h1><div><b>Ada Keane</b> <i>18 November 2019</i></div>", "18 November 2019"],
  ["a line in another language", "", "<h1>Cranes leave early</h1>3 juin 2018", "3 juin 2018"],
  ["an address with the month's name", '<link rel="canonical" href="https://paper.example/2019/nov/18/cranes">', "", "18 nov 2019"],
])("the date of a page is told by %s", async (_, head, above, date) => {
  const html = `<title>Cranes leave early | The Paper</title>${head}<body>${above}<article>${TEXT}</article><aside><span class="post-date">2001-01-01</span></aside>`;
  const { drafts } = await readArchive(pageArchive, "a.html", html);
  expect(drafts[0]?.datePublished).toBe(date);
});

test("a short text is an article where the page says when it came out", async () => {
  const short = `<p>${FIRST} ${SECOND}</p>`;
  const page = (head: string) => `<title>Cranes</title>${head}<div><div class="g-row">${short}</div></div><ul>${links(3)}</ul>`;
  expect(await readArchive(pageArchive, "a.html", page(""))).toMatchObject({ drafts: [] });
  expect((await readArchive(pageArchive, "a.html", page('<meta name="date" content="2019-11-19">'))).drafts).toHaveLength(1);
});
