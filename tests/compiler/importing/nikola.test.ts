import { expect, test } from "vitest";
import { restructuredText } from "../../../src/compiler/reading/markup/restructuredText.ts";
import { articlesIn, folderOf, tryImport } from "../../support/importing.ts";

// CI installs Docutils: where it is missing there, this fails and says how to get it.
const withDocutils = test.skipIf(!(await restructuredText.isThere()) && !process.env["CI"]);

withDocutils("texts of Nikola in .txt come in with their files of fields, and other plain text does not", async () => {
  expect(await restructuredText.isThere(), "apt-get install python3-docutils").toBe(true);
  const { content, items, others } = await tryImport(
    folderOf({
      "posts/crane.txt": ".. title: The crane\n.. slug: crane\n.. date: 2024-04-22 07:10:00 UTC+02:00\n.. tags:\n\nIt *moved*.\n",
      "posts/gate.txt": "It ``opened``.\n",
      "posts/gate.meta": ".. title: The gate\n.. slug: gate\n.. date: 2024/04/23 07:10:00\n",
      "posts/key.txt": "Hidden.\n",
      "posts/key.meta": ".. title: The key\n.. date: 2024/04/23\n.. status: private\n",
      "posts/lamp.txt": ".. title: The lamp\n.. date: 2024-04-23\n.. status: draft\n\nHidden.\n",
      "posts/lamp.es.txt": ".. title: El farol\n.. date: 2024-04-23\n\nEscondido.\n",
      "robots.txt": "User-agent: *\nDisallow:\n",
      "conf.py": 'BLOG_TITLE = "Post"\n',
    }),
  );
  expect([...articlesIn(content).values()]).toMatchObject([
    { slug: "crane", headline: "The crane", body: [{ children: [{}, { type: "emphasis" }, {}] }] },
    { slug: "gate", headline: "The gate", body: [{ children: [{}, { type: "code" }, {}] }] },
  ]);
  expect(items.flatMap((item) => ("reason" in item ? [item.reason] : []))).toEqual([
    "It is marked as not published (status: private).",
    "It is marked as not published (status in posts/lamp.txt: draft).",
    "It is marked as not published (status: draft).",
  ]);
  expect(items.flatMap(({ changes }) => changes).filter(({ message }) => message.includes("topics"))).toEqual([]);
  expect(others).toContain("robots.txt");
});
