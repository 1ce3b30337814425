import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ghostArchive } from "../../../src/compiler/formats/ghost/ghostArchive.ts";
import { wxrArchive } from "../../../src/compiler/formats/wxr/wxrArchive.ts";
import { readArchive } from "../../support/readArchive.ts";
import { readFiles } from "./contentFolder.ts";

const fixture = (path: string) => readFileSync(join(import.meta.dirname, "../../fixtures", path), "utf8");
const paragraph = (text: string) => ({ type: "paragraph", children: [{ type: "text", text }] });

describe("comments of a WordPress export", () => {
  const comment = (id: number, text: string, more = "") =>
    `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Reader ${id}</wp:comment_author>
     <wp:comment_date>2014-03-12 12:0${id}:00</wp:comment_date><wp:comment_date_gmt>2014-03-12 11:0${id}:00</wp:comment_date_gmt>
     <wp:comment_content><![CDATA[${text}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved>${more}</wp:comment>`;
  const withComments = (...comments: string[]) =>
    fixture("wxr/classic/source.xml").replace(/<wp:comment>[\s\S]*<\/wp:comment>/u, comments.join(""));
  const commentsIn = async (xml: string) => (await readArchive(wxrArchive, "x.xml", xml, { comments: true })).drafts[0]?.comments;

  it("are threaded, with the author's name and the time with its zone", async () => {
    const answers = (id: number) => `<wp:comment_parent>${id}</wp:comment_parent>`;
    const xml = withComments(
      comment(1, "First."),
      comment(2, "Second.", answers(1)),
      comment(3, "Third.", answers(2)),
      comment(4, "Lost.", answers(99)),
    );
    expect(await commentsIn(xml)).toMatchObject([
      {
        id: "1",
        author: "Reader 1",
        datePublished: "2014-03-12T12:01:00+01:00",
        body: [paragraph("First.")],
        replies: [{ id: "2", replies: [{ id: "3", replies: [] }] }],
      },
      { id: "4", replies: [] },
    ]);
  });

  it("keep paragraphs, lists, quotations and links, and of all else the words", async () => {
    const html = [
      "<h2>Loud</h2>",
      '<blockquote>Said</blockquote><ul><li>One</li></ul><p onclick="x()">A <a href="https://ok.example/">link</a></p>',
      '<img src="https://tracker.example/pixel.png" alt="pixel"><script>alert(1)</script>',
    ].join("\n\n");
    const [first] = (await commentsIn(withComments(comment(1, html)))) ?? [];
    const said = JSON.stringify(first?.body);
    expect(first?.body.map(({ type }) => type).slice(0, 4)).toEqual(["paragraph", "quote", "list", "paragraph"]);
    expect(said).toContain("https://ok.example/");
    expect(said).not.toMatch(/figure|alert|onclick/u);
  });

  it("mask email addresses, in words, code and links, and keep names on social networks", async () => {
    const written =
      'Write to jane.doe@mail.example.org, <a href="mailto:jane@example.org?subject=x">me</a> (jane+1@example.org), <code>a@example.org</code>, <a href="https://example.org/?to=jane%40example.org">here</a>';
    const kept = "@jane@example.social and https://medium.com/@jane/x.html";
    const [first] = (await commentsIn(withComments(comment(1, `${written}. ${kept}\n\n<pre>b@example.org</pre>`)))) ?? [];
    const said = JSON.stringify(first?.body);
    expect(said).not.toMatch(/jane\.doe|jane(?:\+1|%40)?@?example\.org|mailto|[ab]@example/u);
    expect(said.match(/…@…/gu)).toHaveLength(4);
    expect(said).toContain(kept);
  });

  it("are no part of the text", async () => {
    const { drafts } = await readArchive(wxrArchive, "x.xml", withComments(comment(1, "First.")), { comments: true });
    expect(JSON.stringify(drafts[0]?.body)).not.toContain("First.");
  });

  it("are counted and left out where nobody asks for them", async () => {
    const { drafts, leftOut } = await readArchive(wxrArchive, "x.xml", withComments(comment(1, "First."), comment(2, "Second.")));
    expect(drafts[0]?.comments).toBeUndefined();
    expect(leftOut).toEqual({ comments: 2 });
  });
});

