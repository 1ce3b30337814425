import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../../src/compiler/compile.ts";
import { articlesIn, folderOf, tryImport } from "../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>`;

const TREE = {
  "_posts/2014-03-12-first.md":
    "---\ntitle: First\ntags: [Moon]\nauthor: Jane Doe\nimage: { src: /assets/lead.svg, alt: A moon }\n---\nSee [the second]({% post_url 2014-03-13-second %}).\n",
  "_posts/2014-03-13-second.md": "---\ntitle: Second\n---\nBack to [the first](2014-03-12-first.md).\n\n![A picture](../assets/lead.svg)\n",
  "_posts/2014-03-14-third.md": "---\ntitle: Third\npublished: false\n---\nNot yet.\n",
  "assets/lead.svg": SVG,
  "assets/style.css": "p {}",
  "README.md": "# About this site",
};

test("a tree of Markdown comes in: a file of JSON for each article, by year, and its pictures", async () => {
  const { content, counts, items, others } = await tryImport(folderOf(TREE));
  expect(counts).toMatchObject({ in: 3, published: 2, skipped: 1 });
  expect(items.find(({ outcome }) => outcome === "skipped")).toMatchObject({ file: "_posts/2014-03-14-third.md", headline: "Third" });
  const files = filesIn(content);
  expect([...files.keys()].filter((name) => name.startsWith("articles/"))).toEqual([
    "articles/2014/first.json",
    "articles/2014/second.json",
  ]);
  expect([...files].filter(([name]) => name.startsWith("pictures/")).map(([, text]) => text)).toEqual([SVG]);
  const first: unknown = JSON.parse(files.get("articles/2014/first.json") ?? "");
  expect(first).toMatchObject({
    slug: "first",
    headline: "First",
    topics: ["Moon"],
    authors: ["Jane Doe"],
    oldUrls: ["/2014/03/12/first/"],
  });
  expect(JSON.stringify(first)).toContain('"url":"/article/second"');
  expect(others).toHaveLength(2);
});

test("what came in is published by a build without a warning", async () => {
  const { content } = await tryImport(folderOf(TREE));
  const { problems, counts } = await compile({ content, out: join(temporaryFolder(), "site") });
  expect(problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
  expect(counts).toMatchObject({ read: 2, published: 2, skipped: [] });
});

test("a second run changes nothing, and a dry run writes nothing", async () => {
  const input = folderOf(TREE);
  const dry = await tryImport(input, { dry: true });
  expect(dry.counts).toMatchObject({ in: 3, published: 2, written: 2 });
  expect(() => filesIn(dry.content)).toThrow();
  const first = await tryImport(input);
  const before = filesIn(first.content);
  const again = await tryImport(input, { content: first.content });
  expect(again.counts?.written).toBe(0);
  expect(filesIn(first.content)).toEqual(before);
});

test("an article of others that has the same slug is not written over", async () => {
  const content = folderOf({ "articles/first.md": "---\ntitle: Mine\ndate: 2020-01-01\n---\nMine.\n" });
  await tryImport(folderOf(TREE), { content });
  await tryImport(folderOf(TREE), { content });
  const names = [...filesIn(content).keys()].filter((name) => name.startsWith("articles/"));
  expect(names).toEqual(["articles/2014/first-2.json", "articles/2014/second.json", "articles/first.md"]);
});

test("there is nothing to resume where nothing was broken off", async () => {
  const { counts, problems } = await tryImport(folderOf(TREE), { resume: true });
  expect(counts).toBeUndefined();
  expect(problems).toMatchObject([{ severity: "error" }]);
});

test("a folder without any known format brings nothing and says how much it holds", async () => {
  const { counts, others } = await tryImport(folderOf({ "a.css": "p {}", "b.bin": "\u0000" }));
  expect(counts).toBeUndefined();
  expect(others).toEqual(["a.css", "b.bin"]);
});

test("posts in HTML with front matter come in beside Markdown, and the pages of the site do not", async () => {
  const { counts, items } = await tryImport(
    folderOf({
      "_posts/2013-05-06-harbour.html": "---\ntitle: Harbour\n---\n<p>The harbour is open.</p>\n",
      "_posts/2013-05-07-ferry.md": "---\ntitle: Ferry\n---\nIt sails.\n",
      "index.html": "---\nlayout: home\n---\n<p>All posts</p>\n",
    }),
  );
  expect(counts).toMatchObject({ in: 2, published: 2 });
  expect(items.map(({ headline }) => headline)).toEqual(["Harbour", "Ferry"]);
});

test("an import that publishes nothing, or less than half, is an error that says what would help", async () => {
  const undated = { "a.md": "---\ntitle: A\n---\nWords.\n", "b.md": "---\ntitle: B\n---\nWords.\n" };
  const few = await tryImport(folderOf({ ...undated, "c.md": "---\ntitle: C\ndate: 2024-01-01\n---\nWords.\n" }));
  expect(few.errors).toBe(1);
  expect(few.problems.filter(({ severity }) => severity === "error")).toEqual([
    {
      severity: "error",
      file: ".",
      message: "Only 1 of 3 stories is published. 2 were skipped for this reason: It has no date.",
      remedy: expect.stringMatching(/^Write a date into each/u),
    },
  ]);
  const none = await tryImport(folderOf({ "a.md": "---\ntitle: A\ndate: 2024-01-01\ndraft: true\n---\nWords.\n" }));
  expect(none.messages).toContain("The only item in the archive was not imported.");
  expect(none.errors).toBe(1);
});

test("Hugo's references by bare name lead to the story, also to one with a folder of its own", async () => {
  const story = (title: string, text = "Words.") => `---\ntitle: ${title}\ndate: 2024-01-01\n---\n${text}\n`;
  const { content, messages } = await tryImport(
    folderOf({
      "content/posts/gate.md": story("Gate", 'See [the lock]({{< ref "lock.md" >}}) and [the quay]({{< relref "quay" >}}).'),
      "content/news/lock.md": story("Lock"),
      "content/news/quay/index.md": story("Quay"),
    }),
  );
  const gate = filesIn(content).get("articles/2024/gate.json");
  expect(gate).toContain('"url": "/article/lock"');
  expect(gate).toContain('"url": "/article/quay"');
  expect(messages).toEqual([]);
});

/** Commits what is in a folder as on a day. */
function commit(folder: string, day: string): void {
  const run = (...args: string[]) => execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@t.example", ...args], { cwd: folder });
  if (!existsSync(join(folder, ".git"))) run("init", "-q");
  run("add", "-A");
  execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@t.example", "commit", "-qm", day], {
    cwd: folder,
    env: { ...process.env, GIT_AUTHOR_DATE: `${day}T08:00:00Z`, GIT_COMMITTER_DATE: `${day}T08:00:00Z` },
  });
}

