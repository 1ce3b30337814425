import { expect, test } from "vitest";
import { frontMatter } from "../../../../src/compiler/reading/markdown/frontMatter.ts";
import { bodyOf, readFiles } from "../contentFolder.ts";

const text = (words: string) => ({ type: "text", text: words });
const paragraph = (words: string) => ({ type: "paragraph", children: [text(words)] });

test("a problem in the text names its line in the file, front matter counted", async () => {
  const { problems } = await bodyOf(
    "One.\n\n- two\n- three\n\nFour {{ five }}\n\n<x-box>\nsix\n</x-box>\n\n<div>\n\n<x-box>\nseven\n</x-box>\n</div>",
  );
  expect(problems).toEqual([
    "line 10: {{ five }} is a template tag that means nothing here; it was left out.",
    "lines 12 and 18: <x-box> is not known here; its text was kept without form.",
  ]);
});

test("template tags stay in code of every form, and raw gives what it holds", async () => {
  const { body, problems } = await bodyOf(
    "`{{ a }}` and ``{% b %}`` {% raw %}{{ c }}{% endraw %}\n\n~~~\n{{ d }}{% raw %}{{ e }}{% endraw %}\n~~~\n\n    {{ f }}\n\n<pre>{{ g }}</pre>",
  );
  expect(body).toEqual([
    {
      type: "paragraph",
      children: [{ type: "code", text: "{{ a }}" }, text(" and "), { type: "code", text: "{% b %}" }, text(" {{ c }}")],
    },
    { type: "code", text: "{{ d }}{{ e }}" },
    { type: "code", text: "{{ f }}" },
    { type: "code", text: "{{ g }}" },
  ]);
  expect(problems).toEqual([]);
});

test("braces that are no tags stay as they are", async () => {
  const { body } = await bodyOf("A set {1, 2}, {{ unclosed, 100 %} and {%.");
  expect(body).toEqual([paragraph("A set {1, 2}, {{ unclosed, 100 %} and {%.")]);
});

test("a comment of Obsidian is published nowhere, and the lines below keep their numbers", async () => {
  const { drafts, problems } = await readFiles({
    "story.md":
      "---\ntitle: A story %%secret%%\ndate: 2024-01-01\n---\nOne%% secret %% two.\n\n%%\nsecret\n\n```\nsecret\n```\n%%\n\n`%%code%%` 5 \\%% {{ three }}\n\n~~~\n%%d%%\n~~~\n\n%% secret\n\nsecret",
  });
  expect(drafts[0]).toMatchObject({
    headline: "A story",
    body: [
      paragraph("One two."),
      { type: "paragraph", children: [{ type: "code", text: "%%code%%" }, text(" 5 %%")] },
      { type: "code", text: "%%d%%" },
    ],
  });
  expect(problems.map(({ severity, place, message }) => `${severity}, ${place}: ${message}`)).toEqual([
    expect.stringMatching(/^notice, undefined: A comment/u),
    expect.stringMatching(/^notice, line 5: A comment/u),
    expect.stringMatching(/^notice, line 7: A comment/u),
    expect.stringMatching(/^warning, line 21: It is not certain/u),
    expect.stringMatching(/^warning, line 15: \{\{ three \}\}/u),
  ]);
});

test.each([
  [
    "of batch files",
    'In a file use %%i for the name and %%~nxi for its end.\n\nSee `for %%i`, %%Y-%%m-%%d, %%Y%%m%%d, "%%".\n\nAll is 100%%.',
  ],
  ["of per cent", "We want 100%% of it, (5%%), or 7%%."],
  ["of code in tags", "{% highlight erlang %}\n%% public\n{% endhighlight %}\n\n{% raw %}%% public{% endraw %}"],
])("signs %s that no comment can be are text", async (_, text) => {
  const { body, problems } = await bodyOf(text);
  const words = JSON.stringify(body);
  for (const word of text.match(/%%\w*|\w+%%|\w{4,}/gu) ?? []) if (!/highlight|erlang|raw/u.test(word)) expect(words).toContain(word);
  expect(problems).toEqual([]);
});

