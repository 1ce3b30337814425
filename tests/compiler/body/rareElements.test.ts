import { expect, test } from "vitest";
import { readHtml } from "./readHtml.ts";

/** The blocks of HTML as text, and what is said of it. */
function read(html: string) {
  const { blocks, messages } = readHtml(html);
  return [...blocks.map((block) => JSON.stringify(block)), ...messages];
}

test("what cannot be kept of an element is said", () => {
  const elements = [
    '<script type="application/ld+json">{}</script><p>a</p>',
    "<script>run()</script><p>a</p>",
    "<style>p{}</style><template>b</template><noscript>c</noscript><p>a</p>",
    '<p>a</p><input type="text"><input type="hidden"><input>',
    '<map><area href="/x"><area></map><p>a</p>',
    "<h5>Five</h5><h6>Six</h6>",
    '<ol type="a"><li>a</li></ol>',
    "<ol reversed><li>a</li></ol>",
    '<ol><li value="3">a</li><li>b</li></ol>',
    '<p>a <a href="/x"></a><a href="/y"><img src="b.jpg" alt=""></a></p>',
    "<form>Words <button>Send</button></form>",
  ];
  expect(Object.fromEntries(elements.map((html) => [html, read(html)]))).toEqual({
    '<script type="application/ld+json">{}</script><p>a</p>': ['{"type":"paragraph","children":[{"type":"text","text":"a"}]}'],
    "<script>run()</script><p>a</p>": [
      '{"type":"paragraph","children":[{"type":"text","text":"a"}]}',
      "<script> is never run here; it was left out.",
    ],
    "<style>p{}</style><template>b</template><noscript>c</noscript><p>a</p>": [
      '{"type":"paragraph","children":[{"type":"text","text":"a"}]}',
      "<style> is never read: the edition has one look; it was left out.",
      "<template> is never read; it was left out.",
      "<noscript> is for browsers without scripts; it was left out.",
    ],
    '<p>a</p><input type="text"><input type="hidden"><input>': [
      '{"type":"paragraph","children":[{"type":"text","text":"a"}]}',
      "A field of a form was left out.",
    ],
    '<map><area href="/x"><area></map><p>a</p>': [
      '{"type":"paragraph","children":[{"type":"text","text":"a"}]}',
      "The links of an image map were left out.",
    ],
    "<h5>Five</h5><h6>Six</h6>": [
      '{"type":"heading","level":4,"id":"five","children":[{"type":"text","text":"Five"}]}',
      '{"type":"heading","level":4,"id":"six","children":[{"type":"text","text":"Six"}]}',
      "There are no headings below the fourth level; this one was moved up to it.",
    ],
    '<ol type="a"><li>a</li></ol>': [
      '{"type":"list","ordered":true,"items":[[{"type":"paragraph","children":[{"type":"text","text":"a"}]}]]}',
      "A list's own numbering is not kept; it counts 1, 2, 3.",
    ],
    "<ol reversed><li>a</li></ol>": [
      '{"type":"list","ordered":true,"items":[[{"type":"paragraph","children":[{"type":"text","text":"a"}]}]]}',
      "A list's own numbering is not kept; it counts 1, 2, 3.",
    ],
    '<ol><li value="3">a</li><li>b</li></ol>': [
      '{"type":"list","ordered":true,"items":[[{"type":"paragraph","children":[{"type":"text","text":"a"}]}],[{"type":"paragraph","children":[{"type":"text","text":"b"}]}]]}',
      "A list's own numbering is not kept; it counts 1, 2, 3.",
    ],
    '<p>a <a href="/x"></a><a href="/y"><img src="b.jpg" alt=""></a></p>': [
      '{"type":"paragraph","children":[{"type":"text","text":"a"}]}',
      '{"type":"figure","image":{"url":"/pictures/b.jpg","width":640,"height":480,"sources":[],"alt":"","caption":[{"type":"link","url":"/y","children":[{"type":"text","text":"/y"}]}]}}',
      "A link without text cannot be seen, and was left out.",
    ],
    "<form>Words <button>Send</button></form>": [
      '{"type":"paragraph","children":[{"type":"text","text":"Words Send"}]}',
      "A form cannot be submitted from a story; its words were kept as text.",
      "<button> is not known here; its text was kept.",
    ],
  });
});