test("by wish, stories without a date have that of their first commit, under whatever name and folder", async () => {
  const text = (name: string) =>
    `---\ntitle: ${name}\n---\nThe words of ${name}, which are long enough to be known again under another name.\n`;
  const folder = folderOf({ "old/one.md": text("One"), "site/dated.md": `---\ntitle: Dated\ndate: 2001-02-03\n---\nText.\n` });
  commit(folder, "2018-06-22");
  mkdirSync(join(folder, "site/a b"));
  renameSync(join(folder, "old/one.md"), join(folder, 'site/a b/on"é.md'));
  commit(folder, "2019-06-22");
  writeFileSync(join(folder, "site/two.md"), text("Two"));
  commit(folder, "2020-06-22");
  writeFileSync(join(folder, "site/three.md"), text("Three"));
  const site = join(folder, "site");

  expect((await tryImport(site)).counts).toMatchObject({ published: 1, skipped: 3 });
  const { items, counts, messages } = await tryImport(site, { dates: { dateFrom: "git" } });
  expect(counts).toMatchObject({ published: 3, skipped: 1 });
  const dates = items.flatMap((item) => (item.outcome === "published" ? [[item.headline, item.datePublished.slice(0, 10)]] : []));
  expect(new Map(dates.map(([name = "", date = ""]) => [name, date]))).toEqual(
    new Map([
      ["One", "2018-06-22"],
      ["Two", "2020-06-22"],
      ["Dated", "2001-02-03"],
    ]),
  );
  expect(messages.filter((message) => message.includes("first commit"))).toHaveLength(2);
});

test("where Git tells nothing, that is said, and nothing comes in", async () => {
  const { problems, counts } = await tryImport(folderOf(TREE), { dates: { dateFrom: "git" } });
  expect(counts).toBeUndefined();
  expect(problems[0]?.message).toContain("no Git history that could be read");
});

test("by wish, what has no date or none that can be read is kept with that of its file", async () => {
  const page =
    "<!doctype html><title>Cranes</title><article><h1>Cranes</h1><p>" +
    "The cranes have left, and nobody knows why. ".repeat(12) +
    "</p></article>";
  const folder = folderOf({
    "pages/one.html": page,
    "posts/two.md": "---\ntitle: Two\n---\nWords.\n",
    "posts/three.md": "---\ntitle: Three\ndate: 03/04/2014\n---\nWords.\n",
  });
  for (const name of ["pages/one.html", "posts/two.md", "posts/three.md"])
    utimesSync(join(folder, name), new Date("2015-05-05"), new Date("2015-05-05"));
  for (const [part, count] of [
    ["pages", 1],
    ["posts", 2],
  ] as const) {
    expect((await tryImport(join(folder, part))).counts).toMatchObject({ published: 0, skipped: count });
    const { items, counts } = await tryImport(join(folder, part), { dates: { undated: "keep" } });
    expect(counts).toMatchObject({ published: count, skipped: 0 });
    for (const item of items) expect(item).toMatchObject({ datePublished: "2015-05-05T00:00:00.000Z" });
  }
});

