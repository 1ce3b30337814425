import { join } from "node:path";
import { expect, test } from "vitest";
import { articlesIn, folderOf, tryImport } from "../../support/importing.ts";

const SITE = "https://www.post.example";

const item = (number: number, inner: string, body = "") => `<item><title>Story ${number}</title>
<wp:status>publish</wp:status><wp:post_id>${number}</wp:post_id><wp:post_date_gmt>2014-03-12 08:00:00</wp:post_date_gmt><content:encoded><![CDATA[${body}]]></content:encoded>${inner}</item>`;

const story = (number: number, body: string) =>
  item(
    number,
    `<link>${SITE}/2014/03/12/story-${number}/</link><guid>${SITE}/?p=${number}</guid><dc:creator>jd</dc:creator>
<wp:post_name>story-${number}</wp:post_name><category domain="category" nicename="harbour-news">Harbour</category><category domain="post_tag" nicename="cranes">Cranes</category>`,
    body,
  );

const page = (number: number, name: string) =>
  item(number, `<link>${SITE}/${name}/</link><wp:post_name>${name}</wp:post_name><wp:post_type>page</wp:post_type>`);

const photo = item(
  70,
  `<link>${SITE}/2014/03/12/story-2/photo/</link><wp:post_parent>2</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>${SITE}/wp-content/uploads/photo.jpg</wp:attachment_url>`,
);

const archive = (body: string) => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Post</title><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>${SITE}</wp:base_blog_url>
<wp:author><wp:author_id>4</wp:author_id><wp:author_login>jd</wp:author_login><wp:author_display_name>Jane Doe</wp:author_display_name></wp:author>
<wp:category><wp:term_id>9</wp:term_id><wp:category_nicename>harbour-news</wp:category_nicename><wp:cat_name>Harbour</wp:cat_name></wp:category>
${story(1, body)}${story(2, '<h2 id="berths">Berths</h2><p>Text.</p>')}${page(3, "about")}${photo}
</channel></rss>`;

/** Where a link in the first story leads after the import; undefined where it is none any more. */
async function ledTo(href: string): Promise<{ url: unknown; messages: string[] }> {
  const input = folderOf({ "export.xml": archive(`<p>Read <a href="${href}">this <em>here</em></a> now.</p>`) });
  const { content, messages, counts } = await tryImport(join(input, "export.xml"));
  expect(counts).toMatchObject({ in: 4, published: 2, skipped: 2 });
  const body = JSON.stringify(articlesIn(content).get("articles/2014/story-1.json")?.["body"]);
  expect(body).toContain("here");
  return { url: /"url":"([^"]*)"/u.exec(body)?.[1], messages: messages.filter((message) => message.startsWith("The link")) };
}

test.each([
  [`${SITE}/2014/03/12/story-2/`, "/article/story-2"],
  ["http://post.example/2014/03/12/story-2", "/article/story-2"],
  ["/2014/03/12/story-2/index.html", "/article/story-2"],
  ["/index.php/2014/03/12/story-2/", "/article/story-2"],
  [`${SITE}/2014/03/12/story-2/amp/`, "/article/story-2"],
  [`${SITE}/2014/03/12/story-2/2/`, "/article/story-2"],
  [`${SITE}/?p=2`, "/article/story-2"],
  [`${SITE}/2014/03/12/story-2/#berths`, "/article/story-2#berths"],
  [`${SITE}/2014/03/12/story-2/photo/`, "/article/story-2"],
  [`${SITE}/?attachment_id=70`, "/article/story-2"],
  [`${SITE}/category/harbour-news/`, "/section/harbour-news"],
  [`${SITE}/category/city/harbour-news/page/3/`, "/section/harbour-news"],
  [`${SITE}/?cat=9`, "/section/harbour-news"],
  [`${SITE}/tag/cranes/`, "/topic/cranes"],
  [`${SITE}/?tag=cranes`, "/topic/cranes"],
  [`${SITE}/author/jd/`, "/author/jane-doe"],
  [`${SITE}/?author=4`, "/author/jane-doe"],
  [`${SITE}/2014/03/`, "/archive/2014/03"],
  [`${SITE}/?m=201403`, "/archive/2014/03"],
  [`${SITE}/feed/`, "/feed.xml"],
  [SITE, "/"],
  ["https://other.example/about/", "https://other.example/about/"],
])("a link to %s leads to %s", async (href, to) => {
  expect(await ledTo(href)).toEqual({ url: to, messages: [] });
});

test.each([`${SITE}/about/`, "/?page_id=3", `${SITE}/?p=99`, `${SITE}/category/nothing/`, "/2019/01/", "#nowhere"])(
  "a link to %s, which leads nowhere, keeps its words and is told of",
  async (href) => {
    const { url, messages } = await ledTo(href);
    expect(url).toBeUndefined();
    expect(messages).toHaveLength(1);
  },
);

test("a link to a place that is gone leads to its article, and one to a file to where that was", async () => {
  expect(await ledTo(`${SITE}/2014/03/12/story-2/#comment-7`)).toEqual({
    url: "/article/story-2",
    messages: [expect.stringContaining("a place that is no longer in the page")],
  });
  expect(await ledTo("/wp-content/uploads/report.pdf")).toEqual({
    url: `${SITE}/wp-content/uploads/report.pdf`,
    messages: [expect.stringContaining("a file that is not imported")],
  });
});

test("an article whose links wait for others is written once, and not at all the next time", async () => {
  const input = folderOf({
    "export.xml": archive(`<p><a href="${SITE}/2014/03/12/story-2/">two</a> <a href="${SITE}/about/">about</a></p>`),
  });
  const first = await tryImport(join(input, "export.xml"));
  const again = await tryImport(join(input, "export.xml"), { content: first.content });
  expect([first.counts?.written, again.counts?.written]).toEqual([3, 0]);
});

test("a post of Hugo or Astro is found at the address that its folder gave it", async () => {
  const post = (title: string, more = "", body = "Text.") => `---\ntitle: ${title}\ndate: 2024-03-12\n${more}---\n${body}\n`;
  const input = folderOf({
    "content/posts/a.md": post("A", "", "[b](/posts/b/) and [c](/posts/see/)"),
    "content/posts/b/index.md": post("B", "slug: b\n"),
    "src/content/posts/c.md": post("C", "slug: see\n"),
  });
  const { content, messages } = await tryImport(input);
  const articles = [...articlesIn(content).values()];
  expect(articles.map(({ slug, oldUrls }) => [slug, oldUrls])).toEqual([
    ["a", ["/posts/a/"]],
    ["b", ["/posts/b/"]],
    ["see", ["/posts/c/", "/posts/see/"]],
  ]);
  expect(messages).toEqual([]);
});
