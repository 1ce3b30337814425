import { expect, test } from "vitest";
import { keptBack } from "#compiler/draft/release/keptBack.ts";
import { readFiles } from "../contentFolder.ts";

const FILES = { "posts/2024/05/01/x.md": "# X\n\nWords.\n", "posts/2024/05/01/x.es.md": "# Equis\n\nPalabras.\n" };

/** Whether the story and its translation are kept back, with these files beside them. */
const keptBackWith = async (files: Record<string, string>): Promise<boolean[]> => {
  const { drafts } = await readFiles({ ...FILES, ...files });
  return ["x.md", "x.es.md"].map((name) => {
    const { held, moments = [] } = drafts.find(({ file }) => file.endsWith(`/${name}`)) ?? {};
    return keptBack({ ...(held !== undefined && { held }), moments }, { now: Date.parse("2026-01-01") }) !== undefined;
  });
};

test.each([
  ".. title: X\n\n.. status: draft\n",
  ".. title: X\n.. my note: it waits\n.. status: draft\n",
  ".. title: X\n.. tags: a, Draft\n.. status:\n",
  ".. title: X\n.. status: published\n.. tags: draft\n",
  "---\ntitle: X\nstatus: draft\n---\n",
  "---\ntitle: X\ntags: a, Draft\n---\n",
  "---\ntitle: [X\n---\n",
  '+++\ntitle = "X"\nstatus = "draft"\n+++\n',
  ".. date: 2099-01-01 00:00 UTC\n",
  "X\nx\n2099-01-01\ndraft\n",
])("a .meta file of %j keeps back its story and the translation", async (meta) => {
  expect(await keptBackWith({ "posts/2024/05/01/x.meta": meta })).toEqual([true, true]);
});

test.each([".. title: X\n.. date: 2024-05-01 10:00 UTC+02:00\n.. status: published\n", "---\ntitle: X\ndate: 2024-05-01\n---\n"])(
  "a .meta file of %j keeps nothing back",
  async (meta) => {
    expect(await keptBackWith({ "posts/2024/05/01/x.meta": meta })).toEqual([false, false]);
  },
);

test("a .meta file that cannot be read keeps back no other story", async () => {
  expect(await keptBackWith({ "posts/2024/05/01/y.md": "# Y\n\nWords.\n", "posts/2024/05/01/y.meta": "---\ntitle: [Y\n---\n" })).toEqual([
    false,
    false,
  ]);
});

test("a translation with a .meta file of its own has the fields of that one first", async () => {
  const own = { "posts/2024/05/01/x.es.meta": ".. date: 2024-05-01 00:00 UTC\n" };
  expect(await keptBackWith({ ...own, "posts/2024/05/01/x.meta": ".. date: 2099-01-01 00:00 UTC\n" })).toEqual([true, false]);
});
