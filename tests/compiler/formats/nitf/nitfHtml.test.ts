import { expect, test } from "vitest";
import { nitfHtml } from "#compiler/formats/nitf/nitfHtml.ts";
import { parseNitf } from "#compiler/formats/nitf/parseNitf.ts";

/** The HTML of a NITF document with this content of its body. */
async function html(body: string): Promise<string> {
  const nitf = await parseNitf(`<nitf>${body}</nitf>`);
  if ("error" in nitf) throw new Error(nitf.error);
  return nitfHtml(nitf);
}

const content = (inside: string) => html(`<body><body.content>${inside}</body.content></body>`);

test("elements of the text become those of HTML", async () => {
  const elements = [
    "<p>a &lt; <em>b</em> <em class='bold'>c</em> <em style='font: strong'>d</em></p>",
    "<hl1>One</hl1><hl2>Two</hl2><hr/><p>a<br/>b</p>",
    "<bq><p>Said</p><credit>Ann &amp; Bob</credit></bq><bq><p>Alone</p></bq>",
    "<note><p>To editors</p></note><note type='npa' noteclass='end'>Secret</note><note type='pa'>Shown</note><note noteclass='end'><p>Last</p></note>",
    "<p>a<fn>A <b>note</b></fn> <a href='/x?a&amp;b'>link</a> <virtloc value='/y'>place</virtloc> <a>none</a></p>",
    "<p><lang iso-lang='de'>eins</lang> <lang lang='fr'>deux</lang> <lang>three</lang></p>",
    "<table><tr><td colspan='2' rowspan='3' align='left'>c</td></tr></table>",
    "<p>a<rights>r</rights><byline>b</byline><org>Org</org><strong>s</strong></p>",
  ];
  expect(Object.fromEntries(await Promise.all(elements.map(async (each) => [each, await content(each)])))).toEqual({
    "<p>a &lt; <em>b</em> <em class='bold'>c</em> <em style='font: strong'>d</em></p>":
      "<p>a &lt; <em>b</em> <strong>c</strong> <strong>d</strong></p>",
    "<hl1>One</hl1><hl2>Two</hl2><hr/><p>a<br/>b</p>": "<h2>One</h2><h3>Two</h3><hr><p>a<br>b</p>",
    "<bq><p>Said</p><credit>Ann &amp; Bob</credit></bq><bq><p>Alone</p></bq>":
      "<blockquote><p>Said</p><footer>Ann &amp; Bob</footer></blockquote><blockquote><p>Alone</p></blockquote>",
    "<note><p>To editors</p></note><note type='npa' noteclass='end'>Secret</note><note type='pa'>Shown</note><note noteclass='end'><p>Last</p></note>":
      "<aside>Shown</aside><aside><p>Last</p></aside>",
    "<p>a<fn>A <b>note</b></fn> <a href='/x?a&amp;b'>link</a> <virtloc value='/y'>place</virtloc> <a>none</a></p>":
      '<p>a (A note) <a href="/x?a&amp;b">link</a> <a href="/y">place</a> <a href="">none</a></p>',
    "<p><lang iso-lang='de'>eins</lang> <lang lang='fr'>deux</lang> <lang>three</lang></p>":
      '<p><span lang="de">eins</span> <span lang="fr">deux</span> <span lang="">three</span></p>',
    "<table><tr><td colspan='2' rowspan='3' align='left'>c</td></tr></table>":
      '<table><tr><td colspan="2" rowspan="3" align="left">c</td></tr></table>',
    "<p>a<rights>r</rights><byline>b</byline><org>Org</org><strong>s</strong></p>": "<p>aOrg<strong>s</strong></p>",
  });
});

test("pictures, recordings and other files of a story", async () => {
  const media = (type: string, inside: string) => content(`<media media-type="${type}">${inside}</media>`);
  const reference = (source: string, more = "") => `<media-reference source="${source}" ${more}/>`;
  expect([
    await media(
      "image",
      `${reference("a.jpg", 'width="10" height="10"')}${reference("b.jpg", 'width="20" height="10" alternate-text="Alt"')}<media-caption>Words</media-caption><media-producer>Ann</media-producer>`,
    ),
    await media("photo", reference(" c.jpg ", 'name="x"')),
    await media("", '<media-reference data-location="d.jpg" mime-type="image/jpeg"/>'),
    await media("video", reference("e.bin", 'mime-type="VIDEO/mp4"')),
    await media("audio", reference("f.mp3")),
    await media("other", `${reference("g.pdf")}<media-caption>A file</media-caption>`),
    await media("other", reference("h.pdf")),
    await media("image", "<media-caption>Only words</media-caption>"),
    await media("image", reference("")),
  ]).toEqual([
    '<figure><img src="b.jpg" alt="Alt"><figcaption>Words<small>Ann</small></figcaption></figure>',
    '<figure><img src="c.jpg" alt=""><figcaption></figcaption></figure>',
    '<figure><img src="d.jpg" alt=""><figcaption></figcaption></figure>',
    '<figure><video><source src="e.bin" type="video/mp4"></video><figcaption></figcaption></figure>',
    '<figure><audio><source src="f.mp3" type=""></audio><figcaption></figcaption></figure>',
    '<p><a href="g.pdf">A file</a></p>',
    '<p><a href="h.pdf">h.pdf</a></p>',
    "<p>Only words</p>",
    "",
  ]);
});

test("a body is read wherever its text is", async () => {
  expect([
    await html("<body><body.content>Plain\n\ntext &lt; more</body.content></body>"),
    await html("<body><body.content><![CDATA[<p>HTML</p>]]></body.content></body>"),
    await html(
      '<body><body.content><block class="lead_paragraph"><p>Lead</p></block><block class="full_text"><p>Lead</p><p>More</p></block></body.content></body>',
    ),
    await html('<body><body.content><block class="lead_paragraph"><p>Lead</p></block></body.content></body>'),
    await html("<body><p>Loose</p><p>More</p><block><p>Block</p></block><media><media-reference source='a.jpg'/></media></body>"),
    await html(
      "<body><body.content><p>a</p></body.content><body.end><tagline>By <em>Ann</em></tagline><bibliography>Books</bibliography></body.end></body>",
    ),
    await html("<body/>"),
  ]).toEqual([
    "<p>Plain</p><p>text &lt; more</p>",
    "<p>HTML</p>",
    "<div><p>Lead</p><p>More</p></div>",
    "<div><p>Lead</p></div>",
    '<p>Loose</p><p>More</p><div><p>Block</p></div><figure><img src="a.jpg" alt=""><figcaption></figcaption></figure>',
    "<p>a</p><p><em>By <em>Ann</em></em></p><p><em>Books</em></p>",
    "",
  ]);
});
