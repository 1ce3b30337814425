import { createWriteStream } from "node:fs";
import { once } from "node:events";

/**
 * Writes a WordPress export of a given size in megabytes, to measure the cost of importing one:
 * tsx scripts/makeWxr.ts 1000 export.xml
 * Posts have 600 words, from both editors, with comments and a featured picture
 * whose attachment follows all posts, as WordPress writes them.
 */
const [megabytes = "100", file = "export.xml"] = process.argv.slice(2);

const WORDS =
  "the harbour crane moved again over night while ships waited for a berth and nobody at the quay could say why it took so long".split(" ");

const HEAD = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Large Post</title><link>https://large.example.org</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://large.example.org</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[jane]]></wp:author_login><wp:author_email><![CDATA[jane@large.example.org]]></wp:author_email><wp:author_display_name><![CDATA[Jane Doe]]></wp:author_display_name></wp:author>
`;

const cdata = (text: string): string => `<![CDATA[${text}]]>`;

const meta = (key: string, value: string): string =>
  `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`;

function paragraph(seed: number): string {
  return Array.from({ length: 60 }, (_, at) => WORDS[(seed * 7 + at * (1 + (seed % 5))) % WORDS.length]).join(" ");
}

function dateOf(number: number): string {
  return new Date(Date.UTC(2004, 0, 1) + number * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
}

function post(number: number): string {
  const texts = Array.from({ length: 10 }, (_, at) => paragraph(number + at));
  const blocks = number % 2 === 0;
  const link = `<a href="https://large.example.org/?p=${Math.max(1, number - 3)}">earlier</a>`;
  const body = blocks
    ? texts.map((text) => `<!-- wp:paragraph -->\n<p>${text} ${link}</p>\n<!-- /wp:paragraph -->`).join("\n\n")
    : `${texts.join("\n\n")} ${link}\n\n[gallery ids="${10_000_000 + number}"]`;
  const date = dateOf(number);
  const comments = Array.from(
    { length: number % 4 },
    (_, at) =>
      `<wp:comment><wp:comment_id>${at}</wp:comment_id><wp:comment_author>${cdata("A reader")}</wp:comment_author><wp:comment_author_email>${cdata("reader@example.net")}</wp:comment_author_email><wp:comment_content>${cdata(paragraph(at))}</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>`,
  ).join("");
  return `<item><title>${cdata(`Story ${number} of the harbour`)}</title><link>https://large.example.org/${date.slice(0, 10).replaceAll("-", "/")}/story-${number}/</link><dc:creator>${cdata("jane")}</dc:creator><guid isPermaLink="false">https://large.example.org/?p=${number}</guid><content:encoded>${cdata(body)}</content:encoded><excerpt:encoded>${cdata("")}</excerpt:encoded><wp:post_id>${number}</wp:post_id><wp:post_date>${cdata(date)}</wp:post_date><wp:post_date_gmt>${cdata(date)}</wp:post_date_gmt><wp:post_name>${cdata(`story-${number}`)}</wp:post_name><wp:status>${cdata("publish")}</wp:status><wp:post_type>${cdata("post")}</wp:post_type><category domain="category" nicename="quay">${cdata("Quay")}</category><category domain="post_tag" nicename="tag-${number % 500}">${cdata(`Tag ${number % 500}`)}</category>${meta("_thumbnail_id", String(10_000_000 + number))}${comments}</item>\n`;
}

function attachment(number: number): string {
  const url = `https://large.example.org/wp-content/uploads/photo-${number}.jpg`;
  return `<item><title>photo-${number}</title><guid isPermaLink="false">${url}</guid><excerpt:encoded>${cdata("A photo of the quay")}</excerpt:encoded><wp:post_id>${10_000_000 + number}</wp:post_id><wp:status>${cdata("inherit")}</wp:status><wp:post_parent>${number}</wp:post_parent><wp:post_type>${cdata("attachment")}</wp:post_type><wp:attachment_url>${cdata(url)}</wp:attachment_url>${meta("_wp_attachment_image_alt", "A crane")}</item>\n`;
}

const out = createWriteStream(file);
let written = 0;

async function put(text: string): Promise<void> {
  written += text.length;
  if (!out.write(text)) await once(out, "drain");
}

await put(HEAD);
const most = Number(megabytes) * 1_000_000;
let posts = 0;
while (written < most - posts * 700) await put(post(++posts));
for (let number = 1; number <= posts; number += 1) await put(attachment(number));
await put("</channel></rss>\n");
out.end();
await once(out, "finish");
console.log(`${file}: ${written} bytes, ${posts} posts and ${posts} attachments`);
