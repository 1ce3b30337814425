import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import { BlockSchema } from "#content/blocks/block.ts";
import { ImageSchema } from "#content/image.ts";
import { nitfArchive } from "../../../src/compiler/formats/nitf/nitfArchive.ts";
import { schemaOrgArchive } from "../../../src/compiler/formats/schemaOrg/schemaOrgArchive.ts";
import { ghostArchive } from "../../../src/compiler/formats/ghost/ghostArchive.ts";
import { newsmlArchive } from "../../../src/compiler/formats/newsml/newsmlArchive.ts";
import { escapeHtml } from "../../../src/compiler/text/escaped.ts";
import { ninjsArchive } from "../../../src/compiler/formats/ninjs/ninjsArchive.ts";
import { archiveNamed, readArchive } from "../../support/readArchive.ts";

const REAL = join(import.meta.dirname, "../../../../shared/corpora/hostile");
const inCorpus = existsSync(REAL)
  ? ["xss-dompurify.json", "xss-owasp.json", "xss-htmlpurifier.json"].flatMap((name) =>
      textsIn(JSON.parse(readFileSync(join(REAL, name), "utf8"))),
    )
  : [];
const PAYLOADS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "  java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  '"><svg onload=alert(1)>',
  "<a href='vbscript:x'>x</a><iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "</title></style><math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  ...inCorpus,
];

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Addresses wherever they stand; all else in a draft is text, which no reader takes for markup. */
function addressesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    ["url", "frame"].includes(name) && typeof each === "string" ? [each] : addressesIn(each),
  );
}

const lexical = (bad: string) =>
  JSON.stringify({
    root: {
      children: [
        { type: "paragraph", children: [{ type: "link", url: bad, children: [{ type: "text", text: bad }] }] },
        { type: "image", src: bad, alt: bad, caption: bad, href: bad },
        { type: "image", src: "https://example.org/a.jpg", alt: bad, caption: bad, href: bad },
        { type: "embed", url: bad, html: bad, metadata: { title: bad } },
        { type: "bookmark", url: bad, metadata: { title: bad, description: bad } },
        { type: "html", html: bad },
        { type: "callout", calloutText: bad, calloutEmoji: bad },
        { type: "toggle", heading: bad, content: bad },
        { type: "button", buttonUrl: bad, buttonText: bad },
        { type: "file", src: bad, fileTitle: bad },
        { type: "codeblock", code: bad, language: bad },
        { type: "product", productTitle: bad, productDescription: bad, productButtonEnabled: true, productUrl: bad, productImageSrc: bad },
      ],
    },
  });

const ghost = (bad: string) =>
  JSON.stringify({
    db: [
      {
        data: {
          posts: [
            {
              id: 1,
              title: bad,
              slug: bad,
              lexical: lexical(bad),
              custom_excerpt: bad,
              canonical_url: bad,
              feature_image: bad,
              feature_image_caption: bad,
            },
            {
              id: 2,
              title: "M",
              mobiledoc: JSON.stringify({
                markups: [["a", ["href", bad]], [bad]],
                cards: [
                  ["markdown", { markdown: bad }],
                  [bad, {}],
                ],
                sections: [
                  [1, bad, [[0, [0, 1], 2, bad]]],
                  [2, bad],
                  [10, 0],
                  [10, 1],
                ],
              }),
            },
            { id: 3, title: "H", html: bad },
          ],
          tags: [{ id: 1, name: bad, slug: bad }],
          posts_tags: [{ post_id: 1, tag_id: 1 }],
          users: [{ id: 1, name: bad, slug: bad, bio: bad }],
          posts_authors: [{ post_id: 1, author_id: 1 }],
        },
      },
    ],
  });

const ninjs = (bad: string) =>
  JSON.stringify({
    uri: bad,
    headline: bad,
    body_html: bad,
    description_html: bad,
    byline: bad,
    located: bad,
    altids: { web: bad },
    subject: [{ name: bad }],
    place: [{ name: bad }],
    associations: {
      a: { uri: "a", type: "picture", headline: bad, description_html: bad, renditions: { main: { href: "https://example.org/a.jpg" } } },
      b: { uri: "b", type: "picture", renditions: { main: { href: bad } } },
      c: { uri: "c", type: "video", headline: bad, renditions: { main: { href: bad, mimetype: "video/mp4" } } },
    },
  });

const govuk = (bad: string) =>
  JSON.stringify({
    base_path: bad,
    content_id: bad,
    title: bad,
    description: bad,
    withdrawn_notice: { explanation: bad, withdrawn_at: "2020-01-01" },
    details: {
      body: bad,
      location: bad,
      images: [{ type: "lead", url: bad, alt_text: bad, caption: bad }],
      attachments: [{ url: bad, title: bad }],
      change_history: [{ note: bad }],
    },
    links: { organisations: [{ title: bad, base_path: bad }], taxons: [{ title: bad }] },
  });