test.each([
  ["below a per cent", "We want 100%% of it.\n\n%% secret %%\n\nWords."],
  ["behind a per cent", "We want 100%% of it. %% secret %% Words."],
  ["below a variable", "Use %%i and %%~nxi.\n\n%%secret%% Words."],
  ["behind a variable", "Use %%i. %% secret %% Words."],
  ["with a per cent in it", "%% secret 100%% secret %% Words."],
  ["with another in it", "%%\nsecret\n\n%% secret %%\nsecret\n%%\n\nWords."],
  ["with code in it", "%%\nsecret\n\n~~~\n%%\n~~~\n\nsecret\n%%\n\nWords."],
  ["in a quote", "> %%\n> secret\n> %%\n\nWords."],
])("a comment %s is left out, and what is around it stays", async (_, text) => {
  const { drafts, problems } = await readFiles({ "story.md": `---\ntitle: A story\ndate: 2024-01-01\n---\nFirst.\n\n${text}` });
  expect(JSON.stringify(drafts)).not.toContain("secret");
  expect(JSON.stringify(drafts)).toMatch(/First\..*Words\./u);
  expect(problems.map(({ severity }) => severity)).toEqual(["notice"]);
});

test.each([
  ["is over lines of a paragraph", "Words %% secret\nsecret %% words."],
  ["is over lines of a paragraph and touches its signs", "Words %%secret\nsecret%% words."],
  ["lost its end", "Words.\n\n%%\nsecret\n\n%% secret %%\n\n%% secret %%\n\nsecret"],
  ["lost its beginning", "Words.\n\n%%\nsecret\n%%\n\nsecret %%\n\nWords."],
  ["lost its end before another", "Words.\n\n%%\nsecret\n\nWords.\n\n%%\nsecret\n%%"],
  ["begins at a per cent", "Words 5%% secret %%"],
  ["ends at a per cent", "Words %%secret 5%%"],
])("a comment that %s is published nowhere, and told as a loss", async (_, text) => {
  const { drafts, problems } = await readFiles({ "story.md": `---\ntitle: A story\ndate: 2024-01-01\n---\nFirst.\n\n${text}` });
  const words = JSON.stringify(drafts);
  expect(words).toMatch(/First\..*Words/u);
  expect(words).not.toContain("secret");
  expect(problems.filter(({ severity }) => severity === "warning")).toMatchObject([
    { message: expect.stringContaining("not certain where a comment"), place: expect.stringMatching(/^line [79]$/u) },
  ]);
});

test("the address of the site before a path is left out, and the path stays", async () => {
  const { body } = await bodyOf(
    "[a]({{ site.baseurl }}/x/) [b]({{site.url}}/y) [c]({{ '/z/' | relative_url }}) [d]({% link _posts/2014-03-12-e.md %})",
  );
  expect(JSON.stringify(body).match(/"url":"[^"]*"/gu)).toEqual([
    '"url":"/x/"',
    '"url":"/y"',
    '"url":"/z/"',
    '"url":"/_posts/2014-03-12-e.md"',
  ]);
});

test("text inside an indented box of HTML is no code", async () => {
  const { body } = await bodyOf("<div>\n    <p>One</p>\n\n    Two *words*\n</div>\n\n    code");
  expect(body).toEqual([
    paragraph("One"),
    { type: "paragraph", children: [text("Two "), { type: "emphasis", children: [text("words")] }] },
    { type: "code", text: "code" },
  ]);
});

test("a name with a full stop is no address", async () => {
  expect((await bodyOf("See README.md and Node.js at example.org.")).body).toEqual([
    paragraph("See README.md and Node.js at example.org."),
  ]);
});

test.each([
  ["---\ntitle: A\ntags: [a, b]\n---\nText", { title: "A", tags: ["a", "b"] }],
  ["+++\ntitle = 'A'\n+++\nText", { title: "A" }],
  ['{ "title": "A {b} \\" c" }\nText', { title: 'A {b} " c' }],
  ['---json\n{ "title": "A" }\n---\nText', { title: "A" }],
  ["---\n---\nText", {}],
  ["Text --- and more", {}],
  ['---\ntitle: "one\ntwo"\nlist:\n- "three\nfour"\n---\nText', { title: "one two", list: ["three four"] }],
  ['---\npeople:\n  - name: A\n    bio: "one\ntwo"\n    img: a.jpg\n---\nText', { people: [{ name: "A", bio: "one two", img: "a.jpg" }] }],
])("the front matter of %j is read", (source, fields) => {
  expect(frontMatter(source)).toMatchObject({ fields, body: expect.stringMatching(/Text/u) });
});

test.each([
  ["---\na: [1\n---\n", 2],
  ["---\na: b\n c: d\n  - e\n---\n", 2],
  ["---\n- a\n- b\n---\n", 2],
  ['+++\na = "b\n+++\n', 2],
  ["---js\n{}\n---\n", 1],
  ['{"a": [}\n', 1],
])("what is wrong with the front matter of %j is in line %s", (source, line) => {
  const result = frontMatter(source);
  expect(result).toMatchObject({ line, error: expect.any(String) });
});

