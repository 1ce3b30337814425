import { expect, test } from "vitest";
import { mdxToMarkdown } from "../../../../src/compiler/reading/markdown/mdx/mdx.ts";
import { readFiles } from "../contentFolder.ts";

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

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>`;

const MDX = `---
title: "The lock"
date: 2024-05-06
---
import { Image } from "astro:assets";
import gate from "./gate.svg";
import Chart from "../components/Chart";

export const data = {
  boats: 12,

  crews: 3,
};

## The gate {#gate}

The *old* lock has {frontmatter.title} on it,{" "}says <Tooltip text="of the harbour">the master</Tooltip>. {/* check */}

<Image src={gate} alt="The gate" />

<Callout title="Mind the step">
    It is **steep**.

    - One
    - Two

    \`\`\`js
    import a from "b"; // {c} <D/>
    \`\`\`
</Callout>

<Chart data={data} caption="Boats a day" />

<div className="wide">
  <YouTube id="abc123XYZ_0" />
</div>

A set \\{1, 2}, \`{x}\` and 3 < 4.

{boats.map((boat) => <li>{boat}</li>)}

<Tabs>
  <TabItem label="North">

Northern **gate**.

  </TabItem>
</Tabs>
`;

test("MDX keeps its text, pictures and known components, and reports what is a program", async () => {
  const { drafts, problems } = await readFiles({ "posts/lock/index.mdx": MDX, "posts/lock/gate.svg": SVG });
  const strong = (text: string) => ({ type: "strong", children: [{ type: "text", text }] });
  const item = (text: string) => [words(text)];
  expect(drafts.map(({ slug, headline }) => [slug, headline])).toEqual([["lock", "The lock"]]);
  expect(drafts[0]?.body).toMatchObject([
    { type: "heading", children: [{ type: "text", text: "The gate" }] },
    {
      type: "paragraph",
      children: [{ text: "The " }, { type: "emphasis" }, { text: " lock has The lock on it, says the master (of the harbour)." }],
    },
    { type: "figure", image: { alt: "The gate" } },
    { type: "paragraph", children: [strong("Mind the step")] },
    { type: "paragraph", children: [{ text: "It is " }, strong("steep"), { text: "." }] },
    { type: "list", items: [item("One"), item("Two")] },
    { type: "code", text: 'import a from "b"; // {c} <D/>', language: "js" },
    words("Boats a day"),
    { type: "embed" },
    { type: "paragraph", children: [{ text: "A set {1, 2}, " }, { type: "code", text: "{x}" }, { text: " and 3 < 4." }] },
    { type: "paragraph", children: [strong("North")] },
    { type: "paragraph", children: [{ text: "Northern " }, strong("gate"), { text: "." }] },
  ]);
  expect(problems.map(({ place, message }) => `${place}: ${message}`)).toEqual([
    "line 17: <Tooltip> is a component, which is not run here; what it says and holds was kept.",
    "line 32: <Chart> is a component, which is not run here; what it says and holds was kept.",
    "line 40: An expression ({…}) is a program, which is not run here; it was left out.",
  ]);
});

test("MDX without front matter may say its fields in a program", async () => {
  const { drafts, problems } = await readFiles({
    "lock.mdx":
      "import { ada } from '@/authors'\nimport card from './card.svg'\n\nexport const meta = {\n  title: `The lock`,\n  description: 'It \\'s open',\n  date: '2024-05-06T10:00:00Z',\n  authors: [ada, \"Ben Ruiz\"],\n  image: card,\n}\n\nThe lock is open.\n\nimport duties rose, and exports fell.\n",
    "card.svg": SVG,
  });
  expect(problems).toEqual([]);
  expect(drafts).toMatchObject([
    {
      headline: "The lock",
      standfirst: "It 's open",
      datePublished: "2024-05-06T10:00:00Z",
      authors: [{ name: "ada" }, { name: "Ben Ruiz" }],
      image: { width: 4 },
      body: [words("The lock is open."), words("import duties rose, and exports fell.")],
    },
  ]);
});

test("MDX that is broken or made to take long is read in time, and keeps its words", () => {
  const hostile = ["<a b={", "{", "<A>", "</A>", "```\n", "` ``", "import a from {\n", '<a b="', "<A\n", "export const a = `", "<><b c={{"];
  for (const part of hostile) {
    const started = performance.now();
    // What takes the square of its length would take minutes.
    const text = mdxToMarkdown(`Words.\n\n${part.repeat(100_000)}\n`, {}, () => {});
    expect(text, part).toContain("Words.");
    expect(performance.now() - started, part).toBeLessThan(15_000);
  }
}, 120_000);