function newsml(bad: string): string {
  const text = xmlText(bad);
  return `<newsItem guid="${text}"><itemMeta><link rel="irel:isPermalink" href="${text}"/></itemMeta><contentMeta><headline>${text}</headline><by>${text}</by>
<subject><name>${text}</name></subject><located><name>${text}</name></located><description>${text}</description></contentMeta><contentSet><inlineXML><nitf><body><body.content>
<p>${text}<a href="${text}">x</a><virtloc value="${text}">y</virtloc></p><media media-type="image"><media-reference source="${text}" alternate-text="${text}"/><media-caption>${text}</media-caption></media>
<media media-type="video"><media-reference source="${text}" mime-type="video/mp4"/></media></body.content></body></nitf></inlineXML><remoteContent href="${text}" contenttype="image/jpeg"/></contentSet></newsItem>`;
}

const xmlText = (bad: string): string =>
  // eslint-disable-next-line no-control-regex
  escapeHtml(bad.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu, ""));

function nitf(bad: string): string {
  const text = xmlText(bad);
  return `<nitf><head><title>${text}</title><a rel="canonical" href="${text}"/><docdata><doc-id id-string="${text}"/><key-list><keyword key="${text}"/></key-list></docdata>
<pubdata date.publication="20200101" name="${text}" position.section="${text}" ex-ref="${text}"/></head><body><body.head><hedline><hl1>${text}</hl1></hedline><byline>${text}</byline>
<dateline><location>${text}</location></dateline><abstract>${text}</abstract></body.head><body.content>${text}</body.content><body.end><tagline>${text}</tagline></body.end></body></nitf>`;
}

const schemaOrg = (bad: string) =>
  JSON.stringify({
    "@type": "NewsArticle",
    "@id": bad,
    url: bad,
    headline: bad,
    description: bad,
    articleBody: bad,
    articleSection: bad,
    keywords: bad,
    author: { "@type": "Person", name: bad },
    publisher: { name: bad },
    image: { url: bad, caption: bad, creditText: bad },
    correction: bad,
    citation: [{ name: bad, url: bad }, bad],
    contentLocation: { name: bad },
    liveBlogUpdate: [{ headline: bad, articleBody: bad }],
  });

const arc = (bad: string) =>
  JSON.stringify({
    _id: bad,
    type: "story",
    canonical_url: bad,
    headlines: { basic: bad },
    subheadlines: { basic: bad },
    label: { basic: { text: bad } },
    credits: { by: [{ name: bad }] },
    taxonomy: { primary_section: { name: bad, _id: bad }, tags: [{ text: bad, slug: bad }] },
    promo_items: { basic: { type: "image", url: bad, caption: bad, alt_text: bad } },
    corrections: [{ text: bad }],
    content_elements: [
      ...["text", "header", "blockquote", "code", "raw_html", "mystery"].map((type) => ({ type, content: bad })),
      { type: "image", url: bad, caption: bad, alt_text: bad },
      { type: "quote", content_elements: [{ type: "text", content: bad }], citation: { content: bad } },
      { type: "table", header: [{ content: bad }], rows: [[{ content: bad }]] },
      { type: "list", items: [{ type: "text", content: bad }] },
      { type: "link_list", title: bad, items: [{ url: bad, content: bad }] },
      { type: "video", streams: [{ url: bad }], headlines: { basic: bad } },
      { type: "oembed_response", raw_oembed: { html: bad, url: bad } },
    ],
  });

function bbc(bad: string): string {
  const text = {
    type: "text",
    model: { blocks: [{ type: "paragraph", model: { blocks: [{ type: "fragment", model: { text: bad } }] } }] },
  };
  const link = { type: "urlLink", model: { locator: bad, text: bad } };
  return JSON.stringify({
    metadata: { id: "urn:bbc:1", locators: { canonicalUrl: bad }, tags: { about: [{ thingLabel: bad }] } },
    promo: { summary: bad, headlines: { headline: bad }, byline: { name: bad }, indexImage: { href: bad } },
    content: {
      blocks: [
        { type: "headline", model: { blocks: [text] } },
        text,
        { type: "text", model: { blocks: [{ type: "paragraph", model: { blocks: [link] } }] } },
        { type: "paragraph", text: bad, markupType: "candy_xml" },
        { type: "paragraph", text: `<link><caption>${bad}</caption><url href="${bad}"/></link>`, markupType: "candy_xml" },
        { type: "image", href: bad, altText: bad, caption: bad },
        { type: "social", source: bad, oembed: { html: bad } },
        { type: "list", items: [{ text: bad }] },
      ],
    },
  });
}

test.each([
  { archive: nitfArchive, make: nitf },
  { archive: schemaOrgArchive, make: schemaOrg },
  { archive: archiveNamed("arc"), make: arc },
  { archive: archiveNamed("bbc"), make: bbc },
  { archive: ghostArchive, make: ghost },
  { archive: ninjsArchive, make: ninjs },
  { archive: archiveNamed("govuk"), make: govuk },
  { archive: newsmlArchive, make: newsml },
])("what could run is only text, in every field of $archive.name", async ({ archive, make }) => {
  for (const bad of PAYLOADS) {
    const { drafts, skipped } = await readArchive(archive, "source", make(bad));
    expect(drafts.length + skipped.length, bad).toBeGreaterThan(0);
    for (const draft of drafts) {
      v.assert(v.array(BlockSchema), draft.body);
      if (draft.image) v.assert(ImageSchema, draft.image);
      for (const address of addressesIn(draft)) expect(address, bad).toMatch(/^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#|\?)/iu);
    }
  }
});
