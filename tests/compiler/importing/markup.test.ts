import { expect, test } from "vitest";
import { asciidoc, headerFields } from "../../../src/compiler/reading/markup/asciidoc.ts";
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

   <script>alert(1)</script>

.. youtube:: abcdefghijk

.. toctree::

   a

.. [#a] By two metres.
`;

test.skipIf(!(await restructuredText.isThere()))("reStructuredText comes in by Docutils, without files of this machine", async () => {
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
      { type: "embed", provider: "YouTube" },
      { type: "note", id: "a" },
    ],
  });
  expect(others).toMatchObject([{ headline: "The gate" }]);
  expect(items.flatMap((item) => ("reason" in item ? [item.reason] : []))).toEqual(["It is marked as not published (status: draft)."]);
  expect(messages).toContain("What the directive “include” would insert was left out.");
  expect(messages).toContainEqual(expect.stringMatching(/^A part was left out \(line \d+: Unknown directive type "toctree"/u));
});

test.skipIf(!(await asciidoc.isThere()))("AsciiDoc comes in by Asciidoctor, if it is installed", async () => {
  const { content, items } = await tryImport(
    folderOf({
      "crane.adoc": "= The crane\nAda Keane <ada@mail.example>\nv1.0, 2024-04-22\n\nIt *moved* to xref:gate.adoc[the gate].footnote:[By two metres.]\n\nNOTE: At six.\n\ninclude::/etc/passwd[]\n",
      "gate.adoc": "= The gate\n:revdate: 2024-04-23\n\nIt opened.\n",
      "key.adoc": ":page-draft: true\n\n= The key\n:revdate: 2024-04-23\n\nHidden.\n",
    }),
  ); // prettier-ignore
  const [crane, ...others] = [...articlesIn(content).values()];
  expect(crane).toMatchObject({
    authors: ["Ada Keane"],
    body: [{ children: [{}, { type: "strong" }, {}, { type: "link", url: "/article/gate" }, {}, { type: "noteRef" }] }, { type: "callout" }, { type: "note" }],
  }); // prettier-ignore
  expect(others).toHaveLength(1);
  expect(items.flatMap((item) => ("reason" in item ? [item.reason] : []))).toEqual(["It is marked as a draft (draft: true)."]);
});

test("the header of AsciiDoc gives the fields, also below attributes", () => {
  const byline = "Ada Keane <ada@mail.example>; Bo\nv1.0, 2024-04-22";
  expect(
    headerFields(`// x\n:page-draft:\n\n= The crane\n${byline}\n:icons:\n:page-tags: [a, b]\n:jbake-status: draft\n\n:date: 1999-01-01\n`),
  ).toEqual({
    title: "The crane",
    authors: ["Ada Keane", "Bo"],
    date: "2024-04-22",
    draft: true,
    tags: ["a", "b"],
    status: "draft",
  });
  expect(headerFields("= The gate\n2024-04-22\n\nWords.\n")).toEqual({ title: "The gate", date: "2024-04-22" });
  expect(headerFields("Words: all of them.\n")).toEqual({});
});
