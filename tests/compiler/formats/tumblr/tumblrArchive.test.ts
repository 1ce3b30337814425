import { expect, test } from "vitest";
import { archiveNamed, readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";

archiveCases(archiveNamed("tumblr"));

test("numbered items that follow others are a list of their own, also within an item", async () => {
  const item = (kind: string, level: number, text: string) => ({ type: "text", subtype: `${kind}-list-item`, indent_level: level, text });
  const content = [
    item("unordered", 0, "a"),
    item("unordered", 1, "b"),
    item("ordered", 1, "c"),
    item("ordered", 0, "d"),
    item("ordered", 0, "e"),
  ];
  const post = { id_string: "1", reblog_key: "k", post_url: "https://p.example/1", state: "published", timestamp: 1713769800, content };
  const { drafts } = await readArchive(archiveNamed("tumblr"), "posts.json", JSON.stringify({ response: { posts: [post] } }));
  const words = (text: string) => ({ type: "paragraph", children: [{ type: "text", text }] });
  const list = (ordered: boolean, ...items: unknown[][]) => ({ type: "list", ordered, items });
  expect(drafts[0]?.body).toEqual([
    list(false, [words("a"), list(false, [words("b")]), list(true, [words("c")])]),
    list(true, [words("d")], [words("e")]),
  ]);
});

test("a page of Tumblr's own export, which may be of a private post, is left out and named, with the way to take", async () => {
  const page = '<html><body><p>A day.</p>\n<div id="footer">\n<span id="timestamp"> April 22nd, 2024 7:10am </span></div></body></html>';
  const { detected, drafts, skipped } = await readArchive(archiveNamed("tumblr"), "posts/html/1.html", page);
  expect({ detected, drafts }).toEqual({ detected: true, drafts: [] });
  expect(skipped).toMatchObject([{ reason: expect.stringContaining("tumblr-backup --json") }]);
  // What tells it is too far down to be seen at first.
  const long = page.replace("A day.", `${"A day. ".repeat(20_000)}<time datetime="2024-04-22">Today</time>`);
  const ofLong = await readArchive(archiveNamed("page"), "2.html", long);
  expect(ofLong.drafts).toEqual([]);
  expect(ofLong.skipped).toMatchObject([{ reason: expect.stringContaining("tumblr-backup --json") }]);
});
