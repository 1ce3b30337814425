import { expect, test } from "vitest";
import { articlesIn, folderOf, tryImport } from "../../support/importing.ts";

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="5" height="5"/></svg>';
const POSTS = "Blog 1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d/Posts 3c2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d";
const [CRANE, GATE] = ["The crane 2b2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d.md", "The gate 5e2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d.md"];

/** An export of Notion as Markdown & CSV: a page with a database, whose rows are pages. */
const NOTION = {
  "Blog 1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d.md": `# Blog\n\n[Posts](${encodeURI(POSTS)}_all.csv)\n`,
  [`${POSTS}_all.csv`]: "\uFEFFName,Author,Date,Slug,Status\nThe crane,Ada Keane,2024/04/22,the-crane-moves,Published\n",
  [`${POSTS}/${CRANE}`]: `# The crane

Author: Ada Keane
Date: April 22, 2024
Slug: the-crane-moves
Status: Published
Tags: cranes, The port

It moved, like [the gate](${encodeURI(GATE)}).

![At noon](The%20crane/Screenshot_2024.svg)

At noon

<aside>
<img src="/icons/light-bulb_gray.svg" alt="/icons/light-bulb_gray.svg" width="40px" />

**It** closes at six.

</aside>

- [x]  ropes
`,
  [`${POSTS}/The crane/Screenshot_2024.svg`]: DRAWING,
  [`${POSTS}/${GATE}`]:
    "# The gate\n\nCreated time: May 2, 2024 10:15 AM\nPublish date: May 3, 2024 → May 4, 2024\n🔒 Private: No\n\nIt opened: at last.\n",
  [`${POSTS}/The ferry 4d2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d.md`]: "# The ferry\n\nDate: May 1, 2024\nStatus: Draft\n\nIt came.\n",
  [`${POSTS}/The key 6f2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d.md`]: "# The key\n\n🔒 Private: Yes\ndate: May 3, 2024\n\nIt is hidden.\n",
};

test("the pages of Notion come in with their properties, links, boxes and captions", async () => {
  const { content, items, others, counts } = await tryImport(folderOf(NOTION));
  const [crane, gate] = [...articlesIn(content).values()];
  expect(crane).toMatchObject({
    slug: "the-crane-moves",
    headline: "The crane",
    authors: ["Ada Keane"],
    datePublished: "2024-04-22T00:00:00Z",
    topics: ["cranes", "The port"],
    body: [
      { children: [{}, { type: "link", url: "/article/the-gate" }, {}] },
      { type: "figure", image: { caption: [{ text: "At noon" }] } },
      { type: "callout", children: [{ children: [{ type: "strong" }, { text: " closes at six." }] }] },
      { type: "list" },
    ],
  });
  expect(gate).toMatchObject({
    slug: "the-gate",
    datePublished: "2024-05-03T00:00:00Z",
    body: [{ children: [{ text: "It opened: at last." }] }],
  });
  expect(items.flatMap((item) => ("reason" in item ? [item.reason] : []))).toEqual([
    "It has no date, so it was skipped.",
    "It is marked as not published (Status: Draft).",
    "It is marked as not public (Private: Yes).",
  ]);
  // A table has the rows of drafts, too.
  expect(others.filter((file) => file.endsWith(".csv"))).toEqual([]);
  expect(counts?.leftOut).toEqual({ "tables of Notion’s databases, whose rows are pages": 1 });
});

test("a TextBundle comes in with its pictures and the date of its note, and what is in the trash does not", async () => {
  const info = (noted: object) =>
    JSON.stringify({ version: 2, "net.shinyfrog.bear": { creationDate: "2024-04-22T07:10:00+02:00", trashed: 0, archived: 0, ...noted } });
  const { content, items } = await tryImport(
    folderOf({
      "The lamp.textbundle/text.md": "# The lamp\n\nIt *shines*.\n\n![The lamp](assets/lamp.svg)\n",
      "The lamp.textbundle/info.json": info({ uniqueIdentifier: "A-1" }),
      "The lamp.textbundle/assets/lamp.svg": DRAWING,
      "Notes/The rope.textbundle/text.markdown": "It holds.\n",
      "Notes/The rope.textbundle/info.json": info({}),
      "Thrown away.textbundle/text.md": "# Thrown away\n\nNobody should see it.\n",
      "Thrown away.textbundle/info.json": info({ trashed: 1 }),
    }),
  );
  expect([...articlesIn(content).values()]).toMatchObject([
    { slug: "the-lamp", datePublished: "2024-04-22T07:10:00+02:00", body: [{}, { type: "figure" }] },
    { slug: "the-rope", headline: "The rope" },
  ]);
  expect(items.flatMap((item) => ("reason" in item ? [item.reason] : []))).toEqual(["It is marked as not public (trashed: 1)."]);
  expect(items.flatMap(({ changes }) => changes)).toEqual([]);
});

test("a note of Obsidian has the name of its file as its headline, whatever its words", async () => {
  const files = { "cranes.md": "---\ndate: 2024-04-22\n---\nThey *move*.\n", "UML.md": "---\ndate: 2024-04-23\n---\nBoxes.\n" };
  const { content } = await tryImport(folderOf({ ".obsidian/app.json": "{}", ...files }));
  expect([...articlesIn(content).values()].map(({ headline }) => headline)).toEqual(["UML", "cranes"]);
});

test("a text in Markdown that shows the HTML of Medium is not taken for a story of Medium", async () => {
  const html = '<article class="h-entry">\n<h1 class="p-name">Name</h1>\n<div class="e-content">…</div>\n</article>';
  const matter = "---\ntitle: Microformats\ndate: 2024-04-22\n---\n";
  const { content } = await tryImport(folderOf({ "crane.md": `${matter}They name parts:\n\n\`\`\`html\n${html}\n\`\`\`\n` }));
  expect([...articlesIn(content).values()]).toMatchObject([{ headline: "Microformats", body: [{}, { type: "code", text: html }] }]);
});

test("a post of ABlog in MyST has the fields of its directive, and is a draft without a date", async () => {
  const fence = "```";
  const { content, items } = await tryImport(
    folderOf({
      "a.md": `# Cranes\n\n${fence}{post} Jan 15, 2024\n:tags: cranes, port\n:author: Mina Hale\n\nIn short.\n${fence}\n\nIt moved.\n`,
      "b.md": "# Draft\n\n:::{post}\n:tags: cranes\n:::\n\nNot yet.\n",
      "open.md": `---\ntitle: Open\ndate: 2024-01-16\n---\n${fence}{post}\n${":tags: cranes\n".repeat(20_000)}\nNot yet.\n`,
      "c.md": `---\ntitle: How to\ndate: 2024-01-16\n---\n\`${fence}md\n${fence}{post} Jan 1, 2020\n${fence}\n\`${fence}\n`,
    }),
  );
  expect([...articlesIn(content).values()]).toMatchObject([
    {
      headline: "Cranes",
      standfirst: "In short.",
      authors: ["Mina Hale"],
      topics: ["cranes", "port"],
      datePublished: "2024-01-15T00:00:00Z",
    },
    { headline: "How to", datePublished: "2024-01-16T00:00:00Z", body: [{ type: "code" }] },
  ]);
  const draft = "It is marked as a draft (draft: true).";
  expect(items.flatMap((item) => ("reason" in item ? [item.reason] : []))).toEqual([draft, draft]);
});
