import { expect, test } from "vitest";
import { expression, figure, type Replaced, shortcode, statement } from "#compiler/reading/markdown/templateTag.ts";

/** What replaces each tag, with the report of its loss after a bar. */
const shown = (read: (tag: string) => Replaced | undefined, tags: string[]) =>
  Object.fromEntries(
    tags.map((tag) => {
      const { text, message } = read(tag) ?? { text: "nothing" };
      return [tag, message === undefined ? text : `${text} | ${message}`];
    }),
  );

test("tags of Liquid, Nunjucks, Hexo and Zola", () => {
  const tags = [
    'image "a.jpg" "A dish"',
    "image",
    'image_with_class "a.jpg" "wide" "A dish"',
    "image_with_class",
    "link _posts/a.md",
    'link "/a"',
    "asset_img left a.jpg 300 200 A dish",
    "img A dish",
    "asset_path a.jpg",
    "asset_path",
    "post_path one",
    "post_link one The first",
    "post_link one",
    "post_link",
    "post_url 2018-06-22-title.md",
    'post_url "blog/2018-06-22-title"',
    "post_url other",
    "youtube abc",
    'youtube "abc"',
    "raw",
    "endraw",
    "end",
    'figure src="a.jpg"',
    'pullquote text="Said" author="Ann"',
    "unknown",
    'youtube(id="abc", title="Talk")',
  ];
  expect(shown((tag) => statement(tag, true), tags)).toEqual({
    'image "a.jpg" "A dish"': '<img src="a.jpg" alt="A dish"><!---->',
    image: " | is a template tag that means nothing here; it was left out",
    'image_with_class "a.jpg" "wide" "A dish"': '<img src="a.jpg" alt="A dish"><!---->',
    image_with_class: " | is a template tag that means nothing here; it was left out",
    "link _posts/a.md": "/_posts/a.md",
    'link "/a"': "/a",
    "asset_img left a.jpg 300 200 A dish": '<img src="a.jpg" alt="A dish"><!---->',
    "img A dish": " | is a template tag that means nothing here; it was left out",
    "asset_path a.jpg": "a.jpg",
    asset_path: "",
    "post_path one": "/[[one]]",
    "post_link one The first": "[The first](/[[one]])",
    "post_link one": "[one](/[[one]])",
    post_link: " | is a template tag that means nothing here; it was left out",
    "post_url 2018-06-22-title.md": "/2018/06/22/title/",
    'post_url "blog/2018-06-22-title"': "/2018/06/22/title/",
    "post_url other": "/other",
    "youtube abc": '<iframe src="https://www.youtube.com/embed/abc" title=""></iframe>',
    'youtube "abc"': '<iframe src="https://www.youtube.com/embed/abc" title=""></iframe>',
    raw: "",
    endraw: "",
    end: "",
    'figure src="a.jpg"': '<img src="a.jpg" alt=""><!---->',
    'pullquote text="Said" author="Ann"':
      "\n\n\n\n<blockquote>\n\n\n\nSaid\n\n\n\n<footer>\n\nAnn\n\n</footer>\n\n\n\n</blockquote>\n\n\n\n | is a template tag that means nothing here; the words in it were kept",
    unknown: " | is a template tag that means nothing here; it was left out",
    'youtube(id="abc", title="Talk")': '<iframe src="https://www.youtube.com/embed/abc" title="Talk"></iframe>',
  });
});

