import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BodyContext } from "../../../src/compiler/body/bodyContext.ts";
import { htmlToBlocks, htmlToInlines } from "../../../src/compiler/body/htmlToBlocks.ts";

/** Payloads of one article. Each is parsed separately, so that none hides another. */
const TOGETHER = 16;

/**
 * A content folder with every payload in body, headline, standfirst, caption,
 * author, topic, comment and in every place for an address.
 * @returns the paths of its articles
 */
export function hostileContent(folder: string, payloads: string[]): string[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "dot.svg"), '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>');
  const chunks = Array.from({ length: Math.ceil(payloads.length / TOGETHER) }, (_, index) =>
    payloads.slice(index * TOGETHER, (index + 1) * TOGETHER),
  );
  return chunks.map((chunk, index) => {
    const slug = `hostile-${index + 1}`;
    writeFileSync(join(folder, `${slug}.json`), JSON.stringify(articleOf(slug, chunk)));
    return `/article/${slug}`;
  });
}

function articleOf(slug: string, payloads: string[]) {
  const words = payloads.join(" ¶ ");
  const picture = (payload: string) => ({ url: "dot.svg", alt: payload, credit: payload });
  return {
    slug,
    headline: words,
    standfirst: words,
    datePublished: "2024-01-01T00:00:00Z",
    section: payloads[0],
    authors: payloads,
    topics: payloads,
    places: payloads,
    dateline: payloads[0],
    image: { ...picture(words), caption: [{ type: "text", text: words }] },
    oldUrls: payloads,
    citations: payloads.map((payload) => ({ title: payload, url: payload })),
    discussion: `https://mastodon.example/@${payloads[0]}/1`,
    comments: payloads.map((payload) => ({ id: payload, author: payload, body: [payload, ...htmlToBlocks(payload, READING)] })),
    body: payloads.flatMap((payload) => [
      ...htmlToBlocks(payload, READING),
      { type: "figure", image: { ...picture(payload), caption: htmlToInlines(payload, READING) } },
      { type: "figure", image: { ...picture(payload), caption: [{ type: "text", text: payload }] } },
      { type: "paragraph", children: [{ type: "link", url: payload, children: [{ type: "text", text: payload }] }] },
      { type: "paragraph", children: [{ type: "link", url: `javascript:${payload}`, children: [{ type: "text", text: "address" }] }] },
      { type: "embed", provider: payload, url: payload, frame: "javascript:alert(1)", title: payload },
      { type: "quote", children: [{ type: "paragraph", children: [{ type: "text", text: payload }] }], url: payload },
      { type: "unknown", name: payload, text: payload },
    ]),
  };
}

const READING: BodyContext = {
  file: "hostile.html",
  report: () => {},
  place: () => "",
  link: (href) => href,
  picture: () => ({ reason: "is not there" }),
};