test("aliases that would unfold without end are refused", () => {
  const bomb = [
    "a: &a [x,x,x,x,x,x,x,x,x,x]",
    ..."bcdefghij".split("").map((name, i) => `${name}: &${name} [${`*${"abcdefghij"[i]},`.repeat(9)}*${"abcdefghij"[i]}]`),
  ];
  expect(frontMatter(`---\n${bomb.join("\n")}\n---\n`)).toHaveProperty("error");
});

test("an author is shown by whatever name an account has", async () => {
  const account = "login: ada\n  email: ada@paper.example\n  display_name: Ada Keane\n  first_name: ''";
  const { drafts, problems } = await readFiles({
    "a.md": `---\ntitle: A\ndate: 2020-01-01\nauthor:\n  ${account}\n---\nText`,
    "b.md": "---\ntitle: B\ndate: 2020-01-01\nauthors:\n  - { firstName: Ben, lastName: Ruiz }\n  - { username: chris }\n---\nText",
  });
  expect(drafts.map(({ authors }) => authors)).toEqual([[{ name: "Ada Keane" }], [{ name: "Ben Ruiz" }, { name: "chris" }]]);
  expect(problems).toEqual([]);
});

test("the names of a field are known in any case and with any separator, ours first", async () => {
  const { drafts } = await readFiles({
    "a.md": "---\nTitle: A\nDate: 2024-01-01\nLast_Modified_At: 2024-01-02\nSummary: b\nlead: c\nTags: d, e\n---\nText",
    "b.md": "---\ntitle: A\nheadline: B\ndate: 2024-01-01\n---\n# B\n\nText",
  });
  expect(drafts[0]).toMatchObject({ headline: "A", dateModified: "2024-01-02", standfirst: "b", topics: [{ name: "d" }, { name: "e" }] });
  expect(drafts[1]).toMatchObject({ headline: "B", body: [paragraph("Text")] });
});

test("an unknown field is told once for all files", async () => {
  const story = "---\ntitle: A\ndate: 2024-01-01\nmystery: 1\nlayout: post\n---\nText";
  const { problems } = await readFiles({ "a.md": story, "b.md": story });
  expect(problems.map(({ file, severity, message }) => `${file} ${severity} ${message}`)).toEqual([
    'a.md notice The field "mystery" is not known here and was not read (reported once for all files).',
  ]);
});

test.each([
  ["url: /2014/03/hub/", { url: undefined, oldUrls: ["/2014/03/hub/"] }],
  ["permalink: /hub.html", { url: undefined, oldUrls: ["/hub.html"] }],
  ["url: https://other.example/hub", { url: "https://other.example/hub", oldUrls: [] }],
  ["permalink: https://other.example/hub", { url: "https://other.example/hub", oldUrls: [] }],
  ["url: https://www.paper.example/hub", { url: undefined, oldUrls: ["https://www.paper.example/hub"] }],
  ["canonical: https://first.example/hub\nurl: /hub/", { url: "https://first.example/hub", oldUrls: ["/hub/"] }],
])("%j is an old address if it is a path or of this site, and the canonical one if it is of another", async (field, addresses) => {
  const { drafts } = await readFiles({ "a.md": `---\ntitle: A\ndate: 2024-01-01\n${field}\n---\nText` }, { url: "https://paper.example/" });
  expect(drafts[0]).toMatchObject(addresses);
});

test("a field that says what another says already is named, and so are all pictures but the first", async () => {
  const { problems } = await readFiles({
    "a.md": "---\ntitle: A\ndate: 2024-01-01\ndescription: b\nsubtitle: c\nsummary: b\nimages: [d.jpg, e.jpg]\n---\nText",
  });
  expect(problems.map(({ place, message }) => `${place} ${message.split(",")[0]}`)).toEqual([
    'subtitle The field "subtitle" was not read',
    'images The field "images" was not read',
    "line 7 The picture d.jpg is not there; it was left out.",
  ]);
});

test("day and slug come from the file's name where no field gives them", async () => {
  const { drafts } = await readFiles({
    "2014-03-12-the-hub.md": "---\ntitle: A\n---\nText",
    "bundle/index.md": "---\ntitle: B\ndate: 2024-01-01\n---\nText",
    "c.md": "---\ntitle: C\nslug: own\ndate: 2024-01-01\n---\nText",
  });
  expect(drafts.map(({ slug, datePublished }) => [slug, datePublished])).toEqual([
    ["the-hub", "2014-03-12"],
    ["bundle", "2024-01-01"],
    ["own", "2024-01-01"],
  ]);
});
