import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inlineText } from "#content/blocks/plainText.ts";
import { wxrArchive } from "../../../../src/compiler/formats/wxr/wxrArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../fixtures/wxr", name, "source.xml"), "utf8");

/** An export with one post of this text. */
const withText = (text: string): string =>
  `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title>T</title><content:encoded><![CDATA[${text}]]></content:encoded><wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_date>2020-01-01 00:00:00</wp:post_date></item></channel></rss>`;

archiveCases(wxrArchive);

test("pages and types of a blog's own come along when they are asked for", async () => {
  const { drafts, skipped } = await readArchive(wxrArchive, "x.xml", fixture("held"), { types: ["page", "review"] });
  expect(drafts.map(({ headline }) => headline)).toEqual(["page", "review", "undated"]);
  expect(drafts.length + skipped.length).toBe(10);
});

test("comments come along when they are asked for, by the name of their author and nothing else", async () => {
  const { drafts } = await readArchive(wxrArchive, "x.xml", fixture("classic"), { comments: true });
  expect(drafts[0]?.comments).toMatchObject([{ id: "1", author: "A. Reader", body: [{ type: "paragraph" }, { type: "paragraph" }] }]);
});

test.each([false, true])("no address of a person and no key of the export comes out (comments: %s)", async (comments) => {
  const told = JSON.stringify(await readArchive(wxrArchive, "x.xml", fixture("classic"), { comments }));
  const secrets = [
    ...fixture("classic").matchAll(
      /<wp:(?:author_email|comment_author_(?:email|url|IP))>(?:<!\[CDATA\[)?([^<\]]+)|(sk_secret\w+|ghost\.secret[\w.@]+)/gu,
    ),
  ];
  expect(secrets).toHaveLength(6);
  for (const [, address, key] of secrets) expect(told).not.toContain(address ?? key);
});

test("an export that is cut off gives the posts before that place", async () => {
  const whole = fixture("classic");
  const { drafts, problems } = await readArchive(wxrArchive, "x.xml", whole.slice(0, whole.indexOf("<title>Ships")));
  expect(problems).toContainEqual(expect.objectContaining({ severity: "error", file: "x.xml" }));
  const all = await readArchive(wxrArchive, "x.xml", whole);
  expect(drafts).not.toEqual([]);
  expect(drafts.map(({ headline }) => headline)).toEqual(all.drafts.slice(0, drafts.length).map(({ headline }) => headline));
});

test("an ordinary feed is not taken for an export", () => {
  expect(wxrArchive.detects({ path: "x.xml", head: `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">` })).toBe(
    false,
  );
  expect(wxrArchive.detects({ path: "any.txt", head: fixture("version1").slice(0, 500) })).toBe(true);
});

test.each([
  ["[[[[", "[[[["],
  ['[gallery ids="', '[gallery ids="'],
  ["[note] and [1] and [follow-up]", "[note] and [1] and [follow-up]"],
  ["[outer a=1]kept [inner_x]too[/inner_x][/outer]", "kept too"],
  ["[/caption] alone", "[/caption] alone"],
])("of the text %j nothing that is read is lost", async (text, left) => {
  const { drafts } = await readArchive(wxrArchive, "x.xml", withText(text));
  expect(drafts[0]?.body).toMatchObject([{ type: "paragraph", children: [{ text: left }] }]);
});

test.each([
  ['He wrote [and the guy who <a href="https://x.example/">posted this</a>] so.', "He wrote [and the guy who posted this] so."],
  ["It is sys.modules[module_name], not rows[i=1].", "It is sys.modules[module_name], not rows[i=1]."],
  ["A [video] and a [twitter] of it, [he said so=yes].", "A [video] and a [twitter] of it, [he said so=yes]."],
  ['The <code>[gallery ids="1"]</code> tag and [code]a[b=1] &lt; c[/code] too', 'The [gallery ids="1"] tag and a[b=1] < c too'],
  ['A [tip text="Draft of a ship"]draught[/tip] of two', "A draught (Draft of a ship) of two"],
])("brackets in a sentence stay: %j", async (text, left) => {
  const { drafts } = await readArchive(wxrArchive, "x.xml", withText(text));
  const [block] = drafts[0]?.body ?? [];
  expect(block?.type === "paragraph" && inlineText(block.children)).toBe(left);
});

test.each([
  [
    '<pre>print sys.modules[module_name]\n[x y="1"]gone?[/x]\nhttps://youtu.be/abcdefghijk</pre>',
    { text: 'print sys.modules[module_name]\n[x y="1"]gone?[/x]\nhttps://youtu.be/abcdefghijk' },
  ],
  ['[code language="php"]\n<?php\n\n  echo $a[b] && [gallery];\n[/code]', { text: "<?php\n\n  echo $a[b] && [gallery];", language: "php" }],
  [
    '<pre lang="PHP" line="1"><?php\nif ($a) {\n?>\n<div class="b">[gallery]</div>\n<pre><?php } ?></pre>',
    { text: '<?php\nif ($a) {\n?>\n<div class="b">[gallery]</div>\n<pre><?php } ?>', language: "php" },
  ],
  ["<pre><?php echo 1; ?></pre>", { text: "<?php echo 1; ?>" }],
  ['<pre lang="en">Roses\n<b>are</b> red</pre>', { text: "Roses\nare red" }],
  ["[sourcecode]\n&lt;p&gt; [caption]\n[/sourcecode]", { text: "<p> [caption]" }],
  [
    "[cc_python]\nx = [y for y in z]\n\nhttps://youtu.be/abcdefghijk\n[/cc_python]",
    { text: "x = [y for y in z]\n\nhttps://youtu.be/abcdefghijk", language: "python" },
  ],
  [
    "[ccnLe_php]\n$a[0] = $b[1] . $c[2] . $d[3] . $e[name];\n[/ccnLe_php]",
    { text: "$a[0] = $b[1] . $c[2] . $d[3] . $e[name];", language: "php" },
  ],
  ["<pre>$a[0] = $b[1] . $c[2] . $d[3] . $e[name] . $f[6];</pre>", { text: "$a[0] = $b[1] . $c[2] . $d[3] . $e[name] . $f[6];" }],
])("code is code, whatever stands in it: %j", async (text, code) => {
  const { drafts, problems } = await readArchive(wxrArchive, "x.xml", withText(`Before\n\n${text}\n\nafter`));
  expect(drafts[0]?.body.slice(1, -1)).toEqual([{ type: "code", ...code }]);
  expect(problems).toEqual([]);
});

test("what Word leaves in comments is not missed", async () => {
  const text = `<p>Before</p><!--[if gte mso 9]><xml><w:View>Normal</w:View><w:Zoom>0</w:Zoom><w:X>one two three four five</w:X></xml><![endif]-->`;
  const { drafts, problems } = await readArchive(wxrArchive, "x.xml", withText(text));
  expect(drafts[0]?.body).toHaveLength(1);
  expect(problems).toEqual([]);
});

test("a picture with a caption keeps its alternative text, whatever signs are in it", async () => {
  const text = `[caption width="3"]<img src="https://x.example/a.jpg" alt="5 > 4"> Five and four[/caption]`;
  const { drafts } = await readArchive(wxrArchive, "x.xml", withText(text));
  expect(drafts[0]?.body).toMatchObject([{ type: "figure", image: { alt: "5 > 4", caption: [{ text: "Five and four" }] } }]);
  expect(drafts[0]?.body).toHaveLength(1);
});

test("words in the attributes of a plugin's shortcodes are kept, and its settings are not", async () => {
  const text = `[quote-block text="The quay is ours." cite="A. Docker" style="wide blue"]

[accordion_item title="How deep is it?" open="true" css=".vc { color: red; }"]Twelve metres.[/accordion_item]

[photo_box src="https://x.example/a.jpg" caption="The quay at noon" width="300"]

[contact-form-7 id="1" title="Write to us"]`;
  const { drafts, problems } = await readArchive(wxrArchive, "x.xml", withText(text));
  expect(drafts[0]?.body).toMatchObject([
    { type: "quote", children: [{ type: "paragraph", children: [{ text: "The quay is ours." }] }], attribution: [{ text: "A. Docker" }] },
    { type: "paragraph", children: [{ type: "strong", children: [{ text: "How deep is it?" }] }] },
    { type: "paragraph", children: [{ text: "Twelve metres." }] },
    { type: "figure", image: { url: "https://x.example/a.jpg", caption: [{ text: "The quay at noon" }] } },
  ]);
  expect(problems.map(({ message }) => message.replace(/; only the words in it were kept/u, ""))).toHaveLength(4);
});

test("a text made of brackets and comments alone comes to an end", async () => {
  for (const piece of ["[a b=1]", '[a "', "[[", "<!-- wp:x {", "<p>\n\n", "[/a]", '[caption x="', "[code]", "[cc]x", "<pre>[a]"])
    expect((await readArchive(wxrArchive, "x.xml", withText(piece.repeat(4_000)))).drafts).toHaveLength(1);
});

test("parts that are not for everybody keep a post back, or are cut out of its text, its excerpt and the blocks that it shares", async () => {
  const secret = "[members_only]Secret.[/members_only]";
  const item = (fields: string) =>
    `<item><wp:status>publish</wp:status><wp:post_date_gmt>2024-04-22 07:10:00</wp:post_date_gmt>${fields}</item>`;
  const post = (content: string) => item(`<title>A</title><wp:post_type>post</wp:post_type>${content}`);
  const shared = item(`<wp:post_id>7</wp:post_id><wp:post_type>wp_block</wp:post_type><content:encoded><![CDATA[<p>Shared. ${secret}</p>]]></content:encoded>`); // prettier-ignore
  const file = `<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>${shared}${[`<content:encoded><![CDATA[Open. ${secret}]]></content:encoded>`, `<content:encoded>Open.</content:encoded><excerpt:encoded><![CDATA[In short. ${secret}]]></excerpt:encoded>`, '<content:encoded><![CDATA[<!-- wp:paragraph --><p>Open.</p><!-- /wp:paragraph --><!-- wp:block {"ref":7} /-->]]></content:encoded>'].map(post).join("")}</channel></rss>`; // prettier-ignore
  const kept = await readArchive(wxrArchive, "w.xml", file);
  expect(kept.drafts.map(({ held }) => held)).toEqual([1, 2, 3].map(() => expect.stringContaining("(members_only)")));
  const { drafts, problems } = await readArchive(wxrArchive, "w.xml", file, { cut: ["members_only"] });
  expect(drafts).toHaveLength(3);
  expect(drafts.map(({ held }) => held)).toEqual([undefined, undefined, undefined]);
  expect(JSON.stringify(drafts)).not.toContain("Secret");
  expect(JSON.stringify(drafts)).toContain("Shared.");
  expect(problems.filter(({ message }) => message.includes("members_only"))).toHaveLength(3);
});