test("quotes have their attribution wherever it is", () => {
  const quotes = [
    "<blockquote><p>Said</p><footer>— Ann</footer></blockquote>",
    "<blockquote><p>Said</p><cite><b>– Ann</b></cite></blockquote>",
    "<blockquote><p>Said</p><p><cite>Ann</cite></p></blockquote>",
    "<blockquote><p><cite>Emma</cite></p></blockquote>",
    "<blockquote><p>Said</p><footer> </footer></blockquote>",
    "<blockquote><footer>Ann</footer></blockquote>",
    "<blockquote><p>Said<br>-- Ann</p></blockquote>",
    "<blockquote><p>Said</p><p><em>— Ann</em>, 1977</p></blockquote>",
    "<blockquote><p>— Ann</p></blockquote>",
    "<blockquote><p>Said</p><p>More<br>again</p></blockquote>",
    "<blockquote><p>Said</p><ul><li>a</li></ul></blockquote>",
    '<blockquote cite="https://example.org/"><p>Said</p></blockquote>',
    '<blockquote cite="javascript:x"><p>Said</p></blockquote>',
    '<blockquote class="pullquote">Pulled <a href="/x">link</a></blockquote>',
    '<blockquote class="pull-quote"> </blockquote>',
    "<blockquote></blockquote>",
  ];
  expect(Object.fromEntries(quotes.map((html) => [html, read(html)]))).toEqual({
    "<blockquote><p>Said</p><footer>— Ann</footer></blockquote>": [
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"text","text":"Said"}]}],"attribution":[{"type":"text","text":"Ann"}]}',
    ],
    "<blockquote><p>Said</p><cite><b>– Ann</b></cite></blockquote>": [
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"text","text":"Said"}]}],"attribution":[{"type":"emphasis","children":[{"type":"strong","children":[{"type":"text","text":"Ann"}]}]}]}',
    ],
    "<blockquote><p>Said</p><p><cite>Ann</cite></p></blockquote>": [
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"text","text":"Said"}]}],"attribution":[{"type":"text","text":"Ann"}]}',
    ],
    "<blockquote><p><cite>Emma</cite></p></blockquote>": [
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"emphasis","children":[{"type":"text","text":"Emma"}]}]}]}',
    ],
    "<blockquote><p>Said</p><footer> </footer></blockquote>": [
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"text","text":"Said"}]}]}',
    ],
    "<blockquote><footer>Ann</footer></blockquote>": ['{"type":"paragraph","children":[{"type":"text","text":"Ann"}]}'],
    "<blockquote><p>Said<br>-- Ann</p></blockquote>": [
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"text","text":"Said"}]}],"attribution":[{"type":"text","text":"Ann"}]}',
    ],
    "<blockquote><p>Said</p><p><em>— Ann</em>, 1977</p></blockquote>": [
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"text","text":"Said"}]}],"attribution":[{"type":"emphasis","children":[{"type":"text","text":"Ann"}]},{"type":"text","text":", 1977"}]}',
    ],
    "<blockquote><p>— Ann</p></blockquote>": [
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"text","text":"— Ann"}]}]}',
    ],
    "<blockquote><p>Said</p><p>More<br>again</p></blockquote>": [
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"text","text":"Said"}]},{"type":"paragraph","children":[{"type":"text","text":"More"},{"type":"break"},{"type":"text","text":"again"}]}]}',
    ],
    "<blockquote><p>Said</p><ul><li>a</li></ul></blockquote>": [
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"text","text":"Said"}]},{"type":"list","ordered":false,"items":[[{"type":"paragraph","children":[{"type":"text","text":"a"}]}]]}]}',
    ],
    '<blockquote cite="https://example.org/"><p>Said</p></blockquote>': [
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"text","text":"Said"}]}],"url":"https://example.org/"}',
    ],
    '<blockquote cite="javascript:x"><p>Said</p></blockquote>': [
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"text","text":"Said"}]}]}',
    ],
    '<blockquote class="pullquote">Pulled <a href="/x">link</a></blockquote>': [
      '{"type":"pullQuote","text":"Pulled link"}',
      "A pull quote can only be text; its links and pictures were left out.",
    ],
    '<blockquote class="pull-quote"> </blockquote>': [],
    "<blockquote></blockquote>": [],
  });
});