test("the day of a story without a date is that of its name, its folders or its address, and is told once", async () => {
  const plain = "---\ntitle: A\n---\nWords.\n";
  const { drafts, skipped, problems } = await readFiles({
    "20180622 The ferry.md": plain,
    "20180632 No day.md": plain,
    "2018-06-23 The quay.md": plain,
    "2018-06-24-the-mast.md": plain,
    "2018/06/25/the-sail.md": plain,
    "2018/06/26/the-oar/index.md": plain,
    "2018/6/not-a-day.md": plain,
    "app/2018-06-29/the-bell/page.mdx": plain,
    "extra.md": '+++\ntitle = "A"\n[extra]\ndate = 2018-06-28\nauthor = "Ada Keane"\n[taxonomies]\ntags = ["Sea"]\n+++\nWords.\n',
    "zola.md": '+++\ntitle = "A"\npath = "2018/06/27/the-rope"\n+++\nWords.\n',
    "wrong.md": "---\ntitle: A\ndate: 2003-06-31\n---\nWords.\n",
  });
  expect(drafts.map(({ file, slug, datePublished }) => [file, slug, datePublished])).toEqual([
    ["2018-06-23 The quay.md", "The quay", "2018-06-23"],
    ["2018-06-24-the-mast.md", "the-mast", "2018-06-24"],
    ["2018/06/25/the-sail.md", "the-sail", "2018-06-25"],
    ["2018/06/26/the-oar/index.md", "the-oar", "2018-06-26"],
    ["20180622 The ferry.md", "The ferry", "2018-06-22"],
    ["app/2018-06-29/the-bell/page.mdx", "the-bell", "2018-06-29"],
    ["extra.md", "extra", expect.stringMatching(/^2018-06-28/u)],
    ["wrong.md", "wrong", "2003-06-31"],
    ["zola.md", "zola", "2018-06-27"],
  ]);
  expect(drafts.find(({ file }) => file === "extra.md")).toMatchObject({ authors: [{ name: "Ada Keane" }], topics: [{ name: "Sea" }] });
  expect(skipped.map(({ file }) => file)).toEqual(["2018/6/not-a-day.md", "20180632 No day.md"]);
  expect(problems.filter(({ severity }) => severity === "notice").map(({ message }) => message)).toEqual([
    "No field gives its date, so the day in the names of the file and its folders was taken (reported once for all files).",
    "No field gives its date, so the day of its address was taken (reported once for all files).",
  ]);
});

test("Hexo's front matter needs no line of dashes above it", async () => {
  const { drafts, problems } = await readFiles({ "a.md": "title: 渡轮\ndate: 2018-06-22 10:00:00\ntags:\n  - 海\n---\n渡轮启航。\n" });
  expect(drafts).toMatchObject([{ headline: "渡轮", topics: [{ name: "海" }], body: [words("渡轮启航。")] }]);
  expect(problems).toEqual([]);
});

test("code of Hexo, pictures and links by name of Hexo and Hugo are what they show", async () => {
  const { drafts, problems } = await readFiles({
    "a.md":
      '---\ntitle: A\ndate: 2024-01-01\n---\n{% codeblock The gate lang:js %}\nif (a < b) {{ c }}\n{% endcodeblock %}\n\n{% asset_img gate.svg The gate %}\n\nSee {% post_link the-ferry The ferry %}, [there]({{< ref "the-ferry.md#quay" >}}) and [here]({{% relref "posts/the-sail.md" %}}).\n',
    "gate.svg": SVG,
  });
  const link = (url: string, text: string) => ({ type: "link", url, children: [{ type: "text", text }] });
  expect(problems).toEqual([]);
  expect(drafts[0]?.body).toMatchObject([
    { type: "code", text: "if (a < b) {{ c }}", language: "js" },
    { type: "figure", image: { alt: "The gate" } },
    {
      type: "paragraph",
      children: [
        { text: "See " },
        link("/[[the-ferry]]", "The ferry"),
        { text: ", " },
        link("/[[the-ferry]]#quay", "there"),
        { text: " and " },
        link("/posts/the-sail.md", "here"),
        { text: "." },
      ],
    },
  ]);
});

test("a byline with links in it has the names of its people", async () => {
  const { drafts } = await readFiles({
    "a.md": '---\ntitle: A\ndate: 2024-01-01\nauthor: "Ada Keane ([@ada](https://social.example/@ada))"\n---\nWords.\n',
    "b.md":
      '---\ntitle: B\ndate: 2024-01-01\nauthor: "[Ada Keane](https://a.example), Ben Ruiz ([@ben](https://b.example)) and [Cy](https://c.example)"\n---\nWords.\n',
  });
  expect(drafts.map(({ authors }) => authors.map(({ name }) => name))).toEqual([["Ada Keane"], ["Ada Keane", "Ben Ruiz", "Cy"]]);
});

test("a drawing of Excalidraw is not a story, and is said to be one", async () => {
  const { drafts, skipped, problems } = await readFiles({
    "Plan.excalidraw.md": "---\nexcalidraw-plugin: parsed\ndate: 2024-03-12\n---\n# Text Elements\nHarbour ^a1b2",
  });
  expect([drafts, problems]).toEqual([[], []]);
  expect(skipped).toEqual([expect.objectContaining({ file: "Plan.excalidraw.md", reason: "It is a drawing of Excalidraw, not a text." })]);
});