test("expressions of Liquid and Nunjucks", () => {
  const fields = { title: "A title", count: 3, "hero-image": "a.jpg" };
  const tags = [
    '"/2014/12/23/hub/" | url',
    "'/a' | prepend: site.baseurl | escape",
    "site.baseurl",
    "site.base_url",
    "page.title",
    "title",
    "hero-image | relative_url",
    "count",
    "missing",
    '"https://youtu.be/abc" | embed: "Talk"',
    '"Ann" | author',
    '"Ann" | upcase',
    "a + b",
    'youtube(id="abc")',
  ];
  expect(shown((tag) => expression(tag, fields, true), tags)).toEqual({
    '"/2014/12/23/hub/" | url': "/2014/12/23/hub/",
    "'/a' | prepend: site.baseurl | escape": "/a",
    "site.baseurl": "",
    "site.base_url": "",
    "page.title": "A title",
    title: "A title",
    "hero-image | relative_url": "a.jpg",
    count: " | is a template tag that means nothing here; it was left out",
    missing: " | is a template tag that means nothing here; it was left out",
    '"https://youtu.be/abc" | embed: "Talk"': '<iframe src="https://youtu.be/abc" title="Talk"></iframe>',
    '"Ann" | author': "Ann | could not be looked up; the name itself is shown instead",
    '"Ann" | upcase': " | is a template tag that means nothing here; it was left out",
    "a + b": " | is a template tag that means nothing here; it was left out",
    'youtube(id="abc")': '<iframe src="https://www.youtube.com/embed/abc" title=""></iframe>',
  });
});

test("shortcodes of Hugo", () => {
  const tags = [
    'ref "blog/one.md#part"',
    'relref "one#part"',
    'ref "/one"',
    'ref "#part"',
    'ref . "one"',
    "ref .",
    'ref path="two.md"',
    'youtube id="abc" title="Talk"',
    "youtube abc",
    'vimeo 76 title="x"',
    "tweet 575",
    "twitter 18F 575",
    'x user="18F" id="575"',
    "instagram Bnw",
    'figure src="a.jpg" caption="C & D" attr="Ann" link="/x"',
    'aside title="Head"',
    "toc",
  ];
  expect(shown((tag) => shortcode(tag, true), tags)).toEqual({
    'ref "blog/one.md#part"': "/blog/one.md#part",
    'relref "one#part"': "/[[one]]#part",
    'ref "/one"': "/one",
    'ref "#part"': "#part",
    'ref . "one"': "/[[one]]",
    "ref .": "",
    'ref path="two.md"': "/[[two]]",
    'youtube id="abc" title="Talk"': '<iframe src="https://www.youtube.com/embed/abc" title="Talk"></iframe>',
    "youtube abc": '<iframe src="https://www.youtube.com/embed/abc" title=""></iframe>',
    'vimeo 76 title="x"': '<iframe src="https://player.vimeo.com/video/76" title="x"></iframe>',
    "tweet 575": "\n\nhttps://x.com/i/status/575\n\n",
    "twitter 18F 575": "\n\nhttps://x.com/18F/status/575\n\n",
    'x user="18F" id="575"': "\n\nhttps://x.com/18F/status/575\n\n",
    "instagram Bnw": "\n\nhttps://www.instagram.com/p/Bnw/\n\n",
    'figure src="a.jpg" caption="C & D" attr="Ann" link="/x"':
      '<figure><a href="/x"><img src="a.jpg" alt=""></a><figcaption>C & D <small>Ann</small></figcaption></figure>',
    'aside title="Head"':
      "\n\n\n\n<strong>Head</strong>\n\n\n\n\n\n\n\n | is a template tag that means nothing here; the words in it were kept",
    toc: " | is a template tag that means nothing here; it was left out",
  });
});

test("a tag that names a picture shows it with its words", () => {
  const figures: Record<string, string>[] = [
    { src: "a.jpg" },
    { image: "a.jpg", alt: 'A "dish"', url: "/x?a&b" },
    { image_path: "a.jpg", title: "Title", alt: "Alt" },
    { file: "a.jpg", credit: "Ann" },
    { path: "a.txt" },
    { alt: "A" },
  ];
  expect(figures.map((each) => figure(new Map(Object.entries(each)))?.text)).toEqual([
    '<img src="a.jpg" alt=""><!---->',
    '<a href="/x?a&amp;b"><img src="a.jpg" alt="A &quot;dish&quot;"><!----></a>',
    '<figure><img src="a.jpg" alt="Alt"><figcaption>Title</figcaption></figure>',
    '<figure><img src="a.jpg" alt=""><figcaption> <small>Ann</small></figcaption></figure>',
    undefined,
    undefined,
  ]);
});
