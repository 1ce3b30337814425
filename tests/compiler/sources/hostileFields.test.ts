import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import { BlockSchema } from "#content/block.ts";
import { ImageSchema } from "#content/image.ts";
import { ghostArchive } from "../../../src/compiler/sources/ghost/ghostArchive.ts";
import { govukArchive } from "../../../src/compiler/sources/govuk/govukArchive.ts";
import { newsmlArchive } from "../../../src/compiler/sources/newsml/newsmlArchive.ts";
import { escapeHtml } from "../../../src/compiler/draft/escaped.ts";
import { ninjsArchive } from "../../../src/compiler/sources/ninjs/ninjsArchive.ts";
import { readArchive } from "../../support/readArchive.ts";

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
  // eslint-disable-next-line no-control-regex
  const text = escapeHtml(bad.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu, ""));
  return `<newsItem guid="${text}"><itemMeta><link rel="irel:isPermalink" href="${text}"/></itemMeta><contentMeta><headline>${text}</headline><by>${text}</by>
<subject><name>${text}</name></subject><located><name>${text}</name></located><description>${text}</description></contentMeta><contentSet><inlineXML><nitf><body><body.content>
<p>${text}<a href="${text}">x</a><virtloc value="${text}">y</virtloc></p><media media-type="image"><media-reference source="${text}" alternate-text="${text}"/><media-caption>${text}</media-caption></media>
<media media-type="video"><media-reference source="${text}" mime-type="video/mp4"/></media></body.content></body></nitf></inlineXML><remoteContent href="${text}" contenttype="image/jpeg"/></contentSet></newsItem>`;
}

test.each([
  { archive: ghostArchive, make: ghost },
  { archive: ninjsArchive, make: ninjs },
  { archive: govukArchive, make: govuk },
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
