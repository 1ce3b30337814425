import { describe, expect, it } from "vitest";
import type { Comment } from "#content/comment.ts";
import { makeArticle } from "../support/makeArticle.ts";
import { prerendered, prerenderedPage } from "../support/prerendered.ts";

const FILE = "article/a-story.html";
const POST = "https://mastodon.example/@paper/116000000000000001";
const connect = (document: Document) =>
  /connect-src ([^;]*)/u.exec(document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "")?.[1];

describe("a story that is discussed at a post", () => {
  it("says who would be asked, leads there, and lets in that server alone: on all pages, since a reader comes from any", async () => {
    const files = { discussion: [makeArticle({ discussion: POST })], without: [makeArticle()] };
    const document = await prerenderedPage(FILE, files.discussion);
    const section = document.querySelector("section.discussion");
    expect(section?.querySelector("[role=status]")?.textContent).toBe(
      "Replies to this story are at mastodon.example. Nothing has been loaded from there yet. If you show them, mastodon.example will see your IP address.",
    );
    expect(section?.querySelector("a")?.getAttribute("href")).toBe(POST);
    expect(section?.querySelector("button")?.className).toContain("needs-script");
    expect(connect(document)).toBe("'self' https://mastodon.example");
    expect(connect(await prerenderedPage("index.html", files.discussion))).toBe("'self' https://mastodon.example");
    expect(connect(await prerenderedPage(FILE, files.without))).toBe("'self'");
  });

  it("has a link alone where it is no post, and lets in nobody", async () => {
    const document = await prerenderedPage(FILE, [makeArticle({ discussion: "https://forum.example/t/12" })]);
    expect(document.querySelector("section.discussion")?.textContent).toBe("DiscussionDiscuss at forum.example");
    expect(connect(document)).toBe("'self'");
  });

  it("is told to search engines", async () => {
    const html = (await prerendered([makeArticle({ discussion: POST })])).get(FILE) ?? "";
    expect(html).toContain(`"discussionUrl":"${POST}"`);
  });
});

const comment = (id: string, text: string, replies: Comment[] = []): Comment => ({
  id,
  author: "<b>Ada</b>",
  datePublished: "2014-03-12T12:00:00Z",
  upvoteCount: 2,
  body: [{ type: "paragraph", children: [{ type: "text", text }] }],
  replies,
});

it("comments stand under the story, threaded, each with an address of its own", async () => {
  const comments = [
    comment("7", "First", [comment("8", "Answer")]),
    { ...comment("9", "Last"), author: undefined, upvoteCount: undefined },
  ];
  const document = await prerenderedPage(FILE, [makeArticle({ comments })]);
  const section = document.querySelector("article.story > section.discussion");
  expect(section?.querySelector("h2")?.textContent).toBe("3 comments");
  expect([...(section?.querySelectorAll("li") ?? [])].map(({ id }) => id)).toEqual(["comment-7", "comment-8", "comment-9"]);
  expect(section?.querySelector("#comment-7 > ol > #comment-8")?.textContent).toContain("Answer");
  expect(section?.querySelector("#comment-7 > p")?.textContent).toBe("<b>Ada</b>12 March 2014, 12:00");
  expect(section?.querySelector("#comment-7 > p > a")?.getAttribute("href")).toBe("#comment-7");
  expect(section?.querySelector("#comment-9")?.textContent).toMatch(/^Anonymous/u);
  expect(section?.querySelector("#comment-9")?.textContent).not.toContain("like");
  expect(document.querySelector(".prose")?.textContent).not.toContain("First");
});

it("a story without either has nothing of it", async () => {
  expect((await prerendered([makeArticle()])).get(FILE)).not.toMatch(/discussion|comment/iu);
});