describe("comments of a Ghost export", () => {
  it("come along with the names of members, their likes and what they answer", async () => {
    const comments = [
      { id: "a", post_id: "6460a0", member_id: "mm", status: "published", html: "<p>Nice</p>", created_at: "2023-05-15T10:00:00.000Z" },
      { id: "b", post_id: "6460a0", parent_id: "a", status: "published", html: "<p>Indeed</p>", created_at: "2023-05-15T11:00:00.000Z" },
      { id: "c", post_id: "6460a0", status: "hidden", html: "<p>Rude</p>", created_at: "2023-05-15T12:00:00.000Z" },
    ];
    const json = fixture("ghost/lexical/source.json").replace(
      /"comments": \[[\s\S]*?\n {4}\]/u,
      `"comments": ${JSON.stringify(comments)}, "comment_likes": [{ "id": "l", "comment_id": "a", "member_id": "mm" }]`,
    );
    const { drafts, leftOut } = await readArchive(ghostArchive, "export.json", json, { comments: true });
    expect(drafts.flatMap(({ comments: found }) => found ?? [])).toEqual([
      {
        id: "a",
        author: "A Reader",
        datePublished: "2023-05-15T10:00:00.000Z",
        upvoteCount: 1,
        body: [paragraph("Nice")],
        replies: [expect.objectContaining({ id: "b", author: undefined, body: [paragraph("Indeed")] })],
      },
    ]);
    expect(leftOut["comments"]).toBeUndefined();
    expect(JSON.stringify(drafts)).not.toMatch(/reader@example\.com|Rude/u);
  });
});

describe("the comments of an article as JSON", () => {
  const article = (comments: unknown) => JSON.stringify({ headline: "Story", datePublished: "2024-01-01", body: ["Text."], comments });

  it("are read as an import writes them", async () => {
    const comments = [
      { id: "7", author: "A", datePublished: "2014-03-12T12:00:00Z", upvoteCount: 2, body: [paragraph("Yes.")], replies: [] },
    ];
    const { drafts, problems } = await readFiles({ "a.json": article(comments) });
    expect(drafts[0]?.comments).toEqual(comments);
    expect(problems).toEqual([]);
  });

  it("are told of where they have no text, and show neither pictures nor an email address", async () => {
    const { drafts, problems } = await readFiles({
      "a.json": article([
        "no comment",
        { id: "a b", author: "a@b.example", body: ["Words.", { type: "figure", image: "x.png" }], replies: [{ body: ["So."] }] },
      ]),
    });
    expect(drafts[0]?.comments).toMatchObject([{ id: "2", author: undefined, replies: [{ id: "2.1" }] }]);
    expect(JSON.stringify(drafts[0]?.comments)).not.toContain("figure");
    expect(problems.map(({ message }) => message)).toContain("comments.0 has no text that can be read; it was left out.");
  });
});

describe("where a story is discussed", () => {
  const story = (discussion: string) => `---\ntitle: A story\ndate: 2024-01-01\ndiscussion: ${discussion}\n---\nText.\n`;
  const read = async (discussion: string) => {
    const { drafts, problems } = await readFiles({ "a.md": story(discussion) });
    return { discussion: drafts[0]?.discussion, told: problems.map(({ message, place }) => `${place ?? ""}: ${message}`) };
  };

  it.each(["https://mastodon.example/@paper/116000000000000001", "https://forum.example/t/12"])("is %s", async (address) => {
    expect(await read(address)).toEqual({ discussion: address, told: [] });
  });

  it("is told to be no more than a link where it is not at https", async () => {
    const { discussion, told } = await read("http://mastodon.example/@paper/116000000000000001");
    expect(discussion).toBe("http://mastodon.example/@paper/116000000000000001");
    expect(told).toEqual(["line 4: discussion is not an https address: it is an unencrypted link, and no replies are shown."]);
  });

  it("is left out where it is no address of the web", async () => {
    const { discussion, told } = await read("javascript:alert(1)");
    expect(discussion).toBeUndefined();
    expect(told).toEqual(["line 4: discussion must be a full web address; it was left out."]);
  });
});
