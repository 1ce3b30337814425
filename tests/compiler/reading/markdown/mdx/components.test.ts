import { expect, test } from "vitest";
import { component } from "#compiler/reading/markdown/mdx/components.ts";
import type { JsxTag } from "#compiler/reading/markdown/mdx/jsxTag.ts";

/** What a component becomes, as its parts that are not empty. */
function made(name: string, attributes: Record<string, string | undefined>, isBlock = true, form: JsxTag["form"] = "empty") {
  const { open, close, isKnown } = component(
    { name, form, attributes: new Map(Object.entries(attributes)), isHtml: false, end: 0 },
    isBlock,
  );
  return [open, close, isKnown ? "known" : "reported"].join("|");
}

test("what components become that stand on lines of their own", () => {
  expect([
    made("theme.Image", { src: "/a.jpg", alt: "A" }),
    made("Photo", { alt: "A" }),
    made("YouTube", { id: "CWSLSHljQLM", title: "Talk" }),
    made("YouTube", { url: "https://youtu.be/CWSLSHljQLM" }),
    made("Vimeo", { videoId: "76979871" }),
    made("VimeoVideo", { src: "https://vimeo.com/76979871" }),
    made("Tweet", { id: "575" }),
    made("Tweet", { id: "18F/status/575" }),
    made("StaticTweet", { tweetLink: "https://x.com/18F/status/575" }),
    made("Podcast", { id: "575" }),
    made("CodeBlock", { code: "a < b", lang: "js" }),
    made("Prism", { code: "a", language: "py" }),
    made("Highlight", { code: "a" }),
    made("Quote", { text: "Said", author: "Ann", source: "Book" }),
    made("PullQuote", { quote: "Said" }),
    made("BlockQuote", { by: "Ann" }, true, "open"),
    made("Card", { title: "Head", href: "https://example.org/", description: "More" }),
    made("Card", { href: "https://example.org/" }),
    made("Card", { href: "/inside", title: "Head", label: "Label", caption: "Caption" }),
    made("Widget", { title: "Head" }),
    made("Widget", {}),
    made("Note", {}, true, "open"),
  ]).toEqual([
    '\n\n<img src="/a.jpg" alt="A"><!---->\n\n||known',
    "||reported",
    '\n\n<iframe src="https://www.youtube.com/embed/CWSLSHljQLM" title="Talk"></iframe>\n\n||known',
    "\n\n\n\nhttps://youtu.be/CWSLSHljQLM\n\n\n\n||known",
    '\n\n<iframe src="https://player.vimeo.com/video/76979871" title=""></iframe>\n\n||known',
    "\n\n\n\nhttps://vimeo.com/76979871\n\n\n\n||known",
    "\n\n\n\nhttps://x.com/i/status/575\n\n\n\n||known",
    "\n\n\n\nhttps://x.com/18F/status/575\n\n\n\n||known",
    "\n\n\n\nhttps://x.com/18F/status/575\n\n\n\n||known",
    "||reported",
    "\n\n~~~~~~ js\na < b\n~~~~~~\n\n||known",
    "\n\n~~~~~~ py\na\n~~~~~~\n\n||known",
    "\n\n~~~~~~ \na\n~~~~~~\n\n||known",
    "\n\n<blockquote>\n\nSaid\n\n— Ann, Book\n\n</blockquote>\n\n||known",
    "\n\n<blockquote>\n\nSaid\n\n</blockquote>\n\n||known",
    "\n\n<blockquote>\n\n|\n\n— Ann\n\n</blockquote>\n\n|known",
    '\n\n<a href="https://example.org/">**Head**</a>\n\nMore\n\n||known',
    '\n\n<a href="https://example.org/">https://example.org/</a>\n\n||known',
    "\n\n**Head**\n\nLabel\n\nCaption\n\n||known",
    "\n\n**Head**\n\n||reported",
    "||reported",
    "||known",
  ]);
});

test("what components become in a line", () => {
  expect([
    made("Image", { src: "/a.jpg", alt: "A" }, false),
    made("Link", { to: "/a" }, false, "open"),
    made("Button", { href: 'https://example.org/?a="b"' }, false, "open"),
    made("Link", { href: "/a", label: "Label" }, false),
    made("a", {}, false, "open"),
    made("Quote", { text: "Said", author: "Ann" }, false),
    made("Term", { title: "Head", text: "Words" }, false, "open"),
    made("Term", { title: "Head", text: "Words" }, false),
    made("Term", { title: undefined }, false),
  ]).toEqual([
    '<img src="/a.jpg" alt="A"><!---->||known',
    '<a href="/a">|</a>|known',
    '<a href="https://example.org/?a=&quot;b&quot;">|</a>|known',
    "**Label**||reported",
    "||reported",
    "Said, Ann||reported",
    "| (**Head**, Words)|reported",
    "**Head**, Words||reported",
    "||reported",
  ]);
});