test("in a site with a folder of posts, what has no date elsewhere is a page, and nobody lost it", async () => {
  const pages = Object.fromEntries(
    ["about", "docs/a", "docs/b", "docs/c"].map((name) => [`source/${name}.md`, `---\ntitle: ${name}\n---\nWords.\n`]),
  );
  const posts = {
    "source/_posts/one.md": "---\ntitle: One\ndate: 2020-01-01\n---\nWords.\n",
    "source/_posts/two.md": "---\ntitle: Two\n---\nWords.\n",
  };
  const { counts, items, errors, warnings } = await tryImport(folderOf({ ...pages, ...posts }));
  expect(counts).toMatchObject({ in: 6, published: 1, skipped: 5 });
  expect(items.filter((item) => "reason" in item && item.reason.endsWith("it is a page."))).toHaveLength(4);
  expect([errors, warnings]).toEqual([0, 1]);
});

test("the fields of a story may stand in a file of data beside it", async () => {
  const folder = folderOf({
    "articles/crane/index.md": "The crane moves.\n",
    "articles/crane/index.yml": "title: Cranes move\ndate: 2024-01-08\ntags: [Birds]\n",
    "articles/own/index.md": "---\ntitle: Its own\n---\nText.\n",
    "articles/own/index.11tydata.json": '{"title":"Not this","date":"2024-01-09"}',
  });
  const { content, counts } = await tryImport(folder);
  expect(counts).toMatchObject({ published: 2 });
  expect([...articlesIn(content).values()].map(({ headline, topics }) => [headline, topics])).toEqual([
    ["Cranes move", ["Birds"]],
    ["Its own", undefined],
  ]);
});

test("a template of JSON with front matter is no article, and no fault", async () => {
  const { counts, errors } = await tryImport(
    folderOf({ ...TREE, "search.json": "---\n---\n[{% for post in site.posts %}{}{% endfor %}]\n" }),
  );
  expect(counts).toMatchObject({ published: 2 });
  expect(errors).toBe(0);
});

test("what a site builder makes pages and feeds of is no story, and no fault", async () => {
  const { counts, errors, warnings } = await tryImport(
    folderOf({
      ...TREE,
      "feed.xml": "---\nlayout: null\n---\n<rss version='2.0'><channel><item><title>{{ post.title }}</title></item></channel></rss>",
      "src/rss.njk": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>{{ post.title }}</title></entry></feed>",
      "archetypes/default.md": "---\ntitle: {{ .Name }}\ndate: {{ .Date }}\n---\n",
      "themes/x/layouts/_default/list.json.json": "{ {{ range .Pages }} }",
      "data/list.json": "[{% for post in posts %}{}{% endfor %}]",
      "content/blog/layouts/grid.md": "---\ntitle: Grid\ndate: 2020-01-01\n---\nOn layouts.\n",
    }),
  );
  expect(counts).toMatchObject({ in: 4, published: 3 });
  expect([errors, warnings]).toEqual([0, 0]);
});

test("where a date may be two days, that in the name of the file counts", async () => {
  const post = "---\ntitle: Post\ndate: 11-9-2017\noutput:\n  html_document: { toc: true }\n---\nWords.\n";
  const { items } = await tryImport(folderOf({ "_posts/2017-09-11-post.md": post, "_posts/other.md": post }));
  expect(items.map((item) => ("reason" in item ? item.reason : item.datePublished))).toEqual([
    "2017-09-11T00:00:00Z",
    'Its date "11-9-2017" cannot be read, or can be read in two ways.',
  ]);
});

test("a dated text without a headline is called by its first words", async () => {
  const { items, messages } = await tryImport(
    folderOf({
      "tips/one.md": "---\ndate: 2020-01-01\n---\nTie the boat twice.\n",
      "tips/two.md": "---\ntags: [a]\n---\nNeither date nor headline.\n",
    }),
  );
  expect(items.map((item) => item.headline ?? ("reason" in item ? item.reason : ""))).toEqual([
    "Tie the boat twice.",
    "It has no headline and no date, so it was skipped.",
  ]);
  expect(messages).toContain("It has no headline; its first words were used.");
});
