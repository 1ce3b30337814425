import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { BuiltReader } from "#cli/build/builtReader.ts";
import { versionOf } from "#cli/build/versionOf.ts";
import { temporaryFolder, writeFiles } from "../../support/temporaryFolder.ts";

it("is another when the program, a package or the reader is, and the same when nothing is", () => {
  const above = temporaryFolder();
  const root = join(above, "program");
  const reader: Pick<BuiltReader, "template" | "styles"> = { template: "<html>", styles: { first: "a{}", rest: "b{}" } };
  writeFiles(root, {
    "package.json": JSON.stringify({ dependencies: { near: "1", far: "1", none: "1" } }),
    "build/node/b.js": "b",
    "build/node/deep/a.js": "a",
    "build/node/a.txt": "no code",
    "node_modules/near/package.json": "near 1",
  });
  writeFiles(above, { "node_modules/far/package.json": "far 1" });
  const first = versionOf(reader, root);
  expect(versionOf(reader, root)).toBe(first);
  const [versions, ...rest]: unknown[] = JSON.parse(first);
  expect(versions).toEqual({ ...process.versions });
  expect(rest).toEqual([expect.any(String), [expect.any(String), expect.any(String), ""], [expect.any(String), expect.any(String)]]);
  const seen = new Set([first]);
  const isNew = (given = reader) => seen.size !== seen.add(versionOf(given, root)).size;
  writeFileSync(join(root, "build/node/a.txt"), "other");
  expect(isNew()).toBe(false);
  writeFileSync(join(root, "build/node/deep/a.js"), "a2");
  expect(isNew()).toBe(true);
  writeFileSync(join(above, "node_modules/far/package.json"), "far 2");
  expect(isNew()).toBe(true);
  writeFileSync(join(root, "node_modules/near/package.json"), "near 2");
  expect(isNew()).toBe(true);
  expect(isNew({ ...reader, template: "<html lang>" })).toBe(true);
  expect(isNew({ ...reader, styles: { first: "a{}", rest: "c{}" } })).toBe(true);
  mkdirSync(join(root, "build/node/empty"));
  expect(isNew()).toBe(false);
});
