import { describe, expect, it } from "vitest";
import type { Article } from "#content/article.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { bodyHtml } from "#compiler/write/feeds/feed.ts";
import { siteAt } from "#compiler/write/siteAt.ts";
import { makeArticle, makeImage } from "../../../support/makeArticle.ts";

const site = siteAt("https://example.org/paper/", undefined);
const text = (words: string): Inline[] => [{ type: "text", text: words }];
const html = (body: Block[], more: Partial<Article> = {}): string => bodyHtml(makeArticle({ slug: "a", body, ...more }), site);
const inline = (...children: Inline[]): string => html([{ type: "paragraph", children }]);

describe("a body as HTML for feeds", () => {
  it("escapes text and attributes, whatever they hold", () => {
    expect(inline({ type: "text", text: `<script>alert("1")</script> & 'x'` })).toBe(
      "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &apos;x&apos;</p>",
    );
    expect(inline({ type: "link", url: `https://x.org/"onclick="x`, children: text("x") })).toBe(
      '<p><a href="https://x.org/&quot;onclick=&quot;x">x</a></p>',
    );
  });

  it("makes every address full", () => {
    const link = (url: string): string => inline({ type: "link", url, children: text("x") });
    expect(link("/topic/mars")).toContain('href="https://example.org/paper/topic/mars"');
    expect(link("#note")).toContain('href="https://example.org/paper/article/a#note"');
    expect(link("mailto:desk@example.org")).toContain('href="mailto:desk@example.org"');
    expect(html([], { image: makeImage("reef") })).toContain('src="https://example.org/paper/pictures/reef-1a2b3c4d.svg"');
  });

  it("keeps corrections with their day, after picture and recording", () => {
    expect(html([], { corrections: [{ date: "2024-04-23T00:00:00Z", children: text("It was 1977.") }] })).toBe(
      '<p><time datetime="2024-04-23">2024-04-23</time> <em>It was 1977.</em></p>',
    );
    expect(html([{ type: "divider" }], { image: makeImage("reef"), audio: { kind: "episode", url: "/a.mp3" } })).toBe(
      '<figure><img src="https://example.org/paper/pictures/reef-1a2b3c4d.svg" width="1200" height="750" alt="Drawing: reef"/></figure><figure><audio src="https://example.org/paper/a.mp3" controls="" preload="none"><a href="https://example.org/paper/a.mp3">a.mp3</a></audio></figure><hr/>',
    );
  });
});
