import { expect, test } from "vitest";
import { paragraph, readHtml, text } from "./readHtml.ts";

const image = (name: string, more: object = {}) => ({ url: `/pictures/${name}`, width: 640, height: 480, sources: [], alt: "", ...more });

test("a picture alone in its paragraph is a figure; caption and credit come from a Markdown title", () => {
  const html = '<p><img src="a.jpg" alt="A dish" title="The dish at night | Photo: Broadsheet"></p>';
  expect(readHtml(html, { titleIsCaption: true }).blocks).toEqual([
    { type: "figure", image: image("a.jpg", { alt: "A dish", caption: [text("The dish at night")], credit: "Photo: Broadsheet" }) },
  ]);
  expect(readHtml(html).blocks).toEqual([{ type: "figure", image: image("a.jpg", { alt: "A dish" }) }]);
});

test("the focal point of a cover block of WordPress is kept, unless it is none", () => {
  const cover = (point: string) =>
    `<img src="a.jpg" style="object-position:6% 55%" data-object-fit="cover" data-object-position="${point}">`;
  expect(readHtml(cover("6% 55%")).blocks).toEqual([{ type: "figure", image: image("a.jpg", { focus: "6% 55%" }) }]);
  expect(readHtml(cover("6% auto")).blocks).toEqual([{ type: "figure", image: image("a.jpg") }]);
});

test("several pictures in one paragraph are a gallery", () => {
  expect(readHtml('<p><img src="a.jpg">\n<img src="b.jpg"></p>').blocks).toEqual([
    { type: "gallery", images: [image("a.jpg"), image("b.jpg")] },
  ]);
});

test("a picture inside a line parts it", () => {
  expect(readHtml('<p>before <img src="a.jpg"> after</p>').blocks).toEqual([
    paragraph("before"),
    { type: "figure", image: image("a.jpg") },
    paragraph("after"),
  ]);
});

test("a figure's caption keeps its marks and gives its last small or cite as credit", () => {
  const html = "<figure><img src=a.jpg><figcaption>From <cite>Cosmos</cite>, <b>1980</b>. <small>Photo: NASA</small></figcaption></figure>";
  const caption = [
    text("From "),
    { type: "emphasis", children: [text("Cosmos")] },
    text(", "),
    { type: "strong", children: [text("1980")] },
    text("."),
  ];
  expect(readHtml(html).blocks).toEqual([{ type: "figure", image: image("a.jpg", { caption, credit: "Photo: NASA" }) }]);
});

test("the caption of a figure goes to the table or the quote inside it, or after it", () => {
  expect(readHtml("<figure><table><tr><td>1<td>2</table><figcaption>Numbers</figcaption></figure>").blocks).toMatchObject([
    { type: "table", caption: [text("Numbers")] },
  ]);
  expect(readHtml("<figure><pre>x</pre><figcaption>Code</figcaption></figure>").blocks).toEqual([
    { type: "code", text: "x" },
    paragraph("Code"),
  ]);
});

test("a picture that is not there leaves its words and a warning with its line", () => {
  const { blocks, problems } = readHtml(
    '<p>a</p>\n<figure><img src="gone.jpg" alt="A dish"><figcaption>The dish</figcaption></figure>\n<img src="gone.jpg">',
  );
  expect(blocks).toEqual([paragraph("a"), { ...paragraph("The dish"), ofPicture: true }]);
  expect(problems[0]).toMatchObject({
    severity: "warning",
    file: "story.html",
    place: "line 2",
    message: "The picture gone.jpg is not there; its words are shown instead.",
  });
  expect(problems[1]?.message).toBe("The picture gone.jpg is not there; it has no words to show instead, and was left out.");
});

test("a picture on another site becomes a link to it, and is gone where it has no words but a file's name", () => {
  const others = '<img src="https://example.org/b.jpg"><img src="https://example.org/c.jpg" alt="IMG_2034.jpg">';
  expect(readHtml(`<img src="https://example.org/a.jpg" alt="A dish"><p>x</p>${others}`).blocks).toEqual([
    { type: "paragraph", children: [{ type: "link", url: "https://example.org/a.jpg", children: [text("A dish")] }], ofPicture: true },
    paragraph("x"),
  ]);
});

test("a link around a picture moves to its caption, but not one to the same picture in large", () => {
  expect(readHtml('<a href="https://example.org/"><img src="a.jpg" alt="The site"></a>').blocks).toEqual([
    {
      type: "figure",
      image: image("a.jpg", { alt: "The site", caption: [{ type: "link", url: "https://example.org/", children: [text("The site")] }] }),
    },
  ]);
  expect(readHtml('<a href="/large.jpg"><img src="a.jpg" alt="A"></a>').blocks).toEqual([
    { type: "figure", image: image("a.jpg", { alt: "A" }) },
  ]);
});

test("a picture that loads late is found, a counting pixel and an emoji are no pictures", () => {
  expect(readHtml('<img src="data:image/gif;base64,R0lGOD" data-src="/a.jpg">').blocks).toEqual([
    { type: "figure", image: image("a.jpg") },
  ]);
  expect(
    readHtml('<p>Yes <img class="emoji" alt="🙂" src="x.png"> <img src="https://count.example/p" width=1 height=1></p>').blocks,
  ).toEqual([paragraph("Yes 🙂")]);
});

test("a picture in a link that is not there and has no words leaves nothing, and not the link's address", () => {
  const { blocks, messages } = readHtml('<p>Before.</p><a href="https://paper.example/other"><img src="gone.jpg"></a><p>After.</p>');
  expect(blocks).toEqual([paragraph("Before."), paragraph("After.")]);
  expect(messages).toEqual([expect.stringContaining("it has no words")]);
});

test("a picture is found where pages with lazy loading keep its address, and a pixel or a character is none", () => {
  const html =
    '<p><img data-src="a.jpg"></p><p><img srcset="b.jpg 2x"></p><p><img src="data:image/gif;base64,R0lGOD" data-original="c.jpg"></p>' +
    '<p><img data-lazy-src="d.jpg"></p><p>e <img src="p.gif" width="2"></p><p><img class="emoji" src="x.png" alt="☕"></p>';
  expect(readHtml(html).blocks).toEqual([
    ...["a.jpg", "b.jpg", "c.jpg", "d.jpg"].map((name) => ({ type: "figure", image: image(name) })),
    paragraph("e"),
    paragraph("☕"),
  ]);
});
