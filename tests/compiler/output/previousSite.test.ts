import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MANIFEST, PreviousSite } from "../../../src/compiler/output/previousSite.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

/** A site of two files, with the list that its build left. */
function aSite(): string {
  const site = temporaryFolder();
  mkdirSync(join(site, "article"));
  for (const file of ["index.html", "article/rain.html"]) writeFileSync(join(site, file), file);
  writeFileSync(join(site, MANIFEST), "article/rain.html\nindex.html\n");
  writeFileSync(join(site, "own.txt"), "of the publisher");
  return site;
}

test.each([true, false])("the site before has what its build wrote and what is still there; stays as it is: %s", (isKept) => {
  const site = aSite();
  rmSync(join(site, "index.html"));
  const before = new PreviousSite(site, isKept);
  expect(["article/rain.html", "index.html", "own.txt"].map((file) => before.has(file))).toEqual([true, false, false]);
  expect(before.read("article/rain.html")).toBe("article/rain.html");
  expect(before.read("index.html")).toBeUndefined();
  expect(before.isWhole).toBe(false);
});

test("it is whole where nothing is missing and nothing is written into it", () => {
  expect(new PreviousSite(aSite(), true).isWhole).toBe(true);
  expect(new PreviousSite(aSite(), false).isWhole).toBe(false);
  expect(new PreviousSite(temporaryFolder(), true).isWhole).toBe(false);
});
