import { expect, test } from "vitest";
import { readFiles } from "./contentFolder.ts";

const words = (text: string) => ({ type: "paragraph", children: [{ type: "text", text }] });
const story = (title: string) => `---\ntitle: ${title}\ndate: 2024-01-01\n---\nThe ferry *sails*.\n`;

test("posts in HTML and text with front matter are stories, whatever their ending", async () => {
  const { drafts, read, skipped, problems } = await readFiles({
    "_posts/2013-05-06-harbour.html":
      "---\nlayout: post\ntitle: Harbour\n---\n<p>The *old* harbour\n    is open.</p>\n\n    <p>Late.</p>\n{% highlight sh %}\nif a < b\n{% endhighlight %}\n",
    "a.mdown": story("A"),
    "b.mkd": story("B"),
    "c.txt": story("C"),
    "d.htm": story("D"),
  });
  expect(problems).toEqual([]);
  expect(skipped).toEqual([]);
  expect(read).toBe(5);
  expect(drafts.map(({ headline, datePublished }) => [headline, datePublished])).toEqual([
    ["Harbour", "2013-05-06"],
    ...["A", "B", "C", "D"].map((title) => [title, "2024-01-01"]),
  ]);
  expect(drafts[0]?.body).toEqual([
    words("The *old* harbour is open."),
    words("Late."),
    { type: "code", text: "if a < b", language: "sh" },
  ]);
});

test("HTML and text that is no story is named as what it is, and templates are parts of a site builder", async () => {
  const { drafts, skipped, problems } = await readFiles({
    "index.html": "---\nlayout: home\ntitle: Home\n---\n{% for post in posts %}{% endfor %}",
    "saved.html": "<!doctype html><title>Saved</title><p>Words",
    "notes.txt": "Words",
    "_layouts/post.html": "---\nlayout: default\ndate: today\n---\n{{ content }}",
  });
  expect([drafts, skipped]).toEqual([[], []]);
  expect(problems.map(({ severity, file, message }) => `${severity} ${file}: ${message}`)).toEqual([
    "notice _layouts/post.html: A .html file is not read as an article, and was left out.",
    "warning index.html: 2 .html files are not read as articles, and were left out: index.html, saved.html.",
    "warning notes.txt: A .txt file is not read as an article, and was left out.",
  ]);
});

test("empty lines above the front matter are no text", async () => {
  const { drafts, problems } = await readFiles({
    "a.md": "\n\n---\ntitle: A\ndate: 2024-01-01\n---\nOne {{ two }}\n",
    "b.md": "\n+++\ntitle = 'B'\ndate = 2024-01-02\n+++\nThree\n",
    "c.md": "\n---\n\nWords that a line divides.\n\n---\n",
  });
  expect(drafts.map(({ headline }) => headline)).toEqual(["A", "B"]);
  expect(problems.map(({ file, place, message }) => `${file} ${place}: ${message}`)).toEqual([
    "a.md line 7: {{ two }} is a template tag that means nothing here; it was left out.",
    "c.md undefined: It has no headline and no date, so it was skipped.",
  ]);
});
