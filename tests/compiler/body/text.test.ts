import { expect, test } from "vitest";
import { plainText } from "#content/blocks/plainText.ts";
import { paragraph, readHtml, text } from "./readHtml.ts";

const inlines = (html: string) => readHtml(`<p>${html}</p>`).blocks.flatMap((block) => (block.type === "paragraph" ? block.children : []));

test("white space collapses over marks as a browser shows it", () => {
  expect(inlines("  One\n  <b> two </b>\n three  ")).toEqual([text("One "), { type: "strong", children: [text("two ")] }, text("three")]);
});

test("a no-break space stays, and alone makes no paragraph", () => {
  expect(inlines("24&nbsp;billion")).toEqual([text("24\u00a0billion")]);
  expect(readHtml("<p>&nbsp;</p><p></p><p> <br> </p>").blocks).toEqual([]);
});

test("text outside any element is a paragraph", () => {
  expect(readHtml("Loose words <p>in a paragraph</p> and after").blocks).toEqual([
    paragraph("Loose words"),
    paragraph("in a paragraph"),
    paragraph("and after"),
  ]);
});

test("layout boxes vanish and what they hold stays in order", () => {
  const html = "<div><section><div>One</div><span>two</span></section><center><font color=red>three</font></center></div>";
  expect(readHtml(html).blocks).toEqual([paragraph("One"), paragraph("two"), paragraph("three")]);
});

test("two breaks in a row part paragraphs, one break stays", () => {
  expect(readHtml("<p>One<br>line<br> <br>Two</p>").blocks).toEqual([
    { type: "paragraph", children: [text("One"), { type: "break" }, text("line")] },
    paragraph("Two"),
  ]);
});

test("marks of the model are kept and others leave their text", () => {
  expect(inlines("<b>a</b> <i>b</i> H<sub>2</sub>O m<sup>2</sup> <mark>c</mark> <del>d</del> <u>e</u> <abbr title=x>f</abbr>")).toEqual([
    { type: "strong", children: [text("a")] },
    text(" "),
    { type: "emphasis", children: [text("b")] },
    text(" H"),
    { type: "sub", children: [text("2")] },
    text("O m"),
    { type: "sup", children: [text("2")] },
    text(" "),
    { type: "mark", children: [text("c")] },
    text(" "),
    { type: "del", children: [text("d")] },
    text(" e "),
    { type: "abbr", title: "x", children: [text("f")] },
  ]);
});

test("a mark inside the same mark adds nothing", () => {
  expect(inlines("<b>a <strong>b</strong></b>")).toEqual([{ type: "strong", children: [text("a b")] }]);
});

test("a quotation in the line gets its marks", () => {
  expect(inlines("She said <q>yes, <em>now</em></q>.")).toEqual([
    text("She said “yes, "),
    { type: "emphasis", children: [text("now")] },
    text("”."),
  ]);
});

test.each([
  ["de", "„ja“"],
  ["de-AT", "„ja“"],
  ["fr", "«\u00A0ja\u00A0»"],
  ["sv", "”ja”"],
  ["zh-Hant-TW", "「ja」"],
  ["xx", "“ja”"],
])("a quotation in a story in %s has the marks of that language", (language, quotation) => {
  expect(readHtml("<p><q>ja</q></p>", { language }).blocks).toEqual([paragraph(quotation)]);
  const inItalian = readHtml(`<div lang="${language}"><p><q>ja</q></p></div>`, { language: "it" });
  expect(plainText(inItalian.blocks)).toBe(quotation);
});

test("a link stays one link over marks and breaks", () => {
  expect(inlines('<a href="https://example.org/">one <b>two</b><br>three</a>')).toEqual([
    {
      type: "link",
      url: "https://example.org/",
      children: [text("one "), { type: "strong", children: [text("two")] }, { type: "break" }, text("three")],
    },
  ]);
});

test("a link around blocks goes into each of them", () => {
  expect(readHtml('<a href="/x"><h2>Title</h2><p>Text</p></a>').blocks).toEqual([
    { type: "heading", level: 2, id: "title", children: [{ type: "link", url: "/x", children: [text("Title")] }] },
    { type: "paragraph", children: [{ type: "link", url: "/x", children: [text("Text")] }] },
  ]);
});

test.each([
  ["https://example.org/a?b=1#c", "https://example.org/a?b=1#c"],
  ["//example.org/a", "https://example.org/a"],
  ["mailto:desk@example.org", "mailto:desk@example.org"],
  ["tel:+3120", "tel:+3120"],
  ["/article/x", "/article/x"],
  ["#note", "#note"],
  ["other.html", "/articles/other.html"],
])("the link %s leads to %s", (href, url) => {
  expect(inlines(`<a href="${href}">x</a>`)).toEqual([{ type: "link", url, children: [text("x")] }]);
});

test.each([
  "javascript:alert(1)",
  "java\nscript:alert(1)",
  " \u0001javascript:x",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
  "http://",
  "",
])("the link %j leaves only its words", (href) => {
  expect(inlines(`<a href="${href}">x</a>`)).toEqual([text("x")]);
});