test("figures, galleries and definitions keep their words", () => {
  const figures = [
    '<figure><img src="a.jpg" alt="A"><figcaption>Words <small>Ann</small></figcaption></figure>',
    '<figure><img src="a.jpg" alt="A"><figcaption><cite><a href="/x">Ann</a></cite></figcaption></figure>',
    '<figure><div class="gallery"><img src="a.jpg" alt="A"><img src="b.jpg" alt="B"></div><figcaption>All</figcaption></figure>',
    "<figure><blockquote><p>Said</p></blockquote><figcaption>Ann</figcaption></figure>",
    "<figure><pre>code</pre><figcaption>Listing</figcaption></figure>",
    "<figure><figcaption>Alone</figcaption></figure>",
    "<dl><dt>a</dt><dd>one</dd><dt>b</dt><dt>c</dt><dd>two</dd><dd>three</dd></dl>",
    "<dl><dd>one</dd><dt> </dt></dl>",
    "<dl></dl>",
    "<details><summary>More</summary><p>Folded</p></details>",
    "<details open><p>Folded</p></details>",
    "<details></details>",
  ];
  expect(Object.fromEntries(figures.map((html) => [html, read(html)]))).toEqual({
    '<figure><img src="a.jpg" alt="A"><figcaption>Words <small>Ann</small></figcaption></figure>': [
      '{"type":"figure","image":{"url":"/pictures/a.jpg","width":640,"height":480,"sources":[],"alt":"A","caption":[{"type":"text","text":"Words"}],"credit":"Ann"}}',
    ],
    '<figure><img src="a.jpg" alt="A"><figcaption><cite><a href="/x">Ann</a></cite></figcaption></figure>': [
      '{"type":"figure","image":{"url":"/pictures/a.jpg","width":640,"height":480,"sources":[],"alt":"A","credit":"Ann"}}',
      "A picture's credit can only be text; its link was left out.",
    ],
    '<figure><div class="gallery"><img src="a.jpg" alt="A"><img src="b.jpg" alt="B"></div><figcaption>All</figcaption></figure>': [
      '{"type":"gallery","images":[{"url":"/pictures/a.jpg","width":640,"height":480,"sources":[],"alt":"A"},{"url":"/pictures/b.jpg","width":640,"height":480,"sources":[],"alt":"B"}]}',
      '{"type":"paragraph","children":[{"type":"text","text":"All"}]}',
    ],
    "<figure><blockquote><p>Said</p></blockquote><figcaption>Ann</figcaption></figure>": [
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"text","text":"Said"}]}],"attribution":[{"type":"text","text":"Ann"}]}',
    ],
    "<figure><pre>code</pre><figcaption>Listing</figcaption></figure>": [
      '{"type":"code","text":"code"}',
      '{"type":"paragraph","children":[{"type":"text","text":"Listing"}]}',
    ],
    "<figure><figcaption>Alone</figcaption></figure>": ['{"type":"paragraph","children":[{"type":"text","text":"Alone"}]}'],
    "<dl><dt>a</dt><dd>one</dd><dt>b</dt><dt>c</dt><dd>two</dd><dd>three</dd></dl>": [
      '{"type":"definitions","entries":[{"terms":[[{"type":"text","text":"a"}]],"definitions":[[{"type":"paragraph","children":[{"type":"text","text":"one"}]}]]},{"terms":[[{"type":"text","text":"b"}],[{"type":"text","text":"c"}]],"definitions":[[{"type":"paragraph","children":[{"type":"text","text":"two"}]}],[{"type":"paragraph","children":[{"type":"text","text":"three"}]}]]}]}',
    ],
    "<dl><dd>one</dd><dt> </dt></dl>": [
      '{"type":"definitions","entries":[{"terms":[],"definitions":[[{"type":"paragraph","children":[{"type":"text","text":"one"}]}]]}]}',
    ],
    "<dl></dl>": [],
    "<details><summary>More</summary><p>Folded</p></details>": [
      '{"type":"details","summary":[{"type":"text","text":"More"}],"children":[{"type":"paragraph","children":[{"type":"text","text":"Folded"}]}]}',
    ],
    "<details open><p>Folded</p></details>": ['{"type":"paragraph","children":[{"type":"text","text":"Folded"}]}'],
    "<details></details>": [],
  });
});
