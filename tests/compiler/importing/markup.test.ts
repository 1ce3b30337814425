import { expect, test } from "vitest";
import { asciidoc, fieldsOf } from "../../../src/compiler/reading/markup/asciidoc.ts";
import { restructuredText } from "../../../src/compiler/reading/markup/restructuredText.ts";
import { articlesIn, folderOf, tryImport } from "../../support/importing.ts";

const PAGE = `The crane
=========

:date: 2024-04-22 07:10
:tags: cranes, port

It *moved* to \`the gate <gate.rst>\`_. A note [#a]_.

.. note:: It closes at six.

.. include:: /etc/passwd

.. raw:: html

   <script>alert(1)</script><p>Its <em>arm</em>.</p>

.. raw:: html
   :file: /etc/passwd

.. youtube:: abcdefghijk

.. toctree::

   a

.. [#a] By two metres.
`;

// CI installs both programs: where one is missing there, these fail and say how to get it.
const withDocutils = test.skipIf(!(await restructuredText.isThere()) && !process.env["CI"]);
const withAsciidoctor = test.skipIf(!(await asciidoc.isThere()) && !process.env["CI"]);

withDocutils("reStructuredText comes in by Docutils, without files of this machine", async () => {
  expect(await restructuredText.isThere(), "apt-get install python3-docutils").toBe(true);
  const { content, items, messages } = await tryImport(
    folderOf({
      "crane.rst": PAGE,
      "gate.rst": ".. title: The gate\n.. date: 2024-04-23 07:10:00 UTC+02:00\n\nIt opened.\n",
      "key.rst": "The key\n=======\n\n:date: 2024-04-23\n:status: draft\n\nHidden.\n",
    }),
  );
  const [crane, ...others] = [...articlesIn(content).values()];
  expect(crane).toMatchObject({
    headline: "The crane",
    topics: ["cranes", "port"],
    body: [
      { children: [{}, { type: "emphasis" }, {}, { type: "link", url: "/article/gate" }, {}, { type: "noteRef", note: "a" }, {}] },
      { type: "callout", kind: "note" },
      { children: [{ text: "Its " }, { type: "emphasis" }, { text: "." }] },
      { type: "embed", provider: "YouTube" },
      { type: "note", id: "a" },
    ],
  });
  expect(others).toMatchObject([{ headline: "The gate" }]);
  expect(items.flatMap((item) => ("reason" in item ? [item.reason] : []))).toEqual(["It is marked as not published (status: draft)."]);
  expect(messages).toContain("What the directive “include” would insert was left out.");
  expect(messages).toContain("What the directive “raw” would insert was left out.");
  expect(messages).toContainEqual(expect.stringMatching(/^A part was left out \(line \d+: Unknown directive type "toctree"/u));
});

withDocutils("code, keys, verse, boxes and sources of reStructuredText keep their forms", async () => {
  const text = `The crane
=========

:date: 2024-04-22

Press :kbd:\`Ctrl\` of :ref:\`the gate <gate-label>\`, as in \`\`a.c\`\` [Ada24]_.

| The crane
|   moves.

.. code-block:: python
   :linenos:
   :emphasize-lines: 1
   :caption: lift.py

   lift(
       2)

.. topic:: Tides

   At six.

.. seealso:: The port.

jib : noun
   The |arm|.

.. [Ada24] On cranes.
`;
  const { content, messages } = await tryImport(folderOf({ "crane.rst": text }));
  const plain = { type: "text" };
  expect([...articlesIn(content).values()][0]?.body).toMatchObject([
    {
      children: [
        plain,
        { type: "code", text: "Ctrl" },
        { text: " of the gate, as in " },
        { type: "code", text: "a.c" },
        plain,
        { type: "noteRef" },
        plain,
      ],
    },
    { children: [{ text: "The crane" }, { type: "break" }, { text: "\u2003moves." }] },
    { children: [{ text: "lift.py" }] },
    { type: "code", text: "lift(\n    2)" },
    { type: "callout", title: [{ text: "Tides" }], children: [{ children: [{ text: "At six." }] }] },
    { type: "callout", children: [{ children: [{ text: "The port." }] }] },
    { type: "definitions", entries: [{ terms: [[{ text: "jib (noun)" }]] }] },
    { type: "note", children: [{ children: [{ text: "On cranes." }] }] },
  ]);
  expect(messages.filter((message) => message.includes("left out"))).toEqual([expect.stringContaining('referenced: "arm"')]);
});

withDocutils("a text in a markup language without a date gets that of its file on request", async () => {
  const { content, items } = await tryImport(folderOf({ "crane.rst": "The crane\n=========\n\nIt moved.\n" }), {
    dates: { undated: "keep" },
  });
  expect([...articlesIn(content).values()]).toMatchObject([{ headline: "The crane" }]);
  expect(items).toMatchObject([{ file: "crane.rst", outcome: "published", changes: [{ file: "crane.rst" }] }]);
});

withAsciidoctor("AsciiDoc comes in by Asciidoctor, if it is installed", async () => {
  expect(await asciidoc.isThere(), "npm ci").toBe(true);
  const { content, items } = await tryImport(
    folderOf({
      "crane.adoc": "= The crane\nAda Keane <ada@mail.example>\nv1.0, 2024-04-22\n:toc:\n\nIt *moved* to xref:gate.adoc[the gate].footnote:[By two metres.]\n\nNOTE: At six.\n\n== After\n\ninclude::/etc/passwd[]\n",
      "gate.adoc": "= The gate\n:revdate: 2024-04-23\n\nIt opened.\n",
      "key.adoc": ":page-draft: true\n\n= The key\n:revdate: 2024-04-23\n\nHidden.\n",
    }),
  ); // prettier-ignore
  const [crane, ...others] = [...articlesIn(content).values()];
  expect(crane).toMatchObject({
    authors: ["Ada Keane"],
    body: [{ children: [{}, { type: "strong" }, {}, { type: "link", url: "/article/gate" }, {}, { type: "noteRef" }] }, { type: "callout" }, { type: "heading" }, { type: "note" }],
  }); // prettier-ignore
  expect(others).toHaveLength(1);
  expect(items.flatMap((item) => ("reason" in item ? [item.reason] : []))).toEqual(["It is marked as a draft (draft: true)."]);
});

withAsciidoctor("quotes, verse, boxes, terms and formulas of AsciiDoc keep their forms", async () => {
  const text = `= The crane
:revdate: 2024-04-22

.Landing
[quote, Ada, The book]
It moved.

[verse, Ada]
The crane
moves.

.Tides
****
At six.
****

[horizontal]
jib:: the arm

[latexmath]
++++
\\frac{a}{b}
++++
`;
  const { content } = await tryImport(folderOf({ "crane.adoc": text }));
  expect([...articlesIn(content).values()][0]?.body).toMatchObject([
    { children: [{ text: "Landing" }] },
    { type: "quote", children: [{}], attribution: [{ text: "Ada, " }, { type: "emphasis" }] },
    { type: "quote", children: [{ children: [{}, { type: "break" }, {}] }], attribution: [{ text: "Ada" }] },
    { type: "callout", title: [{ text: "Tides" }], children: [{}] },
    { type: "definitions" },
    { type: "formula", tex: "\\frac{a}{b}" },
  ]);
});

/** What an import says of its articles that are not public, by file, and the others. */
async function heldOf(files: Record<string, string>) {
  const { content, items, messages } = await tryImport(folderOf(files));
  const held = Object.fromEntries(items.flatMap((item) => ("reason" in item ? [[item.file, item.reason]] : [])));
  return { held, messages, articles: [...articlesIn(content).values()] };
}

const DRAFT = "It is marked as a draft (draft: true).";

withAsciidoctor("an AsciiDoc draft is not public, however its header is written", async () => {
  const page = (above: string, title = "= The key\n", below = "") => `${above}${title}:revdate: 2024-04-23\n${below}\nHidden.\n`;
  const { held, articles, messages } = await heldOf({
    "licence.adoc": page("////\nFree.\n////\n:page-draft: true\n\n"),
    "hash.adoc": page(":page-draft:\n\n", "# The key\n"),
    "underlined.adoc": page("", "The key\n=======\n", ":page-draft: true\n"),
    "role.adoc": page("[.article]\n", "= The key\n", ":draft:\n"),
    "awestruct.adoc": page("", "= The key\n", ":awestruct-draft: true\n"),
    "other.adoc": page("", "= The key\n", ":mysite-draft: true\n"),
    "below.adoc": page("", "= The key\n", "\n:page-draft: true\n"),
    "twice.adoc": page("", "= The key\n", ":page-draft: false\n:draft: true\n"),
    "matter.adoc": `---\ndraft: false\n---\n${page("", "= The key\n", ":page-draft: true\n")}`,
    "jbake.adoc": "title=The key\ndate=2024-04-23\nstatus=draft\n~~~~~~\n\nHidden.\n",
    "misspelt.adoc": page("", "= The gate\n", ":drft: true\n:page-colour: red\n:url-site: https://site.example\n"),
  });
  expect(articles).toMatchObject([{ headline: "The gate" }]);
  expect(held).toEqual({
    ...Object.fromEntries("licence hash underlined role awestruct other below matter".split(" ").map((name) => [`${name}.adoc`, DRAFT])),
    "twice.adoc": DRAFT,
    "jbake.adoc": "It is marked as not published (status: draft).",
  });
  expect(messages).toContain('The field "drft" is not known here and was not read.');
  expect(messages).toContain('The field "colour" is not known here and was not read (reported once for all files).');
  expect(messages.filter((message) => message.includes("is not known here"))).toHaveLength(2);
});

withAsciidoctor("blocks of AsciiDoc keep their roles, which may say that not everybody may read them", async () => {
  const blocks = "****\na\n****|====\na\n====|[quote, Ada]\na|[verse]\na|[horizontal]\na:: b|[NOTE]\na".split("|");
  const { html } = await asciidoc.convert(blocks.map((block) => `[.members-only]\n${block}\n\n`).join(""), () => {});
  expect(html.match(/members-only/gu)).toHaveLength(blocks.length);
});

withDocutils("blocks of reStructuredText keep their classes", async () => {
  const { html } = await restructuredText.convert(".. topic:: T\n   :class: paywall\n\n   a\n\n.. class:: paywall\n\n| a\n", () => {});
  expect(html.match(/paywall/gu)).toHaveLength(2);
});

withDocutils("a reStructuredText draft is not public, however its fields are written", async () => {
  const page = (fields: string, above = "") => `${above}The key\n=======\n\n${fields}\n\nHidden.\n`;
  const { held, articles, messages } = await heldOf({
    "blank.rst": page(":date: 2024-04-23\n\n:status: draft"),
    "comment.rst": page(":date: 2024-04-23\n\n.. Checked.\n\n:status: draft"),
    "below.rst": page(":date: 2024-04-23\n:status:\n   draft"),
    "set.rst": page(":date: 2024-04-23\n:draft:"),
    "later.rst": page(":date: 2024-04-23\n\nWords.\n\n:status: draft"),
    "nikola.rst": ".. title: The key\n.. date: 2024-04-23\n\n.. status: draft\n\nHidden.\n",
    "undated.rst": page(".. post::\n   :tags: a"),
    "head.rst": page(":date: 2024-04-23\n\n.. meta::\n   :robots: noindex"),
    "planned.rst": page("Words.", ".. post:: 2099-01-01\n   :tags: a, b\n\n"),
    "misspelt.rst": "The gate\n========\n\n:date: 2024-04-23\n:sttus: draft\n:colour: red\n:version: 1\n\nWords.\n",
  });
  const status = "It is marked as not published (status: draft).";
  expect(held).toEqual({
    ...Object.fromEntries("blank comment below later nikola".split(" ").map((name) => [`${name}.rst`, status])),
    "set.rst": DRAFT,
    "undated.rst": DRAFT,
    "head.rst": "It is excluded from lists or search (robots: noindex).",
    "misspelt.rst": "It is marked as not published (sttus: draft).",
  });
  expect(articles).toMatchObject([{ datePublished: expect.stringMatching(/^(?:2099-01-01|2098-12-31)/u), topics: ["a", "b"] }]);
  expect(messages).toContain('The field "colour" is not known here and was not read (reported once for all files).');
});

test("the header of AsciiDoc gives the fields", () => {
  expect(
    fieldsOf(
      [
        ["author", "Ada Keane"],
        ["author_1", "Ada Keane"],
        ["author_2", "Bo"],
        ["revdate", "v1, 2024-04-22"],
        ["page-tags", "[a, b]"],
        ["tags", "c"],
        ["sectnums", ""],
        ["url", "https://site.example"],
      ],
      "It is at {url}.",
    ),
  ).toEqual({ authors: ["Ada Keane", "Bo"], date: "2024-04-22", tags: ["a", "b"] });
  expect(fieldsOf([["author", "2024-04-22"]], "")).toEqual({ date: "2024-04-22" });
  expect(fieldsOf([], "Words: all of them.\n")).toEqual({});
});