test("a backslash cannot smuggle in another host", () => {
  expect(inlines('<a href="/\\evil.example">x</a>')).toEqual([{ type: "link", url: "https://evil.example", children: [text("x")] }]);
});

test.each([
  '<p lang="nl">Dit.</p>',
  '<h2 lang="nl">Dit.</h2>',
  '<ul><li lang="nl">Dit.</li></ul>',
  '<ul lang="nl"><li>Dit.</li></ul>',
  '<blockquote lang="nl"><p>Dit.</p></blockquote>',
  '<blockquote><p lang="nl">Dit.</p></blockquote>',
  '<blockquote><p>x</p><cite lang="nl">Dit.</cite></blockquote>',
  '<table><caption lang="nl">Dit.</caption><tr><td>x</td></tr></table>',
  '<table><tr><td lang="nl">Dit.</td></tr></table>',
  '<table lang="nl"><tr><th>Dit.</th></tr></table>',
  '<dl><dt lang="nl">Dit.</dt><dd>x</dd></dl>',
  '<dl><dt>x</dt><dd lang="nl">Dit.</dd></dl>',
  '<details><summary lang="nl">Dit.</summary><p>x</p></details>',
  '<details lang="nl"><summary>x</summary><p>Dit.</p></details>',
  '<div lang="nl"><p>Dit.</p></div>',
])("what %s says of the language of its text is kept", (html) => {
  expect(JSON.stringify(readHtml(html).blocks)).toContain('{"type":"lang","lang":"nl","children":[{"type":"text","text":"Dit."}]}');
});

test("words in another language keep it", () => {
  expect(inlines('a <span lang="fr">mot</span> and <i lang="ar" dir="rtl">كلمة</i>')).toEqual([
    text("a "),
    { type: "lang", lang: "fr", children: [text("mot")] },
    text(" and "),
    { type: "emphasis", children: [{ type: "lang", lang: "ar", dir: "rtl", children: [text("كلمة")] }] },
  ]);
});

test("code in the line keeps its spaces and a link inside it", () => {
  expect(inlines('<code>a  b <a href="/x">c</a></code>')).toEqual([
    { type: "code", text: "a  b " },
    { type: "link", url: "/x", children: [{ type: "code", text: "c" }] },
  ]);
});

test("scripts, styles and templates leave nothing but a word of it; comments not even that", () => {
  const html = "<p>a<script>b</script><style>c</style><template><b>d</b></template><noscript>e</noscript><!-- f --></p>";
  const { blocks, messages } = readHtml(html);
  expect(blocks).toEqual([paragraph("a")]);
  expect(messages.map((message) => message.split(" ")[0])).toEqual(["<script>", "<style>", "<template>", "<noscript>"]);
});

test("an unknown block keeps its text and is reported with its line", () => {
  const { blocks, problems } = readHtml("<p>a</p>\n<x-chart><b>12</b> per cent</x-chart>\n<p>b</p>");
  expect(blocks).toEqual([paragraph("a"), { type: "unknown", name: "x-chart", text: "12 per cent" }, paragraph("b")]);
  expect(problems).toMatchObject([
    { severity: "warning", file: "story.html", place: "line 2", message: "<x-chart> is not known here; its text was kept without form." },
  ]);
});

test("an unknown element in a line leaves its text there", () => {
  const { blocks, messages } = readHtml("<p>before <x-price>12</x-price> after</p>");
  expect(blocks).toEqual([paragraph("before 12 after")]);
  expect(messages).toEqual(["<x-price> is not known here; its text was kept."]);
});

test("control characters and broken halves of characters are taken out", () => {
  expect(inlines("a\u0007b\ud800c")).toEqual([text("ab\ufffdc")]);
});

test.each(["iframe", "video", "script", "textarea"])("a %s that is closed as in XML swallows nothing of what follows", (name) => {
  const { blocks } = readHtml(`<p>Before.</p><${name} title="a > b" width="1" /><p>After.</p>`);
  expect(blocks.filter(({ type }) => type === "paragraph").map((block) => plainText([block]))).toEqual(["Before.", "After."]);
});

test("listings keep their lines in unknown elements and in cells, line numbers are no words, and verse is no listing", () => {
  const code = { type: "code", text: "a\n  b" };
  expect(readHtml("<x-tabs><x-tab><p>Or</p><pre>a\n  b</pre></x-tab></x-tabs>").blocks).toEqual([paragraph("Or"), code]);
  expect(readHtml("<table><tr><td class='gutter'><pre>1\n2</pre></td><td><pre>a\n  b</pre></td></tr></table>").blocks).toEqual([
    { ...code, numbered: true },
  ]);
  expect(readHtml("<table><tr><th>How</th></tr><tr><td><pre>a\n\nb</pre></td></tr></table>").blocks).toMatchObject([
    { rows: [[{ children: [{ type: "code", text: "a" }, { type: "break" }, { type: "code", text: "b" }] }]] },
  ]);
  expect(readHtml("<pre class='wp-block-verse'>One <em>two\nthree</em></pre>").blocks).toEqual([
    {
      type: "paragraph",
      children: [text("One "), { type: "emphasis", children: [text("two"), { type: "break" }, text("three")] }],
    },
  ]);
});
