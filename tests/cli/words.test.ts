import { expect, test, vi } from "vitest";
import { words } from "#cli/words.ts";
import { folderOf } from "../support/importing.ts";

/** What the command prints of a paper's words, with its exit code. */
async function printed(files: Record<string, string>, options: { missing?: string; strict?: boolean } = {}) {
  const [out, err] = [vi.spyOn(console, "log").mockReturnValue(), vi.spyOn(console, "error").mockReturnValue()];
  try {
    const code = await words({ content: folderOf({ "edition.json": "{}", ...files }), ...options });
    return { code, out: out.mock.calls.flat().join("\n").split("\n"), err: err.mock.calls.flat() };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

test("each language has a line with how many messages are translated, and how many of them by the paper", async () => {
  const { code, out, err } = await printed({ "words/de.json": JSON.stringify({ page: { menu: "Übersicht", latest: "Neu" } }) });
  expect(out.find((line) => line.startsWith("de "))).toMatch(/^de {7}(\d+) of \1, 2 by this paper$/u);
  expect(out.find((line) => line.startsWith("nl "))).toMatch(/^nl {7}\d+ of \d+$/u);
  expect({ code, err }).toEqual({ code: 0, err: [] });
});

test("the messages that a language lacks are listed when they are asked for", async () => {
  const files = { "words/eo.json": JSON.stringify({ page: { menu: "Menuo" } }) };
  const [line = "", ...lacks] = (await printed(files, { missing: "EO" })).out;
  const [, translated, total] = /^eo {7}(\d+) of (\d+), 1 by this paper$/u.exec(line) ?? [];
  expect(translated).toBe("1");
  expect(lacks).toHaveLength(Number(total) - 1);
  expect(lacks).toContain("  page.latest");
  expect(lacks).not.toContain("  page.menu");
});

test("a language into which nothing is translated is named", async () => {
  expect((await printed({}, { missing: "tlh" })).out).toEqual(["Nothing is translated into tlh: all messages are in English."]);
});

test("a fault in the paper's words is printed with its file, and fails under --strict", async () => {
  const files = { "words/de.json": "{" };
  const { code, err } = await printed(files);
  expect(err).toEqual([expect.stringMatching(/^words\/de\.json/u)]);
  expect([code, (await printed(files, { strict: true })).code]).toEqual([0, 1]);
});
